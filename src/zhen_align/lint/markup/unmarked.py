"""The one word of a page that lost its backticks, where the page keeps all others.

A translator who sets no code at all has a style; one who sets all but one has slipped. Not
here: code that is not in the target at all (match.py).
"""

import re
from collections.abc import Iterator

from zhen_align.lint.facts import BeadFacts, Pair
from zhen_align.text.markup import MarkKind
from zhen_align.types import Span

_LEAST = 3
_NAME = re.compile(r"[A-Z][A-Za-z\d]*")  # Kafka may be set as code, or as what it is


def unmarked(pair: Pair, sure: float) -> Iterator[tuple[BeadFacts, Span, Span]]:
    """Yield the plain word of the target and the code of the source that it stands for."""
    found: list[tuple[BeadFacts, Span, Span]] = []
    kept = 0
    for bead in pair.beads:
        if not bead.is_whole or bead.bead.score < sure:
            continue
        code = {mark.key for _, mark in bead.target.marks if mark.kind is MarkKind.CODE}
        for span, mark in bead.source.marks:
            if mark.kind is not MarkKind.CODE or not mark.key.isascii():
                continue
            if mark.key in code:
                kept += 1
            elif not _NAME.fullmatch(mark.key) and (place := _plain(bead, mark.key)):
                found.append((bead, place, span))
                if len(found) > 1:
                    return
    if kept >= _LEAST:
        yield from found


def _plain(bead: BeadFacts, key: str) -> Span | None:
    """Return where some code stands in the target without its marks."""
    pattern = re.compile(rf"(?<![\w./:-]){re.escape(key)}(?![\w/:-])", re.ASCII)
    for text in bead.target.texts:
        if place := pattern.search(text.plain):
            return text.span(Span(*place.span()))
    return None
