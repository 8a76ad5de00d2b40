"""A quantity written the way the other language writes it: 5.85B as 58.5亿.

For messages and for what was expected; never for rewriting a text unasked.
"""

from decimal import Decimal
from fractions import Fraction

from zhen_align.text.quantities import Measure, Quantity
from zhen_align.types import Lang

_ZH_SCALES = ((Decimal(10**12), "万亿"), (Decimal(10**8), "亿"), (Decimal(10**4), "万"))
_EN_SCALES = (
    (Decimal(10**12), " trillion"), (Decimal(10**9), " billion"), (Decimal(10**6), " million"),
)  # fmt: skip
_NAMES = "January February March April May June July August September October November December"
_MONTHS = _NAMES.split()


def plain(value: Decimal) -> str:
    """Return a value without an exponent or needless zeros.

    >>> plain(Decimal("5.850E+9")), plain(Decimal("0.50"))
    ('5850000000', '0.5')
    """
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def write(quantity: Quantity, lang: Lang) -> str:
    """Return the likeliest reading as `lang` writes it."""
    zh = lang is Lang.ZH
    kind, value = quantity.readings[0]
    number = plain(value)
    if kind is Measure.PERCENT:
        return f"{number}%"
    if kind is Measure.FRACTION:
        share = Fraction(value).limit_denominator(1000)
        return f"{share.numerator}/{share.denominator}"
    if kind is Measure.FOLD:
        return f"{number}倍" if zh else f"{number} times"
    if kind is Measure.YEAR:
        return f"{number}年" if zh else number
    if kind is Measure.MONTH:
        return f"{number}月" if zh else _MONTHS[int(value) - 1]
    if kind is Measure.DAY:
        return f"{number}日" if zh else number
    if kind is Measure.CENTURY:
        return f"{number}世纪" if zh else f"{ordinal(int(value))} century"
    if kind is Measure.DECADE:
        return f"{number}年代" if zh else f"{number}s"
    if kind is Measure.TIME:
        return f"{int(value) // 60}:{int(value) % 60:02}"
    if kind is Measure.PERIOD:
        return _period(int(value), zh=zh)
    if kind is Measure.ORDINAL:
        return f"第{number}" if zh else ordinal(int(value))
    if quantity.scaled:
        return scaled(value, lang)
    return quantity.text if quantity.digits and quantity.text else number


def corrected(found: str, target: Quantity, source: Quantity, lang: Lang) -> str:
    """Return what should stand instead of `found`; of a date only the wrong part changes."""
    if source.scaled or (target.scaled and source.kind is Measure.NUMBER):
        return scaled(source.value, lang)
    bare_year = target.kind is Measure.YEAR and source.kind is Measure.NUMBER
    if target.part is not None and (bare_year or target.kind is source.kind):
        part = target.part
        right = plain(source.value)
        if source.kind is Measure.MONTH and not target.text.isdecimal():
            right = _MONTHS[int(source.value) - 1]
        return found[: part.start] + right + found[part.end :]
    return write(source, lang)


def scaled(value: Decimal, lang: Lang) -> str:
    """Return a large number with the scale that the language uses.

    >>> scaled(Decimal("5850000000"), Lang.ZH), scaled(Decimal("1200000"), Lang.EN)
    ('58.5亿', '1.2 million')
    """
    for size, name in _ZH_SCALES if lang is Lang.ZH else _EN_SCALES:
        if value >= size:
            return plain(value / size) + name
    return plain(value) if lang is Lang.ZH or value < 10000 else format(value.normalize(), ",f")


def _period(value: int, *, zh: bool) -> str:
    """Return a quarter, or one of the two halves, which are 11 and 12."""
    if value > 10:
        return "上下"[value - 11] + "半年" if zh else f"{('first', 'second')[value - 11]} half"
    return f"{'一二三四'[value - 1]}季度" if zh else f"{ordinal(value)} quarter"


def ordinal(value: int) -> str:
    """Return an English ordinal.

    >>> [ordinal(n) for n in (1, 12, 23)]
    ['1st', '12th', '23rd']
    """
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10)
    return f"{value}{ending or 'th'}"


def multiple(factor: Decimal) -> str:
    """Return by how much a value is off.

    >>> multiple(Decimal("0.1")), multiple(Decimal(1000))
    ('10x too small', '1000x too large')
    """
    if factor < 1:
        return f"{plain(1 / factor)}x too small"
    return f"{plain(factor)}x too large"
