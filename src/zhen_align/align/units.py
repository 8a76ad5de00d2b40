"""A block's units: sentences of prose, the cells of a row, the items of a keyword list."""

import re

from zhen_align.align.given import joined, unbroken, uncommented
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

_SLASH = re.compile(r"\s*(?:(?<!<)/(?!>)|[／|｜])\s*")
_QUANTITY = re.compile(r"[^A-Za-z\u4e00-\u9fff]*\d[^A-Za-z\u4e00-\u9fff]*[A-Za-zµμ]{0,3}[^\w]*")


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
    elif document.format == "latex":
        spoken = uncommented(words, opaque)
        found = sentences(spoken, lang, [mark for mark in opaque if words[mark.start] != "%"])
    else:
        found = sentences(words, lang, opaque)
    return [Sentence(s.shifted(by=block.span.start), lang, unit, number) for s in found]


def _trimmed(text: str, span: Span) -> Span:
    inner = span.of(text)
    start = span.start + len(inner) - len(inner.lstrip())
    return Span(start, max(start, span.start + len(inner.rstrip())))


def mixed_cells(document: Document, number: int) -> tuple[list[Sentence], list[Sentence]]:
    """Return the Chinese and the English cells of a row that holds both languages.

    A cell may hold both itself, with a slash between.
    """
    sides: dict[Lang, list[Sentence]] = {Lang.ZH: [], Lang.EN: []}
    for cell in document.blocks[number].cells:
        for span in _tongues(document.text, _trimmed(document.text, cell)):
            lang = language(span.of(document.text))
            if lang in sides and span.end > span.start:
                sides[lang].append(Sentence(span, lang, Unit.CELL, number))
    return sides[Lang.ZH], sides[Lang.EN]


def is_quantity(text: str) -> bool:
    """Tell whether a cell says no more than how much, which needs no translation.

    >>> is_quantity("1.0-5.0 mm"), is_quantity("9 days"), is_quantity("p")
    (True, False, False)
    """
    return _QUANTITY.fullmatch(text) is not None


def _tongues(text: str, cell: Span) -> list[Span]:
    """Return the two parts of a cell that says the same in two languages, or the cell."""
    for slash in _SLASH.finditer(text, cell.start, cell.end):
        parts = [Span(cell.start, slash.start()), Span(slash.end(), cell.end)]
        if {language(part.of(text)) for part in parts} == {Lang.ZH, Lang.EN}:
            return parts
    return [cell]
