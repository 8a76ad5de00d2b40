"""LaTeX: what is text in it, where, and that no input harms."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zhen_align.align.align import align_pair
from zhen_align.align.outputs import tmx
from zhen_align.align.units import units
from zhen_align.lint.engine import lint
from zhen_align.read.document import parse
from zhen_align.read.latex import read
from zhen_align.read.pieces import Shape
from zhen_align.types import Kind, Lang


def pieces(text: str) -> list[tuple[str, str]]:
    """Return the shape and the author's own characters of each piece."""
    return [(str(piece.shape), piece.span.of(text)) for piece in read(text).pieces]


def spoken(text: str) -> list[str]:
    """Return what each piece says without what is opaque."""
    said = []
    for piece in read(text).pieces:
        words, done = "", piece.span.start
        for mark in sorted(piece.opaque):
            words += text[done : mark.start] + " " if mark.start >= done else ""
            done = max(done, mark.end)
        said.append(" ".join((words + text[done : piece.span.end]).split()))
    return said


# one text, its pieces, what it shows
CASES = [
    ("One line.\nGoes on.\n\nAnother.", [("text", "One line.\nGoes on."), ("text", "Another.")],
     "a blank line parts paragraphs"),
    ("\\section{Methods}\\label{s}\nText.", [("heading", "Methods"), ("text", "Text.")], "section"),
    ("\\section*[短]{Why \\emph{not}?}", [("heading", "Why \\emph{not}?")], "star and option"),
    ("\\section\n{Methods}", [("heading", "Methods")], "an argument on the next line"),
    ("\\paragraph{Soil.} It is wet.", [("heading", "Soil."), ("text", "It is wet.")], "run in"),
    ("A. % not this\nB.", [("text", "A. % not this\nB.")], "a comment parts nothing"),
    ("% only\nText.", [("text", "Text.")], "a comment before a text"),
    ("50\\% and R\\&D.", [("text", "50\\% and R\\&D.")], "an escaped mark is no comment"),
    ("\\item One.\n\\item[b] Two.", [("item", "One."), ("item", "Two.")], "items"),
    ("\\begin{abstract}\nShort.\n\\end{abstract}\nLong.", [("text", "Short."), ("text", "Long.")],
     "an environment parts"),
    ("A\n\\[ x \\]\nof $y$.", [("text", "A\n\\[ x \\]\nof $y$.")], "a formula does not"),
    ("A\n\\begin{align*}x\\end{align*}\nb.", [("text", "A\n\\begin{align*}x\\end{align*}\nb.")],
     "nor does one in an environment"),
    ("\\begin{figure}[t]\\includegraphics{a.png}\\caption[s]{The {\\bf robot}.}\\end{figure}",
     [("caption", "The {\\bf robot}.")], "caption"),
    ("\\begin{verbatim}\n\\section{X}\n\\end{verbatim}\nT.", [("text", "T.")], "verbatim"),
    ("\\begin{verbatim}\nT.", [("text", "T.")], "verbatim that is never closed"),
    ("\\begin{tabular}{ll}\\hline a & \\textbf{b} \\\\[2pt] \\hline c & \\end{tabular}",
     [("row", "a & \\textbf{b}"), ("text", "c")], "table"),
    ("\\title{T: \\\\ u}\\author{A}\\begin{document}B.\\end{document}C.",
     [("heading", "T: \\\\ u"), ("metadata", "A"), ("text", "B.")], "preamble and end"),
    ("\\newcommand{\\x}{some words}\\begin{document}B.\\end{document}", [("text", "B.")],
     "definitions are no text"),
    ("\\noindent{\\small Words} end. \\label{l}", [("text", "Words} end.")], "layout at the edges"),
    ("\\input{chapter one}Text.", [("text", "Text.")], "no file is followed"),
    ("\\section{} Text.", [("text", "Text.")], "a heading without words"),
    ("\\section", [], "a heading without an argument"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "gloss"), CASES, ids=[case[2] for case in CASES])
def test_constructs(text: str, expected: list[tuple[str, str]], gloss: str) -> None:
    """Each construct gives the pieces shown, whatever ends its lines."""
    assert pieces(text) == expected
    windows = text.replace("\n", "\r\n")
    assert pieces(windows) == [(shape, said.replace("\n", "\r\n")) for shape, said in expected]


