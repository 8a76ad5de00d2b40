"""The numbers of a sentence with their units: 3 公里, two kilometres, 半斤, 9秒83.

Not here: what units are called (text/units.py), and what is the same in another unit
(lint/numbers/restated.py).
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from zhen_align.text.quantities import Measure, Quantity
from zhen_align.text.units import unit_at
from zhen_align.types import Span

_AND_HALF = re.compile(r"\s?(?:[个個]半|(?=(?:年|[天日周週]|小[时時]|分[钟鐘])半))")
_HALF = Decimal("0.5")
_OF = re.compile(r"\sof(?=\s)", re.IGNORECASE)
_HALF_OF = re.compile(r"\san?(?=\s)", re.IGNORECASE)
# 9秒83, 一米八二
_AROUND = re.compile("[米秒](?=[0-9零〇一二三四五六七八九]{1,2}$)")
# 1小时20分; elsewhere 分 are points, marks or cents
_MINUTES = re.compile(r"\s?分(?![之数數])")
_RANGE = re.compile(r"\s*(?:-|~|\u2013|\u2014|to|or|and|至|到|或)\s*")


class Measured(NamedTuple):
    """A number with its unit, and where the two stand.

    `more` is what 半 adds.
    """

    quantity: Quantity
    unit: str
    span: Span
    more: Decimal = Decimal(0)


def measured(text: str, quantities: Sequence[Quantity]) -> Iterator[Measured]:
    """Yield the numbers of a sentence that have a known unit, in order."""
    last = None
    for q in quantities:
        if last is not None and last.more and q.span.start < last.span.end:
            continue  # 半小时 in 一个半小时
        one = _measured(text, q) or _minutes(text, q, last, quantities)
        if one is not None:
            last = one
            yield one


def first_of_ranges(text: str, quantities: Sequence[Quantity]) -> Iterator[Measured]:
    """Yield the bare numbers that the unit of the next holds for: 48 in 48到72小时."""
    for left, right in pairwise(quantities):
        if left.kind is not Measure.NUMBER:
            continue
        if not _RANGE.fullmatch(text, left.span.end, right.span.start):
            continue
        if _measured(text, left) is None and (one := _measured(text, right)):
            yield Measured(left, one.unit, left.span)


def _measured(text: str, q: Quantity) -> Measured | None:
    """Return a number with the unit behind, before or in it."""
    end = _end(q, text)
    half = _AND_HALF.match(text, end)
    several = len(q.readings) > 1 and not (q.digits or half)
    if q.kind is Measure.FRACTION and q.text in ("半", "half"):  # 半斤, half an hour
        several = False
        of = _HALF_OF.match(text, end)
        end = of.end() if of else end
    elif q.kind is Measure.ORDER:  # tens of metres, 数十米
        several = False
        of = _OF.match(text, end)
        end = of.end() if of else end
    elif q.kind is not Measure.NUMBER or several:
        return None
    end = half.end() if half and half[0].endswith("半") else end
    if around := _AROUND.search(text, q.span.start, q.span.end):
        end = around.start()
    if read := unit_at(text, q.span.start, end):
        unit, start, end = read
        return Measured(q, unit, Span(start, end), _HALF if half else Decimal(0))
    return None


def _minutes(
    text: str, q: Quantity, last: Measured | None, quantities: Sequence[Quantity]
) -> Measured | None:
    """Return the minutes of 1小时20分 and 3分20秒."""
    found = _MINUTES.match(text, q.span.end) if q.kind is Measure.NUMBER else None
    if found is None:
        return None
    span = Span(q.span.start, found.end())
    behind = next((n for n in quantities if n.span.start == found.end()), None)
    seconds = _measured(text, behind) if behind else None
    after_hours = last and last.unit == "h" and last.span.end >= span.start - 1
    return Measured(q, "min", span) if after_hours or (seconds and seconds.unit == "s") else None


def _end(quantity: Quantity, text: str) -> int:
    """Return where the number itself ends; its span holds a Latin unit."""
    said = quantity.span.of(text)
    if quantity.unit and said.endswith(quantity.unit):
        return quantity.span.start + len(said.removesuffix(quantity.unit).rstrip(" -"))
    return quantity.span.end
