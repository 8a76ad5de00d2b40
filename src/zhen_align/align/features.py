"""What speaks for a bead: words in both directions, their places, lengths, its type.

Every feature is a table over the nodes of the corridor, one for each bead type, so that
the weights that sum them can be fitted. A token is hit where one of its translations is
anywhere in the other side of the bead.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from zhen_align.align.lexicon import Ints
from zhen_align.align.matches import Corridor, Matches, chances, spread
from zhen_align.align.search import NEVER, TYPES, Scored
from zhen_align.align.tokens import Floats, Pairs, Tokens

_MOST = 6.0


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of the features; the log priors stand for the types in search order."""

    from_zh: float = 0.20
    from_en: float = 0.25
    place: float = -0.35
    length: float = 0.5
    ratio: float = -1.0
    priors: tuple[float, ...] = (
        -0.05, -1.4, -2.9, -3.9, -5.5, -2.8, -4.0, -4.9, -6.4, -6.0, -6.2, -6.5, -8.0, -9.5, -5.0,
    )  # fmt: skip
    alone: float = -4.0


@dataclass(frozen=True, slots=True)
class _Way:
    """One direction: its token hits by sentence of the other side, each once."""

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
        hit = np.minimum(np.log1p(self.strength * odds), _MOST)
        gained: Floats = hit - self.miss[self.token]
        return gained


def _way(own: Tokens, other: Tokens, token: Ints, other_token: Ints, k: Floats, q: Floats) -> _Way:
    unit = other.unit[other_token]
    key = token * (other.units + 1) + unit
    order = np.lexsort((-k, key))
    first = np.ones(len(order), dtype=bool)
    first[1:] = key[order][1:] != key[order][:-1]
    order = order[first]
    token, unit, k = token[order], unit[order], k[order]
    before = np.full(len(order), -1, dtype=np.int64)
    same = token[1:] == token[:-1]
    before[1:][same] = unit[:-1][same]
    chance = q[own.type]
    best = np.zeros(len(own.type))
    np.maximum.at(best, token, k)
    miss = np.where(chance > 0, np.log1p(-np.minimum(np.where(best > 0, best, 0.4), 0.5)), 0.0)
    return _Way(token, own.unit[token], unit, before, k, chance, miss)


def _from_zh(way: _Way, zh: Tokens, corridor: Corridor, window: int) -> Floats:
    """Return the evidence of each Chinese sentence with `window` English ones from a place."""
    width = corridor.width
    low = corridor.low[way.unit]
    first = np.maximum(np.maximum(way.other - window + 1, way.before + 1), low)
    count = np.maximum(np.minimum(way.other, low + width - 1) - first + 1, 0)
    number, place = spread(first, count)
    at = way.unit[number] * width + (place - low[number])
    gain = way.gain(window)[number]
    table: Floats = np.bincount(at, weights=gain, minlength=zh.units * width).astype(np.float64)
    missed = np.bincount(zh.unit, weights=way.miss, minlength=zh.units)
    found: Floats = table[: zh.units * width].reshape(zh.units, width) + missed[:, None]
    return found


def _from_en(way: _Way, zh_units: int, en: Tokens, corridor: Corridor, window: int) -> Floats:
    """Return the evidence of each English sentence with `window` Chinese ones from a row."""
    width = corridor.width
    first = np.maximum(np.maximum(way.other - window + 1, way.before + 1), 0)
    number, row = spread(first, way.other - first + 1)
    column = way.unit[number] - corridor.low[row]
    ok = (column >= 0) & (column < width)
    at = row[ok] * width + column[ok]
    gain = way.gain(window)[number[ok]]
    table: Floats = np.bincount(at, weights=gain, minlength=zh_units * width).astype(np.float64)
    missed = np.bincount(en.unit, weights=way.miss, minlength=en.units)
    columns = corridor.low[:-1, None] + np.arange(width)
    missed_at = np.where(columns < en.units, missed[np.minimum(columns, en.units - 1)], 0.0)
    found: Floats = table[: zh_units * width].reshape(zh_units, width) + missed_at
    return found


