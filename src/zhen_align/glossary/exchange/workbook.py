"""XLSX, as little of it as a table of strings needs, with nothing but the standard library.

Written cells are inline strings, never formulas. Read are the first sheet's strings,
shared or inline, numbers and the last values of formulas. Files larger than any glossary
are refused before they are unpacked.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from zhen_align.errors import GlossaryError
from zhen_align.glossary.exchange.grid import Grid

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LARGEST = 100_000_000  # bytes of one part, unpacked
_MOST_COLUMNS = 1000
_TOO_LARGE = "is larger than any glossary"

_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    "</Types>",
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>",
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_REL}/worksheet" Target="worksheets/sheet1.xml"/>'
    "</Relationships>",
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>'
    '<sheet name="glossary" sheetId="1" r:id="r1"/></sheets></workbook>',
}


def write(grid: Grid) -> bytes:
    """Return the grid as a workbook with one sheet, its header row frozen."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in (*_PARTS.items(), ("xl/worksheets/sheet1.xml", _sheet(grid))):
            # a fixed time, so that equal glossaries are equal files
            part = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(part, _HEAD + content)
    return out.getvalue()


def _sheet(grid: Grid) -> str:
    rows = "".join(
        f'<row r="{n}">{"".join(_cell(n, at, value) for at, value in enumerate(line) if value)}'
        "</row>"
        for n, line in enumerate(grid, 1)
    )
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )


def _cell(row: int, column: int, value: str) -> str:
    text = escape(_ILLEGAL.sub("\ufffd", value), {"\r": "&#13;"})
    return (
        f'<c r="{_letters(column)}{row}" t="inlineStr"><is><t xml:space="preserve">{text}'
        "</t></is></c>"
    )


def _letters(column: int) -> str:
    """Return what a spreadsheet calls a column, counted from 0: Z is 25, AA 26."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def read(data: bytes, where: str) -> Grid:
    """Return the cells of the first sheet."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return list(_rows(package, where))
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError, ValueError, IndexError):
        raise GlossaryError(
            "is no workbook that can be read", where=where, fix="save it again as .xlsx, or as CSV"
        ) from None


def _rows(package: zipfile.ZipFile, where: str) -> Iterator[list[str]]:
    shared: list[str] = []
    if "xl/sharedStrings.xml" in package.namelist():
        shared = [_text(each) for each in _part(package, "xl/sharedStrings.xml", where)]
    number = 0
    for row in _part(package, _first_sheet(package, where), where).iter(f"{{{_MAIN}}}row"):
        wanted = int(row.get("r", number + 1))
        if wanted > number + 1 + len(shared) + _MOST_COLUMNS * _MOST_COLUMNS:
            raise GlossaryError(_TOO_LARGE, where=where, fix="name another file")
        for _ in range(wanted - number - 1):
            yield []
        number = wanted
        line: list[str] = []
        for cell in row.iter(f"{{{_MAIN}}}c"):
            at = _column(cell.get("r", ""), len(line))
            line += [""] * (at - len(line))
            line.append(_value(cell, shared))
        yield line


def _column(place: str, after: int) -> int:
    letters = re.match(r"[A-Z]{1,3}", place)
    if letters is None:
        return after
    at = 0
    for letter in letters[0]:
        at = at * 26 + ord(letter) - ord("A") + 1
    if at > _MOST_COLUMNS or at <= after:
        raise ValueError("a column that no glossary has")
    return at - 1


def _value(cell: ElementTree.Element, shared: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text(cell)
    value = cell.findtext(f"{{{_MAIN}}}v") or ""
    if kind == "s":
        return shared[int(value)]
    return value.removesuffix(".0") if kind == "n" else value


def _text(element: ElementTree.Element) -> str:
    """Return a string without the readings that may stand over it."""
    for reading in element.findall(f"{{{_MAIN}}}rPh"):
        element.remove(reading)
    return "".join(each.text or "" for each in element.iter(f"{{{_MAIN}}}t"))


def _first_sheet(package: zipfile.ZipFile, where: str) -> str:
    sheet = next(_part(package, "xl/workbook.xml", where).iter(f"{{{_MAIN}}}sheet"))
    wanted = sheet.get(f"{{{_REL}}}id")
    for relation in _part(package, "xl/_rels/workbook.xml.rels", where):
        if relation.get("Id") == wanted:
            target = relation.get("Target", "")
            return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    raise KeyError(wanted)


def _part(package: zipfile.ZipFile, name: str, where: str) -> ElementTree.Element:
    if package.getinfo(name).file_size > _LARGEST:
        raise GlossaryError(_TOO_LARGE, where=where, fix="name another file")
    content = package.read(name)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise ValueError("a workbook declares no entities")
    return ElementTree.fromstring(content)
