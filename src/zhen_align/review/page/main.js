// Where everything meets: keys, buttons and switches, and how the page starts.

import * as act from "./act.js";
import { answered, failed, poll } from "./answers.js";
import { $, banner, el } from "./dom.js";
import * as detail from "./detail.js";
import * as dialogs from "./dialogs.js";
import { BUTTONS, DECISIONS, HELP, named } from "./keys.js";
import { clicked, page } from "./list.js";
import { clear, extend, filtered, go, mark, refresh, step, view } from "./look.js";
import { queue } from "./queue.js";
import { recall } from "./memory.js";
import * as settings from "./settings.js";
import { SIGNS, SORTS, STATUSES, load, refilter, store } from "./store.js";
import { t } from "./words.js";

const list = $("list");

const showHelp = () => dialogs.help(HELP, [
  { name: "keysOn", value: settings.get("keys"), set: (on) => settings.set("keys", on) },
  { name: "onward", value: settings.get("onward"), set: (on) => settings.set("onward", on) },
]).then(() => list.focus());

const showHistory = () => dialogs.history().then((answer) => { list.focus(); if (answer === "undo") act.undo(); });

const COMMANDS = {
  j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
  J: () => extend(1), K: () => extend(-1),
  g: () => step(-Infinity), Home: () => step(-Infinity), G: () => step(Infinity), End: () => step(Infinity),
  PageDown: () => step(page()), PageUp: () => step(-page()),
  " ": () => store.current && mark(store.current),
  "*": () => { store.view.forEach((row) => store.marked.add(row)); refresh(); },
  Escape: () => { if (document.body.dataset.view === "detail") view("list"); else clear(); },
  Enter: () => view("detail"),
  "/": () => { view("list"); $("search").focus(); $("search").select(); },
  1: () => detail.showExamplesOf("row"), 2: () => detail.showExamplesOf("term"), 3: () => detail.showExamplesOf("rest"),
  e: act.edit, n: act.add, m: act.merge, u: () => act.undo(), h: showHistory, "?": showHelp,
};
for (const [key, status] of Object.entries(DECISIONS)) {
  COMMANDS[key] = () => act.judge(status, BUTTONS.find((each) => each?.[0] === key)[1]);
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || dialogs.isOpen() || event.defaultPrevented) return;
  const { target } = event;
  const typing = target.closest("input, select, textarea");
  if (typing) {
    if (event.key === "Escape" || (event.key === "Enter" && target.id === "search")) { event.preventDefault(); list.focus(); }
    return;
  }
  const key = named(event);
  if ((key === "Enter" || key === " ") && target.closest("button, a")) return;
  if (["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End"].includes(key) && target.closest("#detail")) return;
  if (key.length === 1 && key !== " " && !settings.get("keys")) return;
  const command = Object.hasOwn(COMMANDS, key) ? COMMANDS[key] : null;
  if (!command) return;
  event.preventDefault();
  command();
}

function controls() {
  $("actions").replaceChildren(...BUTTONS.map((each) => {
    if (!each) return el("span", { className: "gap" });
    const [key, name] = each;
    const status = DECISIONS[key];
    const sign = status ? { data: { key, status, tone: "" } } : { data: { key } };
    return el("button", { type: "button", ...sign, attr: { "aria-keyshortcuts": key }, on: { click: () => COMMANDS[key]() } },
      el("span", {}, t(name)), el("kbd", { aria: { hidden: "true" } }, key));
  }));
  $("statuses").replaceChildren($("statuses").firstElementChild, ...STATUSES.map((status) => el("button", {
    type: "button", className: "chip", data: { status },
    on: { click: () => { const { statuses } = store.filter; if (!statuses.delete(status)) statuses.add(status); filtered(); } },
  }, el("i", { aria: { hidden: "true" } }, SIGNS[status]), t(status), el("b"))));
  $("sort").replaceChildren(...Object.entries(SORTS).map(([value, name]) =>
    el("option", { value, selected: value === store.filter.sort }, t(name))));
  $("search").placeholder = t("search");
}

function listen() {
  document.addEventListener("keydown", pressed);
  list.addEventListener("click", (event) => {
    const hit = clicked(event);
    if (!hit) return;
    if (hit.mark || event.ctrlKey || event.metaKey) { go(hit.row); mark(hit.row); return; }
    go(hit.row);
    if (matchMedia("(max-width: 820px)").matches) view("detail");
  });
  $("search").addEventListener("input", () => { store.filter.text = $("search").value; filtered(); });
  $("least").addEventListener("input", () => { store.filter.least = Number($("least").value) || 0; filtered(); });
  $("several").addEventListener("change", () => { store.filter.several = $("several").checked; filtered(); });
  $("sort").addEventListener("change", () => { store.filter.sort = $("sort").value; filtered(); });
  $("help").addEventListener("click", showHelp);
  $("history").addEventListener("click", showHistory);
  detail.wire((row) => { store.fresh.add(row); refilter(); go(row); refresh(); }, () => view("list"));
  queue.watch({ changed: refresh, done: answered, failed });
  settings.listen(() => { controls(); detail.again(); refresh(); });
}

async function start() {
  settings.apply();
  listen();
  controls();
  try {
    await load();
  } catch (error) {
    await failed(error, []);
    return;
  }
  const kept = recall("filter");
  Object.assign(store.filter, kept ? { ...kept, statuses: new Set(kept.statuses) }
    : { statuses: new Set(store.rows.some((row) => row.status === "candidate") ? ["candidate"] : []) });
  Object.assign($("search"), { value: store.filter.text });
  Object.assign($("least"), { value: store.filter.least });
  Object.assign($("several"), { checked: store.filter.several });
  controls();
  refilter();
  go(store.byId.get(recall("row")) ?? store.view[0], { quiet: true });
  banner("file", store.error && t("badFile", store.error), { bad: true });
  refresh();
  list.focus();
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("list-painted")));
  const ask = async () => {
    if (!document.hidden) await poll();
    setTimeout(ask, store.ready ? 1000 : 250);
  };
  await ask();
  document.addEventListener("visibilitychange", () => { if (!document.hidden) void poll(); });
}

void start();
