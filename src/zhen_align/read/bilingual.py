"""Lines that say the same twice: `局限性 Limitations`, `Step / 步骤`, cells of both languages.

Such a line has one place where the language changes, and the two parts are about as long
as translations are. A name after Chinese words (使用 Docker) looks alike; so without a mark
between the parts it takes a file in both languages, and no translation beside the line.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from zhen_align.read.facing import can_translate, language_columns, names_languages
from zhen_align.read.pieces import trimmed
from zhen_align.text.scripts import HAN, han_count, word_count
from zhen_align.types import Block, Kind, Lang, Span

_HAN = re.compile(f"[{HAN}]")
_BETWEEN = re.compile(r"\s*[/|／｜]\s*|\s+(?:[-–—:：·]\s+)?|(?<=[：:])\s*")
_BR = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_LATIN = re.compile(r"[A-Za-z]")
_LETTERS = re.compile(r"[A-Za-z0-9]+")
_MOST = 0.6
_PLAIN = re.compile(r"[A-Z]?[a-z]+|[A-Z]|\d+")
# a name glued to the Chinese belongs to it
_TAIL = re.compile(r"(?:[A-Za-z0-9.+-]+(?=\s))?[^A-Za-z/|／｜\s]*")


def halves(text: str, span: Span) -> tuple[Span, Span] | None:
    """Return the two parts of a bilingual stretch in file order, None where it is in one.

    >>> [part.of("图表 Figures") for part in halves("图表 Figures", Span(0, 10)) or ()]
    ['图表', 'Figures']
    """
    words = _BR.sub(lambda br: " /".ljust(len(br[0])), span.of(text))
    han = [found.start() for found in _HAN.finditer(words)]
    latin = [found.start() for found in _LATIN.finditer(words)]
    if not han or not latin:
        return None
    if latin[-1] > han[-1]:
        tail = _TAIL.match(words, han[-1] + 1)
        cut = tail.end() if tail else han[-1] + 1
        gap = _BETWEEN.match(words, cut)
    else:
        cut = max(at for at in latin if at < han[0]) + 1 if latin[0] < han[0] else 0
        gap = next((g for g in _BETWEEN.finditer(words, cut, han[0] + 1) if g.end() > cut), None)
        while gap and (later := _BETWEEN.search(words, gap.end(), han[0])) and later[0]:
            gap = later
    if not cut or not gap or not gap[0]:
        return None
    first = trimmed(text, span.start, span.start + gap.start())
    second = trimmed(text, span.start + gap.end(), span.end)
    return (first, second) if can_translate(first.of(text), second.of(text)) else None


def parted(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with bilingual headings in two, and bilingual tables' cells in two.

    A row of such a table is MIXED, and its cells follow one another as the words do.
    """
    headings = [block for block in blocks if block.kind is Kind.HEADING]
    chinese = _chinese_prose(text, blocks)
    both = _in_both(text, blocks)
    custom = both and _customary(text, headings, chinese)
    found: list[Block] = []
    for at, block in enumerate(blocks):
        parts = _halves(text, block) if block.kind is Kind.HEADING else None
        if parts and (
            _ruled(text, parts)
            or (
                (custom or _titular(text, block, parts, headings, both=both))
                and not _has_twin(text, blocks, at, parts)
                and not _names(text, parts, chinese)
            )
        ):
            found.extend(_part(text, block, part) for part in parts)
        else:
            found.append(block)
    return _tables(text, _items(text, found))


def _facing(text: str, row: Block, columns: tuple[int, int]) -> Block:
    """Return a row whose cells in two columns are the two languages, nothing else in it."""
    cells = tuple(row.cells[at] for at in columns if at < len(row.cells))
    if names_languages(text, cells):
        return replace(row, lang=Lang.NONE, cells=())
    return replace(row, lang=Lang.MIXED, cells=cells) if len(cells) == 2 else row


def _halves(text: str, block: Block) -> tuple[Span, Span] | None:
    """Return the two parts of a block, if the mark between them stands in no address or tag."""
    parts = halves(text, block.span)
    if parts and any(s.start < parts[1].start < s.end for s in block.opaque):
        return None
    return parts


def _part(text: str, block: Block, part: Span) -> Block:
    lang = Lang.ZH if han_count(part.of(text)) else Lang.EN
    inside = tuple(s for s in block.opaque if part.start <= s.start and s.end <= part.end)
    return replace(block, span=part, lang=lang, opaque=inside)


def _ruled(text: str, parts: tuple[Span, Span]) -> bool:
    """Say whether a mark stands between the parts, and not just one word on a side."""
    between = text[parts[0].end : parts[1].start]
    return any(mark in between for mark in "/|／｜") and any(
        word_count(part.of(text)) > 1 for part in parts
    )


