// Every dialog of the page; each gives a promise of what was chosen, null for nothing.

import { get } from "./api.js";
import { el } from "./dom.js";
import { STATUSES, hay, store } from "./store.js";
import { known, t } from "./words.js";

let dialog = null;
const button = (name, value, props = {}) =>
  el("button", { type: "button", on: { click: () => dialog.close(value) }, ...props }, t(name));

/** Show a dialog; `read` makes the answer of the value it was closed with. */
function open(title, body, buttons, read = (value) => value) {
  const mine = el("dialog", { aria: { labelledby: "dialog-title" } },
    el("h2", { id: "dialog-title" }, title), ...body, el("div", { className: "buttons" }, ...buttons));
  dialog = mine; // an element of its own: the last one may still be closing
  document.body.append(mine);
  mine.showModal();
  return new Promise((done) => {
    mine.addEventListener("close", () => {
      mine.remove();
      done(mine.returnValue ? read(mine.returnValue) : null);
    }, { once: true });
  });
}

export const isOpen = () => dialog?.open ?? false;

export function confirm(title, text) {
  return open(title, [el("p", {}, text)], [button("cancel", ""), button("ok", "yes", { className: "main", autofocus: true })]);
}

/** Ask for the fields of a row: those of `row`, or of a new one. Gives what was changed. */
export function form(title, row, fixed = {}) {
  const inputs = new Map();
  const field = (name, value, kind, label) => {
    const props = { id: `field-${name}`, value, maxLength: kind === "textarea" ? 20000 : 500, spellcheck: false };
    if (kind === "input") Object.assign(props, { type: "text", autocomplete: "off" });
    const node = kind === "select"
      ? el("select", { id: props.id }, ...STATUSES.map((s) => el("option", { value: s, selected: s === value }, t(s))))
      : el(kind, props);
    if (name === "zh") node.lang = "zh-Hans";
    if (name === "en" || name === "abbr") node.lang = "en";
    inputs.set(name, { node, value });
    return [el("label", { htmlFor: props.id }, label), node];
  };
  const first = { en: "", abbr: "", zh: "", status: "admitted", domain: "", note: "", ...fixed, ...row };
  const body = el("form", { id: "fields", className: "fields", on: { submit: (event) => { event.preventDefault(); check(); } } },
    ...["en", "abbr", "zh"].flatMap((name) => field(name, first[name], "input", t(name))),
    ...field("status", first.status, "select", t("status")),
    ...field("domain", first.domain, "input", t("domain")),
    ...field("note", first.note, "textarea", t("note")),
    ...store.extra.flatMap((name, n) => field(name, row?.extra[n] ?? "", "textarea", name)));
  const problem = el("p", { className: "problem", attr: { role: "alert" } });
  const check = () => {
    const blank = !inputs.get("en").node.value.trim() && !inputs.get("zh").node.value.trim();
    problem.textContent = blank ? t("whyBlank") : "";
    if (!blank) dialog.close("save");
  };
  body.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) check();
  });
  const read = () => Object.fromEntries([...inputs]
    .filter(([, { node, value }]) => row === null || node.value !== value)
    .map(([name, { node }]) => [name, node.value]));
  const answer = open(title, [body, problem],
    [button("cancel", ""), el("button", { type: "submit", className: "main", attr: { form: "fields" } }, t("save"))], read);
  const start = inputs.get(first.en ? "zh" : "en").node;
  start.focus();
  start.select();
  return answer;
}

