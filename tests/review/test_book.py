"""Decisions in the file: at once, whole, and never over what somebody else wrote."""

import os
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from zhen_align.errors import GlossaryError
from zhen_align.glossary import store
from zhen_align.glossary.rows import Row, Status, Table
from zhen_align.review.actions import Action, Add, Decide, Edit
from zhen_align.review.book import Book, Result, UnknownRowError
from zhen_align.review.draft import Why
from zhen_align.review.journal import Journal

PROBES = ("探针", "探头")  # probe, and another word for it


def _open(tsv: Path) -> Book:
    return Book(tsv, tsv.name, Journal(tsv.parent, tsv.name))


def _row(book: Book, zh: str) -> Row:
    return next(row for row in book.state().table.rows if row.zh == zh)


def _do(book: Book, *actions: Action, force: bool = False) -> list[Result]:
    def plan(action: Action) -> Callable[[Callable[[str], Row], Table], Action]:
        return lambda row, table: action

    return book.act([plan(each) for each in actions], force=force)[2]


def _decide(book: Book, zh: str, status: Status) -> Result:
    (result,) = _do(book, Decide((_row(book, zh),), status))
    return result


def test_a_decision_is_in_the_file_at_once(book: Book, tsv: Path) -> None:
    """One field of one line changes; nothing else, to the byte."""
    before = tsv.read_text(encoding="utf-8").splitlines()
    _decide(book, "探针", Status.PREFERRED)
    after = tsv.read_text(encoding="utf-8").splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert [new for _, new in changed] == [changed[0][0].replace("candidate", "preferred")]


def test_undo_gives_the_file_back(book: Book, tsv: Path) -> None:
    """Step by step, to the byte, and then there is nothing left."""
    states = [tsv.read_bytes()]
    for zh, status in [
        ("探针", Status.PREFERRED),
        ("探头", Status.KEEP),
        ("水泵", Status.FORBIDDEN),
    ]:
        _decide(book, zh, status)
        states.append(tsv.read_bytes())
    _do(book, Edit(_row(book, "水泵"), replace(_row(book, "水泵"), en="a pump", note="")))
    while states:
        assert book.undo()[2].kind in ("decide", "edit")
        assert tsv.read_bytes() == states.pop()
    assert book.undo()[2] == Result()


def test_undo_keeps_a_line_as_it_was_typed(book: Book, tsv: Path) -> None:
    """Odd spelling of a status and an unknown escape come back."""
    text = tsv.read_text(encoding="utf-8") + "valve\t\t阀\t Admitted \t\t\t\ta\\q\t\t\n"  # valve
    tsv.write_text(text, encoding="utf-8")
    _decide(book, "阀", Status.PREFERRED)
    assert tsv.read_text(encoding="utf-8") != text
    book.undo()
    assert tsv.read_text(encoding="utf-8") == text


def test_undo_after_a_restart(book: Book, tsv: Path) -> None:
    """The journal outlives the program."""
    before = tsv.read_bytes()
    _decide(book, "探针", Status.PREFERRED)
    assert _open(tsv).undo()[2].kind == "decide"
    assert tsv.read_bytes() == before


