"""What a quantity is: a value with what it may also mean, and where it stands.

Two quantities of two languages agree where their `keys` meet; rounding, intervals and
what a disagreement is worth are the business of lint/.
"""

from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, Context, Decimal
from enum import StrEnum
from typing import NamedTuple

from zhen_align.types import Span

# a context of our own: a caller's precision or traps must not change what a number is
_EXACT = Context(prec=28, rounding=ROUND_HALF_EVEN, Emax=999999, Emin=-999999, traps=[])
HUNDRED = Decimal(100)

Key = tuple[str, Decimal | str]


class Measure(StrEnum):
    """What kind of quantity; NAME are digits that belong to a name, a mark or a reference."""

    NUMBER = "number"
    PERCENT = "percent"
    FOLD = "fold"
    FRACTION = "fraction"
    ORDINAL = "ordinal"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    DECADE = "decade"
    CENTURY = "century"
    TIME = "time"
    WEEKDAY = "weekday"
    PERIOD = "period"
    VERSION = "version"
    ORDER = "order"
    NAME = "name"


# kinds whose values mean nothing outside the kind; all others share the plain numbers
_APART = {
    Measure.PERCENT: "%",
    Measure.MONTH: "m",
    Measure.DECADE: "d",
    Measure.CENTURY: "c",
    Measure.TIME: "t",
    Measure.WEEKDAY: "w",
    Measure.PERIOD: "p",
}


class Reading(NamedTuple):
    """One thing that a quantity may mean."""

    kind: Measure
    value: Decimal


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity of a text; the first reading is the likeliest.

    `strong` is what a translation must repeat. `digits` says that it is written in digits,
    `scaled` that a word or letter multiplies them (万, million, K). `low` and `high` bound
    what is vague, `high` itself left out. `text` is what is written, widths folded; `head`
    the Latin word before it where that may be a name. `counts` says that number words count
    something, and are not part of some other word. The span of a part of a date is the whole
    date; `part` is then where in it the part stands. `whole` says that a multiple is of the whole,
    and not of what was added: 原来的三倍, three times as much.
    """

    span: Span
    readings: tuple[Reading, ...]
    strong: bool = False
    digits: bool = True
    scaled: bool = False
    approx: bool = False
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    text: str = ""
    head: str = ""
    part: Span | None = None
    counts: bool = False
    whole: bool = False
    keys: frozenset[Key] = field(default=frozenset(), compare=False, repr=False)

    def __post_init__(self) -> None:
        """Work out what may be compared with what, once."""
        object.__setattr__(self, "keys", frozenset(key for r in self.readings for key in _key(r)))
        if self.kind is Measure.VERSION:
            object.__setattr__(self, "keys", frozenset({("v", self.text)}))

    @property
    def kind(self) -> Measure:
        """The kind of the likeliest reading."""
        return self.readings[0].kind

    @property
    def value(self) -> Decimal:
        """The value of the likeliest reading."""
        return self.readings[0].value


def _key(reading: Reading) -> tuple[Key, ...]:
    """Return under which names a reading may be met."""
    kind, value = reading
    if kind is Measure.FRACTION:
        return ("n", value), ("%", multiply(value, HUNDRED))
    return ((_APART.get(kind, "n"), value),)


def multiply(a: Decimal, b: Decimal) -> Decimal:
    """Return the product in a precision that no caller can change."""
    return _EXACT.multiply(a, b)


def divide(a: Decimal, b: Decimal) -> Decimal:
    """Return the quotient in a precision that no caller can change."""
    return _EXACT.divide(a, b)


def number(written: str) -> Decimal | None:
    """Return the value of digits with separators; None for what is none, or too long to be one.

    >>> number("1,024.50")
    Decimal('1024.50')
    """
    plain = written.replace(",", "")
    if len(plain) > 24 or not plain.replace(".", "", 1).isdecimal():
        return None
    return Decimal(plain)


def in_words(
    place: tuple[int, int],
    *readings: Reading,
    scaled: bool = False,
    bounds: tuple[Decimal, Decimal] | None = None,
    text: str = "",
    counts: bool = False,
) -> Quantity:
    """Return a quantity in words: weak, for style turns 3 into three, 三 or 三类 freely."""
    low, high = bounds or (None, None)
    return Quantity(
        Span(*place), readings, strong=False, digits=False, scaled=scaled, low=low, high=high,
        text=text, counts=counts,
    )  # fmt: skip
