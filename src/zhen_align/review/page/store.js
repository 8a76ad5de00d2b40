// The rows as the page knows them: terms, counts, filters and order. No elements here.

import { get } from "./api.js";

export const STATUSES = ["candidate", "preferred", "admitted", "deprecated", "forbidden", "keep", "rejected"];
export const SIGNS = { candidate: "○", preferred: "★", admitted: "✓", deprecated: "↓", forbidden: "⊘", keep: "A", rejected: "✕" };
const COLUMNS = ["en", "abbr", "zh", "status", "count", "share", "domain", "note", "source"];

export const store = {
  version: "", name: "", extra: [], lasting: true, error: "",
  rows: [], terms: new Map(), byId: new Map(),
  pairs: new Map(), totals: {}, ready: false,
  view: [], current: null, marked: new Set(), fresh: new Set(),
  filter: { text: "", statuses: new Set(), least: 0, several: false, sort: "count" },
};

let nextKey = 1;
const forms = (row) => `${row.en}\t${row.abbr}\t${row.zh}`;
export const termKey = (row) => row.en.trim().toLowerCase();
const fold = (text) => text.normalize("NFKC").toLowerCase();

/** What is searched in a row; made when somebody searches. */
export function hay(row) {
  row.hay ??= fold([row.en, row.abbr, row.zh, row.note, row.domain, ...row.extra].join("\n"));
  return row.hay;
}

/** Fill a row object with what the server says about it. */
function fill(row, said) {
  row.id = said[0];
  COLUMNS.forEach((name, n) => { row[name] = said[n + 1]; });
  [row.extra, row.line, row.program] = said.slice(10);
  row.hay = null;
  row.term = termKey(row);
  row.rev = (row.rev ?? 0) + 1;
  row.dirty = false;
  count(row);
  return row;
}

function count(row) {
  const live = store.ready;
  row.n = live ? (store.pairs.get(forms(row)) ?? 0) : Number(row.count) || 0;
  row.part = live ? row.n / Math.max(1, store.totals[row.term] ?? 0) : Number(row.share) || 0;
}

/** Read everything; rows that are known keep their objects. Returns what is new. */
export async function load() {
  const said = await get("/api/glossary");
  const first = store.version === "";
  const byId = new Map(store.rows.map((row) => [row.id, row]));
  const left = new Set(store.rows);
  const rows = new Array(said.rows.length);
  const waiting = [];
  said.rows.forEach((each, n) => {
    const row = byId.get(each[0]);
    if (row === undefined) { waiting.push(n); return; }
    left.delete(row);
    rows[n] = row;
    if (row.line !== each[11] || row.count !== each[5] || row.share !== each[6] || row.dirty) fill(row, each);
  });
  const byForms = new Map();
  for (const row of left) byForms.set(forms(row), row);
  const news = { added: 0, changed: 0, gone: 0 };
  for (const n of waiting) {
    const each = said.rows[n];
    const old = byForms.get(`${each[1]}\t${each[2]}\t${each[3]}`);
    if (old && left.delete(old)) { rows[n] = fill(old, each); news.changed += 1; }
    else { rows[n] = fill({ key: nextKey++, pending: 0 }, each); news.added += 1; }
  }
  news.gone = left.size;
  for (const row of left) { row.gone = true; store.marked.delete(row); }
  Object.assign(store, { version: said.version, name: said.name, extra: said.extra, lasting: said.lasting, error: said.error, rows });
  group();
  return first ? null : news;
}

function group() {
  store.terms = new Map();
  store.byId = new Map();
  for (const row of store.rows) {
    store.byId.set(row.id, row);
    const term = store.terms.get(row.term);
    if (term) term.rows.push(row);
    else store.terms.set(row.term, { key: row.term, rows: [row] });
  }
  for (const term of store.terms.values()) weigh(term);
}

function weigh(term) {
  const used = term.rows.filter((row) => row.n > 0 && row.status !== "rejected").map((row) => row.n);
  const sum = used.reduce((a, b) => a + b, 0);
  term.n = Math.max(0, ...used);
  term.several = used.length > 1;
  term.mixed = used.length > 1 ? 1 - Math.max(...used) / sum : 0;
}

/** Take in the live counts. */
export async function loadCounts() {
  const said = await get("/api/evidence");
  store.ready = said.ready;
  store.totals = said.terms;
  store.pairs = new Map(said.pairs.map(([en, abbr, zh, n]) => [`${en}\t${abbr}\t${zh}`, n]));
  for (const row of store.rows) { count(row); row.rev += 1; }
  for (const term of store.terms.values()) weigh(term);
  return said.errors;
}

/** Take in what an action did to rows; true where rows came, went or moved. */
export function patch(changes) {
  let moved = false;
  for (const [id, said] of changes) {
    const row = id === null ? undefined : store.byId.get(id);
    if (!row || !said) { moved = true; continue; }
    const term = row.term;
    store.byId.delete(id);
    fill(row, said);
    store.byId.set(row.id, row);
    if (row.term === term) weigh(store.terms.get(term));
    else moved = true;
  }
  return moved;
}

const collator = new Intl.Collator("zh-Hans-u-co-pinyin");
const ORDERS = {
  file: null,
  count: (a, b) => b.n - a.n,
  mixed: (a, b) => b.term.mixed - a.term.mixed || b.n - a.n,
  en: (a, b) => (a.term.key < b.term.key ? -1 : a.term.key > b.term.key ? 1 : 0),
  zh: (a, b) => collator.compare(a.rows[0].zh, b.rows[0].zh),
  status: (a, b) => STATUSES.indexOf(a.rows[0].status) - STATUSES.indexOf(b.rows[0].status),
};
export const SORTS = { count: "sortCount", mixed: "sortMixed", file: "sortFile", en: "sortEn", zh: "sortZh", status: "sortStatus" };

/** Work out which rows are shown, in which order; what was just decided stays in sight. */
export function refilter({ keep = true } = {}) {
  const { text, statuses, least, several, sort } = store.filter;
  if (!keep) store.fresh.clear();
  const words = fold(text).split(/\s+/).filter(Boolean);
  const shown = [];
  for (const term of store.terms.values()) {
    const rows = term.rows.filter((row) => store.fresh.has(row)
      || ((statuses.size === 0 || statuses.has(row.status)) && row.n >= least
        && (!several || term.several) && words.every((word) => hay(row).includes(word))));
    if (rows.length) shown.push({ term, rows, n: Math.max(...rows.map((row) => row.n)) });
  }
  if (ORDERS[sort]) shown.sort(ORDERS[sort]);
  const view = shown.flatMap((each) => each.rows);
  store.view = view;
  if (store.marked.size) {
    const shown = new Set(view);
    for (const row of store.marked) if (!shown.has(row)) store.marked.delete(row);
  }
}

/** How many rows have each status. */
export function tally() {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0]));
  for (const row of store.rows) counts[row.status] += 1;
  return counts;
}
