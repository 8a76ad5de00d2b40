"""The best way through a corridor of beads, and how likely each bead on it is.

The score of every bead is given; here is only the dynamic programming: the best path, and
the posterior probability of its beads over all paths. Rows are Chinese sentences and are
done one after the other, all types and English places of a row at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from zhen_align.align.evidence import Table
from zhen_align.align.matches import Corridor
from zhen_align.align.tokens import Floats

NEVER = np.float32(-1e9)

Places = npt.NDArray[np.int32]


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
    types: tuple[tuple[int, int], ...]
    scores: Table
    alone: Floats


@dataclass(frozen=True, slots=True)
class Grid:
    """The nodes as one flat array, with a last one that is never reached.

    `source` and `gain` are by row of arrival, `target` and `score` by row of departure.
    """

    corridor: Corridor
    types: tuple[tuple[int, int], ...]
    source: Places
    gain: Table
    target: Places
    score: Table
    alone: Floats

    def with_priors(self, priors: Sequence[float], alone: float) -> "Grid":
        """Return the grid with something added to every bead of a type."""
        added = np.array(priors, dtype=np.float32)[None, :, None]
        return replace(
            self, gain=self.gain + added, score=self.score + added, alone=self.alone + alone
        )

    @classmethod
    def of(cls, scored: Scored) -> "Grid":
        """Lay the scores out for the search."""
        corridor = scored.corridor
        rows, width = len(corridor.low), corridor.width
        nowhere = rows * width
        kinds = len(scored.types)
        source = np.full((rows, kinds, width), nowhere, dtype=np.int32)
        gain = np.full((rows, kinds, width), NEVER, dtype=np.float32)
        target = np.full((rows, kinds, width), nowhere, dtype=np.int32)
        score = np.full((rows, kinds, width), NEVER, dtype=np.float32)
        columns = np.arange(width)
        for number, (x, y) in enumerate(scored.types):
            i = np.arange(rows - x)
            if not len(i):
                continue
            column = (corridor.low[i] - corridor.low[i + x] + y)[:, None] + columns
            here = scored.scores[number, : rows - x]
            ok = (column >= 0) & (column < width) & (here > NEVER / 2)
            row, start = np.nonzero(ok)
            end = column[ok]
            score[row, number, start] = here[ok]
            target[row, number, start] = (row + x) * width + end
            gain[row + x, number, end] = here[ok]
            source[row + x, number, end] = row * width + start
        return cls(corridor, scored.types, source, gain, target, score, scored.alone)


def best_path(grid: Grid) -> list[Step]:
    """Return the beads of the best path, in order; how likely they are is not asked."""
    return _walk(grid, _forward_best(grid), None)


def search(grid: Grid) -> list[Step]:
    """Return the beads of the best path, in order, with their posterior probabilities."""
    return _walk(grid, _forward_best(grid), masses(grid))


def _forward_best(grid: Grid) -> npt.NDArray[np.int8]:
    low, high = grid.corridor.low.tolist(), grid.corridor.high.tolist()
    rows, width = len(low), grid.corridor.width
    nulls = np.concatenate([[0.0], np.cumsum(grid.alone), np.zeros(width)])
    flat = np.full(rows * width + 1, float(NEVER))
    how = np.full((rows, width), -1, dtype=np.int8)
    for row in range(rows):
        reached = flat[grid.source[row]] + grid.gain[row]
        kind = reached.argmax(axis=0)
        score = reached.max(axis=0)
        if row == 0:
            score[0] = 0.0
        along = nulls[low[row] : low[row] + width]
        scanned = np.maximum.accumulate(score - along) + along
        how[row] = np.where(scanned > score + 1e-6, -2, kind)
        scanned[high[row] - low[row] + 1 :] = NEVER
        flat[row * width : (row + 1) * width] = scanned
    return how


@dataclass(frozen=True, slots=True)
class Masses:
    """For each node the log mass of all ways to it and from it, and of all ways at all."""

    before: Floats
    after: Floats
    total: float


def masses(grid: Grid) -> Masses:
    """Sum over all paths, forward and backward."""
    low, high = grid.corridor.low.tolist(), grid.corridor.high.tolist()
    rows, width = len(low), grid.corridor.width
    nulls = np.concatenate([[0.0], np.cumsum(grid.alone), np.zeros(width)])
    before = np.full(rows * width + 1, float(NEVER))
    after = np.full(rows * width + 1, float(NEVER))
    for row in range(rows):
        reached = before[grid.source[row]] + grid.gain[row]
        mass = _log_sum(reached)
        if row == 0:
            mass[0] = 0.0
        along = nulls[low[row] : low[row] + width]
        scanned = np.logaddexp.accumulate(mass - along) + along
        scanned[high[row] - low[row] + 1 :] = NEVER
        before[row * width : (row + 1) * width] = scanned
    for row in range(rows - 1, -1, -1):
        size = high[row] - low[row] + 1
        mass = _log_sum(after[grid.target[row]] + grid.score[row])
        if row == rows - 1:
            mass[size - 1] = 0.0
        mass[size:] = NEVER
        along = nulls[low[row] : low[row] + width]
        scanned = np.logaddexp.accumulate((mass + along)[::-1])[::-1] - along
        scanned[size:] = NEVER
        after[row * width : (row + 1) * width] = scanned
    return Masses(before, after, float(after[0]))


def _log_sum(values: Floats) -> Floats:
    top = np.maximum(values.max(axis=0), -1e8)
    total: Floats = np.log(np.exp(values - top).sum(axis=0) + 1e-300) + top
    return total


def _walk(grid: Grid, how: npt.NDArray[np.int8], mass: Masses | None) -> list[Step]:
    low, width = grid.corridor.low, grid.corridor.width
    row, column = len(low) - 1, int(grid.corridor.high[-1] - low[-1])
    steps = []
    while row > 0 or column > 0:
        kind = int(how[row, column])
        node = row * width + column
        if kind == -2:
            column -= 1
            en = int(low[row]) + column
            gain, start, x, y = float(grid.alone[en]), node - 1, 0, 1
        else:
            x, y = grid.types[kind]
            gain = float(grid.gain[row, kind, column])
            start = int(grid.source[row, kind, column])
            row, column = divmod(start, width)
            en = int(low[row]) + column
        chance = 1.0
        if mass is not None:
            log = mass.before[start] + gain + mass.after[node] - mass.total
            chance = float(np.exp(min(log, 0.0)))
        steps.append(Step(row, en, x, y, chance))
    return steps[::-1]
