"""What extraction proposes: a term, its rendering, and the places that speak for it."""

from dataclasses import dataclass

from zhen_align.types import Span

LEAST_SHARE = 0.1
"""A rendering that stands for less of a term's occurrences is no candidate."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a term and its rendering were seen: a bead of a pair, and the exact characters."""

    pair: str
    bead: int
    en: Span | None = None
    zh: Span | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An English form with one rendering; `zh` equals `en` for a name that stays Latin.

    `count` is how many beads use the pair, `share` that number over all aligned
    occurrences of the term, `score` how sure we are that a reviewer wants it.
    """

    en: str
    abbr: str
    zh: str
    count: int
    share: float
    score: float
    places: tuple[Place, ...] = ()
