"""What holds for every document: places, order, encodings, time."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zhen_align.read.decode import decode, encode
from zhen_align.read.document import READERS, parse
from zhen_align.text.lines import line_starts
from zhen_align.types import Document

LINES = st.sampled_from(
    [
        "# 模型 Model", "模型很大，但训练很慢。", "The model is large.", "- 一项 `x`",
        "> 引文 $x$。",
        "> The quote goes on", "| 甲 | a |", "|---|---|", "```", "$$", "$$x$$", "<!-- A comment",
        "-->",
        "<!-- # One line -->", "---", "title: 甲", "关键词：甲；乙", "![图](a.png)",
        "<p>段<b>落</b></p>",
        "<tr><td>甲<td>乙", "</table>", ":label:`a`", "    x = 1", "1. 一", "a | b", "", "", " ",
        "===",
        "首页 | 目录 | 登录", "Fig. 1: x", "😀\u3000é", "<script>", ".. code::", ":::note",
        "\x0c\u2028",
    ]
)  # fmt: skip
ENDS = st.sampled_from(["\n", "\r\n", "\r"])
FORMATS = st.sampled_from(sorted(READERS))
PROSE = st.sampled_from(["markdown", "text", "html", "latex", "rst"])  # all that is said is text
TEXTS = st.lists(st.tuples(LINES, ENDS)).map(lambda rows: "".join(a + b for a, b in rows))
WILD = st.text(alphabet="#>-|`$<!/\\[](){}:.*=~ \t\n\r词。，Aa1:'\"&;", max_size=80)


def check(document: Document) -> None:
    """Assert what every later room relies on."""
    text = document.text
    end = group = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(text)
        words = block.span.of(text)
        assert words == words.strip()
        for inner in (block.opaque, block.cells):
            places = [place for span in inner for place in (span.start, span.end)]
            assert places == sorted(places)
            assert all(block.span.start <= place <= block.span.end for place in places)
        assert group <= block.group <= group + 1
        end, group = block.span.end, block.group
    assert document.lines == line_starts(text)


@given(TEXTS, FORMATS)
@example("<tr><td>甲<td>乙\n<script>\n<img alt='丙'>", "html")
@example("<code>\n<img alt='丙'>\n甲", "html")
def test_blocks_are_in_order_apart_and_trimmed(text: str, kind: str) -> None:
    """Blocks rise without overlap, hold what they contain, and begin and end with words."""
    check(parse("a", text, format=kind))


@given(WILD, FORMATS)
def test_any_text_can_be_read(text: str, kind: str) -> None:
    """No text crashes a reader."""
    check(parse("a", text, format=kind))


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16-le-sig", "utf-16-be-sig"]))
def test_places_are_those_of_the_file_on_disk(text: str, encoding: str) -> None:
    """Through every encoding the blocks are the same places of the same text."""
    decoded, _ = decode(encode(text, encoding), "a.md")
    assert decoded == text
    assert parse("a.md", decoded).blocks == parse("a.md", text).blocks


@given(st.lists(st.sampled_from(["甲乙丙丁。", "The model is large."]), min_size=1), ENDS, PROSE)
def test_no_words_are_lost(lines: list[str], end: str, kind: str) -> None:
    """Whatever is neither mark nor blank stands in some block."""
    text = end.join(lines)
    words = "".join(b.span.of(text) for b in parse("a", text, format=kind).blocks)
    assert "".join(words.split()) == "".join(text.split())


@pytest.mark.parametrize("kind", ["markdown", "text", "html"])
@pytest.mark.parametrize(
    "unit",
    ["```\n", "```a\n", "$$\n", "<!--\n", "- ", "> ", "|", "a|b\n", "<div>", "<tr><td>", "<script>",
     "\\begin{a}\n", "词，\n", "关键词:", "Anna Berg, ", "- a\n", "---\n", ".. code::\n", "<a b='"],
)  # fmt: skip
def test_time_is_linear(unit: str, kind: str) -> None:
    """Twenty kilobytes of anything repeated take a fraction of a second."""
    text = unit * (20_000 // len(unit))
    start = time.process_time()
    parse("a", text, format=kind)
    assert time.process_time() - start < 4


def test_a_long_line_is_read() -> None:
    """A megabyte in one line is one block, in bounded time."""
    text = "模型很大，但训练很慢，见 `fit()` 与 $x$。" * 40_000
    start = time.process_time()
    assert len(parse("a.md", text).blocks) == 1
    assert time.process_time() - start < 5


def test_many_blocks_are_read_quickly() -> None:
    """A file of 1,200 pairs takes a fraction of a second."""
    text = "The model is large, and `fit()` is slow.\n模型很大，而且 `fit()` 很慢。\n" * 1_200
    start = time.process_time()
    assert len(parse("a.md", text).blocks) == 2_400
    assert time.process_time() - start < 3


def test_the_suffix_names_the_format() -> None:
    """Known suffixes have a reader; anything else is plain text."""
    formats = [parse(name, "").format for name in ("a.MD", "a.htm", "a.txt", "a", "a.xyz")]
    assert formats == ["markdown", "html", "text", "text", "text"]
