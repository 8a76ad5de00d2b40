"""What the words around a number add to it: halves, shares, percentiles, generations, numerals.

Each adds a reading or a weak quantity, so that a number of the other side finds its like; nothing
here is demanded of a translation. Not here: the numbers themselves.
"""

import re
from dataclasses import replace
from decimal import Decimal

from zhen_align.text.quantities_dates import half_day, times
from zhen_align.text.quantities_types import (
    Measure,
    Quantity,
    Reading,
    divide,
    in_words,
)
from zhen_align.types import Span

# 2个半月, 3年半
_AND_HALF = re.compile(
    r"\s?(?:[个個年天周週岁歲倍米吨噸杯碗勺匙斤亩畝磅瓶盒打页頁章里]|小时|小時|公里|分[钟鐘])半(?![径徑数數导導])"
)
_HALF_MORE = re.compile(r"倍半")
_OF_WHOLE = re.compile(r"\s(?:as|the|that|those|its|their|what)(?![a-z])", re.IGNORECASE)
_WHOLES = re.compile(r"[的其](?:[约近]|大约|将近|接近|超过|至少)?$")
_AMONG = re.compile(r"\s(?:in|out\sof)\s(?:every\s)?", re.IGNORECASE)
# 12 births in every thousand
_RATE = re.compile(
    r"\s(?:[a-z]+\s){0,3}(?:in|out\sof|per|for)\s(?:every\s|each\s|an?\s)?", re.IGNORECASE
)
# 每八盏灯中有一盏
_EVERY = re.compile(r"[^\W\d]{1,8}?(?:当中|之中|[中里裡])(?:[就便约約大]{0,2}有)?\s?")
_PERCENTILE = re.compile(r"[\s-]?percentiles?(?![a-z])", re.IGNORECASE)
# half a percentage point, 半个百分点
_OF_POINT = re.compile(
    r"[\s-](?:(?:of\s)?(?:an?|one|1)\s)?(?:percentage[\s-]points?|per\s?cent|points?)(?![a-z])"
    r"|[个個]?百分[点點]",
    re.IGNORECASE,
)
# in a factor of 30 to 100 both are one
_FACTOR = re.compile(
    r"factors?\s(?:of|between)\s(?:(?:about|nearly|over|almost|some|up to)\s)?"
    r"(?:[\w.]{1,9}(?:\sto\s|\sor\s|\s?[-~]\s?|(?<=ween\s\d)\sand\s|(?<=ween\s\d\d)\sand\s))?$",
    re.IGNORECASE,
)
_GENERATION = re.compile(r"后(?![面来續续端置处處期半卫衛者])|後(?![面來續端置處期半衛者])")
# 民国112年, 令和五年
_ERAS = {"民国": 1911, "民國": 1911, "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911}
_ERA = re.compile(rf"({'|'.join(_ERAS)})\s?$")
_TENTHS = re.compile(
    r"成([半一二三四五六七八九])(?![个個十百千万萬亿億点點分成年月])"
)  # 三成七 is 37%
_OCLOCK = re.compile(
    r"\s?(?:[时時](?![间間速代期光长長效空段刻序点點域隔])"
    r"|[点點](?:[整钟鐘]|(?=[\s，。、；,.~（）()至到前后以之和起开開在从從出抵]|$)))"
)
# 2020–21
_NEXT_YEAR = re.compile(r"\s?[-/~]\s?")


def in_context(text: str, found: list[Quantity]) -> list[Quantity]:
    """Return the quantities of a text with what the words around them add."""
    out = list(found)
    halves = set()
    for at, q in enumerate(found):
        if q.kind is Measure.NUMBER and (more := _AND_HALF.match(text, q.span.end)):
            half = Reading(Measure.NUMBER, q.value + Decimal("0.5"))
            out[at] = replace(q, readings=(*q.readings, half))
            halves.add(Span(more.end() - 1, more.end()))
        elif q.kind is Measure.NUMBER and (era := _ERA.search(text[: q.span.start][-4:])):
            year = Reading(Measure.YEAR, q.value + _ERAS[era[1]])
            out[at] = replace(q, readings=(year, *q.readings))
        elif q.kind is Measure.FOLD and _is_of_whole(text, q):
            out[at] = replace(q, whole=True)
        elif q.kind is Measure.FOLD and _HALF_MORE.match(text, q.span.end - 1):
            out[at] = replace(q, readings=(Reading(q.kind, q.value + Decimal("0.5")),))
        elif q.kind is Measure.PERCENT and (more := _TENTHS.match(text, q.span.end - 1)):
            place = Span(q.span.start, more.end())
            part = "一二三四半六七八九".index(more[1].replace("五", "半")) + 1
            out[at] = replace(q, span=place, readings=(Reading(q.kind, q.value + part),))
        elif q.kind is Measure.ORDINAL and _PERCENTILE.match(text, q.span.end):
            out[at] = replace(q, readings=(*q.readings, Reading(Measure.PERCENT, q.value)))
        elif q.kind is Measure.FRACTION and _OF_POINT.match(text, q.span.end):
            out[at] = replace(q, readings=(Reading(Measure.PERCENT, q.value), *q.readings))
        elif _counts_all(text, q):
            out[at] = replace(q, readings=(*q.readings, Reading(q.kind, q.value - 1)))
        elif q.kind is Measure.NUMBER and _FACTOR.search(
            text, max(0, q.span.start - 36), q.span.start
        ):
            out[at] = replace(q, readings=(Reading(Measure.FOLD, q.value), *q.readings))
        elif _is_generation(text, q):
            out[at] = replace(q, strong=False, readings=(*q.readings, *_born(q.value)))
        elif at and _is_share(text, found[at - 1], q):
            share = Reading(Measure.FRACTION, divide(found[at - 1].value, q.value))
            out[at] = replace(q, readings=(*q.readings, share))
            out[at - 1] = replace(out[at - 1], readings=(*out[at - 1].readings, share))
        elif q.kind is Measure.NUMBER and q.digits and _OCLOCK.match(text, q.span.end):
            if q.value <= 24 and q.value == int(q.value):
                hours = times(int(q.value), 0, half_day(text, q.span.start))
                out[at] = replace(q, readings=(*q.readings, *hours))
        elif at and _goes_on(text, found[at - 1], q):
            years = found[at - 1].value // 100 * 100 + q.value
            out[at] = replace(q, readings=(*q.readings, Reading(Measure.YEAR, years)))
        elif at and (share_of := _every(text, found[at - 1], q)):
            out.append(share_of)
    return [q for q in out if q.span not in halves]


def _counts_all(text: str, q: Quantity) -> bool:
    """Whether what is named counts with the rest: 交通部等七部门, the ministry and six others."""
    named = text[max(0, q.span.start - 1) : q.span.start] == "等"
    return named and q.kind is Measure.NUMBER and 2 < q.value == int(q.value)


def _is_of_whole(text: str, q: Quantity) -> bool:
    """Whether "as" or the like follows a multiple, or 的 stands before it."""
    return (
        _OF_WHOLE.match(text, q.span.end) is not None
        or _WHOLES.search(text, max(0, q.span.start - 4), q.span.start) is not None
    ) and "半" not in text[q.span.end : q.span.end + 1]


def _is_generation(text: str, q: Quantity) -> bool:
    """Whether 90后, 85后: those born then."""
    return (
        q.kind is Measure.NUMBER
        and len(q.text) == 2
        and q.text.isdecimal()
        and q.value % 5 == 0
        and not q.unit
        and text[q.span.start - 1 : q.span.start] not in tuple("第前近约")
        and _GENERATION.match(text, q.span.end) is not None
    )


def _born(short: Decimal) -> tuple[Reading, ...]:
    """Return the years and decades that 85 and 90 stand for."""
    year = short + (1900 if short > 25 else 2000)
    return (
        Reading(Measure.YEAR, year), Reading(Measure.DECADE, short), Reading(Measure.DECADE, year)
    )  # fmt: skip


def figure_one(value: Decimal) -> bool:
    """Whether a value is a hundred, a thousand and so on, of which rates are told."""
    return value >= 100 and value.normalize().as_tuple().digits == (1,)


def _is_share(text: str, some: Quantity, every: Quantity) -> bool:
    """Whether "1 in 10,000" stands there."""
    return (
        Measure.NUMBER is some.kind is every.kind
        and 0 < some.value < every.value
        and 0 < every.span.start - some.span.end <= 40
        and (_RATE if figure_one(every.value) else _AMONG).fullmatch(
            text, some.span.end, every.span.start
        )
        is not None
    )


def _every(text: str, every: Quantity, some: Quantity) -> Quantity | None:
    """Return the share that 每八盏灯中有一盏 says."""
    start, end = every.span.start - 1, some.span.end
    if text[max(0, start) : every.span.start] != "每" or not 0 < some.value < every.value:
        return None
    if not _EVERY.fullmatch(text, every.span.end, some.span.start):
        return None
    share = Reading(Measure.FRACTION, divide(some.value, every.value))
    return in_words((start, end), share, text=text[start:end], counts=True)


def _goes_on(text: str, first: Quantity, last: Quantity) -> bool:
    """Whether "21" stands in 2020–21: the next year, without its century."""
    return (
        Measure.NUMBER is last.kind
        and first.kind in (Measure.NUMBER, Measure.YEAR)
        and len(first.text) == 4
        and len(last.text) == 2
        and 1500 <= first.value < 2100
        and last.value > first.value % 100
        and _NEXT_YEAR.fullmatch(text, first.span.end, last.span.start) is not None
    )
