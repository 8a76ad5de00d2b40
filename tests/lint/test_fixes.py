"""Fixes: exactly what was reported changes, to the byte."""

from collections.abc import Callable
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from subprocess import run

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from zhen_align.glossary.rows import Row, Status
from zhen_align.lint.engine import Options, lint
from zhen_align.lint.finding import Fix
from zhen_align.lint.fixes import Edited, compatible, diff, edited, is_certain
from zhen_align.lint.report import Report
from zhen_align.lint.rules import rules
from zhen_align.read.decode import decode, encode
from zhen_align.read.document import parse
from zhen_align.types import Alignment, Span

Made = Callable[..., Report]
Align = Callable[..., Alignment]
# a paragraph in the usual marks, long enough to tell encodings apart: "the model of this
# article is trained on our own data, and the results are better than before"
PROSE = "本文的模型在我们自己的数据上训练，结果比以前更好。"
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16-le-sig", "utf-16-be-sig", "gb18030"]


def _fixed(made: Made, text: str, data: bytes, *fixes: Fix) -> Edited | None:
    found = [("x", fix.span.start, fix.span.end, {"fix": fix}) for fix in fixes]
    return edited("x", data, text, made({"x": text}, *found).findings)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings_and_line_ends_stay(made: Made, encoding: str) -> None:
    """Only the characters of the fix differ, and the byte order mark and line ends are kept."""
    text = f"{PROSE}\r\n共12个。\n{PROSE}\r"
    at = text.index("12")
    edit = _fixed(made, text, encode(text, encoding), Fix(Span(at, at + 2), "二十一"))
    assert edit is not None
    assert edit.data == encode(text.replace("12", "二十一"), encoding)
    assert (edit.text, edit.made) == (text.replace("12", "二十一"), 1)


def test_big5_stays_to_the_byte(made: Made) -> None:
    """A code that would be written in another way is not touched where nothing was reported."""
    # the stroke has two codes in Big5, and encoding knows one; "our model and our data"
    prose = "我們的模型與我們的資料。" * 4
    data = prose.encode("big5") + b"\xa1\xfe" + "十二。".encode("big5")
    text, encoding = decode(data, "x")
    assert encode(text, encoding) != data
    at = text.index("十二")
    edit = _fixed(made, text, data, Fix(Span(at, at + 2), "三"))
    assert edit is not None
    assert edit.data == data.replace("十二".encode("big5"), "三".encode("big5"))


def test_what_the_encoding_cannot_hold_is_left(made: Made) -> None:
    """Big5 has no simplified characters; the other fix is made."""
    text = "我們的模型與我們的資料。" * 4
    data = text.encode("big5")
    edit = _fixed(
        made, text, data, Fix(Span(0, 1), "们"), Fix(Span(3, 4), "模"), Fix(Span(1, 2), "我")
    )
    assert edit is not None
    assert edit.text == text[0] + "我" + text[2] + "模" + text[4:]


def test_a_place_inside_a_code_is_left(made: Made) -> None:
    """One code of Big5 with the Hong Kong characters stands for two: there is no between."""
    text = "我們的模型與我們的資料。" * 4 + "嘅Ê\u0304。"  # "our model and our data"
    data = text.encode("big5hkscs")
    assert decode(data, "x") == (text, "big5hkscs")
    at = text.index("\u0304")
    assert _fixed(made, text, data, Fix(Span(at, at + 1), "")) is None
    edit = _fixed(made, text, data, Fix(Span(at + 1, at + 2), "，"))
    assert edit is not None
    assert edit.data == data[:-2] + "，".encode("big5hkscs")


def test_a_file_that_has_changed_is_left_alone(made: Made) -> None:
    """Somebody may have saved it meanwhile."""
    assert _fixed(made, "ab", b"ba", Fix(Span(0, 1), "x")) is None


def test_nothing_to_do(made: Made) -> None:
    """Without fixes, or with one that changes nothing, there is no edit."""
    assert _fixed(made, "ab", b"ab") is None
    assert _fixed(made, "ab", b"ab", Fix(Span(0, 1), "a")) is None


def test_other_files_are_not_this_one(made: Made) -> None:
    """Findings of another file change nothing here."""
    report = made({"x": "ab", "y": "ab"}, ("y", 0, 1, {"fix": Fix(Span(0, 1), "c")}))
    assert edited("x", b"ab", "ab", report.findings) is None


# fixes as (start, end, text), and which of them are made together
OVERLAPS = [
    ([(0, 2, "x"), (2, 4, "y")], [0, 1], "neighbours"),
    ([(0, 3, "x"), (2, 4, "y")], [0], "overlap"),
    ([(2, 4, "y"), (0, 3, "x")], [1], "overlap, the other way round"),
    ([(0, 4, "x"), (1, 2, "y")], [0], "one inside the other"),
    ([(1, 2, "x"), (1, 2, "x")], [0], "the same twice"),
    ([(1, 2, "x"), (1, 2, "y")], [0], "two for one place"),
    ([(1, 1, "x"), (1, 1, "y")], [0], "two insertions at one place"),
    ([(1, 1, "x"), (1, 3, "y")], [0], "an insertion before a change"),
    ([(0, 1, "x"), (1, 1, "y")], [0], "an insertion after a change"),
    ([(1, 1, "x"), (2, 2, "y")], [0, 1], "insertions apart"),
]


@pytest.mark.parametrize(("given", "chosen", "gloss"), OVERLAPS, ids=[g for *_, g in OVERLAPS])
def test_overlaps(given: list[tuple[int, int, str]], chosen: list[int], gloss: str) -> None:
    """The first is made, what touches it waits."""
    fixes = [Fix(Span(start, end), text) for start, end, text in given]
    assert compatible(fixes) == [fixes[n] for n in chosen]


