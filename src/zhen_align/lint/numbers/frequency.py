"""How often something happens: twice a year, 每两年一次, every six hours, 一日三次.

Not here: rates of amounts (4 L/min), which have units.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from zhen_align.lint.facts import BeadFacts, Side
from zhen_align.text.quantities import Quantity
from zhen_align.text.quantities_numerals import EN_ONES, EN_TENS, zh_amount
from zhen_align.types import Lang, Span

# each so many minutes, or so many months: a month has no length in days
_MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 10080}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_ZH = {
    "分钟": "minute", "分鐘": "minute", "小时": "hour", "小時": "hour", "天": "day", "日": "day",
    "周": "week", "週": "week", "星期": "week", "月": "month", "季度": "quarter", "季": "quarter",
    "年": "year",
}  # fmt: skip
_ADVERBS = {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year"}
_ADVERBS |= {"annually": "year", "hourly": "hour"}
_COUNTS = {"once": 1, "twice": 2, "thrice": 3, "other": 2, "second": 2, "third": 3} | EN_ONES
_COUNTS |= EN_TENS
_N = rf"(?:\d{{1,3}}|{'|'.join(sorted(_COUNTS, key=len, reverse=True))})"
_UNIT = r"(?:minute|hour|day|week|month|quarter|year|decade)"
_EN_TIMES = re.compile(
    rf"(?<![a-z\d.])(?P<n>once|twice|thrice|(?:{_N})\stimes)\s"
    rf"(?:(?:an?|per|each|every)\s(?:(?P<of>{_N})\s)?(?P<unit>{_UNIT})s?|(?P<adverb>{'|'.join(_ADVERBS)}))"
    rf"(?![a-z-])|(?<![a-z])(?<!once\s)every\s(?P<every>{_N})\s(?P<each>{_UNIT})s(?![a-z-])"
    r"|(?<![a-z])(?P<two>biennial|semi-?annual|bi-?annual)(?:ly)?(?![a-z])",
    re.IGNORECASE,
)
# one of these stands where anything is to be found, and asking for it costs little
_SIGNS = ("nce", "wice", "hrice", " times", "very", "nnial", "nnual")
_ZH_N = r"(?:\d{1,3}|[一二两兩三四五六七八九十]{1,3}|半)"
_ZH_UNIT = "|".join(sorted(_ZH, key=len, reverse=True))
_ZH_TIMES = re.compile(
    rf"(?:每|(?<![第之\d一二两三四五六七八九十百])(?=一[天日周週年]))(?:隔)?\s?(?P<of>{_ZH_N})?\s?[个個]?(?P<unit>{_ZH_UNIT})"
    rf"(?:[^，。；,;（()）\d次]{{0,5}}?(?P<n>{_ZH_N})\s?[次回届屆])?"
    rf"|(?<![第之\d一二两三四五六七八九十百])(?P<of2>{_ZH_N})\s?[个個]?(?P<unit2>{_ZH_UNIT})一[次度届屆]"
)


class Frequency(NamedTuple):
    """How often in a minute, or in a month where `monthly`; and where that is said."""

    often: Fraction
    monthly: bool
    span: Span


def other_frequency(bead: BeadFacts) -> tuple[Frequency, Frequency] | None:
    """Return the target's frequency and the source's where each has one, and they differ."""
    en = list(_frequencies(bead.en))
    zh = list(_frequencies(bead.zh)) if len(en) == 1 else []
    if len(zh) != 1 or zh[0].monthly is not en[0].monthly or zh[0].often == en[0].often:
        return None
    return (zh[0], en[0]) if bead.target_lang is Lang.ZH else (en[0], zh[0])


def as_often(bead: BeadFacts) -> frozenset[Quantity]:
    """Return the quantities that say how often something happens as the other side says it."""
    en = list(_frequencies(bead.en))
    zh = list(_frequencies(bead.zh)) if en else []
    spans = [(one.span, two.span) for one in zh for two in en if one[:2] == two[:2]]
    return frozenset(
        q
        for side, at in ((bead.zh, 0), (bead.en, 1))
        for span, q in (side.quantities if spans else ())
        if any(pair[at].start <= span.start and span.end <= pair[at].end for pair in spans)
    )


def _frequencies(side: Side) -> Iterator[Frequency]:
    pattern, read = (_EN_TIMES, _english) if side.lang is Lang.EN else (_ZH_TIMES, _chinese)
    for text in side.texts:
        if side.lang is Lang.EN and not any(sign in text.text for sign in _SIGNS):
            continue
        for found in pattern.finditer(text.plain):
            if said := read(found):
                count, of, unit = said
                size = _MINUTES.get(unit) or _MONTHS[unit]
                place = text.span(Span(*found.span()))
                yield Frequency(Fraction(count) / (of * size), unit in _MONTHS, place)


def _english(found: re.Match[str]) -> tuple[int, Fraction, str] | None:
    if two := found["two"]:
        return (1, Fraction(2), "year") if two.lower() == "biennial" else (2, Fraction(1), "year")
    if found["every"]:
        return 1, Fraction(_number(found["every"])), found["each"].lower()
    count = _number(found["n"].lower().removesuffix(" times"))
    if found["adverb"]:
        return count, Fraction(1), _ADVERBS[found["adverb"].lower()]
    return count, Fraction(_number(found["of"] or "1")), found["unit"].lower()


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _COUNTS[word.lower()]


def _chinese(found: re.Match[str]) -> tuple[int, Fraction, str] | None:
    if found["of2"]:
        return 1, _zh_number(found["of2"]), _ZH[found["unit2"]]
    if not found["n"] and (found["of"] or "一") == "一":  # 每天 says no number
        return None
    count = _zh_number(found["n"] or "一")
    return int(count), _zh_number(found["of"] or "一"), _ZH[found["unit"]]


def _zh_number(written: str) -> Fraction:
    if written == "半":
        return Fraction(1, 2)
    if written.isdecimal():
        return Fraction(int(written))
    amount = zh_amount(written)
    return Fraction(int(amount.values[0])) if amount and amount.values else Fraction(1)
