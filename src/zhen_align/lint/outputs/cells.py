"""Text in terminal cells: how wide it is, and the part of it around a place.

Chinese characters are two cells wide, so that a caret placed by counting characters
points at nothing. Control characters of a file must not reach the terminal.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate

from zhen_align.types import Span

_WIDE = frozenset("WF")
_NOTHING = frozenset(("Mn", "Me", "Cf"))
_AS_EMOJI = "\N{VARIATION SELECTOR-16}"
_LINE_ENDS = frozenset(("Cc", "Zl", "Zp"))
# they turn round what follows, so that a line says what the file does not
_TURNING = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))


def width(text: str) -> int:
    """Return how many cells a text takes.

    >>> width("注意力 a")
    8
    """
    return sum(_cells(text))


def _cells(text: str) -> Iterator[int]:
    """Yield how many cells each character adds."""
    before = 0
    for ch in text:
        if ch == _AS_EMOJI:  # a sign that is narrow as text is a picture now
            size = int(before == 1)
        elif unicodedata.category(ch) in _NOTHING:
            size = 0
        else:
            size = 2 if unicodedata.east_asian_width(ch) in _WIDE else 1
        yield size
        before = size


def shown(text: str) -> str:
    """Return a text of the same length on one line, without what would control a terminal."""
    return "".join(
        " " if ch in _TURNING or unicodedata.category(ch) in _LINE_ENDS else ch for ch in text
    )


def excerpt(text: str, mark: Span, cells: int = 84) -> tuple[str, int, int]:
    """Return the part of `text` around `mark`, and from which cell how many are marked.

    >>> excerpt("共 5.85 亿条", Span(2, 8))
    ('共 5.85 亿条', 3, 7)
    """
    start = max(0, min(mark.start, len(text)))
    end = max(start, min(mark.end, len(text)))
    first = max(0, start - 2 * cells)  # a sentence may be as long as a book
    near, at = shown(text[first : start + 2 * cells]), start - first
    sizes = list(_cells(near))
    low = _back(near, sizes, at, cells // 2)
    room = cells - sum(sizes[low:at])
    high = at + sum(1 for total in accumulate(sizes[at:]) if total <= room)
    head = "… " if first + low else ""
    tail = " …" if first + high < len(text) else ""
    marked = sum(sizes[at : min(end - first, high)])
    return f"{head}{near[low:high]}{tail}", width(head) + sum(sizes[low:at]), max(1, marked)


def _back(text: str, sizes: Sequence[int], start: int, cells: int) -> int:
    """Return where to begin so that about `cells` cells stand before `start`, at a word."""
    at, used = start, 0
    while at and used < cells:
        at -= 1
        used += sizes[at]
    while 0 < at < start and text[at - 1].isascii() and text[at - 1].isalnum():
        at += 1
    return at
