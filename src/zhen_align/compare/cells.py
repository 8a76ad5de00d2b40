"""How likely each claim of one work says what each claim of another does.

A claim is covered by another as far as the other holds its words, names and numbers, the
rarer ones counting more. What tells is coverage of both by each other, against that of
the best rivals: two accounts of one work share a vocabulary throughout. A first answer goes
by the rivals' coverage; in the second a word that several claims of the other work hold
counts for each as far as the first answer believes in it, so that a claim which says two
things keeps two partners, and one that only shares words with a partnered claim none.
Fitted by `bench/fit_claims.py`. Not here: which claims there are, and what is linked.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from zhen_align.align.tokens import Floats, Text
from zhen_align.compare.bags import Bag, Matrix, bag, divided, shared
from zhen_align.compare.pieces import Units, units
from zhen_align.compare.wording import Shared, between
from zhen_align.types import Lang

FEATURES = (
    "both", "over best", "mass", "mass over best", "one", "names it lacks", "over the better",
)  # fmt: skip
WEIGHTS = (-0.59, 1.37, 0.42, 1.23, -0.47, -1.88, 1.79)
SECOND_FEATURES = ("both", "mass", "one", "names it lacks", "first", "its own", "other names")
SECOND_WEIGHTS = (1.41, 0.5, 2.08, -1.21, 0.36, 2.32, -1.0)
_KEPT = [FEATURES.index(name) for name in SECOND_FEATURES[:4]]
_NAME, _SMALL_NUMBER = 0.7, 0.4
_BEST, _LEAST_BEST, _BOTH = 0.1, 0.12, 0.03
_MASS, _OWN = 0.5, 0.3
_NONE = 1e-9
_PIECE = 1.0  # what it costs to match with a clause only, on each side
_MOST_CUT = 600_000  # pairs of sentences and clauses; more sentences are compared whole


@dataclass(frozen=True, slots=True)
class Cells:
    """For each sentence of a (rows) and of b (columns): coverages, and the chance of a link.

    The features are those of whole sentences, for the first answer and for the second.
    """

    a_found: Matrix
    b_found: Matrix
    chance: Matrix
    features: tuple[Matrix, ...]
    second: tuple[Matrix, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """The units of one side, weighed, and those of the other in its types.

    `mass` is what each unit weighs in each unit of the other side.
    """

    own: Bag
    other: Bag
    types: int
    mass: Matrix

    @classmethod
    def of(cls, said: Shared, rows: Units) -> "_Side":
        """Weigh `a`.

        A name counts against a unit only where `b` has it somewhere; elsewhere it may be
        spelt out.
        """
        types = len(said.a_common)
        known = np.zeros(types, dtype=np.bool_)
        known[said.pair_a] = True
        own = said.a.times(np.where(known | ~said.a_name, _worth(said, rows), 0.0))
        other = _holders(said)
        return cls(own, other, types, shared(own, other, types).astype(np.float64))

    def found(self) -> Matrix:
        """Return what share of each unit is in each unit of the other side."""
        return np.minimum(self.mass / np.maximum(self.own.total(), _NONE)[:, None], 1.0)

    def kept(self, rows: Units, columns: Units, chance: Matrix) -> Matrix:
        """Return, for whole sentences, how much of what two share is for no other's sake."""
        own, other = self.own.chosen(rows.whole), self.other.chosen(columns.whole)
        falls = divided(own, other, self.types, chance)
        mass = self.mass[np.ix_(rows.whole, columns.whole)]
        share: Matrix = np.log((falls + _OWN) / (mass + _OWN))
        return share


def cells(a: Sequence[Text], b: Sequence[Text], langs: tuple[Lang, Lang]) -> Cells:
    """Return the table of two works' sentences; each side is in one language."""
    rows, columns = units(a, langs[0]), units(b, langs[1])
    if len(rows.texts) * len(columns.texts) > _MOST_CUT:
        rows, columns = units(a, langs[0], cut=False), units(b, langs[1], cut=False)
    said = between(rows.texts, columns.texts, langs, near=True)
    one, two = _Side.of(said, rows), _Side.of(said.turned(), columns)
    a_found, b_found = one.found(), two.found().T
    both, mass = np.sqrt(a_found * b_found), np.sqrt(one.mass * two.mass.T)
    lacks, differ = _lacking(said, langs)
    features = _features(both, mass, lacks, rows, columns)
    logit = _logit(features, WEIGHTS)
    logit -= _PIECE * (~rows.whole[:, None] + 0.0 + ~columns.whole[None, :])
    first = np.maximum.reduceat(logit, rows.first, axis=0)
    first = np.maximum.reduceat(first, columns.first, axis=1)
    if not (rows.whole.all() and columns.whole.all()):
        whole = np.ix_(rows.whole, columns.whole)
        a_found, b_found, differ = a_found[whole], b_found[whole], differ[whole]
        features = tuple(each[whole] for each in features)
    chance = 1 / (1 + np.exp(-first))
    few = _few(rows, columns)
    own = min(2 * few, 1.0) * one.kept(rows, columns, chance)
    own += min(2 - 2 * few, 1.0) * two.kept(columns, rows, chance.T).T
    second = (*(features[n] for n in _KEPT), first, own, differ)
    chance = 1 / (1 + np.exp(-_logit(second, SECOND_WEIGHTS)))
    return Cells(a_found, b_found, chance, features, second)


