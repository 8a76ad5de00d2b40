"""Paragraphs that say each sentence in one language, then in the other -> a stretch for each.

`The valve is closed. 阀门已关闭。` One such paragraph among others is a sentence that was not
translated, or a quotation; so nearly all that the text says must be written so. Not here: marks
between the languages (`parallel`).
"""

import re
from collections.abc import Sequence

from zhen_align.read.facing import can_translate
from zhen_align.read.pieces import Piece, Shape
from zhen_align.text.scripts import HAN, language
from zhen_align.types import Lang

_TURN = re.compile(
    rf"[.!?…][\"')\]”’]*\s*(?=[“‘（《「]?[{HAN}])|[。！？…][”’）」》]*\s*(?=[\"'“(]?[A-Z])"
)
_RUNNING = frozenset({Shape.TEXT, Shape.ITEM})
_LEAST = 0.75
"""How much of the running text must be in such paragraphs."""
_FEWEST = 3
"""How many sentences must be followed by their translation."""


def turns(text: str, pieces: Sequence[Piece]) -> dict[int, list[int]]:
    """Return where the language turns in the paragraphs of a text, by their numbers.

    >>> from zhen_align.types import Span
    >>> said = "It is shut. 它已关闭。It leaks. 它漏水。It is old. 它很旧。"
    >>> turns(said, [Piece(Span(0, len(said)), Shape.TEXT)])
    {0: [12, 17, 27, 31, 42]}
    """
    running = [at for at, piece in enumerate(pieces) if piece.shape in _RUNNING]
    found = {at: turn for at in running if (turn := _turns(pieces[at].span.of(text)))}
    whole = sum(len(pieces[at].span.of(text)) for at in running)
    mixed = sum(len(pieces[at].span.of(text)) for at in found)
    pairs = sum((len(turn) + 1) // 2 for turn in found.values())
    return found if pairs >= _FEWEST and mixed >= _LEAST * whole else {}


def _turns(words: str) -> list[int]:
    """Return where the language turns, if each sentence is followed by its translation."""
    marks = [turn.end() for turn in _TURN.finditer(words)]
    places: list[int] = []
    parts: list[tuple[str, Lang]] = []
    for start, end in zip([0, *marks], [*marks, len(words)], strict=True):
        part = words[start:end]
        lang = language(part)
        if parts and lang is parts[-1][1]:
            parts[-1] = parts[-1][0] + part, lang
        else:
            parts.append((part, lang))
            places.append(start)
    if len(parts) < 2 or len(parts) % 2 or {lang for _, lang in parts} != {Lang.ZH, Lang.EN}:
        return []
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return places[1:] if all(can_translate(a, b) for (a, _), (b, _) in pairs) else []