# a text and what it says
SAID = [
    ("It \\emph{never} sleeps.", "It never sleeps."),
    ("See~\\cite[p.~2]{a,b} and \\ref{c}.", "See~ and ."),
    ("At \\url{https://a.example/b_c}, \\verb|x % y| too.", "At , too."),
    ("\\href{https://a.example}{The page} says.", "The page says."),
    ("\\textcolor{red}{All of it} is red.", "All of it is red."),
    ("The \\gls{llm} of \\unknown{id-1} runs.", "The of runs."),
    ("Here \\myown{these are words} end.", "Here these are words end."),
    ("这里\\myown{词}结束。", "这里 词 结束。"),  # here a word ends
    ("Cost: \\$5 and $x_1$ each.", "Cost: \\$5 and each."),
    ("A mark.\\footnote{See below.} More.", "A mark. See below. More."),
    ("One{\\bf two}three \\LaTeX{} four.", "One two three four."),
]


@pytest.mark.parametrize(("text", "said"), SAID, ids=[text for text, _ in SAID])
def test_what_is_no_language_is_opaque(text: str, said: str) -> None:
    """Names, keys and formulas are; words that a command sets are not."""
    assert spoken(text) == [said]


def test_levels() -> None:
    """Headings have the depth of their commands, items that of their lists."""
    text = (
        "\\chapter{A}\\section{B}\\subsubsection{C}\\begin{itemize}\\item d"
        "\\begin{enumerate}\\item e\\end{enumerate}\\item f\\end{itemize}"
    )
    assert [piece.level for piece in read(text).pieces] == [1, 2, 4, 1, 2, 1]


def test_a_paper_in_two_files_is_aligned() -> None:
    """Title, headings, sentences around formulas, items and captions find their partners."""
    frame = (
        "\\documentclass{{article}}\n\\title{{{}}}\n\\begin{{document}}\n\\maketitle\n"
        "\\section{{{}}}\n{}\n\\begin{{equation}}\n  w = 12 h\n\\end{{equation}}\n{}\n"
        "\\begin{{itemize}}\n  \\item {}\n\\end{{itemize}}\n"
        "\\begin{{figure}}\\caption{{{}}}\\end{{figure}}\n\\end{{document}}\n"
    )
    english = frame.format(
        "The Watering Robot", "Introduction",
        "The robot carries \\textbf{12} litres of water~\\cite{berg}. The weight is",
        "where $h$ is the height of the tank.", "The pump opens for 3 seconds.",
        "The robot in the garden",
    )  # fmt: skip
    chinese = frame.format(
        "浇水机器人", "引言", "机器人携带\\textbf{12}升水\\cite{berg}。重量为",
        "其中$h$是水箱的高度。", "水泵开启3秒。", "花园里的机器人",
    )  # fmt: skip
    zh, en = parse("a.zh.tex", chinese), parse("a.en.tex", english)
    alignment = align_pair(zh, en)
    both = [bead for bead in alignment.beads if bead.zh and bead.en]
    assert len(both) == len(alignment.beads) >= 6
    assert {block.lang for block in zh.blocks} == {Lang.ZH}
    assert [b.kind for b in en.blocks[:2]] == [Kind.TITLE, Kind.HEADING]


PARTS = st.sampled_from(
    ["\\section{", "\\caption{", "\\item ", "\\emph{", "\\title{", "\\author{", "{", "}", "[", "]",
     "\\begin{document}", "\\end{document}", "\\begin{itemize}", "\\end{itemize}",
     "\\begin{verbatim}", "\\end{verbatim}", "\\begin{tabular}{l}", "\\end{tabular}",
     "\\begin{equation}",
     "\\end{equation}", "&", "\\\\", "\\hline", "$", "$$", "\\[", "\\]", "\\(", "\\)", "%", "\\%",
     "\n", "\r\n", "\n\n", "\\verb|a|", "\\foo", "\\", "~", "词。", "a word. ", "x", "😀"]
)  # fmt: skip


@given(st.lists(PARTS, max_size=40).map("".join))
@example("\\section{a\n\nb}")
@example("\\begin{tabular}{l}a&\\section{b}\\\\c\\end{tabular}")
@example("\\section{\\caption{a}}")
@example("\\begin{tabular}{l}[&&")
def test_places_hold_whatever_the_input(text: str) -> None:
    """Pieces rise without overlap, are trimmed, and hold their marks and cells."""
    end = 0
    for piece in read(text).pieces:
        assert end <= piece.span.start < piece.span.end <= len(text)
        said = piece.span.of(text)
        assert said == said.strip()
        for inner in (*piece.opaque, *piece.cells):
            assert piece.span.start <= inner.start <= inner.end <= piece.span.end
        end = piece.span.end
    parse("a.tex", text)


