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

async function ask(path, options = {}) {
  let answer;
  try {
    answer = await fetch(path, {
      ...options,
      cache: "no-store",
      headers: { "X-Zhen-Token": TOKEN, ...options.headers },
    });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Failure(0, String(error));
  }
  if (answer.ok) return answer.json();
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
