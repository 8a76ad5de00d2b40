"""What a report looks like in each format."""

import json
import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhen_align.errors import UsageError
from zhen_align.glossary.rows import Row, Status
from zhen_align.lint.engine import Options, lint
from zhen_align.lint.outputs import OUTPUTS, render
from zhen_align.lint.outputs.cells import excerpt, width
from zhen_align.lint.report import Report
from zhen_align.lint.rules import RULES
from zhen_align.types import Alignment, Span

Align = Callable[..., Alignment]
ROWS = (
    Row("token", "令牌", status=Status.FORBIDDEN, note="see 7"),
    Row("token", "词元", status=Status.PREFERRED),
)
FAULTY = ("共5.85亿个，令牌在内。", "It has 5.85B of them, tokens included.")


@pytest.fixture
def report(align: Align) -> Report:
    """Return two findings about one pair of sentences."""
    return lint([align(FAULTY)], ROWS, Options(TWO, "zh"))


TEXT = """\
x.zh.md:1:2 error number-mismatch: 5.85B is 58.5亿, not 5.85亿 (10x too small)
  zh  共5.85亿个，令牌在内。
        ^^^^^^
  en  It has 5.85B of them, tokens included.
             ^^^^^
    expected: 58.5亿

x.zh.md:1:9 error term-forbidden: 令牌 is forbidden for tokens; the glossary wants 词元 (see 7)
  zh  共5.85亿个，令牌在内。
                  ^^^^
  en  It has 5.85B of them, tokens included.
                            ^^^^^^
    expected: 词元

2 errors; checked 2 files, 1 pair; aligned 100% of the Chinese and 100% of the English; \
2 judged glossary rows; rules: number-mismatch, term-forbidden
"""

# what other rules say of the same texts is no business of these tests
TWO = {name: "off" for name in RULES if name not in ("number-mismatch", "term-forbidden")}


NUMBERS = Options({name: "off" for name in RULES if name != "number-mismatch"}, "zh")


def test_text(report: Report) -> None:
    """Carets stand under the marked cells, two to a Chinese character; the coverage is last."""
    assert render(report) == TEXT
    assert "\x1b[31;1merror\x1b[0m" in render(report, color=True)


def test_text_marks_the_place_in_its_own_sentence(align: Align) -> None:
    """Further down in a file the caret stands under the fault all the same."""
    text = render(lint([align(("无。", "None."), FAULTY)], (), Options(TWO, "zh")))
    assert "  zh  共5.85亿个，令牌在内。\n        ^^^^^^\n" in text


def test_text_groups_repeats(align: Align) -> None:
    """The same words about other places are said once, with their number and places."""
    text = render(lint([align(FAULTY, FAULTY, FAULTY)], (), Options(TWO, "zh")))
    assert text.count("number-mismatch: 5.85B") == 1
    assert "(10x too small) ×3\n" in text
    assert "also: 2:2, 3:2\n" in text


def test_text_says_what_could_not_be_checked() -> None:
    """An empty run is not taken for a clean one."""
    assert render(Report()) == (
        "no findings; checked 0 files, 0 pairs; aligned 0% of the Chinese and 0% of the English; "
        "0 judged glossary rows; rules: none\n"
    )


def test_text_passes_no_control_characters_on(align: Align) -> None:
    """What a file holds cannot steer the terminal."""
    zh = FAULTY[0].replace("，", "\x1b[2J")
    assert "\x1b" not in render(lint([align((zh, FAULTY[1]))], (), Options(TWO, "zh")))


def test_json(report: Report) -> None:
    """Every key of the contract is there, and places give back their text."""
    whole = json.loads(render(report, "json"))
    assert list(whole) == ["version", "coverage", "findings", "baseline", "unused_disables"]
    assert whole["coverage"] == {
        "files": 2, "pairs": 1, "unpaired": [], "aligned_share": {"zh": 1.0, "en": 1.0},
        "glossary_rows": 2, "glossary_rows_never_matchable": 0,
        "rules": ["number-mismatch", "term-forbidden"],
    }  # fmt: skip
    number, term = whole["findings"]
    fingerprint = number.pop("fingerprint")
    assert len(fingerprint) == 16
    assert number == {
        "rule": "number-mismatch", "severity": "error", "path": "x.zh.md", "line": 1, "column": 2,
        "end_line": 1, "end_column": 7, "start": 1, "end": 6,
        "message": "5.85B is 58.5亿, not 5.85亿 (10x too small)", "found": "5.85亿",
        "expected": ["58.5亿"],
        "zh": {"path": "x.zh.md", "line": 1, "start": 0, "end": 13, "text": FAULTY[0]},
        "en": {"path": "x.en.md", "line": 1, "start": 0, "end": 38, "text": FAULTY[1]},
        "fix": None,
    }  # fmt: skip
    assert term["fix"] == {"start": 8, "end": 10, "text": "词元"}


