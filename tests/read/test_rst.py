"""reStructuredText: sections, directives, lists, tables, fields, and that no input harms."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zhen_align.read.document import parse
from zhen_align.read.rst import read
from zhen_align.types import Kind, Lang, Span


def pieces(text: str) -> list[tuple[str, str]]:
    """Return the shape and the author's own characters of each piece."""
    return [(str(piece.shape), piece.span.of(text)) for piece in read(text).pieces]


# one text, its pieces, what it shows
CASES = [
    ("Title\n=====\n\nText.\n", [("heading", "Title"), ("text", "Text.")], "underline"),
    ("=====\nTitle\n=====\n", [("heading", "Title")], "overline"),
    ("标题\n====\n", [("heading", "标题")], "underline of a Chinese title"),
    ("A.\n\n-----\n\nB.\n", [("text", "A."), ("opaque", "-----"), ("text", "B.")], "rule"),
    ("One line\ngoes on.\n", [("text", "One line\ngoes on.")], "a paragraph over two lines"),
    ("So::\n\n  x = 1\n\n  y\n\nText.\n", [("text", "So::"), ("opaque", "x = 1\n\n  y"),
     ("text", "Text.")], "a literal block"),
    (".. code-block:: c\n   :linenos:\n\n   x;\n\nText.\n",
     [("opaque", ".. code-block:: c\n   :linenos:\n\n   x;"), ("text", "Text.")], "code"),
    (".. note:: Mind this.\n   And that.\n\n   More.\n\nText.\n",
     [("text", "Mind this.\n   And that."), ("text", "More."), ("text", "Text.")], "a note"),
    (".. admonition:: Mind\n   :class: x\n\n   This.\n", [("heading", "Mind"), ("text", "This.")],
     "a note with a title"),
    (".. figure:: a.png\n   :alt: b\n\n   The pump.\n\n   A legend.\n",
     [("caption", "The pump."), ("text", "A legend.")], "a figure"),
    (".. py:class:: Pump(a)\n\n   It opens.\n\n   :param a: the size\n",
     [("text", "It opens."), ("item", "the size")], "an unknown directive with fields"),
    (".. versionadded:: 2.1 New.\n", [("text", "New.")], "a version"),
    (".. _a: https://a.example\n.. [1] A note.\n.. |x| image:: y.png\n",
     [("opaque", ".. _a: https://a.example"), ("item", "A note."),
      ("opaque", ".. |x| image:: y.png")], "targets, footnotes, substitutions"),
    ("- One\n  goes on\n- Two\n\n  Its second.\n", [("item", "One\n  goes on"), ("item", "Two"),
     ("text", "Its second.")], "a list"),
    ("1. One\n#. Two\n(3) Three\na) Four\n", [("item", "One"), ("item", "Two"), ("item", "Three"),
     ("item", "Four")], "numbers"),
    ("term\n    What it is.\n", [("text", "term"), ("text", "What it is.")], "a definition"),
    ("| A verse\n| of two\n", [("text", "A verse"), ("text", "of two")], "lines kept apart"),
    (">>> 1 + 1\n2\n\nText.\n", [("opaque", ">>> 1 + 1\n2"), ("text", "Text.")], "a session"),
    ("+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+\n",
     [("opaque", "+---+---+"), ("row", "a | b"), ("opaque", "+===+===+"), ("row", "c | d"),
      ("opaque", "+---+---+")], "a grid"),
    ("===  ====\na b  c\n===  ====\n", [("opaque", "===  ===="), ("row", "a b  c"),
     ("opaque", "===  ====")], "columns"),
    (".. list-table:: Costs\n\n   * - Part\n     - Cost of\n       it\n   * - Pump\n     -\n",
     [("caption", "Costs"), ("row", "Part\n     - Cost of\n       it"), ("row", "Pump")],
     "a table of lists"),
    ("Text.\n..\n\nMore.\n", [("text", "Text."), ("text", "More.")], "an empty comment"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "gloss"), CASES, ids=[case[2] for case in CASES])
def test_constructs(text: str, expected: list[tuple[str, str]], gloss: str) -> None:
    """Each construct gives the pieces shown, whatever ends its lines."""
    assert pieces(text) == expected
    windows = text.replace("\n", "\r\n")
    assert pieces(windows) == [(shape, said.replace("\n", "\r\n")) for shape, said in expected]


def test_levels_are_those_of_the_order() -> None:
    """The first style is the highest; one between two lines is a style of its own."""
    text = "====\nA\n====\n\nB\n====\n\nC\n----\n\nD\n====\n\nE\n~~~~\n"
    assert [piece.level for piece in read(text).pieces] == [1, 2, 3, 2, 4]


def test_fields_on_top_are_metadata() -> None:
    """They say who and when; further down they are text."""
    text = (
        "Pumps\n=====\n\n:Author: Anna Berg\n:Date: 2026-05-01\n\nText here.\n\n:size: It is big.\n"
    )
    document = parse("a.rst", text)
    assert document.meta.authors == ("Anna Berg",)
    assert document.meta.date == "2026-05-01"
    assert [str(block.kind) for block in document.blocks][:3] == ["title", "metadata", "metadata"]
    assert document.blocks[-1].span.of(text) == "It is big."


