"""Words that a collection teaches: pairs that recur in beads and that no dictionary explains.

In every sure small bead the words without a partner are counted against each other. The
counts are sums over documents, so that they can be kept per document and added up; the
strength of a pair is rounded, so that a change elsewhere seldom shows.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from zhen_align.align.lexicon import Ints
from zhen_align.align.matches import Matches, distinct, spread
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
    """In how many beads each word stands, and each pair of words without a partner.

    Words are numbered per document; `pair_zh`, `pair_en` and `pair_n` go together. `shared`
    is the share of words with a partner in their bead, of both sides added up: more than
    0.6 in translations, less than 0.4 in texts that are none.
    """

    zh_names: Sequence[str]
    en_names: Sequence[str]
    zh_n: Ints
    en_n: Ints
    pair_zh: Ints
    pair_en: Ints
    pair_n: Ints
    shared: float = 0.0


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
    zh_alone, en_alone = zh_at >= 0, en_at >= 0
    zh_n = _by_type(zh_at, zh, zh_alone)
    en_n = _by_type(en_at, en, en_alone)
    zh_alone[matches.zh[inside]] = False
    en_alone[matches.en[inside]] = False

    known_zh, known_en = zh_at >= 0, en_at >= 0
    shared = (known_zh & ~zh_alone).sum() / max(len(zh_at), 1)
    shared += (known_en & ~en_alone).sum() / max(len(en_at), 1)
    left = distinct(zh_at[zh_alone] * zh.types + zh.type[zh_alone])
    right = distinct(en_at[en_alone] * en.types + en.type[en_alone])
    bead, others = left // zh.types, right // en.types
    first = np.searchsorted(others, bead, side="left")
    run, at = spread(first, np.searchsorted(others, bead, side="right") - first)
    pairs, times = np.unique(
        (left % zh.types)[run] * en.types + (right % en.types)[at], return_counts=True
    )
    return Counts(
        zh.names, en.names, zh_n, en_n, pairs // en.types, pairs % en.types,
        times.astype(np.int64), float(shared),
    )  # fmt: skip


def _by_type(bead: Ints, side: Tokens, chosen: npt.NDArray[np.bool_]) -> Ints:
    """Return in how many beads each type stands."""
    once = distinct(bead[chosen] * side.types + side.type[chosen])
    return np.bincount(once % side.types, minlength=side.types).astype(np.int64)


Lessons = Mapping[str, Mapping[str, float]]


def learn(counts: Iterable[Counts]) -> Lessons:
    """Return, by Chinese word, the English words that go with it and how strongly."""
    zh_ids: dict[str, int] = {}
    en_ids: dict[str, int] = {}
    zh_sums, en_sums = _Sums(), _Sums()
    pairs: list[tuple[Ints, Ints, Ints]] = []
    for one in counts:
        zh = np.array([zh_ids.setdefault(n, len(zh_ids)) for n in one.zh_names], dtype=np.int64)
        en = np.array([en_ids.setdefault(n, len(en_ids)) for n in one.en_names], dtype=np.int64)
        zh_sums.add(zh, one.zh_n)
        en_sums.add(en, one.en_n)
        pairs.append((zh[one.pair_zh], en[one.pair_en], one.pair_n))
    if not pairs:
        return {}
    left, right, times = (np.concatenate(part) for part in zip(*pairs, strict=True))
    keys, inverse = np.unique(left * len(en_ids) + right, return_inverse=True)
    n = np.bincount(inverse, weights=times, minlength=len(keys))
    left, right = keys // max(len(en_ids), 1), keys % max(len(en_ids), 1)
    dice = 2 * n / (zh_sums.of(left) + en_sums.of(right))
    strength = np.round(_STRENGTH * np.minimum(1.0, dice / _SURE_DICE) * _STEPS) / _STEPS
    zh_names, en_names = list(zh_ids), list(en_ids)
    found: dict[str, dict[str, float]] = {}
    for at in np.flatnonzero((n >= _LEAST) & (dice > _DICE)).tolist():
        found.setdefault(zh_names[left[at]], {})[en_names[right[at]]] = float(strength[at])
    return found


class _Sums:
    """Counts of words over documents, by number."""

    def __init__(self) -> None:
        self.total = np.zeros(0, dtype=np.int64)

    def add(self, words: Ints, times: Ints) -> None:
        size = max(len(self.total), int(words.max(initial=-1)) + 1)
        self.total = np.pad(self.total, (0, size - len(self.total)))
        np.add.at(self.total, words, times)

    def of(self, words: Ints) -> Ints:
        return self.total[words]


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
