"""A real Chromium, the system's own, that may talk to this machine only.

Every test of this folder bears the mark `browser`. A page that logs an error, throws, or
asks for anything from elsewhere fails its test.
"""

import re
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect, sync_playwright

from zhen_align.glossary.rows import Row
from zhen_align.types import Alignment

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
expect.set_options(timeout=15_000)  # a machine may have other things to do

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


# ------------------------------------------------------------------ a glossary under review

HEADER = "en\tabbr\tzh\tstatus\tcount\tshare\tdomain\tnote\tsource\towner"
# the words of a gardening robot; the last column is one that people added
GLOSSARY = [
    ("battery", "", "电池", "candidate", "1", "1.00", "", "", "", ""),
    ("drone", "UAV", "无人机", "candidate", "1", "1.00", "", "", "", ""),
    ("path planner", "", "路径规划器", "candidate", "2", "1.00", "", "", "", ""),
    ("probe", "", "探针", "candidate", "2", "0.67", "", "", "", ""),
    ("probe", "", "探头", "candidate", "1", "0.33", "", "", "", ""),
    ("pump", "", "水泵", "preferred", "2", "1.00", "garden", "not 泵 alone", "", "Mei"),
    ("route planner", "", "规划器", "candidate", "1", "1.00", "", "", "", ""),
    ("soil moisture", "SM", "土壤湿度", "candidate", "3", "1.00", "", "", "", ""),
    ("thing", "", "", "rejected", "", "", "", "a word of every text", "", ""),
]
GARDEN = """Soil moisture (SM) is measured with a probe.

用探针测量土壤湿度（Soil Moisture, SM）。

When soil moisture is low, the pump opens for 3 seconds.

土壤湿度低时，水泵开启3秒。

Clean the probe and the pump before winter comes.

冬天到来之前，请清洁探头和水泵。

A path planner that ignores soil moisture wastes 5 litres of water.

忽视土壤湿度的路径规划器会浪费5升水。

Push the probe 12 centimetres into the ground.

把探针插入地下12厘米。
"""


def as_tsv(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as a glossary file."""
    return "".join("\t".join(row) + "\n" for row in (HEADER.split("\t"), *rows))


@pytest.fixture(scope="session")
def garden() -> list[Alignment]:
    """Return the aligned sentences of the garden."""
    from zhen_align import pipeline

    return pipeline.alignments([pipeline.parsed("docs/garden.md", GARDEN.encode())], "")


# what was asked for has been done, and is on the screen
FRAMES = """new Promise(done => setTimeout(() => requestAnimationFrame(
    () => requestAnimationFrame(() => requestAnimationFrame(() => done()))), 20))"""


class Desk:
    """A glossary, its server, and the pages that are open on it."""

    def __init__(self, tsv: Path, alignments: list[Alignment], open_page: Open) -> None:
        """Serve the file, whatever it holds."""
        self.tsv, self._alignments, self._open = tsv, alignments, open_page
        self.pages: list[Page] = []
        self.start()

    def start(self, port: int = 0) -> None:
        """Begin a run."""
        from zhen_align.review.book import Book
        from zhen_align.review.evidence import Evidence
        from zhen_align.review.journal import Journal
        from zhen_align.review.serve import Server, bind

        journal = Journal(self.tsv.parent, self.tsv.name)
        self.book = Book(self.tsv, self.tsv.name, journal)
        self.evidence = Evidence()
        self.evidence.hold(self._alignments)
        self.evidence.wake(self.book.state().table.rows)
        self.evidence.follow()
        self.server = Server(self.book, self.evidence, bind(port))
        self.server.start()
        while not self.evidence.ready:
            time.sleep(0.01)
        self.address = self.server.address
        self.port = int(self.address.partition("1:")[2].partition("/")[0])

    def stop(self) -> None:
        """End the run."""
        self.server.stop()
        self.evidence.close()

    def page(self, *, every: bool = False, **options: Any) -> Page:
        """Open a page and wait until it has the rows and the counts; `every` shows all rows."""
        page = self._open(self.address, **{"viewport": {"width": 1280, "height": 800}, **options})
        self.pages.append(page)
        expect(page.locator("#detail .facts")).to_have_text(re.compile(r"\d|none|未出现"))
        if every:
            page.click('#statuses [data-status="candidate"]')
        return page

    def rows(self) -> dict[str, Row]:
        """Return what the file says, by rendering (by English form where there is none)."""
        from zhen_align.glossary import store

        return {row.zh or row.en: row for row in store.read(self.tsv).rows}

    def status(self, zh: str) -> str:
        """Return the status of a rendering in the file."""
        return str(self.rows()[zh].status)

    @staticmethod
    def settled(page: Page) -> None:
        """Wait until every decision is saved, and shown."""
        page.evaluate(FRAMES)
        expect(page.locator("#saved")).to_have_attribute("data-state", "saved")
        page.evaluate(FRAMES)

    @staticmethod
    def current(page: Page) -> str:
        """Return the rendering of the current row, or its English form."""
        page.evaluate(FRAMES)
        said: str = page.locator(".row.here").evaluate(
            "row => { const zh = row.querySelector('.zh').textContent;"
            " return zh === '–' ? row.querySelector('.en').firstChild.textContent : zh; }"
        )
        return said

    @staticmethod
    def seen(page: Page) -> list[str]:
        """Return the renderings in sight, from above."""
        page.evaluate(FRAMES)
        rows = page.locator(".row").evaluate_all(
            "rows => rows.map(r => [Number(r.ariaPosInSet), r.querySelector('.zh').textContent])"
        )
        return [zh for _, zh in sorted(rows)]

    def press(self, page: Page, *keys: str) -> None:
        """Press keys one after the other, and wait until the file has what they decide."""
        for key in keys:
            page.keyboard.press(key)
        self.settled(page)

    def to(self, page: Page, zh: str) -> None:
        """Make a row the current one."""
        page.locator(".row .zh", has_text=re.compile(f"^{zh}$")).click()


@pytest.fixture
def desk(tmp_path: Path, garden: list[Alignment], open_page: Open) -> Iterator[Desk]:
    """Return the garden's glossary, served."""
    tsv = tmp_path / "glossary.tsv"
    tsv.write_text(as_tsv(GLOSSARY), encoding="utf-8")
    desk = Desk(tsv, garden, open_page)
    yield desk
    for page in desk.pages:
        page.context.close()
    desk.stop()
