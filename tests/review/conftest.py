"""A small glossary to review, texts that use it, and the application on both."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from zhen_align.glossary.rows import fingerprint
from zhen_align.review.app import application
from zhen_align.review.book import Book
from zhen_align.review.evidence import Evidence
from zhen_align.review.guard import TOKEN
from zhen_align.review.journal import Journal
from zhen_align.text.lines import line_starts
from zhen_align.types import Alignment, Bead, Document, Lang, Sentence, Span, Unit

HEADER = "en\tabbr\tzh\tstatus\tcount\tshare\tdomain\tnote\tsource\towner"
# pump, probe: a garden's terms; the last column is one that people added
ROWS = [
    ("path planner", "", "路径规划器", "candidate", "2", "1.00", "", "", "auto", ""),
    ("probe", "", "探头", "candidate", "1", "0.50", "", "", "auto", ""),
    ("probe", "", "探针", "candidate", "1", "0.50", "", "", "auto", ""),
    ("pump", "", "水泵", "preferred", "3", "1.00", "garden", "not 泵 alone", "", "Mei"),
    ("soil moisture", "SM", "土壤湿度", "candidate", "2", "1.00", "", "", "auto", ""),
]
# each Chinese line translates the English one above it
LINES = (
    "Soil moisture (SM) is measured with a probe.",
    "用探针测量土壤湿度（Soil Moisture, SM）。",
    "When soil moisture is low, the pump opens for 3 seconds.",
    "土壤湿度低时，水泵开启3秒。",
    "Clean the probe before winter.",
    "入冬前请清洁传感器。",
)
SECRET = "a-token-of-this-run-only"
HOST = "127.0.0.1:8765"


def written(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as a file; `auto` in the source becomes the fingerprint."""
    lines = [HEADER]
    for row in rows:
        cells = list(row)
        if cells[8] == "auto":
            cells[8] = fingerprint(cells[0], cells[1], cells[2])
        lines.append("\t".join(cells))
    return "\n".join(lines) + "\n"


def aligned(path: str, lines: Sequence[str]) -> Alignment:
    """Return a text of one sentence a line, each Chinese one aligned with the line above it."""
    text = "\n".join(lines)
    document = Document(path, text, (), line_starts(text))
    ends = [*(start - 1 for start in document.lines[1:]), len(text)]
    spans = [Span(start, end) for start, end in zip(document.lines, ends, strict=True)]
    beads = [
        Bead((Sentence(zh, Lang.ZH, Unit.SENTENCE),), (Sentence(en, Lang.EN, Unit.SENTENCE),), 0.9)
        for en, zh in zip(spans[::2], spans[1::2], strict=True)
    ]
    return Alignment(document, document, tuple(beads))


@pytest.fixture
def tsv(tmp_path: Path) -> Path:
    """Return the glossary's file."""
    path = tmp_path / "glossary.tsv"
    path.write_text(written(ROWS), encoding="utf-8")
    return path


@pytest.fixture
def book(tsv: Path) -> Book:
    """Return the glossary, open."""
    return open_book(tsv)


def open_book(tsv: Path) -> Book:
    """Open a glossary with a journal in its folder."""
    return Book(tsv, tsv.name, Journal(tsv.parent, tsv.name))


@pytest.fixture
def evidence(book: Book) -> Evidence:
    """Return what the texts say, looked through already."""
    found = Evidence()
    found.hold([aligned("garden.md", LINES)])
    found.look(book.state().table.rows)
    return found


@pytest.fixture
def client(book: Book, evidence: Evidence) -> Iterator[TestClient]:
    """Return a client that asks as the page does."""
    app = application(book, evidence, token=SECRET, hosts=(HOST, "localhost:8765"))
    with TestClient(app, base_url=f"http://{HOST}") as client:
        client.headers[TOKEN] = SECRET
        yield client


@pytest.fixture
def ids(client: TestClient) -> Callable[[], dict[str, str]]:
    """Return what gives each rendering's row its name now."""

    def ask() -> dict[str, str]:
        return {row[3]: row[0] for row in client.get("/api/glossary").json()["rows"]}

    return ask
