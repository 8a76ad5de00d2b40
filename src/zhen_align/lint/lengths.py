"""How long one side is for the other: usually in a pair of texts, and how far that differs.

Not here: what it means that a side is too short.
"""

import math
from statistics import median
from typing import NamedTuple

from zhen_align.lint.facts import Pair, Side
from zhen_align.types import Lang

_ENOUGH_BEADS = 5
_SHORTEST = 6.0
_SPREAD = (0.15, 0.4)  # what few sentences, or free ones, would say is bounded
_UNKNOWN = 0.3  # of few sentences
_ABBREVIATED, _LONG_WORD = 2.0, 13


class Usual(NamedTuple):
    """How much the other side says for one unit of the own, and how far that differs (log)."""

    ratio: float
    spread: float

    def shortage(self, lack: float, want: float) -> float:
        """Return in how many usual differences a side is too short."""
        share = max(0.05, 1 - lack / max(1.0, want))
        return min(_SHORTEST, -math.log(share) / self.spread)


def usual_ratio(pair: Pair, own: Lang) -> Usual:
    """Return how much the other side usually says for one unit of the own."""
    ratios = []
    for bead in pair.beads:
        if bead.is_whole:
            zh, en = bead.zh.size, bead.en.size
            if zh >= 5 and en >= 5:
                ratios.append(en / zh if own is Lang.ZH else zh / en)
    if len(ratios) < _ENOUGH_BEADS:
        return Usual(1.0, _UNKNOWN)
    middle = median(ratios)
    away = 1.4826 * median(abs(math.log(ratio / middle)) for ratio in ratios)
    return Usual(middle, max(_SPREAD[0], min(_SPREAD[1], away)))


def packed(side: Side, opposite: Side) -> float:
    """Return how much more a side says than its words count: CNN is four words in Chinese."""
    there = {name.key for _, name in opposite.names}
    words = {name.key: name.text for _, name in side.names if name.key not in there}
    return sum(_ABBREVIATED if w.isupper() and len(w) > 1 else 0.0 for w in words.values()) + sum(
        len(w) >= _LONG_WORD for w in words.values()
    )
