"""English words that may be a term and stand in few sentences, noun phrases or not.

A pull request is none to who takes pull for a verb; what stands before it, or a hyphen in it, says
that it is one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from zhen_align.terms.dictionary import Dictionary
from zhen_align.terms.english_words import remainder
from zhen_align.terms.forms import english_key
from zhen_align.terms.reading import Read
from zhen_align.terms.segments import unnumbered
from zhen_align.terms.stopwords import BEFORE_NOUNS, GENERIC, LEADING, STOP
from zhen_align.types import Span

_WORD = re.compile(r"[A-Za-z]+")
_JOINT = re.compile(r"\s+|[-‐‑–]")
_BEFORE = BEFORE_NOUNS | frozenset(
    ("on", "from", "by", "for", "with", "at", "and", "or", "after", "before", "without")
)
_LONGEST, _MOST_BEADS = 4, 5
_SHORT, _BROAD = 5, 60
"""A word of fewer letters, or that the dictionary has more Chinese for, is no term by itself."""
_NARROW = 3
_PART = 3
_ACTS = re.compile("(?:er|or)$")


@dataclass(frozen=True, slots=True)
class Place:
    """Where English words stand: the bead, the place in its text, what is written."""

    bead: int
    span: Span
    shown: str


@dataclass(frozen=True, slots=True)
class Rare:
    """The terms of one document that stand in few beads; `hosts` are terms known all the same."""

    reads: Mapping[int, Read]
    dictionary: Dictionary
    hosts: Mapping[int, Sequence[Span]]

    def terms(self) -> Iterator[tuple[str, list[Place]]]:
        """Yield what may be terms, and where each stands first in each bead."""
        where: dict[str, dict[int, Place]] = {}
        units = {key for read in self.reads.values() for key in read.keys}
        for number, read in self.reads.items():
            for key, place in _grams(number, read.segment.en.text):
                if not self._is_part(place):
                    where.setdefault(key, {}).setdefault(number, place)
        for key, found in sorted(where.items()):
            listed = [found[number] for number in sorted(found)]
            if 2 <= len(listed) <= _MOST_BEADS and self._is_term(key, listed, units):
                yield key, listed

    def is_common(self, key: str) -> bool:
        """Whether a term is one word that the dictionary has much Chinese for."""
        return " " not in key and self._breadth(key) > _NARROW

    def parted(self, key: str) -> str:
        """Return a word that no dictionary has as what it is made of: way point, bind(er)."""
        if " " in key or self._breadth(key) or remainder(key):
            return key
        parts = ((key[:at], key[at:]) for at in range(_PART, len(key) - _PART + 1))
        words = (pair for pair in parts if all(map(self.dictionary.is_word, pair)))
        acts = (_ACTS.sub(end, key) for end in ("", "e"))
        bases = ((base,) for base in acts if base != key and self.dictionary.is_word(base))
        return " ".join(next(words, next(bases, (key,))))

    def _is_part(self, place: Place) -> bool:
        """Whether words are but a part of a longer term whose rendering is known."""
        here = self.reads[place.bead].segment.en.back(place.span)
        return any(
            one.start <= here.start and here.end <= one.end and one != here
            for one in self.hosts.get(place.bead, ())
        )

    def _is_term(self, key: str, listed: Sequence[Place], units: Set[str]) -> bool:
        words = key.split()
        if len(words) == 1:
            if key in GENERIC or len(key) < _SHORT or self._breadth(key) > _BROAD:
                return False
            return key in units or (key.endswith("ing") and all(map(self._is_noun, listed)))
        if words[0] in LEADING or (words[0] in GENERIC and "of" in words):
            return False
        head = words[-1]
        noun = self.dictionary.is_ever_noun(head) or head.endswith("ing")
        return key in units or (noun and any(map(self._is_noun, listed)))

    def _breadth(self, word: str) -> int:
        return self.dictionary.breadth(self.dictionary.stem(word))

    def _is_noun(self, place: Place) -> bool:
        """Whether words stand where a noun does, or are all of a heading, or one compound."""
        segment = self.reads[place.bead].segment
        if "-" in place.shown or (segment.named and unnumbered(segment.en.text) == place.shown):
            return True
        before = segment.en.text[: place.span.start].split()
        if not before:
            return " " not in place.shown or not place.shown.split()[0].endswith("ing")
        return before[-1].lower() in _BEFORE


def _grams(number: int, text: str) -> Iterator[tuple[str, Place]]:
    """Yield rows of words without function words but "of" inside, and where each stands."""
    row: list[re.Match[str]] = []
    for m in _WORD.finditer(text):
        if row and not _JOINT.fullmatch(text, row[-1].end(), m.start()):
            row = []
        low = m[0].lower()
        if (low in STOP and not (low == "of" and row)) or len(m[0]) < 2:
            row = []
            continue
        row = [*row[1 - _LONGEST :], m]
        if low != "of":
            for first in row:
                if first[0].lower() != "of":
                    shown = text[first.start() : m.end()]
                    yield english_key(shown), Place(number, Span(first.start(), m.end()), shown)
