"""What a side of a bead says, in one string, and what is found in it."""

from typing import NamedTuple

from zhen_align.lint.facts import Side, Text
from zhen_align.terms.forms import simplified
from zhen_align.types import Span


class Reversed(NamedTuple):
    """Two stretches that say opposite things; one may be the whole of what negates nothing.

    With `is_kind` they name two things of the same kind.
    """

    zh: Span
    en: Span
    zh_word: str
    en_word: str
    is_kind: bool = False


class Said(NamedTuple):
    """What a side says in one string, in Simplified characters and as it is written.

    `starts` is where its sentences begin in it.
    """

    text: str
    written: str
    starts: tuple[tuple[int, Text], ...]

    def span(self, start: int, end: int) -> Span:
        """Return the place in the document of a stretch inside one sentence."""
        at, text = max((s for s in self.starts if s[0] <= start), key=lambda s: s[0])
        return text.span(Span(start - at, min(end - at, len(text.text))))


def said(side: Side) -> Said:
    """Return what a side says."""
    parts: list[str] = []
    starts: list[tuple[int, Text]] = []
    at = 0
    for text in side.texts:
        starts.append((at, text))
        parts.append(text.plain)
        at += len(text.plain) + 1
    written = "\n".join(parts)
    return Said(simplified(written), written, tuple(starts))


def reversed_at(
    zh: Said, en: Said, zh_at: tuple[int, int] | None, en_at: tuple[int, int] | None
) -> Reversed:
    """Return what stands at these places; where there is none, the last sentence is meant."""
    spans, words_said = [], []
    for side, at in ((zh, zh_at), (en, en_at)):
        text = side.starts[-1][1]
        spans.append(side.span(*at) if at else text.sentence.span)
        words_said.append(" ".join(side.written[slice(*at)].split()) if at else "")
    return Reversed(spans[0], spans[1], words_said[0], words_said[1])
