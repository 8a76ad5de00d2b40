"""XLIFF 1.2 and 2 -> pieces: source and target of each unit or segment.

Alternatives (`alt-trans`, `matches`), notes and the source cut into segments a second time
are left out, and so are units that are not to be translated.
"""

from collections.abc import Iterator

from zhen_align.read.elements import Tag, tags
from zhen_align.read.pieces import Piece, Reading, Shape
from zhen_align.read.segments import segment
from zhen_align.read.told import Addresses, language_named

_NATIVE = frozenset({"bpt", "ept", "it", "ph", "sub"})
_ASIDE = frozenset({"alt-trans", "matches", "notes", "note", "seg-source", "originalData",
                    "glossary", "header", "ignorable", "context-group"})  # fmt: skip


def read(text: str) -> Reading:
    """Read a bilingual file of either version."""
    pieces: list[Piece] = []
    addresses = Addresses()
    langs = {"source": "en", "target": "zh"}
    unit = address = ""
    skipped = False
    rest = tags(text)
    for tag in rest:
        if not tag.opens:
            continue
        if tag.name in _ASIDE:
            _skip(tag, rest)
        elif tag.name in {"xliff", "file"}:
            for side, old, new in (
                ("source", "source-language", "srcLang"),
                ("target", "target-language", "trgLang"),
            ):
                langs[side] = tag.attributes.get(old) or tag.attributes.get(new) or langs[side]
        elif tag.name in {"trans-unit", "unit"}:
            unit = tag.attributes.get("id", "")
            skipped = tag.attributes.get("translate") == "no"
            address = addresses.new(unit) if tag.name == "trans-unit" else ""
        elif tag.name == "segment":
            part = tag.attributes.get("id", "")
            address = addresses.new(f"{unit}/{part}" if part else unit)
        elif tag.name in langs:
            words, marks = segment(text, tag, rest, _NATIVE)
            lang = language_named(tag.attributes.get("xml:lang") or langs[tag.name])
            if lang is not None and words.start < words.end and not skipped:
                pieces.append(Piece(words, Shape.TEXT, opaque=marks, lang=lang, address=address))
    return Reading(tuple(pieces), told=True)


def _skip(opening: Tag, rest: Iterator[Tag]) -> None:
    """Go past everything up to the tag that closes `opening`."""
    depth = 0 if opening.closes else 1
    while depth:
        tag = next(rest, None)
        if tag is None:
            return
        if tag.name == opening.name:
            depth += tag.opens - tag.closes
