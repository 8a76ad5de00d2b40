"""Decisions from an edited copy: they win, and nothing of the glossary is lost."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from zhen_align.glossary.adopt import adopt
from zhen_align.glossary.merge import merge, term_key
from zhen_align.glossary.rows import COLUMNS, Row, Status, Table, parse, render
from zhen_align.terms.candidate import Candidate


def built(*pairs: tuple[str, str]) -> Table:
    """Return a table of the program's rows."""
    return merge(Table(), [Candidate(en, "", zh, 2, 1.0, 0.5) for en, zh in pairs])


def copied(table: Table, at: int, **changes: object) -> Table:
    """Return a copy with one row edited."""
    rows = list(table.rows)
    rows[at] = replace(rows[at], raw=None, **changes)  # type: ignore[arg-type]
    return Table(tuple(rows), table.columns)


def test_an_untouched_copy_changes_nothing() -> None:
    """Not a byte, and the program's rows in it are not taken in, however old."""
    table = built(("pump", "水泵"), ("valve", "阀门"))
    assert adopt(table, table).table is table
    assert adopt(built(("pump", "水泵")), table).table.rows == built(("pump", "水泵")).rows


def test_a_judged_row_takes_its_place() -> None:
    """Status and note come, the live numbers stay."""
    table = built(("pump", "水泵"), ("valve", "阀门"))
    done = adopt(table, copied(table, 0, status=Status.PREFERRED, note="x", count="99"))
    assert [(r.en, r.status, r.note, r.count) for r in done.table.rows] == [
        ("pump", Status.PREFERRED, "x", "2"),
        ("valve", Status.CANDIDATE, "", "2"),
    ]
    assert len(done.changed) == 1
    assert not done.added


def test_a_corrected_row_replaces_what_it_corrects() -> None:
    """The fingerprint says which row of the program it was."""
    table = built(("pump", "水"), ("valve", "阀门"))
    done = adopt(table, copied(table, 0, zh="水泵", status=Status.PREFERRED))
    assert [(r.en, r.zh) for r in done.table.rows] == [("pump", "水泵"), ("valve", "阀门")]
    assert (
        adopt(done.table, copied(table, 0, zh="水泵", status=Status.PREFERRED)).table is done.table
    )


def test_new_rows_join_their_term() -> None:
    """Behind the rows that stand there, in the order of the copy."""
    table = built(("pump", "水泵"), ("valve", "阀门"))
    copy = Table(
        (Row("pump", "泵", status=Status.ADMITTED), Row("fan", "风扇", status=Status.KEEP))
    )
    done = adopt(table, copy)
    assert [(r.en, r.zh) for r in done.table.rows] == [
        ("fan", "风扇"), ("pump", "水泵"), ("pump", "泵"), ("valve", "阀门"),
    ]  # fmt: skip
    assert len(done.added) == 2


def test_added_columns_come_along() -> None:
    """The table gets them, and every other row an empty field."""
    table = built(("pump", "水泵"), ("valve", "阀门"))
    rows = (Row("pump", "水泵", status=Status.PREFERRED, extra=("ACME",)),)
    done = adopt(table, Table(rows, (*COLUMNS, "client"))).table
    assert done.columns == (*COLUMNS, "client")
    assert [row.extra for row in done.rows] == [("ACME",), ("",)]


ROWS = st.builds(
    Row,
    st.sampled_from(["pump", "Pump", "valve", "fan"]),
    st.sampled_from(["水泵", "泵", "阀门"]),
    status=st.sampled_from(list(Status)),
    domain=st.sampled_from(["", "water"]),
    note=st.sampled_from(["", "n"]),
    source=st.sampled_from(["", "auto-12345678"]),
)


@given(st.lists(ROWS, max_size=6), st.lists(ROWS, max_size=6))
def test_every_row_stays_or_is_changed_by_one(old: list[Row], new: list[Row]) -> None:
    """Nobody's row goes; whatever the copy says is there afterwards; again changes nothing."""
    table = Table(tuple(sorted(old, key=term_key)))
    copy = Table(tuple(new))
    done = adopt(table, copy)
    assert len(done.table.rows) == len(old) + len(done.added)
    untouched = [row for row in old if row not in [was for was, _ in done.changed]]
    assert all(row in done.table.rows for row in untouched)
    said = {(r.en, r.zh, r.status, r.note, r.domain) for r in done.table.rows}
    last = {(r.en, r.abbr, r.zh, r.domain): r for r in new if not r.is_program}
    assert {(r.en, r.zh, r.status, r.note, r.domain) for r in last.values()} <= said or any(
        (a.en, a.zh) == (b.en, b.zh) and a != b for a in new for b in new
    )
    assert list(map(term_key, done.table.rows)) == sorted(map(term_key, done.table.rows))
    if len({(r.en, r.zh) for r in new}) == len(new):
        assert render(adopt(done.table, copy).table) == render(done.table)


def test_a_copy_without_a_column_changes_nothing_in_it() -> None:
    """Some formats hold less than the glossary; what they lack is nobody's decision."""
    header = "en\tabbr\tzh\tstatus\tcount\tshare\tdomain\tnote\tsource\towner\n"
    table = parse(header + "soil\tS\t土壤\tadmitted\t4\t1.00\tfarm\tnote\tme\tLi\n", "g.tsv")
    copy = parse("en\tzh\tstatus\nsoil\t土壤\tpreferred\n", "copy.tsv")
    (row,) = adopt(table, copy).table.rows
    assert (row.status, row.abbr, row.domain, row.note) == ("preferred", "S", "farm", "note")
    assert (row.source, row.count, row.extra) == ("me", "4", ("Li",))
    assert adopt(table, parse("en\tzh\tstatus\nsoil\t土壤\tadmitted\n", "copy.tsv")).changed == ()
