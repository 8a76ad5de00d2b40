// Decisions on their way to the file, one request at a time, in order. A decision counts as
// saved when the server has answered; until then the page keeps it and tries again.

import { Failure, post } from "./api.js";
import { store } from "./store.js";

const MOST = 200;
const waiting = [];
let busy = false;
const hooks = { changed() {}, done() {}, failed() {} };

export const queue = {
  saved: 0,
  retry: false,
  /** Is told of every change of the count, every answer, and every failure. */
  watch(given) { Object.assign(hooks, given); },
  get length() { return waiting.reduce((sum, each) => sum + each.size, 0); },
  get busy() { return busy || waiting.length > 0; },
  /** Add a job: `rows` it is about, `make` gives the action, `then` hears the result. */
  add(job) {
    waiting.push({ size: job.rows.length || 1, path: "/api/actions", force: false, ...job });
    for (const row of job.rows) row.pending += 1;
    hooks.changed();
    void send();
  },
};

/** Take jobs that can go together: no row twice, and nothing after what goes alone. */
function batch() {
  const first = waiting[0];
  if (first.path !== "/api/actions" || first.force) return [first];
  const taken = new Set();
  const jobs = [];
  for (const job of waiting) {
    const alone = job.path !== "/api/actions" || job.force;
    if (alone || jobs.length === MOST || job.rows.some((row) => taken.has(row))) break;
    jobs.push(job);
    job.rows.forEach((row) => taken.add(row));
    if (job.structural) break;
  }
  return jobs;
}

async function send() {
  if (busy) return;
  busy = true;
  while (waiting.length) {
    const jobs = batch();
    try {
      const undo = jobs[0].path === "/api/undo";
      const said = undo ? jobs[0].make() : { actions: jobs.map((job) => job.make()), force: jobs[0].force };
      const answer = await post(jobs[0].path, said);
      queue.retry = false;
      waiting.splice(0, jobs.length);
      jobs.forEach((job) => job.rows.forEach((row) => { row.pending -= 1; }));
      queue.saved += jobs.reduce((sum, job) => sum + job.size, 0);
      await hooks.done(jobs, answer);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (error.status === 0 || error.status === 401) {
        queue.retry = true;
        hooks.failed(error, []);
        hooks.changed();
        await new Promise((done) => setTimeout(done, 1500));
        continue;
      }
      waiting.splice(0, jobs.length);
      jobs.forEach((job) => job.rows.forEach((row) => { row.pending -= 1; row.rev += 1; }));
      await hooks.failed(error, jobs);
    }
    hooks.changed();
  }
  busy = false;
  hooks.changed();
}

addEventListener("beforeunload", (event) => { if (queue.busy) event.preventDefault(); });

/** Give rows a status, shown at once where it is sure what becomes of them. */
export function decide(rows, status, extra = {}) {
  for (const row of rows) {
    if (status !== "keep" || row.zh === row.en) row.status = status;
    row.dirty = true;
    row.rev += 1;
    store.fresh.add(row);
  }
  queue.add({
    rows,
    status,
    make: () => ({ kind: "decide", rows: rows.map((row) => row.id), status }),
    ...extra,
  });
}
