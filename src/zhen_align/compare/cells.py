"""How likely each claim of one work says what each claim of another does.

A claim is covered by another as far as the other holds its words, names and numbers, the
rarer ones counting more. What tells is coverage of both by each other, against that of
the best and of the usual rivals: two accounts of one work share a vocabulary throughout.
Fitted by `bench/fit_claims.py`. Not here: which claims there are, and what is linked.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from zhen_align.align.lexicon import Ints
from zhen_align.align.tokens import Floats, Text
from zhen_align.compare.bags import Bag, bag, shared
from zhen_align.compare.wording import Shared, between
from zhen_align.types import Lang

Matrix = npt.NDArray[np.float64]

FEATURES = ("both", "over best", "over usual", "least", "length", "short", "one")
WEIGHTS: dict[bool, tuple[float, ...]] = {
    False: (-0.70, 2.55, 0.60, 2.30, 0.30, -0.10, -2.60),
    True: (-0.70, 2.55, 0.60, 2.30, 0.30, -0.10, -2.60),
}
_NAME, _SMALL_NUMBER = 0.7, 0.4
_IN_TEXT = 1.0
_BEST, _USUAL, _BOTH = 0.1, 0.05, 0.03
_LEAST_BEST, _LEAST_USUAL = 0.12, 0.05
_HAN_PER_LATIN = 3.0


@dataclass(frozen=True, slots=True)
class Cells:
    """For each claim of a (rows) and of b (columns): coverages, and the chance of a link."""

    a_found: Matrix
    b_found: Matrix
    chance: Matrix
    features: Matrix


def cells(a: Sequence[Text], b: Sequence[Text], langs: tuple[Lang, Lang]) -> Cells:
    """Return the table of two works' claims; each side is in one language."""
    said = between(a, b, langs)
    a_found, b_found = _found(said), _found(said.turned()).T
    sizes = [_sizes(texts, lang) for texts, lang in zip((a, b), langs, strict=True)]
    features = _features(a_found, b_found, sizes[0], sizes[1])
    logit = features @ np.array(WEIGHTS[langs[0] is langs[1]])
    return Cells(a_found, b_found, 1 / (1 + np.exp(-logit)), features)


def _sizes(texts: Sequence[Text], lang: Lang) -> Floats:
    per = _HAN_PER_LATIN if lang is Lang.ZH else 1.0
    counts = [per * (1 + sum(ch.isalnum() for ch in text.text)) for text in texts]
    return np.array(counts, dtype=np.float64)


def _found(said: Shared) -> Matrix:
    """Return what share of each claim of `a` each claim of `b` has.

    A name counts against a claim of `a` where `b` has it somewhere; elsewhere it may be
    spelt out.
    """
    types = len(said.a_common)
    worth = _worth(said)
    reached = np.unique(said.pair_a)
    known = np.zeros(types, dtype=np.bool_)
    known[reached] = True
    worth = np.where(known | ~said.a_name, worth, 0.0)
    own = said.a.times(worth)
    held = _holders(said)
    matched = shared(own, held, types)
    found: Matrix = matched / np.maximum(own.total(), 1e-9)[:, None]
    return np.minimum(found, 1.0)


def _holders(said: Shared) -> Bag:
    """Return `b` in the types of `a`: which of them it can translate."""
    turned = said.turned()
    return _flat(turned.reached(np.ones(len(said.b_common))), len(said.a_common))


def _flat(some: Bag, types: int) -> Bag:
    return bag(some.row, some.type, np.ones(len(some.row)), some.rows, types)


def _worth(said: Shared) -> Floats:
    """Return what each type of `a` is worth: rare in general, and rare in this text."""
    seen: Ints = said.a.seen(len(said.a_common))
    rows = said.a.rows
    here = np.log((rows + 1) / (seen + 0.5)) / np.log((rows + 1) / 1.5)
    general = np.log(1 / said.a_common) / np.log(1000.0)
    general = np.where(said.a_name, _NAME, general)
    general = np.where(said.a_small, _SMALL_NUMBER, general)
    worth: Floats = general * np.maximum(here, 0.02) ** _IN_TEXT
    return worth


def _features(a_found: Matrix, b_found: Matrix, a_size: Floats, b_size: Floats) -> Matrix:
    both = np.sqrt(a_found * b_found)
    best = (_best_rival(both, 1) + _best_rival(both, 0)) / 2
    usual = (_usual_rival(both, 1) + _usual_rival(both, 0)) / 2
    log = np.log(both + _BOTH)
    shorter = np.minimum(a_size[:, None], b_size[None, :])
    columns = (
        log,
        log - np.log(_BEST + np.maximum(best, _LEAST_BEST)),
        log - np.log(_USUAL + np.maximum(usual, _LEAST_USUAL)),
        np.minimum(a_found, b_found),
        np.abs(np.log(a_size[:, None] / b_size[None, :])),
        np.log(shorter) - 4,
        np.ones_like(both),
    )
    stacked: Matrix = np.stack(columns, axis=-1)
    return stacked


def _best_rival(both: Matrix, axis: int) -> Matrix:
    """Return for each cell the best of the others in its row (axis 1) or column (axis 0)."""
    if both.shape[axis] < 2:
        return np.zeros_like(both)
    top = -np.partition(-both, 1, axis=axis)
    first, second = np.take(top, [0], axis=axis), np.take(top, [1], axis=axis)
    rival: Matrix = np.where(both >= first, second, first)
    return rival


def _usual_rival(both: Matrix, axis: int) -> Matrix:
    others = max(both.shape[axis] - 1, 1)
    usual: Matrix = (both.sum(axis=axis, keepdims=True) - both) / others
    return usual
