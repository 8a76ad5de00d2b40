"""Lines of a TSV, with undone what spreadsheets add: BOM, CRLF, quotes, empty rows.

A quote is undone only where it cannot be meant literally; decision 0004 says when.
Escapes are not undone here: a spreadsheet does not know them.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from zhen_align.errors import GlossaryError

_WRAPPED = re.compile(r'"(?:[^"]|"")*"')
_LONGEST_CELL = 200  # lines; a quote left open by mistake must not swallow the file


@dataclass(frozen=True, slots=True)
class Record:
    """A row's fields; `raw` is its line where nothing had to be undone in it."""

    line: int
    cells: tuple[str, ...]
    raw: str | None


def records(text: str, where: str) -> Iterator[Record]:
    """Yield the header and every row that is not empty."""
    crlf = "\r\n" in text
    saved = crlf or text.startswith("\ufeff")
    lines = text.removeprefix("\ufeff").split("\n")
    if crlf:
        lines = [line.removesuffix("\r") for line in lines]
    width, all_quoted, at = 0, False, 0
    while at < len(lines):
        line, number = lines[at], at + 1
        at += 1
        if not line.strip():
            continue
        if '"' not in line:
            cells: tuple[str, ...] = tuple(line.split("\t"))
            raw: str | None = line
        else:
            if not width:
                all_quoted = all(map(_WRAPPED.fullmatch, line.split("\t")))
            place = f"{where}:{number}"
            cells, raw, more = _unquoted(
                lines[at - 1 : at - 1 + _LONGEST_CELL], width, saved, all_quoted, place
            )
            at += more
        width = width or len(cells)
        yield Record(number, cells, raw)


def _unquoted(
    lines: list[str], width: int, saved: bool, all_quoted: bool, place: str
) -> tuple[tuple[str, ...], str | None, int]:
    """Return the fields of the first line, the line if it stands, and how many more it took."""
    plain = lines[0].split("\t")
    if width and len(plain) != width:
        for more in range(len(lines)):
            if more and len(lines[more].split("\t")) == width:
                break  # a whole row of its own is no part of another one's field
            found = _strictly("\n".join(lines[: more + 1]))
            if found and len(found) == width:
                return tuple(found), None, more
        return tuple(plain), lines[0], 0
    if all_quoted and any(c.startswith('"') and not _WRAPPED.fullmatch(c) for c in plain):
        raise GlossaryError(
            "a quoted field that does not close",
            where=place,
            fix="the file quotes its fields; double the quotes inside this one",
        )
    cells = [_unwrapped(cell, saved, all_quoted) for cell in plain]
    return tuple(cells), lines[0] if cells == plain else None, 0


def _strictly(text: str) -> list[str] | None:
    """Read as a spreadsheet would, or not at all."""
    if text.count('"') % 2:
        return None
    try:
        rows = list(csv.reader(re.findall(r"[^\n]*\n|[^\n]+", text), delimiter="\t", strict=True))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 1 else None


def _unwrapped(cell: str, saved: bool, all_quoted: bool) -> str:
    if not _WRAPPED.fullmatch(cell):
        return cell
    inside = cell[1:-1]
    if all_quoted or '""' in inside or (saved and "," in inside):
        return inside.replace('""', '"')
    return cell
