"""When two quantities agree, nearly agree, or contradict each other.

Pure comparisons of two values; what to make of them is the rule's business. There is no
tolerance for "about": it would hide 2048 that has become 2043.
"""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import combinations

from zhen_align.text.quantities import Measure, Quantity

_HUNDRED = Decimal(100)
_FOLDABLE = (Measure.FOLD, Measure.NUMBER, Measure.PERCENT, Measure.FRACTION)
# parts of dates and names of ages: 19 and 20 are no slip of each other
_NO_DIGITS = (Measure.CENTURY, Measure.DECADE, Measure.ORDINAL, Measure.MONTH, Measure.NAME)
_ROUNDABLE = {Measure.NUMBER, Measure.PERCENT, Measure.FOLD, Measure.FRACTION}
_SUMMED = (Measure.NUMBER, Measure.PERCENT, Measure.FOLD)
_LARGEST_ONCE = 10  # nobody says 21 times more for 22 times as much
_PLAIN = (
    Measure.NUMBER, Measure.FOLD, Measure.YEAR, Measure.DAY, Measure.FRACTION, Measure.ORDINAL,
)  # fmt: skip


def same(a: Quantity, b: Quantity) -> bool:
    """Whether any reading of one is a reading of the other."""
    return not a.keys.isdisjoint(b.keys)


def figures(value: Decimal) -> str:
    """Return the significant figures of a value.

    >>> figures(Decimal("5850000")), figures(Decimal("0.0585"))
    ('585', '585')
    """
    return "".join(map(str, value.normalize().as_tuple().digits)).lstrip("0") if value else ""


def near(target: Quantity, source: Quantity) -> bool:
    """Whether the target rounds, bounds or restates the source."""
    if Measure.VERSION in (target.kind, source.kind):
        # 1.3 says enough of 1.3.0, and the other way round
        return f"{target.text}.".startswith(f"{source.text}.") or f"{source.text}.".startswith(
            f"{target.text}."
        )
    if _bounds(target, source) or _restates(target, source) or _restates(source, target):
        return True
    return _rounds(target, source)


def _bounds(a: Quantity, b: Quantity) -> bool:
    """Whether an interval holds the other's value, or meets its interval."""
    if a.low is not None and a.high is not None and b.low is not None and b.high is not None:
        return a.low < b.high and b.low < a.high
    for vague, other in ((a, b), (b, a)):
        if vague.low is not None and vague.high is not None:
            return any(
                vague.low <= r.value < vague.high or r.value == vague.high
                for r in other.readings
                if r.kind in _PLAIN
            )
    return False


def _rounds(target: Quantity, source: Quantity) -> bool:
    """Whether one is the other with fewer figures, however it was rounded.

    A translation does not make a number finer by one figure, so 90 that has become 92 is no
    rounding; and 2048 is only 2000 where "about" is said. With 万 or million all is open.
    """
    scaled = target.scaled or source.scaled
    if not scaled and 0 < _decimals(target) == _decimals(source):
        return False  # 0.80 is as fine as 0.81
    for x in target.readings:
        for y in source.readings:
            if (x.kind is Measure.PERCENT) != (y.kind is Measure.PERCENT):
                continue
            if not {x.kind, y.kind} <= _ROUNDABLE:
                continue
            if _rounded(x.value, y.value):
                said = target.approx or "." in source.text or not target.digits
                if scaled or said:
                    return True
            elif _rounded(y.value, x.value):
                slip = slipped(target, source)
                if not target.digits or (scaled and source.approx):
                    return True
                if (scaled or source.approx) and not slip:
                    return True
    return False


def _decimals(quantity: Quantity) -> int:
    """Return how many figures are written behind the point."""
    return len(quantity.text.partition(".")[2])


def _rounded(rough: Decimal, fine: Decimal) -> bool:
    """Whether `rough` is `fine` rounded, cut or raised to the figures that it has.

    >>> _rounded(Decimal("1300000"), Decimal("1281167")), _rounded(Decimal(13), Decimal(2048))
    (True, False)
    """
    few, many = len(figures(rough)), len(figures(fine))
    if not 0 < few < many or rough.adjusted() - fine.adjusted() not in (0, 1):
        return False
    if few == 1 and (rough < 10 or abs(rough - fine) > rough / 10):
        return False
    unit = Decimal(1).scaleb(fine.adjusted() - few + 1)
    cut = [fine.quantize(unit, how) for how in (ROUND_HALF_UP, ROUND_FLOOR, ROUND_CEILING)]
    return rough in cut


