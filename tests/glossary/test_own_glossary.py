"""The project's own glossary is in order: whoever edits it by hand hears of a slip here."""

import re
from functools import cache
from pathlib import Path

import pytest

from zhen_align.glossary.contradictions import contradictions
from zhen_align.glossary.merge import merge, term_key
from zhen_align.glossary.rows import COLUMNS, Row, Status, Table, parse, render
from zhen_align.read.decode import decode
from zhen_align.terms.forms import chinese_key, english_key

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "glossary" / "glossary.tsv"
DOMAINS = {"", "bio", "data", "drug", "ethics", "med", "ml", "nlp", "privacy", "stat"}
FEWEST = 150
ABSENT = "not in the corpus: "


@cache
def table() -> Table:
    """Return the glossary."""
    return parse(FILE.read_text("utf-8"), "glossary/glossary.tsv")


def reviewed() -> list[Row]:
    """Return the rows that somebody has judged."""
    return [row for row in table().rows if row.status is not Status.CANDIDATE]


@cache
def corpus() -> tuple[str, str]:
    """Return all texts as English and as Chinese forms are compared."""
    texts = [
        decode(path.read_bytes(), path.name)[0]
        for path in sorted((ROOT / "corpus").rglob("*"))
        if path.suffix in {".md", ".txt", ".html", ".po"} and path.name != "README.md"
    ]
    whole = "\n".join(texts)
    plain = english_key(re.sub(r"[>\s]+", " ", whole))
    return plain, chinese_key(whole) + chinese_key(re.sub(r"[>\s]+", "", whole))


def test_the_file_is_as_the_program_writes_it() -> None:
    """Sorted, its own columns, no byte that a build would change."""
    text = FILE.read_text("utf-8")
    assert table().columns == COLUMNS
    assert render(table()) == text
    keys = [term_key(row) for row in table().rows]
    assert keys == sorted(keys)
    people = Table(tuple(reviewed()), COLUMNS)
    assert [row.raw for row in merge(people, []).rows] == [row.raw for row in people.rows]


def test_enough_is_reviewed() -> None:
    """All statuses are in use; candidates are the program's own."""
    assert len(reviewed()) >= FEWEST
    assert {row.status for row in reviewed()} == set(Status) - {Status.CANDIDATE}
    assert all(row.is_program for row in table().rows if row.status is Status.CANDIDATE)


def test_nothing_contradicts_itself() -> None:
    """No pair of rows that cannot both hold."""
    assert contradictions(table()) == []


@pytest.mark.parametrize("row", reviewed(), ids=lambda row: f"{row.en}={row.zh}")
def test_a_reviewed_row_is_complete(row: Row) -> None:
    """A known domain; a reason beside what must not be used; kept names are the same twice."""
    assert row.domain in DOMAINS
    assert row.domain or row.status is Status.REJECTED
    if row.status in (Status.DEPRECATED, Status.FORBIDDEN, Status.REJECTED):
        assert row.note
    if row.status is Status.KEEP:
        assert row.en == row.zh
    elif row.status is not Status.REJECTED:
        assert row.en
        assert row.zh


@pytest.mark.parametrize(
    "row", [row for row in reviewed() if row.zh], ids=lambda row: f"{row.en}={row.zh}"
)
def test_every_form_occurs_or_says_why_not(row: Row) -> None:
    """Both forms stand somewhere in the corpus."""
    english, chinese = corpus()
    if row.note.startswith(ABSENT):
        assert english_key(row.en) not in english or chinese_key(row.zh) not in chinese
        return
    stem = english_key(row.en).removesuffix("y")  # before -ies
    assert stem in english or row.en.casefold() in chinese
    assert chinese_key(row.zh) in chinese