/** Ask for another term. */
export function choose(title, text, without) {
  const list = el("ul", { className: "options" });
  let chosen = null;
  const input = el("input", { type: "text", autocomplete: "off", spellcheck: false, aria: { label: t("search") } });
  const go = el("button", { type: "button", className: "main", disabled: true, on: { click: () => dialog.close("go") } }, t("doMerge"));
  const fill = () => {
    const text = input.value.trim().toLowerCase();
    const found = [];
    for (const term of store.terms.values()) {
      if (term.key === without || (text && !term.rows.some((row) => hay(row).includes(text)))) continue;
      found.push(term);
    }
    found.sort((a, b) => (b.key.startsWith(text) - a.key.startsWith(text)) || b.n - a.n);
    list.replaceChildren(...found.slice(0, 50).map((term) => el("li", {}, el("button", {
      type: "button", aria: { pressed: term === chosen },
      on: { click: () => { chosen = term; go.disabled = false; fill(); go.focus(); } },
    }, el("span", { lang: "en" }, term.rows[0].en || "–"),
      el("span", { className: "zh", lang: "zh-Hans" }, term.rows.map((row) => row.zh).filter(Boolean).slice(0, 3).join("、"))))));
  };
  input.addEventListener("input", fill);
  fill();
  const answer = open(title, [el("p", {}, text), el("div", { className: "fields" }, el("label", {}, t("search")), input), list],
    [button("cancel", ""), go], () => chosen);
  input.focus();
  return answer;
}

const COLUMNS = ["en", "abbr", "zh", "status", "count", "share", "domain", "note", "source"];

/** Show both versions of a row, what the file says and what was wanted; gives mine or theirs. */
export function versions(conflict, many) {
  const cell = (row, n) => (row ? (n === 4 ? t(row[n]) : row[n]) : t("gone"));
  const shown = [1, 2, 3, 4, 7, 8];
  const { theirs, mine } = conflict;
  const extra = store.extra.map((name, n) => [name, theirs?.[10][n] ?? "", mine?.[10][n] ?? ""]);
  const lines = [...shown.map((n) => [t(COLUMNS[n - 1]), cell(theirs, n), cell(mine, n)]), ...extra];
  const table = el("table", { className: "versions" },
    el("thead", {}, el("tr", {}, ...["field", "theirs", "mine"].map((name) => el("th", { scope: "col" }, t(name))))),
    el("tbody", {}, ...lines.filter(([, a, b]) => a || b).map(([name, a, b]) =>
      el("tr", { className: a === b ? "" : "differs" }, el("th", { scope: "row" }, name), el("td", {}, a), el("td", {}, b)))));
  const text = [t(conflict.why === "gone" ? "whyGone" : "whyChanged")];
  if (many > 1) text.push(t("conflictMany", many));
  return open(t("conflictTitle"), [...text.map((each) => el("p", {}, each)), table],
    [button("useTheirs", "theirs", { autofocus: true }), button("useMine", "mine", { className: "main" })]);
}

/** Show the keys and what they do, and the switches of the page. */
export function help(keys, switches) {
  const list = el("dl", { className: "keys" }, ...keys.map(([names, text]) =>
    el("div", {}, el("dt", {}, ...names.map((name) => el("kbd", {}, name))), el("dd", {}, t(text)))));
  const boxes = switches.map(({ name, value, set }) => el("p", {}, el("label", {},
    el("input", { type: "checkbox", id: `switch-${name}`, checked: value, on: { change: (event) => set(event.target.checked) } }), ` ${t(name)}`)));
  return open(t("helpTitle"), [list, ...boxes], [button("close", "", { className: "main", autofocus: true })]);
}

/** Show what can be taken back. */
export async function history() {
  const said = await get("/api/history");
  const items = said.actions.map((each) => {
    const at = new Date(each.at * 1000);
    const [before, after] = each.rows[0] ?? [];
    const row = after ?? before;
    const name = row ? [row[0], row[2]].filter(Boolean).join(" = ") : "";
    const text = each.kind === "decide" && after ? t("became", name, t(after[3])) : `${known(each.kind) ? t(each.kind) : each.kind}: ${name}`;
    return el("li", {}, el("time", { dateTime: at.toISOString() }, at.toLocaleString(document.documentElement.lang, { dateStyle: "short", timeStyle: "short" })),
      el("span", {}, each.size > 1 ? `${text} … ${t("historyMany", each.size)}` : text));
  });
  const body = [el("p", {}, t("historyText")), el("ol", { className: "log" }, ...items)];
  if (!said.lasting) body.unshift(el("p", {}, t("notLasting")));
  if (!items.length) body.push(el("p", { className: "quiet" }, t("nothingToUndo")));
  return open(t("history"), body, [
    button("doUndo", "undo", { disabled: !items.length }), button("close", "", { className: "main", autofocus: true })]);
}
