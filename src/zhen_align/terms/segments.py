"""Beads as two strings to look for terms in, each with its way back into the document.

What is no language (formulas, code, citations) is blanked out with marks of the same
length, so that nothing is found across it and no place ever moves.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from zhen_align.text.opaque import blanked
from zhen_align.types import Alignment, Document, Sentence, Span, Unit

BLANK = "\0"
_CITATION = re.compile(
    r"\[\d+(?:\s*[-–,，、~]\s*\[?\d+\]?)*\]|\([^()]*\b(?:et al\.?|等人?)[^()]*\d{4}[a-z]?\)"
    r"|https?://[\x21-\x7e]+|[^\s\0]{1,64}@[^\s\0]{1,200}\.\w+"
)
_NAMED = (Unit.KEYWORD, Unit.TITLE, Unit.HEADING)
_LISTED = (Unit.KEYWORD, Unit.CELL)
_MARKS = " .:;*#、，。；：\u3000" + BLANK
_NUMBERING = re.compile(
    r"(?:\d+(?:\.\d+)*|[一二三四五六七八九十]+)(?:[.:)](?!\d)\s*|[、）]|\s+)"
    r"|(?:[IVX]+|[A-Z])[.:)、]\s+"
)
_BYLINE = re.compile(
    r"\b(?:is|are|was|were) (?:also |now )?(?:with|at) (?:the )?[A-Z]|\be-?mails?:|\S@\S+\.\w"
    r"|\bCorresponding authors?|\bManuscript received|\bcontributed equally|\bMember, IEEE"
    r"|^\W*\d*\W*(?:Department|School|Faculty|Institute|College|University|Hospital) of\b"
)
_PERSON = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}(?:,|;|$| and )")
_MOSTLY = 0.7


@dataclass(frozen=True, slots=True)
class Side:
    """The text of one side of a bead; `starts` are (place in it, place in the document)."""

    text: str
    starts: tuple[tuple[int, int], ...]

    def back(self, span: Span) -> Span:
        """Return the document's characters behind a stretch of this text."""
        here, there = self.starts[bisect_right(self.starts, (span.start, 1 << 60)) - 1]
        return span.shifted(by=there - here)


@dataclass(frozen=True, slots=True)
class Segment:
    """Both sides of a bead; `named` where the whole unit may be a term (keyword, heading).

    `listed` where it is hardly anything else: a keyword, a cell.
    """

    pair: str
    bead: int
    en: Side
    zh: Side
    named: bool = False
    listed: bool = False


def segments(alignment: Alignment, least: float) -> list[Segment]:
    """Return the beads that have two sides and are at least that sure."""
    found = []
    for number, bead in enumerate(alignment.beads):
        if bead.zh and bead.en and bead.score >= least:
            said = " ".join(s.span.of(alignment.en.text) for s in bead.en)
            if not is_byline(said):
                en, zh = _side(alignment.en, bead.en), _side(alignment.zh, bead.zh)
                found.append(Segment(alignment.name, number, en, zh, *_set_apart(bead.unit)))
    return found


def _set_apart(unit: Unit) -> tuple[bool, bool]:
    return unit in _NAMED, unit in _LISTED


def unnumbered(text: str) -> str:
    """Return a keyword or heading without its number and the marks around it.

    >>> [unnumbered(t) for t in ("2.1 Data sources", "IV. METHODS", "三、数据源", "2.5D vision")]
    ['Data sources', 'METHODS', '数据源', '2.5D vision']
    """
    text = text.strip(_MARKS)
    numbering = _NUMBERING.match(text)
    return text[numbering.end() :].strip(_MARKS) if numbering else text


def is_byline(text: str) -> bool:
    """Whether a text names people and where they work: what recurs there is no term.

    >>> is_byline("Ann Lee, Bo Wu, Cy Roe, and Di Ott"), is_byline("Models, data and tasks")
    (True, False)
    """
    if _BYLINE.search(text):
        return True
    people = _PERSON.findall(text)
    return len(people) >= 3 and sum(map(len, people)) > _MOSTLY * len(text)


def _side(document: Document, sentences: Sequence[Sentence]) -> Side:
    parts, starts, at = [], [], 0
    for sentence in sentences:
        text = _blanked(document, sentence)
        starts.append((at, sentence.span.start))
        parts.append(text)
        at += len(text) + 1
    return Side(BLANK.join(parts), tuple(starts))


def _blanked(document: Document, sentence: Sentence) -> str:
    text = sentence.span.of(document.text)
    if sentence.block < len(document.blocks):
        first, last = sentence.span.start, sentence.span.end
        inside = (
            Span(max(span.start - first, 0), span.end - first)
            for span in document.blocks[sentence.block].opaque
            if span.end > first and span.start < last
        )
        text = blanked(text, inside, BLANK)
    return _CITATION.sub(lambda m: BLANK * len(m[0]), text)
