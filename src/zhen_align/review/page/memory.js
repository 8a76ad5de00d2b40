// What the browser keeps for us: for good or for this tab. One that keeps nothing is no error.

const spare = new Map();

function storage(lasting) {
  try {
    return lasting ? localStorage : sessionStorage;
  } catch {
    return null;
  }
}

/** Return what was kept under a name, null where there is nothing. */
export function recall(name, lasting = false) {
  try {
    return JSON.parse(storage(lasting).getItem(`zhen-review-${name}`)) ?? spare.get(name) ?? null;
  } catch {
    return spare.get(name) ?? null;
  }
}

/** Keep a value under a name. */
export function remember(name, value, lasting = false) {
  spare.set(name, value);
  try {
    storage(lasting).setItem(`zhen-review-${name}`, JSON.stringify(value));
  } catch {
    // it lasts as long as the page
  }
}
