"""The best way through a corridor of beads, and how likely each bead on it is.

The score of every bead is given; here is only the dynamic programming: the best path, and
the posterior probability of its beads over all paths, which is what a `score` means.
"""

from dataclasses import dataclass

import numpy as np

from zhen_align.align.matches import Corridor
from zhen_align.align.tokens import Floats

# Chinese and English sentences in a bead; nulls of the English side are a scan, not a type
TYPES: tuple[tuple[int, int], ...] = (
    (1, 1), (1, 2), (1, 3), (1, 4), (1, 5), (2, 1), (2, 2), (2, 3), (2, 4), (3, 1), (3, 2),
    (3, 3), (4, 1), (5, 1), (1, 0),
)  # fmt: skip

NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Step:
    """A bead on the path: where it starts, how many sentences it takes, how likely it is."""

    zh: int
    en: int
    zh_count: int
    en_count: int
    chance: float


@dataclass(frozen=True, slots=True)
class Scored:
    """For each type, the score of a bead that starts at node (row, low[row] + column).

    `alone[j]` is the score of leaving English sentence j without a partner.
    """

    corridor: Corridor
    types: tuple[Floats, ...]
    alone: Floats


def _shift(scored: Scored, row: int, kind: int) -> tuple[int, int, Floats] | None:
    """Return the columns of row `row` that bead type `kind` reaches, and its scores there."""
    x, y = TYPES[kind]
    start = row - x
    if start < 0:
        return None
    low, high = scored.corridor.low, scored.corridor.high
    first = max(low[start] + y, low[row])
    last = min(high[start] + y, high[row])
    if first > last:
        return None
    from_column = first - y - low[start]
    gains = scored.types[kind][start, from_column : from_column + last - first + 1]
    return int(first - low[row]), int(from_column), gains


def search(scored: Scored) -> list[Step]:
    """Return the beads of the best path, in order, with their posterior probabilities."""
    rows = len(scored.corridor.low)
    width = scored.corridor.width
    low, high = scored.corridor.low, scored.corridor.high
    nulls = np.concatenate([[0.0], np.cumsum(scored.alone)])
    best = np.full((rows, width), NEVER)
    total = np.full((rows, width), NEVER)
    how = np.full((rows, width), -1, dtype=np.int8)
    for row in range(rows):
        size = int(high[row] - low[row]) + 1
        score, mass, kind_of = best[row, :size], total[row, :size], how[row, :size]
        if row == 0:
            score[0] = mass[0] = 0.0
        for kind in range(len(TYPES)):
            shifted = _shift(scored, row, kind)
            if shifted is None:
                continue
            to, start, gains = shifted
            end = to + len(gains)
            came = best[row - TYPES[kind][0], start : start + len(gains)] + gains
            better = came > score[to:end]
            score[to:end][better] = came[better]
            kind_of[to:end][better] = kind
            came = total[row - TYPES[kind][0], start : start + len(gains)] + gains
            mass[to:end] = np.logaddexp(mass[to:end], came)
        along = nulls[low[row] : high[row] + 1]
        scanned = np.maximum.accumulate(score - along) + along
        kind_of[scanned > score + 1e-9] = -2
        score[:] = scanned
        mass[:] = np.logaddexp.accumulate(mass - along) + along
    after = _backward(scored, rows, width, nulls)
    return _walk(scored, best, how, total, after)


def _backward(scored: Scored, rows: int, width: int, nulls: Floats) -> Floats:
    """Return for each node the log mass of all ways from it to the end."""
    low, high = scored.corridor.low, scored.corridor.high
    after = np.full((rows, width), NEVER)
    for row in range(rows - 1, -1, -1):
        size = int(high[row] - low[row]) + 1
        mass = after[row, :size]
        if row == rows - 1:
            mass[size - 1] = 0.0
        for kind, (x, _) in enumerate(TYPES):
            if row + x >= rows:
                continue
            shifted = _shift(scored, row + x, kind)
            if shifted is None:
                continue
            to, start, gains = shifted
            end = start + len(gains)
            went = after[row + x, to : to + len(gains)] + gains
            mass[start:end] = np.logaddexp(mass[start:end], went)
        along = nulls[low[row] : high[row] + 1]
        mass[:] = (np.logaddexp.accumulate((mass + along)[::-1]) - along[::-1])[::-1]
    return after


def _walk(
    scored: Scored, best: Floats, how: np.ndarray, total: Floats, after: Floats
) -> list[Step]:
    low = scored.corridor.low
    row, column = len(low) - 1, int(scored.corridor.high[-1] - low[-1])
    mass = total[row, column]
    steps = []
    while row > 0 or column > 0:
        kind = int(how[row, column])
        en = int(low[row]) + column
        if kind == -2:
            column -= 1
            gain = float(scored.alone[en - 1])
            chance = total[row, column] + gain + after[row, column + 1] - mass
            steps.append(Step(row, en - 1, 0, 1, _chance(chance)))
            continue
        x, y = TYPES[kind]
        start, start_column = row - x, en - y - int(low[row - x])
        gain = float(scored.types[kind][start, start_column])
        chance = total[start, start_column] + gain + after[row, column] - mass
        steps.append(Step(start, en - y, x, y, _chance(chance)))
        row, column = start, start_column
    return steps[::-1]


def _chance(log: float) -> float:
    return float(np.exp(min(log, 0.0)))
