"""How much each English unit looks like each Chinese unit: a table of log-likelihood ratios.

A token is hit where one of its translations stands on the other side. A hit is worth the
more the rarer that would be by chance, given how many units hold a translation and how
long the other unit is: without the length, long paragraphs win everything. Tokens with
no translation anywhere say nothing. Not here: which cells are chosen (`peel`).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from zhen_align.align.lexicon import Ints
from zhen_align.align.matches import spread
from zhen_align.align.tokens import Floats, Pairs, Tokens

Table = npt.NDArray[np.float32]

EVIDENCE = 0.3
LENGTH = 0.6
_MOST = 6.0
_PRIOR_UNITS = 10.0
_PRIOR_CHANCE = 0.01
CHARS_PER_HAN = 3.0


@dataclass(frozen=True, slots=True)
class Side:
    """One side's tokens seen against the other side's units.

    `strength[u, t]` is how strongly type t of this side is translated in unit u of the
    other; `chance[t]` how often that happens anyway; `holds[u, t]` whether unit u of this
    side has type t, only for types that have a translation at all; `told[u]` is how many
    types it has, whether or not they have one.
    """

    strength: Table
    chance: Floats
    miss: Floats
    holds: Table
    told: Floats


def _seen_from(own: Tokens, other: Tokens, pair_own: Ints, pair_other: Ints, k: Floats) -> Side:
    order = np.argsort(other.type, kind="stable")
    types, units = other.type[order], other.unit[order]
    first = np.searchsorted(types, pair_other, side="left")
    count = np.searchsorted(types, pair_other, side="right") - first
    pair, at = spread(first, count)
    units = units[at]
    strength = np.zeros((other.units, own.types), dtype=np.float32)
    weakest_first = np.argsort(k[pair], kind="stable")
    pair, units = pair[weakest_first], units[weakest_first]
    strength[units, pair_own[pair]] = k[pair]

    seen = (strength > 0).sum(axis=0)
    glosses = np.bincount(pair_own, minlength=own.types)
    background = np.minimum(_PRIOR_CHANCE * np.maximum(glosses, 1), 0.3)
    chance = (seen + _PRIOR_UNITS * background) / (other.units + _PRIOR_UNITS)
    best = strength.max(axis=0, initial=0.0).astype(np.float64)
    miss = np.where(seen > 0, np.log1p(-np.minimum(best, 0.5)), 0.0)
    holds = np.zeros((own.units, own.types), dtype=np.float32)
    holds[own.unit, own.type] = 1.0
    told = holds.sum(axis=1, dtype=np.float64)
    holds *= seen > 0
    return Side(strength, chance, miss, holds, told)


def _gain(side: Side, strength: Table, size: Floats) -> Table:
    """Return what each type gains over a miss, where it is hit, in units of these sizes."""
    row, column = np.nonzero(strength)
    rest = (1.0 - side.chance[column]) ** np.maximum(size[row], 0.3)
    odds = rest / np.maximum(1.0 - rest, 1e-9)
    hit = np.minimum(np.log1p(strength[row, column] * odds), _MOST)
    gain = np.zeros(strength.shape, dtype=np.float32)
    gain[row, column] = hit - side.miss[column]
    return gain


@dataclass(frozen=True, slots=True)
class Cells:
    """The evidence between English units (rows) and Chinese units (columns)."""

    zh: Side
    en: Side
    zh_size: Floats
    en_size: Floats
    words: Table

    def merged_en(self, rows: slice, columns: Ints) -> Floats:
        """Return the evidence between neighbouring English units as one and the columns."""
        size = np.array([self.en_size[rows].sum() / self.en_size.mean()])
        gain = _gain(self.zh, self.zh.strength[rows].max(axis=0, keepdims=True), size)[0]
        from_zh = self.zh.holds[columns] @ (gain + self.zh.miss)
        both: Floats = from_zh + self._merged_holds(self.en, rows, self.zh_size, columns)
        return both

    def merged_zh(self, columns: slice, rows: Ints) -> Floats:
        """Return the evidence between neighbouring Chinese units as one and the rows."""
        size = np.array([self.zh_size[columns].sum() / self.zh_size.mean()])
        gain = _gain(self.en, self.en.strength[columns].max(axis=0, keepdims=True), size)[0]
        from_en = self.en.holds[rows] @ (gain + self.en.miss)
        both: Floats = from_en + self._merged_holds(self.zh, columns, self.en_size, rows)
        return both

    @staticmethod
    def _merged_holds(side: Side, merged: slice, other_size: Floats, others: Ints) -> Floats:
        types = np.flatnonzero(side.holds[merged].max(axis=0))
        near = side.strength[np.ix_(others, types)]
        part = Side(near, side.chance[types], side.miss[types], near[:0], side.told[:0])
        size = other_size[others] / other_size.mean()
        gain = _gain(part, near, size)
        total: Floats = gain.sum(axis=1) + part.miss.sum()
        return total

    def length(self, en_size: Floats, zh_size: Floats) -> Floats:
        """Return how well the lengths fit: positive where they do."""
        expected = CHARS_PER_HAN * zh_size
        ratio = np.log(en_size / expected)
        spread = 0.3 * (1.0 + 6.0 / np.sqrt(expected + 1.0))
        fit: Floats = 0.7 - np.minimum(ratio**2 / (2 * spread**2), 6.0)
        return fit


def cells(zh: Tokens, en: Tokens, pairs: Pairs) -> Cells:
    """Return the table of evidence between all units of the two sides."""
    from_zh = _seen_from(zh, en, pairs.zh, pairs.en, pairs.strength)
    from_en = _seen_from(en, zh, pairs.en, pairs.zh, pairs.strength)
    gain_zh = _gain(from_zh, from_zh.strength, en.size / max(en.size.mean(), 1.0))
    gain_en = _gain(from_en, from_en.strength, zh.size / max(zh.size.mean(), 1.0))
    words = gain_zh @ from_zh.holds.T + (gain_en @ from_en.holds.T).T
    words += (from_zh.holds @ from_zh.miss)[None, :].astype(np.float32)
    words += (from_en.holds @ from_en.miss)[:, None].astype(np.float32)
    return Cells(from_zh, from_en, zh.size, en.size, words)
