"""Text in columns of a terminal: how wide it is, what fits, and what is set off.

A Chinese character takes two columns, an accent none. What is set off is bold on a
terminal and stands in brackets elsewhere.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from zhen_align.text.width import width
from zhen_align.types import Span

_BLANKS = re.compile(r"\s+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


class Screen(NamedTuple):
    """What the reader looks at."""

    width: int = 100
    color: bool = False


def padded(text: str, to: int) -> str:
    """Return the text with blanks up to a width."""
    return text + " " * (to - width(text))


def ending(text: str, most: int) -> str:
    """Return the end of a text that fits into so many columns, `…` where it was cut.

    >>> ending("一个大语言模型", 7)
    '…言模型'
    """
    return _cut(text[::-1], most)[::-1]


def beginning(text: str, most: int) -> str:
    """Return the beginning of a text that fits into so many columns, `…` where it was cut."""
    return _cut(text, most)


def line(text: str) -> str:
    """Return a text without line ends, and without what a terminal would obey."""
    return _CONTROL.sub("", _BLANKS.sub(" ", text))


def set_off(text: str, spans: Sequence[Span], *, color: bool) -> str:
    """Return a text on one line with the stretches set off.

    >>> set_off("a big model", [Span(2, 5)], color=False)
    'a [big] model'
    """
    left, right = (_BOLD, _PLAIN) if color else ("[", "]")
    parts: list[str] = []
    done = 0
    for span in spans:
        parts += line(text[done : span.start]), left, line(span.of(text)), right
        done = span.end
    return "".join([*parts, line(text[done:])]).strip()


def bold(text: str, *, color: bool) -> str:
    """Return a text in bold where that is wanted."""
    return f"{_BOLD}{text}{_PLAIN}" if color and text else text


def dim(text: str, *, color: bool) -> str:
    """Return a text that stands back where that is wanted."""
    return f"{_DIM}{text}{_PLAIN}" if color and text else text


def table(rows: Iterable[Sequence[str]], *, color: bool = False) -> list[str]:
    """Return rows as lines whose columns stand under each other; the second is bold."""
    known = [[line(cell) for cell in row] for row in rows]
    if not known:
        return []
    widths = [max(width(row[at]) for row in known) for at in range(len(known[0]) - 1)]
    lines = []
    for row in known:
        cells = [padded(cell, to) for cell, to in zip(row, widths, strict=False)]
        if color and len(cells) > 1:
            cells[1] = bold(row[1], color=True) + cells[1][len(row[1]) :]
        lines.append("  " + "  ".join([*cells, row[-1]]).rstrip())
    return lines


def _cut(text: str, most: int) -> str:
    if width(text) <= most:
        return text
    used, kept = 1, ""  # the ellipsis
    for ch in text:
        used += width(ch)
        if used > most:
            break
        kept += ch
    return kept + "…" if most > 0 else ""
