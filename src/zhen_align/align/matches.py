"""Which token of one sentence may be translated by which token of another, inside a corridor.

A corridor says, for every place between two Chinese sentences, which places between
English sentences a path may go through there. Everything later is counted from these
matches, so that each pair of tokens is looked at once, however many beads could hold it.
"""

from dataclasses import dataclass

import numpy as np

from zhen_align.align.lexicon import Ints
from zhen_align.align.tokens import Floats, Pairs, Tokens


@dataclass(frozen=True, slots=True)
class Corridor:
    """Node row i (before Chinese sentence i) holds the English places low[i]..high[i].

    Where the sentences are in parts, a bead may not join sentences of different parts; where
    they have homes, one that joins different homes is less likely.
    """

    low: Ints
    high: Ints
    zh_part: Ints | None = None
    en_part: Ints | None = None
    zh_home: Ints | None = None
    en_home: Ints | None = None

    @property
    def width(self) -> int:
        """Return the most English places in one row."""
        return int((self.high - self.low).max()) + 1

    def reach(self) -> tuple[Ints, Ints]:
        """Return the first and one past the last English sentence near each Chinese one."""
        return self.low[:-1], self.high[1:]


@dataclass(frozen=True, slots=True)
class Matches:
    """Token occurrences that match: their numbers on both sides and the bond's strength."""

    zh: Ints
    en: Ints
    strength: Floats


def spread(first: Ints, count: Ints) -> tuple[Ints, Ints]:
    """Return, for runs that start at `first`, the run's number and each place in it."""
    number = np.repeat(np.arange(len(first)), count)
    offset = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
    return number, np.repeat(first, count) + offset


def distinct(keys: Ints) -> Ints:
    """Return the different values in rising order; sorting is faster here than hashing."""
    ordered = np.sort(keys)
    return ordered[run_starts(ordered)]


def run_starts(ordered: Ints) -> Ints:
    """Return where each run of equal values begins; the values are not negative."""
    return np.flatnonzero(np.diff(ordered, prepend=-1))


def find_matches(zh: Tokens, en: Tokens, pairs: Pairs, corridor: Corridor) -> Matches:
    """Return the matches between tokens whose sentences are within reach of each other."""
    pair_order = np.argsort(pairs.zh, kind="stable")
    pair_zh, pair_en = pairs.zh[pair_order], pairs.en[pair_order]
    token_order = np.argsort(zh.type, kind="stable")
    types = zh.type[token_order]
    first = np.searchsorted(types, pair_zh, side="left")
    # pair by pair, so that what is looked up one after the other is close by
    pair, at = spread(first, np.searchsorted(types, pair_zh, side="right") - first)
    token = token_order[at]

    stride = max(en.units, 1) + 1
    key = en.type * stride + en.unit
    order = np.argsort(key, kind="stable")
    key = key[order]
    low, high = corridor.reach()
    unit, wanted = zh.unit[token], pair_en[pair] * stride
    start = np.searchsorted(key, wanted + low[unit], side="left")
    end = np.searchsorted(key, wanted + high[unit], side="left")
    run, at = spread(start, np.maximum(end - start, 0))
    found = np.argsort(token[run], kind="stable")
    run, at = run[found], at[found]
    return Matches(token[run], order[at], pairs.strength[pair_order][pair[run]])


def chances(own: Tokens, other: Tokens, pair_own: Ints, pair_other: Ints) -> Floats:
    """Return for each type how likely one unit of the other side holds a translation.

    Types without a translation anywhere get 0. Units holding several translations are
    counted as if those were independent, which costs nothing and errs little.
    """
    once = distinct(other.type * (other.units + 1) + other.unit)
    held = np.bincount(once // (other.units + 1), minlength=other.types)
    absent = np.log1p(-held[pair_other] / (other.units + 1.0))
    none = np.bincount(pair_own, weights=absent, minlength=own.types)
    glosses = np.bincount(pair_own, minlength=own.types)
    background = np.minimum(0.01 * np.maximum(glosses, 1), 0.3)
    seen = (1.0 - np.exp(none)) * (other.units + 1.0)
    smoothed = (seen + 10.0 * background) / (other.units + 11.0)
    found: Floats = np.where(none < 0, smoothed, 0.0)
    return found
