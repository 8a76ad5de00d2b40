"""Numbers whose minus sign stands on one side only.

A translation may put a sign into words (a change of −3% as a fall of 3%), so a side that speaks of
a fall or a loss, where the other has none, says it too.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zhen_align.lint.facts import BeadFacts, Side, Text
from zhen_align.text.quantities import Measure, Quantity
from zhen_align.text.signs import Sign, sign
from zhen_align.types import Span

_KINDS = (Measure.NUMBER, Measure.PERCENT, Measure.FRACTION)
# of small letters; as branches that begin with a sign, other places are passed over quickly
_MINUS = re.compile("-|\u2212|\u2012|\u2013|\uff0d|\ufe63|零|负|負|minus|negative|below|\\\\pm")
# a fall, a lack, or the other direction
_FALL = re.compile(
    r"[降减減少低跌缩縮亏虧损損欠退落逆负負赤扣反衰左南西阴陰]|以下|下方|便宜|优惠|優惠|[更较較]差|差[于於了]"
    r"|(?<![a-z])(?:de(?:cre|cli|duct)|drop|f[ae]ll|lower|loss|los[et]|lost|less|few|reduc|shr[iau]nk"
    r"|down|below|under|minus|negative|deficit|worse|slump|slid|cut|contract|off|discount|left|south"
    r"|west|behind|revers|opposite|subtract|short|attenuat)",
    re.IGNORECASE,
)
# the −3 dB bandwidth is the 3 dB bandwidth
_BAND = re.compile(r"\s?dB[\s-]?(?:带宽|頻寬|[点點]|截止|(?i:bandwidth|point|cut))")
# it fell to 5, and is below 5, not by 5
_LEVEL = re.compile(
    r"(?:[至到于於]|(?<![a-z])(?:to|at|below|under|than))\s?[-\u2212\u2013]?\s?$", re.IGNORECASE
)


class Lost(NamedTuple):
    """A number of the target and one of the source, of which one alone is negative."""

    target: Span
    source: Span
    gained: bool


class _Signed(NamedTuple):
    text: Text
    quantity: Quantity
    sign: Sign


def lost_signs(bead: BeadFacts) -> Iterator[Lost]:
    """Yield the numbers of a bead that have a minus sign on one side only."""
    if not any(_MINUS.search(t.text.lower()) for side in (bead.zh, bead.en) for t in side.texts):
        return
    target, source = list(_signed(bead.target)), list(_signed(bead.source))
    for own, other, gained in ((source, target, False), (target, source, True)):
        told: set[Quantity] = set()
        for one in own:
            plain = _plain(one, own, other) if one.quantity not in told else None
            if plain is not None:
                told.add(one.quantity)
                mine, theirs = (one, plain) if gained else (plain, one)
                yield Lost(
                    mine.text.span(mine.quantity.span), theirs.text.span(theirs.quantity.span),
                    gained,
                )  # fmt: skip


def _signed(side: Side) -> Iterator[_Signed]:
    for text in side.texts:
        for q in text.quantities:
            if q.kind in _KINDS and q.value and q.part is None:
                yield _Signed(text, q, sign(text.text, q.span))


def _plain(one: _Signed, own: Sequence[_Signed], other: Sequence[_Signed]) -> _Signed | None:
    """Return the number of the other side that is `one` without its sign, if it says so nowhere."""
    if one.sign is not Sign.MINUS or not one.quantity.strong:
        return None
    same = [o for o in other if not o.quantity.keys.isdisjoint(one.quantity.keys)]
    twins = [o for o in own if o.quantity.keys == one.quantity.keys]
    bare = [o for o in same if o.sign is Sign.NONE]
    # from −5 to 5: as many without a sign as the other side has
    if len(bare) <= sum(o.sign is Sign.NONE for o in twins) or any(o.sign for o in same):
        return None
    return None if _falls(bare[-1], one) else bare[-1]


def _falls(bare: _Signed, one: _Signed) -> bool:
    """Whether the sentence without the sign says in words that something fell or is lacking."""
    said = bare.text.text
    if _BAND.match(said, bare.quantity.span.end - 3) or _BAND.match(said, bare.quantity.span.end):
        return True
    level = _LEVEL.search(said[: bare.quantity.span.start])
    if level and _LEVEL.search(one.text.text[: one.quantity.span.start]):
        return False
    return _FALL.search(said) is not None
