"""The marks at the beginning of a line: quote, heading, list, table row, image.

One line in, what it is and where its own words are out. What needs more than one line
(fences, comments, underlined headings) is in `scan`.
"""

import re

from zhen_align.read.pieces import Piece, Shape, trimmed
from zhen_align.text.opaque import opaque
from zhen_align.text.scripts import HAN
from zhen_align.types import Span

QUOTE = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
RULE = re.compile(r"[ \t]*(?:([-*_])[ \t]*(?:\1[ \t]*){2,}|([=~^\"'`+#─═—])\2{3,})$")
_DASHES = r"[ \t]*(?::-+:?|-+:|-{2,})[ \t]*"
SEPARATOR = re.compile(rf"[ \t]*\|?{_DASHES}(?:\|{_DASHES})*\|?[ \t]*")
_HEADING = re.compile(rf"(#{{1,6}})(?:[ \t\u3000]+|(?=[{HAN}])(?!#[^#]*#[ \t]*$))")
_ITEM = re.compile(
    r"(?:[-*+–][ \t]+|[•●○◦‣▪■□◆◇△▲►]\s*|\d{1,3}[.)][ \t\u3000]+|\d{1,3}[、）](?!\d)\s*|"
    r"[(（]\d{1,3}[)）]\s*|[a-z][)][ \t]+|\[\^[\w-]{1,40}\]:[ \t]*)(?:\[[ xX]\][ \t]+)?(?=\S)"
)
_IMAGE = re.compile(r"!\[([^\[\]]*)\](\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])[ \t]*$")
_PIPE = re.compile(r"(?<!\\)\|")


def indent(text: str, start: int, end: int) -> int:
    """Return the width of the blanks at the beginning of a line; a tab reaches the next 4."""
    width = 0
    for ch in text[start:end]:
        if ch == "\t":
            width += 4 - width % 4
        elif ch in " \u3000":
            width += 1 if ch == " " else 2
        else:
            break
    return width


def pieces(text: str, start: int, end: int, *, listed: bool = False) -> list[Piece]:
    """Return what one line, without its quote marks and line end, is made of.

    `listed` is for the words behind a list mark, where a second list mark is text.
    """
    span = trimmed(text, start, end)
    if span.start == span.end:
        return []
    margin = indent(text, start, end)
    if "-" in text[span.start : span.start + 8] and SEPARATOR.fullmatch(text, span.start, span.end):
        return [Piece(span, Shape.OPAQUE)]
    if text.startswith("<", span.start) and _only_tags(span.of(text)):
        return [Piece(span, Shape.OPAQUE)]
    if text.startswith("|", span.start) and (row := cells(text, span)):
        return [Piece(span, Shape.ROW, cells=row)]
    if heading := _HEADING.match(text, span.start, span.end):
        title = _unclosed(text, trimmed(text, heading.end(), span.end))
        return [Piece(title, Shape.HEADING, level=len(heading[1]))] if title.of(text) else []
    if image := _IMAGE.fullmatch(text, span.start, span.end):
        return _image(text, image)
    shape, level = Shape.TEXT, 0
    if not listed and (item := _ITEM.match(text, span.start, span.end)):
        shape, level = Shape.ITEM, 1 + margin // 2
        if words := pieces(text, item.end(), span.end, listed=True):
            # `- # title` and `- ![figure](a.png)`: the inner mark says more
            if words[0].shape in {Shape.HEADING, Shape.CAPTION, Shape.ROW}:
                return words
            span = Span(item.end(), span.end)
    ends = text.endswith("\\", start, end) or text.endswith("  ", start, end)
    return [Piece(span, shape, level=level, indent=margin, ends=ends)]


def _only_tags(line: str) -> bool:
    return not line[-1:].isalnum() and sum(s.end - s.start for s in opaque(line)) == len(line)


def cells(text: str, span: Span) -> tuple[Span, ...]:
    """Return the trimmed cells of a table row, none where it is no row."""
    bars = [bar.start() for bar in _PIPE.finditer(text, span.start, span.end)]
    if text.startswith("|", span.start):
        bars = bars[1:]
        begin = span.start + 1
    else:
        begin = span.start
    if not bars or (begin > span.start and len(bars) == 1 and bars[0] < span.end - 1):
        return ()
    found: list[Span] = []
    for bar in [*bars, span.end] if bars[-1] < span.end - 1 else bars:
        found.append(trimmed(text, begin, bar))
        begin = bar + 1
    return tuple(found)


def _image(text: str, image: re.Match[str]) -> list[Piece]:
    words = trimmed(text, *image.span(1))
    if words.start == words.end:
        return [Piece(Span(image.start(), image.end(2)), Shape.OPAQUE)]
    return [
        Piece(words, Shape.CAPTION),
        Piece(Span(image.start(2) - 1, image.end(2)), Shape.OPAQUE),
    ]


def _unclosed(text: str, span: Span) -> Span:
    """Leave out the closing marks of a heading: `## words ##`, `## words {#anchor}`."""
    words = span.of(text)
    if words.endswith("}") and (anchor := words.rfind("{#")) >= 0:
        words = words[:anchor]
    if words.endswith("#") and (bare := words.rstrip("#")).endswith((" ", "\t")):
        words = bare
    return trimmed(text, span.start, span.start + len(words))
