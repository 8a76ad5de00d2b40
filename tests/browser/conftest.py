"""A real Chromium, the system's own, that may talk to this machine only.

Every test of this folder bears the mark `browser`. A page that logs an error, throws, or
asks for anything from elsewhere fails its test.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HOW = "no Chromium here: apt-get install chromium fonts-noto-cjk (Debian, Ubuntu)"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HERE = Path(__file__).parent

Open = Callable[..., Page]
Serious = Callable[[Page], list[str]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return the browser, started once."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip(HOW)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Open]:
    """Return what opens a page in a context of its own; `expected` errors may be logged.

    Whatever else goes to the console as an error, is thrown, or is asked of another
    machine fails the test when it ends.
    """
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def start(url: str, *, expected: tuple[str, ...] = (), **options: Any) -> Page:
        def complain(message: str) -> None:
            if not any(each in message for each in expected):
                wrong.append(message)

        def guard(route: Route) -> None:
            address = urlsplit(route.request.url)
            if address.scheme in ("file", "data", "blob") or address.hostname in (
                "127.0.0.1",
                "localhost",
            ):
                route.continue_()
            else:
                complain(f"asked for {route.request.url}")
                route.abort()

        context = chromium.new_context(**options)
        contexts.append(context)
        context.route("**/*", guard)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: complain(f"threw {error}"))
        page.on("console", lambda said: complain(said.text) if said.type == "error" else None)
        page.goto(url)
        return page

    yield start
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.fixture
def serious() -> Serious:
    """Return what names the serious and critical failings that axe finds on a page.

    Open the page with `bypass_csp=True`: the policy of ours lets no foreign script in.
    """
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

    def look(page: Page) -> list[str]:
        found = Axe().run(page).response["violations"]
        return [
            f"{each['id']}: {node['html'][:200]}"
            for each in found
            if each["impact"] in ("serious", "critical")
            for node in each["nodes"]
        ]

    return look
