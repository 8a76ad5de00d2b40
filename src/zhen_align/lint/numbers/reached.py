"""Changes by an amount that have become changes to it: cut by 58%, 降至原来的58%.

Only where words of a change stand right before the number on both sides, and the number stands
once on each. Not here: how much it is (match.py).
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from zhen_align.lint.facts import BeadFacts, Side
from zhen_align.text.quantities import Measure, Quantity
from zhen_align.types import Lang, Span

_ABOUT_ZH = r"(?:大?约|将?近|接近|超过|逾|多达|高达|至少|不到)?\s*$"
_TO_ZH = re.compile(
    r"(?:(?:降|减|减少|缩|缩短|升|增|增长|提高|提升|跌|涨|压缩|削减|回落|下调|上调)[低加至到]{0,2}?(?:至|到|为)"
    rf"(?:原来的?|原先的?|原有的?|此前的?|之前的?|[^，。；：、\d]{{1,8}}的)?|[降减缩]?为原[来先有]的?){_ABOUT_ZH}"
)
_BY_ZH = re.compile(
    r"(?:降低|减少|下降|下跌|缩短|缩小|削减|压缩|节省|提高|提升|增加|增长|上升|升高|上涨|改善|加快|放缓|延长)"
    rf"了?{_ABOUT_ZH}"
)
_ABOUT_EN = (
    r"(?:about|around|roughly|nearly|almost|over|some|up to|as much as|more than|less than|only"
    r"|just|at least|approximately|a)?\s*$"
)
_CHANGE = (
    r"\b(?:cut|reduc|lower|f[ae]ll|drop|decreas|declin|shr[iau]nk|r[ai]s|rose|increas|improv|gr[eo]w"
    r"|climb|boost|brought|bring|shorten|slow|speed|sped|extend|short|down|up\b)\w*\b"
    # what changes may be a long phrase, but then one without a comma
    r"(?:[^.;\d]{0,60}|[^.,;:()\d]{0,140})"
)
_BY_EN = re.compile(rf"{_CHANGE}\bby\s+{_ABOUT_EN}", re.IGNORECASE)
# as much as, or equal to, is no result
_NO_RESULT = r"(?<!up )(?<!ding )(?<!equal )(?<!lent )(?<!close )(?<!ative )"
_TO_EN = re.compile(rf"{_CHANGE}{_NO_RESULT}\bto\s+{_ABOUT_EN}", re.IGNORECASE)
_BACK = 170
_HALF = {("n", Decimal("0.5")), ("%", Decimal(50))}


def reached(bead: BeadFacts) -> Iterator[tuple[Span, Span]]:
    """Yield the numbers of the target that are an amount on one side and a result on the other."""
    for here, there in _twins(bead):
        way = _way(bead.target, here)
        if way and {way, _way(bead.source, there)} == {"by", "to"}:
            yield here, there


def _twins(bead: BeadFacts) -> Iterator[tuple[Span, Span]]:
    """Yield the numbers in digits, and the shares, that both sides have, each once."""
    target, source = (
        [(span, q) for span, q in side.quantities if _is_asked(q)]
        for side in (bead.target, bead.source)
    )
    for span, q in target:
        same = [s for s, other in source if not other.keys.isdisjoint(q.keys)]
        if len(same) == 1 and sum(not o.keys.isdisjoint(q.keys) for _, o in target) == 1:
            yield span, same[0]


def _is_asked(q: Quantity) -> bool:
    # cut by half is cut to half
    return (q.digits or q.kind is Measure.FRACTION) and q.keys.isdisjoint(_HALF)


def _way(side: Side, span: Span) -> str:
    """Say whether the words before a number make it a change or what it leads to."""
    before = side.document.text[max(0, span.start - _BACK) : span.start]
    tests = (_TO_ZH, _BY_ZH) if side.lang is Lang.ZH else (_TO_EN, _BY_EN)
    return next(
        (way for way, test in zip(("to", "by"), tests, strict=True) if test.search(before)), ""
    )
