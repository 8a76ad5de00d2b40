"""A block's units: sentences of prose, the cells of a row, the items of a keyword list."""

import re

from zhen_align.text.sentences import sentences
from zhen_align.types import Block, Document, Kind, Lang, Sentence, Span, Unit

_WHOLE = {Kind.HEADING: Unit.HEADING, Kind.TITLE: Unit.TITLE}
_PROSE = {
    Kind.PARAGRAPH: Unit.SENTENCE,
    Kind.ITEM: Unit.ITEM,
    Kind.CAPTION: Unit.CAPTION,
    Kind.METADATA: Unit.SENTENCE,
}
_LABEL = re.compile(r"^[^:：—]{2,18}(?:[:：]|\s?—)\s*")
_KEYWORD = re.compile(r"[^;；,，、/|·\n]+")
_WIDE_GAP = re.compile(r"\s{2,}|\u3000")


def units(document: Document, number: int, lang: Lang) -> list[Sentence]:
    """Return what a block gives to alignment, in order."""
    block = document.blocks[number]
    if block.kind in _WHOLE:
        return [Sentence(block.span, lang, _WHOLE[block.kind], number)]
    if block.kind is Kind.ROW:
        spans = [_trimmed(document.text, span) for span in block.cells]
        return [Sentence(s, lang, Unit.CELL, number) for s in spans if s.end > s.start]
    if block.kind is Kind.KEYWORDS:
        return [Sentence(s, lang, Unit.KEYWORD, number) for s in _keywords(document.text, block)]
    unit = _PROSE.get(block.kind, Unit.SENTENCE)
    opaque = [
        span.shifted(by=-block.span.start)
        for span in block.opaque
        if span.start >= block.span.start
    ]
    found = sentences(block.span.of(document.text), lang, opaque)
    return [Sentence(s.shifted(by=block.span.start), lang, unit, number) for s in found]


def _trimmed(text: str, span: Span) -> Span:
    inner = span.of(text)
    start = span.start + len(inner) - len(inner.lstrip())
    return Span(start, max(start, span.start + len(inner.rstrip())))


def _keywords(text: str, block: Block) -> list[Span]:
    """Return the items of a keyword list, its label and separators left out."""
    inner = block.span.of(text)
    label = _LABEL.match(inner)
    start = label.end() if label else 0
    found = []
    for m in _KEYWORD.finditer(inner, start):
        span = _trimmed(text, Span(block.span.start + m.start(), block.span.start + m.end()))
        item = span.of(text).rstrip("。.")
        if item:
            found.append(Span(span.start, span.start + len(item)))
    if len(found) == 1 and _WIDE_GAP.search(found[0].of(text)):
        return _by_gaps(text, found[0])
    return found


def _by_gaps(text: str, span: Span) -> list[Span]:
    """Split a list that has only wide blanks between its items."""
    cuts = [0]
    for gap in _WIDE_GAP.finditer(span.of(text)):
        cuts += [gap.start(), gap.end()]
    cuts.append(span.end - span.start)
    return [
        Span(span.start + a, span.start + b) for a, b in zip(cuts[::2], cuts[1::2], strict=True)
    ]
