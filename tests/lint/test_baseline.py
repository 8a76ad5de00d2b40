"""The baseline: what it accepts, what it accepts in vain, what it is refused for."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhen_align.errors import ConfigError, InputError
from zhen_align.lint.baseline import Entry, applied, parse, render
from zhen_align.lint.engine import Options, lint
from zhen_align.lint.report import Coverage, Report
from zhen_align.types import Alignment

Made = Callable[..., Report]
Align = Callable[..., Alignment]
TEXTS = {"a.md": "0123456789", "b.md": "0123456789"}
RULE = "number-mismatch"


def _report(made: Made, *marks: tuple[str, str]) -> Report:
    """Return findings by path and fingerprint, one place after the other."""
    found = [(path, n, n, {"fingerprint": mark}) for n, (path, mark) in enumerate(marks)]
    return made(TEXTS, *found)


def _entries(*rows: tuple[str, str, int]) -> Sequence[Entry]:
    return [Entry(path, RULE, mark, count) for path, mark, count in rows]


# what is found and what is accepted (a path and a fingerprint; how often), then what is new
# and what is accepted in vain
CASES = [
    ([("a.md", "1")], [("a.md", "1", 1)], [], [], "known"),
    ([("a.md", "1")], [], [("a.md", "1")], [], "new"),
    ([("a.md", "1")] * 3, [("a.md", "1", 2)], [("a.md", "1")], [], "one more than is known"),
    ([("a.md", "1")], [("a.md", "1", 3)], [], [("a.md", 2)], "two fewer"),
    ([("b.md", "2")], [("a.md", "1", 1)], [("b.md", "2")], [("a.md", 1)], "another"),
    ([("b.md", "1")], [("a.md", "1", 1)], [], [], "moved to another file"),
    ([("a.md", "1"), ("b.md", "1")], [("a.md", "1", 1)], [("b.md", "1")], [], "copied"),
    ([("a.md", "1"), ("b.md", "1")], [("b.md", "1", 1)], [("a.md", "1")], [], "its own file first"),
    ([("a.md", "1")], [("a.md", "1", 1), ("a.md", "1", 1)], [], [("a.md", 1)], "said twice"),
]


@pytest.mark.parametrize(
    ("found", "rows", "new", "stale", "gloss"), CASES, ids=[c[-1] for c in CASES]
)
def test_what_is_accepted(
    made: Made,
    found: list[tuple[str, str]],
    rows: list[tuple[str, str, int]],
    new: list[tuple[str, str]],
    stale: list[tuple[str, int]],
    gloss: str,
) -> None:
    """Counts matter, files hardly."""
    report = _report(made, *found)
    report = Report(report.findings, _ran(report), texts=TEXTS)
    result = applied(report, _entries(*rows))
    assert [(f.place.path, f.fingerprint) for f in result.findings] == new
    assert [(s.path, s.count) for s in result.stale] == stale
    assert result.known == len(found) - len(new)


def _ran(report: Report) -> Coverage:
    return Coverage(rules=(RULE,))


def test_only_what_was_looked_at_is_stale(made: Made) -> None:
    """A file that was not linted, or a rule that did not run, tells nothing; a deleted one does."""
    report = Report(coverage=Coverage(rules=(RULE,)), texts={"a.md": ""})
    entries = [*_entries(("a.md", "1", 1), ("c.md", "2", 1)), Entry("a.md", "unit-mismatch", "3")]
    assert [s.fingerprint for s in applied(report, entries).stale] == ["1"]
    assert [s.fingerprint for s in applied(report, entries, gone={"c.md"}).stale] == ["1", "2"]


def test_it_reads_what_it_writes(made: Made) -> None:
    """Sorted, one entry a line, counted."""
    report = _report(made, ("b.md", "2"), ("a.md", "3"), ("a.md", "1"), ("a.md", "3"))
    text = render(report.findings)
    assert text == (
        '{"zhen-align-baseline": 1, "findings": [\n'
        ' {"path": "a.md", "rule": "number-mismatch", "fingerprint": "1", "count": 1, '
        '"message": "wrong"},\n'
        ' {"path": "a.md", "rule": "number-mismatch", "fingerprint": "3", "count": 2, '
        '"message": "wrong"},\n'
        ' {"path": "b.md", "rule": "number-mismatch", "fingerprint": "2", "count": 1, '
        '"message": "wrong"}\n]}\n'
    )
    assert parse(text.encode(), "b.json")[1] == Entry("a.md", RULE, "3", 2, "wrong")


@given(st.lists(st.tuples(st.sampled_from(["a.md", "b.md"]), st.sampled_from("123")), max_size=8))
@settings(max_examples=60)
def test_what_was_written_accepts_everything(made: Made, marks: list[tuple[str, str]]) -> None:
    """And nothing of it is in vain."""
    report = _report(made, *marks)
    result = applied(report, parse(render(report.findings).encode(), "b.json"))
    assert (result.findings, result.stale, result.known) == ((), (), len(marks))


def test_edits_elsewhere_change_nothing(align: Align) -> None:
    """Sentences before a known fault, or other blanks inside it, keep it known."""
    only = Options(target="zh", only=[RULE])
    bad = ("共5.85亿条记录。", "It has 5.85B rows.")
    known = parse(render(lint([align(bad)], (), only).findings).encode(), "b.json")
    later = lint([align(("无。", "None."), ("共 5.85亿 条记录。", bad[1]))], (), only)
    assert len(later.findings) == 1
    assert applied(later, known).findings == ()
    other = lint([align(("共6.85亿条记录。", bad[1]))], (), only)
    assert applied(other, known).findings == other.findings != ()


# what a file holds, and what is said about it after its path
REFUSED = [
    ("", ":1: is no JSON: Expecting value"),
    ('{"zhen-align-baseline": 1,\n "findings": [}', ":2: is no JSON: Expecting value"),
    ("\x00", ":1: is no JSON: "),
    ("[]", ": is no baseline"),
    ('{"findings": []}', ": is no baseline"),
    ('{"zhen-align-baseline": 2, "findings": []}', ": is a baseline of version 2, and 1 is read"),
    ('{"zhen-align-baseline": 1}', ": has no list of findings"),
    ('{"zhen-align-baseline": 1, "findings": [3]}', ": finding 1 needs path, rule, "),
    ('{"zhen-align-baseline": 1, "findings": [{"path": "a"}]}', ": finding 1 needs path, rule, "),
    (
        '{"zhen-align-baseline": 1, "findings": [{"path": "a", "rule": "spacing", '
        '"fingerprint": "c", "count": 0}]}',
        ": finding 1 needs path, rule, fingerprint and a count from 1 up",
    ),
    (
        '{"zhen-align-baseline": 1, "findings": [{"path": "a", "rule": "spacing", '
        '"fingerprint": "c", "count": true}]}',
        ": finding 1 needs path, rule, fingerprint and a count from 1 up",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), REFUSED, ids=[said for _, said in REFUSED])
def test_what_cannot_be_trusted_is_refused(text: str, said: str) -> None:
    """With the place and the way out."""
    with pytest.raises(InputError) as caught:
        parse(text.encode(), "b.json")
    assert str(caught.value).startswith(f"b.json{said}")
    assert str(caught.value).endswith("; write it anew with --write-baseline")


def test_a_merge_conflict_is_named(made: Made) -> None:
    """To write the file anew would accept what is new."""
    lines = render(_report(made, ("a.md", "1")).findings).splitlines(keepends=True)
    text = "".join([lines[0], "<<<<<<< HEAD\n", lines[1], "=======\n", ">>>>>>> x\n", lines[2]])
    with pytest.raises(InputError) as caught:
        parse(text.encode(), "b.json")
    assert str(caught.value) == "b.json:2: has a merge conflict; keep the findings of both sides"


def test_an_unknown_rule_is_an_error() -> None:
    """Here as anywhere."""
    row = '{"path": "a", "rule": "spacin", "fingerprint": "c"}'
    with pytest.raises(ConfigError, match=r"b\.json: finding 1: there is no rule 'spacin'"):
        parse(f'{{"zhen-align-baseline": 1, "findings": [{row}]}}'.encode(), "b.json")


LONG = b'{"zhen-align-baseline": ' + b"1" * 5_000 + b"}"


@pytest.mark.parametrize("data", [b"\xff\xfe{}", b"[" * 100_000, LONG])
def test_bytes_that_are_no_json(data: bytes) -> None:
    """Neither another encoding nor a bomb is a bug of ours."""
    with pytest.raises(InputError, match=r"b\.json"):
        parse(data, "b.json")
