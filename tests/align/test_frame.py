"""Beads as a DataFrame: columns, types, empty sides."""

from zhen_align.align.frame import COLUMNS, to_pandas
from zhen_align.text.lines import line_starts
from zhen_align.types import Alignment, Bead, Document, Lang, Sentence, Span, Unit

ZH, EN = "水泵开启。\n水流。", "The pump opens.\nWater flows."  # the pump opens, water flows


def _alignment() -> Alignment:
    zh, en = (Document(f"x.{n}", t, (), line_starts(t)) for n, t in (("zh", ZH), ("en", EN)))
    both = tuple(Sentence(Span(a, b), Lang.EN, Unit.SENTENCE) for a, b in ((0, 15), (16, len(EN))))
    one = Sentence(Span(6, 9), Lang.ZH, Unit.SENTENCE)
    return Alignment(zh, en, (Bead((), both, 0.25), Bead((one,), (), 0.5, moved=True)))


def test_a_row_a_bead() -> None:
    """Sentences are joined; a place runs from the first to the last."""
    table = to_pandas(_alignment())
    assert tuple(table.columns) == COLUMNS
    assert list(table["pair"]) == ["x.zh|x.en"] * 2
    assert list(table["kind"]) == ["0-2", "1-0"]
    assert list(table["score"]) == [0.25, 0.5]
    assert list(table["moved"]) == [False, True]
    assert list(table["en"]) == ["The pump opens. Water flows.", ""]
    assert list(table["zh"]) == ["", "水流。"]
    assert list(table.loc[0, ["en_line", "en_start", "en_end"]]) == [1, 0, len(EN)]
    assert list(table.loc[1, ["zh_line", "zh_start", "zh_end"]]) == [2, 6, 9]
    assert list(table["en_path"]) == ["x.en"] * 2


def test_an_empty_side_has_no_place() -> None:
    """Its numbers are missing, and the others are whole numbers all the same."""
    table = to_pandas(_alignment())
    assert table["zh_line"].isna().tolist() == [True, False]
    assert str(table["zh_start"].dtype) == "Int64"


def test_nothing_is_an_empty_table() -> None:
    """With the same columns and types."""
    empty, full = to_pandas([]), to_pandas([_alignment()])
    assert (len(empty), len(full)) == (0, 2)
    assert tuple(empty.columns) == COLUMNS
    assert (empty.dtypes[full.columns[3:5]] == full.dtypes[full.columns[3:5]]).all()
