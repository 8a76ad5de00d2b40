"""The chances of two works' claims, from every pair of languages in which they can be asked.

Where a work holds a claim in both languages it is asked twice. The answers are not
independent, and the better of two guesses is better by chance: the best counts for most,
the others for the rest. Not here: what is linked (`links`).
"""

from dataclasses import dataclass

import numpy as np

from zhen_align.align.lexicon import Ints
from zhen_align.align.tokens import Floats
from zhen_align.compare.cells import Cells, Matrix, cells
from zhen_align.compare.claims import Work
from zhen_align.types import Lang, Unit

RELATED_WEIGHTS = (-7.0, 4.4, 3.8, -1.74)
_SURE = 0.98  # a chance is never taken to be nearer to 0 or 1
_BEST = 0.65
_HEADING = 0.15  # odds that a heading says what a sentence says, to those of two sentences
_ASIDE = 0.1  # the same for what a reviewer asks or plans, and what a work claims
_HEADINGS = (Unit.HEADING, Unit.TITLE)
_NEVER = 1e-6


@dataclass(frozen=True, slots=True)
class Chances:
    """For sentences of two works, and for their claims: how likely a link is.

    `a_found` and `b_found` say what share of a sentence of each is in one of the other.
    """

    sentences: Matrix
    claims: Matrix
    a_found: Matrix
    b_found: Matrix


def chances(a: Work, b: Work) -> Chances:
    """Return the chances of two works' sentences and claims."""
    size = len(a.sentences), len(b.sentences)
    whole, a_found, b_found = np.zeros(size), np.zeros(size), np.zeros(size)
    of_a, of_b = owners(a), owners(b)
    answers: list[Matrix] = []
    for one in a.langs:
        for two in b.langs:
            rows, columns = a.numbers(one), b.numbers(two)
            table = _table(a, b, rows, columns, (one, two))
            grid = np.ix_(rows, columns)
            whole[grid] = table.chance
            a_found[grid], b_found[grid] = table.a_found, table.b_found
            answer = np.full((len(a.claims), len(b.claims)), np.nan)
            _raise(answer, of_a[rows], of_b[columns], table.chance)
            answers.append(answer)
    claims = sobered(_blended(answers)) if answers else np.zeros((len(a.claims), len(b.claims)))
    return Chances(whole, claims, a_found, b_found)


def owners(work: Work) -> Ints:
    """Return for each sentence the claim that it belongs to."""
    owner = np.zeros(len(work.sentences), dtype=np.int64)
    for number, claim in enumerate(work.claims):
        owner[[*claim.zh, *claim.en]] = number
    return owner


def _table(
    a: Work, b: Work, rows: list[int], columns: list[int], langs: tuple[Lang, Lang]
) -> Cells:
    table = cells([a.texts[n] for n in rows], [b.texts[n] for n in columns], langs)
    head_a = np.array([a.sentences[n].unit in _HEADINGS for n in rows])
    head_b = np.array([b.sentences[n].unit in _HEADINGS for n in columns])
    odds = np.where(head_a[:, None] != head_b[None, :], _HEADING, 1.0)
    aside_a = np.array([n in a.asides for n in rows])
    aside_b = np.array([n in b.asides for n in columns])
    odds = np.where(aside_a[:, None] != aside_b[None, :], odds * _ASIDE, odds)
    chance = table.chance * odds / (table.chance * odds + 1 - table.chance)
    return Cells(table.a_found, table.b_found, chance, table.features)


def _raise(answer: Matrix, rows: Ints, columns: Ints, chance: Matrix) -> None:
    """Give each pair of claims the best chance of its sentences."""
    known = np.where(np.isnan(answer), -1.0, answer)
    np.maximum.at(known, (rows[:, None], columns[None, :]), chance)
    answer[:] = np.where(known < 0, np.nan, known)


def _blended(answers: list[Matrix]) -> Matrix:
    """Return one chance for each pair of claims, from as many answers as there are."""
    stack = np.clip(np.stack(answers), _NEVER, 1 - _NEVER)
    logit = np.log(stack / (1 - stack))
    count = (~np.isnan(logit)).sum(axis=0)
    best = np.max(np.where(np.isnan(logit), -np.inf, logit), axis=0)
    rest = np.where(np.isnan(logit), 0.0, logit).sum(axis=0) - best
    mean = np.where(count > 1, rest / np.maximum(count - 1, 1), best)
    blend: Matrix = 1 / (1 + np.exp(-(_BEST * best + (1 - _BEST) * mean)))
    return np.where(count > 0, blend, 0.0)


def sobered(chance: Matrix) -> Matrix:
    """Return the chances, lower where the works hardly seem to share any claim.

    Among strangers too each claim has a best partner.
    """
    if not chance.size:
        return chance
    logit = float(related_features(chance) @ np.array(RELATED_WEIGHTS))
    odds = min(1.0, float(np.exp(logit)))
    lower: Matrix = chance * odds / (chance * odds + 1 - chance)
    return lower


def related_features(chance: Matrix) -> Floats:
    """Return what tells strangers from two accounts of one work.

    It is how sure the surest claim is, what share of the shorter work has a partner of its
    own, and how many claims there are to choose among.
    """
    best = (chance == chance.max(axis=1, keepdims=True)) & (chance == chance.max(axis=0))
    own = chance[best & (chance > 0)]
    fewer = min(chance.shape)
    told = np.array([own.max(initial=0.0), own.sum() / fewer])
    told = np.clip(told, 1 - _SURE, _SURE)
    surest, share = np.log(told / (1 - told))
    return np.array([1.0, surest, share, np.log(fewer)])
