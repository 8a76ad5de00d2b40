"""What another term is called, where a term lacks its own rendering."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.lint.finding import Finding
from zhen_align.lint.rules import RULES
from zhen_align.terms.dictionary import Dictionary
from zhen_align.terms.rendering_weights import Sight, place_logit
from zhen_align.types import Alignment

Align = Callable[..., Alignment]
OFF = {name: "off" for name in RULES if name not in ("term-inconsistent", "term-collision")}
# a page on irrigation: drip line, moisture sensor, control valve, field station
PAGE = (
    ("滴灌带铺在作物旁边。", "The drip line lies beside the crop."),
    ("滴灌带每年更换。", "The drip line is replaced every year."),
    ("滴灌带很便宜。", "A drip line is cheap."),
    ("每条滴灌带都有编号。", "Every drip line has a number."),
    ("湿度传感器埋在土里。", "The moisture sensor is buried in the soil."),
    ("湿度传感器需要电池。", "The moisture sensor needs a battery."),
    ("湿度传感器很贵。", "A moisture sensor is expensive."),
    ("每个湿度传感器都有编号。", "Every moisture sensor has a number."),
    ("控制阀在早晨打开。", "The control valve opens in the morning."),
    ("控制阀由钢制成。", "The control valve is made of steel."),
    ("控制阀可以清洗。", "The control valve can be cleaned."),
)


def said(align: Align, *more: tuple[str, str]) -> list[Finding]:
    """Return what is said of the page with more sentences behind it."""
    return list(lint([align(*PAGE, *more)], (), Options(OFF, "zh")).findings)


def test_what_another_term_is_called_is_a_collision(align: Align) -> None:
    """The place is the whole rendering, the message says whose it is."""
    (found,) = said(align, ("滴灌带在冬天关闭。", "The control valve is closed in winter."))
    assert (found.rule, found.place.text, found.expected) == (
        "term-collision", "滴灌带", ("控制阀",),
    )  # fmt: skip
    assert found.message == "control valve is 控制阀, not 滴灌带, which stands for drip line"
    assert found.other is not None
    assert found.other.text == "control valve"


def test_every_place_is_told(align: Align) -> None:
    """Where it stands twice in the sentence, both are."""
    more = ("滴灌带很重要，滴灌带要检查。", "The control valve matters and must be checked.")
    assert [f.place.text for f in said(align, more)] == ["滴灌带", "滴灌带"]


QUIET = [
    (("控制阀和滴灌带在冬天关闭。", "The control valve is closed in winter."), "said as well"),
    (("滴灌带在冬天关闭。", "The drip line is closed in winter."), "its own"),
    (("该阀在冬天关闭。", "The control valve is closed in winter."), "shortened"),
    (("滴灌带旁的阀要在冬天关闭。", "Close it in winter."), "no term"),
    (("滴灌带的阀门关闭。", "The control valve of the drip line is closed."), "both there"),
]  # fmt: skip


@pytest.mark.parametrize(("more", "why"), QUIET, ids=[why for _, why in QUIET])
def test_silence(align: Align, more: tuple[str, str], why: str) -> None:
    """Nothing is said where both stand, or where the term is put otherwise."""
    assert [f.message for f in said(align, more)] == [], why


def test_far_apart_in_another_sentence_is_none(align: Align) -> None:
    """Where other words are left unsaid, it is a free translation."""
    more = (
        "农户在春天检查滴灌带，清理杂草，修补漏水之处。",
        "Before the season, prudent growers look after whatever hose or control valve broke.",
    )
    assert said(align, more) == []


CLEAR = Sight(-4.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1, 1)
WORSE: list[dict[str, Any]] = [
    {"guess": -1.0}, {"left": 0.5}, {"said": 0.5}, {"claimed": 0.5}, {"unsaid": 0.5},
    {"apart": 0.5}, {"strays": 2}, {"lacks": 2},
]  # fmt: skip


@pytest.mark.parametrize("less", WORSE, ids=[min(each) for each in WORSE])
def test_what_speaks_against_a_place(less: dict[str, Any]) -> None:
    """All else that could stand for the term, or could ask for the rendering, makes it unsure."""
    assert place_logit(replace(CLEAR, **less)) < place_logit(CLEAR)


def test_where_words_stand_that_the_english_means() -> None:
    """Places are told for all words of the dictionary, those inside of longer ones too."""
    dictionary = Dictionary({"door", "water"})
    water, door = (frozenset({dictionary.stem(word)}) for word in ("water", "door"))
    assert {(0, 1, water), (1, 2, door)} <= set(dictionary.said("水门", water | door))
    assert dictionary.said("水门", frozenset()) == []
    assert dictionary.breadth(*water) > 100 > dictionary.breadth("zzz")
