"""Evidence that tokens give to beads: counted once per token, sentence and window.

A token is hit where one of its translations is anywhere in the other side of the bead, so
what it gives depends on how many sentences that side has. Tables are over the nodes of
the corridor: row i, column c stands for English place low[i] + c.
"""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

from zhen_align.align.lexicon import Ints
from zhen_align.align.matches import Corridor, Matches, run_starts, spread
from zhen_align.align.tokens import Floats, Tokens

Table = npt.NDArray[np.float32]

MOST = 6.0
_TELLING = 0.1
_FINE = 1024
_WIDEST = 5
"""The most English sentences of a bead."""


@dataclass(frozen=True, slots=True)
class Hits:
    """One direction: a token and a sentence of the other side that translates it, each once.

    `before` is the last earlier sentence that does so too, or -1; `chance` and `miss` are
    per token.
    """

    token: Ints
    unit: Ints
    other: Ints
    before: Ints
    strength: Floats
    chance: Floats
    miss: Floats

    def gain(self, window: int) -> Floats:
        """Return what each hit gains over a miss in a window of so many sentences."""
        rest = (1.0 - self.chance[self.token]) ** window
        odds = rest / np.maximum(1.0 - rest, 1e-9)
        hit = np.minimum(np.log1p(self.strength * odds), MOST)
        gained: Floats = hit - self.miss[self.token]
        return gained

    def only(self, chosen: npt.NDArray[np.bool_]) -> "Hits":
        """Return the hits of the chosen tokens; the others neither hit nor miss."""
        keep = chosen[self.token]
        miss = np.where(chosen, self.miss, 0.0)
        return Hits(
            self.token[keep], self.unit[keep], self.other[keep], self.before[keep],
            self.strength[keep], self.chance, miss,
        )  # fmt: skip


def hits(own: Tokens, other: Tokens, token: Ints, partner: Ints, k: Floats, q: Floats) -> Hits:
    """Return the hits of one direction; `q` is the chance of each type of token."""
    key = token * (other.units + 1) + other.unit[partner]
    order = np.argsort(key, kind="stable")
    starts = run_starts(key[order])
    k = np.maximum.reduceat(k[order], starts) if len(starts) else k
    token, unit = np.divmod(key[order][starts], other.units + 1)
    before = np.full(len(token), -1, dtype=np.int64)
    same = token[1:] == token[:-1]
    before[1:][same] = unit[:-1][same]
    chance = q[own.type]
    best = np.zeros(len(own.type))
    np.maximum.at(best, token, k)
    lost = np.log1p(-np.minimum(np.where(best > 0, best, 0.4), 0.5))
    return Hits(token, own.unit[token], unit, before, k, chance, np.where(chance > 0, lost, 0.0))


@dataclass(frozen=True, slots=True)
class Windows:
    """Evidence of single sentences against windows of the other side, and how many hits."""

    gain: dict[int, Table]
    count: dict[int, Table]
    tokens: Floats


def from_zh(
    found: Hits, zh: Tokens, corridor: Corridor, sizes: set[int], counted: bool = True
) -> Windows:
    """Return, per Chinese sentence and first English one, the evidence of each window."""
    missed = np.bincount(zh.unit, weights=found.miss, minlength=zh.units)
    gains, counts = {}, {}
    for window in sizes:
        low = corridor.low[found.unit]
        first = np.maximum(np.maximum(found.other - window + 1, found.before + 1), low)
        last = np.minimum(found.other, low + corridor.width - 1)
        number, place = spread(first, np.maximum(last - first + 1, 0))
        cell = found.unit[number] * corridor.width + (place - low[number])
        gains[window] = _table(cell, found.gain(window)[number], zh.units, corridor)
        gains[window] += missed[:, None].astype(np.float32)
        if counted:
            counts[window] = _table(cell, None, zh.units, corridor)
    return Windows(gains, counts, _known(found, zh))


def from_en(
    found: Hits,
    zh_units: int,
    en: Tokens,
    corridor: Corridor,
    sizes: set[int],
    counted: bool = True,
) -> Windows:
    """Return, per first Chinese sentence and English one, the evidence of each window."""
    missed = np.bincount(en.unit, weights=found.miss, minlength=en.units)
    columns = corridor.low[:-1, None] + np.arange(corridor.width)
    missed_at = np.where(columns < en.units, missed[np.minimum(columns, en.units - 1)], 0.0)
    gains, counts = {}, {}
    for window in sizes:
        first = np.maximum(np.maximum(found.other - window + 1, found.before + 1), 0)
        number, row = spread(first, found.other - first + 1)
        column = found.unit[number] - corridor.low[row]
        ok = (column >= 0) & (column < corridor.width)
        number, cell = number[ok], (row * corridor.width + column)[ok]
        gains[window] = _table(cell, found.gain(window)[number], zh_units, corridor)
        gains[window] += missed_at.astype(np.float32)
        if counted:
            counts[window] = _table(cell, None, zh_units, corridor)
    return Windows(gains, counts, _known(found, en))


def _known(found: Hits, own: Tokens) -> Floats:
    """Return how many tokens of each sentence have a translation in the text at all."""
    known: Floats = np.bincount(
        own.unit, weights=(found.miss < 0).astype(np.float64), minlength=own.units
    ).astype(np.float64)
    return known