def test_english_in_comments_above_the_chinese() -> None:
    """A comment is text kept in sight where the file has two languages, else it is none."""
    # the pump opens; the valve closes
    both = "".join(f".. {en}\n\n{zh}\n\n" for en, zh in (
        ("The pump opens for 3 seconds.", "水泵开启3秒。"), ("The valve closes.", "阀门关闭。"),
    ))  # fmt: skip
    found = [(b.lang, b.comment) for b in parse("a.rst", both).blocks]
    assert found == [(Lang.EN, True), (Lang.ZH, False)] * 2
    alone = "The pump opens.\n\n.. remember to check this later on\n\nThe valve closes again.\n"
    assert [b.kind for b in parse("a.rst", alone).blocks][1] is Kind.OPAQUE


@pytest.mark.parametrize("dots", [".. ", "..\n   ", "..  "])
def test_comments_for_programs_are_no_text(dots: str) -> None:
    """Even where other comments hold the source."""
    text = (
        f".. The pump opens.\n\n{dots}zhen-align-disable-next-line spacing -- two\n\n水泵开启。\n"
    )
    document = parse("a.rst", text)
    kinds = [b.kind for b in document.blocks if "zhen-align" in b.span.of(text)]
    assert kinds == [Kind.OPAQUE]


def test_roles_and_literals_are_opaque() -> None:
    """What stands in marks inside a line is no language."""
    text = "See :ref:`the page <a>` and ``x = 1`` or :math:`a^2` now."
    (block,) = parse("a.rst", text).blocks
    assert [span.of(text) for span in block.opaque] == [
        ":ref:`the page <a>`", "``x = 1``", ":math:`a^2`",
    ]  # fmt: skip


LINES = st.sampled_from(
    ["Title", "=====", "-----", "== ==", "+--+--+", "| a | b |", ".. note:: x", ".. code::", "..",
     ".. 注释", ".. _t:", ".. list-table:: t", "* - a", "- b", ":f: v", ":f:", "1. x", "- y",
     "Text::", ">>> x", "模型很大。", "The model is large.", "", " ", "\x0c", "😀", "| v"]
)  # fmt: skip
INDENTED = st.tuples(st.sampled_from(["", "  ", "   ", "     ", "\t"]), LINES).map("".join)


@given(st.lists(INDENTED, max_size=24), st.sampled_from(["\n", "\r\n", "\r"]))
@example([".. list-table:: t", "   * -", "     - b"], "\n")
@example(["=====", ""], "\n")
@example(["== ==", "a", "== =="], "\n")
@example([".. note:: x", "  == ==", "Title"], "\n")
@example(["..", "  >>> x", "Title", "====="], "\n")
def test_places_hold_whatever_the_input(lines: list[str], end: str) -> None:
    """Pieces rise without overlap, are trimmed, and hold their marks and cells."""
    text = end.join(lines)
    done = 0
    for piece in read(text).pieces:
        assert done <= piece.span.start < piece.span.end <= len(text)
        said = piece.span.of(text)
        assert said == said.strip()
        for inner in (*piece.opaque, *piece.cells):
            assert piece.span.start <= inner.start <= inner.end <= piece.span.end
        done = piece.span.end
    parse("a.rst", text)


HOSTILE = [
    "\n".join(" " * n + ".. note::" for n in range(600)),
    "=\n" * 50_000, "..\n" * 50_000, ":a:\n" * 50_000, "a::\n\n" * 30_000, "\n" * 200_000,
    ":" * 200_000, "| " * 50_000, "+-" * 50_000, "- " * 50_000, "== " * 50_000,
    ".. a" * 50_000, ">>> a\n" * 50_000, "* - a\n" * 30_000,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:8].strip() for text in HOSTILE])
def test_time_grows_with_the_text_only(text: str) -> None:
    """A hundred thousand marks take seconds at most, also on a machine that is busy."""
    began = time.process_time()
    read(text)
    assert time.process_time() - began < 8


# a grid, the words of its cells
GRIDS = [
    ("+---+-----+\n| a | b   |\n|   | c d |\n+---+-----+\n", [["a", "b c d"]], "goes on below"),
    ("+---+-----+\n| a | b   |\n| e | c d |\n+---+-----+\n", [["a", "b"], ["e", "c d"]],
     "two cells below: lines of their own"),
    ("+---+-----+\n| a | b   |\n| e |     |\n+---+-----+\n", [["a", "b"], ["e"]],
     "another cell stands between"),
    ("+---+---+\n| a |   |\n| b |   |\n+---+---+\n", [["a b"]], "nothing stands between"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cells", "gloss"), GRIDS, ids=[row[2] for row in GRIDS])
def test_cells_of_several_lines(text: str, cells: list[list[str]], gloss: str) -> None:
    """A cell goes on in the next line if no other cell stands between its lines."""
    rows = [piece for piece in read(text).pieces if piece.shape == "row"]

    def said(cell: Span, marks: tuple[Span, ...]) -> str:
        words, done = "", cell.start
        for mark in marks:
            if cell.start <= mark.start and mark.end <= cell.end:
                words, done = f"{words}{text[done : mark.start]} ", mark.end
        return words + text[done : cell.end]

    assert [[said(cell, row.opaque) for cell in row.cells] for row in rows] == cells
