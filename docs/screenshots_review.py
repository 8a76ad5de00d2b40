"""Take the pictures of the review page in docs/img: the corpus under review, in a real Chromium.

python docs/screenshots_review.py
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "img"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def start(page: Page) -> None:
    """Show the list, a term with several renderings chosen."""
    page.select_option("#sort", "mixed")
    page.locator("#list").focus()
    page.keyboard.press("g")


def term(page: Page) -> None:
    """Show the term instead of the list."""
    start(page)
    page.keyboard.press("Enter")


def bulk(page: Page) -> None:
    """Select some rows."""
    start(page)
    for key in "JJJ":
        page.keyboard.press(key)


def edit(page: Page) -> None:
    """Open the form of a row."""
    start(page)
    page.keyboard.press("e")


def keys(page: Page) -> None:
    """Open the help."""
    page.keyboard.press("?")


# name, size, colours, language, what is done
SHOTS: list[tuple[str, tuple[int, int], str, str, Callable[[Page], None]]] = [
    ("review-1280-light", (1280, 800), "light", "en", start),
    ("review-1280-dark", (1280, 800), "dark", "zh-CN", start),
    ("review-bulk-1280-dark", (1280, 800), "dark", "en", bulk),
    ("review-edit-1280-light", (1280, 800), "light", "en", edit),
    ("review-keys-1280-light", (1280, 800), "light", "zh-CN", keys),
    ("review-360-light", (360, 740), "light", "en", start),
    ("review-360-dark", (360, 740), "dark", "zh-CN", term),
    ("review-768-dark", (768, 1024), "dark", "en", start),
]


def take(address: str) -> None:
    """Take every picture of the page at `address`."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        sys.exit("no Chromium here: apt-get install chromium fonts-noto-cjk (Debian, Ubuntu)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-gpu"]
        )
        for name, (width, height), scheme, language, act in SHOTS:
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
                locale=language,
                device_scale_factor=2 if width < 500 else 1,
            )
            page = context.new_page()
            page.goto(address)
            page.wait_for_selector(".example", state="attached")
            act(page)
            page.wait_for_timeout(900)
            page.screenshot(path=PICTURES / f"{name}.png")
            context.close()
        browser.close()


def main() -> None:
    """Review a copy of the corpus."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name in ("corpus", "glossary"):
            shutil.copytree(ROOT / name, Path(folder) / name)
        command = [sys.executable, "-m", "zhen_align", "review", "--no-browser", "--port", "0"]
        with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as server:
            assert server.stdout is not None
            try:
                take(server.stdout.readline().strip())
            finally:
                server.terminate()


if __name__ == "__main__":
    main()
