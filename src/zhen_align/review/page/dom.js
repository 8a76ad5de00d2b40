// Elements are made here and nowhere else: text is always text, never markup.

export const $ = (id) => document.getElementById(id);

/** Make an element. `props` are properties; `data`, `aria`, `attr` and `on` are tables. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name === "data") Object.assign(node.dataset, value);
    else if (name === "on") for (const [k, f] of Object.entries(value)) node.addEventListener(k, f);
    else if (name === "aria") for (const [k, v] of Object.entries(value)) node.setAttribute(`aria-${k}`, v);
    else if (name === "attr") for (const [k, v] of Object.entries(value)) node.setAttribute(k, v);
    else node[name] = value;
  }
  node.append(...children.flat().filter((each) => each !== null && each !== undefined));
  return node;
}

/** A bar as wide as `share`, from 0 to 1; the number stands beside it, so it is decoration. */
export function bar(share) {
  const inside = el("span");
  inside.style.width = `${Math.round(100 * Math.min(1, Math.max(0, share)))}%`;
  return el("span", { className: "bar", aria: { hidden: "true" } }, inside);
}

export function percent(share) {
  return share > 0 && share < 0.005 ? "<1%" : `${Math.round(100 * share)}%`;
}

let fading = 0;

/** Say something to those who look and to those who listen. */
export function say(text) {
  $("status").textContent = text;
  $("toast").textContent = text;
  $("toast").classList.add("on");
  clearTimeout(fading);
  fading = setTimeout(() => $("toast").classList.remove("on"), 2600);
}

const BANNERS = new Map();

/** Show a banner until it is dismissed or taken back by the same `name` with no text. */
export function banner(name, text, { bad = false, button = null } = {}) {
  BANNERS.get(name)?.remove();
  BANNERS.delete(name);
  if (!text) return;
  const node = el("div", { className: bad ? "banner bad" : "banner", data: { name } }, el("p", {}, text));
  if (button) node.append(el("button", { type: "button", on: { click: () => { node.remove(); BANNERS.delete(name); } } }, button));
  BANNERS.set(name, node);
  $("banners").append(node);
}
