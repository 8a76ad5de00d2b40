"""Days that an event or a feast is called by, 九一八事变, 9·11事件, 双十一, and the plan 十三五.

Each is a month and a day, so that "the September 18 incident" finds its like. What else the
numerals may mean demands nothing any more. Not here: dates (quantities_dates.py).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from zhen_align.text.quantities_numerals import ZH_DIGITS, zh_amount
from zhen_align.text.quantities_types import Measure, Quantity, Reading, in_words

_EVENTS = (
    "事件", "事变", "事變", "运动", "運動", "惨案", "慘案", "起义", "起義", "恐怖", "袭击", "襲擊",
    "节", "節", "大促", "购物", "購物", "纪念", "紀念", "地震", "精神", "劳动", "勞動", "青年",
    "国庆", "國慶",
)  # fmt: skip
_DAY = re.compile(
    rf"[双雙](?P<twin>十[一二]?|1[012])(?![\d一二三四五六七八九十百千万个個])"
    rf"|(?<![一二三四五六七八九十百千万\d])(?P<run>[一二三五六七八九]{{2,3}}|618|1111|1212"
    rf"|(?P<month>1[0-2]|[1-9])[·・](?P<day>[1-3]?\d))(?=[”\"」]?\s?(?:{'|'.join(_EVENTS)}))"
)
# the plans of five years
_PLAN = re.compile(
    r"[“\"「]?(?P<nth>十[一二三四五六]?)五[”\"」]?(?=规划|規劃|期间|期間|时期|時期|计划|計畫|以来|末|初|[开開]局|收官)"
)
_SIGN = re.compile(f"双|雙|五|{'|'.join(_EVENTS)}")


def feasts(text: str, found: list[Quantity]) -> list[Quantity]:
    """Return the quantities of a text with the days that its events are called by.

    >>> [int(q.value) for q in feasts("九一八事变", [])]
    [9, 18]
    """
    if text.isascii() or not _SIGN.search(text):
        return found
    days = [*_DAY.finditer(text), *_PLAN.finditer(text)]
    if not days:
        return found
    plain = [
        replace(q, strong=False, counts=False)
        if any(d.start() <= q.span.start < d.end() for d in days)
        else q
        for q in found
    ]
    return [*plain, *(q for day in days for q in _day(day))]


def _day(found: re.Match[str]) -> Iterator[Quantity]:
    """Yield the month and the day of one event."""
    if nth := found.groupdict().get("nth"):
        amount = zh_amount(nth)
        plan = amount.values[0] if amount else Decimal(0)
        yield in_words(found.span(), Reading(Measure.ORDINAL, plan), text=found[0])
        return
    month, day = _parts(found)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return
    span = found.span()
    for kind, value in ((Measure.MONTH, month), (Measure.DAY, day)):
        yield in_words(span, Reading(kind, Decimal(value)), text=found[0])


def _parts(found: re.Match[str]) -> tuple[int, int]:
    if twin := found["twin"]:
        amount = None if twin.isdecimal() else zh_amount(twin)
        value = int(amount.values[0]) if amount else int(twin)
        return value, value
    if found["month"]:
        return int(found["month"]), int(found["day"])
    run = found["run"]
    digits = [int(c) if c.isdecimal() else ZH_DIGITS[c] for c in run]
    if len(digits) == 3 and digits[:2] not in ([1, 1], [1, 2]):
        return digits[0], 10 * digits[1] + digits[2]
    if len(digits) == 4:
        return 10 * digits[0] + digits[1], 10 * digits[2] + digits[3]
    return (digits[0], digits[1]) if len(digits) == 2 else (10 + digits[1], digits[2])
