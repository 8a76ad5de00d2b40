"""Words that a collection teaches: pairs that recur in beads and that no dictionary explains.

In every sure small bead the words without a partner are counted against each other. The
counts are sums over documents, so that they can be kept per document and added up; the
strength of a pair is rounded, so that a change elsewhere seldom shows.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from zhen_align.align.matches import Matches, spread
from zhen_align.align.search import Step
from zhen_align.align.tokens import Pairs, Tokens

_MOST_SENTENCES = 4
_LEAST = 3
_DICE = 0.2
_STRENGTH = 0.5
_SURE_DICE = 0.6
_STEPS = 10


@dataclass(frozen=True, slots=True)
class Counts:
    """In how many beads each word stands, and each pair of words without a partner."""

    zh: Mapping[str, int]
    en: Mapping[str, int]
    both: Mapping[tuple[str, str], int]


def count(zh: Tokens, en: Tokens, steps: Sequence[Step], matches: Matches) -> Counts:
    """Return what one document's beads say."""
    zh_bead = np.full(zh.units, -1, dtype=np.int64)
    en_bead = np.full(en.units, -1, dtype=np.int64)
    for number, step in enumerate(steps):
        if step.zh_count and step.en_count and step.zh_count + step.en_count <= _MOST_SENTENCES:
            zh_bead[step.zh : step.zh + step.zh_count] = number
            en_bead[step.en : step.en + step.en_count] = number
    zh_at, en_at = zh_bead[zh.unit], en_bead[en.unit]
    inside = (zh_at[matches.zh] >= 0) & (zh_at[matches.zh] == en_at[matches.en])
    zh_alone = np.ones(len(zh.unit), dtype=bool)
    en_alone = np.ones(len(en.unit), dtype=bool)
    zh_alone[matches.zh[inside]] = False
    en_alone[matches.en[inside]] = False

    zh_all = np.unique(np.stack([zh_at, zh.type])[:, zh_at >= 0], axis=1)[1]
    en_all = np.unique(np.stack([en_at, en.type])[:, en_at >= 0], axis=1)[1]
    left = np.unique(np.stack([zh_at, zh.type])[:, (zh_at >= 0) & zh_alone], axis=1)
    right = np.unique(np.stack([en_at, en.type])[:, (en_at >= 0) & en_alone], axis=1)
    first = np.searchsorted(right[0], left[0], side="left")
    run, at = spread(first, np.searchsorted(right[0], left[0], side="right") - first)
    pairs, times = np.unique(left[1][run] * en.types + right[1][at], return_counts=True)
    return Counts(
        _named(zh, zh_all),
        _named(en, en_all),
        {
            (zh.names[pair // en.types], en.names[pair % en.types]): n
            for pair, n in zip(pairs.tolist(), times.tolist(), strict=True)
        },
    )


def _named(side: Tokens, types: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> dict[str, int]:
    found, times = np.unique(types, return_counts=True)
    return {side.names[t]: n for t, n in zip(found.tolist(), times.tolist(), strict=True)}


Lessons = Mapping[str, Mapping[str, float]]


def learn(counts: Iterable[Counts]) -> Lessons:
    """Return, by Chinese word, the English words that go with it and how strongly."""
    zh: dict[str, int] = {}
    en: dict[str, int] = {}
    both: dict[tuple[str, str], int] = {}
    for one in counts:
        for word, n in one.zh.items():
            zh[word] = zh.get(word, 0) + n
        for word, n in one.en.items():
            en[word] = en.get(word, 0) + n
        for pair, n in one.both.items():
            both[pair] = both.get(pair, 0) + n
    found: dict[str, dict[str, float]] = {}
    for (left, right), n in both.items():
        dice = 2 * n / (zh[left] + en[right])
        if n >= _LEAST and dice > _DICE:
            strength = _STRENGTH * min(1.0, dice / _SURE_DICE)
            found.setdefault(left, {})[right] = round(strength * _STEPS) / _STEPS
    return found


def visible(zh: Tokens, en: Tokens, lessons: Lessons) -> Pairs:
    """Return the lessons that one document can use, in its own numbers."""
    number = {name: t for t, name in enumerate(en.names)}
    rows = [
        (t, number[partner], strength)
        for t, name in enumerate(zh.names)
        for partner, strength in lessons.get(name, {}).items()
        if partner in number
    ]
    table = np.array(rows, dtype=np.float64).reshape(-1, 3)
    return Pairs(table[:, 0].astype(np.int64), table[:, 1].astype(np.int64), table[:, 2])
