"""How closely the sentences of two texts match."""

import numpy as np
import pytest

from zhen_align.compare.closeness import Sentences
from zhen_align.compare.marks import across, marks
from zhen_align.types import Lang

RIVER = "这条河很长。桥是用木头做的。"  # This river is long. The bridge is made of wood.
TOGETHER = "The river is long. The bridge is made of wood."
CROSSED = "The river is made of wood. The bridge is long."
MORE = TOGETHER + " A tiger sleeps in the garden. The library owns seven mirrors."


def _close(zh: str, en: list[str]) -> list[float]:
    """Return how closely one Chinese text matches each of several English ones."""
    spoken = across([marks(zh, Lang.ZH)], [marks(text, Lang.EN) for text in en])
    worth = [np.ones(len(side)) for side in (spoken.whole.a_common, spoken.whole.b_common)]
    asked = Sentences(spoken, spoken.a_text, spoken.b_text, *worth)
    b = np.arange(len(en))
    return [float(each) for each in asked.closeness(np.zeros_like(b), b)]


def test_words_must_meet_in_one_sentence() -> None:
    """The same words across other sentences are less close; none at all is not close."""
    together, crossed, none = _close(RIVER, [TOGETHER, CROSSED, "Seven tigers sleep."])
    assert together > crossed + 0.1
    assert none < 0.05


def test_a_condensed_text_is_as_close_as_a_full_one() -> None:
    """What the longer account says beyond it does not count against it."""
    full, more = _close(RIVER, [TOGETHER, MORE])
    assert more == pytest.approx(full, abs=0.01)


def test_pairs_are_asked_in_blocks_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """How many are asked at a time changes nothing."""
    texts = [TOGETHER, CROSSED, MORE, "Seven tigers sleep.", RIVER]
    whole = _close(RIVER, texts)
    monkeypatch.setattr("zhen_align.compare.closeness._AT_ONCE", 1)
    assert _close(RIVER, texts) == pytest.approx(whole)
