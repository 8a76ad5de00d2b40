"""Sentences of one half of a file that stand in the other, too."""

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.pipeline import alignments, parsed

_ZH = [
    "温泉的水量每年不同，春季最多。",
    "水温一般在四十度上下，过高会伤害皮肤。",
    "村民把多余的水引到田里，用来灌溉蔬菜。",
    "管理处每月公布一次水质报告。",
]
_EN = [
    "The flow of the spring differs from year to year and is greatest in March.",
    "The water is usually about forty degrees warm, since hotter water hurts the skin.",
    "Villagers lead the surplus water to the fields and irrigate their vegetables with it.",
    "The office publishes a report on the quality of the water every month.",
]


@pytest.mark.parametrize("zh_first", [True, False])
@pytest.mark.parametrize("number", range(len(_ZH)))
def test_a_chinese_sentence_in_the_english_half(number: int, *, zh_first: bool) -> None:
    """It is told, however it is aligned, and whichever half comes first."""
    english = [*_EN[:number], _ZH[number], *_EN[number + 1 :]]
    assert _left(english, zh_first=zh_first) == [_ZH[number]]


@pytest.mark.parametrize("zh_first", [True, False])
def test_nothing_is_left(*, zh_first: bool) -> None:
    """A text that is whole is silent."""
    assert _left(_EN, zh_first=zh_first) == []


def _left(english: list[str], *, zh_first: bool) -> list[str]:
    halves = ["# 温泉\n\n" + "".join(_ZH), "# Spring\n\n" + " ".join(english)]
    text = "\n\n".join(halves if zh_first else reversed(halves))
    pairs = alignments([parsed("spring.md", text.encode())], "")
    findings = lint(pairs, (), Options(only=("untranslated",))).findings
    return [finding.place.text for finding in findings]