def test_sarif(report: Report) -> None:
    """The translation is the location, the original the related one; columns are code points."""
    whole = json.loads(render(report, "sarif"))
    (run,) = whole["runs"]
    assert (whole["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    result = run["results"][0]
    described = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert described["id"] == result["ruleId"] == "number-mismatch"
    assert all(described[key]["text"] for key in ("shortDescription", "fullDescription", "help"))
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "x.zh.md"
    assert place["region"] == {"startLine": 1, "startColumn": 2, "endLine": 1, "endColumn": 7}
    related = result["relatedLocations"][0]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "x.en.md"
    assert related["message"]["text"] == FAULTY[1]
    assert result["message"]["text"].endswith("([English](1))")
    assert result["partialFingerprints"]["primaryLocationLineHash"]


def test_github(align: Align) -> None:
    """Commands are escaped, the gravest first, ten of a kind at most, with the totals."""
    pairs = [("共64%，多。", "It is 50%: much."), *[FAULTY] * 12]
    lines = render(lint([align(*pairs, name="a,b:c%")], (), Options(TWO, "zh")), "github")
    commands = [line for line in lines.splitlines() if line.startswith("::error ")]
    assert len(commands) == 10
    assert commands[0] == (
        "::error file=a%2Cb%3Ac%25.zh.md,line=1,endLine=1,col=2,endColumn=5,"
        "title=zhen-align number-mismatch::64%25 stands where the English has 50%25"
    )
    assert lines.splitlines()[-1].startswith("zhen-align: 13 errors; checked 2 files")


def test_an_unknown_format_names_the_nearest() -> None:
    """A mistyped format is a usage error."""
    with pytest.raises(UsageError, match="did you mean 'json'"):
        render(Report(), "jsn")


@pytest.mark.parametrize("name", OUTPUTS)
def test_every_format_shows_an_empty_report(name: str) -> None:
    """No format breaks where there is nothing to show, and each ends with a line end."""
    assert render(Report(), name).endswith("\n")


# a text, and how many cells it takes
WIDTHS = [
    ("注意", 4, "Chinese characters: attention"),
    ("e\u0301\u20dd", 1, "marks above and around a letter"),
    ("\N{THAI CHARACTER KO KAI}\N{THAI CHARACTER SARA II}", 1, "a vowel above, of class 0"),
    ("\N{WARNING SIGN}\ufe0f", 2, "a sign that is shown as a picture"),
    ("\N{WARNING SIGN}", 1, "the same sign as text"),
    ("😀\ufe0f", 2, "one that is a picture anyhow"),
    ("1\ufe0f\u20e3", 2, "a digit on a key"),
    ("a\u200bb", 2, "a joint without width"),
]


@pytest.mark.parametrize(("text", "cells", "gloss"), WIDTHS, ids=[row[2] for row in WIDTHS])
def test_width(text: str, cells: int, gloss: str) -> None:
    """As terminals show it."""
    assert width(text) == cells


def test_nothing_turns_the_line_round(align: Align) -> None:
    """A character that makes a terminal write backwards is a blank, and the caret knows."""
    report = lint([align(("这里共\u202e5.85亿条。", "It has 5.85B rows."))], (), NUMBERS)
    assert "  zh  这里共 5.85亿条。\n             ^^^^^^\n" in render(report, "text")


@pytest.mark.parametrize("columns", [40, 60, 80, 94])
def test_excerpts_fit_a_terminal(align: Align, columns: int) -> None:
    """No line with a caret below it is broken by the terminal."""
    zh, en = "水泵把水送进水箱，" * 9, "the pump moves the water, " * 9
    report = lint([align((f"{zh}共5.85亿条，{zh}", f"{en}5.85B rows, {en}"))], (), NUMBERS)
    lines = render(report, "text", columns=columns).splitlines()[1:5]
    assert [line[:6] for line in lines[::2]] == ["  zh  ", "  en  "]
    assert all(columns - 8 <= width(line) <= columns for line in lines[::2])
    for line, caret, found in zip(lines[::2], lines[1::2], ("5.85亿", "5.85B"), strict=True):
        assert width(line.partition(found)[0]) == caret.index("^")


@given(st.text("a字😀\u0301\ufe0f\u202e，\t ", max_size=80), st.data())
def test_the_caret_is_under_the_mark(text: str, data: st.DataObject) -> None:
    """As many cells stand before the caret as before the mark in what is shown."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line, at, size = excerpt(text, Span(start, end), cells=40)
    before = text[:start].replace("\t", " ").replace("\u202e", " ")
    shown = line.removeprefix("… ").removesuffix(" …")
    assert width(line) <= 40 + 6
    assert at <= width(line)
    assert size >= 1
    if end - start and not line.endswith(" …"):
        marked = text[start:end].replace("\t", " ").replace("\u202e", " ")
        assert marked in shown
        assert size == max(1, width(before + marked) - width(before))


def test_lint_loads_nothing_heavy() -> None:
    """A warm lint needs none of the libraries that take longer to load than it takes to run."""
    heavy = ["jieba", "numpy", "opencc", "pandas", "rich", "spacy", "torch", "transformers"]
    code = (
        "import sys, zhen_align.lint.engine as e; from zhen_align.lint.outputs import render;"
        "from zhen_align.lint.rules import rules; rules(); render(e.lint([]));"
        f"print(*sorted(set({heavy}) & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == ""
