"""Spellings of one term share a key; different terms do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhen_align.terms.forms import chinese_key, english_key, simplified, singular

SAME = [
    ("Large Language Models", "large-language model", "case, hyphen, plural"),
    ("boundary boxes", "boundary box", "-xes"),
    ("confusion matrices", "confusion matrix", "irregular"),
    ("tokenisation", "tokenization", "British"),
    ("modelling", "modeling", "a doubled l"),
    ("neighbourhood", "neighborhood", "-our"),
    ("ＬＬＭ", "llm", "full width"),
]
OTHER = [
    ("bias", "bia", "no plural"),
    ("filing", "filling", "a doubled l that means something"),
    ("class", "clas", "-ss"),
    ("statistics", "statistic", "a field is no plural"),
    ("re-sign", "resin", "other words"),
]


@pytest.mark.parametrize(("a", "b", "gloss"), SAME, ids=[g for *_, g in SAME])
def test_same(a: str, b: str, gloss: str) -> None:
    """Spellings of one English term share their key."""
    assert english_key(a) == english_key(b)


@pytest.mark.parametrize(("a", "b", "gloss"), OTHER, ids=[g for *_, g in OTHER])
def test_other(a: str, b: str, gloss: str) -> None:
    """What only looks alike has a key of its own."""
    assert english_key(a) != english_key(b)


def test_singular_keeps_case_and_abbreviations() -> None:
    """Only the plural ending goes."""
    words = ["LLMs", "GPS", "Networks", "DNAs", "Analyses", "gas", "viruses", "series", "cnns"]
    expected = ["LLM", "GPS", "Network", "DNA", "Analysis", "gas", "virus", "series", "cnn"]
    assert [singular(w) for w in words] == expected


def test_chinese_keys() -> None:
    """Width, blanks and script do not count: 語言模型 language model."""
    assert chinese_key("語言 模型") == chinese_key("语言模型")
    assert chinese_key("ＡＩ模型") == chinese_key("AI 模型")
    assert chinese_key("语言模型") != chinese_key("语言")
    assert chinese_key("後期特徵") == chinese_key("后期特征")


@given(st.text(alphabet="語言模型圖a乾着著\U00020000 ，é", max_size=20))
def test_simplifying_moves_nothing(text: str) -> None:
    """Every character stays at its place, and doing it twice does nothing more."""
    assert len(simplified(text)) == len(text)
    assert simplified(simplified(text)) == simplified(text)
