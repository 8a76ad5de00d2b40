"""Photograph the report of corpus/ as docs/img/report-*.png: light and dark, narrow and wide.

python docs/screenshots_report.py
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
SHOTS = (
    # what is in the picture, the anchor that stands at its top, width, theme
    ("top", "", 1280, "light"),
    ("top", "", 360, "dark"),
    ("plots", "scores", 1280, "dark"),
    ("terms", "terms", 1280, "light"),
    ("texts", "d8-b10", 1280, "light"),
    ("texts", "d8-b10", 1280, "dark"),
    ("texts", "d8-b16", 360, "light"),
)


def shoot(browser: Browser, page_file: Path, shot: tuple[str, str, int, str]) -> None:
    """Take one picture; the place is gone to twice, for what stood above it was only guessed."""
    name, anchor, width, theme = shot
    page = browser.new_page(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if theme == "dark" else "light",
    )
    page.goto(page_file.as_uri())
    for _ in range(2 if anchor else 0):
        page.evaluate("(id) => document.getElementById(id).scrollIntoView()", anchor)
        page.wait_for_timeout(200)
    page.screenshot(path=ROOT / "docs" / "img" / f"report-{name}-{width}-{theme}.png")
    page.close()


def main() -> None:
    """Make the report and take the pictures."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    if chromium is None:
        sys.exit("no Chromium here: apt-get install chromium fonts-noto-cjk")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "report.html"
        command = ["report", "corpus", "--quiet", "-o", str(page_file)]
        subprocess.run([sys.executable, "-m", "zhen_align", *command], cwd=ROOT, check=True)
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for shot in SHOTS:
            shoot(browser, page_file, shot)
        browser.close()


if __name__ == "__main__":
    main()
