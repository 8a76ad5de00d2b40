"""What keys mean: decide, keep, merge two terms."""

from dataclasses import replace

import pytest

from zhen_align.glossary.merge import merge
from zhen_align.glossary.rows import Row, Status, Table, fingerprint
from zhen_align.review.actions import Add, Decide, Edit, Merge, perform
from zhen_align.review.draft import Change, Conflict, Draft, Made, Why
from zhen_align.terms.candidate import Candidate


def _auto(en: str, zh: str, abbr: str = "") -> Row:
    """Return a row of the program."""
    return Row(en, zh, abbr, count="1", share="1.00", source=fingerprint(en, abbr, zh))


ROUTER = _auto("router", "路由器")  # router
HYPHEN, BLANK = _auto("path-planner", "路径规划器"), _auto("path planner", "路径规划器")  # planner
SHORT = _auto("route planner", "规划器")  # planner


def _after(table: Table, *actions: Decide | Edit | Add | Merge) -> tuple[Row, ...]:
    draft = Draft(table)
    for action in actions:
        assert all(isinstance(each, Made) for each in perform(draft, action))
    return draft.table().rows


def test_a_decision_makes_the_row_a_persons() -> None:
    """Only the status changes."""
    (row,) = _after(Table((ROUTER,)), Decide((ROUTER,), Status.PREFERRED))
    assert row == replace(ROUTER, status=Status.PREFERRED)
    assert not row.is_program


def test_a_decision_on_many_rows_does_what_fits() -> None:
    """A row that has gone stops only itself."""
    draft = Draft(Table((ROUTER,)))
    results = perform(draft, Decide((SHORT, ROUTER), Status.ADMITTED))
    assert [type(each) for each in results] == [Conflict, Made]
    assert draft.table().rows[0].status is Status.ADMITTED


def test_a_kept_term_stays_in_latin_letters() -> None:
    """The row says so itself; the rendering it held is not proposed again."""
    (row,) = _after(Table((ROUTER,)), Decide((ROUTER,), Status.KEEP))
    assert (row.en, row.zh, row.status) == ("router", "router", Status.KEEP)
    again = merge(Table((row,)), [Candidate("router", "", "路由器", 3, 1.0, 0.9)])
    assert again.rows == (row,)


def test_a_kept_term_that_has_its_row() -> None:
    """The row with the same form on both sides is kept, not a second one made."""
    same = _auto("router", "router")
    rows = _after(Table((ROUTER, same)), Decide((ROUTER,), Status.KEEP))
    assert rows == (ROUTER, replace(same, status=Status.KEEP))


def test_nothing_in_latin_letters_to_keep() -> None:
    """A row with Chinese alone cannot be kept."""
    row = Row("", "泵", status=Status.REJECTED)  # pump
    (result,) = perform(Draft(Table((row,))), Decide((row,), Status.KEEP))
    assert isinstance(result, Conflict)
    assert result.why is Why.NO_NAME


def test_two_spellings_become_one_term() -> None:
    """The same rendering of another spelling goes; the next build does not bring it back."""
    rows = _after(Table((BLANK, HYPHEN)), Merge(HYPHEN, BLANK), Decide((BLANK,), Status.PREFERRED))
    assert rows == (replace(BLANK, status=Status.PREFERRED),)
    again = merge(Table(rows), [Candidate("path-planner", "", "路径规划器", 3, 1.0, 0.9)])
    assert again.rows == rows


def test_two_words_become_one_term() -> None:
    """Renderings move over; one that both have is struck off the first, and stays so."""
    twin = _auto("route planner", "路径规划器")
    rows = _after(Table((BLANK, SHORT, twin)), Merge(SHORT, BLANK))
    assert [(row.en, row.zh, str(row.status)) for row in rows] == [
        ("path planner", "路径规划器", "candidate"),
        ("path planner", "规划器", "candidate"),
        ("route planner", "路径规划器", "rejected"),
    ]
    found = [Candidate("route planner", "", zh, 3, 1.0, 0.9) for zh in ("规划器", "路径规划器")]
    more = {row.en for row in merge(Table(rows), found).rows if row not in rows}
    assert more == set()


