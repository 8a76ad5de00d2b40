"""What is called two things in two sentences: terms that stand in too few to know their rendering.

Where the same English words stand in two sentences, every stretch of the one Chinese is held
against every stretch of the other, each in turn as if it were expected: renderings of one term
mostly share characters, or the dictionary ties both to it. What both have, and the words of the
term say, is its rendering, and there is nothing to tell. Whether it is told is decided in
`lint.consistency`.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from zhen_align.terms.dictionary import Dictionary
from zhen_align.terms.english_words import remainder
from zhen_align.terms.fitness import Wording, gap, related
from zhen_align.terms.forms import english_key
from zhen_align.terms.gather import Gathered
from zhen_align.terms.reading import Read
from zhen_align.terms.rendering_data import Twin
from zhen_align.terms.rendering_sight import Places, Tied, tied
from zhen_align.terms.rendering_stretches import Stretch, atoms, stretches
from zhen_align.terms.rendering_weights import logit
from zhen_align.terms.segments import unnumbered
from zhen_align.terms.stopwords import BEFORE_NOUNS, GENERIC, LEADING, STOP
from zhen_align.types import Span

_WORD = re.compile(r"[A-Za-z]+")
_JOINT = re.compile(r"\s+|[-‐‑–]")
_NONE = re.compile("[A-Za-z0-9]|^[零一二三四五六七八九十百千万亿两几每某]")
_BEFORE = BEFORE_NOUNS | frozenset(("on", "from", "by", "for", "with", "at", "and", "or"))
_LONGEST, _MOST_BEADS = 4, 5
_SHORT, _NARROW = 5, 3
"""A word of fewer letters, or that the dictionary has more Chinese for, is no term by itself."""
_KEPT, _PART = 30, 3
_LEAST = -4.0
_SAME, _SAID, _GAP = 0.01, 0.3, 0.75
_AHEAD, _LOOSE = 1.5, 1.0


@dataclass(frozen=True, slots=True)
class _Place:
    """Where English words stand: the bead, the place in its text, what is written."""

    bead: int
    span: Span
    shown: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the first look came to: the renderings of each term by beads, and where terms stand.

    Of these only such as have a rendering that is expected.
    """

    forms: dict[str, dict[int, set[str]]]
    terms: dict[int, list[Span]]

    def alike(self, key: str, one: int, other: int, places: Places) -> bool:
        """Whether a term is called the same in two beads, as far as it was seen in them."""
        by_bead = self.forms.get(key, {})
        if one in by_bead and other in by_bead:
            return not by_bead[one].isdisjoint(by_bead[other])
        every = {form for forms in by_bead.values() for form in forms}
        return any({one, other} <= places.of(form) for form in every)


def twins(
    gathered: Gathered,
    reads: Mapping[int, Read],
    places: Places,
    wording: Callable[[str], Wording],
    known: Known,
) -> Iterator[Twin]:
    """Yield what stands for a term in one bead, and what in another, the surest first."""
    search = _Search(gathered, reads, places, wording, known)
    found = (one for key, where in search.terms() for one in search.of(key, where))
    yield from sorted(found, key=lambda one: (-one.logit, one.bead, one.target))


