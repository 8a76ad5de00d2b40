"""What speaks for a bead: words in both directions, their places, lengths, marks.

Every feature is a table over the nodes of the corridor, one for each bead type, so that
the weights that sum them can be fitted. Not here: the weights (`weights`), how tokens
give evidence (`evidence`), the search.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from zhen_align.align import borders
from zhen_align.align.cues import MARKS, MIXED, any_of, mixed_marks
from zhen_align.align.evidence import (
    Hits,
    Places,
    Table,
    Windows,
    from_en,
    from_zh,
    hits,
    moved_up,
)
from zhen_align.align.stretch import Stretch
from zhen_align.align.tokens import Floats, Tokens
from zhen_align.align.weights import FEATURES


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual in the whole text: lengths, and how likely types match by chance."""

    per_han: float
    english: float
    spread: float
    zh_chance: Floats
    en_chance: Floats

    @classmethod
    def of(cls, zh: Tokens, en: Tokens, zh_chance: Floats, en_chance: Floats) -> "Usual":
        """Measure the usual lengths."""
        logs = np.log(en.size)
        return cls(
            float(np.clip(en.size.sum() / zh.size.sum(), 2.0, 5.0)),
            float(logs.mean()),
            float(max(logs.std(), 0.4)),
            zh_chance,
            en_chance,
        )


class Features:
    """The features of every bead in a stretch, made type by type."""

    def __init__(
        self,
        stretch: Stretch,
        usual: Usual,
        types: tuple[tuple[int, int], ...],
        names: frozenset[str] = frozenset(FEATURES),
        weights: Mapping[str, float] | None = None,
    ) -> None:
        """Count what all types share, for the features named; weights mix borders and marks."""
        self.stretch, self.usual, self.names = stretch, usual, names
        zh, en, m = stretch.zh, stretch.en, stretch.matches
        corridor = stretch.corridor
        forth = hits(zh, en, m.zh, m.en, m.strength, usual.zh_chance)
        back = hits(en, zh, m.en, m.zh, m.strength, usual.en_chance)
        ys, xs = {1, 2} | {y for _, y in types if y}, {1, 2} | {x for x, y in types if y}
        zh_words, en_words = zh.type < zh.words, en.type < en.words
        counted = "en found" in names

        def forward(chosen: npt.NDArray[np.bool_]) -> Windows:
            return from_zh(forth.only(chosen), zh, corridor, ys, counted)

        def backward(chosen: npt.NDArray[np.bool_]) -> Windows:
            return from_en(back.only(chosen), zh.units, en, corridor, xs, counted)

        self.zh_words, self.zh_literals = forward(zh_words), forward(~zh_words)
        self.en_words, self.en_literals = backward(en_words), backward(~en_words)
        self.zh_missed = _missed(forth.only(zh_words), zh)
        self.zh_literals_missed = _missed(forth.only(~zh_words), zh)
        if "place" in names:
            self.places = Places.of(zh, en, m, usual.zh_chance)
            self.across = borders.across(self.zh_words, self.en_words, corridor)
            if weights is not None:
                self.across = borders.mixed(self.across, weights)
        self.sides = _Sides(stretch, weights)

    def of_type(self, x: int, y: int) -> Iterator[tuple[str, Table]]:
        """Yield the name and the table of each feature of one bead type."""
        corridor = self.stretch.corridor
        if "place" in self.names:
            yield from borders.of_type(self.across, corridor, x, y).items()
        if not y:
            return
        zh_words = [moved_up(self.zh_words.gain[y], corridor, a, self.zh_missed) for a in range(x)]
        en_words = [_right(self.en_words.gain[x], b) for b in range(y)]
        literals = [
            moved_up(self.zh_literals.gain[y], corridor, a, self.zh_literals_missed)
            for a in range(x)
        ] + [_right(self.en_literals.gain[x], b) for b in range(y)]
        if self.stretch.meaning is not None:
            yield "meaning", self.stretch.meaning.of_type(corridor, x, y)
        yield "en words", _sum(en_words)
        yield "zh words", _sum(zh_words)
        yield "literals", _sum(literals)
        yield from zip(("length", "ratio"), self._lengths(x, y), strict=True)
        if "place" not in self.names:
            return
        yield from self._shares(x, y)
        yield "en weakest", self._weakest_en(en_words)
        yield "zh weakest", self._weakest_zh(zh_words)
        yield "place", self.places.off(corridor, x, y)
        yield from self.sides.marks(x, y)

    def _shares(self, x: int, y: int) -> Iterator[tuple[str, Table]]:
        corridor, zeros = self.stretch.corridor, np.zeros(self.stretch.zh.units)
        zh_found = [moved_up(self.zh_words.count[y], corridor, a, zeros) for a in range(x)]
        en_found = [_right(self.en_words.count[x], b) for b in range(y)]
        zh_known = np.maximum(self.sides.zh_sums(self.zh_words.tokens, x), 1)
        en_known = np.maximum(self.sides.en_sums(self.en_words.tokens, y), 1)
        yield "en found", (_sum(en_found) / en_known).astype(np.float32)
        yield "zh found", (_sum(zh_found) / zh_known).astype(np.float32)

    def _weakest_zh(self, words: list[Table]) -> Table:
        rows = self.stretch.zh.units
        known = np.maximum(self.zh_words.tokens, 1.0)
        means = [
            table / known[np.minimum(np.arange(rows) + a, rows - 1)][:, None]
            for a, table in enumerate(words)
        ]
        weakest: Table = np.minimum.reduce(means).astype(np.float32)
        return weakest

    def _weakest_en(self, words: list[Table]) -> Table:
        known = np.maximum(self.en_words.tokens, 1.0)
        j = self.sides.places
        means = [table / known[np.minimum(j + b, len(known) - 1)] for b, table in enumerate(words)]
        weakest: Table = np.minimum.reduce(means).astype(np.float32)
        return weakest

    def _lengths(self, x: int, y: int) -> Iterator[Table]:
        expected = self.usual.per_han * self.sides.zh_sums(self.stretch.zh.size, x)
        english = np.log(np.maximum(self.sides.en_sums(self.stretch.en.size, y), 1.0))
        ratio = english - np.log(expected)
        wide = 0.22 * (1.0 + 6.0 / np.sqrt(expected + 1.0))
        likely = -0.5 * np.minimum((ratio / wide) ** 2, 40.0) - np.log(wide)
        off = (english - self.usual.english - np.log(y)) / self.usual.spread
        by_chance = -0.5 * np.minimum(off**2, 40.0) - np.log(self.usual.spread)
        yield (likely - by_chance).astype(np.float32)
        yield np.abs(ratio).astype(np.float32)


