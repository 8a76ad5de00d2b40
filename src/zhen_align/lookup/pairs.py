"""Aligned pairs as look-up sees them: the two sides, their places, and the tokens they have.

A token is a word in Latin letters without its plural, or two neighbouring Chinese
characters; one character alone is the beginning of such tokens. Tokens find candidates;
what stands where is told by `Finder`, which reads the text itself.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from zhen_align.glossary.index import Index
from zhen_align.glossary.rows import Row
from zhen_align.lookup.keys import is_chinese
from zhen_align.terms.forms import american, simplified, singular
from zhen_align.text.fold import fold
from zhen_align.text.scripts import HAN
from zhen_align.types import Alignment, Document, Sentence, Span

_RUN = re.compile(rf"[{HAN}]+|[a-z0-9\u00df-\u00f6\u00f8-\u024f\u0370-\u03ff]+")
_ASCII = re.compile(r"[a-z0-9]+")
_BETWEEN = re.compile(rf"(?<=[{HAN}])\s+(?=[{HAN}])")
_HAN_START = "\u2e80"  # below it there is no Chinese character


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, exactly as it stands in its file."""

    path: str
    line: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """The sentences of a bead that has both sides."""

    name: str
    zh: tuple[Piece, ...]
    en: tuple[Piece, ...]
    score: float

    def side(self, name: str) -> tuple[Piece, ...]:
        """Return the Chinese or the English side."""
        return self.zh if name == "zh" else self.en


def pieces(document: Document, sentences: Sequence[Sentence]) -> tuple[Piece, ...]:
    """Return the sentences as they stand in their document."""
    return tuple(
        Piece(
            document.path,
            bisect_right(document.lines, each.span.start),
            each.span.start,
            each.span.end,
            each.span.of(document.text),
        )
        for each in sentences
    )


def pairs_of(alignment: Alignment) -> Iterator[Pair]:
    """Yield the beads of an alignment that have both sides."""
    for bead in alignment.beads:
        if bead.zh and bead.en:
            zh, en = pieces(alignment.zh, bead.zh), pieces(alignment.en, bead.en)
            yield Pair(alignment.name, zh, en, bead.score)


def tokens(text: str) -> str:
    """Return the tokens of a text, with blanks between them.

    >>> tokens("用 LLMs 做圖像分割")
    '用 llm 做图 图像 像分 分割 割'
    """
    if text.isascii():
        return " ".join([_word(word) for word in _ASCII.findall(text.lower())])
    found: list[str] = []
    for run in _runs(text):
        if run[0] < _HAN_START:
            found.append(_word(run))
        else:
            found += [a + b for a, b in zip(run, run[1:], strict=False)]  # noqa: RUF007
            found.append(run[-1])
    return " ".join(found)


def _runs(text: str) -> list[str]:
    low = simplified(fold(text).text).lower()
    return _RUN.findall(_BETWEEN.sub("", low) if " " in low or "\n" in low else low)


@lru_cache(maxsize=1 << 17)
def _word(word: str) -> str:
    return singular(american(word))


def expression(query: str) -> str:
    """Return what asks full-text search for a query's tokens; "" where it has none.

    >>> expression("few-shot 学习")
    '"few shot" AND "学习"'
    >>> expression("模"), expression("…")
    ('"模" *', '')
    """
    parts: list[list[str]] = []
    latin = False
    for run in _runs(query):
        if run[0] >= _HAN_START:
            parts.append([a + b for a, b in pairwise(run)] or [run])
            latin = False
        elif latin:
            parts[-1].append(_word(run))
        else:
            parts.append([_word(run)])
            latin = True
    single = (len(part) == 1 and len(part[0]) == 1 and part[0] >= _HAN_START for part in parts)
    said = (f'"{" ".join(part)}"' for part in parts)
    return " AND ".join(
        part + " *" if one else part for part, one in zip(said, single, strict=True)
    )


def closed_expression(query: str) -> str:
    """Return what asks for a query's words written as one; "" where there is one word only."""
    words = _runs(query)
    if len(words) < 2 or not re.search(r"[-\u2010-\u2013]", query):
        return ""
    return f'"{_word("".join(words))}"' if all(run[0] < _HAN_START for run in words) else ""


class Finder:
    """Tells where forms stand in a text, by the rules that lint goes by too."""

    def __init__(self, forms: Sequence[str]) -> None:
        """Look for any of these forms."""
        rows = [Row("", form) if is_chinese(form) else Row(form, "") for form in forms]
        self._index = Index(rows)

    def spans(self, text: str) -> list[Span]:
        """Return the places of the forms, in order."""
        return [match.span for match in self._index.find(text)]


class Part:
    """Tells where a string stands in a text, inside words too; case does not count."""

    def __init__(self, string: str) -> None:
        """Look for this string."""
        self._pattern = re.compile(re.escape(string), re.IGNORECASE)

    def spans(self, text: str) -> list[Span]:
        """Return the places of the string, in order."""
        return [Span(*found.span()) for found in self._pattern.finditer(text)]
