"""What marks say of sentences: soft ends, and headings, which end with none."""

import numpy as np
import pytest

from zhen_align.align.corridor import whole
from zhen_align.align.cues import cues
from zhen_align.align.features import Features
from zhen_align.align.looks import prepare, relative, scored, stretch_of, usual
from zhen_align.align.stretch import allowed
from zhen_align.align.tokens import Text
from zhen_align.align.weights import FEATURES, TYPES, Weights

ENDS = [
    ("The Long Night", 1, "a heading"),
    ("The night is long.", 0, "a sentence"),
    ('"The night is long."', 0, "a sentence inside quotes"),
    ("The Bridge (1893)", 1, "a heading that ends with a bracket"),
    ("(The night is long.)", 0, "a sentence inside brackets"),
    ("Note:", 0, "a colon leads on"),
    ("小结", 1, "summary"),
    ("夜很长。", 0, "the night is long"),
    ("夜很长。”", 0, "the night is long, a quote closes"),
    ("注意：", 0, "note"),
]


@pytest.mark.parametrize(("text", "bare", "gloss"), ENDS, ids=[row[2] for row in ENDS])
def test_what_no_mark_ends(text: str, bare: int, gloss: str) -> None:
    """Headings end with no mark; quotes and brackets that close are no end by themselves."""
    assert cues([Text(text)]).bare.tolist() == [bare]


def test_headings_keep_to_themselves() -> None:
    """A heading is counted where it is joined to what follows, and where its partner is none."""
    zh = [Text(t) for t in ("小结", "夜很长。")]  # summary; the night is long
    en = [Text(t) for t in ("Summary", "The night is long.")]
    ready = prepare(zh, en, whole(2, 2))
    made = Features(stretch_of(ready), usual(ready), ((1, 1), (2, 1), (1, 2), (2, 2)))

    def at(x: int, y: int, row: int, column: int) -> tuple[float, float, float]:
        tables = dict(made.of_type(x, y))
        names = ("one bare", "zh headed", "en headed")
        one, two, three = (float(tables[name][row, column]) for name in names)
        return one, two, three

    assert at(1, 1, 0, 0) == at(1, 1, 1, 1) == (0, 0, 0)
    assert at(1, 1, 0, 1) == at(1, 1, 1, 0) == (1, 0, 0)
    assert at(2, 1, 0, 1) == (0, 1, 0)
    assert at(1, 2, 1, 0) == (0, 0, 1)
    assert at(2, 2, 0, 0) == (0, 1, 1)


def test_cues_of_some_sentences() -> None:
    """Cues are told sentence by sentence, so that stretches of a text keep theirs."""
    whole_text = cues([Text(t) for t in ("Summary", "The night is long,", "and cold.")])
    part = whole_text.chosen(np.array([1, 2]))
    assert part.soft.tolist() == [1, 0]
    assert part.bare.tolist() == whole_text.part(1, 3).bare.tolist() == [0, 0]


def test_what_is_mixed_weighs_the_same() -> None:
    """Marks and borders summed at once give a bead the score of its features one by one."""
    zh = [Text(t) for t in ("夜（很长）吗？", "“不：3 天！”", "3……")]  # is the night (long)?
    en = [Text(t) for t in ("Is the night (long)?", '"No: 3 days!"', "Days - 3...", "So?")]
    ready, weights = prepare(zh, en, whole(3, 4)), Weights()
    stretch, usually = stretch_of(ready), usual(ready)
    at_once = scored(stretch, usually, weights)
    apart = Features(stretch, usually, TYPES)
    size = weights.zh_alone_size * relative(ready.zh.size)[:, None]
    for number, (x, y) in enumerate(TYPES):
        total = np.zeros(stretch.shape) + (0 if y else size)
        for name, table in apart.of_type(x, y):
            total += weights.features[FEATURES.index(name)] * table
        inside = allowed(stretch, x, y)
        assert at_once.scores[number][inside] == pytest.approx(total[inside], abs=1e-4)
