"""Terms that stand in few sentences, and are called two things there."""

from collections.abc import Callable

import pytest

from zhen_align.glossary.rows import Row, Status
from zhen_align.lint.engine import Options, lint
from zhen_align.lint.finding import Finding
from zhen_align.lint.rules import RULES
from zhen_align.pipeline import alignments, parsed
from zhen_align.terms.dictionary import Dictionary
from zhen_align.terms.rendering_rare import Rare
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


def test_a_contraction_is_no_second_name(align: Align) -> None:
    """Where characters of one are all of the other, in this order, it is only shorter."""
    # influenza: 流行性感冒, for short 流感
    once = ("流行性感冒在冬天来。", "Influenza comes in winter.")
    short = ("流感会传染。", "Influenza is contagious.")
    again = ("流感会结束。", "Influenza will end.")
    assert said(align(short, BETWEEN, again, BETWEEN, once)) == []


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


RARE = [
    # sandbox, one word that the dictionary has little Chinese for
    (
        ("每个程序都在沙箱中运行。", "Each program runs in a sandbox."),
        ("沙盒没有网络。", "The sandbox has no network."),
        "沙盒",
    ),
    # chain of thought, with a small word inside
    (
        ("思维链有助于算术。", "A chain of thought helps with arithmetic."),
        ("更长的思想链并不总是更好。", "A longer chain of thought is not always better."),
        "思想链",
    ),
    # attention head, with a word that begins no term elsewhere
    (
        ("注意力头有十二个。", "There are twelve attention heads."),
        ("关注头可以去掉。", "Attention heads can be removed."),
        "关注头",
    ),
]


@pytest.mark.parametrize(("one", "other", "told"), RARE, ids=[told for *_, told in RARE])
def test_terms_of_many_shapes(
    align: Align, one: tuple[str, str], other: tuple[str, str], told: str
) -> None:
    """What is no noun phrase to the first look, or no word to the dictionary, may be a term."""
    assert [found.place.text for found in said(align(one, BETWEEN, other))] == [told]


def test_a_label_says_what_a_term_is_called() -> None:
    """What stands alone before a colon on both sides is sure to be the same thing."""
    # hallucination: 幻觉, and 错觉 as the label of an item
    zh = "有些句子是幻觉。\n\n天气很好。\n\n- 错觉：检索有帮助。\n"
    en = (
        "Some sentences are hallucinations.\n\nThe weather is fine.\n\n"
        "- Hallucination: retrieval helps.\n"
    )
    read = [parsed("x.zh.md", zh.encode()), parsed("x.en.md", en.encode())]
    (found,) = said(*alignments(read, "", fixed=True))
    assert (found.place.text, found.expected) == ("错觉", ("幻觉",))


def test_what_a_word_is_made_of() -> None:
    """A word that no dictionary has counts as the two, or the verb, that it is made of."""
    rare = Rare({}, Dictionary(["waypoint", "pixel"]), {})
    assert [rare.parted(word) for word in ("waypoint", "pixel")] == ["way point", "pixel"]
