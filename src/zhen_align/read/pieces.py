"""What a format reader hands on: the pieces of a text as its markup shows them.

A reader knows marks (`#`, `-`, `|`, tags), not language: whether a line is a title, a
keyword list or a menu is decided later, in `kinds`, for all formats alike.
"""

from dataclasses import dataclass
from enum import StrEnum

from zhen_align.types import Lang, Span


class Shape(StrEnum):
    """What the markup says a piece is."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    CAPTION = "caption"
    METADATA = "metadata"
    NAVIGATION = "navigation"
    OPAQUE = "opaque"


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or lines that the markup joins, without its marks.

    `opaque` are marks of the format inside the span; `indent` is the width before the
    piece; `ends` says that the line is broken here on purpose. A format that knows gives
    the language, and the address of the unit.
    """

    span: Span
    shape: Shape
    level: int = 0
    opaque: tuple[Span, ...] = ()
    cells: tuple[Span, ...] = ()
    indent: int = 0
    comment: bool = False
    ends: bool = False
    lang: Lang | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One entry of a front matter: its key, and its scalar or list values."""

    key: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A reader's whole answer: the pieces in order, and what the text says about itself.

    `told` says that the format names languages and partners: nothing is to be guessed.
    """

    pieces: tuple[Piece, ...]
    fields: tuple[Field, ...] = ()
    told: bool = False


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the stretch without the blanks around it (empty at `start` if all is blank)."""
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    if left == len(part):
        return Span(start, start)
    return Span(start + left, start + len(part.rstrip()))
