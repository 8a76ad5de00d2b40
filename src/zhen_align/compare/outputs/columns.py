"""Text in columns of a terminal, where a Chinese character is two wide."""

import re
from collections.abc import Iterator

from zhen_align.text.width import width

_PIECE = re.compile(r"[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+|\S|\s+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def safe(text: str) -> str:
    """Return a text on one line, without what could make a terminal do things."""
    return " ".join(_CONTROL.sub("\ufffd", text.replace("\r", " ").replace("\n", " ")).split())


def wrapped(text: str, to: int) -> Iterator[str]:
    """Yield the text in lines of at most `to` columns; a longer word is cut.

    >>> list(wrapped("三个 pumps", 6))
    ['三个', 'pumps']
    """
    line = ""
    for piece in _pieces(text, to):
        if width(line) + width(piece) > to and line:
            yield line.rstrip()
            line = ""
        line += piece if line else piece.lstrip()
    if line.strip():
        yield line.rstrip()


def _pieces(text: str, to: int) -> Iterator[str]:
    for found in _PIECE.finditer(text):
        piece = found[0]
        while width(piece) > to:
            cut = next(n for n in range(len(piece), 0, -1) if width(piece[:n]) <= to or n == 1)
            yield piece[:cut]
            piece = piece[cut:]
        if piece:
            yield piece


def beside(left: str, right: str, to: int) -> Iterator[str]:
    """Yield two texts side by side in `to` columns."""
    half = max((to - 3) // 2, 8)
    one, two = list(wrapped(left, half)), list(wrapped(right, half))
    for n in range(max(len(one), len(two))):
        own = one[n] if n < len(one) else ""
        other = two[n] if n < len(two) else ""
        yield f"{own}{' ' * (half - width(own))} │ {other}".rstrip()
