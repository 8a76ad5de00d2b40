"""Everything that a report shows, worked out: frozen values, no markup.

Texts, beads and findings have names that serve as anchors of the page: `d2`, `d2-b14`, and
for findings `f-` with the fingerprint that survives edits elsewhere.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zhen_align.compare.result import NOTHING, Comparison
from zhen_align.lint.finding import Finding, Severity
from zhen_align.lint.report import Coverage
from zhen_align.lookup.pairs import Piece
from zhen_align.types import Lang, Unit


@dataclass(frozen=True, slots=True)
class Pairing:
    """A bead as it is shown.

    `doubtful` are scores below the report's bound. `follows` names, where a bead is out of
    order, the bead after which its English stands in the English text ("" for none).
    """

    name: str
    unit: Unit
    kind: str
    score: float
    doubtful: bool
    moved: bool
    zh: tuple[Piece, ...]
    en: tuple[Piece, ...]
    findings: tuple[str, ...] = ()
    follows: str = ""

    def side(self, lang: Lang) -> tuple[Piece, ...]:
        """Return the sentences of a language."""
        return self.zh if lang is Lang.ZH else self.en


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text: what share of its characters is aligned how, and what was found there.

    The shares add up to one. `first` names the bead that the stretch begins in.
    """

    first: str
    sure: float
    doubtful: float
    only_zh: float
    only_en: float
    errors: int = 0
    warnings: int = 0
    infos: int = 0


@dataclass(frozen=True, slots=True)
class Text:
    """A pair of texts, one that holds both languages, or one without a partner.

    `findings` are those that stand in none of its beads.
    """

    name: str
    pair: str
    zh: str
    en: str
    target: Lang
    paired: bool
    why: str
    beads: tuple[Pairing, ...]
    along: tuple[Stretch, ...] = ()
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with its name, and the text and the bead that it stands in ("" for none)."""

    name: str
    text: str
    bead: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Rendering:
    """How a term is rendered: in how many beads, which share that is, the first of them."""

    zh: str
    status: str
    count: int
    share: float
    where: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the texts: the beads it occurs in, and what it has become there.

    `kept` counts the beads where its abbreviation stands for it, `none` those without any
    known rendering. `inconsistency` is the share of the known renderings that are not the
    most frequent one.
    """

    en: str
    abbr: str
    count: int
    kept: int
    none: int
    inconsistency: float
    renderings: tuple[Rendering, ...]


@dataclass(frozen=True, slots=True)
class Bin:
    """How many beads with both sides score from `low` up to `high`."""

    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures on top."""

    texts: int
    unpaired: int
    beads: int
    aligned: int
    doubtful: int
    moved: int
    only_zh: int
    only_en: int
    errors: int
    warnings: int
    infos: int
    terms: int
    inconsistent: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole report; `date` is what the user wants to be said there, never a clock.

    `compared` are the accounts of one work among the texts.
    """

    title: str
    date: str
    version: str
    doubtful_below: float
    summary: Summary
    coverage: Coverage
    scores: tuple[Bin, ...]
    texts: tuple[Text, ...]
    findings: tuple[Found, ...]
    terms: tuple[Term, ...]
    notes: tuple[str, ...] = ()
    known: int = 0
    compared: Comparison = NOTHING

    def inconsistent(self) -> tuple[Term, ...]:
        """Return the terms with several renderings, those first where most beads differ."""
        drifting = [each for each in self.terms if each.inconsistency]
        return tuple(sorted(drifting, key=lambda each: (-_off(each), each.en, each.abbr)))

    def by_severity(self) -> Iterator[Found]:
        """Yield the findings, the gravest first, else as they stand."""
        yield from sorted(self.findings, key=lambda each: -each.finding.severity.rank)


def counted(found: Iterable[Found]) -> tuple[int, int, int]:
    """Return how many errors, warnings and infos there are."""
    said = Counter(each.finding.severity for each in found)
    return said[Severity.ERROR], said[Severity.WARNING], said[Severity.INFO]


def _off(term: Term) -> int:
    counts = [each.count for each in term.renderings]
    return sum(counts) - max(counts, default=0)
