// The list: of twenty thousand rows only those in sight are elements.

import { $, bar, el, percent } from "./dom.js";
import { SIGNS, store } from "./store.js";
import { t } from "./words.js";

const SPARE = 8;
const list = $("list");
const rows = $("rows");
const nodes = new Map();
let height = 42;
let asked = false;

/** Draw at the next frame. */
export function draw() {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => { asked = false; paint(); });
}

function paint() {
  const size = parseInt(getComputedStyle(document.documentElement).getPropertyValue("--row"), 10);
  height = size || height;
  rows.style.height = `${store.view.length * height}px`;
  const from = Math.max(0, Math.floor(list.scrollTop / height) - SPARE);
  const to = Math.min(store.view.length, Math.ceil((list.scrollTop + list.clientHeight) / height) + SPARE);
  const wanted = new Set();
  for (let n = from; n < to; n += 1) {
    const row = store.view[n];
    wanted.add(row.key);
    show(row, n);
  }
  for (const [key, node] of nodes) {
    if (!wanted.has(key)) { node.remove(); nodes.delete(key); }
  }
  const here = store.current && nodes.get(store.current.key);
  if (here) list.setAttribute("aria-activedescendant", here.id);
  else list.removeAttribute("aria-activedescendant");
}

function show(row, n) {
  const first = n === 0 || store.view[n - 1].term !== row.term;
  const here = row === store.current;
  const marked = store.marked.has(row);
  const state = [row.rev, n, first, here, marked, row.pending > 0, store.view.length, document.documentElement.lang].join("|");
  let node = nodes.get(row.key);
  if (node?.dataset.state === state) return;
  const made = option(row, n, first, here, marked);
  made.dataset.state = state;
  made.style.transform = `translateY(${n * height}px)`;
  if (node) node.replaceWith(made);
  else rows.append(made);
  nodes.set(row.key, made);
}

/** How a status is shown everywhere. */
export function badge(status) {
  return el("span", { className: "state", data: { status } },
    el("i", { aria: { hidden: "true" } }, SIGNS[status]), t(status));
}

function option(row, n, first, here, marked) {
  const classes = ["row", row.status];
  if (first) classes.push("first");
  if (here) classes.push("here");
  if (row.pending) classes.push("pending");
  const label = [row.en, row.abbr, row.zh, t(row.status), `${row.n}×`, percent(row.part)];
  return el("div", {
    id: `row-${row.key}`, className: classes.join(" "), data: { key: row.key, status: row.status },
    attr: { role: "option" },
    aria: { selected: marked, posinset: n + 1, setsize: store.view.length, label: label.filter(Boolean).join(", ") },
  },
    el("span", { className: "mark" }),
    el("span", { className: row.en ? "en" : "en none", lang: "en", title: row.en }, row.en || "–",
      row.abbr && row.abbr !== row.en ? el("small", {}, row.abbr) : null),
    el("span", { className: row.zh ? "zh" : "zh none", lang: "zh-Hans", title: row.zh }, row.zh || "–"),
    badge(row.status),
    el("span", { className: "numbers" }, `${row.n}× ${row.n ? percent(row.part) : ""}`, bar(row.part)));
}

/** Bring a row into sight. */
export function reveal(row) {
  const n = store.view.indexOf(row);
  if (n < 0) return;
  const top = n * height;
  if (top < list.scrollTop + height) list.scrollTop = Math.max(0, top - height);
  else if (top + 2 * height > list.scrollTop + list.clientHeight) {
    list.scrollTop = top + 2 * height - list.clientHeight;
  }
  draw();
}

/** How many rows fit in sight. */
export const page = () => Math.max(1, Math.floor(list.clientHeight / height) - 1);

/** Say which row of the list was clicked, and whether on its mark. */
export function clicked(event) {
  const node = event.target.closest(".row");
  if (!node) return null;
  const row = store.view.find((each) => String(each.key) === node.dataset.key);
  return { row, mark: event.target.closest(".mark") !== null };
}

list.addEventListener("scroll", draw, { passive: true });
new ResizeObserver(draw).observe(list);
