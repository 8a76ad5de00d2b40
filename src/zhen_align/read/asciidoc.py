"""AsciiDoc, which is read as plain text: blocks of code, and cells that stand in lines alone."""

import re
from collections.abc import Iterator

from zhen_align.read.pieces import Piece, Shape
from zhen_align.types import Span

_OPENING = re.compile(r"\[(?:source|listing|literal)\b[^\[\]\n]*\]")
_CELL = re.compile(r"\|(?P<said>[^|=\s][^|]*)")
_RULE = re.compile(r"-{4,}|\.{4,}")


def piece(text: str, line: Span, after: Iterator[Span]) -> Piece | None:
    """Return the block of code, or the cell, whose first line is given."""
    return _listing(text, line, after) or _cell(text, line)


def _listing(text: str, line: Span, after: Iterator[Span]) -> Piece | None:
    """Return the code after a line that says so, between two rules."""
    if not _OPENING.fullmatch(text, line.start, line.end):
        return None
    mark = next(after, line).of(text).rstrip()
    if _RULE.fullmatch(mark):
        for other in after:
            if other.of(text).rstrip() == mark:
                return Piece(Span(line.start, other.end), Shape.OPAQUE)
    return None


def _cell(text: str, line: Span) -> Piece | None:
    """Return the cell of a table whose cells stand in lines of their own."""
    found = _CELL.fullmatch(text, line.start, line.end)
    if not found or "\n|===" not in text:
        return None
    return Piece(line, Shape.ROW, cells=(Span(*found.span("said")),))
