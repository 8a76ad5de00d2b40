"""What two sides say in different units: 90 分钟 is 1.5 hours, 2:15:30 is 2 小时 15 分 30 秒.

And what they say differently in one: fifteen days are no 十日. Not here: which numbers have
which unit (text/measured.py).
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from zhen_align.lint.facts import Side
from zhen_align.lint.numbers.agree import near
from zhen_align.lint.numbers.converted import converted
from zhen_align.text.measured import Measured, first_of_ranges
from zhen_align.text.quantities import Measure, Quantity
from zhen_align.text.units import unit_at

# the units of one line turn into each other; each is so many of the line's first
_TABLE = """
s 1 ms 0.001 µs 0.000001 ns 0.000000001 min 60 quarterhour 900 h 3600 day 86400 week 604800
day 1 week 7 fortnight 14
month 1 year 12 decade 120 century 1200
g 1 kg 1000 mg 0.001 µg 0.000001 ng 0.000000001 t 1000000 jin 500 liang 50
t 1 kt 1000 Mt 1000000 Gt 1000000000 kg 0.001
m 1 km 1000 cm 0.01 mm 0.001 µm 0.000001 nm 0.000000001 pm 0.000000000001 Å 0.0000000001
s 1 ps 0.000000000001 fs 0.000000000000001 ns 0.000000001 µs 0.000001
Mbps 1 Gbps 1000 kbps 0.001
mu 1 ha 15 km² 1500
L 1 mL 0.001 µL 0.000001
byte 1 KB 1000 MB 1000000 GB 1000000000 TB 1000000000000 PB 1000000000000000
byte 1 KB 1024 MB 1048576 GB 1073741824 TB 1099511627776 PB 1125899906842624
Hz 1 kHz 1000 MHz 1000000 GHz 1000000000
W 1 mW 0.001 kW 1000 MW 1000000 GW 1000000000 TW 1000000000000
Wh 1 kWh 1000 MWh 1000000 GWh 1000000000 TWh 1000000000000
dollar 1 $ 1 cent 0.01
euro 1 cent 0.01
pound 1 penny 0.01
V 1 mV 0.001 kV 1000
A 1 mA 0.001 µA 0.000001 nA 0.000000001
Ω 1 kΩ 1000
bar 1 mbar 0.001
eV 1 keV 1000 MeV 1000000 GeV 1000000000 TeV 1000000000000
J 1 kJ 1000
cal 1 kcal 1000
Pa 1 hPa 100 kPa 1000 MPa 1000000 GPa 1000000000
mol 1 mmol 0.001 µmol 0.000001 nmol 0.000000001 pmol 0.000000000001 fmol 0.000000000000001
Da 1 kDa 1000
kb 1 Mb 1000 Gb 1000000
kVA 1 MVA 1000
GFLOPS 1 TFLOPS 1000 PFLOPS 1000000
TB 1 PB 1000 EB 1000000 ZB 1000000000
ppm 1 ppb 0.001
"""
_SIZES = [
    dict(zip(words[::2], map(Decimal, words[1::2]), strict=True))
    for words in (line.split() for line in _TABLE.strip().splitlines())
]
_ARTICLE = re.compile(
    r"(?<![A-Za-z])(?:an?|per|every|each|An?"
    r"|(?i:(?P<half>half(?: an?)?)|(?P<three>three[ -])?(?P<quarter>quarters?) of an))"
    r"(?= |(?<=half)-)"
)
_MORE = re.compile(r"\s+and\s+(?:(?P<half>a\s+half)|(?P<three>three\s+)?(?:a\s+)?quarters?)\b")
_HALF, _QUARTER = Decimal("0.5"), Decimal("0.25")
_NEAR = 6  # characters between 2 小时 and 30 分钟
_MOST_PARTS = 3  # hours, minutes and seconds
# 2:15:30 and 29:54.8, as far as a time of day may be a length of time
_CLOCK = re.compile(
    r"(?<![\d:.])(?P<a>\d{1,3}):(?P<b>[0-5]\d)(?::(?P<c>[0-5]\d))?(?P<tenths>\.\d{1,3})?(?![\d:])",
    re.ASCII,
)
_SECONDS = _SIZES[0]
# 15 days may be half a month, but 60 days contradict no two months of any length
_LOOSELY = {"day": Decimal(1), "week": Decimal(7), "month": Decimal(30), "year": Decimal(365)}

Amounts = dict[Decimal, tuple[Quantity, ...]]


def restated(here: Side, there: Side) -> frozenset[Quantity]:
    """Return the quantities of both sides that the other says in another unit."""
    mine, others = [*here.measured, *_of_ranges(here)], [*there.measured, *_of_ranges(there)]
    found: set[Quantity] = set()
    if mine or others:
        ones = _ones(here), _ones(there)
        for sizes in (*_SIZES, _LOOSELY):
            a, b = _amounts(mine, sizes, ones[0]), _amounts(others, sizes, ones[1])
            if sizes is _SECONDS:
                a, b = a | dict(_clocks(here, b)), b | dict(_clocks(there, a))
            for value in a.keys() & b.keys():
                found.update(a[value], b[value])
        found.update(converted(mine, others))
    return frozenset(found)


def _of_ranges(side: Side) -> Iterator[Measured]:
    for text in side.texts:
        for one in first_of_ranges(text.text, text.quantities):
            yield one._replace(span=text.span(one.span))


def differing(here: Side, there: Side) -> tuple[Measured, Measured] | None:
    """Return the amounts that contradict each other, one of them in words: 十日, 15 days.

    Each must be the only one of its kind that the other side does not say: more of them may
    belong together in any way.
    """
    if not (here.measured and there.measured):
        return None
    again = restated(here, there)
    mine, theirs = _unsaid(here.measured, there, again), _unsaid(there.measured, here, again)
    for sizes in _SIZES:
        own, other = ([m for m in left if m.unit in sizes] for left in (mine, theirs))
        if len(own) == len(other) == 1 and _clash(own[0], other[0]):
            return own[0], other[0]
    return None


def _unsaid(amounts: Sequence[Measured], other: Side, again: frozenset[Quantity]) -> list[Measured]:
    """Return the exact amounts that the other side does not say; one of a thing says nothing."""
    keys = {key for text in other.texts for q in text.quantities for key in q.keys}
    return [
        m
        for m in amounts
        if (m.quantity.kind is Measure.NUMBER or m.unit != "day")  # 半天 may be any long time
        and m.quantity not in again
        and m.quantity.low is None
        and not m.quantity.approx
        and (value := m.quantity.value + m.more) != 1
        and ({("n", value)} if m.more else m.quantity.keys).isdisjoint(keys)
    ]


def _clash(mine: Measured, other: Measured) -> bool:
    """Whether two amounts differ, and not by rounding; two in digits were compared before."""
    a, b = mine.quantity, other.quantity
    return not (a.strong and b.strong) and not near(a, b)


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
                part = _part(article) if article["half"] or article["quarter"] else Decimal(1)
                more = _MORE.match(text.plain, unit[2])
                found.append((unit[0], part + (_part(more) if more else 0)))
    return found


def _part(found: re.Match[str]) -> Decimal:
    """Return the half, the quarter or the three quarters that words say."""
    return _HALF if found["half"] else _QUARTER * (3 if found["three"] else 1)


def _clocks(side: Side, others: Amounts) -> Iterator[tuple[Decimal, tuple[Quantity, ...]]]:
    """Yield in seconds what is written as a time of day, where the other side has such a length."""
    for text in side.texts if others else ():
        for clock in _CLOCK.finditer(text.text):
            inside = tuple(
                q
                for q in text.quantities
                if clock.start() <= q.span.start and q.span.end <= clock.end()
            )
            minutes = Decimal(60 * int(clock["a"]) + int(clock["b"]))
            lengths = [minutes * 60] if not clock["tenths"] else []
            tenths = Decimal(clock["tenths"] or 0)
            lengths = (
                [minutes * 60 + int(clock["c"]) + tenths]
                if clock["c"]
                else [*lengths, minutes + tenths]
            )
            yield from ((n.normalize(), inside) for n in lengths if n.normalize() in others)


def _amounts(
    of: Sequence[Measured], sizes: dict[str, Decimal], ones: Sequence[tuple[str, Decimal]]
) -> Amounts:
    """Return what the quantities of one kind come to, alone and together with the next ones."""
    known = [m for m in of if m.unit in sizes]
    found: Amounts = {}
    for at in range(len(known)):
        run = known[at : at + 1]
        for part in known[at + 1 : at + _MOST_PARTS]:
            gap = part.span.start - run[-1].span.end
            if not 0 <= gap <= _NEAR or sizes[part.unit] >= sizes[run[-1].unit]:
                break
            run.append(part)
            total = sum((_amount(one, sizes) for one in run), Decimal(0))
            found[total.normalize()] = tuple(one.quantity for one in run)
    found |= {(n * sizes[unit]).normalize(): () for unit, n in ones if unit in sizes}
    for one in known:
        found.setdefault(_amount(one, sizes).normalize(), (one.quantity,))
    return found


def _amount(one: Measured, sizes: dict[str, Decimal]) -> Decimal:
    return (one.quantity.value + one.more) * sizes[one.unit]
