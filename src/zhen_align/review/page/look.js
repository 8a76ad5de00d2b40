// What is shown: the current row, the selection, the filters, the figures around them.

import { $, el } from "./dom.js";
import * as detail from "./detail.js";
import { draw, reveal } from "./list.js";
import { queue } from "./queue.js";
import { remember } from "./memory.js";
import { refilter, store, tally } from "./store.js";
import { t } from "./words.js";

const list = $("list");

let asked = false;

/** Bring list and figures up to date at the next frame; asking often costs nothing. */
export function refresh() {
  draw();
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => { asked = false; figures(); });
}

function figures() {
  const counts = tally();
  const decided = store.rows.length - counts.candidate;
  $("name").textContent = store.name;
  $("progress-text").replaceChildren(
    el("span", { className: "long" }, t("decided", decided, store.rows.length)),
    el("span", { className: "brief", aria: { hidden: "true" } }, `${decided} / ${store.rows.length}`));
  Object.assign($("progress"), { max: Math.max(1, store.rows.length), value: decided });
  $("shown").textContent = store.view.length || !store.rows.length
    ? t("shown", store.view.length, store.rows.length, new Set(store.view.map((row) => row.term)).size) : t("empty");
  for (const chip of $("statuses").querySelectorAll("button")) {
    chip.querySelector("b").textContent = counts[chip.dataset.status];
    chip.setAttribute("aria-pressed", store.filter.statuses.has(chip.dataset.status));
  }
  const marked = store.marked.size;
  $("selected").hidden = marked === 0;
  $("selected").replaceChildren(`${t("selected", marked)} `,
    el("button", { type: "button", id: "clear", on: { click: clear } }, t("unselect")));
  const { length } = queue;
  $("saved").textContent = length ? t(queue.retry ? "lost" : "saving", length) : queue.saved ? `✓ ${t("saved")}` : "";
  $("saved").dataset.state = length ? (queue.retry ? "lost" : "saving") : "saved";
  $("saved").dataset.count = queue.saved;
}

export function go(row, { quiet = false } = {}) {
  store.current = row ?? null;
  if (row) reveal(row);
  detail.show();
  draw();
  if (row && !quiet) remember("row", row.id);
}

export function step(by) {
  if (!store.view.length) return;
  const at = store.view.indexOf(store.current);
  const to = at < 0 ? 0 : Math.min(store.view.length - 1, Math.max(0, at + by));
  go(store.view[to]);
}

export function filtered() {
  refilter({ keep: false });
  if (!store.view.includes(store.current)) { list.scrollTop = 0; go(store.view[0]); }
  else reveal(store.current);
  remember("filter", { ...store.filter, statuses: [...store.filter.statuses] });
  refresh();
}

export function clear() { store.marked.clear(); refresh(); list.focus(); }

export function mark(row) {
  if (!store.marked.delete(row)) store.marked.add(row);
  refresh();
}

export function extend(by) {
  if (store.current) store.marked.add(store.current);
  step(by);
  if (store.current) store.marked.add(store.current);
  refresh();
}

export function view(name) {
  document.body.dataset.view = name;
  (name === "detail" ? $("detail") : list).focus();
}
