"""XLSX, as little of it as a table of strings needs, with nothing but the standard library.

Written cells are inline strings, never formulas; read is the first sheet. What cells hold
is found by the reader of bilingual workbooks.
"""

import io
import re
import zipfile
from xml.sax.saxutils import escape

from zhen_align.errors import GlossaryError
from zhen_align.glossary.exchange.grid import Grid
from zhen_align.read.packed import UNREADABLE, RefusedError
from zhen_align.read.xlsx import sheets

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

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
            return next(sheets(package))[1]
    except RefusedError as error:
        raise GlossaryError(
            str(error), where=where, fix="save it again as .xlsx, or as CSV"
        ) from error
    except (*UNREADABLE, StopIteration):
        raise GlossaryError(
            "is no workbook that can be read", where=where, fix="save it again as .xlsx, or as CSV"
        ) from None
