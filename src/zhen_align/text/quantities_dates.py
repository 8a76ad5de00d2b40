"""Dates, years, decades, centuries and times of day, in digits.

A date is as many quantities as it has parts, so that "May 2021" can agree with 2021年5月3日
in what both say. Each pattern is tried where a digit or a month's name stands.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from zhen_align.text.quantities_types import Measure, Quantity, Reading
from zhen_align.types import Span

_NAMES = "January February March April May June July August September October November December"
_MONTHS = {name: n for n, name in enumerate(_NAMES.split(), 1)}
_SHORT = {name[:3]: n for name, n in _MONTHS.items()} | {"Sept": 9}
MONTHS = frozenset(_MONTHS) | frozenset(_SHORT)
_MONTH = rf"(?:{'|'.join(_MONTHS)}|{'|'.join(n for n in _SHORT if n != 'May')})(?![A-Za-z])"
_YEAR = r"(?:1[0-9]|20|21)\d\d(?!\d)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?!\d)"
_NTH = r"(?:-?(?:st|nd|rd|th)(?![A-Za-z]))?"
# the day is no day if it is a share, a clock or thousands
_NO_DAY = r"(?!\s?[%:]|[,.]\d)"

_AT_DIGIT = re.compile(
    r"(?P<iso>(?P<y1>(?:1[5-9]|20)\d\d)(?P<sep>[-/.])(?P<m1>0?[1-9]|1[0-2])(?P=sep)"
    r"(?P<d1>[12]\d|3[01]|0?[1-9])(?![-/.]?\d))"
    r"|(?P<us>(?P<m2>[12]\d|3[01]|0?[1-9])/(?P<d2>[12]\d|3[01]|0?[1-9])/(?P<y2>(?:19|20)\d\d)(?!\d))"
    rf"|(?P<zh>(?P<y3>{_YEAR})\s?年(?!代)(?:\s?(?P<m3>1[0-2]|0?[1-9])\s?月(?:\s?(?P<d3>{_DAY})\s?[日号號])?)?)"
    rf"|(?P<md>(?P<m4>1[0-2]|0?[1-9])\s?月(?![球龄齡])(?:\s?(?P<d4>{_DAY})\s?[日号號])?)"
    rf"|(?P<dmy>(?P<d5>{_DAY}){_NTH}\s(?:of\s)?(?P<m5>{_MONTH})\.?(?:,?\s(?P<y5>{_YEAR}))?)"
    r"|(?P<century>(?P<c1>\d{1,2})\s?世[纪紀](?:\s?(?P<t1>\d0)\s?年代)?)"
    r"|(?P<century2>(?P<c2>\d{1,2})(?:st|nd|rd|th)[\s-][Cc]entury)"
    r"|(?P<decade>(?P<t2>(?:1[5-9]|20)\d0|(?:(?<=the\s)|(?<=early\s)|(?<=late\s)|(?<=mid-))1[0-4]\d0|(?<!\d)\d0)(?:s(?![A-Za-z])|\s?年代))"
    r"|(?P<clock>(?P<h1>[01]?\d|2[0-4]):(?P<n1>[0-5]\d)(?::[0-5]\d)?(?!:?\d)(?:\s?(?P<p1>[AaPp])\.?[Mm](?![A-Za-z]))?)"
    r"|(?P<hour4>(?P<h4>1[0-2]|0?[1-9])\.(?P<n4>[0-5]\d)\s?(?P<p4>[AaPp])\.?[Mm](?![A-Za-z]))"
    r"|(?P<short>(?<=')(?<![A-Za-z\d]')(?P<y6>\d\d)(?![\d'\"]|(?:st|nd|rd|th|s)(?![A-Za-z])))"
    r"|(?P<hour>(?P<h2>1[0-2]|0?[1-9])\s?(?P<p2>[AaPp])(?:[Mm](?![A-Za-z])|\.m\.))"
    r"|(?P<dian>(?P<h3>[01]?\d|2[0-4])\s?[点點时時](?:\s?(?P<n3>[0-5]?\d)\s?分|(?P<q3>半|[一三]刻)))",
    re.ASCII,
)
_AT_MONTH = re.compile(
    rf"(?P<m>{_MONTH})\.?(?:\s(?P<d>{_DAY}){_NTH}{_NO_DAY}(?:\s?[-~]\s?(?P<d6>{_DAY}){_NO_DAY})?)?"
    rf"(?:,?\s(?P<y>{_YEAR}))?",
    re.ASCII,
)
QUARTERS = {"半": 30, "一刻": 15, "三刻": 45}
_NOON = re.compile(r"(?:下午|晚上|傍晚|午后|(?P<am>上午|早上|凌晨|清晨))\s?$", re.ASCII)


def at_digit(text: str, pos: int) -> tuple[list[Quantity], int] | None:
    """Read the date or time of day that begins with the digit at `pos`."""
    found = _AT_DIGIT.match(text, pos)
    if found is None:
        return None
    parts = {name: at for name, at in found.groupdict().items() if at is not None}
    if {"dian", "hour", "hour4", "clock"} & parts.keys():
        return [_clock(text, found, parts)], found.end()
    if {"century", "century2", "decade"} & parts.keys():
        return list(_ages(found, parts)), found.end()
    quantities = [
        _part(
            found, name, parts, {"y": Measure.YEAR, "m": Measure.MONTH, "d": Measure.DAY}[name[0]]
        )
        for name in sorted(parts, key=found.start)
        if name[0] in "ymd" and name[1:].isdigit()
    ]
    if "short" in parts:  # '98
        short = quantities[0]
        years = (Reading(Measure.YEAR, short.value + age) for age in (1900, 1800, 2000))
        quantities = [replace(short, readings=(*years, Reading(Measure.NUMBER, short.value)))]
    if "us" in parts:  # 3/5/2021 is the fifth of March or the third of May
        month, day, year = quantities
        both = (Reading(Measure.MONTH, month.value), Reading(Measure.MONTH, day.value))
        quantities = [
            replace(month, readings=(*both, Reading(Measure.DAY, month.value))),
            replace(day, readings=(Reading(Measure.DAY, day.value), *both)),
            year,
        ]
    return quantities, found.end()


def at_month(text: str, pos: int) -> tuple[list[Quantity], int]:
    """Read the date that begins with a month's English name at `pos`.

    >>> [(q.kind.value, int(q.value)) for q in at_month("May 3rd, 2021", 0)[0]]
    [('month', 5), ('day', 3), ('year', 2021)]
    """
    found = _AT_MONTH.match(text, pos)
    if found is None:
        return [], pos + 1
    month = found["m"]
    alone = found["d"] is None and found["y"] is None
    value = Decimal(_MONTHS.get(month) or _SHORT[month])
    reading = (Reading(Measure.MONTH, value),)
    span, part = Span(*found.span()), Span(0, len(month))
    quantities = [Quantity(span, reading, strong=not alone, digits=False, text=month, part=part)]
    parts = {name: found[name] for name in ("d", "d6", "y") if found[name]}
    for name, measure in (("d", Measure.DAY), ("d6", Measure.DAY), ("y", Measure.YEAR)):
        if name in parts:
            quantities.append(_part(found, name, parts, measure))
    return quantities, found.end()


def _part(found: re.Match[str], name: str, parts: dict[str, str], measure: Measure) -> Quantity:
    """Return one part of a date."""
    written = parts[name]
    if measure is Measure.MONTH and not written.isdigit():
        value = Decimal(_MONTHS.get(written) or _SHORT[written])
    else:
        value = Decimal(written)
    start, end = found.span(name)
    part = Span(start - found.start(), end - found.start())
    reading = Reading(measure, value)
    return Quantity(Span(*found.span()), (reading,), strong=True, text=written, part=part)


def _ages(found: re.Match[str], parts: dict[str, str]) -> Iterator[Quantity]:
    """Read centuries and decades; 20世纪90年代 is both."""
    written = parts.get("t1") or parts.get("t2")
    century = parts.get("c1") or parts.get("c2")
    span = Span(*found.span())
    if written is None:
        reading = Reading(Measure.CENTURY, Decimal(century or 0))
        yield Quantity(span, (reading,), strong=True, text=found[0])
        return
    year = Decimal(written)
    values = {year, year % 100}
    if century:
        values.add((Decimal(century) - 1) * 100 + year)
    readings = [Reading(Measure.DECADE, value) for value in sorted(values)]
    if year >= 1000 and not year % 100:  # the 1900s may be the 20th century
        readings.append(Reading(Measure.CENTURY, year // 100 + 1))
    yield Quantity(span, tuple(readings), strong=True, text=found[0])


def _clock(text: str, found: re.Match[str], parts: dict[str, str]) -> Quantity:
    """Read a time of day as minutes; without am or pm it may be either."""
    said = {name[0]: value for name, value in parts.items() if len(name) == 2}
    hour = int(said["h"])
    minute = int(said.get("n") or QUARTERS.get(said.get("q", ""), 0))
    half = said.get("p", "").lower()
    half = half_day(text, found.start()) or half
    readings = times(hour, minute, half)
    if hour == 1 and found[0] == f"1:{minute}":  # diluted 1:10 is tenfold
        readings += (Reading(Measure.FOLD, Decimal(minute)),)
    if "hour" in parts:
        readings += (Reading(Measure.NUMBER, Decimal(hour)),)
    return Quantity(Span(*found.span()), readings, strong=True, text=found[0])


def half_day(text: str, start: int) -> str:
    """Return whether the words before a time of day put it before noon, a, or after, p."""
    before = _NOON.search(text, max(0, start - 4), start)
    if before is None:
        return ""
    return "a" if before["am"] else "p"


def times(hour: int, minute: int, half: str) -> tuple[Reading, ...]:
    """Return the times of day that an hour may mean, in minutes; `half` is a, p or unknown.

    >>> [int(reading.value) for reading in times(4, 30, "p")]
    [990]
    """
    base = hour % 12
    hours = {"a": [base], "p": [base + 12]}.get(half, [hour] if hour > 12 else [hour, base + 12])
    return tuple(Reading(Measure.TIME, Decimal(h * 60 + minute)) for h in hours)
