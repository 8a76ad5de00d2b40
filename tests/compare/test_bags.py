"""Sparse products and chances: what they must equal, and what they must not do."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from zhen_align.compare.bags import Bag, bag, divided, shared
from zhen_align.compare.likeness import corrected
from zhen_align.compare.tables import freedom, related

ENTRIES = st.lists(
    st.tuples(st.integers(0, 11), st.integers(0, 9), st.floats(0.1, 4.0)), max_size=80
)


def _bag(entries: list[tuple[int, int, float]]) -> Bag:
    row, kind, weight = (np.array(part) for part in zip(*entries, strict=True)) if entries else (
        np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0)
    )  # fmt: skip
    return bag(row.astype(np.int64), kind.astype(np.int64), weight.astype(np.float64), 12, 10)


def _table(some: Bag) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    table = np.zeros((12, 10))
    table[some.row, some.type] = some.weight
    return table


@settings(deadline=None)
@given(ENTRIES, ENTRIES)
def test_a_product_is_that_of_matrices(
    left: list[tuple[int, int, float]], right: list[tuple[int, int, float]]
) -> None:
    """Frequent types go one way, rare ones another; the sum is the same."""
    a, b = _bag(left), _bag(right)
    assert np.allclose(shared(a, b, 10), _table(a) @ _table(b).T, atol=1e-3)


@settings(deadline=None)
@given(ENTRIES)
def test_a_bag_holds_each_type_once(entries: list[tuple[int, int, float]]) -> None:
    """The heaviest of several entries of one row and type is kept."""
    some = _bag(entries)
    keys = list(zip(some.row.tolist(), some.type.tolist(), strict=True))
    assert keys == sorted(set(keys))
    for key, weight in zip(keys, some.weight, strict=True):
        assert weight == max(w for r, k, w in entries if (r, k) == key)


@settings(deadline=None)
@given(st.lists(st.floats(0.001, 0.999), min_size=1, max_size=60))
def test_corrected_chances_keep_their_order(chances: list[float]) -> None:
    """The share of texts without a partner moves all chances, and swaps none."""
    plain = np.array(sorted(chances))
    found = corrected(plain)
    assert np.all((found >= 0) & (found <= 1))
    assert np.all(np.diff(found) >= -1e-9)


@settings(deadline=None)
@given(ENTRIES, ENTRIES, st.integers(0, 99))
def test_every_weight_is_divided_among_its_holders(
    left: list[tuple[int, int, float]], right: list[tuple[int, int, float]], seed: int
) -> None:
    """Each row that holds a type gets as much of it as its chance is of all holders' chances."""
    a, b = _bag(left), _bag(right)
    chance = np.random.default_rng(seed).uniform(0.1, 1.0, (12, 12))
    wanted = np.zeros((12, 12))
    for row, kind, weight in zip(a.row, a.type, a.weight, strict=True):
        holders = b.row[b.type == kind]
        wanted[row, holders] += weight * chance[row, holders] / chance[row, holders].sum()
    assert np.allclose(divided(a, b, 10, chance), wanted)


def test_strangers_are_told_by_their_surest_claims() -> None:
    """A table without a single sure pair has poor odds; one with many has good ones."""
    assert related(np.full((8, 8), 0.05) + np.eye(8) * 0.3) < 0.1
    assert related(np.full((8, 8), 0.05) + np.eye(8) * 0.9) > 1


def test_less_is_asked_of_works_that_are_told_freely() -> None:
    """The fewer words sure links share the better the odds of all; without any nothing is known."""
    likely = np.eye(6) * 0.9 + 0.01
    odds = [freedom(likely, np.full((6, 6), found)) for found in (0.3, 0.5, 0.7)]
    assert odds == sorted(odds, reverse=True)
    assert odds[0] > 1 > odds[2]
    assert freedom(np.full((6, 6), 0.1), np.full((6, 6), 0.1)) == 1.0
    assert freedom(np.zeros((0, 3)), np.zeros((0, 3))) == 1.0
