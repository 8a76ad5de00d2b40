"""What rules may know of a pair of texts, each thing worked out once and only when asked for.

A `Pair` has `beads`; each bead has a `zh` and an `en` side with its sentences, their text and
what was parsed of it. Spans are offsets into the document of the side. Nothing here judges.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from zhen_align.align.units import units
from zhen_align.glossary.index import Match
from zhen_align.glossary.rows import Row
from zhen_align.lint.judged import Terms
from zhen_align.terms.definitions import Definition, definitions
from zhen_align.text.citations import Citation, citations
from zhen_align.text.literature import is_entry
from zhen_align.text.markup import Mark, marks
from zhen_align.text.measured import Measured, measured
from zhen_align.text.names import Name, names
from zhen_align.text.opaque import blanked
from zhen_align.text.quantities import Quantity, quantities
from zhen_align.text.scripts import amount
from zhen_align.types import Alignment, Bead, Block, Document, Kind, Lang, Sentence, Span

if TYPE_CHECKING:
    from zhen_align.terms.rendering_looks import Looks

BLANK = "\ufffc"
_NO_TEXT = (Kind.METADATA, Kind.NAVIGATION, Kind.OPAQUE)


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

    @property
    def block(self) -> Block | None:
        """The block that it stands in."""
        blocks = self.document.blocks
        return blocks[self.sentence.block] if self.sentence.block < len(blocks) else None

    @cached_property
    def opaque(self) -> tuple[Span, ...]:
        """What is no language in it: spans from the start of the sentence."""
        block = self.block
        if block is None or not block.opaque:
            return ()
        start, end = self.sentence.span.start, self.sentence.span.end
        return tuple(
            Span(max(span.start, start) - start, min(span.end, end) - start)
            for span in block.opaque
            if span.start < end and start < span.end
        )

    @cached_property
    def plain(self) -> str:
        """Its text, as long as it is, with a placeholder for all that is no language."""
        return blanked(self.text, self.opaque, BLANK)

    @cached_property
    def is_literature(self) -> bool:
        """Whether it stands in a list of literature."""
        return self.block is not None and is_entry(self.document, self.sentence.block)

    @cached_property
    def size(self) -> float:
        """How much it says, in words."""
        return amount(self.plain)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Its citations and references; spans count from the start of the sentence."""
        return tuple(citations(self.text, self.plain, self.opaque))

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Its words in Latin letters; spans count from the start of the sentence."""
        return tuple(names(self.plain))

    @cached_property
    def placed_names(self) -> tuple[tuple[Span, Name], ...]:
        """Its words in Latin letters with their places in the document."""
        return tuple((self.span(name.span), name) for name in self.names)

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """Its code, links, formulas and the like; spans count from the start of the sentence."""
        written = self.document.format == "po"
        return tuple(marks(self.text, self.opaque, written=written))

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """What its brackets define; spans count from the start of the sentence."""
        plain = self.plain
        return tuple(definitions(plain)) if "(" in plain or "（" in plain else ()

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Its quantities; their spans count from the start of the sentence."""
        return tuple(quantities(self.text, self.lang, self.opaque))

    @cached_property
    def measured(self) -> tuple[Measured, ...]:
        """Its numbers that have a known unit; spans count from the start of the sentence."""
        return tuple(measured(self.text, self.quantities))

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
    def measured(self) -> tuple[Measured, ...]:
        """Every number that has a known unit, with its place in the document."""
        return tuple(
            m._replace(span=text.span(m.span)) for text in self.texts for m in text.measured
        )

    @cached_property
    def matches(self) -> tuple[tuple[Span, Match], ...]:
        """Where the forms of the glossary stand, with their places in the document."""
        return tuple((text.span(m.span), m) for text in self.texts for m in text.matches)

    @cached_property
    def citations(self) -> tuple[tuple[Span, Citation], ...]:
        """Every citation and reference with its place in the document."""
        return tuple((text.span(c.span), c) for text in self.texts for c in text.citations)

    @cached_property
    def names(self) -> tuple[tuple[Span, Name], ...]:
        """Every word in Latin letters with its place in the document."""
        return tuple(placed for text in self.texts for placed in text.placed_names)

    @cached_property
    def marks(self) -> tuple[tuple[Span, Mark], ...]:
        """Code, links, formulas and the like, with their places in the document."""
        return tuple((text.span(m.span), m) for text in self.texts for m in text.marks)

    @cached_property
    def size(self) -> float:
        """How much it says, in words."""
        return sum(t.size for t in self.texts)

    @property
    def end(self) -> Span:
        """Return the empty place after the last sentence, where something is missing."""
        return Span(self.texts[-1].sentence.span.end, self.texts[-1].sentence.span.end)


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

    @property
    def is_alone(self) -> bool:
        """Whether no bead has two sides: a text without a partner."""
        return not any(bead.zh and bead.en for bead in self.alignment.beads)

    @property
    def source(self) -> Lang:
        """The language that was translated from."""
        return Lang.EN if self.target is Lang.ZH else Lang.ZH

    @property
    def target_document(self) -> Document:
        """The document that holds the translation."""
        return self.alignment.zh if self.target is Lang.ZH else self.alignment.en

    @property
    def source_document(self) -> Document:
        """The document that holds the original."""
        return self.alignment.en if self.target is Lang.ZH else self.alignment.zh

    @cached_property
    def memory(self) -> dict[str, object]:
        """What rules have worked out about this pair and share, by name."""
        return {}

    @classmethod
    def alone(cls, document: Document, terms: Terms) -> "Pair":
        """Return a text without a partner, each sentence a bead of its own."""
        beads = []
        for number, block in enumerate(document.blocks):
            if block.kind in _NO_TEXT or block.lang not in (Lang.ZH, Lang.EN):
                continue
            for unit in units(document, number, block.lang):
                zh, en = ((unit,), ()) if block.lang is Lang.ZH else ((), (unit,))
                beads.append(Bead(zh, en, 1.0, unit.unit))
        return cls(Alignment(document, document, tuple(beads)), Lang.ZH, terms)

    @cached_property
    def texts(self) -> tuple[tuple["BeadFacts | Text", Text], ...]:
        """Every sentence of both sides, with its bead where that has two sides."""
        return tuple(
            (bead if bead.is_whole else text, text)
            for bead in self.beads
            for text in (*bead.zh.texts, *bead.en.texts)
        )


@dataclass(frozen=True)
class Shared:
    """What holds for the whole run: the glossary, and how sure a bead must be to be judged.

    `glossary` is the file that the rows stand in, `every` all of its rows, and `spacing` the
    project's style for the blank between Chinese and Latin. `looks` tell how terms are rendered.
    """

    terms: Terms = field(default_factory=Terms)
    sure: float = 0.5
    very_sure: float = 0.7
    glossary: Document | None = None
    every: tuple[Row, ...] = ()
    spacing: str = ""
    looks: "Looks | None" = None


def _side(sentences: Sequence[Sentence], document: Document, lang: Lang, terms: Terms) -> Side:
    return Side(tuple(Text(document, s, lang, terms) for s in sentences), document, lang)
