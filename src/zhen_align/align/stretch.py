"""Stretches of two texts with all that their beads are judged by, whole or in parts."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from zhen_align.align.cues import Cues
from zhen_align.align.matches import Corridor, Matches
from zhen_align.align.meaning import Meaning
from zhen_align.align.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of both texts, the corridor through it, the matches in it, its vectors if any."""

    zh: Tokens
    en: Tokens
    zh_cues: Cues
    en_cues: Cues
    corridor: Corridor
    matches: Matches
    meaning: Meaning | None = None

    @property
    def shape(self) -> tuple[int, int]:
        """Return the rows in which a bead can begin, and the width of the corridor."""
        return self.zh.units, self.corridor.width

    def part(self, first: int, last: int) -> "Stretch":
        """Return the rows first..last - 1 with all that they can reach, numbered anew."""
        corridor = self.corridor
        begin, end = int(corridor.low[first]), int(corridor.high[last])
        zh_from, zh_to = np.searchsorted(self.zh.unit, [first, last])
        en_from, en_to = np.searchsorted(self.en.unit, [begin, end])
        a, b = np.searchsorted(self.matches.zh, [zh_from, zh_to])
        zh, en, strength = self.matches.zh[a:b], self.matches.en[a:b], self.matches.strength[a:b]
        near = (en >= en_from) & (en < en_to)
        zh_part = None if corridor.zh_part is None else corridor.zh_part[first:last]
        en_part = None if corridor.en_part is None else corridor.en_part[begin:end]
        return Stretch(
            self.zh.part(first, last),
            self.en.part(begin, end),
            self.zh_cues.part(first, last),
            self.en_cues.part(begin, end),
            Corridor(
                corridor.low[first : last + 1] - begin,
                corridor.high[first : last + 1] - begin,
                zh_part,
                en_part,
            ),
            Matches(zh[near] - zh_from, en[near] - en_from, strength[near]),
            self.meaning.part(slice(first, last), slice(begin, end)) if self.meaning else None,
        )


def chunks(stretch: Stretch, rows: int, longest: int) -> Iterator[tuple[int, int, Stretch]]:
    """Yield parts of a long stretch: first row, how many rows of it to skip, the part.

    A part holds whatever can match a sentence of its own `rows` rows, and the beads of up
    to `longest` sentences that begin there, so that its tables are those of the whole.
    Tables of a whole book do not fit the processor's cache, those of a chapter do.
    """
    low, high = stretch.corridor.low, stretch.corridor.high
    n = stretch.zh.units
    for first in range(0, n, rows):
        end = min(first + rows + longest, n)
        begin = min(int(np.searchsorted(high, low[first], side="right")) - 1, first)
        last = max(int(np.searchsorted(low, high[end], side="left")), end)
        yield first, first - max(begin, 0), stretch.part(max(begin, 0), min(last, n))


def allowed(stretch: Stretch, x: int, y: int) -> npt.NDArray[np.bool_]:
    """Tell which beads stay inside the corridor and inside one part of it."""
    corridor = stretch.corridor
    rows, width = stretch.shape
    i = np.arange(rows)
    j = corridor.low[:-1, None] + np.arange(width)
    inside = (i + x <= rows)[:, None] & (j <= corridor.high[:-1, None])
    end = np.minimum(i + x, rows)
    inside &= (j + y >= corridor.low[end][:, None]) & (j + y <= corridor.high[end][:, None])
    if corridor.zh_part is not None and corridor.en_part is not None and y:
        first, last = corridor.zh_part, corridor.zh_part[end - 1]
        most = len(corridor.en_part)
        begin = corridor.en_part[np.minimum(j, most - 1)]
        finish = corridor.en_part[np.minimum(j + y, most) - 1]
        inside &= (first == last)[:, None] & (begin == first[:, None]) & (finish == last[:, None])
    return inside
