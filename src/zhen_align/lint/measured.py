"""The quantities of a side with their units, and those that say the same in another unit.

90 分钟 is 1.5 hours, 2 小时 30 分钟 is 2.5. Not here: what units are called (text/units.py).
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from zhen_align.lint.facts import Side
from zhen_align.text.quantities import Measure, Quantity
from zhen_align.text.units import unit_at
from zhen_align.types import Span

# the units of one line turn into each other; each is so many of the line's first
_TABLE = """
s 1 ms 0.001 µs 0.000001 ns 0.000000001 min 60 quarterhour 900 h 3600 day 86400 week 604800
day 1 week 7
month 1 year 12 decade 120 century 1200
g 1 kg 1000 mg 0.001 µg 0.000001 ng 0.000000001 t 1000000 jin 500
t 1 kt 1000 Mt 1000000 Gt 1000000000 kg 0.001
m 1 km 1000 cm 0.01 mm 0.001 µm 0.000001 nm 0.000000001
mu 1 ha 15 km² 1500
L 1 mL 0.001 µL 0.000001
byte 1 KB 1000 MB 1000000 GB 1000000000 TB 1000000000000 PB 1000000000000000
byte 1 KB 1024 MB 1048576 GB 1073741824 TB 1099511627776 PB 1125899906842624
Hz 1 kHz 1000 MHz 1000000 GHz 1000000000
W 1 kW 1000 MW 1000000 GW 1000000000 TW 1000000000000
Wh 1 kWh 1000 MWh 1000000 GWh 1000000000 TWh 1000000000000
dollar 1 cent 0.01
euro 1 cent 0.01
V 1 mV 0.001
J 1 kJ 1000
cal 1 kcal 1000
Pa 1 kPa 1000 MPa 1000000
mol 1 mmol 0.001 µmol 0.000001
"""
_SIZES = [
    dict(zip(words[::2], map(Decimal, words[1::2]), strict=True))
    for words in (line.split() for line in _TABLE.strip().splitlines())
]
_ARTICLE = re.compile(r"(?<![A-Za-z])(?:(?P<half>(?i:half) an?)|an?|per|every|each|An?)(?= )")
_MORE = re.compile(r"\s+and\s+a\s+half\b")
_AND_HALF = re.compile(r"\s?(?:[个個]半|(?=(?:年|[天日周週]|小[时時]|分[钟鐘])半))")
_HALF = Decimal("0.5")
_NEAR = 6  # characters between 2 小时 and 30 分钟


class Measured(NamedTuple):
    """A number with its unit, and where the two stand in the document.

    `more` is what 半 adds.
    """

    quantity: Quantity
    unit: str
    span: Span
    more: Decimal = Decimal(0)


def measured(side: Side) -> Iterator[Measured]:
    """Yield the numbers of a side that have a known unit, in order."""
    for text in side.texts:
        for q in text.quantities:
            end = _end(q, text.text)
            half = _AND_HALF.match(text.text, end)
            several = len(q.readings) > 1 and not (q.digits or half)
            if q.kind is not Measure.NUMBER or several:
                continue
            end = half.end() if half and half[0].endswith("半") else end
            if read := unit_at(text.text, q.span.start, end):
                unit, start, end = read
                yield Measured(q, unit, text.span(Span(start, end)), _HALF if half else Decimal(0))


def restated(here: Side, there: Side) -> frozenset[Quantity]:
    """Return the quantities of both sides that the other says in another unit."""
    mine, others = list(measured(here)), list(measured(there))
    found: set[Quantity] = set()
    if mine or others:
        ones = _ones(here), _ones(there)
        for sizes in _SIZES:
            a, b = _amounts(mine, sizes, ones[0]), _amounts(others, sizes, ones[1])
            for value in a.keys() & b.keys():
                found.update(a[value], b[value])
    return frozenset(found)


def same_rate(a: str, b: str) -> bool:
    """Whether two rates are one: mg/mL is g/L.

    >>> same_rate("mg/mL", "g/L"), same_rate("mg/mL", "mg/L"), same_rate("m/s", "m")
    (True, False, False)
    """
    (one, _, by), (other, _, per) = a.partition("/"), b.partition("/")
    if not (by and per):
        return False
    return any(
        top[one] * low[per] == top[other] * low[by]
        for top in _SIZES
        if one in top and other in top
        for low in _SIZES
        if by in low and per in low
    )


def _ones(side: Side) -> list[tuple[str, Decimal]]:
    """Return the units that a side has one, or half of one, of without a number: within a day."""
    found = []
    for text in side.texts:
        for article in _ARTICLE.finditer(text.plain):
            if unit := unit_at(text.plain, article.start(), article.end()):
                half = _HALF if article["half"] else Decimal(1)
                more = _HALF if _MORE.match(text.plain, unit[2]) else Decimal(0)
                found.append((unit[0], half + more))
    return found


def _amounts(
    of: Sequence[Measured], sizes: dict[str, Decimal], ones: Sequence[tuple[str, Decimal]]
) -> dict[Decimal, tuple[Quantity, ...]]:
    """Return what the quantities of one kind come to, alone and together with the next."""
    known = [m for m in of if m.unit in sizes]
    found: dict[Decimal, tuple[Quantity, ...]] = {}
    for first, second in pairwise(known):
        if 0 <= second.span.start - first.span.end <= _NEAR and first.unit != second.unit:
            both = _amount(first, sizes) + _amount(second, sizes)
            found[both.normalize()] = (first.quantity, second.quantity)
    found |= {(n * sizes[unit]).normalize(): () for unit, n in ones if unit in sizes}
    for one in known:
        found.setdefault(_amount(one, sizes).normalize(), (one.quantity,))
    return found


def _amount(one: Measured, sizes: dict[str, Decimal]) -> Decimal:
    return (one.quantity.value + one.more) * sizes[one.unit]


def _end(quantity: Quantity, text: str) -> int:
    """Return where the number itself ends; its span holds a Latin unit."""
    said = quantity.span.of(text)
    if quantity.unit and said.endswith(quantity.unit):
        return quantity.span.start + len(said.removesuffix(quantity.unit).rstrip(" -"))
    return quantity.span.end
