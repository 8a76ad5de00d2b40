"""Headings that lost their id.

Each is held against the heading that it translates; where no heading has an id, its translator
sets none. Not here: headings on another level, or without their mark (frame.py), ids that were
changed (skeleton.py).
"""

import re
from collections.abc import Iterator, Sequence

from zhen_align.lint.facts import Pair
from zhen_align.lint.finding import Severity
from zhen_align.lint.markup.blocks_apart import Changed
from zhen_align.lint.markup.destinations import slug
from zhen_align.types import Block, Document, Kind, Lang, Span

_ID = re.compile(r"\{[ \t]*(?:/\*[ \t]*)?#[\w.:-]+[^{}]*\}")
_HEADS = (Kind.HEADING, Kind.TITLE)
Both = tuple[Block, Block]


def headed(pair: Pair, sure: float) -> Iterator[Changed]:
    """Yield the headings of a target that have lost the id of the source."""
    target, source = pair.target_document, pair.source_document
    if target.path == source.path or not target.format == source.format == "markdown":
        return
    both: list[Both] = []
    for bead in pair.beads:
        if bead.is_whole and bead.bead.score >= sure:
            here, there = bead.target.texts[0].block, bead.source.texts[0].block
            if here and there and here.kind in _HEADS and there.kind in _HEADS:
                both.append((here, there))
    yield from _ids(both, target, source, named=pair.target is Lang.EN)


def _ids(
    both: Sequence[Both], target: Document, source: Document, *, named: bool
) -> Iterator[Changed]:
    """Yield the headings without their id; `named`: where its words are not its id themselves."""
    lost = []
    for here, there in both:
        old = _ID.search(source.text, there.span.start, _line_end(source, there))
        if old and not _ID.search(target.text, here.span.start, _line_end(target, here)):
            if named and slug(here.span.of(target.text)) in old[0]:
                continue
            lost.append((here, Span(*old.span()), old[0]))
    if lost and ((len(lost) == 1 and not named) or _ID.search(target.text)):
        for block, place, said in lost:
            end = Span(block.span.end, block.span.end)
            message = f"{said} is lost: links to this heading lead nowhere"
            yield Changed(max(0, target.block_at(end.end)), end, place, message, Severity.WARNING)


def _line_end(document: Document, block: Block) -> int:
    end = document.text.find("\n", block.span.end)
    return end if end >= 0 else len(document.text)
