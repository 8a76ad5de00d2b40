// What comes back: answers to decisions, conflicts, and what others did to the file.

import { send, undo } from "./act.js";
import { get } from "./api.js";
import { $, banner, say } from "./dom.js";
import * as detail from "./detail.js";
import * as dialogs from "./dialogs.js";
import { go, refresh } from "./look.js";
import { queue } from "./queue.js";
import { load, loadCounts, patch, refilter, store } from "./store.js";
import { t } from "./words.js";

let evidence = -1;
let polling = false;

export async function answered(jobs, answer) {
  const ours = answer.before === store.version;
  let moved = !ours;
  answer.results.forEach((result) => { if (patch(result.rows)) moved = true; });
  if (ours) store.version = answer.version;
  if (jobs.some((job) => job.rows.some((row) => row.dirty))) moved = true;
  if (moved) await reload({ told: ours });
  let last = null;
  for (const [n, job] of jobs.entries()) {
    const result = answer.results[n];
    if (job.undo) told(result);
    const row = result.rows.map(([, said]) => said && store.byId.get(said[0])).find(Boolean);
    if (job.structural && row) last = row;
    if (result.conflicts.length) await clash(job, result);
  }
  if (last) {
    store.fresh.add(last);
    refilter();
    go(last);
  } else detail.show();
  refresh();
}

function told(result) {
  if (result.conflicts.length) return;
  const first = result.rows.find(([, said]) => said)?.[1];
  const name = first ? [first[1], first[3]].filter(Boolean).join(" = ") : t(result.kind);
  say(result.kind === "" ? t("nothingToUndo") : t(result.rows.length ? "undone" : "undoneIdle", name));
}

const MENDED = { changed: true, gone: true };

/** Show what did not fit: both versions where there is a choice, a word where there is none. */
async function clash(job, result) {
  const [first] = result.conflicts;
  if (!MENDED[first.why]) {
    say(t({ exists: "whyExists", blank: "whyBlank", "no-name": "whyNoName", "two-names": "whyTwoNames", same: "whySame" }[first.why]));
    const other = first.theirs && store.byId.get(first.theirs[0]);
    if (other) { store.fresh.add(other); refilter(); go(other); }
    return;
  }
  const answer = await dialogs.versions(first, result.conflicts.length);
  $("list").focus();
  if (job.undo) undo(answer === "mine" ? { force: true } : { skip: true });
  else if (answer === "mine") again(job, result.conflicts);
}

function again(job, conflicts) {
  if (job.action) send(job.action, [], true);
  else {
    const rows = conflicts.map((each) => each.base[0]);
    send({ kind: "decide", rows, status: job.status }, [], true);
  }
}

export async function failed(error, jobs) {
  if (error.status === 401) banner("run", t("otherRun"), { bad: true });
  else if (error.status === 0) banner("net", t("noAnswer"), { bad: true });
  else {
    say(t("failed", error.message));
    banner("failed", t("failed", error.message), { bad: true, button: t("close") });
    for (const job of jobs) for (const row of job.rows) row.dirty = true;
    await reload({ told: true }).catch(() => {});
  }
}

export async function reload({ told = false } = {}) {
  const at = store.view.indexOf(store.current);
  const news = await load();
  if (store.current) store.fresh.add(store.current); // who looks at a row goes on seeing it
  refilter();
  if (store.current?.gone) go(store.view[Math.min(at, store.view.length - 1)]);
  banner("file", store.error && t("badFile", store.error), { bad: true });
  if (news && !told && news.added + news.changed + news.gone) {
    banner("outside", t("outside", news.added, news.changed, news.gone), { button: t("close") });
  }
  detail.show();
  refresh();
}

export async function poll() {
  if (polling || queue.busy) return;
  polling = true;
  try {
    const said = await get("/api/version");
    banner("net", "");
    if (queue.busy) return;
    if (said.version !== store.version || said.error !== store.error) await reload();
    const gathering = said.ready ? "" : said.total ? t("gathering", said.done, said.total) : t("looking");
    if (gathering !== store.gathering) { store.gathering = gathering; detail.show(); }
    if (said.evidence !== evidence || said.ready !== store.ready) {
      evidence = store.evidence = said.evidence;
      const errors = await loadCounts();
      banner("texts", errors.length ? t("textErrors", errors.length, errors[0]) : "", { button: t("close") });
      refilter();
      if (store.current && !store.view.includes(store.current)) go(store.view[0]);
      detail.again();
      refresh();
    }
  } catch (error) {
    if (error.status === undefined) throw error;
    await failed(error, []);
  } finally {
    polling = false;
  }
}