def _shifted(table: Floats, corridor: Corridor, by: int, empty: Floats) -> Floats:
    """Return row i + by of a table at the English places of row i."""
    rows, width = table.shape
    if by == 0:
        return table
    by = min(by, rows)
    moved = np.tile(empty[np.minimum(np.arange(rows) + by, rows - 1)][:, None], (1, width))
    offset = corridor.low[by:rows] - corridor.low[: rows - by]
    columns = np.arange(width)[None, :] - offset[:, None]
    ok = columns >= 0
    source = table[by:]
    moved[: rows - by] = np.where(
        ok, np.take_along_axis(source, np.maximum(columns, 0), axis=1), moved[: rows - by]
    )
    return moved


def _places(
    zh: Tokens, en: Tokens, matches: Matches, corridor: Corridor, gain: Floats, x: int, y: int
) -> Floats:
    """Return, per start node, the gains times how far off the matches stand in the bead."""
    width = corridor.width
    zh_before = np.concatenate([[0.0], np.cumsum(zh.size)])
    en_before = np.concatenate([[0.0], np.cumsum(en.size)])
    zs, es = zh.unit[matches.zh], en.unit[matches.en]
    z_at = zh_before[zs] + zh.share[matches.zh] * zh.size[zs]
    e_at = en_before[es] + en.share[matches.en] * en.size[es]
    total = np.zeros(zh.units * width)
    for a in range(x):
        i = zs - a
        for b in range(y):
            j = es - b
            ok = (i >= 0) & (i + x <= zh.units) & (j >= 0) & (j + y <= en.units)
            row = np.where(ok, i, 0)
            column = j - corridor.low[row]
            ok &= (column >= 0) & (column < width)
            r, c = row[ok], j[ok]
            z = (z_at[ok] - zh_before[r]) / (zh_before[r + x] - zh_before[r])
            e = (e_at[ok] - en_before[c]) / (en_before[c + y] - en_before[c])
            total += np.bincount(
                r * width + column[ok], weights=gain[ok] * np.abs(z - e), minlength=len(total)
            )
    return total.reshape(zh.units, width)


def _nearest(zh: Tokens, en: Tokens, matches: Matches) -> Matches:
    """Keep for each Chinese token and English sentence the match at the likest place."""
    unit = en.unit[matches.en]
    off = np.abs(zh.share[matches.zh] - en.share[matches.en])
    order = np.lexsort((off, unit, matches.zh))
    token, unit = matches.zh[order], unit[order]
    first = np.ones(len(order), dtype=bool)
    first[1:] = (token[1:] != token[:-1]) | (unit[1:] != unit[:-1])
    order = order[first]
    return Matches(matches.zh[order], matches.en[order], matches.strength[order])


def score_beads(
    zh: Tokens, en: Tokens, pairs: Pairs, corridor: Corridor, matches: Matches, weights: Weights
) -> Scored:
    """Return the score of every bead in the corridor."""
    q_zh = chances(zh, en, pairs.zh, pairs.en)
    q_en = chances(en, zh, pairs.en, pairs.zh)
    forth = _way(zh, en, matches.zh, matches.en, matches.strength, q_zh)
    back = _way(en, zh, matches.en, matches.zh, matches.strength, q_en)
    near = _nearest(zh, en, matches)
    near_gain = _way_gain(near, q_zh[zh.type])
    windows_en = {y: _from_zh(forth, zh, corridor, y) for y in {y for _, y in TYPES if y}}
    windows_zh = {x: _from_en(back, zh.units, en, corridor, x) for x in {x for x, _ in TYPES}}
    missed = np.bincount(zh.unit, weights=forth.miss, minlength=zh.units).astype(np.float64)
    lengths = _Lengths.of(zh, en)
    tables = []
    for (x, y), prior in zip(TYPES, weights.priors, strict=True):
        if y == 0:
            tables.append(np.full((zh.units, corridor.width), prior))
            continue
        forward = np.zeros((zh.units, corridor.width))
        for a in range(x):
            forward += _shifted(windows_en[y], corridor, a, missed)
        padded = np.pad(windows_zh[x], ((0, 0), (0, y - 1)))
        backward = np.zeros((zh.units, corridor.width))
        for b in range(y):
            backward += padded[:, b : b + corridor.width]
        fit, ratio = lengths.fit(corridor, x, y)
        places = _places(zh, en, near, corridor, near_gain, x, y)
        score = (
            weights.from_zh * forward
            + weights.from_en * backward
            + weights.place * places
            + weights.length * fit
            + weights.ratio * ratio
            + prior
        )
        score[_astride(corridor, x, y)] = NEVER
        tables.append(score)
    return Scored(corridor, tuple(tables), np.full(en.units, weights.alone))


