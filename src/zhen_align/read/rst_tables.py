"""Tables of reStructuredText: drawn in a grid, in columns under rules, or as a list of lists."""

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from zhen_align.read import marks
from zhen_align.read.pieces import Piece, Shape, trimmed
from zhen_align.types import Span

if TYPE_CHECKING:
    from zhen_align.read.rst import Source

_BORDER = re.compile(r"\+(?:[-=]+\+)+[ \t]*$")
_SIMPLE = re.compile(r"={2,}(?:[ \t]+={2,})+[ \t]*$")
RULE = re.compile(r"([=\-`:.'\"~^_*+#<>!$%&(),/;?@\[\]\\{|}])\1{2,}[ \t]*$")
_GAP = re.compile(r"[ \t]{2,}")
_LIST_ROW = re.compile(r"(?P<row>\*[ \t]+)?-(?:[ \t]+|$)")
_FRAME = re.compile(r"[ \t]*\|[ \t|]*(?:\r\n|\n|\r)[ \t|]*")


def list_table(source: "Source", at: int, end: int) -> None:
    """Read a table that is written as a list of lists: a row of the cells of each star."""
    row: list[Span] = []
    for number in range(at, end):
        words = source.words(number)
        mark = _LIST_ROW.match(source.text, words.start, words.end)
        if mark and mark["row"]:
            _row(source, row)
            row = []
        if mark:
            row.append(trimmed(source.text, mark.end(), words.end))
        elif row and words.start < words.end:
            row[-1] = Span(row[-1].start if row[-1].of(source.text) else words.start, words.end)
    _row(source, row)


def _row(source: "Source", cells: list[Span]) -> None:
    while cells and cells[-1].start == cells[-1].end:
        cells = cells[:-1]
    if not cells:
        return
    span = trimmed(source.text, cells[0].start, cells[-1].end)
    pairs = pairwise(cells)
    gaps = [Span(a.end, b.start) for a, b in pairs if span.start <= a.end < b.start <= span.end]
    # the frame between the lines of one cell
    gaps += [
        Span(*frame.span())
        for cell in cells
        for frame in _FRAME.finditer(source.text, cell.start, cell.end)
    ]
    inside = tuple(c for c in cells if span.start <= c.start and c.end <= span.end)
    source.pieces.append(
        Piece(span, Shape.ROW, cells=inside, opaque=tuple(sorted(gaps)), comment=source.comment)
    )


def table(source: "Source", at: int) -> int:
    """Take a table that is drawn: in a grid, or in columns under rules."""
    line = source.said(at).strip()
    if _BORDER.fullmatch(line):
        return _grid(source, at)
    if not _SIMPLE.fullmatch(line):
        return at
    end = at
    while source.said(end).strip():
        words = source.words(end)
        if _SIMPLE.fullmatch(words.of(source.text)) or RULE.fullmatch(words.of(source.text)):
            source.hide(end, end + 1)
        else:
            _row(source, _columns(source.text, words))
        end += 1
    return end


def _grid(source: "Source", at: int) -> int:
    """Take a table in a grid; a cell may go on below where nothing stands between its lines."""
    row: list[Span] = []
    while source.said(at).strip()[:1] in ("+", "|"):
        words = source.words(at)
        cells = list(marks.cells(source.text, words))
        if _BORDER.fullmatch(words.of(source.text)):
            _row(source, row)
            row = []
            source.hide(at, at + 1)
        elif joined := _going_on(row, cells):
            row = joined
        else:
            _row(source, row)
            row = cells
        at += 1
    _row(source, row)
    return at


def _going_on(row: list[Span], below: list[Span]) -> list[Span]:
    """Return a row with the next line's one cell joined to its last; nothing where it is none."""
    said = [number for number, cell in enumerate(below) if cell.start < cell.end]
    last = max((number for number, cell in enumerate(row) if cell.start < cell.end), default=-1)
    if said != [last] or len(row) != len(below):
        return []
    return [*row[:last], Span(row[last].start, below[last].end), *row[last + 1 :]]


def _columns(text: str, words: Span) -> list[Span]:
    """Return what wide gaps part."""
    gaps = [gap.span() for gap in _GAP.finditer(text, words.start, words.end)]
    starts, ends = [words.start, *(gap[1] for gap in gaps)], [*(gap[0] for gap in gaps), words.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]
