"""TMX -> pieces: the segments of each unit in Chinese and English, other languages left out."""

from zhen_align.read.elements import tags
from zhen_align.read.pieces import Piece, Reading, Shape
from zhen_align.read.segments import segment
from zhen_align.read.told import Addresses, language_named
from zhen_align.types import Lang

_NATIVE = frozenset({"bpt", "ept", "it", "ph", "ut"})


def read(text: str) -> Reading:
    """Read a translation memory."""
    pieces: list[Piece] = []
    addresses = Addresses()
    address, count = "", 0
    lang: Lang | None = None
    rest = tags(text)
    for tag in rest:
        if tag.name == "tu" and tag.opens:
            count += 1
            address = addresses.new(tag.attributes.get("tuid") or f"tu {count}")
        elif tag.name == "tuv" and tag.opens:
            named = tag.attributes.get("xml:lang") or tag.attributes.get("lang") or ""
            lang = language_named(named)
        elif tag.name == "seg" and tag.opens:
            words, marks = segment(text, tag, rest, _NATIVE)
            if lang is not None and words.start < words.end:
                pieces.append(Piece(words, Shape.TEXT, opaque=marks, lang=lang, address=address))
    return Reading(tuple(pieces), told=True)
