"""What comparing finds: groups of works, links between their claims, what differs."""

from dataclasses import dataclass
from enum import StrEnum

from zhen_align.types import Span


class Grade(StrEnum):
    """How much two claims have in common."""

    SAME = "same"
    PARTIAL = "partial"
    RELATED = "related"


class Case(StrEnum):
    """What the works of a group are to each other."""

    ACCOUNTS = "accounts"
    TRANSLATION = "translation"
    STRANGERS = "strangers"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Characters of a file: `lang` is their language, `line` where they begin, from 1."""

    path: str
    line: int
    span: Span
    lang: str
    text: str


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """Places of one work and of another that say the same, or nearly."""

    grade: Grade
    score: float
    a: tuple[Place, ...]
    b: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact, a term or a name that the two works give differently; `kind` says which."""

    kind: str
    a: Place
    b: Place
    message: str


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that a work has in one language only, and where it would stand."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Group:
    """Works about one thing, by their paths; the score is the weakest link's."""

    works: tuple[str, ...]
    why: str
    score: float


@dataclass(frozen=True, slots=True)
class Account:
    """What came of comparing two works.

    `shares` are how much of each work's text is linked, `keywords` those that both have.
    """

    works: tuple[str, str]
    case: Case
    links: tuple[ClaimLink, ...] = ()
    only: tuple[Place, ...] = ()
    differences: tuple[Difference, ...] = ()
    shares: tuple[float, float] = (0.0, 0.0)
    keywords: tuple[tuple[Place, Place], ...] = ()
    keywords_only: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that was found in a run."""

    groups: tuple[Group, ...]
    candidates: tuple[Group, ...] = ()
    accounts: tuple[Account, ...] = ()
    missing: tuple[Missing, ...] = ()


NOTHING = Comparison(())
"""What is found where nothing is compared."""
