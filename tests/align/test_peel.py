"""Paths through tables of blocks, and what is found when they are taken out."""

from collections.abc import Iterator
from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhen_align.align.cells import Table
from zhen_align.align.peel import NEVER, Cell, Scores, path, peel

SKIP = 1.0


def table(rows: int, columns: int, rng: np.random.Generator) -> Table:
    """Return random scores."""
    return rng.normal(0, 3, (rows, columns)).astype(np.float32)


def every(scores: Scores, row: int = 0, column: int = 0) -> Iterator[float]:
    """Yield the score of every monotone path from a place to the end."""
    n, m = scores.one.shape
    if row == n and column == m:
        yield 0.0
        return
    steps = [(1, 1, scores.one)] if row < n and column < m else []
    steps += [(k, 1, t) for k, t in scores.rows.items() if row + k <= n and column < m]
    steps += [(1, k, t) for k, t in scores.columns.items() if row < n and column + k <= m]
    for up, left, gains in steps:
        for rest in every(scores, row + up, column + left):
            yield float(gains[row, column]) + rest
    if row < n:
        yield from (rest - SKIP for rest in every(scores, row + 1, column))
    if column < m:
        yield from (rest - SKIP for rest in every(scores, row, column + 1))


@settings(max_examples=40)
@given(st.integers(1, 4), st.integers(1, 4), st.integers(0, 10**6))
def test_the_path_is_the_best(n: int, m: int, seed: int) -> None:
    """With single cells and merged ones, no monotone path is worth more."""
    rng = np.random.default_rng(seed)
    merged = partial(table, n, m, rng)
    scores = Scores(table(n, m, rng), {2: merged(), 3: merged()}, {2: merged()})
    found = path(scores, SKIP)
    taken_rows = [r for cell in found for r in cell.rows]
    taken_columns = [c for cell in found for c in cell.columns]
    assert taken_rows == sorted(set(taken_rows))
    assert taken_columns == sorted(set(taken_columns))
    left = n + m - len(taken_rows) - len(taken_columns)
    worth = sum(cell.score for cell in found) - SKIP * left
    assert worth == pytest.approx(max(every(scores)), abs=1e-3)


def believing(cells: list[Cell], _: list[Cell]) -> list[float]:
    """Believe every cell with a clear score."""
    return [0.9 if cell.score > 2 else 0.1 for cell in cells]


@given(st.permutations(range(12)))
def test_any_order_is_found(order: list[int]) -> None:
    """Each pass takes out what runs forward; sections in any order are found in the end."""
    one = np.full((12, 12), -3.0, dtype=np.float32)
    one[np.arange(12), order] = 5.0
    found = peel(Scores(one, {}, {}), believing)
    passes = max(cell.peel for cell in found) + 1
    pairs = {(cell.rows[0], cell.columns[0]) for cell in found}
    assert pairs <= set(enumerate(order))
    assert len(pairs) == 12 or passes == 8


def test_sections_that_changed_places() -> None:
    """What keeps its order is found first; the moved section is marked as a later find."""
    order = [4, 5, 0, 1, 2, 3]
    one = np.full((6, 6), -3.0, dtype=np.float32)
    one[np.arange(6), order] = 5.0
    found = peel(Scores(one, {}, {}), believing)
    assert {(cell.rows[0], cell.columns[0]) for cell in found} == set(enumerate(order))
    assert {cell.rows[0] for cell in found if cell.peel} == {0, 1}


def test_the_doubtful_is_put_back() -> None:
    """What the judge does not believe is not returned, and its lines stay free for others."""
    one = np.array([[1.0, 6.0], [-3.0, -3.0]], dtype=np.float32)
    found = peel(Scores(one, {}, {}), believing)
    assert [(cell.rows, cell.columns, cell.chance) for cell in found] == [((0,), (1,), 0.9)]


def test_a_torn_paragraph_is_one_cell() -> None:
    """Three rows that only together are worth a column are taken together."""
    one = np.full((3, 1), 0.5, dtype=np.float32)
    rows = {3: np.array([[6.0], [NEVER], [NEVER]], dtype=np.float32)}
    (cell,) = peel(Scores(one, rows, {}), believing)
    assert cell.rows == (0, 1, 2)


def test_merged_lines_must_still_be_neighbours_later() -> None:
    """Lines that a first pass took from between two others do not make those a pair."""
    one = np.full((3, 3), -3.0, dtype=np.float32)
    one[1, 1] = 9.0
    rows = {2: np.full((3, 3), NEVER, dtype=np.float32)}
    rows[2][0, 0] = rows[2][1, 2] = 8.0
    found = peel(Scores(one, rows, {}), believing)
    assert all(len(cell.rows) == 1 or 1 in cell.rows for cell in found)
    used = [r for cell in found for r in cell.rows]
    assert len(used) == len(set(used))
