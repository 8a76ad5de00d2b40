"""How likely each claim of one work says what each claim of another does.

A claim is covered by another as far as the other holds its words, names and numbers, the
rarer ones counting more. What tells is coverage of both by each other, against that of
the best rivals: two accounts of one work share a vocabulary throughout.
Fitted by `bench/fit_claims.py`. Not here: which claims there are, and what is linked.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from zhen_align.align.tokens import Floats, Text
from zhen_align.compare.bags import Bag, bag, shared
from zhen_align.compare.pieces import Units, units
from zhen_align.compare.wording import Shared, between
from zhen_align.types import Lang

Matrix = npt.NDArray[np.float64]

FEATURES = (
    "both", "over best", "mass", "mass over best", "one", "names it lacks", "over the better",
)  # fmt: skip
WEIGHTS = (-0.59, 1.37, 0.42, 1.23, -0.47, -1.88, 1.79)
_NAME, _SMALL_NUMBER = 0.7, 0.4
_BEST, _LEAST_BEST, _BOTH = 0.1, 0.12, 0.03
_MASS = 0.5
_NONE = 1e-9
_PIECE = 1.0  # what it costs to match with a clause only, on each side
_MOST_CUT = 40_000  # pairs of sentences; more are compared whole


@dataclass(frozen=True, slots=True)
class Cells:
    """For each sentence of a (rows) and of b (columns): coverages, and the chance of a link.

    The features are those of whole sentences.
    """

    a_found: Matrix
    b_found: Matrix
    chance: Matrix
    features: Matrix


def cells(a: Sequence[Text], b: Sequence[Text], langs: tuple[Lang, Lang]) -> Cells:
    """Return the table of two works' sentences; each side is in one language."""
    cut = len(a) * len(b) <= _MOST_CUT
    rows, columns = units(a, langs[0], cut=cut), units(b, langs[1], cut=cut)
    said = between(rows.texts, columns.texts, langs, near=True)
    a_mass, a_total = _matched(said, rows)
    b_mass, b_total = _matched(said.turned(), columns)
    a_found = np.minimum(a_mass / np.maximum(a_total, _NONE)[:, None], 1.0)
    b_found = np.minimum(b_mass / np.maximum(b_total, _NONE)[:, None], 1.0).T
    both, mass = np.sqrt(a_found * b_found), np.sqrt(a_mass * b_mass.T)
    lacks = _lacking(said, langs)
    features = _features(both, mass, lacks, rows, columns)
    logit = features @ np.array(WEIGHTS)
    logit -= _PIECE * (~rows.whole[:, None] + 0.0 + ~columns.whole[None, :])
    best = np.maximum.reduceat(logit, rows.first, axis=0)
    best = np.maximum.reduceat(best, columns.first, axis=1)
    whole = np.ix_(rows.whole, columns.whole)
    return Cells(a_found[whole], b_found[whole], 1 / (1 + np.exp(-best)), features[whole])


def _matched(said: Shared, rows: Units) -> tuple[Matrix, Floats]:
    """Return what each unit of `a` weighs in each unit of `b`, and on the whole.

    A name counts against a unit of `a` only where `b` has it somewhere; elsewhere it may
    be spelt out.
    """
    types = len(said.a_common)
    known = np.zeros(types, dtype=np.bool_)
    known[said.pair_a] = True
    own = said.a.times(np.where(known | ~said.a_name, _worth(said, rows), 0.0))
    matched: Matrix = shared(own, _holders(said), types).astype(np.float64)
    return matched, own.total()


def _lacking(said: Shared, langs: tuple[Lang, Lang]) -> Matrix:
    """Return what share of its names and numbers a unit does not find in another.

    Chinese says which Latin words are names: English is asked only beside English.
    """
    own, other = _lacks(said), _lacks(said.turned()).T
    if langs[0] is langs[1]:
        return np.maximum(own, other)
    return other if langs[0] is Lang.EN else own


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


def _features(both: Matrix, mass: Matrix, lacks: Matrix, rows: Units, columns: Units) -> Matrix:
    # of many claims several may say what one of a few says: those are no rivals
    few = len(rows.first) / (len(rows.first) + len(columns.first))
    in_row, in_column = _rival(both, columns), _rival(both.T, rows).T
    rival = few * in_row + (1 - few) * in_column
    better = np.maximum(min(2 * few, 1.0) * in_row, min(2 - 2 * few, 1.0) * in_column)
    heavier = few * _rival(mass, columns) + (1 - few) * _rival(mass.T, rows).T
    log, log_mass = np.log(both + _BOTH), np.log(mass + _MASS)
    kinds = (
        log,
        log - np.log(_BEST + np.maximum(rival, _LEAST_BEST)),
        log_mass,
        log_mass - np.log(heavier + _MASS),
        np.ones_like(both),
        lacks,
        log - np.log(_BEST + np.maximum(better, _LEAST_BEST)),
    )
    stacked: Matrix = np.stack(kinds, axis=-1)
    return stacked


def _rival(table: Matrix, columns: Units) -> Matrix:
    """Return for each cell the best one of its row in columns of other sentences."""
    best = np.maximum.reduceat(table, columns.first, axis=1)
    if best.shape[1] < 2:
        return np.zeros_like(table)
    top = -np.partition(-best, 1, axis=1)
    rival: Matrix = np.where(best >= top[:, :1], top[:, 1:2], top[:, :1])
    return rival[:, columns.owner]
