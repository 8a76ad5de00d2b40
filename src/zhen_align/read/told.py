"""Blocks of formats that say themselves what is in which language and what goes together.

Nothing is guessed here: a piece is a paragraph in the language its format names, and its
address (a unit's id, a row's number) is what its partner has too.
"""

import re
from collections.abc import Sequence

from zhen_align.read.facts import facts
from zhen_align.read.pieces import Piece, Shape
from zhen_align.types import Block, Kind, Lang

_XLIFF_UNIT = r"(?:(?!</(?:[\w.-]+:)?(?:trans-unit|segment)\s*>).){0,5000}?"
_EMPTY = {
    "po": re.compile(
        r"(?:(?![\r\n]msgid[ \t]).){0,5000}?[\r\n]msgstr(?:\[\d+\])?[ \t]*\"", re.DOTALL
    ),
    "xliff": re.compile(
        rf"{_XLIFF_UNIT}(?:(?=<(?:[\w.-]+:)?target[^<>]*/>)|<(?:[\w.-]+:)?target(?:\s[^<>]*)?>)"
        rf"|{_XLIFF_UNIT}</(?:[\w.-]+:)?source\s*>",
        re.DOTALL,
    ),
}
_KINDS = {Shape.HEADING: Kind.HEADING, Shape.ITEM: Kind.ITEM, Shape.CAPTION: Kind.CAPTION}


def blocks(text: str, pieces: Sequence[Piece]) -> list[Block]:
    """Return the block of each piece that holds words, in order."""
    return [block for piece in pieces if (block := _block(text, piece))]


def _block(text: str, piece: Piece) -> Block | None:
    spans = facts(text, piece).opaque
    if sum(span.end - span.start for span in spans) >= piece.span.end - piece.span.start:
        return None
    return Block(
        piece.span,
        _KINDS.get(piece.shape, Kind.PARAGRAPH),
        piece.lang or Lang.NONE,
        opaque=spans,
        address=piece.address,
    )


def language_named(tag: str) -> Lang | None:
    """Return the language of a tag such as `zh-Hans-CN`; None for any but the two.

    >>> [language_named(tag) for tag in ("zh_TW", "EN-gb", "zha", "de")]
    [<Lang.ZH: 'zh'>, <Lang.EN: 'en'>, None, None]
    """
    first = tag.replace("_", "-").partition("-")[0].lower()
    return {"zh": Lang.ZH, "zho": Lang.ZH, "chi": Lang.ZH, "cmn": Lang.ZH}.get(first) or (
        Lang.EN if first in {"en", "eng"} else None
    )


def empty_place(text: str, format: str, source: int) -> int | None:
    """Return where the missing translation of a unit belongs, whose source ends at `source`.

    >>> text = 'msgid "Stop"\\nmsgstr ""'
    >>> empty_place(text, "po", 11) == len(text) - 1
    True
    """
    pattern = _EMPTY.get(format)
    found = pattern.match(text, source) if pattern else None
    return found.end() if found else None


class Addresses:
    """Gives each unit an address of its own, though two have the same id."""

    def __init__(self) -> None:
        """Know of none yet."""
        self._seen: dict[str, int] = {}

    def new(self, name: str) -> str:
        """Return `name`, numbered from its second use on."""
        count = self._seen[name] = self._seen.get(name, 0) + 1
        return name if count == 1 else f"{name}#{count}"
