"use strict";
// Filters, keys, theme and language. Without it everything is on the page, unfiltered.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const form = one(".filters");
  const texts = one("#texts");
  const total = one("output b", form);
  const FITS = {
    all: () => true,
    findings: (bead) => one(".find:not([hidden])", bead) !== null,
    doubtful: (bead) => bead.classList.contains("doubtful"),
    moved: (bead) => bead.matches(".moved, .lone"),
  };
  let beads; // gathered when first needed: opening the page must not wait for it

  const known = () => (beads ??= all(".bead", texts));

  // ------------------------------------------------------------------ filters

  function filter() {
    const wish = new FormData(form);
    const levels = new Set(wish.getAll("severity"));
    const rule = wish.get("rule");
    const text = wish.get("text").trim().toLowerCase();
    const fits = FITS[wish.get("show")];
    const narrow = rule !== "" || levels.size < 3;
    const idle = wish.get("show") === "all" && !narrow && text === "";
    for (const find of all(".find", texts)) {
      const level = ["error", "warning", "info"].find((name) => find.classList.contains(name));
      find.hidden = !levels.has(level) || (rule !== "" && find.dataset.r !== rule);
    }
    const stays = (bead) =>
      idle ||
      (fits(bead) &&
        (!narrow || FITS.findings(bead)) &&
        (text === "" || bead.textContent.toLowerCase().includes(text)));
    let count = 0;
    for (const chunk of all(".chunk", texts)) {
      let left = 0;
      for (const bead of chunk.children) {
        const stay = stays(bead);
        if (bead.hidden === stay) bead.hidden = !stay;
        if (stay) left += 1;
      }
      count += left;
      chunk.hidden = left === 0;
      chunk.style.setProperty("--n", left);
    }
    texts.classList.toggle("filtered", !idle);
    for (const section of all(".text", texts)) {
      section.hidden = !idle && one(".chunk:not([hidden]), .loose .find:not([hidden])", section) === null;
    }
    total.textContent = `${count} / ${known().length}`;
  }

  function clear() {
    form.reset();
    filter();
  }

  // --------------------------------------------------------------- the reader

  function pick(bead) {
    for (const other of all(".bead.on", texts)) other.classList.remove("on");
    bead?.classList.add("on");
  }

  function go(element) {
    const bead = element.closest(".bead");
    pick(bead);
    (one(".knot", bead ?? element) ?? element).focus({ preventScroll: true });
    element.scrollIntoView({ block: "center" });
    history.replaceState(null, "", `#${element.id}`);
  }

  // The place from which "next" counts: what was picked, else what stands at the top.
  function step(elements, forward) {
    const shown = elements.filter((each) => !each.hidden && !each.closest("[hidden]"));
    const here = one(".bead.on", texts);
    const after = (each) =>
      here
        ? here.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING
        : each.getBoundingClientRect().top > 80;
    const current = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const at = shown.indexOf(current);
    if (at >= 0) return shown[at + (forward ? 1 : -1)];
    const next = shown.findIndex((each) => each !== here && after(each));
    if (forward) return next < 0 ? undefined : shown[next];
    const before = shown.slice(0, next < 0 ? undefined : next).filter((each) => each !== here);
    return before[before.length - 1];
  }

  function arrive() {
    const element = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!element) return;
    if (element.tagName === "DETAILS") element.open = true;
    if (element.closest("[hidden]")) {
      clear();
      element.scrollIntoView({ block: "center" });
    }
    pick(element.closest(".bead"));
  }

  const KEYS = {
    j: () => step(known(), true),
    k: () => step(known(), false),
    n: () => step(all(".find", texts), true),
    p: () => step(all(".find", texts), false),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") {
      pick(null);
      clear();
      return;
    }
    if (event.target.closest("input, select, textarea")) return;
    if (event.key === "/") {
      event.preventDefault();
      form.elements.text.focus();
      return;
    }
    const next = Object.hasOwn(KEYS, event.key) && KEYS[event.key]();
    if (next) {
      event.preventDefault();
      go(next);
    }
  });

  texts.addEventListener("click", (event) => {
    const bead = event.target.closest(".bead");
    if (bead && !event.target.closest("a") && String(getSelection()) === "") {
      pick(bead.classList.contains("on") ? null : bead);
    }
  });

  let typing;
  form.addEventListener("input", (event) => {
    clearTimeout(typing);
    if (event.target.name === "text") typing = setTimeout(filter, 150);
    else filter();
  });
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-show]");
    if (link) {
      form.elements.show.value = link.dataset.show;
      filter();
    }
    const strip = event.target.closest(".strip");
    if (strip) {
      const box = strip.getBoundingClientRect();
      const firsts = strip.dataset.first.split(" ");
      const at = Math.floor(((event.clientX - box.left) / box.width) * firsts.length);
      location.hash = `${strip.dataset.text}-b${firsts[Math.min(at, firsts.length - 1)]}`;
    }
  });

  // ------------------------------------------------------- theme and language

  const root = document.documentElement;
  const kept = {
    get: (name) => { try { return localStorage.getItem(`zhen-align-${name}`); } catch { return null; } },
    set: (name, value) => { try { localStorage.setItem(`zhen-align-${name}`, value); } catch { /* a file may keep nothing */ } },
  };

  function theme(name) {
    if (name === "light" || name === "dark") root.dataset.theme = name;
    else delete root.dataset.theme;
  }

  const chinese = JSON.parse(one("#words").textContent);
  const button = one("#language");
  function speak(language) {
    const zh = language === "zh";
    for (const element of all("[data-t]")) {
      const words = element.dataset.t || element.textContent;
      element.dataset.t = words;
      element.textContent = zh ? (chinese[words] ?? words) : words;
    }
    root.lang = zh ? "zh-CN" : "en";
    button.textContent = zh ? "English" : "中文";
    button.lang = zh ? "en" : "zh";
  }

  one("#theme").addEventListener("change", (event) => {
    theme(event.target.value);
    kept.set("theme", event.target.value);
  });
  button.addEventListener("click", () => {
    const language = root.lang === "en" ? "zh" : "en";
    speak(language);
    kept.set("language", language);
  });

  const wanted = kept.get("theme");
  if (wanted) {
    theme(wanted);
    one("#theme").value = wanted;
  }
  if (kept.get("language") === "zh") speak("zh");
  one(".controls").hidden = false;
  form.hidden = false;
  one(".keys").hidden = false;
  total.textContent = one("#texts").dataset.beads;
  form.reset();
  addEventListener("hashchange", arrive);
  addEventListener("beforeprint", () => {
    for (const each of all("details")) each.open = true;
  });
  if (location.hash) arrive();
})();
