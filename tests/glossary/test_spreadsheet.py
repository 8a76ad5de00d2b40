"""What spreadsheets do to a TSV is undone where it is certain, and only there."""

import csv
import io

import pytest

from zhen_align.errors import GlossaryError
from zhen_align.glossary.rows import COLUMNS, Row, Status, parse, render

HEAD = "\t".join(COLUMNS)
ROWS = [
    Row("hidden layer", "隐藏层", status=Status.PREFERRED, note='say "layer", not "level"'),
    Row("kernel", "核", status=Status.ADMITTED, note="two\nlines\tand a tab", domain="a, b"),
    Row("pooling", "汇聚", abbr='"P"', status=Status.PREFERRED),
]  # 隐藏层 hidden layer, 核 kernel, 汇聚 pooling


def saved(quoting: int, end: str, bom: str = "") -> str:
    """Write ROWS as a spreadsheet does, line breaks and tabs inside its quotes."""
    out = io.StringIO()
    write = csv.writer(out, delimiter="\t", quoting=quoting, lineterminator=end)  # type: ignore[arg-type]
    write.writerow(COLUMNS)
    for row in ROWS:
        write.writerow([str(getattr(row, name)) for name in COLUMNS])
    return bom + out.getvalue()


@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL], ids=["minimal", "all"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("bom", ["", "\ufeff"], ids=["", "BOM"])
def test_quotes_are_undone(quoting: int, end: str, bom: str) -> None:
    """However it was saved, the rows say what they said; they are written plainly."""
    table = parse(saved(quoting, end, bom), "g.tsv")
    assert list(table.rows) == ROWS
    written = render(table)
    assert "\r" not in written
    assert not written.startswith("\ufeff")
    assert list(parse(written, "g.tsv").rows) == ROWS


LITERAL = ['"quoted"', 'a "b" c', '"open', 'close"', '""', '"', '"a" and "b"', '"a, b"']


@pytest.mark.parametrize("note", LITERAL)
def test_a_quote_that_may_be_meant_stays(note: str) -> None:
    """In a plain file a quote is a character, and the line stays as it is."""
    text = f"{HEAD}\nkernel\t\t核\tpreferred\t\t\t\t{note}\t\n"
    table = parse(text, "g.tsv")
    assert table.rows[0].note == note
    assert render(table) == text


def test_a_comma_in_quotes_is_the_spreadsheet_s_where_its_line_ends_are() -> None:
    """Spreadsheets of one maker quote commas; their files have CRLF."""
    text = f'{HEAD}\r\nkernel\t\t核\tpreferred\t\t\t"a, b"\t\t\r\n'
    assert parse(text, "g.tsv").rows[0].domain == "a, b"


def test_rows_of_nothing_but_tabs_are_none() -> None:
    """Emptied rows of a sheet are skipped, and the lines after keep their numbers."""
    text = f"{HEAD}\n{chr(9) * 8}\nkernel\t\t核\tpreferred\t\t\t\t\t\n"
    assert [(row.en, row.line) for row in parse(text, "g.tsv").rows] == [("kernel", 3)]


def test_a_cell_of_two_lines_moves_the_numbers_of_the_lines_after_it() -> None:
    """Errors name the line of the file, not the row."""
    text = f'{HEAD}\na\t\t核\tkeep\t\t\t\t"x\ny"\t\nb\t\t核\tno\t\t\t\t\t\n'
    with pytest.raises(GlossaryError, match=r"^g.tsv:4: `no` is no status"):
        parse(text, "g.tsv")


def test_an_open_quote_in_a_quoted_file_is_an_error() -> None:
    """Where every field is quoted, one that does not close is no guess of ours."""
    head = "\t".join(f'"{name}"' for name in COLUMNS)
    with pytest.raises(GlossaryError, match=r"^g.tsv:2: a quoted field that does not close"):
        parse(f'{head}\n"a"\t""\t"b\t"keep"\t""\t""\t""\t""\t""\n', "g.tsv")


def test_a_lost_tab_is_not_made_up_by_a_quote() -> None:
    """A quote left open swallows no following rows."""
    text = f'{HEAD}\na\t\t"核\tkeep\t\t\t\t\n' + "b\t\t核\tkeep\t\t\t\t\t\n" * 3
    with pytest.raises(GlossaryError, match=r"^g.tsv:2: 8 fields"):
        parse(text, "g.tsv")
