"""Texts as bags of tokens, and how much of their weight two bags share.

A bag's entry is a row (a text, a sentence), a type (a word, a name, a number) and what it
weighs there; a row holds a type once. Not here: where tokens come from (`wording`), what
sharing much means (`linking`, `cells`).
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from zhen_align.align.lexicon import Ints
from zhen_align.align.matches import run_starts, spread
from zhen_align.align.tokens import Floats

Table = npt.NDArray[np.float32]
Matrix = npt.NDArray[np.float64]

_AT_ONCE = 8_000_000  # products that are held at a time
_OFTEN = 0.02  # types in a larger share of the columns than this are multiplied as matrices
_OFTEN_LEAST = 8
_NONE = 1e-12


@dataclass(frozen=True, slots=True)
class Bag:
    """Entries in the order of their rows."""

    row: Ints
    type: Ints
    weight: Floats
    rows: int

    def part(self, first: int, last: int) -> "Bag":
        """Return the rows first..last - 1, numbered anew."""
        a, b = np.searchsorted(self.row, [first, last])
        return Bag(self.row[a:b] - first, self.type[a:b], self.weight[a:b], last - first)

    def chosen(self, rows: npt.NDArray[np.bool_]) -> "Bag":
        """Return some rows, numbered anew."""
        number = np.cumsum(rows) - 1
        kept = rows[self.row]
        return Bag(number[self.row[kept]], self.type[kept], self.weight[kept], int(rows.sum()))

    def times(self, by: Floats) -> "Bag":
        """Return the bag with each weight multiplied by what its type is worth."""
        return Bag(self.row, self.type, self.weight * by[self.type], self.rows)

    def total(self) -> Floats:
        """Return the weight of each row."""
        whole: Floats = np.bincount(self.row, self.weight, self.rows).astype(np.float64)
        return whole

    def seen(self, types: int) -> Ints:
        """Return in how many rows each type is."""
        return np.bincount(self.type, minlength=types).astype(np.int64)


def bag(row: Ints, kind: Ints, weight: Floats, rows: int, types: int) -> Bag:
    """Return the bag of some entries; of several of one row and type the heaviest counts."""
    key = row * types + kind
    order = np.lexsort((-weight, key))
    key, weight = key[order], weight[order]
    first = run_starts(key)
    key = key[first]
    return Bag(key // types, key % types, weight[first], rows)


def shared(a: Bag, b: Bag, types: int) -> Table:
    """Return, for each row of `a` and of `b`, the sum of the products of what both hold."""
    order = np.argsort(b.type, kind="stable")
    column, weight = b.row[order], b.weight[order]
    count = b.seen(types)
    first = np.cumsum(count) - count
    often = np.flatnonzero(count > max(_OFTEN * b.rows, _OFTEN_LEAST))
    slot = np.full(types, -1, dtype=np.int64)
    slot[often] = np.arange(len(often))
    dense = _dense(b, slot, len(often)).T
    out = np.zeros((a.rows, b.rows), dtype=np.float32)
    for start, end in pairwise(_cuts(a, np.where(slot < 0, count, 0))):
        part = a.part(start, end)
        rare = slot[part.type] < 0
        run, at = spread(first[part.type[rare]], count[part.type[rare]])
        sums = np.bincount(
            part.row[rare][run] * b.rows + column[at],
            weights=part.weight[rare][run] * weight[at],
            minlength=part.rows * b.rows,
        )
        out[start:end] = sums.reshape(part.rows, b.rows)
        if len(often):
            out[start:end] += _dense(part, slot, len(often)) @ dense
    return out


def divided(a: Bag, b: Bag, types: int, chance: Matrix) -> Matrix:
    """Return what of each row of `a` falls to each row of `b`, by their chances.

    An entry's weight is divided among all rows of `b` that hold its type.
    """
    order = np.argsort(b.type, kind="stable")
    column, count = b.row[order], b.seen(types)
    first = np.cumsum(count) - count
    out = np.zeros((a.rows, b.rows))
    for start, end in pairwise(_cuts(a, count)):
        part = a.part(start, end)
        entry, at = spread(first[part.type], count[part.type])
        row, holder = part.row[entry], column[at]
        own = chance[start + row, holder]
        every = np.bincount(entry, own, len(part.type))
        falls = own * (part.weight / np.maximum(every, _NONE))[entry]
        sums = np.bincount(row * b.rows + holder, falls, part.rows * b.rows)
        out[start:end] = sums.reshape(part.rows, b.rows)
    return out


def _dense(side: Bag, slot: Ints, slots: int) -> Table:
    table = np.zeros((side.rows, slots), dtype=np.float32)
    often = slot[side.type] >= 0
    table[side.row[often], slot[side.type[often]]] = side.weight[often]
    return table


def _cuts(a: Bag, count: Ints) -> list[int]:
    """Return where to cut the rows, so that no piece has too many products."""
    work = np.cumsum(np.bincount(a.row, weights=count[a.type], minlength=a.rows))
    cuts = [0]
    while cuts[-1] < a.rows:
        done = work[cuts[-1] - 1] if cuts[-1] else 0
        cuts.append(max(cuts[-1] + 1, int(np.searchsorted(work, done + _AT_ONCE))))
    return cuts
