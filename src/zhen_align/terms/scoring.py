"""What one rendering of one term is worth: counts, fit and brackets as one logit.

The weights were fitted on a textbook with a published list of terms. Which renderings are
looked at, and what rivals take away again, is `pairing.py`'s.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from zhen_align.terms.fitness import Fit, Wording
from zhen_align.terms.gather import Concept, Gathered, Observation
from zhen_align.terms.wordclass import tag

_COMPLETE = 0.3
_LOOSE = 2.0
_NO_ROOM, _SAID = 2.5, 0.6
_UNTIDY, _RARE, _VERY_RARE, _HARDLY = 2.0, 4, 2, 0.15
_BEFORE_IT = 0.9
_OF, _HEADED = 2.0, 1.0
_JOINED = {"based", "by", "driven", "for", "from", "in", "of", "over", "under", "using", "with"}
_SUFFIXES = frozenset("度性化器者率师员家机式法值力层图表集库学论词")
_COUNTED = re.compile("[一二两三四五几多单各每某][个种项类些位条名张份次句]|个(?![人体性案例别股])")
_COUNTS_THINGS = 4.0
_STEADY, _GOOD_GAP = 0.75, 0.5
_NO_HEADS = {"v", "d", "p", "c"}
_DIGITS = 6
UNEXPLAINED = 0.2  # the rank of a unit of which the words explain nothing


@dataclass(frozen=True, slots=True)
class Draft:
    """A rendering before its rivals are known: `base` is its logit, `rank` what they compare."""

    zh: str
    together: int
    base: float
    rank: float
    defined: int
    complete: bool
    steady: bool
    said: bool = True
    """Whether the words of the term explain every character."""


def by_counts(zh: str, together: int, due: int, gathered: Gathered) -> float:
    """Return what the counts alone say for a rendering."""
    return 4.6 * together / due + 0.4 * together / gathered.zh_beads[zh] - 7.4


def by_neighbours(left: float, right: float) -> float:
    """Return what it says for a rendering that different things stand beside it, in bits.

    Not a part of a draft: one more neighbour of a frequent unit would change all of them.
    """
    return 0.33 * left + 0.45 * right


def draft(
    concept: Concept,
    one: Fit,
    shown: tuple[int, int, float, bool],
    gathered: Gathered,
    *,
    less: float = 0.0,
) -> Draft:
    """Return the worth of a rendering; `shown` are its beads, those due, others' share, cut.

    `less` is what else speaks against it.
    """
    together, due, others, cut = shown
    defined = concept.defined[one.zh]
    dice = 2 * together / (due + gathered.zh_beads[one.zh])
    base = (
        by_counts(one.zh, together, due, gathered)
        + 1.0 * dice * math.log(together) * max(0.0, 1 - one.gap)
        + 1.8 * one.covered
        + 0.9 * one.weakest
        - _length_matters(concept, one) * one.gap
        - 3.2 * others
        - 1.5 * cut
        - _LOOSE * _looseness(concept, one)
        + _HEADED * (one.zh in concept.headed)
        - _OF * (bool(defined) and _says_whose(concept, one))
        - _COUNTS_THINGS * bool(_COUNTED.match(one.zh))
        - 2.0 * (bool(defined) and _opens_with_verb(one))
        - _NO_ROOM * _leaves_no_room(one, len(concept.key.split()))
        - _UNTIDY * _is_untidy(concept, one, together, gathered)
        - (_BEFORE_IT * _stands_before(one) if defined else 0.0)
        + 1.0 * one.last
        + 1.4 * one.affixed
        + _by_definition(concept, one.zh, others)
    )
    rank = math.log(dice) + math.log(UNEXPLAINED + one.covered * one.explained)
    steady = together >= _STEADY * due and one.gap < _GOOD_GAP and one.covered >= _COMPLETE
    complete = one.weakest >= _COMPLETE
    said = one.affixed or min(one.own) >= _COMPLETE
    base, rank = round(base - less, _DIGITS), round(rank, _DIGITS)
    return Draft(one.zh, together, base, rank, defined, complete, steady, said)


def _leaves_no_room(one: Fit, words: int) -> bool:
    """Whether a word of the term is left unsaid, and other words of it say every character."""
    return words > 1 and one.weakest < _COMPLETE and min(one.own) >= _SAID


def _is_untidy(concept: Concept, one: Fit, together: int, gathered: Gathered) -> bool:
    """Whether a rare rendering of one word is no word itself, and the dictionary leaves half of it.

    Such is a part of what stands beside the word rather than a rendering of it.
    """
    if together > _RARE or " " in concept.key or concept.defined[one.zh] or one.affixed:
        return False
    stem = gathered.dictionary.stem(concept.key)
    own = gathered.dictionary.explained(stem, one.zh)
    unsaid = [n for n, weight in enumerate(own) if weight < _HARDLY]
    if len(unsaid) == len(own) and gathered.dictionary.is_word(concept.key):
        return together <= _VERY_RARE
    if tag(one.zh) or gathered.dictionary.known(one.zh):
        return False
    return bool(unsaid) and not (unsaid == [len(own) - 1] and one.zh[-1] in _SUFFIXES)


def _looseness(concept: Concept, one: Fit) -> float:
    """Return how far a rendering looks like words around it; brackets say where it ends."""
    inner = 0.0 if one.zh in concept.whole_runs else one.inner
    return one.loose + inner + (0.0 if concept.defined[one.zh] else one.tail)


def _says_whose(concept: Concept, one: Fit) -> bool:
    """Whether a rendering has a 的 that joins what the term does not: 视盘的杯盘比."""
    at = one.zh.rfind("的")
    if at < 1:
        return False
    return max(one.own[:at]) < _SAID or _JOINED.isdisjoint(concept.key.split())


def _stands_before(one: Fit) -> int:
    """Return how many characters stand before a rendering that says every word without them."""
    if one.weakest < _COMPLETE:
        return 0
    first = next(n for n, weight in enumerate(one.own) if weight >= _COMPLETE)
    return max(0, first - 1)


def _opens_with_verb(one: Fit) -> bool:
    """Whether a rendering begins with a verb that no word of the term explains (服用药物)."""
    head = one.zh[:2]
    return len(one.zh) > 2 and max(one.own[:2]) < _COMPLETE and tag(head)[:1] in _NO_HEADS


def _length_matters(concept: Concept, one: Fit) -> float:
    """Return the weight of an unlikely length: a definition may well be long, seldom short."""
    if one.zh in concept.whole_runs:
        return 0.5 if one.longer else 2.0
    if not one.longer and one.weakest >= _SAID and min(one.own) >= _SAID:
        return 2.5
    return 1.5 if concept.defined[one.zh] and one.longer else 4.0


def _by_definition(concept: Concept, zh: str, others: float) -> float:
    """Return what brackets add: most to the whole run before them, unless others explain it."""
    defined = concept.defined[zh]
    if not defined:
        return 0.0
    whole = 1.5 * max(0.0, 1 - 4 * others) if zh in concept.whole_runs else 0.0
    return 2.75 + min(3.0, 0.75 * defined) + whole


def others(one: Fit, term: Wording, beads: Iterable[Observation], gathered: Gathered) -> float:
    """Return the share of characters that only other words of the bead explain."""
    mine = sum(1 << n for n, weight in enumerate(one.own) if weight >= 0.6)
    total = count = 0
    for bead in beads:
        bits = 0
        for stem, mask in _beside(bead, one.zh, gathered):
            if stem not in term.stems:
                bits |= mask
        total += (bits & ~mine).bit_count()
        count += 1
    return total / len(one.zh) / count if count else 0.0


def _beside(bead: Observation, zh: str, gathered: Gathered) -> list[tuple[str, int]]:
    known = gathered.beside.get((bead.number, zh))
    if known is None:
        masks = gathered.dictionary.masks(zh)
        known = [(stem, mask) for stem, mask in masks.items() if stem in bead.stems]
        gathered.beside[bead.number, zh] = known
    return known