def test_what_was_begun_and_never_written_is_passed_over(
    book: Book, tsv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between the journal and the file, undo takes back the action before."""
    before = tsv.read_bytes()
    _decide(book, "探针", Status.PREFERRED)

    def killed(*_: object) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(store, "_write", killed)
        with pytest.raises(KeyboardInterrupt):
            _decide(book, "探头", Status.REJECTED)
    again = _open(tsv)
    assert len(again.journal.entries()) == 2
    assert [made.after and made.after.zh for made in again.undo()[2].made] == ["探针"]
    assert tsv.read_bytes() == before


def test_an_outside_change_elsewhere_is_merged(book: Book, tsv: Path) -> None:
    """Somebody added a row and wrote a note while the page showed the old state."""
    seen = _row(book, "探针")
    other = _open(tsv)
    pump = _row(other, "水泵")
    _do(other, Edit(pump, replace(pump, note="see 4.2")), Add(Row("valve", "阀", extra=("",))))
    _do(book, Decide((seen,), Status.PREFERRED))
    rows = {row.zh: row for row in store.read(tsv).rows}
    assert rows["水泵"].note == "see 4.2"
    assert rows["探针"].status is Status.PREFERRED
    assert "阀" in rows


def test_a_change_of_the_same_field_is_shown_not_written(book: Book, tsv: Path) -> None:
    """Both versions come back, and the file stays."""
    seen = _row(book, "探针")
    _decide(_open(tsv), "探针", Status.REJECTED)
    before = tsv.read_bytes()
    (result,) = _do(book, Decide((seen,), Status.PREFERRED))
    (conflict,) = result.conflicts
    assert (conflict.why, conflict.theirs and conflict.theirs.status) == (
        Why.CHANGED,
        Status.REJECTED,
    )
    assert tsv.read_bytes() == before
    _do(book, Decide((seen,), Status.PREFERRED), force=True)
    assert _row(book, "探针").status is Status.PREFERRED


def test_an_undo_that_no_longer_fits(book: Book, tsv: Path) -> None:
    """It is shown, then forced or struck off; the one before it is next."""
    _decide(book, "探头", Status.REJECTED)
    _decide(book, "探针", Status.PREFERRED)
    text = tsv.read_text(encoding="utf-8").replace("探针\tpreferred", "探针\tforbidden")
    tsv.write_text(text, encoding="utf-8")
    before, after, result = book.undo()
    assert [each.why for each in result.conflicts] == [Why.CHANGED]
    assert before is after
    assert book.undo(skip=True)[2].kind == "decide"
    assert tsv.read_text(encoding="utf-8") == text
    assert book.undo()[2].made[0].after is not None
    assert _row(book, "探头").status is Status.CANDIDATE
    _decide(book, "探针", Status.PREFERRED)
    tsv.write_text(text.replace("forbidden", "deprecated"), encoding="utf-8")
    book.undo(force=True)
    assert _row(book, "探针").status is Status.FORBIDDEN


def test_a_column_that_somebody_adds_meanwhile(book: Book, tsv: Path) -> None:
    """A decision about a row as it was before fits the wider file; undo does too."""
    seen = _row(book, "探针")
    _decide(book, "探头", Status.ADMITTED)
    first, *lines = tsv.read_text(encoding="utf-8").splitlines()
    wide = [f"who\t{first}", *(f"Bo\t{line}" for line in lines)]
    tsv.write_text("\n".join(wide) + "\n", encoding="utf-8")
    book.remember(seen, Table(columns=tuple(first.split("\t"))).columns)
    book.act([lambda row, table: Decide((row(_name(book, seen, first)),), Status.PREFERRED)])
    book.undo()
    book.undo()
    rows = store.read(tsv).rows
    assert {row.extra for row in rows} >= {("Bo", ""), ("Bo", "Mei")}
    assert {str(row.status) for row in rows if row.en == "probe"} == {"candidate"}


def _name(book: Book, row: Row, header: str) -> str:
    return book.remember(row, tuple(header.split("\t")))


def test_a_faulty_file_is_not_written(book: Book, tsv: Path) -> None:
    """An editor left half a line: the error names it, the last state is kept, nothing is lost."""
    text = tsv.read_text(encoding="utf-8")
    tsv.write_text(text + "half\n", encoding="utf-8")
    state = book.state()
    assert "glossary.tsv:7: 1 field" in state.error
    assert len(state.table.rows) == 5
    with pytest.raises(GlossaryError):
        _decide(book, "探针", Status.PREFERRED)
    assert tsv.read_text(encoding="utf-8") == text + "half\n"
    tsv.write_text(text, encoding="utf-8")
    assert book.state().error == ""
    _decide(book, "探针", Status.PREFERRED)


def test_a_file_that_has_gone_is_not_made_anew(book: Book, tsv: Path) -> None:
    """A decision does not leave a glossary of one row behind."""
    data = tsv.read_bytes()
    tsv.unlink()
    assert "not there any more" in book.state().error
    with pytest.raises(GlossaryError):
        _do(book, Add(Row("valve", "阀", extra=("",))))
    assert not tsv.exists()
    tsv.write_bytes(data)
    assert book.state().error == ""


def test_nothing_to_do_writes_nothing(book: Book, tsv: Path) -> None:
    """A decision that the file holds already leaves even odd line ends alone."""
    tsv.write_bytes(tsv.read_bytes().replace(b"\n", b"\r\n"))
    before = tsv.read_bytes()
    _decide(book, "水泵", Status.PREFERRED)
    assert tsv.read_bytes() == before
    assert book.journal.entries() == []


def test_a_quick_change_is_seen(book: Book, tsv: Path) -> None:
    """Of the same size, in place, with the time stamp put back."""
    book.state()
    stamp = tsv.stat()
    text = tsv.read_text(encoding="utf-8").replace("not 泵", "NOT 泵")
    with tsv.open("r+", encoding="utf-8") as file:
        file.write(text)
    os.utime(tsv, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert _row(book, "水泵").note == "NOT 泵 alone"


def test_two_programs_at_once(tsv: Path) -> None:
    """Each decides on its own rows; every decision is there in the end."""
    rows = "".join(f"t{n:03}\t\t词{n}\tcandidate\t\t\t\t\t\t\n" for n in range(40))  # words
    tsv.write_text(tsv.read_text(encoding="utf-8") + rows, encoding="utf-8")
    books = [_open(tsv), _open(tsv)]

    def decide(which: int) -> None:
        for n in range(which, 40, 2):
            _decide(books[which], f"词{n}", Status.ADMITTED)

    threads = [threading.Thread(target=decide, args=(which,)) for which in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rows_now = store.read(tsv).rows
    assert sum(row.status is Status.ADMITTED for row in rows_now) == 40
    assert len(books[0].journal.entries()) == 40


def test_a_row_that_was_never_shown(book: Book) -> None:
    """Its name says nothing."""
    with pytest.raises(UnknownRowError):
        book.act([lambda row, table: Decide((row("0123"),), Status.KEEP)])
