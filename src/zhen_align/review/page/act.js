// What people do: decide, edit, add, merge, undo. Each becomes a job in the queue.

import { $, say } from "./dom.js";
import * as detail from "./detail.js";
import * as dialogs from "./dialogs.js";
import { refresh, step } from "./look.js";
import { decide, queue } from "./queue.js";
import * as settings from "./settings.js";
import { store } from "./store.js";
import { t } from "./words.js";

const MANY = 20; // rows that a decision touches without asking

const chosen = () => (store.marked.size ? [...store.marked] : store.current ? [store.current] : []);

export async function judge(status, label) {
  const rows = chosen();
  if (!rows.length) return;
  if (rows.length > MANY && !(await dialogs.confirm(t("bulkTitle", t(label), rows.length), t("bulkText")))) return;
  const bulk = store.marked.size > 0;
  const name = rows[0].zh || rows[0].en;
  decide(rows, status);
  say(rows.length > 1 ? t("becameMany", rows.length, t(status)) : t("became", name, t(status)));
  if (bulk) store.marked.clear();
  else if (settings.get("onward")) step(1);
  detail.show();
  refresh();
}

export async function edit() {
  const row = store.current;
  if (!row) return;
  const { id } = row;
  const fields = await dialogs.form(t("editTitle"), row);
  $("list").focus();
  if (!fields || !Object.keys(fields).length) return;
  send({ kind: "edit", row: id, fields }, [row]);
}

export async function add() {
  const row = store.current;
  const fields = await dialogs.form(t("addTitle"), null, { en: row?.en ?? "", abbr: row?.abbr ?? "", domain: row?.domain ?? "" });
  $("list").focus();
  if (fields) send({ kind: "add", fields }, []);
}

export async function merge() {
  const row = store.current;
  if (!row) return;
  const { id } = row;
  const term = await dialogs.choose(t("mergeTitle", row.en || row.zh), t("mergeText", row.en || row.zh), row.term);
  $("list").focus();
  if (term) send({ kind: "merge", row: id, into: term.rows[0].id }, [row]);
}

/** Send what may move rows: everything is read again when it is done. */
export function send(action, rows, force = false) {
  queue.add({ rows, structural: true, action, force, make: () => action });
}

export function undo(options = {}) {
  queue.add({ rows: [], path: "/api/undo", structural: true, undo: true, make: () => options });
}
