"""Quarters and halves of a year: 三季度, Q3, "the third quarter", 下半年, H2.

Each is also the ordinal that it is written with, so that a quarter of a match finds its like.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from zhen_align.text.quantities_types import Measure, Quantity, Reading, in_words

_HALVES = {1: Decimal(11), 2: Decimal(12)}  # as values of their own, for a half is no quarter
_QUARTER = re.compile(r"\s?季(?:度|[报報末])")
_QUARTER_EN = re.compile(r"[\s-]quarters?(?![a-z])", re.IGNORECASE)
_HALF = re.compile(r"[\s-]half(?![a-z])", re.IGNORECASE)
_LETTER = re.compile(r"(?<![A-Za-z])(?P<letter>[QH])$")
_HALF_YEAR = re.compile("(?P<first>上)半年|下半年")
_FIRST = "前头頭"  # 前三季度 are three of them


def periods(text: str, found: list[Quantity]) -> list[Quantity]:
    """Return the quantities of a text, those that are a quarter or a half read as such."""
    if not any(word in text for word in ("季", "uarter", "half", "半年", "Q", "H")):
        return found
    return [*(_period(text, q) for q in found), *_half_years(text)]


def _period(text: str, q: Quantity) -> Quantity:
    """Let 3 in 三季度 and Q3 be a quarter first."""
    value = next((r.value for r in q.readings), Decimal(0))
    if q.kind not in (Measure.ORDINAL, Measure.NUMBER, Measure.NAME) or value not in (1, 2, 3, 4):
        return q
    start, end = q.span.start, q.span.end
    letter = _LETTER.search(text[max(0, start - 2) : start]) if q.kind is Measure.NAME else None
    halves = value <= 2 and (
        letter["letter"] == "H" if letter else q.kind is Measure.ORDINAL and _HALF.match(text, end)
    )
    if halves:
        value = _HALVES[int(value)]
    elif not (letter and letter["letter"] == "Q") and not _is_quarter(text, q):
        return q
    return replace(q, readings=(Reading(Measure.PERIOD, value), *q.readings))


def _is_quarter(text: str, q: Quantity) -> bool:
    """Whether 季度 or, behind an ordinal, "quarter" follows."""
    if q.kind is Measure.ORDINAL and _QUARTER_EN.match(text, q.span.end):
        return True
    plural = text[max(0, q.span.start - 1) : q.span.start] in tuple(_FIRST)
    return not plural and _QUARTER.match(text, q.span.end) is not None


def _half_years(text: str) -> Iterator[Quantity]:
    """Yield 上半年 and 下半年."""
    for half in _HALF_YEAR.finditer(text):
        value = _HALVES[1 if half["first"] else 2]
        reading = Reading(Measure.PERIOD, value)
        yield in_words(half.span(), reading, text=half[0])
