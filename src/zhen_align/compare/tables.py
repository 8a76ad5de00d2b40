"""The chances of two works' claims, from every pair of languages in which they can be asked.

Where a work holds a claim in both languages it is asked twice. The answers are not
independent, and the better of two guesses is better by chance: the best counts for most,
the others for the rest. Not here: what is linked (`links`).
"""

from dataclasses import dataclass, replace

import numpy as np

from zhen_align.align.lexicon import Ints
from zhen_align.align.tokens import Floats, Text
from zhen_align.compare.bags import Matrix
from zhen_align.compare.cells import Cells, cells
from zhen_align.compare.claims import Work
from zhen_align.compare.identity import identity, title_key
from zhen_align.types import Lang

RELATED_WEIGHTS = (-7.0, 4.4, 3.8, -1.74)
_SURE = 0.98  # a chance is never taken to be nearer to 0 or 1
_BEST = 0.65
_LIKELY = 0.3
_FREE, _LITERAL = 0.45, 0.6  # words that linked claims share in accounts, in translations
_FREE_ODDS, _LITERAL_ODDS = 0.8, -0.6  # logarithms
_HEADING = 0.15  # odds that a heading says what a sentence says, to those of two sentences
_ASIDE = 0.1  # the same for what a reviewer asks or plans, and what a work claims
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
    claims = _blended(answers) if answers else np.zeros((len(a.claims), len(b.claims)))
    odds = freedom(whole, np.sqrt(a_found * b_found))
    if not identity(a.document).meets(identity(b.document)):
        odds *= min(1.0, related(claims))
    return Chances(whole, claims * odds / (claims * odds + 1 - claims), a_found, b_found)


def freedom(chance: Matrix, found: Matrix) -> float:
    """Return by what the odds of all links are multiplied for how freely two works are told.

    Where even sure links share few words, less of them can be asked of the others.
    """
    best = (chance >= _LIKELY) & (chance == chance.max(axis=1, keepdims=True, initial=0.0))
    shared = found[best & (chance == chance.max(axis=0, initial=0.0))]
    if not len(shared):
        return 1.0
    literal = (float(np.median(shared)) - _FREE) / (_LITERAL - _FREE)
    return float(np.exp(np.interp(literal, (0.0, 1.0), (_FREE_ODDS, _LITERAL_ODDS))))


def owners(work: Work) -> Ints:
    """Return for each sentence the claim that it belongs to."""
    owner = np.zeros(len(work.sentences), dtype=np.int64)
    for number, claim in enumerate(work.claims):
        owner[[*claim.zh, *claim.en]] = number
    return owner


def _table(
    a: Work, b: Work, rows: list[int], columns: list[int], langs: tuple[Lang, Lang]
) -> Cells:
    (one, at_a), (two, at_b) = _different(a, rows), _different(b, columns)
    found, grid = cells(one, two, langs), np.ix_(at_a, at_b)
    head_a = np.array([n in a.headings for n in rows])
    head_b = np.array([n in b.headings for n in columns])
    odds = np.where(head_a[:, None] != head_b[None, :], _HEADING, 1.0)
    aside_a = np.array([n in a.asides for n in rows])
    aside_b = np.array([n in b.asides for n in columns])
    odds = np.where(aside_a[:, None] != aside_b[None, :], odds * _ASIDE, odds)
    chance = found.chance[grid]
    chance = chance * odds / (chance * odds + 1 - chance)
    return replace(found, a_found=found.a_found[grid], b_found=found.b_found[grid], chance=chance)


def _different(work: Work, numbers: list[int]) -> tuple[list[Text], Ints]:
    """Return the different texts among some sentences, and which of them each is.

    What a work says twice is no rival of itself.
    """
    place: dict[tuple[str, ...], int] = {}
    texts: list[Text] = []
    at = []
    for text in (work.texts[n] for n in numbers):
        key = title_key(text.text), *text.literals
        at.append(place.setdefault(key, len(place)))
        if len(place) > len(texts):
            texts.append(text)
    return texts, np.array(at, dtype=np.int64)


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


def related(chance: Matrix) -> float:
    """Return the odds that two works share any claim at all.

    Among strangers too each claim has a best partner.
    """
    if not chance.size:
        return 1.0
    return float(np.exp(related_features(chance) @ np.array(RELATED_WEIGHTS)))


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
