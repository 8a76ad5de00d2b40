// Talks to the server of this run. The token comes after the # of the address, where no
// request carries it, and is kept for this tab only.

import { recall, remember } from "./memory.js";

function token() {
  const given = location.hash.slice(1);
  if (/^[\w-]{20,}$/.test(given)) {
    remember("token", given);
    history.replaceState(null, "", location.pathname);
  }
  return String(recall("token") ?? "");
}

const TOKEN = token();

/** What went wrong: `status` 0 means that nobody answered. */
export class Failure extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** Wait for the server, which may end before it answers, or in the middle of an answer. */
async function heard(promise) {
  try {
    return await promise;
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Failure(0, String(error));
  }
}

async function ask(path, options = {}) {
  const answer = await heard(
    fetch(path, {
      ...options,
      cache: "no-store",
      headers: { "X-Zhen-Token": TOKEN, ...options.headers },
    }),
  );
  if (answer.ok) return heard(answer.json());
  const said = await answer.json().catch(() => ({}));
  throw new Failure(answer.status, said.error ?? answer.statusText);
}

export const get = (path, options) => ask(path, options);

export const post = (path, said) =>
  ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(said),
  });
