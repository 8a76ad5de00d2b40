"""Words that say a number without one: the thirties, Monday, noon, half past six, XIV, FY24.

All are weak: they support a number of the other side. Not here: number words proper.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import chain

from zhen_align.text.quantities_dates import times
from zhen_align.text.quantities_numerals import EN_ONES, roman
from zhen_align.text.quantities_types import Measure, Quantity, Reading, in_words

_TENS = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
    "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
_DECADE = re.compile(rf"(?<![a-z])(?:{'|'.join(_TENS)})(?![a-z])", re.IGNORECASE)
_DAYS = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
    "sunday": 7,
}  # fmt: skip
_WEEKDAY_EN = re.compile(rf"(?<![a-z])({'|'.join(_DAYS)})s?(?![a-z])", re.IGNORECASE)
# 一周五天 is a week of five days
_WEEKDAY_ZH = re.compile(
    r"(?:星期|礼拜|禮拜|(?<![一二两兩三四五六七八九十每几幾第单單数數前后后半\d])(?:周|週))"
    r"(?P<n>[一二三四五六日天])(?![天年次个個点點种種])"
    r"|每[周週](?P<each>[一二三四五六日])(?=[至到、，,。；;和及与或的召开举晚上下早中午凌夜进停休公发更]|$)"
)
# counted from when the text was written
_THIS_CENTURY = re.compile(
    r"(?P<now>[本这這]个?世[纪紀])|[上]个?世[纪紀]"
    r"|(?<![a-z])(?:(?P<present>this|(?:the|our)(?:\s(?:present|current|new))?)|(?:the\s)?(?:last|past|previous))"
    r"\scentury",
    re.IGNORECASE,
)
_NOONS = re.compile(
    r"(?P<noon>(?<![a-z])(?:noon|midday)(?![a-z])|正午|中午)|(?<![a-z])midnight(?![a-z])|午夜|零[点點时時]",
    re.IGNORECASE,
)
_ROMAN = re.compile(
    r"(?<![\w.-])(?=[IVX])(?P<n>X{0,2}(?:IX|IV|V?I{0,3}))(?![\w'’.-]|\s?=)", re.ASCII
)
_RANKED = re.compile(r"\s?[期型级級类類相度段]")
_RANK = re.compile(
    r"(?:phase|type|class|grade|stage|level|group|part|category|volume)s?\s$", re.IGNORECASE
)

# one of these stands where anything is to be found, and asking for it costs little
_NOON_SIGNS = ("noon", "Noon", "idday", "idnight", "午", "零")
_WEEK_SIGNS = ("周", "週", "期", "礼", "禮")
_ROMAN_SIGNS = ("I", "V", "X")
_ROMAN_SIGN = re.compile("[\u2160-\u216b\u2170-\u217b]")  # Ⅱ and ⅱ, each one sign
_FISCAL_SIGNS = ("FY", "Q", "H1", "H2", "1H", "2H")
_HOURS = "|".join(name for name, n in EN_ONES.items() if 0 < n <= 12)
_CLOCK_WORDS = re.compile(
    rf"(?<![a-z])(?:(?P<half>half)|(?:a\s)?quarter)\s(?P<way>past|to|after|before)\s(?P<hour>{_HOURS}|1[0-2]|[1-9])(?![a-z\d:%]|\.\d)",
    re.IGNORECASE,
)
_JUBILEES = {
    "centen": 100, "sesquicenten": 150, "bicenten": 200, "tercenten": 300, "quincenten": 500,
}  # fmt: skip
_JUBILEE = re.compile(
    rf"(?<![a-z])({'|'.join(_JUBILEES)})n?(?:ary|aries|ials?)(?![a-z])", re.IGNORECASE
)
# FY24, FY2023/24, 1H23, Q3'24
_FISCAL = re.compile(
    r"(?<![A-Za-z\d])(?:FY\s?'?(?P<fy>(?:20)?\d\d)(?:[/-](?P<to>\d\d))?"
    r"|(?:(?P<n1>[1-4])(?P<q1>[QH])|(?P<q2>[QH])(?P<n2>[1-4]))\s?'?(?P<year>(?:20)?\d\d))(?![\dA-Za-z])"
)
# twice as much, and twice that
_PLAIN_TWO = str.maketrans("两兩", "二二")
_DOUBLINGS = re.compile(r"翻(?:了|上)?(?P<times>[一两兩二三四1-4])?番(?P<half>半)?")
_PARTED = re.compile(
    r"(?<![一二三四五六七八九十百千万])([一二三四五六七八九])[\s:比]?([一二三四五六七八九])(?:开(?![始发發放设設启啟创創关關展元本])|分成|分账|分賬|的?比例)"
)
_PARTED_SIGNS = ("开", "分成", "分账", "分賬", "比例")
_BANDS = {"decile": 10, "quintile": 20, "quartile": 25}
_BAND = re.compile(rf"(?<![a-z])({'|'.join(_BANDS)})s?(?![a-z])", re.IGNORECASE)


def plain_words(text: str) -> Iterator[Quantity]:
    """Yield what words that are no numbers say of years, days and hours.

    >>> [int(q.value) for q in plain_words("at half past six on Friday in FY24")]
    [5, 390, 2024]
    """
    return chain(
        _decades(text), _romans(text), _weekdays(text), _centuries(text), _noons(text),
        _clock_words(text), _jubilees(text), _fiscal(text),
        _doublings(text), _parted(text), _bands(text),
    )  # fmt: skip


def _centuries(text: str) -> Iterator[Quantity]:
    """Yield this century and the last by their numbers."""
    for found in _THIS_CENTURY.finditer(text) if "世" in text or "entury" in text else ():
        value = Decimal(21 if found["now"] or found["present"] else 20)
        yield in_words(found.span(), Reading(Measure.CENTURY, value), text=found[0])


def _decades(text: str) -> Iterator[Quantity]:
    """Yield the thirties: of a person or of a century."""
    for word in _DECADE.finditer(text) if "ties" in text else ():
        age = Decimal(_TENS[word[0].lower()])
        readings = (Reading(Measure.DECADE, age), Reading(Measure.DECADE, age + 1900))
        yield in_words(word.span(), *readings, bounds=(age, age + 10), text=word[0])


def _weekdays(text: str) -> Iterator[Quantity]:
    """Yield the days of the week by their number, Sunday the seventh."""
    for day in _WEEKDAY_EN.finditer(text) if "day" in text else ():
        value = Decimal(_DAYS[day[1].lower()])
        yield in_words(day.span(), Reading(Measure.WEEKDAY, value), text=day[0])
    for day in _WEEKDAY_ZH.finditer(text) if any(sign in text for sign in _WEEK_SIGNS) else ():
        value = Decimal("一二三四五六日天".index(day["n"] or day["each"]) + 1).min(Decimal(7))
        yield in_words(day.span(), Reading(Measure.WEEKDAY, value), text=day[0])


def _noons(text: str) -> Iterator[Quantity]:
    """Yield noon and midnight as times of day."""
    for found in _NOONS.finditer(text) if any(word in text for word in _NOON_SIGNS) else ():
        times_of = (720,) if found["noon"] else (0, 1440)
        readings = [Reading(Measure.TIME, Decimal(minutes)) for minutes in times_of]
        open_ends = (readings[0].value, readings[0].value + 1)
        yield in_words(found.span(), *readings, bounds=open_ends, text=found[0])


def _romans(text: str) -> Iterator[Quantity]:
    """Yield the Roman numerals: alone, letters are numerals only beside a word of rank."""
    for found in _ROMAN.finditer(text) if any(sign in text for sign in _ROMAN_SIGNS) else ():
        said = found["n"]
        if len(said) < 2 and not (
            _RANKED.match(text, found.end())
            or _RANK.search(text, max(0, found.start() - 12), found.start())
        ):
            continue
        yield in_words(found.span(), Reading(Measure.NUMBER, Decimal(roman(said))), text=said)
    for found in _ROMAN_SIGN.finditer(text) if not text.isascii() else ():
        value = (ord(found[0]) & 0xF) + 1
        yield in_words(found.span(), Reading(Measure.NUMBER, Decimal(value)), text=found[0])


def _clock_words(text: str) -> Iterator[Quantity]:
    """Yield "half past six" and "a quarter to five", before noon or after."""
    for found in _CLOCK_WORDS.finditer(text) if "alf " in text or "uarter " in text else ():
        said = found["hour"].lower()
        hour = EN_ONES.get(said) or int(said)
        minute = 30 if found["half"] else 15
        if found["way"].lower() in ("to", "before"):
            hour, minute = (hour + 11) % 12, 60 - minute
        yield in_words(found.span(), *times(hour, minute, ""), text=found[0])


def _jubilees(text: str) -> Iterator[Quantity]:
    """Yield the years of a centenary."""
    for found in _JUBILEE.finditer(text) if "cent" in text or "Cent" in text else ():
        years = Decimal(_JUBILEES[found[1].lower()])
        yield in_words(found.span(), Reading(Measure.NUMBER, years), text=found[0])


def _fiscal(text: str) -> Iterator[Quantity]:
    """Yield the years, quarters and halves of FY24, FY2023/24, 1H23 and Q3'24."""
    for found in _FISCAL.finditer(text) if any(sign in text for sign in _FISCAL_SIGNS) else ():
        for name in ("fy", "to", "year"):
            if found[name]:
                year = Decimal(found[name][-2:]) + 2000
                yield in_words(
                    found.span(name),
                    Reading(Measure.YEAR, year),
                    Reading(Measure.NUMBER, year % 100),
                )
        part = found["n1"] or found["n2"]
        if part:
            half = "H" in (found["q1"], found["q2"])
            value = Decimal(part) + (10 if half else 0)
            yield in_words(found.span(), Reading(Measure.PERIOD, value), text=found[0])


