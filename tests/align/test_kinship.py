"""How kinds of blocks and headings go together."""

import pytest

from zhen_align.align.kinship import heading_shift, ordinal, shift, stock
from zhen_align.types import Kind

ORDINALS = [
    ("II. Methods", "2"),
    ("二、方法", "2"),  # methods
    ("第三章 结果", "3"),  # chapter three, results
    ("3.1 Data", "3.1"),
    ("A. Notation", "A"),
    ("IV 结论", "4"),  # conclusions
    ("Illness", ""),
    ("方法", ""),  # methods
]


@pytest.mark.parametrize(("heading", "number"), ORDINALS)
def test_ordinals_in_one_notation(heading: str, number: str) -> None:
    """Roman, Arabic and Chinese section numbers compare; a word is no number."""
    assert ordinal(heading) == number


# English, Chinese, whether what they say is the same, other or open
HEADINGS = [
    ("Summary", "小结", 6.0),  # summary, which is a conclusion too
    ("Summary", "摘要", 6.0),  # abstract
    ("Conclusions", "小结", 6.0),
    ("3. Methods", "三、方法", 7.5),  # methods
    ("3. Methods", "四、方法", 3.0),  # the number of another section
    ("Introduction", "结论", -3.0),  # conclusion
    ("Deep Learning", "结论", 0.0),  # only one is a stock heading
    ("**Abstract:**", "【摘 要】", 6.0),  # abstract, with marks and a blank inside
]


@pytest.mark.parametrize(("en", "zh", "score"), HEADINGS)
def test_headings(en: str, zh: str, score: float) -> None:
    """Stock headings of one class attract, of two classes repel; so do section numbers."""
    assert heading_shift(en, zh) == score


def test_a_stock_heading_may_be_of_two_classes() -> None:
    """A summary is an abstract and a conclusion."""
    assert stock("小结") == stock("Conclusions") | stock("小结")  # summary
    assert len(stock("Summary")) == 2
    assert stock("Deep Learning") == frozenset()


def test_shifts_are_symmetric_and_kind_to_equals() -> None:
    """No pair of kinds is better than two of one kind, and sides do not matter."""
    for a in Kind:
        for b in Kind:
            assert shift(a, b) == shift(b, a) <= 0
    assert shift(Kind.PARAGRAPH, Kind.PARAGRAPH) == shift(Kind.TITLE, Kind.HEADING) == 0
    assert shift(Kind.NAVIGATION, Kind.PARAGRAPH) < shift(Kind.NAVIGATION, Kind.NAVIGATION) < 0
    assert shift(Kind.HEADING, Kind.PARAGRAPH) < 0
