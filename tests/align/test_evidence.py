"""Evidence of sentences against windows of the other side, beside the same worked out slowly."""

from math import log1p

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhen_align.align.corridor import whole
from zhen_align.align.evidence import MOST, Places, from_en, from_zh, hits, moved_up
from zhen_align.align.matches import Corridor, Matches, chances, find_matches
from zhen_align.align.tokens import Floats, Pairs, Tokens

TYPES = 5
WINDOWS = {1, 2, 3}


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


def made(zh: int, en: int, seed: int) -> tuple[Tokens, Tokens, Pairs]:
    """Return two random sides and their pairs."""
    rng = np.random.default_rng(seed)
    grid = np.argwhere(rng.random((TYPES, TYPES)) < 0.4)
    pairs = Pairs(grid[:, 0], grid[:, 1], rng.choice([0.4, 0.8], len(grid)))
    return side(zh, rng), side(en, rng), pairs


def band(zh: int, en: int) -> Corridor:
    """Return a corridor that does not hold everything."""
    row = np.arange(zh + 1)
    low = np.clip(row * en // zh - 1, 0, en)
    high = np.clip(row * en // zh + 2, 0, en)
    return Corridor(low, high)


def slow_matches(zh: Tokens, en: Tokens, pairs: Pairs, corridor: Corridor) -> set[tuple[int, int]]:
    """Return the matching tokens whose sentences are within reach."""
    bonds = set(zip(pairs.zh.tolist(), pairs.en.tolist(), strict=True))
    low, high = corridor.low.tolist(), corridor.high.tolist()
    return {
        (z, e)
        for z, (zt, zu) in enumerate(zip(zh.type.tolist(), zh.unit.tolist(), strict=True))
        for e, (et, eu) in enumerate(zip(en.type.tolist(), en.unit.tolist(), strict=True))
        if (zt, et) in bonds and low[zu] <= eu < high[zu + 1]
    }


SIZES = st.tuples(st.integers(1, 5), st.integers(1, 5), st.integers(0, 10**6), st.booleans())


@settings(max_examples=40)
@given(SIZES)
def test_matches_are_those_within_reach(sizes: tuple[int, int, int, bool]) -> None:
    """Every pair of tokens that may stand for each other and can be in a bead, once."""
    zh, en, pairs = made(*sizes[:3])
    corridor = band(*sizes[:2]) if sizes[3] else whole(*sizes[:2])
    found = find_matches(zh, en, pairs, corridor)
    places = list(zip(found.zh.tolist(), found.en.tolist(), strict=True))
    assert len(places) == len(set(places))
    assert set(places) == slow_matches(zh, en, pairs, corridor)


def test_chances_of_types() -> None:
    """The more sentences hold a translation the likelier; without one the chance is 0."""
    rng = np.random.default_rng(0)
    en = Tokens(
        unit=np.array([0, 1, 2, 3]), type=np.array([0, 0, 0, 1]), share=rng.random(4),
        types=TYPES, words=TYPES, size=np.ones(8),
    )  # fmt: skip
    zh = made(1, 1, 0)[0]
    found = chances(zh, en, np.array([0, 1, 2]), np.array([0, 1, 4]))
    assert found[0] > found[1] > 0 == found[2] == found[3]
    assert found.max() < 1


def slow_window(
    own: Tokens, other: Tokens, m: Matches, q: Floats, unit: int, window: list[int]
) -> tuple[float, int]:
    """Return the evidence of one sentence with a window of the other side, and the hits."""
    strengths: dict[int, dict[int, float]] = {}
    rows = zip(m.zh.tolist(), m.en.tolist(), m.strength.tolist(), strict=True)
    for token, partner, k in rows:
        at = strengths.setdefault(token, {})
        place = int(other.unit[partner])
        at[place] = max(at.get(place, 0.0), k)
    total, count = 0.0, 0
    for token in np.flatnonzero(own.unit == unit).tolist():
        chance = float(q[own.type[token]])
        there = strengths.get(token, {})
        if chance == 0:
            continue
        miss = log1p(-min(max(there.values(), default=0.4), 0.5))
        first = next((place for place in window if place in there), None)
        if first is None:
            total += miss
            continue
        rest = (1 - chance) ** len(window)
        total += min(log1p(there[first] * rest / (1 - rest)), MOST)
        count += 1
    return total, count


@settings(max_examples=40)
@given(SIZES)
def test_windows_are_the_formula(sizes: tuple[int, int, int, bool]) -> None:
    """Chinese sentences against runs of English ones, and the other way, in the corridor."""
    n, m, _, narrow = sizes
    zh, en, pairs = made(*sizes[:3])
    corridor = band(n, m) if narrow else whole(n, m)
    matches = find_matches(zh, en, pairs, corridor)
    back = Matches(matches.en, matches.zh, matches.strength)
    q_zh, q_en = chances(zh, en, pairs.zh, pairs.en), chances(en, zh, pairs.en, pairs.zh)
    forth = hits(zh, en, matches.zh, matches.en, matches.strength, q_zh)
    other = hits(en, zh, matches.en, matches.zh, matches.strength, q_en)
    by_zh = from_zh(forth, zh, corridor, WINDOWS)
    by_en = from_en(other, n, en, corridor, WINDOWS)
    for size in WINDOWS:
        for i in range(n):
            for column in range(corridor.width):
                j = int(corridor.low[i]) + column
                if j + size <= min(m, corridor.high[i + 1]):
                    window = list(range(j, j + size))
                    gain, count = slow_window(zh, en, matches, q_zh, i, window)
                    assert by_zh.gain[size][i, column] == pytest.approx(gain, abs=1e-4)
                    assert by_zh.count[size][i, column] == count
                if j < m and i + size <= n:
                    window = list(range(i, i + size))
                    gain, count = slow_window(en, zh, back, q_en, j, window)
                    assert by_en.gain[size][i, column] == pytest.approx(gain, abs=1e-4)
                    assert by_en.count[size][i, column] == count


def test_a_table_read_further_on() -> None:
    """Row i + 1 comes to row i at its own English places; what lies outside is empty."""
    corridor = Corridor(np.array([0, 1, 1, 2]), np.array([2, 3, 3, 3]))
    table = np.arange(9, dtype=np.float32).reshape(3, 3)
    moved = moved_up(table, corridor, 1, np.array([-1.0, -2.0, -3.0]))
    # row 1 begins one place further right than row 0, row 2 where row 1 does
    assert moved[0].tolist() == [-2.0, 3.0, 4.0]
    assert moved[1].tolist() == [6.0, 7.0, 8.0]


def test_matches_at_the_same_place_of_a_bead_cost_nothing() -> None:
    """What stands first on one side and last on the other is off by nearly the whole bead."""
    share = np.array([0.0, 0.9])
    zh = Tokens(np.array([0, 0]), np.array([0, 1]), share, 2, 2, np.array([10.0]))
    en = Tokens(np.array([0, 0]), np.array([0, 1]), share, 2, 2, np.array([30.0]))
    chance = np.array([0.05, 0.05])
    straight = Matches(np.array([0, 1]), np.array([0, 1]), np.array([0.4, 0.4]))
    crossed = Matches(np.array([0, 1]), np.array([1, 0]), np.array([0.4, 0.4]))
    corridor = whole(1, 1)
    assert Places.of(zh, en, straight, chance).off(corridor, 1, 1)[0, 0] == pytest.approx(0)
    gain = log1p(0.4 * 0.95 / 0.05)
    off = Places.of(zh, en, crossed, chance).off(corridor, 1, 1)[0, 0]
    assert off == pytest.approx(2 * gain * 0.9, rel=1e-3)


def test_a_word_said_again_in_a_bead_stands_where_it_fits_best() -> None:
    """The second English sentence says the first one's word again: it costs no more."""
    zh = Tokens(np.array([0]), np.array([0]), np.array([0.0]), 1, 1, np.array([10.0]))
    en = Tokens(
        np.array([0, 1, 2]), np.array([0, 0, 0]), np.array([0.2, 0.5, 0.1]), 1, 1, np.full(3, 20.0)
    )
    matches = Matches(np.array([0, 0, 0]), np.array([0, 1, 2]), np.full(3, 0.4))
    places = Places.of(zh, en, matches, np.array([0.05]))
    gain = log1p(0.4 * 0.95 / 0.05)
    corridor = whole(1, 3)
    once = [places.off(corridor, 1, y)[0, 0] / gain for y in (1, 2, 3)]
    assert once == pytest.approx([0.2, 0.1, 0.2 / 3], abs=2e-3)
    assert places.off(corridor, 1, 2)[0, 1] / gain == pytest.approx(0.25, abs=2e-3)
