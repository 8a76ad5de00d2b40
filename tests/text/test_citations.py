"""What a text cites, in one form for both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhen_align.text.citations import citations
from zhen_align.text.opaque import opaque

# the text, and kind:key of everything cited; the gloss names the case
CASES = [
    ("见[7]-[9]。", "cite:7 cite:8 cite:9", "a range of brackets"),
    ("见[7, 9-11]。", "cite:7 cite:9 cite:10 cite:11", "a list in one bracket"),
    ("见【3】。", "cite:3", "Chinese brackets"),
    ("GPT-3[110]更好。", "cite:110", "glued to a name that ends in a figure"),
    ("区间 [0, 1] 之内", "", "an interval begins with nought"),
    ("see [3](a.md)", "", "the text of a link"),
    ("Figs. 3 and 4, Table II", "figure:3 figure:4 table:2", "a list, Roman numerals"),
    ("图3和表2", "figure:3 table:2", "figure and table side by side"),
    ("图 3 至 5", "figure:3 figure:4 figure:5", "a range of figures"),
    ("图1至图3", "figure:1 figure:2 figure:3", "a range that names its kind twice"),
    ("Table 1 to Table 3", "table:1 table:2 table:3", "the same in English"),
    ("Fig. 1 and Table 3", "figure:1 table:3", "two kinds are no range"),
    ("Figures 1-3", "figure:1 figure:2 figure:3", "several figures"),
    ("Figure 1-3", "figure:1.3", "one figure"),
    ("第2节至第4节", "section:2 section:3 section:4", "a range of sections"),
    ("表Ⅳ", "table:4", "a Roman numeral in one character"),
    ("见〔3〕。", "cite:3", "tortoise-shell brackets"),
    ("见{cite:t}`a`和{eq}`b`", "role:a role:b", "roles with a manner, roles of equations"),
    ("第三节与第十二章", "section:3 section:12", "Chinese numerals"),
    ("3.2节", "section:3.2", "a bare number before its word"),
    ("参见第II-B节", "section:2.B", "a letter after a Roman numeral"),
    ("(see Section II-B)", "section:2.B", "the bracket is not part of it"),
    ("第一篇论文", "", "the first paper"),
    ("由式(3)得", "equation:3", "an equation"),
    ("附录A与算法1", "appendix:A algorithm:1", "an appendix, an algorithm"),
    ("in part a of the table", "", "small letters are words"),
    ("（Moreau, 2020）", "year:2020", "name and year in brackets"),
    ("Moreau et al. (2020a)", "year:2020a", "the year alone in brackets"),
    ("莫罗等（2020）", "year:2020", "a Chinese name"),
    ("(Moreau, 2019; Li, 2020)", "year:2019 year:2020", "two in one bracket"),
    ("Nature, 2020", "", "no brackets, no fellow authors"),
    ("(March, 2020)", "", "a month"),
    ("见 :cite:`a.2020,b.2021`", "role:a.2020 role:b.2021", "a role with two keys"),
    ("见 :numref:`fig x <fig_x>`", "role:fig_x", "a role with its own words"),
    (r"见 \citep{a}", "role:a", "a command"),
    ("注。[^2] [@li2020]", "note:2 role:li2020", "a footnote and a key"),
    ("用 :term:`a`", "", "a role that refers to nothing"),
]


def found(text: str) -> str:
    """Return what is cited, in short."""
    hidden = opaque(text)
    plain = text
    for span in hidden:
        plain = plain[: span.start] + "\ufffc" * (span.end - span.start) + plain[span.end :]
    return " ".join(f"{c.kind}:{c.key}" for c in citations(text, plain, hidden))


@pytest.mark.parametrize(("text", "expected", "gloss"), CASES, ids=[c[2] for c in CASES])
def test_reads(text: str, expected: str, gloss: str) -> None:
    """Each row cites exactly what stands beside it."""
    assert found(text) == expected


def test_spans() -> None:
    """A citation is the stretch that a reader would mark."""
    text = "见（Moreau, 2020）和图 3、4，以及 [7]-[9]。"
    spans = [c.span.of(text) for c in citations(text, text, ())]
    assert spans == ["（Moreau, 2020）", "图 3、4", "图 3、4", "[7]-[9]", "[7]-[9]", "[7]-[9]"]


@given(st.text(alphabet="[]()（）0129-~,、图表第节章 .ILabcFigTableet\n等年", max_size=60))
def test_any_text(text: str) -> None:
    """No text breaks it, and every span lies inside."""
    assert all(0 <= c.span.start < c.span.end <= len(text) for c in citations(text, text, ()))
