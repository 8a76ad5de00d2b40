"""Sections that a page has in one language only: a Chinese abstract that was left empty."""

from collections.abc import Iterator, Sequence

from zhen_align.align.kinship import stock
from zhen_align.compare.result import Missing, Place
from zhen_align.text.lines import position
from zhen_align.types import Block, Document, Kind, Lang, Span

_NAMES = {Lang.ZH: "Chinese", Lang.EN: "English"}
_HEADS = (Kind.HEADING, Kind.TITLE)
_SILENT = (Kind.NAVIGATION, Kind.OPAQUE)


def missing(document: Document) -> list[Missing]:
    """Return the empty sections whose heading stands beside its translation.

    Two headings of one kind, in either language, open one section in both; what is there in
    one of them only is missing in the other.
    """
    blocks = [block for block in document.blocks if block.kind not in _SILENT]
    found = []
    for at, block in enumerate(blocks[:-1]):
        pair = block, blocks[at + 1]
        if not _twins(document, *pair):
            continue
        spoken = {each.lang for each in _section(blocks, at + 2)}
        for own, other in (pair, pair[::-1]):
            if own.lang not in spoken and other.lang in spoken:
                found.append(_told(document, own))
    return found


def _twins(document: Document, one: Block, other: Block) -> bool:
    """Say whether two neighbouring headings are each other's translation."""
    if one.kind not in _HEADS or other.kind not in _HEADS:
        return False
    if {one.lang, other.lang} != {Lang.ZH, Lang.EN}:
        return False
    return bool(stock(one.span.of(document.text)) & stock(other.span.of(document.text)))


def _section(blocks: Sequence[Block], start: int) -> Iterator[Block]:
    for block in blocks[start:]:
        if block.kind in _HEADS:
            return
        yield block


def _told(document: Document, heading: Block) -> Missing:
    end = heading.span.end
    line = position(document.lines, end)[0]
    name = heading.span.of(document.text).strip()
    place = Place(document.path, line, Span(end, end), str(heading.lang), "")
    return Missing(place, f"“{name}” has no text in {_NAMES[heading.lang]}")
