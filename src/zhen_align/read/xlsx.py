"""XLSX -> the strings of its sheets; a sheet with a Chinese and an English column is a text.

Read are strings, shared or inline, numbers, and the last values of formulas.
"""

import re
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from zhen_align.read.columns import table
from zhen_align.read.packed import part
from zhen_align.read.pieces import Piece, Reading, trimmed
from zhen_align.types import Span

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MOST_COLUMNS = 1000
_MOST_ROWS = 1_048_576  # of a sheet, by the format


def read(package: zipfile.ZipFile) -> tuple[str, Reading]:
    """Read the bilingual sheets of a workbook: a line for each row, tabs between the cells."""
    parts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    for name, rows in sheets(package):
        spans: list[list[Span]] = []
        for row in rows:
            line: list[Span] = []
            for cell in row:
                parts += cell, "\t"
                line.append(Span(at, at + len(cell)))
                at += len(cell) + 1
            parts.append("\n")
            at += 1
            spans.append(line)
        text = "".join(parts)
        words = [[trimmed(text, span.start, span.end) for span in row] for row in spans]
        pieces += table(text, words, f"{name} row")
    return "".join(parts), Reading(tuple(pieces), told=True)


def sheets(package: zipfile.ZipFile) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield the name and the cells of each sheet, in the order of the workbook."""
    shared: list[str] = []
    if "xl/sharedStrings.xml" in package.namelist():
        shared = [_text(each) for each in part(package, "xl/sharedStrings.xml")]
    targets = {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in part(package, "xl/_rels/workbook.xml.rels")
    }
    for sheet in part(package, "xl/workbook.xml").iter(f"{_MAIN}sheet"):
        target = targets[sheet.get(_ID, "")]
        place = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        if "worksheets/" in place:
            yield sheet.get("name", ""), list(_rows(part(package, place), shared))


def _rows(sheet: Element, shared: list[str]) -> Iterator[list[str]]:
    number = empty = 0
    for row in sheet.iter(f"{_MAIN}row"):
        wanted = int(row.get("r", number + 1))
        empty += wanted - number - 1
        if not number < wanted <= _MOST_ROWS or empty > _MOST_COLUMNS * _MOST_COLUMNS // 10:
            raise ValueError("a row that no sheet has")
        for _ in range(wanted - number - 1):
            yield []
        number = wanted
        line: list[str] = []
        for cell in row.iter(f"{_MAIN}c"):
            at = _column(cell.get("r", ""), len(line))
            line += [""] * (at - len(line))
            line.append(_value(cell, shared))
        yield line


def _column(place: str, after: int) -> int:
    """Return which column a cell stands in, counted from 0: Z is 25, AA 26."""
    letters = re.match(r"[A-Z]{1,3}", place)
    if letters is None:
        return after
    at = 0
    for letter in letters[0]:
        at = at * 26 + ord(letter) - ord("A") + 1
    if at > _MOST_COLUMNS or at <= after:
        raise ValueError("a column that no table has")
    return at - 1


def _value(cell: Element, shared: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text(cell)
    value = cell.findtext(f"{_MAIN}v") or ""
    if kind == "s":
        return shared[int(value)]
    return value.removesuffix(".0") if kind == "n" else value


def _text(element: Element) -> str:
    """Return a string without the readings that may stand over it."""
    for reading in element.findall(f"{_MAIN}rPh"):
        element.remove(reading)
    return "".join(each.text or "" for each in element.iter(f"{_MAIN}t"))
