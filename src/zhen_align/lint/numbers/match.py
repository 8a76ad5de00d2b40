"""Which numbers of a translation clash with which of its source, and which stand alone.

Conflicts are looked for before approximate support is accepted, the surest kind first: the
same figures in another size, a percent sign, a slip in one figure; then whatever of a kind is
left over on both sides. Distinct values count, not how often they are said. Not here: what
is said about it, and how grave it is.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from zhen_align.lint.numbers.agree import (
    factor,
    figures,
    implied,
    is_year,
    near,
    percent_lost,
    same,
    slipped,
)
from zhen_align.text.quantities import Measure, Quantity
from zhen_align.text.quantities_types import Key
from zhen_align.types import Span

_LARGE = 100
_NEXT = 3  # characters between the numbers of a ratio


class Why(StrEnum):
    """How two numbers clash."""

    SIZE = "size"  # the same figures, another magnitude
    LOST = "lost"  # the percent sign is gone
    GAINED = "gained"  # there is a percent sign that was not there
    SLIP = "slip"  # one figure mistyped, dropped, doubled or swapped
    INSTEAD = "instead"  # the only ones of their kind that are left


class Placed(NamedTuple):
    """A quantity and where it stands in its document; of a date the whole date."""

    span: Span
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Clash:
    """A number of the target that contradicts one of the source."""

    target: Placed
    source: Placed
    why: Why
    factor: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of comparing two sides; `extra` and `missing` stand on one side only."""

    clashes: tuple[Clash, ...]
    extra: tuple[Placed, ...]
    missing: tuple[Placed, ...]


def unmatched(here: Sequence[Placed], there: Sequence[Placed]) -> list[Placed]:
    """Return what one side says that the other does not say exactly."""
    keys = {key for placed in there for key in placed.quantity.keys}
    periods = any(kind == "p" for kind, _ in keys)
    decades = [_decades(placed.quantity) for placed in there if _is_decade(placed.quantity)]
    return [
        placed for placed in here if _own_keys(placed.quantity, periods, decades).isdisjoint(keys)
    ]


def _own_keys(
    quantity: Quantity, periods: bool, decades: Sequence[frozenset[Key]]
) -> frozenset[Key]:
    """Return what a quantity is met by.

    Where there are `periods`, a quarter is met by a quarter alone; where all `decades` have a
    century, the 1840s by nothing less.
    """
    if periods and quantity.kind is Measure.PERIOD:
        return frozenset(key for key in quantity.keys if key[0] == "p")
    if decades and all(decades) and _is_decade(quantity):
        return _decades(quantity) or quantity.keys
    return quantity.keys


def _is_decade(quantity: Quantity) -> bool:
    return quantity.kind is Measure.DECADE and quantity.low is None


def _decades(quantity: Quantity) -> frozenset[Key]:
    """Return the decades of a quantity that have their century."""
    return frozenset(
        (kind, value)
        for kind, value in quantity.keys
        if kind == "d" and isinstance(value, Decimal) and value >= 1000
    )


def compare(target: Sequence[Placed], source: Sequence[Placed]) -> Outcome:
    """Compare the quantities of two sides."""
    extra, missing = unmatched(target, source), unmatched(source, target)
    served = [p for p in source if p not in missing] if extra else []
    clashes: list[Clash] = []
    _take(extra, missing, _size, clashes)
    clashes.extend(_size_of_served(extra, served))
    clashes = _without_ratios(clashes)
    _take(extra, missing, _percent, clashes)
    _take(extra, missing, _slip, clashes)
    numbers = [p.quantity for p in source]
    extra = [p for p in extra if not any(near(p.quantity, q) for q in numbers)]
    numbers = [p.quantity for p in target]
    missing = [p for p in missing if not any(near(q, p.quantity) for q in numbers)]
    numbers = [p.quantity for p in source]
    stating = [p for p in extra if not implied(p.quantity, numbers)]
    clashes.extend(_left_over(extra, missing, stating))
    return Outcome(tuple(clashes), tuple(_alone(extra)), tuple(_alone(missing)))


def _take(
    extra: list[Placed],
    missing: list[Placed],
    judge: Callable[[Quantity, Quantity], tuple[Why, Decimal] | None],
    clashes: list[Clash],
) -> None:
    """Move the pairs that clash out of both lists; each number clashes once."""
    for t in list(extra):
        for s in missing:
            if verdict := judge(t.quantity, s.quantity):
                clashes.append(Clash(t, s, *verdict))
                extra.remove(t)
                missing.remove(s)
                break


def _without_ratios(clashes: Sequence[Clash]) -> list[Clash]:
    """Leave out two neighbours with one factor: 8:2 divides as 80/20 does."""
    return [
        each
        for each in clashes
        if not any(
            other is not each
            and other.factor == each.factor
            and _apart(each.target, other.target) <= _NEXT
            and _apart(each.source, other.source) <= _NEXT
            and not (each.target.quantity.scaled or each.source.quantity.scaled)
            for other in clashes
        )
    ]


def _apart(a: Placed, b: Placed) -> int:
    return max(a.span.start, b.span.start) - min(a.span.end, b.span.end)


