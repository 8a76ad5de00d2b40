"""Opaque stretches inside a text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhen_align.text.opaque import opaque

# the text, with ⟦ ⟧ around what is opaque; the gloss names the case
CASES = [
    ("调用 ⟦`fit()`⟧ 函数", "code"),
    ("写作⟦``a`b``⟧即可", "code with a backtick in it"),
    ("a lone ` is nothing", "lone backtick"),
    ("见⟦:numref:`fig_a`⟧与 ⟦:py:class:`A`⟧", "roles, also after Chinese"),
    ("see ⟦{cite}`smith2020`⟧.", "MyST role"),
    ("令⟦$x_1^2$⟧为和", "formula"),
    ("价格$5和$10不同", "money in Chinese"),
    ("it costs $5 and then $10", "money in English"),
    ("paid $5, or 3$ less", "money on both sides"),
    ("⟦$a \\text{若} b$⟧", "words inside a formula"),
    ("⟦$$E=mc^2$$⟧", "display formula"),
    ("⟦\\(a+b\\)⟧ 和 ⟦\\cite{abc}⟧", "LaTeX"),
    ("见⟦[⟧文档⟦](https://example.org/a_(b))⟧。", "a link keeps its words"),
    ("⟦![⟧结构图⟦](../img/a.png)⟧", "an image keeps its caption"),
    ("⟦[⟧⟦![⟧badge⟦](https://example.org/a.svg)⟧⟦](https://example.org)⟧", "image in a link"),
    ("数组 [0](次) 之外", "no address in the brackets after"),
    ("见⟦https://example.org/a?b=1⟧。后文", "address before a Chinese full stop"),
    ("(see ⟦https://example.org/a⟧).", "address in brackets"),
    ("⟦https://example.org/a_(b)⟧)", "an address keeps the brackets that it opened"),
    ("访问⟦www.example.org⟧，", "address without scheme"),
    ("代码在⟦example.org/team/repo⟧中", "bare host with a path"),
    ("and/or, e.g./i.e., 1.5/2.5", "slashes that are no address"),
    ("DOI:⟦10.1000/xyz.2024⟧.", "DOI"),
    ("邮箱:⟦name.x@mail.example.org⟧)", "e-mail"),
    ("⟦<b>⟧重要⟦</b>⟧", "tags"),
    ("⟦<img src='a.png' alt=\"图 1\"/>⟧", "tag with attributes"),
    ("when a<b and c>d", "less-than is no tag"),
    ("⟦<!-- 注 -->⟧正文", "comment"),
    ("第 ⟦{name}⟧ 项，⟦${HOME}⟧，⟦{{ value }}⟧", "placeholders"),
    ("共%5，占⟦%s⟧个，50%d", "printf"),
    ("a⟦&nbsp;⟧b & c; d", "entity"),
    ("如文献⟦[^1]⟧和⟦[@smith2020]⟧所述[12]", "footnote and key, but no number"),
]


@pytest.mark.parametrize(("marked", "gloss"), CASES, ids=[gloss for _, gloss in CASES])
def test_finds(marked: str, gloss: str) -> None:
    """Each row is opaque exactly between its brackets."""
    text = marked.replace("⟦", "").replace("⟧", "")
    shown = text
    for span in reversed(opaque(text)):
        shown = f"{shown[: span.start]}⟦{span.of(text)}⟧{shown[span.end :]}"
    assert shown == marked


@given(st.text(alphabet="`$[](){}<>!:/@.%&;\\ a1词，-", max_size=60))
def test_spans_are_in_order_and_apart(text: str) -> None:
    """Whatever the text, the spans rise, do not overlap, and none is empty."""
    ends = [place for span in opaque(text) for place in (span.start, span.end)]
    assert ends == sorted(ends)
    assert all(span.start < span.end for span in opaque(text))


@pytest.mark.parametrize(
    "unit",
    ["`a", "``a`b", "[", "](", "![a", "<a ", "<a b=", "$a", "http://)", "a@", "{", "<!--", "\\("],
)
def test_time_is_linear(unit: str) -> None:
    """A hundred kilobytes of nothing but openers take well under two seconds."""
    start = time.process_time()
    opaque(unit * (100_000 // len(unit)))
    assert time.process_time() - start < 2
