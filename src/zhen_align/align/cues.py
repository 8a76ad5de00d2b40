"""Cheap signs of what a sentence is: its marks, its quotes, how it begins and ends.

A translation keeps its questions, exclamations, colons and brackets; a bead whose one
side opens a quotation and whose other does not is cut in the wrong place.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from zhen_align.align.lexicon import Ints
from zhen_align.align.tokens import Text

Counts = npt.NDArray[np.int64]

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
    """Per sentence: which marks it has, its commas, and whether an edge is a quote or soft.

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
            self.marks[:, place],
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
    table = np.array(rows, dtype=np.int64).reshape(-1, len(MARKS) + 6).T
    marks, rest = np.split(table, [len(MARKS)])
    return Cues(marks, *rest)


def _row(text: str) -> list[int]:
    plain = text.translate(_SAME)
    marks = [
        "?" in plain, "!" in plain, ":" in plain, "(" in plain, '"' in plain,
        "…" in plain or "..." in plain, "—" in plain or "--" in plain,
        _DIGIT.search(plain) is not None,
    ]  # fmt: skip
    return [
        *map(int, marks),
        plain.count(","),
        int(text.startswith(_OPENS)),
        int(text.endswith(_CLOSES)),
        int(plain.endswith(_SOFT)),
        int(text[:1].islower()),
        int(not plain.rstrip(_AFTER).endswith(_ENDS)),
    ]
