"""Weights from gold: how the features of a bead should be summed so that the gold is likely.

A semi-Markov conditional random field over the corridor of each pair of texts: what is
made large is the mass of all paths that agree with the gold, beside that of all paths.
So the gold may be partial: a bead known exactly, or stretches that no bead may leave.
Texts of a collection share their habits, an offset to the prior of each type that is
found and thrown away; weights are pulled towards given ones. Not here: the texts of the
project's own fit (bench/fit_beads.py), and any file.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from zhen_align.align.corridor import around
from zhen_align.align.descent import descend
from zhen_align.align.features import Features
from zhen_align.align.learn import Lessons, learn
from zhen_align.align.lexicon import Ints
from zhen_align.align.looks import (
    Prepared,
    closer_look,
    first_look,
    prepare,
    relative,
    stretch_of,
    taught,
    usual,
    with_priors,
)
from zhen_align.align.matches import Corridor
from zhen_align.align.meaning import Encoder
from zhen_align.align.search import NEVER, Grid, Scored, best_path, masses
from zhen_align.align.stretch import Stretch, allowed
from zhen_align.align.tokens import Floats, Text
from zhen_align.align.weights import FEATURES, TYPES, Weights

Sides = tuple[Sequence[int], Sequence[int]]
Bools = npt.NDArray[np.bool_]

_HALF = 7
_STEPS = (14, 14, 25)
_UNREACHABLE = -1e6
_ALONE = TYPES.index((1, 0))
_K, _T = len(FEATURES), len(TYPES)
_TRUST = 30.0


@dataclass(frozen=True, slots=True)
class Gold:
    """Two texts by sentences, and what is known of them, by the numbers of sentences.

    `exact` beads are right as they are; of `within` no bead leaves the stretch that it is in.
    """

    zh: Sequence[Text]
    en: Sequence[Text]
    exact: Sequence[Sides] = ()
    within: Sequence[Sides] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """The beads that one pair of texts allows: their features, and which agree with the gold.

    `cells` are places in the table of types, rows and columns; `features` are theirs.
    """

    corridor: Corridor
    shape: tuple[int, int, int]
    cells: Ints
    features: npt.NDArray[np.float32]
    agree: Bools
    zh_size: Floats
    en_size: Floats
    collection: int
    count: float


def examples(
    collections: Iterable[tuple[Sequence[Gold], float]],
    weights: Weights,
    encoder: Encoder | None = None,
) -> list[Example]:
    """Return the examples of collections, each with how much it counts.

    Texts whose gold leaves the corridor are left out.
    """
    found = []
    for number, (golds, count) in enumerate(collections):
        ready = [prepare(gold.zh, gold.en, None, encoder) for gold in golds]
        lessons = learn(first_look(each, weights)[1] for each in ready)
        for gold, each in zip(golds, ready, strict=True):
            example = _example(gold, each, lessons, weights, number, count)
            start = _vector(weights)
            if _expected(example, start, np.zeros(_T + 1), gold=True)[0] > _UNREACHABLE:
                found.append(example)
    return found


def _example(
    gold: Gold, ready: Prepared, lessons: Lessons, weights: Weights, collection: int, count: float
) -> Example:
    close, _ = first_look(ready, weights)
    close = taught(close, lessons)
    path = best_path(with_priors(closer_look(close, weights), weights))
    close = replace(close, corridor=around(path, ready.corridor, _HALF))
    stretch = stretch_of(close)
    made = Features(stretch, usual(close), TYPES)
    shape = (_T, *stretch.shape)
    parts, cells, agree = [], [], []
    for number, (x, y) in enumerate(TYPES):
        ok = allowed(stretch, x, y)
        table = np.zeros((_K, int(ok.sum())), dtype=np.float32)
        for name, values in made.of_type(x, y):
            table[FEATURES.index(name)] = values[ok]
        parts.append(table)
        cells.append(np.flatnonzero(ok) + number * ok.size)
        agree.append(_agrees(gold, stretch, x, y)[ok])
    return Example(
        close.corridor, shape, np.concatenate(cells), np.concatenate(parts, axis=1),
        np.concatenate(agree), relative(ready.zh.size), relative(ready.en.size),
        collection, count,
    )  # fmt: skip


def _in_types(beads: Sequence[Sides]) -> list[Sides]:
    """Return the beads that a path can hold; others say nothing."""
    return [(zh, en) for zh, en in beads if (len(zh), len(en)) in (*TYPES, (0, 1))]


def _agrees(gold: Gold, stretch: Stretch, x: int, y: int) -> Bools:
    """Tell which beads of a type the gold allows."""
    fits: Bools = np.ones(stretch.shape, dtype=np.bool_)
    for sides, exact in ((gold.within, False), (_in_types(gold.exact), True)):
        first, together = _owners(sides, stretch, x, y)
        fits &= together
        if exact:
            right = np.array([(len(zh), len(en)) == (x, y) for zh, en in sides] + [True])
            fits &= right[first]
    return fits


def _owners(sides: Sequence[Sides], stretch: Stretch, x: int, y: int) -> tuple[Ints, Bools]:
    """Return the side that owns the first sentence of each bead, and whether it owns them all.

    Nobody's sentences are owned by -1.
    """
    zh = np.full(stretch.zh.units + 6, -1, dtype=np.int64)
    en = np.full(stretch.en.units + 6, -1, dtype=np.int64)
    for number, (zh_side, en_side) in enumerate(sides):
        zh[list(zh_side)] = number
        en[list(en_side)] = number
    rows = np.arange(stretch.shape[0])
    columns = stretch.corridor.low[:-1, None] + np.arange(stretch.shape[1])
    first = np.broadcast_to(zh[rows][:, None], stretch.shape)
    together = np.ones(stretch.shape, dtype=np.bool_)
    for a in range(1, x):
        together &= (zh[rows + a] == zh[rows])[:, None]
    for b in range(y):
        together &= en[np.minimum(columns + b, len(en) - 1)] == first
    return first, together


def _vector(weights: Weights) -> Floats:
    """Return the weights as one row: features, priors, English alone, the two sizes."""
    sizes = (weights.alone, weights.zh_alone_size, weights.en_alone_size)
    return np.array([*weights.features, *weights.priors, *sizes], dtype=np.float64)


def _expected(
    example: Example, vector: Floats, habits: Floats, *, gold: bool
) -> tuple[float, Floats]:
    """Return the log mass of all paths, or of those that the gold allows, and what is expected
    of each weight on them.
    """
    count, rows, width = example.shape
    kind, place = np.divmod(example.cells, rows * width)
    priors = vector[_K : _K + _T] + habits[:_T]
    alone, zh_size, en_size = vector[_K + _T :]
    scores = vector[:_K].astype(np.float32) @ example.features + priors[kind]
    lone = kind == _ALONE
    scores[lone] += zh_size * example.zh_size[place[lone] // width]
    table = np.full(count * rows * width, NEVER, dtype=np.float32)
    keep = example.agree if gold else np.ones(len(scores), dtype=np.bool_)
    table[example.cells[keep]] = scores[keep]
    nulls = alone + habits[_T] + en_size * example.en_size
    grid = Grid.of(Scored(example.corridor, TYPES, table.reshape(example.shape), nulls))
    mass = masses(grid)
    before = mass.before[:-1].reshape(-1, width)[:rows, None, :]
    log = before + grid.score[:rows] + mass.after[grid.target[:rows]] - mass.total
    chance = np.exp(np.minimum(log, 0.0)).transpose(1, 0, 2).ravel()[example.cells]
    units = len(example.en_size)
    column = example.corridor.low[place // width] + place % width
    covered = np.zeros(units + 6)
    for b in range(max(y for _, y in TYPES)):
        inside = np.array([y > b for _, y in TYPES])[kind]
        covered += np.bincount(
            np.minimum(column[inside] + b, units + 5), weights=chance[inside], minlength=units + 6
        )
    free = 1.0 - covered[:units]
    return mass.total, np.concatenate(
        [
            example.features @ chance.astype(np.float32),
            np.bincount(kind, weights=chance, minlength=_T),
            [free.sum(), chance[lone] @ example.zh_size[place[lone] // width]],
            [free @ example.en_size],
        ]
    )


def fit(every: Sequence[Example], start: Weights, pull: Weights, l2: float | Floats) -> Weights:
    """Return the weights that make the gold likeliest, pulled towards `pull`; `start` is where
    the search begins. `l2` is how strongly, for all weights or for each.
    """
    centre, vector = _vector(pull), _vector(start)
    habits = {example.collection: np.zeros(_T + 1) for example in every}
    rates = np.array(start.rates)
    for steps in _STEPS:

        def loss(v: Floats) -> tuple[float, Floats]:
            total, slope = float((l2 * (v - centre) ** 2).sum()) / 2, l2 * (v - centre)
            for example in every:
                own = habits[example.collection]
                right, wanted = _expected(example, v, own, gold=True)
                whole, usual = _expected(example, v, own, gold=False)
                total -= example.count * (right - whole)
                slope -= example.count * (wanted - usual)
            return total, slope

        vector = descend(loss, vector, steps)
        kinds = dict(_kinds(every, vector, habits))
        whole = sum(kinds.values(), np.zeros(_T + 1))
        rates = (whole + 0.5) / (whole.sum() + 0.5 * len(whole))
        for collection, seen in kinds.items():
            share = (seen + _TRUST * rates) / (seen.sum() + _TRUST)
            habits[collection] = np.log(share / rates)
    return _weights(vector, rates)


def _kinds(
    every: Sequence[Example], vector: Floats, habits: dict[int, Floats]
) -> Iterator[tuple[int, Floats]]:
    """Yield how often each type is expected in each collection, English alone last."""
    for number, own in habits.items():
        seen = [
            _expected(example, vector, own, gold=True)[1][_K : _K + _T + 1]
            for example in every
            if example.collection == number
        ]
        yield number, np.sum(seen, axis=0)


def _weights(vector: Floats, rates: Floats) -> Weights:
    rounded = [round(float(value), 3) for value in vector]
    alone, zh_size, en_size = rounded[_K + _T :]
    return Weights(
        features=tuple(rounded[:_K]),
        priors=tuple(rounded[_K : _K + _T]),
        alone=alone,
        zh_alone_size=zh_size,
        en_alone_size=en_size,
        rates=tuple(round(float(rate), 5) for rate in rates),
    )
