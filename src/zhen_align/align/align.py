"""Documents to alignments: pair the blocks, then the sentences inside each pair.

All pairs of one document are searched in one go, in a corridor closed round each pair, so
that a thousand short paragraphs cost no more than one long one. What found no partner is
given as beads with one empty side, unless it is furniture of the page.
"""

from bisect import bisect_left
from collections.abc import Sequence

from zhen_align.align.blocks import evidence_text, lines, pair_blocks
from zhen_align.align.corridor import through
from zhen_align.align.sequences import align_sentences
from zhen_align.align.units import units
from zhen_align.types import Alignment, Bead, Document, Kind, Lang, Link, Sentence, Unit

_FURNITURE = (Kind.METADATA, Kind.NAVIGATION, Kind.OPAQUE)


def align_document(document: Document) -> Alignment:
    """Align the two languages of one file.

    >>> from zhen_align.read.document import parse
    >>> found = align_document(parse("x.md", "It rains.\\n下雨了。\\n"))
    >>> [bead.kind for bead in found.beads]
    ['1-1']
    """
    return align_pair(document, document)


def align_pair(zh: Document, en: Document, why: str = "") -> Alignment:
    """Align two files, or the two languages of one (the same document twice)."""
    links = pair_blocks(lines(zh, Lang.ZH), lines(en, Lang.EN), zh is en)
    used = [link for link in links if not _furniture(zh, en, link)]
    beads = _beads(zh, en, used)
    beads += _alone(zh, Lang.ZH, {n for link in used for n in link.zh})
    beads += _alone(en, Lang.EN, {n for link in used for n in link.en})
    return Alignment(zh, en, tuple(_in_order(beads)), tuple(links), why)


def _furniture(zh: Document, en: Document, link: Link) -> bool:
    """Tell whether a link joins furniture only: an affiliation with its translation."""
    kinds = {zh.blocks[n].kind for n in link.zh} | {en.blocks[n].kind for n in link.en}
    return kinds <= set(_FURNITURE)


def _beads(zh: Document, en: Document, links: Sequence[Link]) -> list[Bead]:
    """Align the units inside the links; those of a link share its doubt."""
    moved = _crossing(links)
    sides: list[tuple[Link, list[Sentence], list[Sentence]]] = []
    for link in links:
        zh_units = [unit for n in link.zh for unit in units(zh, n, Lang.ZH)]
        en_units = [unit for n in link.en for unit in units(en, n, Lang.EN)]
        sides += [(link, a, b) for a, b in _stretches(zh_units, en_units) if a or b]
    all_zh = [unit for _, side, _ in sides for unit in side]
    all_en = [unit for _, _, side in sides for unit in side]
    owner = [link for link, side, _ in sides for _ in side]
    en_owner = [link for link, _, side in sides for _ in side]
    steps = align_sentences(
        [evidence_text(zh, s.span.start, zh.blocks[s.block], s.span.end) for s in all_zh],
        [evidence_text(en, s.span.start, en.blocks[s.block], s.span.end) for s in all_en],
        through([(len(a), len(b)) for _, a, b in sides]),
    )
    found = []
    for step in steps:
        zh_side = tuple(all_zh[step.zh : step.zh + step.zh_count])
        en_side = tuple(all_en[step.en : step.en + step.en_count])
        link = owner[step.zh] if zh_side else en_owner[step.en]
        unit = (zh_side or en_side)[0].unit
        score = round(step.chance * link.score, 4)
        found.append(Bead(zh_side, en_side, score, unit, link in moved))
    return found


def _stretches(
    zh: list[Sentence], en: list[Sentence]
) -> list[tuple[list[Sentence], list[Sentence]]]:
    """Return what may be aligned with what inside a link: cells in step, all else as one."""
    listed = {Unit.CELL, Unit.KEYWORD}
    if len(zh) == len(en) and zh and all(u.unit in listed for u in zh + en):
        return [([a], [b]) for a, b in zip(zh, en, strict=True)]
    return [(zh, en)]


def _crossing(links: Sequence[Link]) -> list[Link]:
    """Return the links that are not on the longest chain that keeps both orders."""
    ordered = sorted(links, key=lambda link: link.zh)
    tails: list[int] = []
    holders: list[int] = []
    before: list[int] = []
    for number, link in enumerate(ordered):
        at = bisect_left(tails, link.en[0])
        before.append(holders[at - 1] if at else -1)
        if at == len(tails):
            tails.append(link.en[0])
            holders.append(number)
        else:
            tails[at], holders[at] = link.en[0], number
    kept = set()
    number = holders[-1] if holders else -1
    while number >= 0:
        kept.add(number)
        number = before[number]
    return [link for number, link in enumerate(ordered) if number not in kept]


def _alone(document: Document, lang: Lang, used: set[int]) -> list[Bead]:
    found = []
    for number, block in enumerate(document.blocks):
        if block.lang is not lang or number in used or block.kind in _FURNITURE:
            continue
        for unit in units(document, number, lang):
            zh, en = ((unit,), ()) if lang is Lang.ZH else ((), (unit,))
            found.append(Bead(zh, en, 0.5, unit.unit))
    return found


def _in_order(beads: Sequence[Bead]) -> list[Bead]:
    """Sort by the Chinese side; English ones alone follow their English predecessor."""
    by_en = sorted((b for b in beads if b.en), key=lambda bead: bead.en[0].span)
    place: dict[int, tuple[int, int]] = {}
    last = -1
    for number, bead in enumerate(by_en):
        if bead.zh and not bead.moved:
            last = bead.zh[0].span.start
        place[id(bead)] = (bead.zh[0].span.start, -1) if bead.zh else (last, number)
    return sorted(
        beads, key=lambda bead: place[id(bead)] if bead.en else (bead.zh[0].span.start, -1)
    )
