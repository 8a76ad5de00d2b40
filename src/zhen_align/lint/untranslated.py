"""Sentences of the source that stand in the target in their own language."""

import re

from zhen_align.lint.doubled import dice
from zhen_align.lint.facts import Pair
from zhen_align.types import Block, Kind, Span

_NO_TEXT = (Kind.METADATA, Kind.NAVIGATION, Kind.OPAQUE)
_MARKS = re.compile(r"[\W_]+")
_LIKE = 0.9


def foreign_blocks(pair: Pair) -> list[tuple[Block, Span]]:
    """Return the blocks of the target's file in the source's language that the source has too.

    Each comes with the place of the sentence or block of the source that it was left from.
    Only where each language has a file of its own: in one file both have their right.
    """
    known = pair.memory.get("foreign")
    if isinstance(known, list):
        return known
    found = list(_foreign(pair))
    pair.memory["foreign"] = found
    return found


def _foreign(pair: Pair) -> list[tuple[Block, Span]]:
    target, source = pair.target_document, pair.source_document
    if target.path == source.path:
        return []
    wanted = [
        b
        for b in target.blocks
        if b.lang is pair.source and b.kind not in _NO_TEXT and not b.comment
    ]
    if not wanted:
        return []
    blocks = [b for b in source.blocks if b.lang is pair.source and b.kind not in _NO_TEXT]
    by_key: dict[str, Span] = {}
    for block in reversed(blocks):
        by_key[_key(block.span.of(source.text))] = block.span
    for bead in reversed(pair.beads):
        for text in bead.source.texts:
            by_key.setdefault(_key(text.text), text.sentence.span)
    found = []
    for block in wanted:
        key = _key(block.span.of(target.text))
        place = by_key.get(key) or next(
            (span for known, span in by_key.items() if _alike(key, known)), None
        )
        if place is not None:
            found.append((block, place))
    return found


def left_standing(pair: Pair) -> frozenset[Span]:
    """Return the sentences of the source that the target holds untranslated."""
    places = [place for _, place in foreign_blocks(pair)]
    return frozenset(
        text.sentence.span
        for bead in pair.beads
        for text in bead.source.texts
        if any(
            p.start <= text.sentence.span.start and text.sentence.span.end <= p.end for p in places
        )
    )


def _key(text: str) -> str:
    return _MARKS.sub("", text).casefold()


def _alike(a: str, b: str) -> bool:
    return min(len(a), len(b)) > 0.8 * max(len(a), len(b)) and dice(a, b) >= _LIKE
