"""A block's units: sentences of prose, the cells of a row, the items of a keyword list."""

from zhen_align.align.given import joined, unbroken
from zhen_align.text.scripts import language
from zhen_align.text.sentences import sentences
from zhen_align.types import Document, Kind, Lang, Sentence, Span, Unit

_WHOLE = {Kind.HEADING: Unit.HEADING, Kind.TITLE: Unit.TITLE}
_PROSE = {
    Kind.PARAGRAPH: Unit.SENTENCE,
    Kind.ITEM: Unit.ITEM,
    Kind.CAPTION: Unit.CAPTION,
    Kind.METADATA: Unit.SENTENCE,
}


def units(document: Document, number: int, lang: Lang) -> list[Sentence]:
    """Return what a block gives to alignment, in order."""
    block = document.blocks[number]
    if block.kind in _WHOLE:
        return [Sentence(block.span, lang, _WHOLE[block.kind], number)]
    if block.kind is Kind.ROW:
        spans = [_trimmed(document.text, span) for span in block.cells]
        return [Sentence(s, lang, Unit.CELL, number) for s in spans if s.end > s.start]
    if block.kind is Kind.KEYWORDS and block.cells:
        spans = [_trimmed(document.text, span) for span in block.cells]
        return [Sentence(s, lang, Unit.KEYWORD, number) for s in spans if s.end > s.start]
    unit = _PROSE.get(block.kind, Unit.SENTENCE)
    opaque = [
        span.shifted(by=-block.span.start)
        for span in block.opaque
        if span.start >= block.span.start
    ]
    words = block.span.of(document.text)
    if document.told:
        found = joined(sentences(unbroken(words), lang, opaque), opaque)
    else:
        found = sentences(words, lang, opaque)
    return [Sentence(s.shifted(by=block.span.start), lang, unit, number) for s in found]


def _trimmed(text: str, span: Span) -> Span:
    inner = span.of(text)
    start = span.start + len(inner) - len(inner.lstrip())
    return Span(start, max(start, span.start + len(inner.rstrip())))


def mixed_cells(document: Document, number: int) -> tuple[list[Sentence], list[Sentence]]:
    """Return the Chinese and the English cells of a row that holds both languages."""
    sides: dict[Lang, list[Sentence]] = {Lang.ZH: [], Lang.EN: []}
    for cell in document.blocks[number].cells:
        span = _trimmed(document.text, cell)
        lang = language(span.of(document.text))
        if lang in sides and span.end > span.start:
            sides[lang].append(Sentence(span, lang, Unit.CELL, number))
    return sides[Lang.ZH], sides[Lang.EN]
