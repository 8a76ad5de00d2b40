"""Numbers on which two accounts of one work disagree.

Another magnitude is told wherever it stands: the same figures, a power of ten apart, and
the number itself nowhere in the other account. Another value is told only where two linked
claims have one number each that the other account lacks, or two with the same digits in
another order: accounts round, add up and pick their numbers freely, and each such liberty
would be a false alarm.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, product

from zhen_align.compare.claims import Work
from zhen_align.compare.result import Difference, Grade, Place
from zhen_align.text.lines import position
from zhen_align.text.quantities import Measure, Quantity, quantities
from zhen_align.text.units import unit_at
from zhen_align.types import Kind, Lang, Span

_TOLD = (Measure.NUMBER, Measure.PERCENT, Measure.FOLD)
_CLOSE = Decimal("0.005")
_ABOUT = Decimal("0.12")
_SMALL = 12
_FIRM = 2  # linked, and not only related
_RANGE = 3
_DERIVED_FROM = 14
Pair = tuple[tuple[int, ...], tuple[int, ...], Grade]


@dataclass(frozen=True, slots=True)
class Fact:
    """A quantity of a work: in which sentence (-1: in none), where in the text, in what unit."""

    sentence: int
    span: Span
    quantity: Quantity
    unit: str = ""

    @property
    def value(self) -> Decimal:
        """The value of the likeliest reading."""
        return self.quantity.value


def facts(work: Work) -> list[Fact]:
    """Return the quantities of a work's claims, and of all that stands around them."""
    found: list[Fact] = []
    inside: set[int] = set()
    for number, sentence in enumerate(work.sentences):
        block = work.document.blocks[sentence.block]
        inside.add(sentence.block)
        found += _read(work, sentence.span, sentence.lang, block.opaque, number)
    for number, block in enumerate(work.document.blocks):
        if number not in inside and block.kind is not Kind.OPAQUE:
            found += _read(work, block.span, block.lang, block.opaque, -1)
    return found


def _read(
    work: Work, span: Span, lang: Lang, opaque: Sequence[Span], number: int
) -> Iterator[Fact]:
    inner = [
        Span(max(o.start, span.start) - span.start, min(o.end, span.end) - span.start)
        for o in opaque
        if span.meets(o)
    ]
    text = span.of(work.document.text)
    for quantity in quantities(text, Lang.EN if lang is Lang.EN else Lang.ZH, inner):
        beside = unit_at(text, quantity.span.start, quantity.span.end) or ("",)
        unit = "%" if quantity.kind is Measure.PERCENT else quantity.unit or beside[0]
        yield Fact(number, quantity.span.shifted(by=span.start), quantity, unit)


def differences(a: Work, b: Work, pairs: Sequence[Pair]) -> list[Difference]:
    """Return the numbers on which two works disagree, surest first."""
    facts_a, facts_b = facts(a), facts(b)
    alone_a, alone_b = _alone(facts_a, facts_b), _alone(facts_b, facts_a)
    linked = _linked(pairs)
    taken: set[Span] = set()
    found: list[Difference] = []
    sized = list(_sized(alone_a, alone_b, facts_a, facts_b, linked))
    valued = [(False, *pair) for pair in _valued(alone_a, alone_b, facts_a, facts_b, pairs)]
    # a number that stands again elsewhere may be another's: those that do not come first
    for _, one, two in sorted([*sized, *valued], key=lambda each: each[0]):
        if one.span not in taken and two.span not in taken:
            taken |= {one.span, two.span}
            found.append(_difference(a, b, one, two))
    return found


def _linked(pairs: Sequence[Pair]) -> Mapping[tuple[int, int], int]:
    """Return for each pair of linked sentences how firmly: less where they are only related."""
    return {
        (i, j): 1 if grade is Grade.RELATED else _FIRM
        for left, right, grade in pairs
        for i in left
        for j in right
    }