FIXES = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 4), st.text("a字😀\n", max_size=3)), max_size=5
)


@given(st.text("ab字😀é\r\n，", min_size=1, max_size=12), FIXES, st.sampled_from(ENCODINGS))
@settings(max_examples=150)
def test_all_else_stays(
    made: Made, text: str, wanted: list[tuple[int, int, str]], encoding: str
) -> None:
    """What stands outside of the fixes made is the same, in the same order."""
    text = PROSE + text
    fixes = [
        Fix(Span(min(start, len(text)), min(start + size, len(text))), new)
        for start, size, new in wanted
    ]
    data = encode(text, encoding)
    assert decode(data, "x") == (text, encoding) or text.isascii()
    edit = _fixed(made, text, data, *fixes)
    result = data if edit is None else edit.data
    chosen = [fix for fix in compatible(fixes) if fix.span.of(text) != fix.text]
    expected, at = "", 0
    for fix in chosen:
        expected += text[at : fix.span.start] + fix.text
        at = fix.span.end
    assert result == encode(expected + text[at:], encoding)
    assert edit is None or (edit.text, edit.before) == (expected + text[at:], text)


def _edit(path: str, before: str, after: str) -> Edited:
    return Edited(path, after.encode(), before, after, 1)


def test_diff() -> None:
    """A unified diff as git writes it."""
    assert diff([_edit("a.md", "一\n二\n", "一\n三\n")]) == (
        "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n 一\n-二\n+三\n"
    )
    assert diff([]) == ""
    # without the tab `patch` would look for a file called "a"
    assert diff([_edit("a b.md", "1", "2")]).startswith("--- a/a b.md\t\n+++ b/a b.md\t\n")


@given(st.text("a字\r\n\x0b\x85\u2028", max_size=20), st.text("a字\r\n\x0b\x85\u2028", max_size=20))
@example("a", "a\n")
@example("a\r\nb", "a\r\nc")
@settings(max_examples=12)
def test_git_applies_the_diff(
    tmp_path_factory: pytest.TempPathFactory, before: str, after: str
) -> None:
    """Whatever the line ends, applying it gives what the fixes give."""
    if before == after or not before or not after:
        return
    folder = tmp_path_factory.mktemp("diff")
    (folder / "a b.md").write_bytes(before.encode())
    patch = diff([_edit("a b.md", before, after)])
    command = ["git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "-"]
    run(command, input=patch.encode(), cwd=folder, check=True, capture_output=True)
    assert (folder / "a b.md").read_bytes() == after.encode()


@pytest.mark.parametrize("name", ["a\nb.md", 'a"\tb.md', "a\\b.md", " 文.md"])  # text
def test_git_applies_the_diff_of_any_file(tmp_path: Path, name: str) -> None:
    """Whatever its name, and with the mark that some editors begin a file with."""
    before, after = "\ufeff一\n二\n".encode(), "\ufeff三\n二\n".encode()
    (tmp_path / name).write_bytes(before)
    patch = diff([Edited(name, after, "一\n二\n", "三\n二\n", 1)])
    command = ["git", "apply", "--whitespace=nowarn", "-"]
    run(command, input=patch.encode(), cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / name).read_bytes() == after


# a file's name, what a fix puts in for 探针 (probe), and whether that is certain
CERTAIN = [
    ("a.po", "探头", True),
    ("a.po", '"探头"', False),
    ("a.xlf", "R&D探头", False),
    ("a.md", "探头|", False),
    ("a.tex", "50%", False),
    ("a.txt", "R&D探头", True),
    ("a.csv", "探头,", False),
    ("a.md", "探头,", True),
]


@pytest.mark.parametrize(("name", "text", "certain"), CERTAIN)
def test_no_fix_writes_what_the_format_is_made_of(name: str, text: str, certain: bool) -> None:
    """A quote would end a string of a catalogue, a bar the cell of a table."""
    document = replace(parse("a.txt", "探针"), format=parse(name, "").format)
    assert is_certain(Fix(Span(0, 2), text), document) is certain


def test_a_fix_that_is_not_certain_is_not_offered(align: Align) -> None:
    """What is wanted is said all the same."""
    statuses = (("探针", Status.FORBIDDEN), ("<b>", Status.PREFERRED))
    rows = [Row("probe", zh, status=status) for zh, status in statuses]
    pair = align(("探针测量压力。", "The probe measures the pressure."))
    pair = replace(pair, zh=replace(pair.zh, format="html"))
    report = lint([pair], rows, Options(target="zh", only=["term-forbidden"]))
    (found,) = report.findings
    assert (found.fix, found.expected) == (None, ("<b>",))


def test_no_rule_fixes_more_than_it_reports(align: Align) -> None:
    """On the examples of every rule: beyond the place of its finding a fix changes only blanks."""
    preferred = Row("token", "词元", status=Status.PREFERRED)  # what the forbidden ones should be
    found = []
    for each in rules():
        for shown in each.EXAMPLES:
            lines = zip_longest(shown.zh.split("\n"), shown.en.split("\n"), fillvalue="")
            rows = [Row(en, zh, abbr=abbr, status=Status(s)) for en, abbr, zh, s in shown.rows]
            options = Options(target=shown.target, only=[each.NAME], spacing=shown.spacing)
            report = lint([align(*lines)], [preferred, *rows], options)
            found += [(f, report.texts[f.place.path]) for f in report.findings if f.fix]
    assert found
    for finding, text in found:
        assert finding.fix is not None
        place, fix = finding.place.span, finding.fix.span
        assert fix.start <= place.end, finding
        assert place.start <= fix.end, finding
        assert text[fix.start : place.start].strip() == "", finding
        assert text[place.end : fix.end].strip() == "", finding
