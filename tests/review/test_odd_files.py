"""Glossaries as people's tools leave them: what nobody decided on says what it said."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhen_align.glossary import store
from zhen_align.glossary.rows import Row, Status
from zhen_align.review.actions import Decide
from zhen_align.review.book import Book
from zhen_align.review.draft import said
from zhen_align.review.journal import Journal

PLAIN = (
    "en\tabbr\tzh\tstatus\tcount\tshare\tdomain\tnote\tsource\n"
    'pump\t\t水泵\tcandidate\t3\t1.00\t\ta "note", quoted\tread\n'  # pump
    "valve\t\t阀\tadmitted\t1\t1.00\twater\t\\n\\q\t\n"  # valve
)
ODD = {
    "a BOM and CRLF": ("\ufeff" + PLAIN.replace("\n", "\r\n")).encode(),
    "UTF-16": PLAIN.encode("utf-16"),
    "no last line end": PLAIN.rstrip("\n").encode(),
    "blank lines": PLAIN.replace("\nvalve", "\n\n \t\nvalve").encode(),
    "three columns": "en\tzh\tstatus\npump\t水泵\tcandidate\nvalve\t阀\tKeep\n".encode(),
    "columns in another order": (
        "who\tstatus\tzh\ten\twhy\nMei\tcandidate\t水泵\tpump\t\n\tadmitted\t阀\tvalve\tx\\ty\n"
    ).encode(),
    "upper case": (
        "EN\tZH\tStatus\tOwner\npump\t水泵\tCandidate\t\nvalve\t阀\tADMITTED\tBo\n"
    ).encode(),
    "quoted by a spreadsheet": (
        '"en"\t"zh"\t"status"\t"note"\r\n"pump"\t"水泵"\t"candidate"\t"a ""b"", c"\r\n'
        '"valve"\t"阀"\t"admitted"\t"two; lines"\r\n'
    ).encode(),
    "in no order": (
        "zh\ten\tstatus\n阀\tvalve\tadmitted\n水泵\tpump\tcandidate\n泵\tPump\tkeep\n"
    ).encode(),
}


@pytest.mark.parametrize("data", ODD.values(), ids=ODD.keys())
def test_a_decision_changes_one_status(data: bytes, tmp_path: Path) -> None:
    """Every other field of every row reads as before; undo brings the rows back."""
    tsv = tmp_path / "g.tsv"
    tsv.write_bytes(data)
    before = store.read(tsv)
    book = Book(tsv, "g.tsv", Journal(tmp_path, "g.tsv"))
    pump = next(row for row in book.state().table.rows if row.en == "pump")
    book.act([lambda row, table: Decide((pump,), Status.FORBIDDEN)])
    after = store.read(tsv)
    changed = [(old, new) for old, new in _pairs(before.rows, after.rows) if old != new]
    assert [(old[0], old[3], new[3]) for old, new in changed] == [
        ("pump", "candidate", "forbidden")
    ]
    assert after.extra == before.extra
    Book(tsv, "g.tsv", Journal(tmp_path, "g.tsv")).undo()
    assert [said(row) for row in store.read(tsv).rows] == [said(row) for row in before.rows]


def _pairs(
    old: tuple[Row, ...], new: tuple[Row, ...]
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(said(a), said(b)) for a, b in zip(old, new, strict=True)]


CELL = st.text(alphabet='ab水"\\,\t\n\r ·\u3000\u202e', max_size=8)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(notes=st.lists(CELL, min_size=2, max_size=4), which=st.integers(0, 3))
def test_awkward_notes_survive_decisions_around_them(
    tmp_path: Path, notes: list[str], which: int
) -> None:
    """Quotes, escapes and blanks in fields that nobody touched."""
    from zhen_align.glossary.rows import Table, parse, render

    rows = tuple(Row(f"t{n}", f"词{n}", note=note) for n, note in enumerate(notes))  # words
    tsv = tmp_path / "g.tsv"
    tsv.write_text(render(Table(rows)), encoding="utf-8", newline="")
    before = parse(store.text(tsv), "").rows
    book = Book(tsv, "g.tsv", Journal(None, "g.tsv"))
    row = book.state().table.rows[which % len(rows)]
    book.act([lambda _, table: Decide((row,), Status.ADMITTED)])
    after = store.read(tsv).rows
    assert [r.note for r in after] == [r.note for r in before]
    book.undo()
    assert store.read(tsv).rows == before
