"""Grids, CSV and workbooks: what goes out comes back, and nothing runs as a formula."""

import csv
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhen_align.errors import GlossaryError
from zhen_align.glossary.exchange import READERS, WRITERS, jieba_words, module
from zhen_align.glossary.exchange.grid import from_grid, neutral, plain, to_grid
from zhen_align.glossary.rows import COLUMNS, Row, Status, Table

NASTY = st.text(alphabet="=+-@'\"a模型,; \t\n\\\r0.", max_size=8)


@given(NASTY)
def test_formulas_are_neutral_and_come_back(cell: str) -> None:
    """No cell begins as a formula does, and none is changed by the round trip."""
    assert plain(neutral(cell)) == cell
    assert neutral(cell)[:1] not in tuple("=+-@\t\r")


@pytest.mark.parametrize("name", ["csv", "xlsx"])
@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.tuples(NASTY, NASTY, NASTY, NASTY), max_size=4))
def test_a_table_comes_back(name: str, rows: list[tuple[str, str, str, str]]) -> None:
    """Every field, whatever stands in it, and the added column."""
    table = Table(
        tuple(
            Row(f"{en}{n}", zh, status=Status.ADMITTED, note=note, extra=(more,))
            for n, (en, zh, note, more) in enumerate(rows)
        ),
        (*COLUMNS, "client"),
    )
    written = module(name, WRITERS).write(to_grid(table))
    again = from_grid(module(name, READERS).read(written, "g"), "g")
    fold = str.maketrans({"\r": "\n"})  # line ends inside a field are all one in the TSV

    def said(row: Row) -> list[str]:
        cells = (row.en, row.zh, row.note, *row.extra)
        return [cell.replace("\r\n", "\n").translate(fold) for cell in cells]

    assert list(map(said, again.rows)) == list(map(said, table.rows))
    assert again.columns == table.columns


def test_contexts_are_not_read_back() -> None:
    """They stand in columns of their own, as many as any row needs."""
    table = Table((Row("pump", "水泵"), Row("valve", "阀门")))
    grid = to_grid(table, {0: ["one", "=two"]})
    assert grid[0][-2:] == ["context 1", "context 2"]
    assert grid[1][-2:] == ["one", "'=two"]
    assert grid[2][-2:] == ["", ""]
    assert from_grid(grid, "g").rows == table.rows
    assert from_grid(grid, "g").columns == COLUMNS


BAD = [
    ([["en", "zh"], ["pump", "水泵"]], "g:1: the header has no column `status`"),
    ([["en", "zh", "status"], ["pump", "水泵", "good"]], "g:2: `good` is no status"),
    ([["en", "zh", "status"], [], ["a", "b", "keep", "x"]], "g:3: more cells than the header"),
    ([["en", "zh", "status"], *[["a", "b", "keep"]] * 2], "g:3: the same row as line 2"),
    ([], "g: no header"),
]


@pytest.mark.parametrize(("grid", "message"), BAD, ids=[message for _, message in BAD])
def test_what_cannot_be_trusted_is_named(grid: list[list[str]], message: str) -> None:
    """With its line, as in the TSV."""
    with pytest.raises(GlossaryError) as error:
        from_grid(grid, "g")
    assert str(error.value).startswith(message)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_of_any_spreadsheet(encoding: str, delimiter: str) -> None:
    """Other delimiters and encodings are what people's spreadsheets save: 水泵 pump, 的 of."""
    out = io.StringIO()
    rows = [
        ["en", "zh", "status", "note"],
        *[[f"pump {n}", "水泵", "keep", "的"] for n in range(9)],
    ]
    csv.writer(out, delimiter=delimiter).writerows(rows)
    grid = module("csv", READERS).read(out.getvalue().encode(encoding), "g.csv")
    assert from_grid(grid, "g.csv").rows[0].zh == "水泵"


def test_a_workbook_of_another_program() -> None:
    """Shared strings, readings above characters, skipped cells and rows, numbers."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    cells = [
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>',
        '<row r="3"><c r="B3"><v>3.0</v></c><c r="C3" t="str"><f>A1</f><v>en</v></c></row>',
    ]
    data = io.BytesIO(module("xlsx", WRITERS).write([["x"]]))
    out = io.BytesIO()
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if "sheet1.xml" not in name:
                new.writestr(name, old.read(name))
        sheet = f'<worksheet xmlns="{main}"><sheetData>{"".join(cells)}</sheetData></worksheet>'
        new.writestr("xl/worksheets/sheet1.xml", sheet)
        strings = "<si><t>en</t></si><si><r><t>水</t></r><r><t>泵</t></r><rPh><t>x</t></rPh></si>"
        new.writestr("xl/sharedStrings.xml", f'<sst xmlns="{main}">{strings}</sst>')
    grid = module("xlsx", READERS).read(out.getvalue(), "g.xlsx")
    assert grid == [["en", "", "水泵"], [], ["", "3", "en"]]


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04 damaged"])
def test_no_workbook_is_no_traceback(data: bytes) -> None:
    """An error that says what to do."""
    with pytest.raises(GlossaryError, match="no workbook"):
        module("xlsx", READERS).read(data, "g.xlsx")


def test_entities_are_refused() -> None:
    """A workbook that declares entities wants to grow in memory."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("xl/workbook.xml", '<!DOCTYPE a [<!ENTITY b "b">]><a/>')
    with pytest.raises(GlossaryError):
        module("xlsx", READERS).read(out.getvalue(), "g.xlsx")


def test_equal_glossaries_are_equal_files() -> None:
    """No time of day is in a workbook."""
    grid = to_grid(Table((Row("pump", "水泵"),)))
    assert module("xlsx", WRITERS).write(grid) == module("xlsx", WRITERS).write(grid)


def test_jieba_gets_whole_words() -> None:
    """Reviewed Chinese forms, once each: no candidates, nothing rejected, nothing Latin."""
    table = Table(
        (
            Row("heat pump", "热泵", status=Status.PREFERRED),
            Row("air source heat pump", "空气 源热泵", status=Status.ADMITTED),
            Row("pump", "水泵", status=Status.FORBIDDEN),
            Row("pumps", "水泵", status=Status.PREFERRED),
            Row("valve", "阀门"),
            Row("pipe", "管", status=Status.PREFERRED),
            Row("tube", "管子", status=Status.REJECTED),
            Row("GridPilot", "GridPilot", status=Status.KEEP),
        )
    )
    assert jieba_words.write(to_grid(table)).decode() == "水泵 n\n热泵 n\n"
