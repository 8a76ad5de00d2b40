"""The quantities of a text, as values: numbers, percent, fractions, dates, times, vague orders.

`quantities` reads one sentence or block in one pass from left to right; every pattern
looks a bounded way ahead, so that the time grows with the text only. Names, versions,
list marks, citations and references do not count as numbers; what stands in them is
kept as weak, for it may support a number of the other side. Not here: whether two
quantities agree (lint/numbers/agree.py).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from zhen_align.text.quantities_context import in_context
from zhen_align.text.quantities_dates import MONTHS, at_month
from zhen_align.text.quantities_digits import read
from zhen_align.text.quantities_en import EN_FIRST, at_word
from zhen_align.text.quantities_feasts import feasts
from zhen_align.text.quantities_mask import mask
from zhen_align.text.quantities_numerals import EN_SCALES, scale
from zhen_align.text.quantities_periods import periods
from zhen_align.text.quantities_tails import tail
from zhen_align.text.quantities_types import Measure, Quantity, Reading, divide, multiply, number
from zhen_align.text.quantities_words import plain_words
from zhen_align.text.quantities_zh import ZH_FIRST, at_numeral
from zhen_align.text.seams import seamless
from zhen_align.types import Lang, Span

__all__ = ["Measure", "Quantity", "Reading", "quantities"]

# between the members of a range or list that share the last one's unit
_LINK = re.compile(
    r"-?\s*(?:-|~|,|、|/|\bto\b|\band\b|\bor\b|\bthrough\b|\bvs\.?|至|到|和|或|与|與|及|,\s*and|,\s*or|\+/-|±)"
    r"\s*(?:(?:about|over|up to|nearly|as much as|约|近|超过|大约)\s*)?",
    re.ASCII,
)
_AGAINST = re.compile(r",?\s(?:versus|vs\.?|compared (?:with|to)|against|as against)\s")
_RANGE = re.compile(r"\s*[-~到至]\s*")
_PER = re.compile("([百千万])分之")
_GROUPS = re.compile(
    r"(?<![\d.,])\d{1,3}(?:(?:[ ']|, )\d{3})+(?!\d|[-.]\d)|(?<![\d.,])\d{1,3}\. \d{1,2}(?=\s?%)",
    re.ASCII,
)
# the words of size at the end of a number in words, one after the other
_SIZE = re.compile(
    rf"(?:{'|'.join(EN_SCALES)}|[十百千万萬亿億兆])(?=(?:[\s-]?(?:{'|'.join(EN_SCALES)})|[十百千万萬亿億兆])*$)"
)
_GAP = 16
_WHOLE = 1000  # what is as large has its size already
_EN_PLACES = re.compile(r"(?P<digit>\d|(?<![A-Za-z\d)])\.(?=\d))|(?P<word>[A-Za-z]+)", re.ASCII)
_ZH_PLACES = re.compile(f"{_EN_PLACES.pattern}|[{ZH_FIRST}]", re.ASCII)
_BEFORE = re.compile(
    r"(?:\b(?:about|around|approximately|approx\.?|roughly|nearly|almost|over|some|under|below|above|"
    r"(?:more|less|fewer|greater) than|up to|at least|at most|close to)|[~≈><≥≤]"
    r"|[约約][^\s\d，。、；,.;]{0,2}|近|接近|超过|超過|逾|不到|不足|至少|最多|多达|高达|大于|小于|高于|低于|达到?)\s?$",
    re.IGNORECASE | re.ASCII,
)
_AFTER = re.compile(
    r"\s?[个個]?(?:左右|上下|以上|以下|以内|多[个個]?|余|餘|\+|or so\b|or (?:more|less)\b)",
    re.ASCII,
)


def quantities(text: str, lang: Lang, opaque: Sequence[Span] = ()) -> list[Quantity]:
    """Return the quantities of a text in order; `opaque` are its spans that are no language.

    >>> [(q.kind.value, int(q.value)) for q in quantities("共 5.85 亿条，占 30%", Lang.ZH)]
    [('number', 585000000), ('percent', 30)]
    """
    if plain := seamless(text, opaque):
        read = quantities(plain.text, lang, plain.opaque)
        return [replace(q, span=plain.before(q.span)) for q in read]
    masked = mask(text, opaque)
    found = _scan(masked.text, _EN_PLACES if lang is Lang.EN else _ZH_PLACES)
    found = [*in_context(masked.text, found), *plain_words(masked.text)]
    found = feasts(masked.text, periods(masked.text, found))
    found = _inherit(masked.text, _referred(masked.text, found))
    if "分之" in text:
        found = _shares(masked.text, found)
    if _has_neighbours(found):
        found = _with_groups(masked.text, found)
    found = [replace(q, approx=True) if _is_about(masked.text, q.span) else q for q in found]
    if masked.formulas:
        found = [replace(q, span=masked.outer(q.span)) for q in found]
    for span in masked.digits(text):
        value = number(span.of(text))
        if value is not None:
            reading = (Reading(Measure.NAME, value),)
            found.append(Quantity(span, reading, text=span.of(text)))
    return sorted(found, key=lambda q: (q.span.start, -q.span.end))


def _is_about(text: str, span: Span) -> bool:
    """Whether the words around a number leave it open: about, nearly, 超过, 左右."""
    if _BEFORE.search(text, max(0, span.start - 14), span.start):
        return True
    return _AFTER.match(text, span.end) is not None


def _scan(text: str, places: re.Pattern[str]) -> list[Quantity]:
    """Read from left to right; what one reader took the next never sees."""
    found: list[Quantity] = []
    pos = 0
    for place in places.finditer(text):
        at = place.start()
        if at < pos:
            continue
        if place.lastgroup == "digit":
            items, pos = read(text, at)
        elif place.lastgroup == "word":
            word = place[0]
            if word in MONTHS:
                items, pos = at_month(text, at)
            elif word.lower() in EN_FIRST:
                items, pos = at_word(text, at)
            else:
                continue
        else:
            items, pos = at_numeral(text, at)
        found.extend(items)
    return found


def _referred(text: str, found: list[Quantity]) -> list[Quantity]:
    """Make references of the further members of "Figs. 3 and 4"."""
    out: list[Quantity] = []
    for q in found:
        last = out[-1] if out else q
        if (
            (last.kind is Measure.NAME and last.head and q.kind is Measure.NUMBER)
            and not (q.scaled or q.unit or not q.digits)
            and 0 < q.span.start - last.span.end <= _GAP
            and _LINK.fullmatch(text, last.span.end, q.span.start)
        ):
            named = (Reading(Measure.NAME, q.value),)
            q = replace(q, strong=False, readings=named, head=last.head)
        out.append(q)
    return out


def _inherit(text: str, found: list[Quantity]) -> list[Quantity]:
    """Let the bare members of "3 to 34 billion" and 20-30% also mean what the last one says."""
    out = list(found)
    for at, (left, right) in enumerate(pairwise(found), 1):
        if _is_against(text, left, right):
            share = Reading(Measure.PERCENT, right.value)
            out[at] = replace(right, readings=(share, *right.readings))
    for at in range(len(out) - 2, -1, -1):
        left, right = out[at], out[at + 1]
        gap = right.span.start - left.span.end
        if not 0 <= gap <= _GAP or left.scaled or left.kind is not Measure.NUMBER:
            continue
        if not _LINK.fullmatch(text, left.span.end, right.span.start):
            continue
        shared = [
            reading for r in right.readings if (reading := _shared(left, right, r)) is not None
        ]
        if not right.digits and left.value < _WHOLE:
            shared += [Reading(Measure.NUMBER, v) for v in _with_sizes(text, left, right)]
        if shared:
            extra = tuple(r for r in shared if r not in left.readings)
            out[at] = replace(left, readings=(*left.readings, *extra))
    return out


def _is_against(text: str, left: Quantity, right: Quantity) -> bool:
    """Whether a bare number is set against a share: 12% versus 8."""
    bare = right.kind is Measure.NUMBER and right.digits and not (right.scaled or right.unit)
    return (
        bare
        and left.kind is Measure.PERCENT
        and 0 < right.span.start - left.span.end <= _GAP + 4
        and _AGAINST.fullmatch(text, left.span.end, right.span.start) is not None
    )


def _shares(text: str, found: list[Quantity]) -> list[Quantity]:
    """Let 20 in 百分之10到20 be a share as well: what stands before a range holds for both."""
    out = list(found)
    for at, (left, right) in enumerate(pairwise(found), 1):
        per = _PER.match(text, left.span.start)
        if (
            per
            and left.kind is Measure.PERCENT
            and right.kind is Measure.NUMBER
            and not (right.scaled or right.unit)
            and _RANGE.fullmatch(text, left.span.end, right.span.start)
        ):
            size = Decimal({"百": 1, "千": 10, "万": 100}[per[1]])
            shares = (Reading(Measure.PERCENT, divide(r.value, size)) for r in right.readings)
            out[at] = replace(right, readings=(*shares, *right.readings))
    return out


def _shared(left: Quantity, right: Quantity, reading: Reading) -> Reading | None:
    """Return what `left` means with the unit that one reading of `right` has."""
    if reading.kind in (Measure.PERCENT, Measure.FOLD):
        said = next((r.value for r in right.readings if r.kind is Measure.NUMBER), None)
        # 三 in 三到四成 is 30%, 25 in "25 to 50 basis points" 0.25%
        size = divide(reading.value, said) if said else Decimal(1)
        scaled = reading.kind is Measure.PERCENT and size in (10, Decimal("0.01"))
        return Reading(reading.kind, multiply(left.value, size) if scaled else left.value)
    if reading.kind is Measure.TIME and left.value <= 12 and len(_times(right)) == 1:
        if left.value == int(left.value):  # the half of the day in 4-6:30 p.m. holds for both
            return Reading(
                Measure.TIME, 60 * (left.value % 12) + (720 if reading.value >= 720 else 0)
            )
        return None
    written = number(right.text) if right.digits else None
    if reading.kind is Measure.NUMBER and written:
        factor = divide(reading.value, written)
        # 10,000 is written out: nobody means 10,000 billion
        if factor != 1 and "," not in left.text:
            return Reading(Measure.NUMBER, multiply(left.value, factor))
    return None


def _with_sizes(text: str, left: Quantity, right: Quantity) -> Iterator[Decimal]:
    """Yield what `left` means with the words of size that end `right`: five to six hundred million.

    They may be any number of the last: four hundred to six hundred thousand.
    """
    size = Decimal(1)
    for word in reversed(_SIZE.findall(right.span.of(text).lower())):
        own = EN_SCALES.get(word)
        size = multiply(size, scale(word) if own is None else Decimal(own))
        if size > left.value:
            yield multiply(left.value, size)


def _times(quantity: Quantity) -> list[Reading]:
    return [r for r in quantity.readings if r.kind is Measure.TIME]


def _has_neighbours(found: Sequence[Quantity]) -> bool:
    """Whether digits stand so close together that they may be one number."""
    return any(0 < b.span.start - a.span.end <= 2 for a, b in pairwise(found))


def _with_groups(text: str, found: list[Quantity]) -> list[Quantity]:
    """Add what digits parted by blanks may mean together, and demand neither reading."""
    groups = list(_GROUPS.finditer(text))
    inside = {offset for m in groups for offset in range(m.start(), m.end())}
    out = [replace(q, strong=False) if q.span.start in inside else q for q in found]
    for m in groups:
        share = ". " in m[0]
        value = number(re.sub(r"[ ',]", "", m[0]))
        if value is not None:
            kind = Measure.PERCENT if share else Measure.NUMBER
            end = m.end()
            last = next((q for q in found if q.scaled and q.span.start == end - 3), None)
            if last:  # 1 430 万: the last three digits were read with what follows
                size = tail(text, end, Decimal(1)).readings[0].value
                value, end = multiply(value, size), last.span.end
            reading = (Reading(kind, Decimal(value)),)
            joined = Quantity(
                Span(m.start(), end), reading, scaled=last is not None, text=m[0].replace(" ", "")
            )
            out.append(joined)
    return out
