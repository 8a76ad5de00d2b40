"""CSV and TSV with a Chinese and an English column -> pieces, a row's two cells together.

Which columns those are is seen from what stands in them, whatever they are called; a
column of ids gives the addresses. A table without both is no bilingual text, and neither
is a glossary of this program, which is read elsewhere.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from zhen_align.read.pieces import Piece, Reading, Shape, trimmed
from zhen_align.read.told import Addresses
from zhen_align.text.scripts import language
from zhen_align.types import Lang, Span

_DELIMITERS = "\t,;"
_GLOSSARY = "en\tabbr\tzh\tstatus"
_ID = re.compile(r"id|key|segment|unit|no\.?|#|编号|序号", re.IGNORECASE)
_QUOTED_QUOTE = re.compile('""')
_SAMPLE = 200  # rows that tell which columns to read

Row = list[Span]


def read(text: str) -> Reading:
    """Read a table of two languages."""
    if text.removeprefix("\ufeff").startswith(_GLOSSARY):
        return Reading((), told=True)
    return Reading(table(text, list(_rows(text, _delimiter(text)))), told=True)


def table(text: str, rows: Sequence[Row], name: str = "row") -> tuple[Piece, ...]:
    """Return the pieces of a table whose cells stand at these places; none if of one language."""
    chosen = _columns(text, rows)
    if chosen is None:
        return ()
    header = _is_header(text, rows, chosen)
    ids = _ids(text, rows[0]) if header else None
    addresses = Addresses()
    pieces: list[Piece] = []
    for number, row in enumerate(rows[header:], 1 + header):
        named = row[ids].of(text) if ids is not None and ids < len(row) else ""
        address = addresses.new(named or f"{name} {number}")
        for column, lang in sorted(chosen.items()):
            span = row[column] if column < len(row) else Span(0, 0)
            if span.start < span.end:
                quotes = _QUOTED_QUOTE.finditer(text, span.start, span.end)
                marks = tuple(Span(m.start(), m.start() + 1) for m in quotes)
                pieces.append(Piece(span, Shape.TEXT, opaque=marks, lang=lang, address=address))
    return tuple(pieces)


def _delimiter(text: str) -> str:
    """Return what parts the cells: the first line has most of it; ties go to the tab."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(_DELIMITERS, key=first.count)


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    """Yield the cells of each row, without quotes and blanks around them."""
    cell = re.compile(
        rf"[ ]*\"(?P<quoted>(?:[^\"]|\"\")*)\"[ ]*(?={re.escape(delimiter)}|[\r\n]|\Z)|"
        rf"(?P<bare>[^{re.escape(delimiter)}\r\n]*)"
    )
    at = int(text.startswith("\ufeff"))
    row: Row = []
    while at <= len(text):
        found = cell.match(text, at)
        assert found is not None  # a bare cell may be empty
        name = "bare" if found["quoted"] is None else "quoted"
        row.append(trimmed(text, *found.span(name)))
        at = found.end()
        if not text.startswith(delimiter, at):
            if any(span.start < span.end for span in row):
                yield row
            row = []
            at += text.startswith("\r\n", at)
        at += 1


def _columns(text: str, rows: Sequence[Row]) -> dict[int, Lang] | None:
    """Return the Chinese and the English column: those with most cells in the language."""
    columns = list(zip_longest(*rows[:_SAMPLE], fillvalue=Span(0, 0)))
    chosen: dict[int, Lang] = {}
    for lang in (Lang.ZH, Lang.EN):
        sizes = {
            at: sum(s.end - s.start for s in column if _speaks(s.of(text), lang))
            for at, column in enumerate(columns)
            if at not in chosen
        }
        best = max(sizes, key=lambda at: (sizes[at], -at), default=-1)
        if best < 0 or not sizes[best]:
            return None
        chosen[best] = lang
    return chosen


def _speaks(cell: str, lang: Lang) -> bool:
    return language(cell) is lang


def _is_header(text: str, rows: Sequence[Row], chosen: dict[int, Lang]) -> bool:
    """Say whether the first row names the columns: one word each, or in the wrong language."""
    cells = {lang: rows[0][at].of(text) if at < len(rows[0]) else "" for at, lang in chosen.items()}
    if any(cells.values()) and all(_NAMES.fullmatch(cell) for cell in cells.values()):
        return True
    return bool(cells[Lang.ZH]) and language(cells[Lang.ZH]) is Lang.EN


_NAMES = re.compile(
    r"(?:source|target|original|translation|text|chinese|english|zh|en|cn|中文|英文|汉语|英语|原文|译文|"
    r"源文|目标|src|tgt|trg)(?:[ _-]?(?:text|hans|hant|cn|tw|us|gb|文本|segment))?",
    re.IGNORECASE,
)


def _ids(text: str, header: Row) -> int | None:
    named = (at for at, cell in enumerate(header) if _ID.fullmatch(cell.of(text)))
    return next(named, None)
