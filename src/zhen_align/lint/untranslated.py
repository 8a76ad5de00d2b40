"""Passages of the source that stand in the target's own file in their own language.

Blocks that are not in the language of their file take no part in the alignment, so they are
looked at here: whole ones, and the sentences of those that speak both languages. Only what
the source has too counts, and only where each language has a file of its own.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zhen_align.lint.doubled import dice
from zhen_align.lint.facts import Pair
from zhen_align.text.scripts import han_count, word_count
from zhen_align.text.sentences import sentences
from zhen_align.types import Block, Document, Kind, Lang, Span

# a title is often kept beside its translation
_NO_TEXT = (Kind.METADATA, Kind.NAVIGATION, Kind.OPAQUE, Kind.TITLE)
_MARKS = re.compile(r"[\W_]+")
_LIKE = 0.9


@dataclass(frozen=True, slots=True)
class Foreign:
    """A passage of the target, its block, and where in the source it was left from, if there."""

    block: int
    span: Span
    source: Span | None


def foreign(pair: Pair) -> list[Foreign]:
    """Return the passages of the target that are in the source's language."""
    known = pair.memory.get("foreign")
    if not isinstance(known, list):
        known = pair.memory["foreign"] = list(_foreign(pair))
    return known


def left_standing(pair: Pair) -> frozenset[Span]:
    """Return the sentences of the source that the target holds untranslated."""
    places = [passage.source for passage in foreign(pair) if passage.source]
    spans = (text.sentence.span for bead in pair.beads for text in bead.source.texts)
    return frozenset(s for s in spans if any(p.start <= s.start and s.end <= p.end for p in places))


def _foreign(pair: Pair) -> Iterator[Foreign]:
    target, source = pair.target_document, pair.source_document
    if target.path == source.path:
        return
    strange = {pair.source, Lang.MIXED}
    wanted = [
        (number, block)
        for number, block in enumerate(target.blocks)
        if block.lang in strange and block.kind not in _NO_TEXT and not block.comment
    ]
    known = _known(pair, source) if wanted else {}
    for number, block in wanted:
        whole = _place(block.span.of(target.text), known)
        if whole is not None:
            yield Foreign(number, block.span, whole)
            continue
        for span in _sentences(block, target, pair.source):
            place = _place(span.of(target.text), known)
            if place is not None:
                yield Foreign(number, span, place)


def _sentences(block: Block, target: Document, source: Lang) -> Iterator[Span]:
    """Yield the sentences of a block that are in the source's language."""
    text = block.span.of(target.text)
    own = Lang.ZH if source is Lang.EN else Lang.EN
    opaque = [s.shifted(by=-block.span.start) for s in block.opaque if s.start >= block.span.start]
    for span in sentences(text, own, opaque):
        said = span.of(text)
        count = word_count(said) if source is Lang.EN else han_count(said)
        other = han_count(said) if source is Lang.EN else word_count(said)
        if count > other:
            yield span.shifted(by=block.span.start)


def _known(pair: Pair, source: Document) -> Mapping[str, Span]:
    """Return the blocks and sentences of the source by what they say, the first of each."""
    found: dict[str, Span] = {}
    for block in source.blocks:
        if block.lang is pair.source and block.kind not in _NO_TEXT:
            found.setdefault(_key(block.span.of(source.text)), block.span)
    for bead in pair.beads:
        for text in bead.source.texts:
            found.setdefault(_key(text.text), text.sentence.span)
    return found


def _place(said: str, known: Mapping[str, Span]) -> Span | None:
    key = _key(said)
    if not key:
        return None
    if key in known:
        return known[key]
    if han_count(key) and word_count(key):
        return None  # a row whose cells are partly translated
    return next((span for other, span in known.items() if _alike(key, other)), None)


def _key(text: str) -> str:
    return _MARKS.sub("", text).casefold()


def _alike(a: str, b: str) -> bool:
    return min(len(a), len(b)) > 0.8 * max(len(a), len(b)) and dice(a, b) >= _LIKE
