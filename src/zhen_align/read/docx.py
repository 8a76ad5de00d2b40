"""DOCX -> the text as it reads with all changes accepted, and its pieces.

Headings by their style or outline level, list items, table rows with their cells, and the
footnotes at the end. What was deleted or moved away, field codes, comments, page headers
and the fallbacks of drawings are left out; formulas are opaque.
"""

import re
import zipfile
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from zhen_align.read.packed import part
from zhen_align.read.pieces import Piece, Reading, Shape
from zhen_align.types import Span

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_GONE = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_W}pPr"})
_HEADING = re.compile(r"(?:heading|标题)\s*(\d)", re.IGNORECASE)
_NOTES = {"word/footnotes.xml": "footnote", "word/endnotes.xml": "endnote"}


@dataclass(slots=True)
class _Page:
    """The text so far, and the pieces in it."""

    styles: dict[str, tuple[Shape, int]]
    parts: list[str] = field(default_factory=list)
    length: int = 0
    pieces: list[Piece] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0

    def add(self, text: str) -> None:
        """Write on."""
        self.parts.append(text)
        self.length += len(text)


def read(package: zipfile.ZipFile) -> tuple[str, Reading]:
    """Read a document."""
    page = _Page(_styles(package))
    body = part(package, "word/document.xml").find(f"{_W}body")
    _blocks(page, body if body is not None else Element("none"))
    for name, kind in _NOTES.items():
        if name in package.namelist():
            for note in part(package, name):
                for number, paragraph in enumerate(note.iter(f"{_W}p"), 1):
                    address = f"{kind} {note.get(f'{_W}id', '')}"
                    _paragraph(page, paragraph, address if number == 1 else f"{address}.{number}")
    return "".join(page.parts), Reading(tuple(page.pieces))


def _styles(package: zipfile.ZipFile) -> dict[str, tuple[Shape, int]]:
    """Return what the document's styles say: which are headings, and of which level."""
    if "word/styles.xml" not in package.namelist():
        return {}
    found: dict[str, tuple[Shape, int]] = {}
    for style in part(package, "word/styles.xml").iter(f"{_W}style"):
        name = _value(style.find(f"{_W}name"))
        level = _value(style.find(f"{_W}pPr/{_W}outlineLvl"))
        heading = _HEADING.match(name)
        if heading or (level.isdigit() and int(level) < 9):
            found[style.get(f"{_W}styleId", "")] = (
                Shape.HEADING,
                int(heading[1]) if heading else int(level) + 1,
            )
        elif name.lower() in {"title", "标题"}:
            found[style.get(f"{_W}styleId", "")] = Shape.HEADING, 1
        elif name.lower() in {"caption", "题注"}:
            found[style.get(f"{_W}styleId", "")] = Shape.CAPTION, 0
        elif style.find(f"{_W}pPr/{_W}numPr") is not None:
            found[style.get(f"{_W}styleId", "")] = Shape.ITEM, 1
    return found


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(f"{_W}val", "")


def _blocks(page: _Page, parent: Element) -> None:
    """Write the paragraphs and tables of a body, or of a content control in it."""
    for child in parent:
        if child.tag == f"{_W}p":
            page.paragraphs += 1
            _paragraph(page, child, f"paragraph {page.paragraphs}")
        elif child.tag == f"{_W}tbl":
            _table(page, child)
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"}:
            _blocks(page, child)


def _table(page: _Page, table: Element) -> None:
    """Write a table's rows, and after them the tables that stand in its cells."""
    left = deque([table])
    while left:
        page.tables += 1
        number = 0
        for row in _within(left.popleft(), "tr"):
            if row.find(f"{_W}trPr/{_W}del") is None:
                number += 1
                _row(page, row, f"table {page.tables} row {number}")
                left.extend(_within(row, "tbl"))
        page.add("\n")


def _within(parent: Element, tag: str) -> Iterator[Element]:
    """Yield what is of a kind, without what stands in such or in a table of its own."""
    left = [*reversed(parent)]
    while left:
        child = left.pop()
        if child.tag == f"{_W}{tag}":
            yield child
        elif child.tag != f"{_W}tbl":
            left.extend(reversed(child))


def _paragraph(page: _Page, paragraph: Element, address: str) -> None:
    piece = _words(page, paragraph)
    if piece is not None:
        shape, level = _shape(page, paragraph)
        page.pieces.append(replace(piece, shape=shape, level=level, address=address))
        page.add("\n\n")


def _shape(page: _Page, paragraph: Element) -> tuple[Shape, int]:
    about = paragraph.find(f"{_W}pPr")
    if about is None:
        return Shape.TEXT, 0
    level = _value(about.find(f"{_W}outlineLvl"))
    if level.isdigit() and int(level) < 9:
        return Shape.HEADING, int(level) + 1
    shape = page.styles.get(_value(about.find(f"{_W}pStyle")))
    if shape is not None:
        return shape
    return (Shape.ITEM, 1) if about.find(f"{_W}numPr") is not None else (Shape.TEXT, 0)


def _row(page: _Page, row: Element, address: str) -> None:
    """Write a row's cells with tabs between them."""
    cells: list[Span] = []
    marks: list[Span] = []
    for cell in _within(row, "tc"):
        pieces: list[Piece] = []
        for paragraph in _within(cell, "p"):
            page.add(" " if pieces else "")
            piece = _words(page, paragraph)
            pieces += [piece] if piece else []
        if pieces:
            cells.append(Span(pieces[0].span.start, pieces[-1].span.end))
            marks.extend(mark for piece in pieces for mark in piece.opaque)
        page.add("\t")
    if cells:
        whole = Span(cells[0].start, cells[-1].end)
        page.pieces.append(
            Piece(whole, Shape.ROW, opaque=tuple(marks), cells=tuple(cells), address=address)
        )
        page.add("\n")


def _words(page: _Page, paragraph: Element) -> Piece | None:
    """Write a paragraph's words; None where it has none."""
    start = page.length
    parts: list[tuple[str, bool]] = list(_runs(paragraph))
    text = "".join(words for words, _ in parts)
    inner = text.strip()
    if not inner:
        return None
    lead = len(text) - len(text.lstrip())
    marks: list[Span] = []
    at = start - lead
    for words, opaque in parts:
        if opaque and at >= start:
            marks.append(Span(at, min(at + len(words), start + len(inner))))
        at += len(words)
    page.add(inner)
    return Piece(Span(start, page.length), Shape.TEXT, opaque=tuple(marks))


def _runs(element: Element) -> Iterator[tuple[str, bool]]:
    """Yield the words of an element in order, and whether they are a formula."""
    for child in element:
        if child.tag in _GONE or child.tag.endswith("}Fallback") or child.tag == f"{_W}p":
            continue
        if child.tag == f"{_W}t":
            yield child.text or "", False
        elif child.tag == f"{_MATH}oMath":
            yield "".join(each.text or "" for each in child.iter(f"{_MATH}t")), True
        elif child.tag == f"{_W}tab":
            yield "\t", False
        elif child.tag in {f"{_W}br", f"{_W}cr"}:
            yield "\n", False
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-", False
        else:
            yield from _runs(child)