def _restates(a: Quantity, b: Quantity) -> bool:
    """Whether a multiple says what another multiple, a share or a percentage says."""
    times = next((r.value for r in a.readings if r.kind is Measure.FOLD), None)
    if not times or b.kind not in _FOLDABLE:
        return False
    fold = next((r.value for r in b.readings if r.kind is Measure.FOLD), None)
    if fold is not None:  # twice as fast is once faster
        once = abs(fold - times) == 1 and 0 < min(fold, times) <= _LARGEST_ONCE
        return (once and not (a.whole and b.whole)) or fold * times == 1
    if b.kind is Measure.PERCENT:
        share = _HUNDRED / times  # a tenth of it, or nine tenths less
        return b.value in (times * _HUNDRED, (times - 1) * _HUNDRED, share, _HUNDRED - share)
    return abs(b.value * times - 1) < Decimal("0.01") and b.value < 1


def factor(target: Quantity, source: Quantity) -> Decimal | None:
    """Return target / source where both have the same figures and another size."""
    for x in target.readings:
        for y in source.readings:
            apart = (x.kind is Measure.PERCENT) != (y.kind is Measure.PERCENT)
            if apart or x.value == y.value or not (x.value and y.value):
                continue
            if not {x.kind, y.kind} <= set(_SUMMED):
                continue
            if figures(x.value) == figures(y.value):
                return Decimal(1).scaleb(x.value.adjusted() - y.value.adjusted())
    return None


def percent_lost(target: Quantity, source: Quantity) -> bool:
    """Whether the source is a percentage and the target the bare number."""
    if source.kind is not Measure.PERCENT or target.kind is not Measure.NUMBER or target.scaled:
        return False
    return target.value == source.value and not target.unit


def slipped(target: Quantity, source: Quantity) -> bool:
    """Whether one figure was mistyped, left out, doubled or swapped with its neighbour."""
    if target.kind in _NO_DIGITS or source.kind in _NO_DIGITS:
        return False
    if (target.kind is Measure.PERCENT) != (source.kind is Measure.PERCENT):
        return False
    if target.kind is Measure.VERSION or source.kind is Measure.VERSION:
        return target.kind is source.kind and one_edit(target.text, source.text)
    a, b = target.value, source.value
    if min(len(_written(target)), len(_written(source))) < 2 or not a or not b:
        return False
    if a.adjusted() == b.adjusted():
        one, two = figures(a), figures(b)
        width = max(len(one), len(two))
        if width > 1 and one_edit(one.ljust(width, "0"), two.ljust(width, "0")):
            return True
    if target.scaled or source.scaled or not (target.digits and source.digits):
        return False
    return one_edit(_plain(target.text), _plain(source.text))


def _written(quantity: Quantity) -> str:
    return quantity.text.replace(".", "").replace(",", "") or figures(quantity.value)


def _plain(text: str) -> str:
    return text.replace(",", "")


def one_edit(a: str, b: str) -> bool:
    """Whether one character was changed, added, dropped, or two neighbours swapped.

    >>> one_edit("2048", "2043"), one_edit("2048", "2084"), one_edit("2048", "1024")
    (True, True, False)
    """
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    at = 0
    while at < min(len(a), len(b)) and a[at] == b[at]:
        at += 1
    if len(a) == len(b):
        swapped = a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]
        return a[at + 1 :] == b[at + 1 :] or swapped
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return longer[at + 1 :] == shorter[at:]


def is_year(quantity: Quantity) -> bool:
    """Whether a number is written as a year is: 2019."""
    bare = quantity.kind is Measure.NUMBER and quantity.digits and not quantity.scaled
    return bare and len(quantity.text) == 4 and 1500 <= quantity.value < 2100


def implied(target: Quantity, sources: Sequence[Quantity]) -> bool:
    """Whether a number follows from two of the other side: a sum, difference, ratio, change."""
    value = target.value
    # two figures of a plain number follow from others by mere chance
    least = 2 if target.kind is Measure.PERCENT or "." in target.text else 4
    if len(figures(value)) < least or target.kind not in _SUMMED or is_year(target):
        return False
    known = sorted({q.value for q in sources if q.kind in _SUMMED[:2]})[:12]
    if target.kind is Measure.PERCENT and _HUNDRED - value in known:
        return True
    for low, high in combinations(known, 2):
        if value in (high - low, high + low):
            return True
        if not low:
            continue
        ratios = (high / low, (high - low) / low * _HUNDRED, (high - low) / high * _HUNDRED)
        unit = Decimal(1).scaleb(value.adjusted() - len(figures(value)) + 1)
        if any(r.adjusted() == value.adjusted() and r.quantize(unit) == value for r in ratios):
            return True
    return False
