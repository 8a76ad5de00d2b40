"""Cheap signs of what a sentence is: its marks, its quotes, how it begins and ends.

A translation keeps its questions, exclamations, colons and brackets; a bead whose one
side opens a quotation and whose other does not is cut in the wrong place.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from zhen_align.align.lexicon import Ints
from zhen_align.align.tokens import Text

Counts = npt.NDArray[np.int64]
Table = npt.NDArray[np.float32]

MIXED = "marks"
MARKS = ("?", "!", ":", "(", '"', "…", "—", "digit")
_SAME = {
    ord(a): b
    for a, b in zip("？！：（）“”「」『』‘’–；，、。．", '?!:()""""""\'\'—;,,..', strict=True)
}
_OPENS = tuple('“「『"‘')
_CLOSES = tuple('”」』"’')
_SOFT = (":", ",", ";", "—", "-")
_ENDS = (*_SOFT, ".", "?", "!", "…")
_AFTER = "\"'”’」』)）]】*_` "
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Cues:
    """Per sentence: which marks it has, a bit for each, its commas, and whether an edge is a
    quote or soft.

    `bare` are those that no mark ends, headings above all.
    """

    marks: Counts
    commas: Counts
    opens: Counts
    closes: Counts
    soft: Counts
    lower: Counts
    bare: Counts

    def part(self, first: int, last: int) -> "Cues":
        """Return the cues of the sentences first..last - 1."""
        return self._at(slice(first, last))

    def chosen(self, units: Ints) -> "Cues":
        """Return the cues of some sentences."""
        return self._at(units)

    def _at(self, place: slice | Ints) -> "Cues":
        return Cues(
            self.marks[place],
            self.commas[place],
            self.opens[place],
            self.closes[place],
            self.soft[place],
            self.lower[place],
            self.bare[place],
        )


def cues(texts: Sequence[Text]) -> Cues:
    """Return the cues of sentences in either language."""
    rows = [_row(unit.text.strip()) for unit in texts]
    return Cues(*np.array(rows, dtype=np.int64).reshape(-1, 7).T)


def any_of(marks: Counts, count: int) -> Counts:
    """Return which marks stand in so many sentences from each on; there are none past the last.

    >>> any_of(np.array([1, 2, 0, 4]), 2).tolist()
    [3, 2, 4, 4]
    """
    found = marks.copy()
    for by in range(1, min(count, len(marks))):
        found[:-by] |= marks[by:]
    return found


def mixed_marks(weights: Mapping[str, float]) -> Table:
    """Return what the marks of both sides weigh together, by their bits on each."""
    marks = np.arange(1 << len(MARKS))
    both, one = marks[:, None] & marks, marks[:, None] ^ marks
    parts = [
        weights[f"both {mark}"] * (both >> bit & 1) + weights[f"one {mark}"] * (one >> bit & 1)
        for bit, mark in enumerate(MARKS)
    ]
    total: Table = np.add.reduce(parts).astype(np.float32)
    return total


def _row(text: str) -> list[int]:
    plain = text.translate(_SAME)
    marks = [
        "?" in plain, "!" in plain, ":" in plain, "(" in plain, '"' in plain,
        "…" in plain or "..." in plain, "—" in plain or "--" in plain,
        _DIGIT.search(plain) is not None,
    ]  # fmt: skip
    return [
        sum(1 << bit for bit, has in enumerate(marks) if has),
        plain.count(","),
        int(text.startswith(_OPENS)),
        int(text.endswith(_CLOSES)),
        int(plain.endswith(_SOFT)),
        int(text[:1].islower()),
        int(not plain.rstrip(_AFTER).endswith(_ENDS)),
    ]
