"""Build a report of 5,000 beads and open it; print JSON lines.

Question: does a long report come quickly once its texts are aligned, and is the page at
hand at once? First paint, frames while scrolling, a filter, a jump to the end. Not a
pass/fail test: machines differ. The texts are made up here; the browser's part is left
out, saying so, where there is no Chromium.
"""

import json
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

BEADS = 5_000
IN_A_PARAGRAPH = 5
SENSORS = (
    ("temperature sensor", "温度传感器"), ("rain gauge", "雨量计"), ("wind vane", "风向标"),
    ("soil probe", "土壤探针"), ("light meter", "光度计"), ("water pump", "水泵"),
)  # fmt: skip
PLACES = (
    ("near the greenhouse", "温室附近的"), ("behind the barn", "谷仓后面的"),
    ("under the roof", "屋檐下的"), ("beside the well", "水井旁的"), ("in the orchard", "果园里的"),
)  # fmt: skip
DEEDS = (
    ("recorded {n} readings before noon", "中午之前记录了{n}次读数"),
    ("was cleaned {n} times by the gardener", "由园丁清洗了{n}次"),
    ("failed after {n} hours of heavy rain", "在{n}小时的大雨之后失灵"),
    ("sent {n} messages to the small server", "向小服务器发送了{n}条消息"),
)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]

SCROLLING = """async () => {
  const frames = [];
  let last = performance.now();
  for (let n = 0; n < 60; n++) {
    scrollBy(0, 1500);
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    frames.push(now - last);
    last = now;
  }
  return frames;
}"""
FILTERING = """async (show) => {
  const form = document.querySelector(".filters");
  form.elements.show.value = show;
  form.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((done) => setTimeout(done));
  await new Promise(requestAnimationFrame);
  await new Promise((done) => setTimeout(done));
}"""
JUMPING = """async (name) => {
  location.hash = name;
  await new Promise(requestAnimationFrame);
  await new Promise((done) => setTimeout(done));
  const box = document.getElementById(name).getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight) throw new Error("did not arrive");
}"""
PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"


def text(beads: int) -> str:
    """Return a text of so many sentences in both languages, paragraph by paragraph.

    One number in a hundred goes wrong, and one sentence in two hundred is left out.
    """
    chance = random.Random(7)
    parts = []
    for _ in range(beads // IN_A_PARAGRAPH):
        en, zh = [], []
        for _ in range(IN_A_PARAGRAPH):
            sensor, place, deed = (chance.choice(each) for each in (SENSORS, PLACES, DEEDS))
            name, n = chance.randrange(100, 1000), chance.randrange(2, 90)
            wrong = n + 7 if chance.random() < 0.01 else n
            en.append(f"The {sensor[0]} {name} {place[0]} {deed[0].format(n=n)}.")
            if chance.random() >= 0.005:
                zh.append(f"{place[1]}{name}号{sensor[1]}{deed[1].format(n=wrong)}。")
        parts += [" ".join(en), "".join(zh)]
    return "# The farm\n\n# 农场\n\n" + "\n\n".join(parts) + "\n"


def run(folder: Path, *arguments: str) -> float:
    """Run the command and return the seconds of processor time that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "zhen_align", *arguments, "--quiet"]
    subprocess.run(command, cwd=folder, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def show(**figures: Any) -> None:
    print(json.dumps({"bench": "report", **figures}), flush=True)


def build(folder: Path) -> Path:
    """Build the report three times: nothing known, all known, all known as JSON."""
    (folder / "farm.md").write_text(text(BEADS), encoding="utf-8")
    page = folder / "farm.html"
    for what, options in (
        ("cold", ("-o", str(page))),
        ("warm", ("-o", str(page))),
        ("warm json", ("--format", "json", "-o", str(folder / "farm.json"))),
    ):
        seconds = run(folder, "report", "farm.md", *options)
        show(what=what, cpu_seconds=round(seconds, 2))
    summary = json.loads((folder / "farm.json").read_text(encoding="utf-8"))["summary"]
    show(beads=summary["beads"], findings=summary["errors"] + summary["warnings"],
         megabytes=round(page.stat().st_size / 1e6, 2))  # fmt: skip
    return page


def look(page_file: Path) -> None:
    """Open the page in a browser and print what a reader waits for, in milliseconds.

    `first_paint` and `longest_frame` are by the clock; the others are the processor time of
    the page's main thread, which other programs hardly touch.
    """
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("bench_report: no Chromium here, the page was not opened")
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for width in (1280, 360):
            page = browser.new_page(viewport={"width": width, "height": 900})
            meter = page.context.new_cdp_session(page)
            meter.send("Performance.enable", {"timeDomain": "threadTicks"})
            page.goto(page_file.as_uri())
            figures = {"first_paint": round(page.evaluate(PAINT)), "load": worked(meter)}
            last = page.evaluate("() => [...document.querySelectorAll('.bead')].pop().id")
            for name, script, argument in (
                ("screens", SCROLLING, None),
                ("only_findings", FILTERING, "findings"),
                ("all_again", FILTERING, "all"),
                ("jump", JUMPING, last),
            ):
                before = worked(meter)
                found = page.evaluate(script, argument)
                figures[name] = worked(meter) - before
                if found:
                    figures["longest_frame"] = round(max(found))
            elements = page.evaluate("() => document.getElementsByTagName('*').length")
            show(width=width, elements=elements, **figures)
        browser.close()


def worked(meter: Any) -> int:
    """Return how many milliseconds the page's main thread has worked so far."""
    metrics = meter.send("Performance.getMetrics")["metrics"]
    seconds: float = next(m["value"] for m in metrics if m["name"] == "TaskDuration")
    return round(1000 * seconds)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        look(build(Path(name)))
