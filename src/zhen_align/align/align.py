"""Documents to alignments: pair the blocks, then the sentences inside each pair.

All pairs of one document are searched in one go, in a corridor closed round each pair, so
that a thousand short paragraphs cost no more than one long one. What found no partner is
given as beads with one empty side, unless it is furniture of the page.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import numpy as np

from zhen_align.align.blocks import is_book, lines, pair_blocks
from zhen_align.align.corridor import through
from zhen_align.align.elsewhere import rejoined
from zhen_align.align.given import given
from zhen_align.align.homes import Homes
from zhen_align.align.lists import pair_items
from zhen_align.align.lone import furniture, halves, keywords
from zhen_align.align.matches import Corridor
from zhen_align.align.meaning import Encoder
from zhen_align.align.order import crossing, in_order, rising
from zhen_align.align.regions import RUNNING, Region, regions
from zhen_align.align.sequences import align_sentences
from zhen_align.align.tokens import Text, evidence_text
from zhen_align.align.torn import Line
from zhen_align.align.units import is_quantity, mixed_cells, units
from zhen_align.align.weights import Weights
from zhen_align.types import Alignment, Bead, Document, Kind, Lang, Link, Sentence, Unit

_NOWHERE = 0.85
_LONG = 60
"""A pair of blocks with more sentences a side than this gets a corridor of its own."""
_FURNITURE = (Kind.METADATA, Kind.NAVIGATION, Kind.OPAQUE)

_Stretch = tuple[Region, list[Sentence], list[Sentence]]
_Thing = TypeVar("_Thing")


def align_document(document: Document) -> Alignment:
    """Align the two languages of one file.

    >>> from zhen_align.read.document import parse
    >>> found = align_document(parse("x.md", "It rains.\\n下雨了。\\n"))
    >>> [bead.kind for bead in found.beads]
    ['1-1']
    """
    return align_pair(document, document)


def align_pair(
    zh: Document,
    en: Document,
    why: str = "",
    weights: Weights | None = None,
    encoder: Encoder | None = None,
) -> Alignment:
    """Align two files, or the two languages of one (the same document twice)."""
    zh_langs, en_langs = _languages(zh, en)
    rows = _bilingual_rows(zh) if zh is en else frozenset()
    zh_lines = [line for line in lines(zh, zh_langs) if line.number not in rows]
    named = given(zh) if zh is en else []
    en_lines = lines(en, en_langs)
    hidden = (set(), set()) if zh is en else (_comments(zh, Lang.EN), _comments(en, Lang.ZH))
    same = [*halves(zh), *keywords(zh)] if zh is en and not named else []
    done = {n for link in same for n in (*link.zh, *link.en)}
    zh_lines, en_lines = (
        [line for line in side if line.number not in done | out]
        for side, out in zip((zh_lines, en_lines), hidden, strict=True)
    )
    links = named or sorted(
        [*same, *_paired(zh_lines, en_lines, zh is en)], key=lambda link: (link.zh, link.en)
    )
    used = [link for link in links if not _furniture(zh, en, link)]
    listed, running = _parted(used, lambda link: _is_list(zh, link.zh) and _is_list(en, link.en))
    if zh is en:
        open_to = [Region(link) for link in running]
    else:
        open_to = regions(
            (zh, en), ([u.number for u in zh_lines], [u.number for u in en_lines]), running
        )
    links = [r.link for r in open_to] + [link for link in links if link not in running]
    used = [r.link for r in open_to] + listed
    beads = _beads(zh, en, open_to, weights, encoder)
    paired = {n for link in used for n in link.zh}, {n for link in used for n in link.en}
    page = furniture(zh, paired[0] | paired[1]) if zh is en else set()
    beads += _alone(zh, Lang.ZH, zh_langs, {*rows, *paired[0], *page, *hidden[0]})
    beads += _alone(en, Lang.EN, en_langs, {*paired[1], *page, *hidden[1]})
    beads = crossing(_rejoined(zh, en, beads, weights))
    for link in listed:
        items = _units(zh, link.zh, Lang.ZH), _units(en, link.en, Lang.EN)
        beads += _item_beads(zh, en, *items, link.score)
    for number in sorted(rows):
        beads += _telling(zh, _item_beads(zh, en, *mixed_cells(zh, number), 1.0))
    return Alignment(zh, en, tuple(in_order(beads)), tuple(links), why)


def _paired(zh: Sequence[Line], en: Sequence[Line], one_file: bool) -> list[Link]:
    """Return who is paired with whom; the running text of two books is left to its sentences."""
    if one_file or not is_book(zh, en):
        return pair_blocks(zh, en, one_file)
    rest = [[u for u in side if u.block.kind not in RUNNING] for side in (zh, en)]
    return pair_blocks(rest[0], rest[1], one_file)


def _parted(
    things: Iterable[_Thing], test: Callable[[_Thing], bool]
) -> tuple[list[_Thing], list[_Thing]]:
    """Return the things that pass a test, and the others, in their order."""
    passed: list[_Thing] = []
    others: list[_Thing] = []
    for thing in things:
        (passed if test(thing) else others).append(thing)
    return passed, others


def _bilingual_rows(document: Document) -> frozenset[int]:
    """Return the rows of tables that hold both languages, each its own partner."""
    return frozenset(
        number
        for number, block in enumerate(document.blocks)
        if block.kind is Kind.ROW and block.lang is Lang.MIXED
    )


def _languages(zh: Document, en: Document) -> tuple[tuple[Lang, ...], tuple[Lang, ...]]:
    """Return which blocks are on which side.

    In a file of its own a name or a sentence left in the other language is still part of
    the text: its partner is the same name, or the original that was not translated.
    """
    if zh is en:
        # a paragraph with a sentence of the other language in it is Chinese text
        return (Lang.ZH, Lang.MIXED), (Lang.EN,)
    every = (Lang.ZH, Lang.EN, Lang.MIXED)
    return (
        every if _mostly(zh, Lang.ZH) else (Lang.ZH,),
        every if _mostly(en, Lang.EN) else (Lang.EN,),
    )


def _mostly(document: Document, lang: Lang) -> bool:
    """Tell whether most blocks that hold language at all are in this one."""
    shown = (b for b in document.blocks if not b.comment or b.lang is lang)
    langs: list[Lang] = [b.lang for b in shown if b.lang is not Lang.NONE]
    return 2 * langs.count(lang) > len(langs)


def _comments(document: Document, lang: Lang) -> set[int]:
    """Return the original that a translation keeps in comments, though it has a file of its own."""
    return {n for n, block in enumerate(document.blocks) if block.comment and block.lang is lang}


def _is_list(document: Document, numbers: Sequence[int]) -> bool:
    return all(document.blocks[n].kind is Kind.KEYWORDS for n in numbers)


def _units(document: Document, numbers: Sequence[int], lang: Lang) -> list[Sentence]:
    return [unit for number in numbers for unit in units(document, number, lang)]


def _text(document: Document, unit: Sentence) -> Text:
    return evidence_text(document, unit.span.start, document.blocks[unit.block], unit.span.end)


def _item_beads(
    zh: Document, en: Document, left: list[Sentence], right: list[Sentence], sure: float
) -> list[Bead]:
    """Pair the items of two lists by what they say."""
    matches = pair_items([_text(zh, u) for u in left], [_text(en, u) for u in right])
    kept = set(rising([j for _, j, _ in matches if j is not None]))
    return [
        Bead(
            () if i is None else (left[i],),
            () if j is None else (right[j],),
            round(score * sure, 4),
            (left[i] if i is not None else right[j or 0]).unit,
            i is not None and j is not None and j not in kept,
        )
        for i, j, score in matches
    ]


def _rejoined(
    zh: Document,
    en: Document,
    beads: Sequence[Bead],
    weights: Weights | None,
) -> list[Bead]:
    """Join sentences left alone on both sides that translate each other."""
    zh_texts = {unit: _text(zh, unit) for bead in beads for unit in bead.zh}
    en_texts = {unit: _text(en, unit) for bead in beads for unit in bead.en}
    return rejoined(beads, zh_texts, en_texts, weights)


def _telling(document: Document, beads: Sequence[Bead]) -> list[Bead]:
    """Return the beads without the quantities that have no partner: they need none."""
    return [
        bead
        for bead in beads
        if (bead.zh and bead.en)
        or not all(is_quantity(unit.span.of(document.text)) for unit in bead.zh + bead.en)
    ]


def _furniture(zh: Document, en: Document, link: Link) -> bool:
    """Tell whether a link joins furniture only: an affiliation with its translation."""
    sides = [zh.blocks[n] for n in link.zh], [en.blocks[n] for n in link.en]
    if not any(all(block.kind in _FURNITURE for block in side) for side in sides):
        return False
    # the names of the authors in one script look like a heading
    return all(
        block.kind in _FURNITURE or (block.kind is Kind.HEADING and not block.level)
        for block in (*sides[0], *sides[1])
    )


def _beads(
    zh: Document,
    en: Document,
    regions: Sequence[Region],
    weights: Weights | None,
    encoder: Encoder | None,
) -> list[Bead]:
    """Align the units inside the links; those of a link share its doubt."""
    sides: list[_Stretch] = []
    for region in regions:
        link = region.link
        zh_units, en_units = _units(zh, link.zh, Lang.ZH), _units(en, link.en, Lang.EN)
        sides += [(region, a, b) for a, b in _stretches(zh_units, en_units) if a or b]
    long, short = _parted(sides, lambda side: min(len(side[1]), len(side[2])) > _LONG)
    corridor = through([(len(a), len(b)) for _, a, b in short])
    found = _side_beads(zh, en, short, corridor, weights, encoder)
    for side in long:
        found += _side_beads(zh, en, [side], None, weights, encoder)
    return found


def _side_beads(
    zh: Document,
    en: Document,
    sides: Sequence[_Stretch],
    corridor: Corridor | None,
    weights: Weights | None,
    encoder: Encoder | None,
) -> list[Bead]:
    """Align stretches in a corridor that keeps them apart; a long one finds its own."""
    all_zh = [unit for _, side, _ in sides for unit in side]
    all_en = [unit for _, _, side in sides for unit in side]
    owner = [region.link for region, side, _ in sides for _ in side]
    en_owner = [region.link for region, _, side in sides for _ in side]
    steps = align_sentences(
        [_text(zh, unit) for unit in all_zh],
        [_text(en, unit) for unit in all_en],
        corridor,
        weights,
        encoder,
        _homes(sides),
    )
    found = []
    for step in steps:
        zh_side = tuple(all_zh[step.zh : step.zh + step.zh_count])
        en_side = tuple(all_en[step.en : step.en + step.en_count])
        link = owner[step.zh] if zh_side else en_owner[step.en]
        unit = (zh_side or en_side)[0].unit
        score = round(step.chance * link.score, 4)
        found.append(Bead(zh_side, en_side, score, unit))
    return found


def _homes(sides: Sequence[_Stretch]) -> Homes | None:
    """Return which paragraph each sentence is of, where some stretches are open."""
    if not any(region.homes[0] for region, _, _ in sides):
        return None
    zh = [region.homes[0].get(unit.block, 0) for region, side, _ in sides for unit in side]
    en = [region.homes[1].get(unit.block, 0) for region, _, side in sides for unit in side]
    return np.array(zh, dtype=np.int64), np.array(en, dtype=np.int64)


def _stretches(
    zh: list[Sentence], en: list[Sentence]
) -> list[tuple[list[Sentence], list[Sentence]]]:
    """Return what may be aligned with what inside a link: cells in step, all else as one."""
    if len(zh) == len(en) and zh and all(unit.unit is Unit.CELL for unit in zh + en):
        return [([a], [b]) for a, b in zip(zh, en, strict=True)]
    return [(zh, en)]


def _alone(document: Document, lang: Lang, langs: tuple[Lang, ...], used: set[int]) -> list[Bead]:
    found = []
    for number, block in enumerate(document.blocks):
        if block.lang not in langs or number in used or block.kind in _FURNITURE:
            continue
        for unit in units(document, number, lang):
            zh, en = ((unit,), ()) if lang is Lang.ZH else ((), (unit,))
            found.append(Bead(zh, en, _NOWHERE, unit.unit))
    return found
