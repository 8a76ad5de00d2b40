"""What a translator turned from miles, feet, pounds or °F into metric units, or back.

A turned value is rounded, so it may be off by a few parts in a hundred.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from zhen_align.text.measured import Measured
from zhen_align.text.quantities import Quantity

_TABLE = """
mile 1609.344 foot 0.3048 inch 0.0254 yard 0.9144 mph 1609.344 | m 1 km 1000 cm 0.01 mm 0.001
lb 453.59 oz 28.35 | g 1 kg 1000 t 1000000 jin 500 liang 50
gallon 3.785 pint 0.4732 | L 1 mL 0.001
acre 4046.86 | ha 10000 mu 666.67 km² 1000000
"""
_LINES = [
    tuple(
        dict(zip(words[::2], map(Decimal, words[1::2]), strict=True))
        for words in (half.split() for half in line.split("|"))
    )
    for line in _TABLE.strip().splitlines()
]
_OFF = Decimal("0.03")
_DEGREE = 1  # how far a temperature may be rounded


def converted(mine: Sequence[Measured], others: Sequence[Measured]) -> Iterator[Quantity]:
    """Yield the quantities of both sides that say one thing in the units of two systems.

    Where a side gives both, 42.195 km (26.2 miles), each is held to its own.
    """
    here, there = {m.unit for m in mine}, {m.unit for m in others}
    for a in mine:
        for b in others:
            if (
                a.unit not in there
                and b.unit not in here
                and (_is_turned(a, b) or _is_turned(b, a))
            ):
                yield a.quantity
                yield b.quantity


def _is_turned(one: Measured, other: Measured) -> bool:
    """Whether the first, in miles or °F, is the second in metric units."""
    a, b = one.quantity.value + one.more, other.quantity.value + other.more
    if (one.unit, other.unit) == ("°F", "°C"):
        return abs((a - 32) * 5 / 9 - b) <= _DEGREE
    for old, metric in _LINES:
        if one.unit in old and other.unit in metric:
            left, right = a * old[one.unit], b * metric[other.unit]
            return abs(left - right) <= _OFF * max(left, right)
    return False