def _table(cell: Ints, weights: Floats | None, rows: int, corridor: Corridor) -> Table:
    size = rows * corridor.width
    table = np.bincount(cell, weights=weights, minlength=size)[:size]
    return table.reshape(rows, corridor.width).astype(np.float32)


def moved_up(table: Table, corridor: Corridor, by: int, empty: Floats) -> Table:
    """Return row i + by of a table at the English places of row i."""
    rows, width = table.shape
    if by == 0:
        return table
    by = min(by, rows)
    fill = empty[np.minimum(np.arange(rows) + by, rows - 1)].astype(np.float32)
    moved: Table = np.tile(fill[:, None], (1, width))
    offset = corridor.low[by:rows] - corridor.low[: rows - by]
    columns = np.arange(width)[None, :] - offset[:, None]
    taken = np.take_along_axis(table[by:], np.maximum(columns, 0), axis=1)
    moved[: rows - by] = np.where(columns >= 0, taken, moved[: rows - by])
    return moved


def nearest(zh: Tokens, en: Tokens, matches: Matches, chance: Floats) -> Matches:
    """Keep for each Chinese token and English sentence the match at the likest place.

    Words that match nearly anywhere say nothing about places and are left out.
    """
    telling = chance[zh.type[matches.zh]] < _TELLING
    token, other = matches.zh[telling], matches.en[telling]
    off = np.abs(zh.share[token] - en.share[other])
    key = (token * (en.units + 1) + en.unit[other]) * _FINE + (off * (_FINE - 1)).astype(np.int64)
    order = np.argsort(key, kind="stable")
    order = order[run_starts(key[order] // _FINE)]
    return Matches(token[order], other[order], matches.strength[telling][order])


@dataclass(frozen=True, slots=True)
class Places:
    """Where matches stand in running text, to say how far off they are inside a bead."""

    row: Ints
    unit: Ints
    zh_at: Floats
    en_at: Floats
    gain: Floats
    zh_before: Floats
    en_before: Floats
    again: tuple[tuple[Ints, Ints], ...]

    @classmethod
    def of(cls, zh: Tokens, en: Tokens, matches: Matches, chance: Floats) -> "Places":
        """Return the places of the nearest matches."""
        near = nearest(zh, en, matches, chance)
        rest = 1.0 - chance[zh.type[near.zh]]
        gain = np.minimum(np.log1p(near.strength * rest / np.maximum(1.0 - rest, 1e-9)), MOST)
        zh_before = np.concatenate([[0.0], np.cumsum(zh.size)])
        en_before = np.concatenate([[0.0], np.cumsum(en.size)])
        row, unit = zh.unit[near.zh], en.unit[near.en]
        return cls(
            row, unit,
            zh_before[row] + zh.share[near.zh] * zh.size[row],
            en_before[unit] + en.share[near.en] * en.size[unit],
            gain, zh_before, en_before, _again(near.zh, unit),
        )  # fmt: skip

    def off(self, corridor: Corridor, x: int, y: int) -> Table:
        """Return, per bead of x and y sentences, the gains times how far off they stand.

        A token that several sentences of a bead match stands where it fits best.
        """
        rows, last = len(self.zh_before) - 1, len(self.en_before) - 1
        total = np.zeros(rows * corridor.width)
        if x > rows or y > last:
            return total.reshape(rows, corridor.width).astype(np.float32)
        en = [_inside(self.en_at, self.unit - b, self.en_before, y) for b in range(y)]
        for a in range(x):
            row = self.row - a
            zh = _inside(self.zh_at, row, self.zh_before, x)
            whole = (row >= 0) & (row + x <= rows)
            row = np.maximum(row, 0)
            low = corridor.low[row]
            off, cells, nearest = [np.abs(zh - each) for each in en], [], []
            for b in range(y):
                unit = self.unit - b
                column = unit - low
                ok = whole & (unit >= 0) & (unit + y <= last)
                nearest.append(ok & (column >= 0) & (column < corridor.width))
                cells.append(row * corridor.width + column)
            for b, c in combinations(range(y), 2):
                early, late = self.again[c - b - 1]
                first = off[b][early] <= off[c][late]
                nearest[c][late[first]] = False
                nearest[b][early[~first]] = False
            for far, cell, kept in zip(off, cells, nearest, strict=True):
                total += np.bincount(
                    cell[kept], weights=(self.gain * far)[kept], minlength=len(total)
                )
        return total.reshape(rows, corridor.width).astype(np.float32)


def _inside(at: Floats, first: Ints, before: Floats, count: int) -> Floats:
    """Return how far into so many sentences, from the first, each place is."""
    first = np.clip(first, 0, len(before) - 1 - count)
    share: Floats = (at - before[first]) / (before[first + count] - before[first])
    return share


def _again(token: Ints, unit: Ints) -> tuple[tuple[Ints, Ints], ...]:
    """Return the pairs of matches of one token 1, 2, … English sentences apart.

    Matches are in the order of their tokens and sentences.
    """
    key = token * (int(unit.max(initial=0)) + _WIDEST + 1) + unit
    found = []
    for by in range(1, _WIDEST):
        at = np.minimum(np.searchsorted(key, key + by), len(key) - 1)
        early = np.flatnonzero(key[at] == key + by)
        found.append((early, at[early]))
    return tuple(found)
