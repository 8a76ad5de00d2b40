"""Chinese terms that stand in few sentences, and are called two things in English there."""

from collections.abc import Callable

import pytest

from zhen_align.glossary.rows import Row, Status
from zhen_align.lint.engine import Options, lint
from zhen_align.lint.finding import Finding
from zhen_align.lint.rules import RULES
from zhen_align.terms.rendering_strings import few
from zhen_align.types import Alignment

Align = Callable[..., Alignment]
OFF = {name: "off" for name in RULES if name not in ("term-inconsistent", "term-collision")}
# side effects and the weather
BETWEEN = ("天气很好。", "The weather is fine.")
# ambient noise (环境噪声), and environmental noise
AMBIENT = ("环境噪声很大。", "The ambient noise is loud.")
OTHERWISE = ("先去除环境噪声。", "Remove the environmental noise first.")
# doublet (双细胞, two cells in one drop), and twin cells
DOUBLETS = (
    ("双细胞要剔除。", "Doublets have to be discarded."),
    BETWEEN,
    ("图中有双细胞。", "The figure has a doublet."),
    BETWEEN,
)
TWINS = ("双细胞很少见。", "Twin cells are rare.")


def said(*pairs: Alignment, rows: tuple[Row, ...] = (), target: str = "en") -> list[Finding]:
    """Return what the two rules say of a set."""
    return list(lint(list(pairs), rows, Options(OFF, target)).findings)


def test_another_word_beside_the_same_head(align: Align) -> None:
    """Of two sentences the later is told, as information, with what stands in the other."""
    (found,) = said(align(AMBIENT, BETWEEN, OTHERWISE))
    assert (found.severity, found.place.text, found.expected) == (
        "info", "environmental noise", ("ambient noise",),
    )  # fmt: skip
    assert found.other is not None
    assert found.other.text == "环境噪声"
    assert found.message == "环境噪声 is elsewhere ambient noise, here environmental noise"


def test_characters_said_one_by_one(align: Align) -> None:
    """What the others have in common is missing, and the characters are translated instead."""
    (found,) = said(align(*DOUBLETS, TWINS))
    assert (found.place.text, found.expected) == ("Twin cells", ("Doublets",))


QUIET = [
    (("双细胞很少见。", "Doublets are rare."), "the same"),
    (("双细胞很少见。", "They are rare."), "a pronoun"),
    (("双细胞很少见。", "These cells are rare."), "what they are"),
    (("双胞胎细胞很少见。", "Twin cells are rare."), "another term"),
    (("双细胞与孪生细胞很少见。", "Doublets and twin cells are rare."), "said as well"),
]


@pytest.mark.parametrize(("pair", "gloss"), QUIET, ids=[gloss for _, gloss in QUIET])
def test_what_is_no_second_name(align: Align, pair: tuple[str, str], gloss: str) -> None:
    """Each stands where doublets may be meant, and is none of two names for them."""
    assert said(align(*DOUBLETS, pair)) == []


def test_people_have_decided(align: Align) -> None:
    """What the glossary says of a rendering is other rules' business."""
    row = Row("environmental noise", "环境噪声", status=Status.PREFERRED)
    twins = said(align(AMBIENT, BETWEEN, OTHERWISE), rows=(row,))
    assert [found.place.text for found in twins if "elsewhere" in found.message] == []


def test_into_chinese_nothing_is_said(align: Align) -> None:
    """Two English names of one Chinese term are no fault of a Chinese translation."""
    assert said(align(*DOUBLETS, TWINS), target="zh") == []


def test_strings_that_may_be_terms() -> None:
    """What always has the same beside it is no term, nor what a function word begins."""
    texts = {1: "取环境噪声为例", 2: "先去除环境噪声", 3: "的环境噪声比"}
    found = {text: (set(beads), set(hosts)) for text, beads, hosts in few(texts)}
    assert found == {"环境噪声": ({1, 2, 3}, set())}


def test_a_part_of_a_longer_string() -> None:
    """Where a longer string that recurs stands around it, it is but a part."""
    texts = {1: "用自编码器", 2: "是自编码器", 3: "有编码器"}
    found = {text: set(hosts) for text, _, hosts in few(texts)}
    assert found["编码器"] == {1, 2}
