"""The best monotone path through a table, then the best through what it left, and so on.

One monotone path loses half of the text where sections were permuted or the page layout
moved a passage. Taking the path's cells out and searching again finds them, at a higher
price for each cell, since order no longer speaks for them.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from zhen_align.align.cells import Table
from zhen_align.align.lexicon import Ints

NEVER = np.float32(-1e9)
_SKIP = 1.0
BELIEVED = 0.5
_AGAIN = 0.3
_PEELS = 8


@dataclass(frozen=True, slots=True)
class Cell:
    """Neighbouring rows and columns that belong together, and the score of that."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    score: float
    peel: int = 0
    chance: float = 0.0


Judge = Callable[[list[Cell], list[Cell]], list[float]]


@dataclass(frozen=True, slots=True)
class Scores:
    """`one[r, c]` for single cells; `rows[k][r, c]` for rows r..r+k-1 with column c, and
    `columns[k][r, c]` for row r with columns c..c+k-1, where those may be merged.
    """

    one: Table
    rows: dict[int, Table]
    columns: dict[int, Table]


def path(scores: Scores, skip: float) -> list[Cell]:
    """Return the cells of the best monotone path; leaving a row or column out costs `skip`."""
    n, m = scores.one.shape
    best = np.empty((n + 1, m + 1), dtype=np.float32)
    move = np.zeros((n + 1, m + 1), dtype=np.int8)
    slope = np.arange(m + 1, dtype=np.float32) * np.float32(skip)
    best[0] = -slope
    for r in range(1, n + 1):
        row = best[r - 1] - np.float32(skip)
        how = np.zeros(m + 1, dtype=np.int8)
        options = [(1, 1, scores.one[r - 1])]
        options += [(k, 1, table[r - k]) for k, table in scores.rows.items() if r >= k]
        options += [(1, k, table[r - 1]) for k, table in scores.columns.items() if m >= k]
        for up, left, gain in options:
            reached = best[r - up, : m + 1 - left] + gain[: m + 1 - left]
            better = reached > row[left:]
            row[left:][better] = reached[better]
            how[left:][better] = up * 10 + left
        along = np.maximum.accumulate(row + slope)
        best[r] = along - slope
        move[r] = np.where(row + slope >= along, how, -1)
    return _walk_back(scores, move)


def _walk_back(scores: Scores, move: npt.NDArray[np.int8]) -> list[Cell]:
    r, c = move.shape[0] - 1, move.shape[1] - 1
    found = []
    while r and c:
        step = int(move[r, c])
        if step == -1:
            c -= 1
            continue
        if step == 0:
            r -= 1
            continue
        up, left = divmod(step, 10)
        r, c = r - up, c - left
        if up > 1:
            score = scores.rows[up][r, c]
        elif left > 1:
            score = scores.columns[left][r, c]
        else:
            score = scores.one[r, c]
        found.append(Cell(tuple(range(r, r + up)), tuple(range(c, c + left)), float(score)))
    return found[::-1]


def peel(scores: Scores, judge: Judge) -> list[Cell]:
    """Return the cells of the best path, then of the best through the rest, and so on.

    The judge says how likely each cell of a path is right, given those that were kept
    before; doubtful ones are put back.
    """
    rows = np.arange(scores.one.shape[0])
    columns = np.arange(scores.one.shape[1])
    kept: list[Cell] = []
    for turn in range(_PEELS):
        view = _view(scores, rows, columns, first=turn == 0)
        found = [
            Cell(
                tuple(int(rows[r]) for r in cell.rows),
                tuple(int(columns[c]) for c in cell.columns),
                cell.score,
                turn,
            )
            for cell in path(view, _SKIP)
            if cell.score > 0
        ]
        sure = [
            replace(cell, chance=chance)
            for cell, chance in zip(found, judge(found, kept), strict=True)
            if chance >= BELIEVED
        ]
        if not sure:
            break
        kept += sure
        rows = np.setdiff1d(rows, [r for cell in sure for r in cell.rows])
        columns = np.setdiff1d(columns, [c for cell in sure for c in cell.columns])
        if not len(rows) or not len(columns):
            break
    return kept


def _view(scores: Scores, rows: Ints, columns: Ints, *, first: bool) -> Scores:
    if first:
        return scores
    grid = np.ix_(rows, columns)

    def dear(table: Table) -> Table:
        part: Table = table[grid]
        part[part < _AGAIN] = NEVER
        return part

    def whole(index: Ints, k: int) -> npt.NDArray[np.bool_]:
        ok = np.zeros(len(index), dtype=bool)
        ok[: len(index) - k + 1] = index[k - 1 :] - index[: len(index) - k + 1] == k - 1
        return ok

    merged_rows, merged_columns = {}, {}
    for k, table in scores.rows.items():
        if len(rows) >= k:
            part = dear(table)
            part[~whole(rows, k)] = NEVER
            merged_rows[k] = part
    for k, table in scores.columns.items():
        if len(columns) >= k:
            part = dear(table)
            part[:, ~whole(columns, k)] = NEVER
            merged_columns[k] = part
    return Scores(dear(scores.one), merged_rows, merged_columns)
