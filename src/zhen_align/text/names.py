"""Words in Latin letters, in a form that spelling habits do not change.

Case, hyphens, accents and full-width letters make no name another one; digits do. Not here:
whether a word is a name, and what it is called on the other side.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from zhen_align.types import Span

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_HYPHENS = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2212), 0x2D)
# letters that are no others with an accent
_STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})
_ONE_TO_ONE = _WIDE | _HYPHENS | {0x2019: 0x27}
_LETTER = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_ESCAPE = re.compile(r"(?<!\\)\\[tnr](?=[A-Z&_])")
_NAME = re.compile(
    rf"(?<![{_LETTER}0-9_])[{_LETTER}0-9]*[{_LETTER}][{_LETTER}0-9]*"
    rf"(?:-[{_LETTER}0-9]+|(?<=[0-9])\.[0-9][{_LETTER}0-9]*)*(?![{_LETTER}_])"
)
_NO_LETTER = re.compile(r"[^a-z0-9\u03b1-\u03c9]+")


class Name(NamedTuple):
    """A word where it stands, and its key: what all its spellings share."""

    span: Span
    text: str
    key: str


def names(text: str) -> Iterator[Name]:
    """Yield the words in Latin letters, hyphened ones whole, and versions with their points.

    >>> [name.key for name in names("用 PubMed-BERT 与Ｚｕｒｉｃｈ")]
    ['pubmedbert', 'zurich']
    """
    plain = text if text.isascii() else text.translate(_ONE_TO_ONE)
    if "\\" in plain:  # a tab or a line end of a catalogue is no letter
        plain = _ESCAPE.sub("  ", plain)
    for found in _NAME.finditer(plain):
        yield Name(Span(found.start(), found.end()), found[0], key_of(found[0]))


@lru_cache(maxsize=1 << 15)
def key_of(word: str) -> str:
    """Return what all spellings of a word share.

    >>> key_of("Schrödinger"), key_of("BERT-Base")
    ('schrodinger', 'bertbase')
    """
    low = word.lower()
    if not low.isascii():
        low = low.translate(_STROKES)
        low = unicodedata.normalize("NFKD", low)
    return _NO_LETTER.sub("", low)