def _astride(corridor: Corridor, x: int, y: int) -> npt.NDArray[np.bool_]:
    """Tell which beads would join sentences of different parts of the corridor."""
    rows, width = len(corridor.low) - 1, corridor.width
    if corridor.zh_part is None or corridor.en_part is None:
        return np.zeros((rows, width), dtype=bool)
    en_units = len(corridor.en_part)
    i = np.arange(rows)
    first, last = corridor.zh_part, corridor.zh_part[np.minimum(i + x, rows) - 1]
    j = corridor.low[:-1, None] + np.arange(width)
    begin = corridor.en_part[np.minimum(j, en_units - 1)]
    end = corridor.en_part[np.minimum(j + y, en_units) - 1]
    astride: npt.NDArray[np.bool_] = (
        (first != last)[:, None] | (begin != first[:, None]) | (end != first[:, None])
    )
    return astride


def _way_gain(matches: Matches, chance: Floats) -> Floats:
    rest = 1.0 - chance[matches.zh]
    gained: Floats = np.minimum(
        np.log1p(matches.strength * rest / np.maximum(1.0 - rest, 1e-9)), _MOST
    )
    return gained


@dataclass(frozen=True, slots=True)
class _Lengths:
    """The sizes of all sentences, summed, and what is usual in this text."""

    zh_before: Floats
    en_before: Floats
    per_han: float
    usual: float
    spread: float

    @classmethod
    def of(cls, zh: Tokens, en: Tokens) -> "_Lengths":
        per_han = float(np.clip(en.size.sum() / zh.size.sum(), 2.0, 5.0))
        logs = np.log(en.size)
        return cls(
            np.concatenate([[0.0], np.cumsum(zh.size)]),
            np.concatenate([[0.0], np.cumsum(en.size)]),
            per_han,
            float(logs.mean()),
            float(max(logs.std(), 0.4)),
        )

    def fit(self, corridor: Corridor, x: int, y: int) -> tuple[Floats, Floats]:
        """Return how much likelier the English length is for a translation, and |log ratio|."""
        rows = len(self.zh_before) - 1
        last = len(self.en_before) - 1
        i = np.arange(rows)
        expected = (
            self.per_han * (self.zh_before[np.minimum(i + x, rows)] - self.zh_before[i])[:, None]
        )
        j = np.minimum(corridor.low[:-1, None] + np.arange(corridor.width), last)
        english = self.en_before[np.minimum(j + y, last)] - self.en_before[j]
        english = np.log(np.maximum(english, 1.0))
        ratio = english - np.log(expected)
        wide = 0.22 * (1.0 + 6.0 / np.sqrt(expected + 1.0))
        likely = -0.5 * np.minimum((ratio / wide) ** 2, 40.0) - np.log(wide)
        usual = (english - self.usual - np.log(y)) / self.spread
        by_chance = -0.5 * np.minimum(usual**2, 40.0) - np.log(self.spread)
        return likely - by_chance, np.abs(ratio)
