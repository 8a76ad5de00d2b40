"""The glossary TSV: what a line says, how it is written again, and which lines are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhen_align.errors import GlossaryError
from zhen_align.glossary.rows import (
    COLUMNS,
    Row,
    Status,
    Table,
    escape,
    fingerprint,
    parse,
    render,
    unescape,
)

HEAD = "\t".join(COLUMNS)
FIELD = st.text(alphabet='a\\tn\t\n ",层é\u2028', max_size=8)


def line(**fields: str) -> str:
    """Write one row from named fields, the rest empty."""
    return "\t".join(fields.get(name, "") for name in COLUMNS)


GOOD = line(en="hidden layer", zh="隐藏层", status="preferred")  # 隐藏层: hidden layer


@given(st.text(alphabet="\\tn\t\nx", max_size=12))
def test_a_field_comes_back(value: str) -> None:
    """What is written says the same when it is read, backslashes and all."""
    written = escape(value)
    assert "\t" not in written
    assert "\n" not in written
    assert unescape(written) == value


@given(st.lists(st.tuples(FIELD, FIELD, FIELD, FIELD), max_size=5, unique=True))
def test_a_table_comes_back(fields: list[tuple[str, str, str, str]]) -> None:
    """Rows that the program writes are read as they were, quotes and odd blanks included."""
    rows = tuple(
        Row(en=f"t{n} {en}", zh=zh, note=note.strip('"'), extra=(added.strip('"'),))
        for n, (en, zh, note, added) in enumerate(fields)
        if not (zh.startswith('"') and zh.endswith('"'))
    )
    table = Table(rows, (*COLUMNS, "client"))
    assert parse(render(table), "g.tsv").rows == rows


def test_a_person_s_line_is_written_as_it_was() -> None:
    """Odd blanks, an unknown escape and a capital status survive to the byte."""
    text = (
        f"{HEAD}\tclient\n" + line(en=" a ", zh="层 ", status="Preferred", note="C:\\dir") + "\tx\n"
    )
    table = parse(text, "g.tsv")
    assert table.rows[0].status is Status.PREFERRED
    assert table.rows[0].note == "C:\\dir"
    assert table.rows[0].extra == ("x",)
    assert render(table) == text


def test_columns_may_stand_in_another_order() -> None:
    """The header says where a field is; a missing column is added behind the others."""
    table = parse("status\tzh\tclient\ten\nkeep\tBERT\tA\tBERT\n", "g.tsv")
    assert table.rows[0] == Row(en="BERT", zh="BERT", status=Status.KEEP, extra=("A",))
    written = render(table)
    assert written.startswith("status\tzh\tclient\ten\tabbr\tcount")
    assert parse(written, "g.tsv").rows == table.rows
    assert render(parse(written, "g.tsv")) == written


REFUSED = [
    (f"{HEAD}\n{GOOD[:-1]}\n", "g.tsv:2: 8 fields, but the header names 9"),
    (f"{HEAD}\n{GOOD}\t\n", "g.tsv:2: 10 fields, but the header names 9"),
    (f"{HEAD}\n\n{GOOD}\n{GOOD}\n", "g.tsv:4: the same row as line 3"),
    (f"{HEAD}\n" + line(en="a", zh="层", status="best"), "g.tsv:2: `best` is no status"),
    (f"{HEAD}\n" + line(en="a", zh="层"), "g.tsv:2: the row has no status"),
    (f"{HEAD}\n" + line(note="x", status="keep"), "g.tsv:2: neither an English nor a Chinese"),
    ("en\tzh\n", "g.tsv:1: the header has no column `status`"),
    (f"{HEAD}\tEN\n", "g.tsv:1: the column `en` stands twice"),
    (f"{HEAD}\n<<<<<<< ours\n{GOOD}\n", "g.tsv:2: an unresolved merge"),
]


@pytest.mark.parametrize(("text", "said"), REFUSED, ids=[said for _, said in REFUSED])
def test_refused(text: str, said: str) -> None:
    """A line that cannot be trusted is an error that names file and line."""
    with pytest.raises(GlossaryError) as caught:
        parse(text, "g.tsv")
    assert str(caught.value).startswith(said)


def test_rows_that_differ_only_in_an_added_column_are_no_twins() -> None:
    """Two clients may each have their row."""
    text = f"{HEAD}\tclient\n{GOOD}\tA\n{GOOD}\tB\n"
    assert len(parse(text, "g.tsv").rows) == 2


def test_an_empty_file_is_an_empty_glossary() -> None:
    """Nothing, blank lines or the header alone hold no rows."""
    assert parse("", "g.tsv").rows == parse("\n\n", "g.tsv").rows == ()
    assert parse(HEAD, "g.tsv") == Table()


OURS = {"en": "a", "abbr": "B", "zh": "层", "source": fingerprint("a", "B", "层")}
TOUCHED = [
    ({}, True, "as written"),
    ({"count": "7", "share": "0.5"}, True, "a spreadsheet changed the numbers"),
    ({"status": "preferred"}, False, "accepted"),
    ({"note": "x"}, False, "a note"),
    ({"domain": "x"}, False, "a domain"),
    ({"zh": "层级"}, False, "another rendering"),
    ({"abbr": ""}, False, "another abbreviation"),
    ({"source": ""}, False, "no source"),
]


@pytest.mark.parametrize(("edit", "ours", "gloss"), TOUCHED, ids=[g for _, _, g in TOUCHED])
def test_whose_row(edit: dict[str, str], ours: bool, gloss: str) -> None:
    """A row is the program's only while nobody has touched it."""
    text = f"{HEAD}\n" + line(**({"status": "candidate"} | OURS | edit))
    assert parse(text, "g.tsv").rows[0].is_program is ours


def test_a_filled_added_column_makes_the_row_a_person_s() -> None:
    """Where people added a column and wrote in it, the row is theirs."""
    text = f"{HEAD}\tclient\n" + line(status="candidate", **OURS) + "\tX\n"
    assert not parse(text, "g.tsv").rows[0].is_program


def test_a_slip_in_the_header_is_no_new_column() -> None:
    """Else the program would take all of its own rows for somebody's."""
    with pytest.raises(GlossaryError) as raised:
        parse(HEAD.replace("abbr", "abbrr") + "\n" + GOOD + "\n", "g.tsv")
    assert str(raised.value) == (
        "g.tsv:1: the header has a column `abbrr`, and none called `abbr`; "
        "correct its name, or call it something else"
    )


def test_a_merge_above_the_header_is_named() -> None:
    """The first line is the mark of a merge rather than a header without columns."""
    with pytest.raises(GlossaryError, match="an unresolved merge"):
        parse(f"<<<<<<< ours\n{HEAD}\n{GOOD}\n", "g.tsv")