def _doublings(text: str) -> Iterator[Quantity]:
    """Yield 翻一番 as twofold, 翻两番 as fourfold."""
    for found in _DOUBLINGS.finditer(text) if "翻" in text else ():
        times = "零一二三四".find((found["times"] or "一").translate(_PLAIN_TWO))
        value = Decimal(2) ** (times if times > 0 else int(found["times"]))
        fold = Reading(Measure.FOLD, value + (Decimal("0.5") if found["half"] else 0))
        yield replace(in_words(found.span(), fold, text=found[0], counts=True), whole=True)


def _parted(text: str) -> Iterator[Quantity]:
    """Yield both shares of 二八开: twenty and eighty in a hundred."""
    for found in _PARTED.finditer(text) if any(s in text for s in _PARTED_SIGNS) else ():
        parts = ["零一二三四五六七八九".index(found[n]) * 10 for n in (1, 2)]
        if sum(parts) == 100:
            for n, share in zip((1, 2), map(Decimal, parts), strict=True):
                readings = Reading(Measure.NUMBER, share), Reading(Measure.PERCENT, share)
                yield in_words(found.span(n), *readings, text=found[0])


def _bands(text: str) -> Iterator[Quantity]:
    """Yield the share of a decile, a quintile and a quartile."""
    for found in _BAND.finditer(text) if "ile" in text else ():
        share = Decimal(_BANDS[found[1].lower()])
        yield in_words(found.span(), Reading(Measure.PERCENT, share), text=found[0])