def _logit(features: tuple[Matrix, ...], weights: tuple[float, ...]) -> Matrix:
    total = np.zeros_like(features[0])
    for feature, weight in zip(features, weights, strict=True):
        total += weight * feature
    return total


def _lacking(said: Shared, langs: tuple[Lang, Lang]) -> tuple[Matrix, Matrix]:
    """Return what share of its names and numbers a unit does not find in another.

    Chinese says which Latin words are names: English is asked only beside English. The
    second is what both lack: units that name different things.
    """
    own, other = _lacks(said), _lacks(said.turned()).T
    both = np.minimum(own, other)
    if langs[0] is langs[1]:
        return np.maximum(own, other), both
    return (other if langs[0] is Lang.EN else own), both


def _lacks(said: Shared) -> Matrix:
    """Return what share of the names and numbers of each unit of `a` each unit of `b` lacks."""
    own = said.a.times(np.where(said.a_name, 1.0, 0.0))
    every = own.total()[:, None]
    held = shared(own, _holders(said), len(said.a_common)).astype(np.float64)
    share: Matrix = (every - held) / (every + 1)
    return share


def _holders(said: Shared) -> Bag:
    """Return `b` in the types of `a`: which of them it can translate."""
    turned = said.turned()
    return _flat(turned.reached(np.ones(len(said.b_common))), len(said.a_common))


def _flat(some: Bag, types: int) -> Bag:
    return bag(some.row, some.type, np.ones(len(some.row)), some.rows, types)


def _worth(said: Shared, rows: Units) -> Floats:
    """Return what each type of `a` is worth: rare in general, and rare in this text."""
    sentences = int(rows.whole.sum())
    types = said.a.type[rows.whole[said.a.row]]
    seen = np.maximum(np.bincount(types, minlength=len(said.a_common)), 1)
    here = np.log((sentences + 1) / (seen + 0.5)) / np.log((sentences + 1) / 1.5)
    general = np.log(1 / said.a_common) / np.log(1000.0)
    general = np.where(said.a_name, _NAME, general)
    general = np.where(said.a_small, _SMALL_NUMBER, general)
    worth: Floats = general * np.maximum(here, 0.02)
    return worth


def _features(
    both: Matrix, mass: Matrix, lacks: Matrix, rows: Units, columns: Units
) -> tuple[Matrix, ...]:
    few = _few(rows, columns)
    in_row, in_column = _rival(both, columns), _rival(both.T, rows).T
    rival = few * in_row + (1 - few) * in_column
    better = np.maximum(min(2 * few, 1.0) * in_row, min(2 - 2 * few, 1.0) * in_column)
    heavier = few * _rival(mass, columns) + (1 - few) * _rival(mass.T, rows).T
    log, log_mass = np.log(both + _BOTH), np.log(mass + _MASS)
    return (
        log,
        log - np.log(_BEST + np.maximum(rival, _LEAST_BEST)),
        log_mass,
        log_mass - np.log(heavier + _MASS),
        np.ones_like(both),
        lacks,
        log - np.log(_BEST + np.maximum(better, _LEAST_BEST)),
    )


def _few(rows: Units, columns: Units) -> float:
    """Return the share of all claims that are in rows.

    Of many claims several may say what one of a few says: those are no rivals.
    """
    return len(rows.first) / (len(rows.first) + len(columns.first))


def _rival(table: Matrix, columns: Units) -> Matrix:
    """Return for each cell the best one of its row in columns of other sentences."""
    best = np.maximum.reduceat(table, columns.first, axis=1)
    if best.shape[1] < 2:
        return np.zeros_like(table)
    top = -np.partition(-best, 1, axis=1)
    rival: Matrix = np.where(best >= top[:, :1], top[:, 1:2], top[:, :1])
    return rival[:, columns.owner]
