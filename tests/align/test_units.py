"""What the blocks of a document give to alignment."""

import pytest

from zhen_align.align.align import align_document
from zhen_align.align.units import units
from zhen_align.types import Block, Document, Kind, Lang, Span, Unit

# kind, text, the units with | between them, what they are; the note names the case
UNITS = [
    (Kind.HEADING, "II. 方法。结果", "II. 方法。结果", Unit.HEADING, "a heading is whole"),
    (Kind.TITLE, "多少？够了", "多少？够了", Unit.TITLE, "a title is whole"),  # how much? enough
    (Kind.PARAGRAPH, "下雨了。停了。", "下雨了。|停了。", Unit.SENTENCE, "rain and its end"),
    (Kind.ITEM, "一。二。", "一。|二。", Unit.ITEM, "an item's sentences"),
    (Kind.CAPTION, "图1：流程。", "图1：流程。", Unit.CAPTION, "a caption"),  # Fig. 1: the flow
]


def document(text: str, kind: Kind, cells: tuple[Span, ...] = ()) -> Document:
    """Return a document of one block that does not begin at the beginning."""
    shifted = tuple(span.shifted(by=3) for span in cells)
    block = Block(Span(3, 3 + len(text)), kind, Lang.ZH, cells=shifted)
    return Document("x", f"\n\n {text}\n", (block,))


@pytest.mark.parametrize(
    ("kind", "text", "marked", "unit", "note"), UNITS, ids=[row[4] for row in UNITS]
)
def test_units_of_a_block(kind: Kind, text: str, marked: str, unit: Unit, note: str) -> None:
    """Each row gives the stretches between its bars, at their places in the file."""
    it = document(text, kind)
    found = units(it, 0, Lang.ZH)
    assert [each.span.of(it.text) for each in found] == marked.split("|")
    assert {(each.unit, each.lang, each.block) for each in found} == {(unit, Lang.ZH, 0)}


def test_cells_of_a_row() -> None:
    """Each cell without its blanks; an empty one gives nothing."""
    it = document("| 甲 | | 乙 |", Kind.ROW, (Span(1, 4), Span(5, 6), Span(7, 10)))  # A, B
    assert [each.span.of(it.text) for each in units(it, 0, Lang.ZH)] == ["甲", "乙"]


def test_items_of_a_keyword_list() -> None:
    """Each item without its blanks, as the reader cut them; the label is none."""
    text = "关键词：语言； 图像"  # keywords: language; image
    it = document(text, Kind.KEYWORDS, (Span(4, 6), Span(7, 10)))
    found = units(it, 0, Lang.ZH)
    assert [each.span.of(it.text) for each in found] == ["语言", "图像"]
    assert {each.unit for each in found} == {Unit.KEYWORD}


def test_what_is_no_language_is_not_cut() -> None:
    """A full stop inside code ends no sentence."""
    text = "见 a。b 处。"  # see at a.b
    block = Block(Span(0, len(text)), Kind.PARAGRAPH, Lang.ZH, opaque=(Span(2, 5),))
    found = units(Document("x", text, (block,)), 0, Lang.ZH)
    assert [each.span.of(text) for each in found] == [text]


def test_cells_that_hold_both_languages() -> None:
    """A cell with a slash gives two units; a quantity that stands alone is no bead."""
    text = "病程 | course | 9 days / 9天 | 5公里 | 5 km | 1.0-5.0 mm"  # course of a disease
    cells, at = [], 0
    for cell in text.split(" | "):
        cells.append(Span(at, at + len(cell)))
        at += len(cell) + 3
    row = Block(Span(0, len(text)), Kind.ROW, Lang.MIXED, cells=tuple(cells))
    found = align_document(Document("x", text, (row,))).beads
    said = {tuple(s.span.of(text) for s in (*b.zh, *b.en)) for b in found}
    assert said == {("病程", "course"), ("9天", "9 days"), ("5公里", "5 km")}
    assert {bead.kind for bead in found} == {"1-1"}