def _size(t: Quantity, s: Quantity) -> tuple[Why, Decimal] | None:
    if not _may_clash(t, s) or not (t.digits or t.scaled):
        return None
    if percent_lost(t, s) or percent_lost(s, t):
        return None  # 0.3% and 0.3, which may be 30%, are of one size
    off = factor(t, s)
    return (Why.SIZE, off) if off is not None else None


def _size_of_served(extra: list[Placed], served: Sequence[Placed]) -> Iterator[Clash]:
    """Look among the numbers that have a counterpart already: one of them is said twice."""
    for t in list(extra):
        if not t.quantity.strong or len(figures(t.quantity.value)) < 2:
            continue
        for s in served:
            if verdict := _size(t.quantity, s.quantity):
                extra.remove(t)
                yield Clash(t, s, *verdict)
                break


def _percent(t: Quantity, s: Quantity) -> tuple[Why, Decimal] | None:
    if not (t.strong and s.strong):
        return None
    if percent_lost(t, s):
        return Why.LOST, Decimal(1)
    return (Why.GAINED, Decimal(1)) if percent_lost(s, t) else None


def _slip(t: Quantity, s: Quantity) -> tuple[Why, Decimal] | None:
    if _may_clash(t, s) and not near(t, s) and slipped(t, s):
        return Why.SLIP, Decimal(1)
    return None


def _may_clash(t: Quantity, s: Quantity) -> bool:
    """Whether two quantities are written so that a clash can be read from them."""
    if Measure.NAME in (t.kind, s.kind):
        return False
    if t.strong or s.strong:
        return (t.digits or t.scaled) and (s.digits or s.scaled)
    return (t.scaled and s.scaled) or bool(t.head and t.head == s.head)


def _left_over(
    extra: list[Placed], missing: list[Placed], stating: Sequence[Placed]
) -> Iterator[Clash]:
    """Pair, in order, what is left of each kind where both sides have as many.

    `stating` are those of `extra` that do not just follow from the source: 24% that are
    left are no contradiction to 76% that are gone.
    """
    for kind in Measure if extra and missing else ():
        here = [p for p in stating if _kind(p.quantity) is kind and _is_firm(p.quantity)]
        there = [p for p in missing if _kind(p.quantity) is kind and _is_firm(p.quantity)]
        most = 1 if kind in (Measure.NUMBER, Measure.ORDER) else 3
        if not 0 < len(here) == len(there) <= most:
            continue
        for t, s in zip(here, there, strict=True):
            extra.remove(t)
            missing.remove(s)
            yield Clash(t, s, Why.INSTEAD)
    here = [p for p in stating if p in extra and _is_large(p.quantity)]
    there = [p for p in missing if _is_large(p.quantity)]
    if len(here) == len(there) == 1 and here[0].quantity.kind is not there[0].quantity.kind:
        extra.remove(here[0])
        missing.remove(there[0])
        yield Clash(here[0], there[0], Why.INSTEAD)


def _is_large(quantity: Quantity) -> bool:
    """Whether words say a large number or a large order: a thousand, 近百."""
    if quantity.kind is Measure.NUMBER:
        vague = quantity.text and figures(quantity.value) == "1"  # 千万 may be any number
        return not (quantity.digits or vague) and quantity.value >= _LARGE
    return quantity.kind is Measure.ORDER


def _kind(quantity: Quantity) -> Measure:
    """Return the kind, a bare 2019 counting as a year."""
    return Measure.YEAR if is_year(quantity) else quantity.kind


_SURE_IN_WORDS = (
    Measure.PERCENT, Measure.CENTURY, Measure.DECADE, Measure.WEEKDAY, Measure.YEAR, Measure.MONTH,
    Measure.TIME, Measure.PERIOD,
)  # fmt: skip


def _is_firm(quantity: Quantity) -> bool:
    """Whether it is a number without doubt: in digits, or in words that mean nothing else."""
    value, kind = quantity.value, quantity.kind
    if quantity.digits or quantity.strong:
        return quantity.strong or kind is Measure.PERIOD
    if kind is Measure.ORDER:
        return True
    if quantity.low is not None or kind is Measure.NAME:
        return False
    if kind is Measure.FRACTION:
        plain = value not in (Decimal("0.5"), Decimal("0.25"))
        return quantity.counts or (plain and len(quantity.readings) == 1)
    if kind is Measure.FOLD:
        return value > 2 or quantity.counts
    if kind is Measure.ORDINAL:
        return value > 1  # "first" says 首先, 起初 and more
    if kind is Measure.NUMBER:
        return (value > 10 and figures(value) != "1") or (quantity.counts and 2 <= value <= 10)
    return kind in _SURE_IN_WORDS


def _alone(left: Sequence[Placed]) -> list[Placed]:
    """Return the strong ones, the first of each value: a number may be said once for two."""
    out: list[Placed] = []
    for placed in left:
        known = any(same(placed.quantity, p.quantity) or placed.span == p.span for p in out)
        if placed.quantity.strong and not known:
            out.append(placed)
    return out
