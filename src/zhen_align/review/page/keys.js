// Which key does what: one table for the keyboard, the buttons and the help.

export const DECISIONS = { a: "admitted", p: "preferred", d: "deprecated", f: "forbidden", r: "rejected", x: "keep" };

/** The buttons below: key, word, status it gives. */
export const BUTTONS = [
  ["a", "doAdmit"], ["p", "doPrefer"], ["d", "doDeprecate"], ["f", "doForbid"], ["r", "doReject"], ["x", "doKeep"],
  null, ["e", "doEdit"], ["n", "doAdd"], ["m", "doMerge"], ["u", "doUndo"],
];

/** The help: keys and what they do. */
export const HELP = [
  [["j", "↓"], "keyNext"], [["k", "↑"], "keyBack"], [["g", "G"], "keyFirst"],
  [["a"], "keyAdmit"], [["p"], "keyPrefer"], [["d"], "keyDeprecate"], [["f"], "keyForbid"],
  [["r"], "keyReject"], [["x"], "keyKeep"], [["e"], "keyEdit"], [["n"], "keyAdd"], [["m"], "keyMerge"], [["u"], "keyUndo"],
  [["Space"], "keySelect"], [["J", "K"], "keyExtend"], [["*"], "keyAll"], [["Esc"], "keyClear"],
  [["/"], "keySearch"], [["1", "2", "3"], "keyTabs"], [["Enter"], "keyOpen"], [["h"], "keyHistory"], [["?"], "keyHelp"],
];

/** The name of a key event: what is on the key, whichever layout or input method is on. */
export function named(event) {
  const { key, code } = event;
  if (key.length !== 1 || (key >= " " && key <= "~")) {
    if (key !== "Process" && key !== "Unidentified") return key;
  }
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return event.shiftKey ? letter : letter.toLowerCase();
  return { Slash: event.shiftKey ? "?" : "/", Space: " " }[code] ?? key;
}
