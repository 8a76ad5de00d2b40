"""How much a reviewer wants a pair: a score that orders, and says nothing of what is right.

How often a term is used, how sure its rendering is, and who sets it apart speak for it.
Words of every text, verbs, and renderings that are seldom used speak against it.
"""

import math

from zhen_align.terms import english, wordclass
from zhen_align.terms.gather import Concept, Gathered, words_of
from zhen_align.terms.stopwords import GENERIC

COMMON = 100
"""From here on the segmenter's dictionary calls a word common."""
_QUALITIES = {"a", "b", "d", "m", "q", "r", "t", "z"}
"""Word classes of what is said of a thing: adjectives, adverbs, numbers, times."""
_VERB = 1.4
_BY_SHARE = 0.4
_BY_GLOSSES, _FEW_GLOSSES = 0.3, 8
_BY_SIZE, _A_FEW_PAGES, _MOST_BY_SIZE = 2.5, 900, 2.4
"""The more beads there are, the more often must a term be used."""
_LOOKED_AT = 30


def termhood(
    concept: Concept, zh: str, logit: float, beads: float, share: float, gathered: Gathered
) -> float:
    """Return how much a reviewer wants the pair, 0 to 1.

    `beads` are those of the term, `share` is the part of them with this rendering.
    """
    words = words_of(concept.key)
    generic = concept.key in GENERIC
    spoken_for = bool(concept.definitions or (concept.named and not generic))
    value = (
        0.7 * math.log(beads)
        + 0.35 * max(-1.0, min(6.0, logit))
        + (1.2 if concept.definitions else 0.0)
        + (0.6 if concept.named and not generic else 0.0)
        + _BY_SHARE * math.log(share)
        - 1.6
    )
    if not concept.definitions:
        value -= _VERB * _is_used_as_verb(concept, gathered)
        known = gathered.dictionary.generality(concept.key)
        value -= _BY_GLOSSES * max(0.0, math.log((known + 1) / _FEW_GLOSSES))
        value -= 0.0 if concept.named else _by_size(len(gathered.beads))
    if len(words) == 1 and not concept.definitions:
        # a word of every text is no term, however often a text uses it, and heads sections by it
        value -= 0.0 if spoken_for else 0.5
        value -= 0.3 * max(0.0, math.log((wordclass.frequency(zh) + 1) / 300))
        if wordclass.tag(zh)[:1] in _QUALITIES:
            value -= 1.0
    if generic:
        # what few texts call by that name is a term of this field: 靶点, target
        value -= 2.5 if wordclass.frequency(zh) > COMMON else 1.0
    if beads == 1 and not spoken_for:
        value -= 1.1 if len(set(concept.beads)) == 1 else 0.5
    return round(1 / (1 + math.exp(-value)), 4)


def _by_size(beads: int) -> float:
    """Return what a collection of so many beads asks of a term more than a few pages do."""
    return min(_MOST_BY_SIZE, _BY_SIZE * max(0.0, math.log(beads / _A_FEW_PAGES)))


def _is_used_as_verb(concept: Concept, gathered: Gathered) -> bool:
    """Whether the words beside a term more often make a verb of it than a noun.

    A phrase that begins with a verb's -ing form is a term only where an article stands before it.
    """
    gerund = english.opens_with_gerund(concept.key, gathered.dictionary)
    if concept.named or not (gerund or " " not in concept.key):
        return False
    seen = [
        english.is_noun_here(gathered.beads[n].segment.en.text, span)
        for n in concept.beads[:_LOOKED_AT]
        for span in gathered.beads[n].en[concept.key]
    ]
    nouns, verbs = seen.count(True), seen.count(False)
    if gerund:
        return not nouns
    may_be = concept.key.endswith("ing") or gathered.dictionary.may_be_verb(concept.key)
    return may_be and verbs > nouns
