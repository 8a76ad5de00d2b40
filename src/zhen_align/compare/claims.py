"""The claims of a work: its sentences, those that translate each other taken as one.

Stock headings, captions that repeat the title and the furniture of a page claim nothing. Where
a work holds both languages, the ordinary aligner says which sentences are one claim.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from zhen_align.align.align import align_document
from zhen_align.align.kinship import stock
from zhen_align.align.tokens import Text, evidence_text
from zhen_align.align.units import units
from zhen_align.compare.identity import title_key
from zhen_align.compare.portrait import size
from zhen_align.compare.result import Place
from zhen_align.read import labels
from zhen_align.text.lines import position
from zhen_align.types import Alignment, Document, Kind, Lang, Sentence, Unit

_CLAIMING = (Kind.TITLE, Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM, Kind.CAPTION, Kind.ROW)
_LEAST = {Lang.ZH: 2, Lang.EN: 1}  # Han characters or words
_AGAIN, _ON_PAGES = {Unit.CAPTION: 1}, 3
"""How often a line that is no sentence is a claim: a title that runs on every page is furniture."""
_ONE = 0.5  # chance above which two sentences are one claim
_ASIDE = re.compile(
    r"\b(?:questions?|next (?:steps|checks)|confidence|to (?:check|do|verify))\b"
    r"|问题|疑问|下一步|置信|待核",
    re.IGNORECASE,
)
_MARKS = " \t\n*_.:：。"  # around the name of a section that runs into its text
_HEADINGS = (Unit.HEADING, Unit.TITLE)
_LANGS = (Lang.ZH, Lang.EN)


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a work says: sentence numbers of the work, by language."""

    zh: tuple[int, ...] = ()
    en: tuple[int, ...] = ()

    def of(self, lang: Lang) -> tuple[int, ...]:
        """Return the sentences in one language."""
        return self.zh if lang is Lang.ZH else self.en


@dataclass(frozen=True)
class Work:
    """A document with its sentences and its claims."""

    document: Document
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]

    @classmethod
    def of(cls, document: Document) -> "Work":
        """Return the work that a document is."""
        found = tuple(_sentences(document))
        langs = {each.lang for each in found}
        beads = align_document(document) if len(langs) == 2 else None
        return cls(document, found, tuple(_claims(found, beads)))

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """The sentences' texts, what is no language apart."""
        document = self.document
        return tuple(
            evidence_text(document, s.span.start, document.blocks[s.block], s.span.end)
            for s in self.sentences
        )

    def numbers(self, lang: Lang) -> list[int]:
        """Return the sentences in one language."""
        return [n for n, sentence in enumerate(self.sentences) if sentence.lang is lang]

    @cached_property
    def asides(self) -> frozenset[int]:
        """The sentences under headings below which a work claims nothing, but asks or plans."""
        document = self.document
        under = False
        blocks = set()
        for number, block in enumerate(document.blocks):
            if block.kind is Kind.HEADING:
                under = _ASIDE.search(block.span.of(document.text)) is not None
            elif under:
                blocks.add(number)
        return frozenset(n for n, each in enumerate(self.sentences) if each.block in blocks)

    @cached_property
    def headings(self) -> frozenset[int]:
        """The sentences that are marked as headings; a short paragraph may only look like one."""
        blocks = self.document.blocks
        return frozenset(
            n
            for n, each in enumerate(self.sentences)
            if each.unit in _HEADINGS and blocks[each.block].level > 0
        )

    @property
    def langs(self) -> tuple[Lang, ...]:
        """Return the languages that it is in."""
        return tuple(lang for lang in _LANGS if self.numbers(lang))

    def place(self, number: int) -> Place:
        """Return where a sentence stands."""
        sentence = self.sentences[number]
        return place(self.document, sentence)


def place(document: Document, sentence: Sentence) -> Place:
    """Return where a sentence stands in its document."""
    span = sentence.span
    line = position(document.lines, span.start)[0]
    return Place(document.path, line, span, str(sentence.lang), span.of(document.text))


def _sentences(document: Document) -> Iterator[Sentence]:
    seen: Counter[str] = Counter()
    for number, block in enumerate(document.blocks):
        if block.kind not in _CLAIMING or block.lang is Lang.NONE:
            continue
        lang = Lang.EN if block.lang is Lang.EN else Lang.ZH
        for unit in units(document, number, lang):
            text = unit.span.of(document.text)
            name = text.strip(_MARKS)
            if stock(name) or (block.kind is Kind.HEADING and labels.STOCK.fullmatch(name)):
                continue
            key = title_key(text)
            if unit.unit is not Unit.SENTENCE and seen[key] >= _AGAIN.get(unit.unit, _ON_PAGES):
                continue
            if size(text, lang) >= _LEAST[lang] or _has_both(text, lang):
                seen[key] += 1
                yield unit


def _has_both(text: str, lang: Lang) -> bool:
    return lang is Lang.ZH and size(text, Lang.EN) >= _LEAST[Lang.EN] and size(text, lang) > 0


def _claims(found: tuple[Sentence, ...], alignment: Alignment | None) -> Iterator[Claim]:
    """Yield the claims in the order of their first sentences."""
    number = {sentence.span: n for n, sentence in enumerate(found)}
    joined: dict[int, Claim] = {}
    for bead in alignment.beads if alignment else ():
        zh = tuple(number[s.span] for s in bead.zh if s.span in number)
        en = tuple(number[s.span] for s in bead.en if s.span in number)
        if zh and en and bead.score >= _ONE:
            joined.update(dict.fromkeys((*zh, *en), Claim(zh, en)))
    done: set[int] = set()
    for n, sentence in enumerate(found):
        if n in done:
            continue
        alone = Claim(zh=(n,)) if sentence.lang is Lang.ZH else Claim(en=(n,))
        claim = joined.get(n, alone)
        done.update((*claim.zh, *claim.en))
        yield claim
