"""What rules may know of a pair of texts, each thing worked out once and only when asked for.

A `Pair` has `beads`; each bead has a `zh` and an `en` side with its sentences, their text
and what was parsed of it. All spans are offsets into the document of the side. Nothing
here judges.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from zhen_align.glossary.index import Index, Match
from zhen_align.glossary.rows import Row, Status
from zhen_align.text.quantities import Quantity, quantities
from zhen_align.types import Alignment, Bead, Document, Lang, Sentence, Span

# what nobody has looked at judges nothing, and must not hide what somebody has judged
JUDGED = (Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED, Status.FORBIDDEN, Status.KEEP)


@dataclass(frozen=True)
class Terms:
    """The rows of a glossary that people have judged, and where their forms stand in a text."""

    rows: tuple[Row, ...] = ()

    @classmethod
    def of(cls, rows: Sequence[Row]) -> "Terms":
        """Return the judged ones of some rows."""
        return cls(tuple(row for row in rows if row.status in JUDGED))

    @cached_property
    def index(self) -> Index:
        """The matching index over these rows, longer terms hiding shorter ones."""
        return Index(self.rows)

    @cached_property
    def banned(self) -> frozenset[int]:
        """The numbers of the rows whose pair must not be used."""
        bad = (Status.DEPRECATED, Status.FORBIDDEN)
        return frozenset(n for n, row in enumerate(self.rows) if row.status in bad)

    @cached_property
    def allowed(self) -> Mapping[str, Sequence[Row]]:
        """The rows that may be used, by English form, the preferred ones first."""
        rows: dict[str, list[Row]] = {}
        for row in sorted(self.rows, key=lambda row: row.status is not Status.PREFERRED):
            if row.status not in (Status.DEPRECATED, Status.FORBIDDEN):
                rows.setdefault(row.en.casefold(), []).append(row)
        return rows


@dataclass(frozen=True)
class Text:
    """One sentence of a document."""

    document: Document
    sentence: Sentence
    lang: Lang
    terms: Terms

    @cached_property
    def text(self) -> str:
        """The author's characters."""
        return self.sentence.span.of(self.document.text)

    @cached_property
    def opaque(self) -> tuple[Span, ...]:
        """What is no language in it: spans from the start of the sentence."""
        blocks = self.document.blocks
        if self.sentence.block >= len(blocks):
            return ()
        start, end = self.sentence.span.start, self.sentence.span.end
        return tuple(
            Span(max(span.start, start) - start, min(span.end, end) - start)
            for span in blocks[self.sentence.block].opaque
            if span.start < end and start < span.end
        )

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Its quantities; their spans count from the start of the sentence."""
        return tuple(quantities(self.text, self.lang, self.opaque))

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """Where the forms of the glossary stand; spans count from the start of the sentence."""
        return tuple(self.terms.index.find(self.text)) if self.terms.rows else ()

    def span(self, inner: Span) -> Span:
        """Return the place in the document of a span that counts from the sentence's start."""
        return inner.shifted(by=self.sentence.span.start)


@dataclass(frozen=True)
class Side:
    """One side of a bead; empty where the bead has no sentence of the language."""

    texts: tuple[Text, ...]
    document: Document
    lang: Lang

    @cached_property
    def quantities(self) -> tuple[tuple[Span, Quantity], ...]:
        """Every quantity with its place in the document."""
        return tuple((text.span(q.span), q) for text in self.texts for q in text.quantities)

    @cached_property
    def matches(self) -> tuple[tuple[Span, Match], ...]:
        """Where the forms of the glossary stand, with their places in the document."""
        return tuple((text.span(m.span), m) for text in self.texts for m in text.matches)

    @property
    def end(self) -> Span:
        """Return the empty place after the last sentence, where something is missing."""
        last = self.texts[-1].sentence.span
        return Span(last.end, last.end)


@dataclass(frozen=True)
class BeadFacts:
    """A bead with its two sides and which of them is the translation."""

    bead: Bead
    zh: Side
    en: Side
    target_lang: Lang

    @property
    def target(self) -> Side:
        """Return the side that is the translation."""
        return self.zh if self.target_lang is Lang.ZH else self.en

    @property
    def source(self) -> Side:
        """Return the side that was translated."""
        return self.en if self.target_lang is Lang.ZH else self.zh

    @property
    def is_whole(self) -> bool:
        """Whether both sides have a sentence."""
        return bool(self.zh.texts and self.en.texts)


@dataclass(frozen=True)
class Pair:
    """Two aligned texts, and `target`: which of them is the translation."""

    alignment: Alignment
    target: Lang
    terms: Terms

    @cached_property
    def beads(self) -> tuple[BeadFacts, ...]:
        """The beads in the order of the alignment."""
        zh, en = self.alignment.zh, self.alignment.en
        return tuple(
            BeadFacts(
                bead,
                _side(bead.zh, zh, Lang.ZH, self.terms),
                _side(bead.en, en, Lang.EN, self.terms),
                self.target,
            )
            for bead in self.alignment.beads
        )


@dataclass(frozen=True)
class Shared:
    """What holds for the whole run: the glossary, and how sure a bead must be to be judged."""

    terms: Terms = field(default_factory=Terms)
    sure: float = 0.5
    very_sure: float = 0.7


def _side(sentences: Sequence[Sentence], document: Document, lang: Lang, terms: Terms) -> Side:
    return Side(tuple(Text(document, s, lang, terms) for s in sentences), document, lang)
