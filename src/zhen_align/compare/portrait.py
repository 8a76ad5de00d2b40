"""What linking needs to know of a text: its ids, its titles and its words, in parts.

A long text is cut into parts of an abstract's size: it is as like an abstract as its best
part. Headings and the furniture of a page are left out, since every page has them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from zhen_align.compare.identity import Identity, identity
from zhen_align.compare.marks import Marks, marks
from zhen_align.text.scripts import han_count, word_count
from zhen_align.types import Document, Kind, Lang

_TELLING = (Kind.TITLE, Kind.PARAGRAPH, Kind.ITEM, Kind.CAPTION, Kind.KEYWORDS, Kind.ROW)
_PART = {Lang.ZH: 450, Lang.EN: 260}
_LEAST = {Lang.ZH: 24, Lang.EN: 14}
_MOST_PARTS = 40
_LONGEST = 4000  # characters of a block that are looked at


@dataclass(frozen=True, slots=True)
class Portrait:
    """A text as linking sees it; `zh` and `en` are its parts in each language."""

    path: str
    identity: Identity
    zh: tuple[Marks, ...] = ()
    en: tuple[Marks, ...] = ()


def portrait(document: Document) -> Portrait:
    """Return what linking needs to know of a document."""
    return Portrait(
        document.path,
        identity(document),
        tuple(marks(part, Lang.ZH) for part in _parts(document, Lang.ZH)),
        tuple(marks(part, Lang.EN) for part in _parts(document, Lang.EN)),
    )


def size(text: str, lang: Lang) -> int:
    """Return the length of a text in Han characters or in words."""
    return han_count(text) if lang is Lang.ZH else word_count(text)


def _parts(document: Document, lang: Lang) -> Iterator[str]:
    """Yield the text of one language in parts; nothing where there is too little of it."""
    langs = (Lang.ZH, Lang.MIXED) if lang is Lang.ZH else (Lang.EN,)
    pieces = list(
        dict.fromkeys(
            block.span.of(document.text)[:_LONGEST]
            for block in document.blocks
            if block.kind in _TELLING and block.lang in langs
        )
    )
    sizes = [size(piece, lang) for piece in pieces]
    total = sum(sizes)
    if total < _LEAST[lang]:
        return
    wanted = max(1, min(_MOST_PARTS, round(total / _PART[lang])))
    held: list[str] = []
    done = parts = 0
    for piece, own in zip(pieces, sizes, strict=True):
        held.append(piece)
        done += own
        if parts < wanted - 1 and done >= total * (parts + 1) / wanted:
            yield "\n".join(held)
            held, parts = [], parts + 1
    if held:
        yield "\n".join(held)