HOSTILE = [
    "{" * 100_000, "\\emph{" * 50_000, "\\begin{a}" * 30_000, "$" * 100_001, "\\[" * 50_000,
    "\\verb|" * 30_000, "\\section" * 30_000, "%" * 100_000, "\\begin{verbatim}" * 20_000,
    "\\a[" * 50_000, "\\a{b}" * 50_000, "\n" * 100_000, "\\begin{tabular}" + "&" * 100_000,
    "\\section{" * 20_000 + "a" + "}" * 20_000, "\\a" + "{b c}" * 50_000,
    "\\emph{" * 30_000 + "a" + "}" * 30_000,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:12] for text in HOSTILE])
def test_time_grows_with_the_text_only(text: str) -> None:
    """A hundred thousand marks take seconds at most, also on a machine that is busy."""
    began = time.process_time()
    read(text)
    assert time.process_time() - began < 8


def test_a_row_has_its_cells() -> None:
    """Those that are empty keep their place."""
    text = (
        "\\begin{tabular}{lll}\na & & \\multicolumn{1}{c}{b d} \\\\\nc & e & f \\\\\n\\end{tabular}"
    )
    rows = [piece for piece in read(text).pieces if piece.shape is Shape.ROW]
    assert [[cell.of(text) for cell in row.cells] for row in rows] == [
        ["a", "", "\\multicolumn{1}{c}{b d}"],
        ["c", "e", "f"],
    ]


# a text, its sentences, what it shows
SENTENCES = [
    ("It is.\\footnote{See below.} More.", ["It is.", "\\footnote{See below.}", "More."],
     "a note behind a sentence is one"),
    ("The robot\\footnote{It is small. It is wet.} runs. It stops.",
     ["The robot\\footnote{It is small. It is wet.} runs.", "It stops."],
     "a note within a sentence does not cut it"),
    ("机器人\\footnote{它很小。它很湿。}会跑。它停了。",
     ["机器人\\footnote{它很小。它很湿。}会跑。", "它停了。"], "nor in Chinese"),
    ("水箱\\footnote{见下文。}。更多。", ["水箱\\footnote{见下文。}。", "更多。"],
     "nor before the stop"),
    ("He said \\emph{Go home.} Then he left.", ["He said \\emph{Go home.}", "Then he left."],
     "a brace closes with its stop"),
    ("It is. % not this. No.\nIt goes.", ["It is.", "It goes."], "a comment between sentences"),
    ("It % no. Never.\nis.", ["It % no. Never.\nis."], "a comment within one"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected", "gloss"), SENTENCES, ids=[case[2] for case in SENTENCES]
)
def test_sentences(text: str, expected: list[str], gloss: str) -> None:
    """Notes and comments are no place where sentences end."""
    document = parse("a.tex", text)
    found = [
        sentence.span.of(text)
        for number, block in enumerate(document.blocks)
        for sentence in units(document, number, block.lang)
    ]
    assert found == expected


def test_a_memory_has_no_comments() -> None:
    """What a translation memory holds is what is printed."""
    zh = parse("a.zh.tex", "土壤 % 待查\n是湿的。")  # the soil % to check / is wet
    en = parse("a.en.tex", "The soil % check\nis wet.")
    memory = "".join(tmx.render([align_pair(zh, en)], Lang.ZH))
    assert "The soil is wet." in memory
    assert "%" not in memory


# English, Chinese, the rules that speak
COMPARED = [
    ("The weight of the robot is\n\\begin{equation}\\label{e}\n w = 12 h\n\\end{equation}\nthere.",
     "机器人的重量为\n\\begin{equation}\\label{f}\n w = 12 h\n\\end{equation}\n在此。", set()),
    ("The weight of the robot is\n\\begin{align*}\n w = 12 h\n\\end{align*}\nthere.",
     "机器人的重量为\n\\begin{align*}\n w = 21 h\n\\end{align*}\n在此。", {"markup-mismatch"}),
    ("The robot weighs 12~kg.", "机器人重12~kg。", set()),
    ("The robot weighs 12\\,kg.", "机器人重12~g。", {"unit-mismatch"}),
]  # fmt: skip


@pytest.mark.parametrize(("en", "zh", "rules"), COMPARED, ids=[row[0] for row in COMPARED])
def test_formulas_and_units_are_compared(en: str, zh: str, rules: set[str]) -> None:
    """What an environment sets, and what a tie joins, counts; labels do not."""
    zh = f"机器人给植物浇水。{zh}水箱很小。"
    en = f"The robot waters the plants. {en} The tank is small."
    pair = align_pair(parse("a.zh.tex", zh), parse("a.en.tex", en))
    found = lint([pair]).findings
    assert {finding.rule for finding in found if finding.severity != "info"} == rules