def _alone(own: Sequence[Fact], other: Sequence[Fact]) -> list[Fact]:
    """Return the facts of the claims that the other work does not have in any form."""
    keys = {key for fact in other for key in fact.quantity.keys}
    found = []
    for fact in own:
        if fact.sentence < 0 or fact.quantity.kind not in _TOLD:
            continue
        if fact.quantity.keys.isdisjoint(keys) and not any(
            _equal(fact.quantity, each.quantity) for each in other
        ):
            found.append(fact)
    return found


def _equal(a: Quantity, b: Quantity) -> bool:
    """Say whether two quantities may be the same, rounded, bounded or roughly told."""
    for vague, other in ((a, b), (b, a)):
        if vague.low is not None and vague.high is not None:
            return any(vague.low <= r.value <= vague.high for r in other.readings)
    roughly = _roughly(a, b)
    for x in a.readings:
        for y in b.readings:
            if (x.kind is Measure.PERCENT) != (y.kind is Measure.PERCENT):
                continue
            larger = max(abs(x.value), abs(y.value))
            off = abs(x.value - y.value)
            if off <= _CLOSE * larger or (roughly and off <= _ABOUT * larger):
                return True
            if _rounds(x.value, y.value) or _rounds(y.value, x.value):
                return True
    return False


def _roughly(a: Quantity, b: Quantity) -> bool:
    """Say whether either is only about its value; two with decimals are not, "over 87.3%"."""
    return (a.approx or b.approx) and not (_decimals(a) and _decimals(b))


def _rounds(rough: Decimal, fine: Decimal) -> bool:
    """Say whether one is the other rounded to fewer figures, two at least.

    >>> _rounds(Decimal("1300000"), Decimal("1281167")), _rounds(Decimal(2000), Decimal(2048))
    (True, False)
    """
    few, many = len(figures(rough)), len(figures(fine))
    if not 2 <= few < many or rough.adjusted() != fine.adjusted():
        return False
    unit = Decimal(1).scaleb(fine.adjusted() - few + 1)
    return abs(rough - fine) < unit


def figures(value: Decimal) -> str:
    """Return the significant figures of a value.

    >>> figures(Decimal("5850000")), figures(Decimal("0.0585"))
    ('585', '585')
    """
    return "".join(map(str, value.normalize().as_tuple().digits)).lstrip("0") if value else ""


def _sized(
    alone_a: Sequence[Fact],
    alone_b: Sequence[Fact],
    facts_a: Sequence[Fact],
    facts_b: Sequence[Fact],
    linked: Mapping[tuple[int, int], int],
) -> Iterator[tuple[bool, Fact, Fact]]:
    """Yield numbers with the same figures in another size, those of linked claims first.

    One of the two must be nowhere in the other work; the other may be there again (that is
    told first), but then only in a linked claim.
    """
    ranked = []
    for one in facts_a:
        for two in facts_b:
            again = (one not in alone_a) + (two not in alone_b)
            if again == 2 or min(one.sentence, two.sentence) < 0:
                continue
            if not _resized(one.quantity, two.quantity):
                continue
            pointed = ["." in each.quantity.text for each in (one, two)]
            if again and len(figures(one.value)) == 1 and any(pointed):
                continue  # 0.1 and 10 beside each other are two numbers
            firm = linked.get((one.sentence, two.sentence), 0)
            weighty = _weighty(one.quantity) and _weighty(two.quantity)
            if firm == _FIRM or (firm and not again) or (weighty and (firm or not again)):
                ranked.append((-firm, again, one, two))
    for _, again, one, two in sorted(ranked, key=lambda r: (r[0], r[1], r[2].span, r[3].span)):
        yield bool(again), one, two


def _resized(a: Quantity, b: Quantity) -> bool:
    """Say whether two quantities of one kind have the same figures in another size."""
    if a.kind not in _TOLD or a.kind is not b.kind or a.value == b.value:
        return False
    if any(not each.digits and (each.value <= _SMALL or len(each.text) == 1) for each in (a, b)):
        return False  # one, ten and a bare 百 (hundred) are said for many things
    return bool(a.value and b.value) and figures(a.value) == figures(b.value)