class _Search:
    def __init__(
        self,
        gathered: Gathered,
        reads: Mapping[int, Read],
        places: Places,
        wording: Callable[[str], Wording],
        known: Known,
    ) -> None:
        self.gathered, self.reads = gathered, reads
        self.places, self.wording, self.known = places, wording, known
        self.beads = {bead.segment.bead: bead for bead in gathered.beads}
        self.offered: dict[int, list[Stretch]] = {}

    def terms(self) -> Iterator[tuple[str, list[_Place]]]:
        """Yield what may be terms that stand in few beads, and where each stands first."""
        where: dict[str, dict[int, _Place]] = {}
        units = {key for read in self.reads.values() for key in read.keys}
        for number, read in self.reads.items():
            for key, place in _grams(number, read.segment.en.text):
                if not self._is_part(place):
                    where.setdefault(key, {}).setdefault(number, place)
        for key, found in sorted(where.items()):
            listed = [found[number] for number in sorted(found)]
            if 2 <= len(listed) <= _MOST_BEADS and self._is_term(key, listed, units):
                yield key, listed

    def _is_part(self, place: _Place) -> bool:
        """Whether words are but a part of a longer term whose rendering is known."""
        here = self.reads[place.bead].segment.en.back(place.span)
        return any(
            one.start <= here.start and here.end <= one.end and one != here
            for one in self.known.terms.get(place.bead, ())
        )

    def _is_term(self, key: str, listed: Sequence[_Place], units: Set[str]) -> bool:
        words, dictionary = key.split(), self.gathered.dictionary
        if len(words) == 1:
            breadth = dictionary.breadth(dictionary.stem(key))
            return key in units - GENERIC and len(key) >= _SHORT and breadth <= _NARROW
        if words[0] in LEADING:
            return False
        return key in units or (
            dictionary.is_ever_noun(words[-1])
            and any(self._is_noun(place, dictionary) for place in listed)
        )

    def _is_noun(self, place: _Place, dictionary: Dictionary) -> bool:
        """Whether words stand where a noun does, or are all of a heading, or one compound."""
        segment = self.reads[place.bead].segment
        if "-" in place.shown or (segment.named and unnumbered(segment.en.text) == place.shown):
            return True
        before = segment.en.text[: place.span.start].split()
        return bool(before) and before[-1].lower() in _BEFORE

    def of(self, key: str, where: Sequence[_Place]) -> Iterator[Twin]:
        """Yield what the beads of one term do not have in common."""
        standing = {place.bead for place in where}
        words = self.wording(self._parted(key))
        first = self._offers(where[0].bead, words, standing)
        if any(_is_said(one) and standing <= self.places.of(one.one.form) for one in first):
            return
        offers = {place.bead: self._offers(place.bead, words, standing) for place in where[1:]}
        offers[where[0].bead] = first
        for one, other in combinations(where, 2):
            if self.known.alike(key, one.bead, other.bead, self.places):
                continue
            best = self._best(offers[one.bead], offers[other.bead], one, other)
            if best:
                twin = self._twin(key, one, other, standing, *best)
                if twin:
                    yield twin

    def _parted(self, key: str) -> str:
        """Return a word that no dictionary has as the two that it is made of: way point."""
        known = self.gathered.dictionary
        if " " in key or known.breadth(known.stem(key)) or remainder(key):
            return key
        parts = ((key[:at], key[at:]) for at in range(_PART, len(key) - _PART + 1))
        words = (pair for pair in parts if all(map(known.is_word, pair)))
        return " ".join(next(words, (key,)))

    def _offers(self, number: int, words: Wording, standing: Set[int]) -> list[Tied]:
        found = [
            tied(one, words, self.beads[number], self.gathered, self.places, standing)
            for one in self._stretches(number)
            if gap(one.zh, words) < _GAP and related(one.zh, words, self.gathered)
        ]
        return sorted(found, key=_promise)[:_KEPT]

    def _stretches(self, number: int) -> list[Stretch]:
        known = self.offered.get(number)
        if known is None:
            read = self.reads[number]
            every = stretches(read.plain, atoms(read.plain, read.marks))
            known = [one for one in every if not one.soft and not _NONE.search(one.form)]
            self.offered[number] = known
        return known

    def _best(
        self, mine: Sequence[Tied], theirs: Sequence[Tied], one: _Place, other: _Place
    ) -> tuple[float, Tied, Tied] | None:
        """Return the likeliest two stretches; none where one stands in both, as likely as they."""
        here, there = self.places.texts[one.bead], self.places.texts[other.bead]
        both = [t for t in mine if t.one.left and t.one.right and t.one.form in there]
        if any(map(_is_said, both)):
            return None
        best: tuple[float, Tied, Tied] | None = None
        theirs = [b for b in theirs if b.one.form not in here]
        for a in (a for a in mine if a.one.form not in there):
            for b in theirs:
                tied_alone = a.found.weakest and b.found.weakest
                if not tied_alone and set(a.one.form).isdisjoint(b.one.form):
                    continue
                value = logit(a.beside(b.one.form)) + logit(b.beside(a.one.form))
                value -= _LOOSE * (a.found.looks + b.found.looks)
                if value > (best[0] if best else _LEAST):
                    best = value, a, b
        if best is None:
            return None
        most = max(best[1].found.covered, best[2].found.covered)
        return None if any(t.found.covered >= most - _SAME for t in both) else best

    def _twin(
        self,
        key: str,
        one: _Place,
        other: _Place,
        standing: Set[int],
        value: float,
        a: Tied,
        b: Tied,
    ) -> Twin | None:
        """Return the rarer of two renderings, or what no heading has, or the later, as the twin.

        None where they are used alike, more than once each.
        """
        first, second = (one, a), (other, b)
        ranks = self._rank(first, standing), self._rank(second, standing)
        if ranks[0] < ranks[1]:
            first, second, ranks = second, first, ranks[::-1]
        if ranks[1][0] > 1 and ranks[0][0] < _AHEAD * ranks[1][0]:
            return None
        named = self.reads[first[0].bead].segment.named
        place, said = second[0], self._widened(*second)
        segment = self.reads[place.bead].segment
        source, target = segment.en.back(place.span), segment.zh.back(said.span)
        return Twin(
            key, place.shown, place.bead, (source.start, source.end), (target.start, target.end),
            said.form, self._widened(*first).form, round(value, 2), named=named,
        )  # fmt: skip

    def _widened(self, place: _Place, said: Tied) -> Stretch:
        """Return a stretch with the rest of the words that it begins and ends in."""
        one = said.one
        wider = (
            each
            for each in self._stretches(place.bead)
            if each.left and each.right
            if each.span.start <= one.span.start and one.span.end <= each.span.end
        )
        return min(wider, key=lambda each: each.span.end - each.span.start, default=one)

    def _rank(self, side: tuple[_Place, Tied], standing: Set[int]) -> tuple[int, bool, int]:
        place, said = side
        times = len(self.places.of(said.one.form) & standing)
        return times, self.reads[place.bead].segment.named, -place.bead


def _is_said(one: Tied) -> bool:
    """Whether a stretch begins and ends as words do, and says every word of the term."""
    long = one.found.longer or one.found.gap < _SAID
    return one.one.left and one.one.right and one.found.weakest >= _SAID and long


def _promise(one: Tied) -> float:
    """Return how little a stretch promises by itself."""
    found = one.found
    return (
        3 * one.claimed + 1.5 * found.gap + found.looks
        - 2 * found.covered - 2 * found.explained - one.one.left - one.one.right
    )  # fmt: skip


def _grams(number: int, text: str) -> Iterator[tuple[str, _Place]]:
    """Yield rows of words without function words, and where each stands."""
    row: list[re.Match[str]] = []
    for m in _WORD.finditer(text):
        if row and not _JOINT.fullmatch(text, row[-1].end(), m.start()):
            row = []
        if m[0].lower() in STOP or len(m[0]) < 2:
            row = []
            continue
        row = [*row[1 - _LONGEST :], m]
        for first in row:
            span = Span(first.start(), m.end())
            shown = span.of(text)
            yield english_key(shown), _Place(number, span, shown)
