"""Chinese units of a collection: the words of `chinese.py`, and n-grams that cling together.

An n-gram is a unit where its neighbours vary and no cut through it is natural. Everything
is counted on arrays over one stream of atoms, level by level: what is rare is rare in every
longer n-gram, so few survive. Not here: what a word is (chinese.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zhen_align.terms.chinese import ATOM, BEGINS, HARD, LONGEST_GRAM, LONGEST_RUN, RUN, SOFT, name
from zhen_align.terms.hanwords import LEFT, RIGHT
from zhen_align.types import Span

_LEAST_ENTROPY = 1.0
_LEAST_COHESION = 4.0
_LEAST_COHESION_SOFT = 6.0
_OF_THE_MOST = 0.8
_MOST_ENTROPY = 2.5
_STEPS = 4  # of entropy, in a bit

Ints = NDArray[np.int64]
Bits = NDArray[np.bool_]
Reals = NDArray[np.float64]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """A text in Simplified characters, a mark for each of its atoms, units that are words.

    `whole` and `named` are flat rows of (first atom, atoms): units whatever the counts say,
    and stretches that brackets name.
    """

    text: str
    marks: str
    whole: Sequence[int]
    named: Sequence[int] = ()


@dataclass(slots=True)
class Units:
    """For each text its units with their places, in order; what stands beside each unit."""

    found: list[list[tuple[str, Span]]]
    named: list[list[tuple[str, Span]]]
    whole: list[tuple[str, Span] | None]
    """What a text is, where it is nothing but one unit: a keyword, a cell."""
    entropies: dict[str, tuple[float, float]] = field(default_factory=dict)

    def entropy(self, unit: str) -> tuple[float, float]:
        """Return how much the neighbours on the left and on the right vary, in bits."""
        return self.entropies.get(unit, (0.0, 0.0))


@dataclass(frozen=True, slots=True)
class _Level:
    """N-grams of one size: at every place their number and count, and of each its figures."""

    count: Ints
    number: Ints
    left: Reals
    right: Reals
    clings: Bits
    clings_softly: Bits


@dataclass(slots=True)
class _Stream:
    """All atoms of all texts, one behind the other."""

    atoms: list[str]
    codes: Ints
    kinds: list[str]
    flags: Ints
    run: Ints
    ends: Ints
    base: list[int]
    places: list[list[Place]]


def find(texts: Sequence[Marked]) -> Units:
    """Return the units of some texts, which are taken as one collection."""
    stream = _stream(texts)
    levels = _levels(stream)
    taken = [
        {(first, size) for first, size in zip(one.whole[::2], one.whole[1::2], strict=True)}
        for one in texts
    ]
    owner = np.repeat(np.arange(len(texts)), [len(p) for p in stream.places])
    for size, level in enumerate(levels[1:], 2):
        for at in _clinging(stream, level, size).tolist():
            text = int(owner[at])
            taken[text].add((at - stream.base[text], size))
    units = Units([], [], [])
    for n, one in enumerate(texts):
        units.whole.append(_all_of(stream, one, n))
        named = list(zip(one.named[::2], one.named[1::2], strict=True))
        for chosen, kept in ((sorted(taken[n]), units.found), (named, units.named)):
            row = []
            for first, size in chosen:
                unit, span = _unit(stream, one, n, first, size)
                row.append((unit, span))
                if unit not in units.entropies:
                    known = _entropies(levels, stream.base[n] + first, size)
                    if known is not None:
                        units.entropies[unit] = known
            kept.append(row)
    return units


def _unit(stream: _Stream, one: Marked, n: int, first: int, size: int) -> tuple[str, Span]:
    places = stream.places[n]
    start, end = places[first][0], places[first + size - 1][1]
    if end - start == size:
        return one.text[start:end], Span(start, end)
    at = stream.base[n] + first
    return name(stream.atoms[at : at + size]), Span(start, end)


def _all_of(stream: _Stream, one: Marked, n: int) -> tuple[str, Span] | None:
    """Return a text as one unit, if it is a single run of a few atoms with Chinese in it."""
    count = len(stream.places[n])
    if not 1 < count <= LONGEST_GRAM + 4 or any(ord(mark) - 48 & RUN for mark in one.marks[1:]):
        return None
    unit, span = _unit(stream, one, n, 0, count)
    around = one.text[: span.start] + one.text[span.end :]
    return None if unit.isascii() or around.strip(" .:;*#、，。；：\0") else (unit, span)


def _entropies(levels: Sequence[_Level], at: int, size: int) -> tuple[float, float] | None:
    if size > len(levels) or levels[size - 1].count[at] < 2:
        return None
    level = levels[size - 1]
    number = level.number[at]
    # in steps: one more occurrence somewhere shall not change what is worked out from it
    left, right = (round(_STEPS * float(side[number])) for side in (level.left, level.right))
    return left / _STEPS, right / _STEPS


def _stream(texts: Sequence[Marked]) -> _Stream:
    atoms: list[str] = []
    base, places = [], []
    for one in texts:
        base.append(len(atoms))
        matches = [(m[0], m.span()) for m in ATOM.finditer(one.text)]
        atoms += [atom for atom, _ in matches]
        places.append([place for _, place in matches])
    known: dict[str, int] = {}
    codes = np.array([known.setdefault(atom, len(known)) for atom in atoms], dtype=np.int64)
    flags = np.frombuffer("".join(t.marks for t in texts).encode(), np.uint8).astype(np.int64) - 48
    run: Ints = np.cumsum((flags & RUN) > 0, dtype=np.int64)
    starts = np.flatnonzero(flags & RUN)
    after = np.append(starts[1:], len(atoms))
    ends: Ints = after[run - 1] if len(atoms) else run
    return _Stream(atoms, codes, list(known), flags, run, ends, base, places)


def _levels(stream: _Stream) -> list[_Level]:
    size = len(stream.codes)
    if not size:
        return []
    places = np.arange(size)
    counts = np.bincount(stream.codes)
    count, number = counts[stream.codes], stream.codes
    levels = [_level(stream, [], count, number, places, 1)]
    for length in range(2, LONGEST_GRAM + 1):
        alive = np.flatnonzero(count >= 2)
        alive = alive[alive + length <= stream.ends[alive]]
        alive = alive[count[alive + 1] >= 2]
        if not len(alive):
            break
        keys = number[alive] * (number.max() + 1) + number[alive + 1]
        _, inverse, times = np.unique(keys, return_inverse=True, return_counts=True)
        count, number = np.zeros(size, np.int64), np.zeros(size, np.int64)
        count[alive], number[alive] = times[inverse], inverse
        levels.append(_level(stream, levels, count, number, alive, length))
    return levels


def _level(
    stream: _Stream, before: Sequence[_Level], count: Ints, number: Ints, at: Ints, length: int
) -> _Level:
    """Say of every n-gram of a length how its neighbours vary and whether it clings."""
    at = at[count[at] >= 2]
    grams = int(number.max()) + 1
    times = np.zeros(grams, np.int64)
    times[number[at]] = count[at]
    beside = [np.where(stream.run[at - 1] == stream.run[at], stream.codes[at - 1], -1)]
    beside[0][at == 0] = -1
    last = np.minimum(at + length, len(stream.codes) - 1)
    beside.append(np.where(at + length < stream.ends[at], stream.codes[last], -1))
    left, right = (_entropy(number[at], atoms, times, len(stream.kinds)) for atoms in beside)
    clings, softly = np.zeros(grams, bool), np.zeros(grams, bool)
    if length > 1 and len(at):
        found, first = np.unique(number[at], return_index=True)
        place = at[first]
        total = len(stream.codes)
        weakest = np.min(
            [
                times[found]
                * total
                / (before[c - 1].count[place] * _rest(before, place, c, length))
                for c in range(1, length)
            ],
            axis=0,
        )
        # a short text cannot show more cohesion than how rare the unit is in it
        most = _OF_THE_MOST * np.log2(total / times[found])
        varied = np.minimum(left[found], right[found]) >= _LEAST_ENTROPY
        clings[found] = varied & (np.log2(weakest) >= np.minimum(_LEAST_COHESION, most))
        softly[found] = varied & (np.log2(weakest) >= np.minimum(_LEAST_COHESION_SOFT, most))
    return _Level(count, number, left, right, clings, softly)


def _rest(before: Sequence[_Level], place: Ints, cut: int, length: int) -> Ints:
    """Return how often what is behind the cut stands in the texts."""
    return before[length - cut - 1].count[place + cut]


def _entropy(grams: Ints, atoms: Ints, times: Ints, kinds: int) -> Reals:
    """Return the entropy of the neighbours; every edge of a run (-1) is one of its own."""
    size = len(times)
    inside = atoms >= 0
    pairs, seen = np.unique(grams[inside] * kinds + atoms[inside], return_counts=True)
    gram = pairs // kinds
    total = np.maximum(times, 1).astype(float)
    bits = np.bincount(gram, seen / total[gram] * np.log2(total[gram] / seen), minlength=size)
    edges = np.bincount(grams[~inside], minlength=size)
    varied: Reals = np.minimum(_MOST_ENTROPY, bits + edges / total * np.log2(total))
    return varied


def _clinging(stream: _Stream, level: _Level, size: int) -> Ints:
    """Return where an n-gram of this size is a unit because it clings together."""
    at = np.flatnonzero(level.count >= 2)
    at = at[level.clings[level.number[at]]]
    if not len(at):
        return at
    flags = stream.flags
    begins, hard, soft, latin = (
        np.concatenate([[0], np.cumsum(mask)])
        for mask in (
            flags & BEGINS > 0,
            flags & HARD > 0,
            flags & SOFT > 0,
            _of_atoms(stream, [kind[0] < "\u0400" for kind in stream.kinds]),
        )
    )

    def inside(sums: Any) -> Any:
        return sums[at + size] - sums[at]

    starts = flags[at] & BEGINS > 0
    past = np.minimum(at + size, len(flags) - 1)
    stops = (at + size == stream.ends[at]) | (flags[past] & BEGINS > 0)
    softly = inside(soft) > 0
    whole = starts & stops & (inside(begins) <= LONGEST_RUN) & ~softly
    # an edge that looks like a function word may be half of a word nobody listed
    opens = _of_atoms(stream, [kind in LEFT for kind in stream.kinds])[at]
    closes = _of_atoms(stream, [kind in RIGHT for kind in stream.kinds])[at + size - 1]
    plain = (starts | ~opens) & (stops | ~closes)
    clean = (inside(latin) < size) & ~_of_atoms(stream, [k.isdigit() for k in stream.kinds])[at]
    clings = np.where(softly | whole, level.clings_softly[level.number[at]], True)
    found: Ints = at[(inside(hard) == 0) & plain & clean & clings]
    return found


def _of_atoms(stream: _Stream, kinds: Sequence[bool]) -> Bits:
    return np.array(kinds, dtype=bool)[stream.codes]
