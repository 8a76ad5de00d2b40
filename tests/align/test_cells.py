"""The table of evidence between units, against the same formula worked out slowly."""

from math import log, log1p

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhen_align.align.cells import Cells, cells
from zhen_align.align.tokens import Pairs, Tokens

TYPES = 5


def side(units: int, rng: np.random.Generator) -> Tokens:
    """Return random tokens."""
    count = int(rng.integers(0, 4 * units))
    return Tokens(
        unit=np.sort(rng.integers(0, units, count)),
        type=rng.integers(0, TYPES, count),
        share=rng.random(count),
        types=TYPES,
        words=TYPES,
        size=rng.integers(2, 40, units).astype(np.float64),
    )


def bonds(rng: np.random.Generator) -> Pairs:
    """Return random pairs of types, each once."""
    grid = np.argwhere(rng.random((TYPES, TYPES)) < 0.4)
    return Pairs(grid[:, 0], grid[:, 1], rng.choice([0.4, 0.8], len(grid)))


def made(zh_units: int, en_units: int, seed: int) -> tuple[Tokens, Tokens, Pairs]:
    """Return two random sides and their pairs."""
    rng = np.random.default_rng(seed)
    return side(zh_units, rng), side(en_units, rng), bonds(rng)


def one_way(
    own: Tokens, other: Tokens, bond: dict[tuple[int, int], float], u: set[int], v: set[int]
) -> float:
    """Return the evidence of own units u, taken as one, with other units v, taken as one."""

    def strength(kind: int, units: set[int]) -> float:
        there = {t for t, unit in zip(other.type, other.unit, strict=True) if unit in units}
        return max((bond.get((kind, int(t)), 0.0) for t in there), default=0.0)

    size = float(sum(other.size[unit] for unit in v) / other.size.mean())
    total = 0.0
    for kind in sorted({int(t) for t, unit in zip(own.type, own.unit, strict=True) if unit in u}):
        seen = sum(strength(kind, {unit}) > 0 for unit in range(other.units))
        if not seen:
            continue
        glosses = sum(1 for a, _ in bond if a == kind)
        chance = (seen + 10 * min(0.01 * max(glosses, 1), 0.3)) / (other.units + 10)
        best = max(strength(kind, {unit}) for unit in range(other.units))
        k = strength(kind, v)
        rest = (1 - chance) ** max(size, 0.3)
        total += min(log1p(k * rest / (1 - rest)), 6.0) if k else log(1 - min(best, 0.5))
    return total


def slowly(zh: Tokens, en: Tokens, pairs: Pairs, r: set[int], c: set[int]) -> float:
    """Return the evidence between English units r and Chinese units c, both ways."""
    rows = zip(pairs.zh.tolist(), pairs.en.tolist(), pairs.strength.tolist(), strict=True)
    bond = {(a, b): k for a, b, k in rows}
    back = {(b, a): k for (a, b), k in bond.items()}
    return one_way(zh, en, bond, c, r) + one_way(en, zh, back, r, c)


@settings(max_examples=40)
@given(st.integers(1, 4), st.integers(1, 4), st.integers(0, 10**6))
def test_every_cell_is_the_formula(n: int, m: int, seed: int) -> None:
    """Hits, misses, silent types, chance and length: as the slow way says."""
    zh, en, pairs = made(n, m, seed)
    table = cells(zh, en, pairs)
    for r in range(m):
        for c in range(n):
            assert table.words[r, c] == pytest.approx(slowly(zh, en, pairs, {r}, {c}), abs=1e-3)


@settings(max_examples=40)
@given(st.integers(2, 4), st.integers(2, 4), st.integers(0, 10**6))
def test_merged_lines_are_one_unit(n: int, m: int, seed: int) -> None:
    """Two neighbours scored together are what one unit with both their words would be."""
    zh, en, pairs = made(n, m, seed)
    table = cells(zh, en, pairs)
    rows, columns = np.arange(m), np.arange(n)
    merged_en = table.merged_en(slice(0, 2), columns)
    merged_zh = table.merged_zh(slice(0, 2), rows)
    for c in range(n):
        assert merged_en[c] == pytest.approx(slowly(zh, en, pairs, {0, 1}, {c}), abs=1e-3)
    for r in range(m):
        assert merged_zh[r] == pytest.approx(slowly(zh, en, pairs, {r}, {0, 1}), abs=1e-3)


def fit(table: Cells, en: float, zh: float) -> float:
    """Return how well two sizes fit."""
    return float(table.length(np.array([en]), np.array([zh]))[0])


def test_lengths_that_fit_are_worth_most() -> None:
    """Three letters to a character is usual; twice or half as long is not."""
    table = cells(*made(1, 1, 0))
    best = fit(table, 300.0, 100.0)
    assert best > 0 > fit(table, 900.0, 100.0)
    assert best > fit(table, 450.0, 100.0) > fit(table, 900.0, 100.0)
    assert fit(table, 30000.0, 1.0) >= 0.7 - 6.0
