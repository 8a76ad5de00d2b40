// What this browser remembers: language, colours, switches; for this tab, filter and place.

import { $, el } from "./dom.js";
import { isChinese, speak, t } from "./words.js";

const KEY = "zhen-review-settings";
const THEMES = ["auto", "light", "dark"];
const first = { language: navigator.language.startsWith("zh") ? "zh" : "en", theme: "auto", keys: true, onward: true };
const values = { ...first, ...read(localStorage, KEY) };

function read(storage, key) {
  try {
    return JSON.parse(storage.getItem(key)) ?? null;
  } catch {
    return null;
  }
}

export const get = (name) => values[name];

export function set(name, value) {
  values[name] = value;
  localStorage.setItem(KEY, JSON.stringify(values));
}

export const remember = (name, value) => sessionStorage.setItem(`zhen-review-${name}`, JSON.stringify(value));
export const recall = (name) => read(sessionStorage, `zhen-review-${name}`);

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