def test_a_merge_loses_no_note() -> None:
    """What a person wrote beside either row is kept, and a decision wins over none."""
    ours = Row("path-planner", "路径规划器", status=Status.ADMITTED, note="ours", extra=("Mei",))
    theirs = Row("path planner", "路径规划器", note="theirs", extra=("Bo",))
    (row,) = _after(Table((theirs, ours), ("en", "zh", "who")), Merge(ours, theirs))
    assert (row.status, row.note, row.extra) == (Status.ADMITTED, "theirs; ours", ("Bo; Mei",))


def test_a_kept_name_takes_the_name_of_its_new_term() -> None:
    """`zh` equals `en` before and after."""
    kept, into = Row("Botanix", "Botanix", status=Status.KEEP), Row("Botanix 2", "植物机")
    rows = _after(Table((kept, into)), Merge(kept, into))
    assert ("Botanix 2", "Botanix 2") in {(row.en, row.zh) for row in rows}


def test_a_term_is_not_merged_into_itself() -> None:
    """Case makes no other term."""
    other = replace(ROUTER, en="Router")
    (result,) = perform(Draft(Table((ROUTER, other))), Merge(ROUTER, other))
    assert isinstance(result, Conflict)
    assert result.why is Why.SAME


def test_a_rendering_that_no_text_has_is_added() -> None:
    """It stands with its term, a person's row."""
    new = Row("router", "选路器", status=Status.ADMITTED)  # path chooser
    assert _after(Table((ROUTER, SHORT)), Add(new)) == (ROUTER, new, SHORT)


def test_a_rendering_that_is_there_is_not_added() -> None:
    """The row that is there is named, whatever its status."""
    (result,) = perform(Draft(Table((ROUTER,))), Add(replace(ROUTER, status=Status.ADMITTED)))
    assert isinstance(result, Conflict)
    assert (result.why, result.theirs) == (Why.EXISTS, ROUTER)


def test_a_merge_is_made_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one row does not fit, no row has moved."""
    rows = (BLANK, SHORT, _auto("route planner", "规划机"))  # planner; planning machine
    draft = Draft(Table(rows))
    apply = Draft.apply

    def second_fails(self: Draft, change: Change, *, force: bool = False) -> Made | Conflict:
        if change.base is rows[2]:
            return Conflict(Why.CHANGED, change)
        return apply(self, change, force=force)

    monkeypatch.setattr(Draft, "apply", second_fails)
    assert [type(each) for each in perform(draft, Merge(SHORT, BLANK))] == [Conflict]
    assert draft.table().rows == rows


def test_a_merge_keeps_two_scripts_apart() -> None:
    """Simplified and Traditional are two rows of a person, and stay two."""
    pair = [Row("atlas", zh, status=Status.ADMITTED) for zh in ("图谱", "圖譜")]  # atlas, twice
    rows = _after(Table((*pair, BLANK)), Merge(pair[0], BLANK))
    assert {(row.en, row.zh) for row in rows} >= {
        ("path planner", "图谱"),
        ("path planner", "圖譜"),
    }


def test_a_kept_term_reads_the_same_on_both_sides() -> None:
    """Neither an edit nor an addition makes it otherwise; an older one may still get a note."""
    odd = Row("Botanix", "植物机", status=Status.KEEP)  # plant machine
    for action in (Add(odd), Edit(ROUTER, replace(ROUTER, status=Status.KEEP))):
        (result,) = perform(Draft(Table((ROUTER,))), action)
        assert isinstance(result, Conflict)
        assert result.why is Why.TWO_NAMES
    assert _after(Table((odd,)), Edit(odd, replace(odd, note="n")))[0].note == "n"