def _weighty(quantity: Quantity) -> bool:
    """Say whether a number is more than a bare small count."""
    if quantity.kind is Measure.NUMBER and not (quantity.unit or quantity.scaled):
        return quantity.value > _SMALL or "." in quantity.text
    return len(figures(quantity.value)) > 1


def _valued(
    alone_a: Sequence[Fact],
    alone_b: Sequence[Fact],
    facts_a: Sequence[Fact],
    facts_b: Sequence[Fact],
    pairs: Sequence[Pair],
) -> Iterator[tuple[Fact, Fact]]:
    """Yield the numbers that linked claims have instead of each other."""
    for left, right, grade in pairs:
        firm = grade is not Grade.RELATED
        for kind in _TOLD:
            one = [f for f in alone_a if f.sentence in left and f.quantity.kind is kind]
            two = [f for f in alone_b if f.sentence in right and f.quantity.kind is kind]
            for x, y in product(one, two):
                if _exchanged(x, y) and (firm or x.unit == y.unit != ""):
                    yield x, y
            if not firm or len(one) != 1 or len(two) != 1:
                continue
            if _comparable(one[0], two[0]) and not (
                _derived(one[0], facts_b) or _derived(two[0], facts_a)
            ):
                yield one[0], two[0]


def _exchanged(one: Fact, two: Fact) -> bool:
    """Say whether two numbers have the same digits in another order."""
    a, b = ([ch for ch in each.quantity.text if ch.isdigit()] for each in (one, two))
    alike = _decimals(one.quantity) == _decimals(two.quantity) and sorted(a) == sorted(b)
    return alike and a != b


def _comparable(one: Fact, two: Fact) -> bool:
    """Say whether two numbers are of one order and written alike."""
    a, b = one.quantity, two.quantity
    low, high = sorted((abs(a.value), abs(b.value)))
    if not low or high > _RANGE * low:
        return False
    if _roughly(a, b):
        return False
    if a.kind is Measure.NUMBER and not (a.digits and b.digits):
        return a.counts and b.counts and low >= 2 and high <= _SMALL
    return _decimals(a) == _decimals(b)


def _decimals(quantity: Quantity) -> int:
    return len(quantity.text.partition(".")[2])


def _derived(fact: Fact, others: Sequence[Fact]) -> bool:
    """Say whether a number is a sum, a difference or the rest of others."""
    if not fact.quantity.digits:
        return False  # small counts are sums of each other by chance
    values = sorted({f.value for f in others if f.quantity.kind in _TOLD})[:_DERIVED_FROM]
    if fact.quantity.kind is Measure.PERCENT and Decimal(100) - fact.value in values:
        return True
    return any(fact.value in (x + y, abs(x - y)) for x, y in combinations(values, 2))


def _difference(a: Work, b: Work, one: Fact, two: Fact) -> Difference:
    left, right = _place(a, one), _place(b, two)
    return Difference("number", left, right, _message((left.text, one), (right.text, two)))


def _place(work: Work, fact: Fact) -> Place:
    text = work.document.text
    line = position(work.document.lines, fact.span.start)[0]
    lang = work.sentences[fact.sentence].lang
    return Place(work.document.path, line, fact.span, str(lang), fact.span.of(text))


def _message(*sides: tuple[str, Fact]) -> str:
    """Say how two numbers differ; no side is called wrong, for either may be."""
    (_, one), (_, two) = sides
    shown = [_shown(text, fact) for text, fact in sides]
    said = f"{shown[0]} in the one, {shown[1]} in the other"
    if figures(one.value) != figures(two.value):
        return said
    factor = Decimal(10) ** abs(one.value.adjusted() - two.value.adjusted())
    return f"{said}: {factor:,f} times as much"


def _shown(text: str, fact: Fact) -> str:
    """Return a number as it is written, with its value where that is not plain."""
    sign = "%" if fact.quantity.kind is Measure.PERCENT else ""
    value = f"{fact.value:,f}"
    value = value.rstrip("0").rstrip(".") if "." in value else value
    written = " ".join(text.split())
    plain = fact.quantity.text.replace(",", "") == value.replace(",", "")
    return written if plain else f"{written} ({value}{sign})"
