// The term in full: its renderings with counts and shares, what is noted, and examples.

import { get } from "./api.js";
import { $, bar, el, percent } from "./dom.js";
import { badge } from "./list.js";
import { store } from "./store.js";
import { t } from "./words.js";

const STEP = 8;
const panel = $("detail");
const state = { of: "row", most: STEP, asked: "", timer: 0, abort: null };
let pick = () => {};
let close = () => {};
const examples = el("div", { className: "found" });

/** Tell who hears that a rendering was chosen, and that the panel was left. */
export function wire(picked, closed) { pick = picked; close = closed; }

export function showExamplesOf(of) {
  state.of = of;
  state.most = STEP;
  show();
}

/** Show the term of the current row. */
export function show() {
  const row = store.current;
  const focused = document.activeElement?.closest("#detail [data-focus]")?.dataset.focus;
  if (!row) {
    panel.replaceChildren(el("h2", { id: "term", className: "quiet" }, t("empty")));
    return;
  }
  const rows = store.terms.get(row.term)?.rows ?? [row];
  panel.replaceChildren(
    head(row), facts(rows), el("div", { id: "warnings" }), table(row, rows), more(row), tabs(row, rows), examples,
  );
  if (focused) panel.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  ask(row);
}

function head(row) {
  return el("div", { className: "term" },
    el("button", { className: "back", type: "button", data: { focus: "back" }, on: { click: () => close() } }, `← ${t("back")}`),
    el("h2", { id: "term" },
      el("span", { lang: row.en ? "en" : "zh-Hans" }, row.en || row.zh)),
    row.abbr && row.abbr !== row.en ? el("span", { className: "abbr", lang: "en" }, row.abbr) : null);
}

function facts(rows) {
  if (!store.ready) return el("p", { className: "facts" }, store.gathering || t("looking"));
  const total = store.totals[rows[0].term] ?? 0;
  return el("p", { className: "facts" }, total ? t("termSeen", total) : t("notSeen"));
}

function table(row, rows) {
  const total = store.totals[row.term] ?? 0;
  const sum = rows.reduce((n, each) => n + each.n, 0);
  const head = el("thead", {}, el("tr", {},
    el("th", { scope: "col" }, t("rendering")), el("th", { scope: "col" }, t("status")),
    el("th", { scope: "col", className: "number" }, t("count")), el("th", { scope: "col" }, t("share"))));
  const body = el("tbody", {}, ...rows.map((each) => line(each, each === row)));
  if (store.ready && total > sum) body.append(rest(total - sum, total));
  return el("table", { className: "renderings" }, head, body);
}

function line(row, here) {
  const button = el("button", {
    type: "button", className: "pick", lang: row.zh ? "zh-Hans" : "", data: { focus: `row-${row.key}` },
    aria: { pressed: here }, on: { click: () => pick(row) },
  }, row.zh || t("onlyEn"), row.domain ? el("small", { className: "quiet" }, ` ${row.domain}`) : null);
  return el("tr", { className: here ? "here" : "", data: { status: row.status } },
    el("td", {}, button), el("td", {}, badge(row.status)), el("td", { className: "number" }, row.n),
    el("td", { className: "share" }, el("div", {}, bar(row.part), el("span", { className: "percent" }, percent(row.part)))));
}

function rest(n, total) {
  const button = el("button", {
    type: "button", className: "pick", data: { focus: "rest" }, on: { click: () => showExamplesOf("rest") },
  }, t("rest"));
  return el("tr", { className: "rest" }, el("td", {}, button), el("td"), el("td", { className: "number" }, n),
    el("td", { className: "share" }, el("div", {}, bar(n / total), el("span", { className: "percent" }, percent(n / total)))));
}

function more(row) {
  const fields = [["domain", row.domain], ["note", row.note], ["source", row.source],
    ...store.extra.map((name, n) => [name, row.extra[n]])];
  const said = fields.filter(([, value]) => value);
  return el("dl", { className: "more" }, ...said.flatMap(([name, value], n) => {
    const title = n < said.length && ["domain", "note", "source"].includes(name) ? t(name) : name;
    return [el("dt", {}, title), el("dd", { tabIndex: value.length > 400 ? 0 : -1 }, value)];
  }));
}

function tabs(row, rows) {
  const names = [["row", "ofRow"], ["term", "ofTerm"], ["rest", "ofRest"]];
  return el("div", { className: "examples-head" }, el("h3", {}, t("examples")),
    el("div", { className: "tabs", attr: { role: "group" }, aria: { label: t("examples") } },
      ...names.map(([of, name]) => el("button", {
        type: "button", data: { focus: `of-${of}` }, aria: { pressed: state.of === of },
        on: { click: () => showExamplesOf(of) },
      }, t(name)))));
}

/** Ask for examples, unless the user is only passing by. */
function ask(row) {
  const wanted = [row.key, row.id, state.of, state.most, store.evidence, document.documentElement.lang].join("|");
  if (wanted === state.asked) return;
  if (!state.asked.startsWith(`${row.key}|`)) examples.replaceChildren();
  state.asked = wanted;
  clearTimeout(state.timer);
  state.abort?.abort();
  state.abort = new AbortController();
  state.timer = setTimeout(() => void load(row, wanted), 90);
}

async function load(row, wanted) {
  const query = new URLSearchParams({ row: row.id, of: state.of, most: state.most });
  let said;
  try {
    said = await get(`/api/examples?${query}`, { signal: state.abort.signal });
  } catch {
    if (wanted === state.asked) state.asked = ""; // else another question is under way
    return;
  }
  if (wanted !== state.asked) return;
  $("warnings")?.replaceChildren(...said.warnings.map((text) => el("p", { className: "warn" }, text)));
  const items = said.examples.map(example);
  const left = said.total - items.length;
  examples.replaceChildren(
    items.length ? el("ol", { className: "examples" }, ...items)
      : el("p", { className: "quiet" }, store.ready ? t("noExamples") : store.gathering || t("looking")),
    ...(left > 0 && items.length < 100 ? [el("button", {
      type: "button", data: { focus: "more" },
      on: { click: () => { state.most = Math.min(100, state.most + 24); show(); } },
    }, t("moreExamples", left))] : []));
}

function example(each) {
  const where = (side) => el("span", {}, `${side.path}:${side.line}`);
  return el("li", { className: "example" },
    el("p", { className: "zh", lang: "zh-Hans" }, ...parts(each.zh)),
    el("p", { className: "en", lang: "en" }, ...parts(each.en)),
    el("p", { className: "where" }, where(each.zh), where(each.en),
      each.score < 0.5 ? el("span", {}, t("doubtful")) : null));
}

const parts = (side) => side.parts.map(([text, marked]) => (marked ? el("mark", {}, text) : text));

/** Forget what was asked, because the texts or the language changed. */
export function again() { state.asked = ""; show(); }
