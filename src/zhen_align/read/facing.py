"""Tables with a column for each language: `| soil sensor | 土壤传感器 |`.

A Chinese table whose first column holds names looks much the same. So the two columns must
be about as long as translations are, and the English must be words: a header that names
the languages says so, else it takes phrases, or words in small letters. What is code is no
word, and a column that says the same again and again (`error`, `warning`) sorts the rows.
"""

import re
from collections.abc import Sequence

from zhen_align.text.opaque import opaque
from zhen_align.text.scripts import han_count, word_count
from zhen_align.types import Span

_LANGUAGE = re.compile(
    r"(?:english|chinese|en|zh|source|target|original|translation|中文|英文|汉语|英语|漢語|英語|原文|译文|譯文)"
    r"(?:\s.*)?",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Za-z0-9]*(?:[a-z0-9][A-Z]|[A-Z]{2}|\d)[A-Za-z0-9]*")
_SENTENCE = 4
"""From so many words on a cell is no name."""
_LEAST = 2  # rows under the header
_MOST_ARE = 0.8


def can_translate(first: str, second: str) -> bool:
    """Say whether two stretches can translate each other by their scripts and lengths."""
    chinese, english = (first, second) if han_count(first) else (second, first)
    han, words = han_count(chinese), word_count(english)
    return not han_count(english) and words > 0 and han >= 2 and 0.15 <= words / han <= 1.5


def language_columns(text: str, rows: Sequence[Sequence[Span]]) -> tuple[int, int] | None:
    """Return the two columns of a table that translate each other, in their order."""
    words = [[_words(cell.of(text)) for cell in row] for row in rows]
    width = min(map(len, words), default=0)
    if len(words) <= _LEAST or not 2 <= width <= 6:
        return None
    head, body = words[0], words[1:]
    named = [at for at in range(width) if _LANGUAGE.fullmatch(head[at])]
    for first in range(width):
        for second in range(first + 1, width):
            pairs = [(row[first], row[second]) for row in body]
            if _translations(pairs) and ({first, second} <= set(named) or _are_words(pairs)):
                return first, second
    return None


def names_languages(text: str, cells: Sequence[Span]) -> bool:
    """Say whether a row does no more than name the languages of its columns."""
    return all(_LANGUAGE.fullmatch(_words(cell.of(text))) for cell in cells)


def _words(cell: str) -> str:
    """Return a cell without what is no language in it."""
    for span in reversed(opaque(cell)):
        cell = f"{cell[: span.start]} {cell[span.end :]}"
    return cell.strip(" *_`")


def _translations(pairs: Sequence[tuple[str, str]]) -> bool:
    """Say whether nearly all pairs can be, all with the Chinese on the same side."""
    sides = [bool(han_count(first)) for first, second in pairs if can_translate(first, second)]
    return len(sides) >= _MOST_ARE * len(pairs) and len(set(sides)) == 1


def _are_words(pairs: Sequence[tuple[str, str]]) -> bool:
    """Say whether the English cells are sentences, phrases or words in small letters, not names."""
    cells = [second if han_count(first) else first for first, second in pairs]
    plain = [c for c in cells if not _NAME.search(c) and (word_count(c) > 1 or c.islower())]
    said = [c for c in cells if word_count(c) >= _SENTENCE]
    if len(said) >= 0.5 * len(cells):
        return len(set(cells)) >= _MOST_ARE * len(cells)
    return min(len(plain), len(set(cells))) >= _MOST_ARE * len(cells)
