"""Whether a decision still fits what stands in the file."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhen_align.glossary.rows import Row, Status, Table, parse, render
from zhen_align.review.draft import Change, Conflict, Draft, Made, Why, said

PUMP = Row("pump", "水泵", count="3")  # pump
PROBE = Row("probe", "探针", status=Status.PREFERRED, note="thin")  # probe
SENSOR = Row("probe", "传感器")  # sensor
TABLE = Table((PROBE, SENSOR, PUMP))


def _why(result: Made | Conflict) -> Why:
    assert isinstance(result, Conflict)
    return result.why


def test_a_status_is_changed_in_place() -> None:
    """The row keeps its place, its neighbours their lines."""
    draft = Draft(TABLE)
    wanted = replace(SENSOR, status=Status.FORBIDDEN)
    assert draft.apply(Change(SENSOR, wanted)) == Made(SENSOR, wanted)
    assert draft.table().rows == (PROBE, wanted, PUMP)


def test_counts_do_not_matter() -> None:
    """A build that refreshed a count is no reason for a conflict, and keeps its count."""
    now = replace(PUMP, count="5")
    draft = Draft(Table((now,)))
    draft.apply(Change(PUMP, replace(PUMP, status=Status.ADMITTED)))
    assert draft.table().rows == (replace(now, status=Status.ADMITTED),)


def test_different_fields_are_merged() -> None:
    """Somebody wrote a note meanwhile: the note stays, the status is the new one."""
    now = replace(PUMP, note="see 4.2")
    draft = Draft(Table((now,)))
    made = draft.apply(Change(PUMP, replace(PUMP, status=Status.ADMITTED)))
    assert made == Made(now, replace(now, status=Status.ADMITTED))


def test_the_same_field_is_a_conflict() -> None:
    """Somebody rejected the row meanwhile: nothing is changed, unless it is forced."""
    now = replace(PUMP, status=Status.REJECTED)
    draft = Draft(Table((now,)))
    change = Change(PUMP, replace(PUMP, status=Status.ADMITTED))
    assert draft.apply(change) == Conflict(Why.CHANGED, change, now)
    assert draft.table().rows == (now,)
    assert draft.apply(change, force=True) == Made(now, replace(now, status=Status.ADMITTED))


def test_the_same_decision_twice_changes_nothing() -> None:
    """What the file says already is no conflict and no change."""
    now = replace(PUMP, status=Status.ADMITTED)
    made = Draft(Table((now,))).apply(Change(PUMP, now))
    assert isinstance(made, Made)
    assert made.idle


def test_a_row_that_has_gone() -> None:
    """A decision about it is a conflict; forced, the row is added again."""
    draft = Draft(Table((PROBE,)))
    wanted = replace(PUMP, status=Status.ADMITTED)
    assert _why(draft.apply(Change(PUMP, wanted))) is Why.GONE
    assert draft.apply(Change(PUMP, wanted), force=True) == Made(None, wanted)
    assert draft.table().rows == (PROBE, wanted)


def test_no_two_rows_become_the_same() -> None:
    """The reader of the file refuses rows that say the same, so they are not written."""
    other = Row("pump", "水泵", status=Status.ADMITTED, note="mine")
    draft = Draft(Table((PUMP, other)))
    change = Change(PUMP, replace(PUMP, status=Status.ADMITTED))
    assert draft.apply(change, force=True) == Conflict(Why.EXISTS, change, other)


def test_a_row_is_added_with_its_term() -> None:
    """After the term's rows; a new term goes where the alphabet has it."""
    draft = Draft(TABLE)
    rod, leaf = Row("probe", "测杆"), Row("leaf", "叶片")  # measuring rod; leaf
    for row in (rod, leaf):
        assert draft.apply(Change(None, row)) == Made(None, row)
    assert draft.table().rows == (leaf, PROBE, SENSOR, rod, PUMP)
    assert _why(draft.apply(Change(None, replace(rod, note="another")))) is Why.EXISTS


def test_a_row_moves_to_its_new_term() -> None:
    """Its English form changed; the rows around it do not move."""
    draft = Draft(TABLE)
    moved = replace(SENSOR, en="Zone")
    draft.apply(Change(SENSOR, moved))
    assert draft.table().rows == (PROBE, PUMP, moved)


def test_a_row_is_taken_away_as_it_was_seen() -> None:
    """A row that says something else by now is not removed."""
    now = replace(PUMP, note="new")
    draft = Draft(Table((PROBE, now)))
    assert _why(draft.apply(Change(PUMP, None))) is Why.CHANGED
    assert draft.apply(Change(now, None)) == Made(now, None)
    assert draft.table().rows == (PROBE,)


@pytest.mark.parametrize("base", [None, PUMP], ids=["a new row", "a row there is"])
def test_a_row_says_something(base: Row | None) -> None:
    """A row without any form is refused; the file could not be read with it."""
    assert _why(Draft(TABLE).apply(Change(base, replace(PUMP, en=" ", zh="")))) is Why.BLANK


def test_two_fields_changed_by_two_people_can_leave_nothing() -> None:
    """One cleared the English form, the other the Chinese one: no row without both."""
    now = replace(PUMP, en="")
    draft = Draft(Table((now,)))
    assert draft.current(PUMP) is None
    assert _why(draft.apply(Change(now, replace(now, zh="")))) is Why.BLANK


WORDS = st.sampled_from(["a", "b", "C"])
ROWS = st.builds(
    Row,
    en=WORDS,
    zh=st.sampled_from(["甲", "乙", "丙"]),  # first, second, third
    status=st.sampled_from(list(Status)),
    note=st.sampled_from(["", "n"]),
)
CHANGES = st.lists(
    st.tuples(st.integers(0, 9), st.none() | ROWS, st.booleans(), st.booleans()), max_size=6
)


@settings(max_examples=150)
@given(st.lists(ROWS, max_size=6), CHANGES)
def test_whatever_is_done_the_file_can_be_read(
    rows: list[Row], changes: list[tuple[int, Row | None, bool, bool]]
) -> None:
    """No row is touched that was not meant, and what was done can be undone to the byte."""
    unique = {(row.en, row.zh, row.status): row for row in rows}
    start = parse(render(Table(tuple(sorted(unique.values(), key=lambda r: r.en.casefold())))), "")
    draft = Draft(start)
    done = []
    for number, wanted, force, new in changes:
        there = draft.rows
        base = None if new or not there else there[number % len(there)]
        result = draft.apply(Change(base, wanted), force=force)
        if isinstance(result, Made) and not result.idle:
            done.append(result)
    table = draft.table()
    again = parse(render(table), "")
    assert [said(row) for row in again.rows] == [said(row) for row in table.rows]
    meant = {said(row) for made in done for row in (made.before, made.after) if row}
    assert {said(r) for r in start.rows} - meant <= {said(r) for r in table.rows}
    back = Draft(table)
    for made in reversed(done):
        assert isinstance(back.apply(Change(made.after, made.before, exact=True)), Made)
    assert render(back.table()) == render(start)
