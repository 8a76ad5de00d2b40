// Language, colours and switches, as this browser remembers them.

import { $, el } from "./dom.js";
import { recall, remember } from "./memory.js";
import { isChinese, speak, t } from "./words.js";

const THEMES = ["auto", "light", "dark"];
const first = { language: navigator.language.startsWith("zh") ? "zh" : "en", theme: "auto", keys: true, onward: true };
const values = { ...first, ...recall("settings", true) };

export const get = (name) => values[name];

export function set(name, value) {
  values[name] = value;
  remember("settings", values, true);
}

export function apply() {
  speak(values.language);
  const theme = THEMES.includes(values.theme) ? values.theme : "auto";
  document.documentElement.dataset.theme = theme;
  const name = t({ auto: "themeAuto", light: "themeLight", dark: "themeDark" }[theme]);
  $("theme").replaceChildren("◐ ", el("span", { className: "word" }, name));
  $("theme").setAttribute("aria-label", t("themeLabel", name));
  $("language").textContent = t("other");
  $("language").lang = isChinese() ? "en" : "zh-Hans";
  $("language").setAttribute("aria-label", t("otherLabel"));
}

/** Listen to the switches; `changed` draws again. */
export function listen(changed) {
  $("theme").addEventListener("click", () => {
    set("theme", THEMES[(THEMES.indexOf(values.theme) + 1) % THEMES.length]);
    apply();
  });
  $("language").addEventListener("click", () => {
    set("language", isChinese() ? "en" : "zh");
    apply();
    changed();
  });
}
