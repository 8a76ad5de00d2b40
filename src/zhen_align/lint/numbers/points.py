"""Percentage points that have become per cent: from 20% to 23% are 3 points, and 15 per cent.

Only this way round: a translator who turns per cent into points says what was meant. And points
that are left out, since they were named before.
"""

import re
from collections.abc import Iterator

from zhen_align.lint.facts import BeadFacts
from zhen_align.text.quantities import Measure
from zhen_align.types import Span

_ENDS = re.compile("(?:points?|百分[点點])$")
_POINTS = re.compile(r"百分[点點]|percentage[\s-]points?|\bpp\b", re.IGNORECASE)
# said in another way, or of an absolute change
_SAID = re.compile(r"[点點]|points?\b|\bpp\b|pct|absolute|绝对|絕對", re.IGNORECASE)


def lost_points(bead: BeadFacts) -> Iterator[tuple[Span, Span]]:
    """Yield the percentages of the target that are percentage points in the source."""
    source = [(s, q) for s, q in bead.source.quantities if q.kind is Measure.PERCENT]
    target = [(s, q) for s, q in bead.target.quantities if q.kind is Measure.PERCENT]
    if not (source and target) or any(_SAID.search(text.text) for text in bead.target.texts):
        return
    said = bead.source.document.text
    for there, q in source:
        if not _POINTS.search(there.of(said)):
            continue
        # 3% by 3 percentage points: the other is what it stands for
        twins = [s for s, other in source if other.value == q.value and s != there]
        here = [s for s, other in target if other.value == q.value]
        if here and not twins:
            yield here[0], there


def points_before(bead: BeadFacts, target: Span, source: Span) -> bool:
    """Whether points were named before: by 2.9 percentage points, then by only 0.6."""
    there, here = bead.source.document.text, bead.target.document.text
    return _ends_in_points(source.of(there)) and any(
        span.end <= target.start and _ends_in_points(span.of(here))
        for span, _ in bead.target.quantities
    )


def _ends_in_points(said: str) -> bool:
    return _ENDS.search(said.rstrip()) is not None
