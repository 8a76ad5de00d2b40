"""Which headings are the title: one in each language, and wherever it is repeated."""

from collections.abc import Sequence
from dataclasses import replace

from zhen_align.read import labels
from zhen_align.read.mastheads import below, furniture, journal
from zhen_align.text.fold import fold
from zhen_align.text.scripts import han_count, word_count
from zhen_align.types import Block, Kind, Lang

_BY_LINE = {Lang.ZH: 5.0, Lang.EN: 3.0}
"""The least size of an unmarked title: Han characters, or words."""


def titled(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with the title's headings made TITLE."""
    chosen = {lang: _title(text, blocks, lang) for lang in (Lang.ZH, Lang.EN)}
    at = [place for place in chosen.values() if place is not None]
    if len(at) == 1 and (other := _beside(text, blocks, at[0])) is not None:
        chosen[blocks[other].lang] = other
        at.append(other)
    if len(at) == 2 and not blocks[max(at)].level and _apart(text, blocks, min(at), max(at)):
        chosen[blocks[max(at)].lang] = None
    page = furniture(text, blocks, chosen)
    names = {_name(text, blocks[at]) for at in chosen.values() if at is not None}
    first_prose = {lang: _prose(text, blocks, lang) for lang in chosen}
    return [
        replace(block, kind=Kind.TITLE)
        if block.kind is Kind.HEADING
        and _name(text, block) in names
        and (at in chosen.values() or at < max(first_prose.values()))
        else replace(block, kind=Kind.METADATA)
        if at in page and _name(text, block) not in names
        else block
        for at, block in enumerate(blocks)
    ]


def _title(text: str, blocks: Sequence[Block], lang: Lang) -> int | None:
    """Return the number of the first heading that can be the title in a language."""
    end = _prose(text, blocks, lang)
    zone = [at for at in range(end) if blocks[at].kind is Kind.HEADING and blocks[at].lang is lang]
    stock = next((at for at in zone if _stock(text, blocks[at])), None)
    if stock is not None:
        zone = [at for at in zone if at < stock] or ([stock] if blocks[stock].level == 1 else [])
    marked = [at for at in zone if blocks[at].level == 1]
    if marked:
        return marked[0]
    for at in below(text, blocks, zone):
        block = blocks[at]
        words = block.span.of(text)
        size = han_count(words) if lang is Lang.ZH else word_count(words)
        if block.level == 0 and (size >= _BY_LINE[lang] or at == 0):
            return at
    return None


def _beside(text: str, blocks: Sequence[Block], at: int) -> int | None:
    """Return the heading next to the title that can be its translation, though it is short."""
    for other in (at + 1, at - 1):
        if not 0 <= other < len(blocks):
            continue
        block = blocks[other]
        if (
            block.kind is Kind.HEADING
            and {block.lang, blocks[at].lang} == {Lang.ZH, Lang.EN}
            and block.level == blocks[at].level
            and not _stock(text, block)
            and not journal(block.span.of(text))
        ):
            return other
    return None


def _apart(text: str, blocks: Sequence[Block], first: int, second: int) -> bool:
    """Say whether a heading of the first title's text stands before the second title."""
    return any(
        block.kind is Kind.HEADING
        and block.lang is blocks[first].lang
        and not _stock(text, block)
        and _name(text, block) != _name(text, blocks[first])
        for block in blocks[first + 1 : second]
    )


def _prose(text: str, blocks: Sequence[Block], lang: Lang) -> int:
    """Return the number of the first paragraph or item of a language, or how many there are."""
    for at, block in enumerate(blocks):
        if block.lang is lang and block.kind in {Kind.PARAGRAPH, Kind.ITEM, Kind.ROW}:
            words = block.span.of(text)
            if han_count(words) + 1.7 * word_count(words) > 30:
                return at
    return len(blocks)


def _stock(text: str, block: Block) -> bool:
    return labels.STOCK.fullmatch(block.span.of(text).strip()) is not None


def _name(text: str, block: Block) -> str:
    return "".join(fold(block.span.of(text)).text.casefold().split())
