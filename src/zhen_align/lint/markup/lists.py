"""Items of a list whose translation stands outside any list, and boxes that were ticked."""

import re
from collections.abc import Iterator
from itertools import pairwise

from zhen_align.lint.facts import BeadFacts, Pair, Text
from zhen_align.types import Kind, Span

_BOX = re.compile(r"(\[([ xX])\])[ \t]+$")


def broken_items(pair: Pair, sure: float) -> Iterator[tuple[BeadFacts, Span, str]]:
    """Yield the sentences that are an item on one side and bare on the other.

    A list that was made into running text as a whole is a matter of layout: a neighbour of
    the item must have stayed an item on both sides.
    """
    beads = [b for b in pair.beads if b.is_whole and b.bead.score >= sure]
    kinds = [(_kind(b.source.texts[0]), _kind(b.target.texts[0])) for b in beads]
    for at, (bead, (source, target)) in enumerate(zip(beads, kinds, strict=True)):
        if {source, target} != {Kind.ITEM, Kind.PARAGRAPH}:
            continue
        around = [kinds[n] for n in (at - 1, at + 1) if 0 <= n < len(beads)]
        if (Kind.ITEM, Kind.ITEM) not in around or not _whole(bead):
            continue
        lost = source is Kind.ITEM
        message = (
            "an item of the list stands outside it" if lost else "has become an item of a list"
        )
        yield bead, bead.target.texts[0].sentence.span, message


def run_together(pair: Pair, sure: float) -> Iterator[tuple[BeadFacts, Span, str]]:
    """Yield the sentences that are an item of their own in the source, and not in the target.

    Told is one alone: a page that puts its items together has a layout.
    """
    found = []
    for last, bead in pairwise(pair.beads):
        if not (last.is_whole and bead.is_whole) or min(last.bead.score, bead.bead.score) < sure:
            continue
        texts = (last.source.texts[-1], bead.source.texts[0], bead.target.texts[0])
        if any(_kind(text) is not Kind.ITEM for text in texts) or not _begins(texts[1]):
            continue
        if last.target.texts[-1].sentence.block == texts[2].sentence.block:
            message = "an item has run into the one before it"
            found.append((bead, texts[2].sentence.span, message))
    if len(found) == 1:
        yield from found


def ticked(pair: Pair, sure: float) -> Iterator[tuple[BeadFacts, Span, Span]]:
    """Yield the boxes of task lists that are ticked on one side only: here, and in the source."""
    for bead in pair.beads:
        if bead.is_whole and bead.bead.score >= sure:
            here, there = _box(bead.target.texts[0]), _box(bead.source.texts[0])
            if here and there and here[1] != there[1]:
                yield bead, here[0], there[0]


def lost_rows(pair: Pair, sure: float) -> Iterator[tuple[BeadFacts, Span, Span]]:
    """Yield the rows of tables that the target lacks: after which bead, and what is lost.

    Told is a row of which no cell has a partner, where its table goes on in the target.
    """
    rows: dict[int, bool] = {}
    for bead in pair.beads:
        for text in bead.source.texts:
            if text.block and text.block.kind is Kind.ROW:
                number = text.sentence.block
                rows[number] = rows.get(number, False) or bead.is_whole
    last: BeadFacts | None = None
    told = set()
    for bead in pair.beads:
        if bead.is_whole:
            last = bead if bead.bead.score >= sure else None
            continue
        number = bead.source.texts[0].sentence.block if bead.source.texts else -1
        if rows.get(number, True) or number in told or last is None:
            continue
        told.add(number)
        above = last.source.texts[-1].block
        if above and above.kind is Kind.ROW and len(bead.source.texts) == 1:
            yield last, last.target.end, bead.source.document.blocks[number].span


def _box(text: Text) -> tuple[Span, bool] | None:
    """Return the box in front of an item, and whether it is ticked."""
    block = text.block
    if block is None or block.kind is not Kind.ITEM:
        return None
    said, start = text.document.text, max(0, block.span.start - 8)
    found = _BOX.search(said, start, block.span.start)
    return (Span(*found.span(1)), found[2] != " ") if found else None


def _kind(text: Text) -> Kind | None:
    block = text.block
    return block.kind if block else None


def _whole(bead: BeadFacts) -> bool:
    """Whether both sides begin their blocks, so that no block was merely cut elsewhere."""
    return _begins(bead.zh.texts[0]) and _begins(bead.en.texts[0])


def _begins(text: Text) -> bool:
    block = text.block
    return block is not None and block.span.start == text.sentence.span.start
