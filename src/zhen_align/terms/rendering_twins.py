"""What is called two things in two sentences: terms that stand in too few to know their rendering.

Where the same English words stand in two sentences, every stretch of the one Chinese is held
against every stretch of the other, each in turn as if it were expected: renderings of one term
mostly share characters, or the dictionary ties both to it. What both have, and the words of the
term say, is its rendering, and there is nothing to tell. Whether it is told is decided in
`lint.consistency`.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import combinations

from zhen_align.terms.fitness import Wording, gap, related
from zhen_align.terms.gather import Gathered
from zhen_align.terms.reading import Read
from zhen_align.terms.rendering_data import Twin
from zhen_align.terms.rendering_rare import Place, Rare
from zhen_align.terms.rendering_sight import Places, Tied, tied
from zhen_align.terms.rendering_stretches import Stretch, atoms, stretches
from zhen_align.terms.rendering_weights import logit
from zhen_align.types import Span

_NONE = re.compile("[A-Za-z0-9]|^[零一二三四五六七八九十百千万亿两几每某]")
_LETTER = re.compile(r"[^\W\d_]")
_OVER = re.compile(r"[\W_]*(?:[:：]|$)")
_COMMON = 1.0
"""A word that the dictionary has much Chinese for may be said otherwise: it has to be surer."""
_ALONE = 1.5
"""What it adds that a rendering stands alone, as its term does: before a colon, in a heading."""
_OWN = 1.5
"""What it adds that both are said by nothing else, nor stand without the term."""
_KEPT = 30
_LEAST = -4.0
_SAME, _SAID, _GAP, _ALL = 0.01, 0.3, 0.75, 0.8
_AHEAD, _LOOSE = 1.5, 1.0


@dataclass(frozen=True, slots=True)
class Known:
    """What the first look came to: the renderings of each term by beads, and where terms stand.

    Of these only such as have a rendering that is expected.
    """

    forms: dict[str, dict[int, set[str]]]
    terms: dict[int, list[Span]]


def twins(
    gathered: Gathered,
    reads: Mapping[int, Read],
    places: Places,
    wording: Callable[[str], Wording],
    known: Known,
) -> Iterator[Twin]:
    """Yield what stands for a term in one bead, and what in another, the surest first."""
    search = _Search(gathered, reads, places, wording, known)
    found = (one for key, where in search.rare.terms() for one in search.of(key, where))
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
        self.rare = Rare(reads, gathered.dictionary, known.terms)
        self.offered: dict[int, list[Stretch]] = {}

    def of(self, key: str, where: Sequence[Place]) -> Iterator[Twin]:
        """Yield what the beads of one term do not have in common."""
        pairs = [
            (one, other)
            for one, other in combinations(where, 2)
            if not self._is_known(key, one.bead, other.bead)
        ]
        if not pairs:
            return
        standing = {place.bead for place in where}
        words = self.wording(self.rare.parted(key))
        first = self._offers(where[0].bead, words, standing)
        if any(_is_said(one) and standing <= self.places.of(one.one.form) for one in first):
            return
        asked = {place.bead for pair in pairs for place in pair} - {where[0].bead}
        offers = {number: self._offers(number, words, standing) for number in asked}
        offers[where[0].bead] = first
        for one, other in pairs:
            best = self._best(offers[one.bead], offers[other.bead], one, other)
            if best:
                value, a, b = best
                value += _ALONE * (self._is_alone(one, a) or self._is_alone(other, b))
                value += _OWN * (_is_own(a) and _is_own(b))
                value -= _COMMON * self.rare.is_common(key)
                twin = self._twin(key, one, other, standing, value, a, b)
                if twin:
                    yield twin

    def _is_known(self, key: str, one: int, other: int) -> bool:
        """Whether the first look saw a term called the same in two beads, in whole words."""
        by_bead = self.known.forms.get(key, {})
        if one in by_bead and other in by_bead:
            both = by_bead[one] & by_bead[other]
        else:
            every = {form for forms in by_bead.values() for form in forms}
            both = {form for form in every if {one, other} <= self.places.of(form)}
        words = {each.form for each in self._stretches(one) if each.left and each.right}
        return not both.isdisjoint(words)

    def _offers(self, number: int, words: Wording, standing: Set[int]) -> list[Tied]:
        found = [
            tied(one, words, self.beads[number], self.gathered, self.places, standing)
            for one in self._stretches(number)
            if gap(one.zh, words) < _GAP and related(one.zh, words, self.gathered)
        ]
        # a function word is none where the term says it: 关注头, attention head
        named = (
            replace(each, one=each.one._replace(soft=0.0))
            for each in found
            if not each.one.soft or each.found.explained >= _ALL
        )
        return sorted(named, key=_promise)[:_KEPT]

    def _stretches(self, number: int) -> list[Stretch]:
        known = self.offered.get(number)
        if known is None:
            read = self.reads[number]
            every = stretches(read.plain, atoms(read.plain, read.marks))
            # what neither begins nor ends with a word is found with more of it
            known = [e for e in every if (e.left or e.right) and not _NONE.search(e.form)]
            self.offered[number] = known
        return known

    def _best(
        self, mine: Sequence[Tied], theirs: Sequence[Tied], one: Place, other: Place
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
        one: Place,
        other: Place,
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

    def _is_alone(self, place: Place, said: Tied) -> bool:
        """Whether both are all of their sentences, or all that stands before a colon."""
        segment = self.reads[place.bead].segment
        sides = (segment.en.text, place.span), (segment.zh.text, said.one.span)
        return all(
            not _LETTER.search(text, 0, span.start) and _OVER.match(text, span.end) is not None
            for text, span in sides
        )

    def _widened(self, place: Place, said: Tied) -> Stretch:
        """Return a stretch with the rest of the words that it begins and ends in."""
        one = said.one
        wider = (
            each
            for each in self._stretches(place.bead)
            if each.left and each.right
            if each.span.start <= one.span.start and one.span.end <= each.span.end
        )
        return min(wider, key=lambda each: each.span.end - each.span.start, default=one)

    def _rank(self, side: tuple[Place, Tied], standing: Set[int]) -> tuple[int, bool, int]:
        place, said = side
        times = len(self.places.of(said.one.form) & standing)
        return times, self.reads[place.bead].segment.named, -place.bead


def _is_said(one: Tied) -> bool:
    """Whether a stretch begins and ends as words do, and says every word of the term."""
    long = one.found.longer or one.found.gap < _SAID
    return one.one.left and one.one.right and one.found.weakest >= _SAID and long


def _is_own(one: Tied) -> bool:
    """Whether a stretch is whole words that nothing else says, and stands only with the term."""
    bounded = one.one.left and one.one.right
    return bounded and not (one.claimed or one.elsewhere or one.found.looks)


def _promise(one: Tied) -> float:
    """Return how little a stretch promises by itself."""
    found = one.found
    return (
        3 * one.claimed + 1.5 * found.gap + found.looks
        - 2 * found.covered - 2 * found.explained - one.one.left - one.one.right
    )  # fmt: skip
