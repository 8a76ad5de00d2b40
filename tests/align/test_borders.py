"""Clauses that were dealt out anew: what stands across a border speaks against it."""

from collections.abc import Sequence

import numpy as np

from zhen_align.align.borders import NAMES, across, of_type
from zhen_align.align.corridor import through, whole
from zhen_align.align.evidence import Windows
from zhen_align.align.matches import Corridor
from zhen_align.align.sequences import align_sentences
from zhen_align.align.tokens import Text

# a village in four clauses, English and Chinese; the mark at the end is put in by the tests
EN = [
    "The miller ground 40 sacks of wheat before the flood",
    "his daughter painted a blue horse on the kitchen door",
    "every autumn the teacher picked mushrooms in the forest",
    "two soldiers guarded the wooden bridge all winter",
]
ZH = [
    "磨坊主在洪水前磨了40袋小麦",
    "他的女儿在厨房门上画了一匹蓝马",
    "老师每年秋天到森林里采蘑菇",
    "整个冬天都有两名士兵守卫木桥",
]  # the same, clause by clause


def kinds(zh: Sequence[Sequence[int]], en: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Return the types of the beads between sentences made of the clauses named."""
    zh_texts = [Text("，".join(ZH[n] for n in some) + "。") for some in zh]
    en_texts = [Text(", and ".join(EN[n] for n in some) + ".") for some in en]
    return [(step.zh_count, step.en_count) for step in align_sentences(zh_texts, en_texts)]


def test_a_clause_that_went_to_the_next_sentence() -> None:
    """What was dealt out otherwise is one bead, in either direction; what was not are two."""
    assert kinds([[0, 1], [2], [3]], [[0], [1, 2], [3]]) == [(2, 2), (1, 1)]
    assert kinds([[0], [1, 2], [3]], [[0, 1], [2], [3]]) == [(2, 2), (1, 1)]
    assert kinds([[0, 1], [2], [3]], [[0, 1], [2], [3]]) == [(1, 1), (1, 1), (1, 1)]
    assert kinds([[0], [1], [2, 3]], [[0], [1], [2], [3]]) == [(1, 1), (1, 1), (1, 2)]


def windows(one: Sequence[Sequence[float]], two: Sequence[Sequence[float]]) -> Windows:
    """Return evidence against windows of one and of two sentences."""
    tables = {n: np.array(table, dtype=np.float32) for n, table in ((1, one), (2, two))}
    return Windows(tables, {}, np.zeros(2))


def evidence(corridor: Corridor) -> dict[str, np.ndarray]:
    """Return what stands across the borders of two sentences a side.

    The first Chinese sentence would gain 3 from the second English one, which would gain 2.
    """
    zh = windows([[5, 0, 0], [0, 4, 0]], [[8, 0, 0], [4, 4, 0]])
    en = windows([[5, 0, 0], [0, 4, 0]], [[5, 2, 0], [0, 4, 0]])
    en.gain[2][0, 1] = 6
    return across(zh, en, corridor)


def test_both_sides_of_a_border() -> None:
    """Only the border between both sentences has something across; half of it at each bead."""
    found = evidence(whole(2, 2))
    assert set(found) == set(NAMES)
    assert (found["zh across"][1, 1], found["en across"][1, 1]) == (3, 2)
    assert found["both across"][1, 1] == 2
    assert all(table.sum() == table[1, 1] for table in found.values())
    halves = of_type(found, whole(2, 2), 1, 1)
    assert (halves["zh across"][0, 0], halves["zh across"][1, 1]) == (1.5, 1.5)
    assert of_type(found, whole(2, 2), 2, 2)["zh across"][0, 0] == 0


def test_nothing_crosses_a_closed_border() -> None:
    """Paragraphs that are aligned apart say nothing about each other."""
    assert all(not table.any() for table in evidence(through([(1, 1), (1, 1)])).values())