def _missed(found: Hits, own: Tokens) -> Floats:
    lost: Floats = np.bincount(own.unit, weights=found.miss, minlength=own.units).astype(np.float64)
    return lost


def _sum(tables: list[Table]) -> Table:
    total: Table = np.add.reduce(tables)
    return total


def _right(table: Table, by: int) -> Table:
    """Return the table read `by` English sentences further on."""
    by = min(by, table.shape[1])
    return np.pad(table[:, by:], ((0, 0), (0, by))) if by else table


class _Sides:
    """Sums and signs over the sentences of each side of a bead."""

    def __init__(self, stretch: Stretch, weights: Mapping[str, float] | None) -> None:
        self.stretch = stretch
        self.mixed = None if weights is None else mixed_marks(weights)
        self.rows = stretch.zh.units
        self.last = stretch.en.units
        corridor = stretch.corridor
        self.places = np.minimum(
            corridor.low[:-1, None] + np.arange(corridor.width), max(self.last - 1, 0)
        )

    def zh_sums(self, values: Floats, x: int) -> Floats:
        before = np.concatenate([[0.0], np.cumsum(values)])
        i = np.arange(self.rows)
        sums: Floats = (before[np.minimum(i + x, self.rows)] - before[i])[:, None]
        return sums

    def en_sums(self, values: Floats, y: int) -> Floats:
        before = np.concatenate([[0.0], np.cumsum(values)])
        sums: Floats = before[np.minimum(self.places + y, self.last)] - before[self.places]
        return sums

    def marks(self, x: int, y: int) -> Iterator[tuple[str, Table]]:
        """Yield the features of marks and edges."""
        zh, en = self.stretch.zh_cues, self.stretch.en_cues
        zh_commas = self.zh_sums(zh.commas.astype(np.float64), x)
        en_commas = self.en_sums(en.commas.astype(np.float64), y)
        shape = self.places.shape
        bare = (zh_commas == 0) * float(y - 1 if x == 1 else 0)
        yield "no comma", np.broadcast_to(bare, shape).astype(np.float32)
        most = np.maximum(zh_commas, en_commas)
        yield "commas", (np.abs(zh_commas - en_commas) / (1 + most)).astype(np.float32)
        zh_marks = any_of(zh.marks, x)[:, None]
        en_marks = any_of(en.marks, y)[self.places]
        if self.mixed is not None:
            yield MIXED, self.mixed[zh_marks, en_marks]
        else:
            for bit, mark in enumerate(MARKS):
                yield f"both {mark}", ((zh_marks & en_marks) >> bit & 1).astype(np.float32)
                yield f"one {mark}", ((zh_marks ^ en_marks) >> bit & 1).astype(np.float32)
        i = np.minimum(np.arange(self.rows) + x, self.rows) - 1
        end = np.minimum(self.places + y, self.last) - 1
        yield "opens", (zh.opens[:, None] != en.opens[self.places]).astype(np.float32)
        yield "closes", (zh.closes[i][:, None] != en.closes[end]).astype(np.float32)
        yield "soft", (zh.soft[i][:, None] != en.soft[end]).astype(np.float32)
        yield "one bare", (zh.bare[i][:, None] != en.bare[end]).astype(np.float32)
        within = self.zh_sums(zh.bare.astype(np.float64), x) - zh.bare[i][:, None]
        yield "zh headed", np.broadcast_to(within, shape).astype(np.float32)
        within = self.en_sums(en.bare.astype(np.float64), y) - en.bare[end]
        yield "en headed", within.astype(np.float32)
        yield "lower", en.lower[self.places].astype(np.float32)