def _in_both(text: str, blocks: Sequence[Block]) -> bool:
    """Say whether the running text is in both languages."""
    size = dict.fromkeys((Lang.ZH, Lang.EN), 0.0)
    for block in blocks:
        if block.lang in size and block.kind in {Kind.PARAGRAPH, Kind.ITEM, Kind.CAPTION}:
            words = block.span.of(text)
            size[block.lang] += han_count(words) + 1.7 * word_count(words)
    return min(size.values()) > 0.08 * max(size.values())


def _customary(text: str, headings: Sequence[Block], prose: str) -> bool:
    """Say whether the file makes its headings so; a name in one or two is no custom."""
    chinese = [block for block in headings if han_count(block.span.of(text))]
    parted = [parts for block in chinese if (parts := halves(text, block.span))]
    said_twice = sum(not _names(text, parts, prose) for parts in parted)
    return said_twice >= 2 and said_twice >= 0.3 * len(chinese)


def _chinese_prose(text: str, blocks: Sequence[Block]) -> str:
    """Return the Chinese running text, in small letters."""
    kinds = {Kind.PARAGRAPH, Kind.ITEM, Kind.CAPTION}
    prose = [b.span.of(text) for b in blocks if b.lang is Lang.ZH and b.kind in kinds]
    return "\n".join(prose).lower()


def _names(text: str, parts: tuple[Span, Span], prose: str) -> bool:
    """Say whether the English part is a name: spelt like one, or met in Chinese text too."""
    english = next((p.of(text) for p in parts if not han_count(p.of(text))), "")
    words = _LETTERS.findall(english)
    spelt = any(not _PLAIN.fullmatch(word) for word in words)
    return spelt or english.strip().lower() in prose


def _titular(
    text: str, block: Block, parts: tuple[Span, Span], headings: Sequence[Block], *, both: bool
) -> bool:
    """Say whether this is the first heading, with more English than a name has."""
    words = word_count(block.span.of(text))
    han = max(han_count(part.of(text)) for part in parts)
    return block is headings[0] and (words >= 3 or (both and words == 2 and han >= 4))


def _has_twin(text: str, blocks: Sequence[Block], at: int, parts: tuple[Span, Span]) -> bool:
    """Say whether the heading's translation stands beside it, so that it holds but a name.

    What ends in a mark is a label (`$x$: the input`), which the translation has too.
    """
    near = (blocks[k] for k in (at - 1, at + 1) if 0 <= k < len(blocks))
    label = parts[0].of(text)
    return any(
        other.lang is Lang.EN
        and halves(text, other.span) is None
        and (
            (other.kind is Kind.HEADING and other.level == blocks[at].level)
            or (not label[-1].isalnum() and other.span.of(text).startswith(label))
        )
        for other in near
    )


def _items(text: str, blocks: list[Block]) -> list[Block]:
    """Part the items of lists whose items all, or nearly, have a mark between two languages."""
    found: list[Block] = []
    for listed, stretch in groupby(blocks, key=lambda block: block.kind is Kind.ITEM):
        items = list(stretch)
        parts = [_halves(text, item) for item in items] if listed else []
        ruled = [p for p in parts if p and "/" in text[p[0].end : p[1].start]]
        if len(ruled) < 2 or len(ruled) < _MOST * len(items):
            found.extend(items)
            continue
        for item, both in zip(items, parts, strict=True):
            found.extend(
                [_part(text, item, part) for part in both] if both in ruled and both else [item]
            )
    return found


def _tables(text: str, blocks: list[Block]) -> list[Block]:
    found: list[Block] = []
    for rows, stretch in groupby(blocks, key=lambda block: block.kind in {Kind.ROW, Kind.OPAQUE}):
        table = list(stretch)
        found.extend(_table(text, table) if rows else table)
    return found


def _table(text: str, table: list[Block]) -> list[Block]:
    cells = [cell for row in table for cell in row.cells if han_count(cell.of(text))]
    parts = {cell: both for cell in cells if (both := halves(text, cell))}
    if not parts or len(parts) < _MOST * len(cells):
        facing = language_columns(text, [row.cells for row in table if row.kind is Kind.ROW])
        return table if facing is None else [_facing(text, row, facing) for row in table]
    return [
        replace(
            row,
            lang=Lang.MIXED,
            cells=tuple(part for cell in row.cells for part in parts.get(cell, (cell,))),
        )
        if any(cell in parts for cell in row.cells)
        else row
        for row in table
    ]
