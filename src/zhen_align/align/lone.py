"""Blocks of a page in both languages that need no search, or whose lack of a partner says nothing.

Two halves of one line are each other's translation, and so are the only two lists of keywords.
A line like a heading that no text of its own language follows, and a title that the page
repeats, belong to the page.
"""

import re
from collections.abc import Collection

from zhen_align.align.kinship import stock
from zhen_align.read.labels import STOCK
from zhen_align.text.fold import fold
from zhen_align.types import Block, Document, Kind, Lang, Link

_SURE, _LISTS = 0.97, 0.95
_ALIKE = 2
"""How many times longer than the other a list of keywords may be."""
_BETWEEN = re.compile(r"(?:[ \t\u3000/|／｜·•:：–—-]|<[^<>\r\n]*>)*")
_TEXT = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.CAPTION, Kind.ROW, Kind.KEYWORDS})


def halves(document: Document) -> list[Link]:
    """Return a link for each two blocks that one line says in both languages."""
    links: list[Link] = []
    taken = -1
    for number in range(1, len(document.blocks)):
        one, other = document.blocks[number - 1], document.blocks[number]
        if number - 1 > taken and _same_line(document, one, other):
            first, second = (number - 1,), (number,)
            zh, en = (first, second) if one.lang is Lang.ZH else (second, first)
            links.append(Link(zh, en, _SURE, "two halves of one line"))
            taken = number
    return links


def keywords(document: Document) -> list[Link]:
    """Return the link of a page's two lists of keywords, if it has one in each language."""
    zh, en = (
        [n for n, b in enumerate(document.blocks) if b.kind is Kind.KEYWORDS and b.lang is lang]
        for lang in (Lang.ZH, Lang.EN)
    )
    if len(zh) != 1 or len(en) != 1:
        return []
    sizes = sorted(len(document.blocks[number].cells) for number in (*zh, *en))
    if not sizes[0] or sizes[1] > _ALIKE * sizes[0]:
        return []
    return [Link(tuple(zh), tuple(en), _LISTS, "the lists of keywords")]


def _same_line(document: Document, one: Block, other: Block) -> bool:
    return (
        one.kind is other.kind
        and {one.lang, other.lang} == {Lang.ZH, Lang.EN}
        and _BETWEEN.fullmatch(document.text, one.span.end, other.span.start) is not None
    )


def furniture(document: Document, linked: Collection[int]) -> set[int]:
    """Return which headings without a partner belong to the page, in a file of both languages."""
    if not linked:
        return set()
    titles = {
        _name(document, number) for number in linked if document.blocks[number].kind is Kind.TITLE
    }
    found = set()
    for number, block in enumerate(document.blocks):
        if number in linked:
            continue
        again = block.kind is Kind.TITLE and _name(document, number) in titles
        if again or _heads_nothing(document, number):
            found.add(number)
    return found


def _heads_nothing(document: Document, number: int) -> bool:
    """Say whether an unmarked line has neither a stock word nor text of its language below."""
    block = document.blocks[number]
    words = block.span.of(document.text)
    if block.kind is not Kind.HEADING or block.level or stock(words) or STOCK.fullmatch(words):
        return False
    below = (document.blocks[at] for at in range(number + 1, len(document.blocks)))
    after = next((b for b in below if b.kind is not Kind.OPAQUE), None)
    return after is None or after.kind not in _TEXT or after.lang is not block.lang


def _name(document: Document, number: int) -> str:
    words = document.blocks[number].span.of(document.text)
    return "".join(fold(words).text.casefold().split())
