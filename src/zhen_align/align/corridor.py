"""Where the path may run: round the pairs given, or round a centre line found by rare words.

Sentences that share rare translations vote for each other; the heaviest chain of votes
that runs forward is the centre line. Its cost is linear, since words are only followed
while they are rare, by a fixed bound and not by a share of the text.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from zhen_align.align.lexicon import Ints
from zhen_align.align.matches import Corridor, distinct, run_starts, spread
from zhen_align.align.search import Step
from zhen_align.align.tokens import Floats, Pairs, Tokens

_RARE = 25
_VOTES = 2
_HALF = 15
_SMALL = 40
_OFF_LINE = 8
_LONG = 4000
_WINDOW = 8


def whole(zh_units: int, en_units: int) -> Corridor:
    """Return the corridor that forbids nothing."""
    rows = np.zeros(zh_units + 1, dtype=np.int64)
    return Corridor(rows, rows + en_units)


def through(stretches: list[tuple[int, int]]) -> Corridor:
    """Return the corridor of stretches of (Chinese, English) sentences, each closed in itself.

    >>> found = through([(2, 1), (1, 1)])
    >>> found.low.tolist(), found.high.tolist()
    ([0, 0, 0, 1], [1, 1, 2, 2])
    """
    counts = np.array(stretches, dtype=np.int64).reshape(-1, 2)
    ends = np.cumsum(counts, axis=0)
    starts = ends - counts
    low = np.full(int(counts[:, 0].sum()) + 1, int(counts[:, 1].sum()), dtype=np.int64)
    high = np.zeros_like(low)
    number, row = spread(starts[:, 0], counts[:, 0] + 1)
    np.minimum.at(low, row, starts[number, 1])
    np.maximum.at(high, row, ends[number, 1])
    parts = np.arange(len(counts))
    return Corridor(low, high, np.repeat(parts, counts[:, 0]), np.repeat(parts, counts[:, 1]))


def centred(zh: Tokens, en: Tokens, pairs: Pairs) -> Corridor:
    """Return a corridor round the centre line of two whole texts."""
    if en.units <= _SMALL or zh.units <= _SMALL:
        return whole(zh.units, en.units)
    window = 1 if max(zh.units, en.units) <= _LONG else _WINDOW
    units, places, weights = _votes(_windows(zh, window), _windows(en, window), pairs)
    chain = heaviest_chain(units, places, weights)
    line = _line(units[chain], places[chain], window, zh.units, en.units)
    half = _HALF + (window if window > 1 else 0)
    low = np.clip(np.floor(line - half), 0, en.units).astype(np.int64)
    high = np.clip(np.ceil(line + half), 0, en.units).astype(np.int64)
    low[0], high[-1] = 0, en.units
    low = np.minimum.accumulate(low[::-1])[::-1]
    high = np.maximum.accumulate(high)
    low[1:] = np.minimum(low[1:], high[:-1])
    return Corridor(low, high)


def _windows(side: Tokens, window: int) -> Tokens:
    """Return the tokens by windows of so many sentences, in which rare words are not too rare."""
    sizes = np.add.reduceat(side.size, np.arange(0, side.units, window))
    return replace(side, unit=side.unit // window, size=sizes)


def around(steps: Sequence[Step], outer: Corridor, half: int) -> Corridor:
    """Return the part of a corridor that is near a path, in English sentences."""
    rows = len(outer.low)
    low = np.full(rows, int(outer.high[-1]), dtype=np.int64)
    high = np.zeros(rows, dtype=np.int64)
    for step in steps:
        for row in range(step.zh, step.zh + step.zh_count + 1):
            low[row] = min(low[row], step.en)
            high[row] = max(high[row], step.en + step.en_count)
    low = np.maximum(low - half, outer.low)
    high = np.minimum(high + half, outer.high)
    return replace(outer, low=low, high=high)


def _votes(zh: Tokens, en: Tokens, pairs: Pairs) -> tuple[Ints, Ints, Floats]:
    """Return the best English places for each Chinese sentence, with their weights."""
    posted = distinct(en.type * (en.units + 1) + en.unit)
    types, units = posted // (en.units + 1), posted % (en.units + 1)
    first = np.searchsorted(types, np.arange(en.types), side="left")
    df = np.bincount(types, minlength=en.types)

    rare = df[pairs.en] <= _RARE
    order = np.argsort(pairs.zh[rare], kind="stable")
    pair_zh, pair_en = pairs.zh[rare][order], pairs.en[rare][order]
    begin = np.searchsorted(pair_zh, zh.type, side="left")
    token, pair = spread(begin, np.searchsorted(pair_zh, zh.type, side="right") - begin)
    voted = distinct(zh.unit[token] * (en.types + 1) + pair_en[pair])
    unit, en_type = voted // (en.types + 1), voted % (en.types + 1)

    number, at = spread(first[en_type], df[en_type])
    key = unit[number] * (en.units + 1) + units[at]
    worth = np.log((en.units + 1.0) / df[en_type[number]])
    order = np.argsort(key, kind="stable")
    key = key[order]
    starts = run_starts(key)
    weight = np.add.reduceat(worth[order], starts) if len(starts) else np.zeros(0)
    unit, place = np.divmod(key[starts], en.units + 1)
    tokens = np.bincount(zh.unit, minlength=zh.units)
    weight = weight / np.sqrt(6.0 + tokens[unit])
    off = np.abs(unit / zh.units - place / en.units)
    weight = weight * (0.3 + np.exp(-off * 10.0))
    order = np.lexsort((-weight, unit))
    unit, place, weight = unit[order], place[order], weight[order]
    rank = np.arange(len(unit)) - np.searchsorted(unit, unit, side="left")
    keep = rank < _VOTES
    return unit[keep], place[keep], weight[keep]


def heaviest_chain(rows: Ints, columns: Ints, weights: Floats) -> Ints:
    """Return the points of the heaviest chain that rises in rows and columns, in order."""
    if not len(rows):
        return np.zeros(0, dtype=np.int64)
    order = np.lexsort((-columns, rows))
    size = int(columns.max()) + 2
    best = [0.0] * (size + 1)
    holder = [-1] * (size + 1)
    before = np.full(len(rows), -1, dtype=np.int64)
    top, last = 0.0, -1
    for point in order.tolist():
        at = int(columns[point])
        total, previous = 0.0, -1
        while at > 0:
            if best[at] > total:
                total, previous = best[at], holder[at]
            at -= at & -at
        total += float(weights[point])
        before[point] = previous
        if total > top:
            top, last = total, point
        at = int(columns[point]) + 1
        while at <= size:
            if total > best[at]:
                best[at], holder[at] = total, point
            at += at & -at
    chain = []
    while last >= 0:
        chain.append(last)
        last = int(before[last])
    return np.array(chain[::-1], dtype=np.int64)


def _line(units: Ints, places: Ints, window: int, zh_units: int, en_units: int) -> Floats:
    """Return the centre line at every node row, from points with outliers left out."""
    if len(units) > 9:
        off = places - units * (en_units / zh_units)
        padded = np.pad(off, 4, mode="edge")
        nine = np.lib.stride_tricks.sliding_window_view(padded, 9)
        near = np.abs(off - np.median(nine, axis=1)) <= _OFF_LINE
        units, places = units[near], places[near]
    x = np.concatenate([[0.0], np.minimum((units + 0.5) * window, zh_units), [zh_units]])
    y = np.concatenate([[0.0], np.minimum((places + 0.5) * window, en_units), [en_units]])
    found: Floats = np.interp(np.arange(zh_units + 1), x, y)
    return found
