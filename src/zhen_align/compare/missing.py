"""What a page has in one language only, or not at all: a Chinese abstract that was left empty."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhen_align.align.kinship import stock
from zhen_align.compare.result import Missing, Place
from zhen_align.text.lines import position
from zhen_align.text.scripts import han_count
from zhen_align.types import Block, Document, Kind, Lang, Span

_NAMES = {Lang.ZH: "Chinese", Lang.EN: "English"}
_HEADS = (Kind.HEADING, Kind.TITLE)
_SILENT = (Kind.NAVIGATION, Kind.OPAQUE, Kind.METADATA)
_LABEL = re.compile(r"\s*(?P<name>[^\s:：][^:：\n]{1,20}?)\s*[:：]\s*(?P<rest>.*)", re.DOTALL)
_NOTHING = re.compile(
    r"[\W_]*(?:暂\s*无|无|空|略|待\s*(?:补|定|译|填)|尚未|n/?a\b|tb[ad]\b|none\b|no abstract"
    r"|to be (?:added|translated)|not (?:yet )?(?:available|translated))\w{0,12}[\W_]*",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class _Head:
    """A heading or a label that opens a section of a usual kind."""

    at: int
    span: Span
    lang: Lang
    kinds: frozenset[int]
    filled: bool


def missing(document: Document) -> list[Missing]:
    """Return the sections that are empty in one language and there in the other.

    Of a text in which nothing is said that is told instead.
    """
    blocks = [block for block in document.blocks if block.kind not in _SILENT]
    if not any(_says(document, block) for block in blocks):
        return [_nothing(document)]
    heads = list(_heads(document, blocks))
    return [
        _told(document, head)
        for head in heads
        if not head.filled
        and any(o.filled and o.lang is not head.lang and o.kinds & head.kinds for o in heads)
        and not any(o.filled and o.lang is head.lang and o.kinds & head.kinds for o in heads)
    ]


def _says(document: Document, block: Block) -> bool:
    text = block.span.of(document.text)
    return _LETTER.search(text) is not None and not _NOTHING.fullmatch(text)


def _heads(document: Document, blocks: Sequence[Block]) -> Iterator[_Head]:
    """Yield the headings and labels of usual sections, and whether anything stands there.

    Of two headings in a row that are each other's translation both open what follows.
    """
    opened = [_opened(document, block) for block in blocks]
    for at, own in enumerate(opened):
        if own is None:
            continue
        span, kinds, rest = own
        lang = Lang.ZH if han_count(span.of(document.text)) else Lang.EN
        start = at + 1
        while start < len(blocks) and (other := opened[start]) and other[1] & kinds and not rest:
            start += 1
        said = rest or any(
            lang in (each.lang, Lang.ZH if each.lang is Lang.MIXED else each.lang)
            for each in _section(document, blocks, opened, start)
        )
        yield _Head(at, span, lang, kinds, said)


def _opened(document: Document, block: Block) -> tuple[Span, frozenset[int], bool] | None:
    """Return the name of the section that a block opens, its kinds, and whether it goes on."""
    text = block.span.of(document.text)
    if kinds := stock(text):
        return block.span, kinds, False
    found = _LABEL.match(text)
    if found and (kinds := stock(found["name"])):
        span = Span(*found.span("name")).shifted(by=block.span.start)
        rest = found["rest"].strip()
        return span, kinds, bool(rest) and not _NOTHING.fullmatch(rest)
    return None


def _section(
    document: Document,
    blocks: Sequence[Block],
    opened: Sequence[object],
    start: int,
) -> Iterator[Block]:
    for block, head in zip(blocks[start:], opened[start:], strict=True):
        if head is not None:
            return
        if _NOTHING.fullmatch(block.span.of(document.text)):
            continue
        if block.kind in _HEADS:
            return
        yield block


def _told(document: Document, head: _Head) -> Missing:
    name = head.span.of(document.text).strip(" \t\n:：")
    message = f"“{name}” has no text in {_NAMES[head.lang]}"
    return Missing(_at(document, head.span.end, head.lang), message)


def _nothing(document: Document) -> Missing:
    said = "has no text" if document.text.strip() else "is empty"
    return Missing(_at(document, 0, Lang.NONE), f"the file {said}: there is nothing to compare")


def _at(document: Document, offset: int, lang: Lang) -> Place:
    line = position(document.lines, offset)[0]
    return Place(document.path, line, Span(offset, offset), str(lang), "")
