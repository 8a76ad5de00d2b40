"""What can be taken back after a restart, a kill, or a hostile `.zhen/`."""

from pathlib import Path

import pytest

from zhen_align.glossary.rows import Row, Status
from zhen_align.review import journal as module
from zhen_align.review.journal import Entry, Journal

OLD = Row("pump", "水泵", note="a\ttab", extra=("Mei",), line=3, raw="pump\t…")  # pump
NEW = Row("pump", "水泵", status=Status.ADMITTED, extra=("\ud800",))


def _entry(name: str) -> Entry:
    return Entry(name, "decide", ("en", "zh", "owner"), ((OLD, NEW), (None, OLD)), 12.5)


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    """Rows come back whole, their lines and half characters too."""
    first = Journal(tmp_path, "g.tsv")
    first.begin(_entry("one"))
    first.finish(["one"])
    first.begin(_entry("two"))
    found = Journal(tmp_path, "g.tsv").entries()
    assert [(each, each.done) for each in found] == [(_entry("one"), True), (_entry("two"), False)]
    assert found[0].pairs[0][0] is not None
    assert (found[0].pairs[0][0].line, found[0].pairs[0][0].raw) == (3, "pump\t…")
    assert first.lasting


def test_what_was_taken_back_is_gone(tmp_path: Path) -> None:
    """For every program that reads the journal."""
    mine, theirs = Journal(tmp_path, "g.tsv"), Journal(tmp_path, "g.tsv")
    mine.begin(_entry("one"))
    theirs.begin(_entry("two"))
    mine.strike("two")
    assert [each.id for each in theirs.entries()] == ["one"]


def test_glossaries_do_not_share_a_journal(tmp_path: Path) -> None:
    """Two files of the same name in two folders are two."""
    Journal(tmp_path, "a/g.tsv").begin(_entry("one"))
    assert Journal(tmp_path, "b/g.tsv").entries() == []


@pytest.mark.parametrize(
    "torn",
    [
        '{"do": "x", "pairs": [[[',
        "\xff\x00",
        "[]",
        "12",
        '{"do": 1}',
        "[" * 100_000,
        '{"undo": []}',
    ],
)
def test_a_line_that_broke_off_hurts_no_other(tmp_path: Path, torn: str) -> None:
    """Neither one before it nor the one that is written next."""
    journal = Journal(tmp_path, "g.tsv")
    journal.begin(_entry("one"))
    assert journal.path is not None
    with journal.path.open("ab") as file:
        file.write(torn.encode("latin-1"))
    journal.begin(_entry("two"))
    assert [each.id for each in journal.entries()] == ["one", "two"]


def test_git_does_not_see_it(tmp_path: Path) -> None:
    """`.zhen` ignores itself."""
    Journal(tmp_path, "g.tsv").begin(_entry("one"))
    assert (tmp_path / ".zhen" / ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize("place", [".zhen", ".zhen/review", "file"])
def test_no_link_is_followed(tmp_path: Path, place: str) -> None:
    """A folder or file that leads elsewhere is neither read nor written; undo stays in memory."""
    project, outside = tmp_path / "project", tmp_path / "outside"
    project.mkdir()
    outside.mkdir()
    path = Journal(project, "g.tsv").path
    assert path is not None
    link = path if place == "file" else project / place
    link.parent.mkdir(parents=True, exist_ok=True)
    target = outside / "victim" if place == "file" else outside
    if place == "file":
        target.write_text("precious", encoding="utf-8")
    link.symlink_to(target)
    journal = Journal(project, "g.tsv")
    journal.begin(_entry("one"))
    assert not journal.lasting
    assert [each.id for each in journal.entries()] == ["one"]
    assert [each.name for each in outside.rglob("*")] == (["victim"] if place == "file" else [])
    if place == "file":
        assert target.read_text(encoding="utf-8") == "precious"


def test_without_a_cache_nothing_is_written(tmp_path: Path) -> None:
    """Undo then lasts as long as the program."""
    journal = Journal(None, "g.tsv")
    journal.begin(_entry("one"))
    assert ([each.id for each in journal.entries()], journal.lasting) == (["one"], False)


def test_a_long_journal_forgets_the_oldest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It does not grow without end, and what it keeps is whole."""
    monkeypatch.setattr(module, "_LONGEST", 2_000)
    monkeypatch.setattr(module, "_KEPT", 3)
    journal = Journal(tmp_path, "g.tsv")
    for n in range(40):
        journal.begin(_entry(str(n)))
        journal.finish([str(n)])
    assert journal.path is not None
    assert journal.path.stat().st_size < 4_000
    kept = journal.entries()
    assert [each.id for each in kept] == [str(n) for n in range(40 - len(kept), 40)]
    assert all(each.done for each in kept)
