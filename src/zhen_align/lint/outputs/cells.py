"""Text in terminal cells: how wide it is, and the part of it around a place.

Chinese characters are two cells wide, so that a caret placed by counting characters
points at nothing. Control characters of a file must not reach the terminal.
"""

import unicodedata
from itertools import accumulate

from zhen_align.types import Span

_WIDE = frozenset("WF")


def width(text: str) -> int:
    """Return how many cells a text takes.

    >>> width("注意力 a")
    8
    """
    return sum(map(_cell, text))


def _cell(ch: str) -> int:
    if unicodedata.combining(ch) or unicodedata.category(ch) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(ch) in _WIDE else 1


def shown(text: str) -> str:
    """Return a text of the same length on one line, without control characters."""
    return "".join(" " if unicodedata.category(ch) in ("Cc", "Zl", "Zp") else ch for ch in text)


def excerpt(text: str, mark: Span, cells: int = 84) -> tuple[str, int, int]:
    """Return the part of `text` around `mark`, and from which cell how many are marked.

    >>> excerpt("共 5.85 亿条", Span(2, 8))
    ('共 5.85 亿条', 3, 7)
    """
    start = max(0, min(mark.start, len(text)))
    end = max(start, min(mark.end, len(text)))
    low = _back(text, start, cells // 2)
    room = cells - width(text[low:start])
    sums = accumulate(map(_cell, text[start : start + cells]))
    high = start + sum(1 for total in sums if total <= room)
    cut = shown(text[low:high])
    head = "… " if low else ""
    tail = " …" if high < len(text) else ""
    marked = width(text[start : min(end, high)])
    return f"{head}{cut}{tail}", width(head) + width(text[low:start]), max(1, marked)


def _back(text: str, start: int, cells: int) -> int:
    """Return where to begin so that about `cells` cells stand before `start`, at a word."""
    at, used = start, 0
    while at and used < cells:
        at -= 1
        used += _cell(text[at])
    while 0 < at < start and text[at - 1].isascii() and text[at - 1].isalnum():
        at += 1
    return at
