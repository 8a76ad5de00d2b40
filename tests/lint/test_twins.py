"""Terms that stand in few sentences, and are called two things there."""

from collections.abc import Callable

import pytest

from zhen_align.glossary.rows import Row, Status
from zhen_align.lint.engine import Options, lint
from zhen_align.lint.finding import Finding
from zhen_align.lint.rules import RULES
from zhen_align.pipeline import alignments, parsed
from zhen_align.types import Alignment

Align = Callable[..., Alignment]
OFF = {name: "off" for name in RULES if name not in ("term-inconsistent", "term-collision")}
# pull request: 拉取请求, then 合并请求 (merge request)
FIRST = ("拉取请求要等四小时。", "A pull request waits for four hours.")
BETWEEN = ("天气很好。", "The weather is fine.")
OTHERWISE = ("合并请求很多。", "There are many pull requests.")


def said(*pairs: Alignment, rows: tuple[Row, ...] = (), target: str = "zh") -> list[Finding]:
    """Return what the two rules say of a set."""
    return list(lint(list(pairs), rows, Options(OFF, target)).findings)


def test_two_names_in_two_sentences(align: Align) -> None:
    """The later one is told, as information, on both sides to the character."""
    (found,) = said(align(FIRST, BETWEEN, OTHERWISE))
    assert (found.severity, found.place.text, found.expected) == (
        "info", "合并请求", ("拉取请求",),
    )  # fmt: skip
    assert found.other is not None
    assert found.other.text == "pull requests"
    assert found.message == "pull requests is elsewhere 拉取请求, here 合并请求"


def test_the_rarer_one_is_told(align: Align) -> None:
    """What stands in more sentences is held, wherever it stands first."""
    again = ("谁都可以提出拉取请求。", "Anybody may open a pull request.")
    found = said(align(OTHERWISE, BETWEEN, FIRST, BETWEEN, again))
    assert {(f.place.text, f.expected) for f in found} == {("合并请求", ("拉取请求",))}


def test_a_heading_is_held() -> None:
    """What a heading calls it is expected, though it comes later."""
    # smoke detector: 侦测器, and 探测器 in the heading
    zh = "烟雾侦测器需要电池。\n\n天气很好。\n\n## 烟雾探测器\n\n它挂在墙上。\n"
    en = (
        "Every smoke detector needs a battery.\n\nThe weather is fine.\n\n"
        "## Smoke detector\n\nIt hangs on the wall.\n"
    )
    read = [parsed("x.zh.md", zh.encode()), parsed("x.en.md", en.encode())]
    (found,) = said(*alignments(read, "", fixed=True))
    assert (found.place.line, found.place.text) == (1, "烟雾侦测器")
    assert found.expected == ("烟雾探测器",)


QUIET = [
    (("拉取请求很多。", "There are many pull requests."), "the same"),
    (("请求很多。", "There are many pull requests."), "shortened"),
    (("它们很多。", "There are many pull requests."), "a pronoun"),
    (("PR 很多。", "There are many pull requests."), "an abbreviation"),
    (("合并请求很多。", "There are many merge requests."), "another term"),
    (("合并请求很多，拉取请求也是。", "There are many pull requests."), "said as well"),
]


@pytest.mark.parametrize(("pair", "gloss"), QUIET, ids=[gloss for _, gloss in QUIET])
def test_what_is_no_second_name(align: Align, pair: tuple[str, str], gloss: str) -> None:
    """Each stands where a pull request is meant, and is none of two names for it."""
    assert said(align(FIRST, BETWEEN, pair)) == []


def test_people_have_decided(align: Align) -> None:
    """What the glossary says of a term is other rules' business."""
    row = Row("pull request", "合并请求", status=Status.ADMITTED)
    other = Row("pull request", "拉取请求", status=Status.PREFERRED)
    assert said(align(FIRST, BETWEEN, OTHERWISE), rows=(row, other)) == []


def test_two_names_used_alike_are_a_choice(align: Align) -> None:
    """Of two names that stand twice each, neither is a slip."""
    assert said(align(FIRST, OTHERWISE, BETWEEN, FIRST, OTHERWISE)) == []


def test_into_english_nothing_is_said(align: Align) -> None:
    """Two Chinese names of one English term are no fault of an English translation."""
    assert said(align(FIRST, BETWEEN, OTHERWISE), target="en") == []
