"""Sections of a review that discuss something else: what they say is linked less readily.

A review has sections that repeat what a work claims, and others on what it rests on, what
its reviewer would ask, what could come next. In those, words of the work stand all over and
no claim is firmly linked. Not here: headings by which a section says so itself (`claims`).
"""

import numpy as np

from zhen_align.align.lexicon import Ints
from zhen_align.align.tokens import Floats
from zhen_align.compare.bags import Matrix
from zhen_align.compare.claims import Work
from zhen_align.types import Kind

_FIRM = 0.85
"""A section with a link so sure speaks of the work."""
_LONGER = 1.5  # claims of a review to those of the abstract that it is of
_LEAST_SECTIONS = 3
_LEAST_CLAIMS = 2
_SURE = 0.999


def tempered(chance: Matrix, a: Work, b: Work) -> Matrix:
    """Return the chances of two works' claims, lower in sections without a firm link.

    Only the sections of the longer work are asked: the shorter one has no room for others.
    """
    if not chance.size:
        return chance
    rows, columns = chance.shape
    odds = np.ones_like(chance)
    if rows >= _LONGER * columns:
        odds = odds * _odds(chance.max(axis=1), _sections(a))[:, None]
    elif columns >= _LONGER * rows:
        odds = odds * _odds(chance.max(axis=0), _sections(b))[None, :]
    lower: Matrix = chance * odds / (chance * odds + 1 - chance)
    return lower


def _odds(best: Floats, section: Ints) -> Floats:
    """Return for each claim by what the odds of its links are multiplied.

    `best` is how likely its likeliest link is.
    """
    count = np.bincount(section)
    odds: Floats = np.ones(len(section))
    some = count >= _LEAST_CLAIMS
    if some.sum() < _LEAST_SECTIONS:
        return odds
    surest = np.zeros(len(count))
    np.maximum.at(surest, section, np.minimum(best, _SURE))
    ratio = (surest / (1 - surest)) / (_FIRM / (1 - _FIRM))
    ratio = np.where(some, np.minimum(ratio, 1.0), 1.0)
    return odds * ratio[section]


def _sections(work: Work) -> Ints:
    """Return for each claim under which heading of its document it stands, by a number."""
    heading = np.cumsum([block.kind is Kind.HEADING for block in work.document.blocks])
    first = [min((*claim.zh, *claim.en)) for claim in work.claims]
    return np.array([heading[work.sentences[n].block] for n in first], dtype=np.int64)
