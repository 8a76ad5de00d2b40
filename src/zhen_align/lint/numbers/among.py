"""So many of so many that have changed places: 9 of 11 tasks, 9 项任务中的 11 项.

Both numbers are there, so nothing else shows it. Only where both sides say the two right in this
way. Not here: shares (one in five), which are numbers of their own.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from zhen_align.lint.facts import BeadFacts, Side, Text
from zhen_align.text.quantities import Measure
from zhen_align.types import Lang, Span

_OF = re.compile(
    r"\s(?:out\s)?of\s"
    r"(?:(?:the|its|our|their|all|these|those|a total of|more than|over|about)\s){0,3}",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"[^，。；、,;:：（(\d]{0,12}?(?:之中|当中|當中|[中里裡])(?:的|有|，有|，|仅|只|只有|约|已有)?\s?"
)

Among = tuple[Decimal, Decimal]  # so many, of so many


def crossed_parts(bead: BeadFacts) -> Iterator[tuple[Span, Span]]:
    """Yield where the target says so many of so many the wrong way round, and its source."""
    if not any(" of " in text.text for text in bead.en.texts):
        return
    here, there = _all(bead.target), _all(bead.source)
    for (part, whole), span in here.items():
        if part != whole and (whole, part) in there and (part, whole) not in there:
            yield span, there[whole, part]


def _all(side: Side) -> dict[Among, Span]:
    found: dict[Among, Span] = {}
    for text in side.texts:
        for among, span in _among(text):
            found.setdefault(among, text.span(span))
    return found


def _among(text: Text) -> Iterator[tuple[Among, Span]]:
    """Yield what a sentence says to be so many of so many; in Chinese the whole comes first."""
    english = text.lang is Lang.EN
    between = _OF if english else _WITHIN
    counts = [q for q in text.quantities if q.kind is Measure.NUMBER and q.part is None]
    for first, second in pairwise(counts):
        if between.fullmatch(text.text, first.span.end, second.span.start):
            part, whole = (first, second) if english else (second, first)
            yield (part.value, whole.value), Span(first.span.start, second.span.end)
