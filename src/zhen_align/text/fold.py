"""Text folded for comparing (NFKC: full-width to half-width, ligatures apart), with the way back.

NFKC may turn one character into many (㎡ into m2) and many into one (e + accent into é),
so every folded character remembers where its source begins. Case, Traditional forms and
inflection are not folded here.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhen_align.types import Span

# full-width ASCII and the ideographic space: one character for one character
_WIDE = {0x3000: 0x20} | {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# what NFKC leaves alone, does not join to its left, and makes up nearly all of our texts
_PLAIN = "\x00-\x9f\u2010\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u3001-\u3029\u4e00-\u9fff"
_WIDTHS_ONLY = re.compile(f"[{_PLAIN}\u3000\uff01-\uff5e]*")
# the character before joins in: an accent composes with the letter it stands on
_OTHER = re.compile(f"[{_PLAIN}]?[^{_PLAIN}]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; `origin[i]` is where the source of `text[i]` begins, the last where it ends."""

    text: str
    origin: Sequence[int]

    def back(self, span: Span) -> Span:
        """Return the least stretch of the source that holds what `span` holds of the folded text.

        >>> folded = fold("共５㎡地")
        >>> folded.text, folded.back(Span(2, 3))
        ('共5m2地', Span(start=2, end=3))
        """
        start = self.origin[span.start]
        if span.start == span.end:
            return Span(start, start)
        end = span.end
        while self.origin[end] == self.origin[span.end - 1]:
            end += 1
        return Span(start, self.origin[end])


def fold(text: str) -> Folded:
    """Fold a text; the result's `text` is exactly its NFKC form."""
    if text.isascii():
        return Folded(text, range(len(text) + 1))
    if _WIDTHS_ONLY.fullmatch(text):
        return Folded(text.translate(_WIDE), range(len(text) + 1))
    parts: list[str] = []
    origin: list[int] = []
    done = 0
    for run in _OTHER.finditer(text):
        parts.append(text[done : run.start()])
        origin.extend(range(done, run.start()))
        for start, cluster in _clusters(text, run.start(), run.end()):
            folded = unicodedata.normalize("NFKC", cluster)
            parts.append(folded)
            origin.extend([start] * len(folded))
        done = run.end()
    parts.append(text[done:])
    origin.extend(range(done, len(text) + 1))
    return Folded("".join(parts), tuple(origin))


def _clusters(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Cut a run into the shortest pieces that can be folded one by one."""
    normal = unicodedata.normalize
    begin = start
    folded = normal("NFKC", text[start])
    for at in range(start + 1, end):
        alone = normal("NFKC", text[at])
        together = normal("NFKC", text[begin : at + 1])
        if together == folded + alone and not unicodedata.combining(alone[0]):
            yield begin, text[begin:at]
            begin, folded = at, alone
        else:
            folded = together
    yield begin, text[begin:end]
