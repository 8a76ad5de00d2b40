"""Where terms stand in the texts, while the rows change."""

import time
from collections.abc import Callable

from zhen_align.glossary.rows import Row
from zhen_align.review.evidence import Evidence, numbers_of

ROWS = [Row("probe", "探针"), Row("probe", "传感器")]  # probe; sensor


def _wait(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + 5
    while not happened() and time.monotonic() < end:
        time.sleep(0.01)
    assert happened()


def test_a_new_rendering_is_looked_for(evidence: Evidence) -> None:
    """What was unknown before belongs to it afterwards."""
    assert len(numbers_of(evidence.seen, ROWS[0], ROWS[:1], "rest")) == 1
    version = evidence.version
    evidence.look(ROWS)
    assert evidence.version == version + 1
    assert numbers_of(evidence.seen, ROWS[0], ROWS, "rest") == []
    assert evidence.seen.pairs["probe", "", "传感器"] == [2]


def test_a_new_status_is_no_new_form(evidence: Evidence) -> None:
    """The texts are not looked through again."""
    evidence.look(ROWS)
    version = evidence.version
    evidence.look([Row("probe", "探针", note="thin"), ROWS[1]])
    assert evidence.version == version


def test_the_look_follows_the_rows(evidence: Evidence) -> None:
    """In a thread, which ends when it is told."""
    evidence.follow()
    evidence.wake(ROWS)
    _wait(lambda: ("probe", "", "传感器") in evidence.seen.pairs)
    evidence.wake(ROWS[:1])
    _wait(lambda: ("probe", "", "传感器") not in evidence.seen.pairs)
    evidence.close()


def test_without_texts_there_is_nothing() -> None:
    """No example, no count, and it says whether it has looked."""
    evidence = Evidence()
    assert not evidence.ready
    evidence.look(ROWS)
    assert (evidence.ready, evidence.seen.pairs) == (True, {})
