"""What the tests for kinds ask about a piece, measured once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zhen_align.read.pieces import Piece
from zhen_align.text.fold import fold
from zhen_align.text.opaque import opaque
from zhen_align.text.scripts import han_count, language, word_count
from zhen_align.text.variants import convert, is_traditional
from zhen_align.types import Lang, Span

_END = re.compile(r"(?:[。！？；!?;]|\.|[:：,，、])[\"'”’」』)）*_]*$")
# a stop after a lone letter or digit is that of an initial or of a list's number
_SENTENCE_END = re.compile(
    r"[。！？]|(?:(?<=[a-z)\]%\"'”’])|(?<=\d\d)|(?<=[A-Z][A-Z]))[.!?]"
    r"(?=[\"'”’)\]]*(?:\s+[A-Z(\[“\"]|\s*$))"
)
_LABEL_LENGTH = 2_000
_LABELS = 200
"""A longer line is no menu and no label: its script does not matter."""
_LONGEST = 1_000_000
"""A longer line is data, not a paragraph: what comes later in it is not looked at."""


@dataclass(frozen=True, slots=True)
class Facts:
    """A piece, its words without what is opaque, and their measures.

    `folded` is the beginning of the words with half-width marks; `size` counts a Latin
    word as 1.7 Han characters, which is about what it takes to translate one.
    """

    piece: Piece
    text: str
    folded: str
    lang: Lang
    opaque: tuple[Span, ...]
    han: int
    words: int
    sentences: int

    @property
    def size(self) -> float:
        """Return the length in Han characters or their worth."""
        return self.han + 1.7 * self.words

    @property
    def prose(self) -> bool:
        """Say whether this is running text, by its length and its sentence ends."""
        return self.sentences >= 1 and self.size > (100 if self.sentences == 1 else 30)

    @property
    def short(self) -> bool:
        """Say whether this can be a heading: few words and no end mark."""
        aside = self.text[:1] in "(（" and self.text[-1:] in ")）"
        few = self.han <= 32 and self.words <= 18
        return few and not aside and not _END.search(self.text[-20:])


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of the whole file while its lines are judged."""

    text: str
    lines: tuple[Facts, ...]
    marked: bool
    """The file marks its headings, so a line is not one for being short."""
    only: Lang | None
    """The one language of the file, if it has but one."""


def facts(text: str, piece: Piece) -> Facts:
    """Measure one piece."""
    own = piece.span.of(text)
    spans = _merged(opaque(own[:_LONGEST]), piece)
    spoken = _spoken(own[:_LONGEST], spans)
    return Facts(
        piece=piece,
        text=own,
        folded=_simplified(fold(spoken[:_LABEL_LENGTH]).text.strip()),
        lang=language(own),
        opaque=tuple(span.shifted(by=piece.span.start) for span in spans),
        han=han_count(spoken),
        words=word_count(spoken),
        sentences=sum(1 for _ in _SENTENCE_END.finditer(spoken)),
    )


def _simplified(words: str) -> str:
    """Return a short line as it is in Simplified characters; longer ones begin with no label."""
    if len(words) > _LABELS or words.isascii() or not any(map(is_traditional, words)):
        return words
    return convert(words, "t2s")


def _spoken(text: str, spans: Sequence[Span]) -> str:
    """Return the text with a blank for whatever is opaque."""
    kept: list[str] = []
    done = 0
    for span in spans:
        kept += text[done : span.start], " "
        done = span.end
    return "".join(kept) + text[done:]


def _merged(found: Sequence[Span], piece: Piece) -> list[Span]:
    """Return what is opaque by itself and the format's marks; overlapping ones are united."""
    begin = piece.span.start
    own = [Span(mark.start - begin, mark.end - begin) for mark in piece.opaque]
    merged: list[Span] = []
    for span in sorted([*found, *own]):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        elif span.start < span.end:
            merged.append(span)
    return merged
