"""Disabling findings from inside a text."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from zhen_align.errors import ConfigError
from zhen_align.lint.engine import Options, lint
from zhen_align.lint.report import Report
from zhen_align.lint.rules import rule
from zhen_align.lint.suppress import disables
from zhen_align.read.document import parse
from zhen_align.types import Alignment

Align = Callable[..., Alignment]
ONLY = Options(target="zh", only=("number-mismatch", "term-forbidden"))
BAD = ("共5.85亿条。", "It has 5.85B rows.")


@pytest.fixture
def run(align: Align) -> Callable[[Sequence[str]], Report]:
    """Return a function that lints lines; each `!` among them is a faulty pair."""

    def check(lines: Sequence[str]) -> Report:
        pairs = [BAD if line == "!" else (line, "") for line in lines]
        return lint([align(*pairs)], (), ONLY)

    return check


# the lines, and which of the faulty ones (by line number) still speak
CASES = [
    (["!"], [1], "nothing disabled"),
    (["<!-- zhen-align-disable-next-line number-mismatch -- counted -->", "!", "!"], [3], "next"),
    (["<!-- zhen-align-disable-next-line -->", "", "!", "!"], [4], "the next that is not blank"),
    (["<!-- zhen-align-disable-next-line term-forbidden -->", "!"], [2], "another rule"),
    (["!", "<!-- zhen-align-disable-file number-mismatch -->", "!"], [], "the whole file"),
    (["!", "<!-- zhen-align-disable -->", "!", "<!-- zhen-align-enable -->", "!"], [1, 5], "block"),
    (["<!-- zhen-align-disable number-mismatch -->", "!", "!"], [], "a block to the end"),
    (
        ["<!-- zhen-align-disable number-mismatch -->", "!",
         "<!-- zhen-align-enable term-forbidden -->", "!"], [], "only what is named is enabled",
    ),
    (["<!-- zhen-align-disable-next-line term-forbidden, number-mismatch -->", "!"], [], "two"),
    (
        ["<!-- zhen-align-disable number-mismatch term-forbidden -->", "!",
         "<!-- zhen-align-enable number-mismatch -->", "!"], [4], "one of two is enabled",
    ),
    (
        ["<!-- zhen-align-disable -->", "!", "<!-- zhen-align-enable number-mismatch -->", "!",
         "<!-- zhen-align-enable number-mismatch -->", "!"], [4, 6], "one of all is enabled",
    ),
    (
        ["<!-- zhen-align-disable -->", "!", "<!-- zhen-align-enable term-forbidden -->", "!"],
        [], "all others stay off",
    ),
    (["zhen-align-disable-file", "!"], [2], "no comment"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "left", "gloss"), CASES, ids=[gloss for _, _, gloss in CASES])
def test_what_stays(
    run: Callable[[Sequence[str]], Report], lines: list[str], left: list[int], gloss: str
) -> None:
    """Only findings outside of what is disabled stay."""
    assert [f.place.line for f in run(lines).findings] == left


def test_a_line_can_be_disabled_on_itself(align: Align) -> None:
    """-line means the line that the comment stands on."""
    zh = BAD[0] + " <!-- zhen-align-disable-line number-mismatch -->"
    assert lint([align((zh, BAD[1]))], (), ONLY).findings == ()


def test_an_unknown_rule_is_an_error(run: Callable[[Sequence[str]], Report]) -> None:
    """A mistyped name must not disable nothing in silence."""
    with pytest.raises(ConfigError) as caught:
        run(["", "<!-- zhen-align-disable-next-line numbr-mismatch -->", "!"])
    assert str(caught.value) == (
        "x.zh.md:2: there is no rule 'numbr-mismatch'; did you mean 'number-mismatch'?"
    )


def test_an_unknown_comment_is_an_error(run: Callable[[Sequence[str]], Report]) -> None:
    """So must a mistyped comment."""
    with pytest.raises(ConfigError, match="did you mean 'zhen-align-disable-next-line'"):
        run(["<!-- zhen-align-disable-nextline -->", "!"])


def test_what_nothing_needed_is_told(run: Callable[[Sequence[str]], Report]) -> None:
    """A comment that suppresses nothing is reported, one that does is not."""
    comment = "<!-- zhen-align-disable-next-line number-mismatch -->"
    report = run([comment, "!", comment, "没有数字。"])
    assert [(d.path, d.line) for d in report.unused] == [("x.zh.md", 3)]


def test_a_rule_named_in_vain_beside_one_that_is_needed_is_told(
    run: Callable[[Sequence[str]], Report],
) -> None:
    """Only the name that hides nothing."""
    comment = "<!-- zhen-align-disable-next-line number-mismatch term-forbidden -->"
    assert [u.rules for u in run([comment, "!"]).unused] == [("term-forbidden",)]


def test_a_comment_in_parts_is_needed_as_a_whole(run: Callable[[Sequence[str]], Report]) -> None:
    """What one part hides, the other need not; what none hides is told once."""
    begin, end = "<!-- zhen-align-disable{} -->", "<!-- zhen-align-enable{} -->"
    both, one = " number-mismatch term-forbidden", " number-mismatch"
    assert run([begin.format(""), "!", end.format(one), "好。"]).unused == ()  # good
    (unused,) = run([begin.format(both), "!", end.format(one), "好。"]).unused
    assert (unused.line, unused.rules) == (1, ("term-forbidden",))


def test_rules_that_did_not_run_tell_nothing(align: Align) -> None:
    """A run of one rule does not call the comments for the others unused."""
    lines = [(f"<!-- zhen-align-disable-file{rule} -->", "") for rule in (" number-mismatch", "")]
    pairs = [align(*lines)]
    assert lint(pairs, (), Options(only=["term-forbidden"])).unused == ()
    assert [u.rules for u in lint(pairs, (), Options()).unused] == [("number-mismatch",), ()]


EXAMPLES = [
    "```html\n<!-- zhen-align-disable-file -->\n```",
    "~~~\n<!-- zhen-align-no-such-comment -->\n~~~",
    "写 `<!-- zhen-align-disable-file no-such-rule -->` 即可。",  # write … and that is all
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_comments_in_code_are_examples(example: str) -> None:
    """A page that explains the comments is not silenced by them."""
    assert disables(parse("a.md", f"第一段。\n\n{example}\n"), rule) == []


OF_OTHERS = [
    ("a.rst", "第一段。\n\n.. code-block:: rst\n\n   .. zhen-align-disable-file\n"),
    ("a.rst", "第一段::\n\n   .. zhen-align-disable-file\n\n   第二段。\n"),
    ("a.rst", "第一段：\n\n::\n\n   文。\n   .. zhen-align-disable-file\n"),
    ("a.rst", "写 ``<!-- zhen-align-disable-file -->`` 。\n"),
    ("a.tex", "\\begin{verbatim}\n% zhen-align-disable-file\n\\end{verbatim}\n第一段。\n"),
    ("a.tex", "写 \\verb|% zhen-align-disable-file no-such-rule| 即可。\n"),
]


@pytest.mark.parametrize(("name", "text"), OF_OTHERS)
def test_comments_in_code_of_other_formats_are_examples(name: str, text: str) -> None:
    """In directives, after two colons, and where LaTeX takes all as it is."""
    assert disables(parse(name, text), rule) == []


NO_CODE = [
    ("a.rst", ".. note::\n\n   .. zhen-align-disable-next-line\n\n   第一段。\n", 3),
    ("a.rst", "第一段：\n\n.. zhen-align-disable-next-line\n\n第二段。\n", 3),
    ("a.tex", "\\begin{verbatim}\nx\n\\end{verbatim}\n第一段。% zhen-align-disable-line\n", 4),
    ("a.tex", "\\begin{verbatim}\n第一段。% zhen-align-disable-line\n", 2),
]


@pytest.mark.parametrize(("name", "text", "line"), NO_CODE)
def test_comments_of_other_formats_beside_code(name: str, text: str, line: int) -> None:
    """A note is no code, and what is never closed is none."""
    assert [d.line for d in disables(parse(name, text), rule)] == [line]


def test_comments_beside_code_are_comments() -> None:
    """On a line that shows code, too."""
    text = "用 `x` 表示。<!-- zhen-align-disable-line -->\n"  # x stands for it
    assert [d.line for d in disables(parse("a.md", text), rule)] == [1]


ENTRY = 'msgid "Fifty"\nmsgstr ""\n"五十"\n'
UNIT = "<tu>\n<tuv xml:lang='zh'><seg>五十</seg></tuv>\n</tu>\n"  # fifty

# the file's name, its text, and the lines that are covered
OTHERS = [
    ("a.tex", "第一段。% zhen-align-disable-line number-mismatch -- counted\n", [(1, 1)]),
    ("a.tex", "% zhen-align-disable-next-line\n\n第一段。\n", [(3, 3)]),
    ("a.tex", r"达到 50\% zhen-align-disable-line" + "\n", []),  # reaches 50%
    ("a.rst", ".. zhen-align-disable-next-line number-mismatch\n\n第一段。\n", [(3, 3)]),
    ("a.rst", "第一段。 .. zhen-align-disable-line\n", []),
    ("a.rst", "..\n   zhen-align-disable-next-line\n\n第一段。\n", [(4, 4)]),
    ("a.md", "% zhen-align-disable-line\n", []),
    ("a.po", f"# zhen-align-disable-next-line\n#: a.c:1\n{ENTRY}\n{ENTRY}", [(2, 5)]),
    ("a.po", f"#. zhen-align-disable-next-line\n{ENTRY}".replace("\n", "\r\n"), [(2, 4)]),
    ("a.po", f"#, fuzzy\n# zhen-align-disable-next-line\n{ENTRY}\n{ENTRY}", [(3, 5)]),
    ("a.po", 'msgid "# zhen-align-disable-next-line"\nmsgstr "无"\n', []),  # none
    ("a.tmx", f"<!-- zhen-align-disable-next-line -->\n{UNIT}{UNIT}", [(2, 4)]),
    ("a.tmx", "<!-- zhen-align-disable-next-line -->\n<tu>\n", [(2, 3)]),
]


@pytest.mark.parametrize(("name", "text", "lines"), OTHERS)
def test_comments_of_other_formats(name: str, text: str, lines: list[tuple[int, int]]) -> None:
    """LaTeX, reStructuredText and PO have comments of their own; what is next may be a unit."""
    assert [(d.first, d.last) for d in disables(parse(name, text), rule)] == lines


# what follows `zhen-align-disable-next-line`, and what is said; or nothing, where it holds
WRITTEN = [
    (" number-mismatch -- 3 > 2, see <a>", "", "a reason with the marks of HTML"),
    (" number-mismatch -- <!-- zhen-align-disable-file", "", "a comment inside is none"),
    (" number-mismatch -- " + "why " * 300, "", "a long reason"),
    ("\n  number-mismatch\n  -- on lines of its own\n", "", "several lines"),
    (" number-mismatch,term-forbidden--why", "", "no blanks"),
    (" Number-Mismatch", "there is no rule 'Number-Mismatch'", "another case"),
    (" number-mismatch counted by hand", "there is no rule 'by'", "a reason without its mark"),
    (
        " number-mismatch：人工核对",
        "there is no rule 'number-mismatch：人工核对'",
        "checked by hand",
    ),
]


@pytest.mark.parametrize(("rest", "said", "gloss"), WRITTEN, ids=[g for *_, g in WRITTEN])
def test_how_a_comment_is_written(
    run: Callable[[Sequence[str]], Report], rest: str, said: str, gloss: str
) -> None:
    """What is no rule is an error: it must not silence every rule, nor nothing."""
    document = parse("a.md", f"<!-- zhen-align-disable-next-line{rest} -->\n\n第一段。\n")
    if said:
        with pytest.raises(ConfigError, match=said):
            disables(document, rule)
    else:
        (found,) = disables(document, rule)
        assert "number-mismatch" in found.rules
        assert document.text.splitlines()[found.first - 1] == "第一段。"


def test_many_open_comments_cost_nothing() -> None:
    """A comment that never ends is none; thousands of them take no longer than one."""
    document = parse("a.txt", "文。")
    text = "<!-- zhen-align-disable-line " * 50_000
    assert disables(replace(document, text=text), rule) == []
