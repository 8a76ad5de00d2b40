"""What another term is called, standing where a term lacks its own rendering.

A sentence whose English says encoder and whose Chinese says 解码器 (decoder) has one rendering too
few and one too many. Neither characters nor dictionary tie the two, so the other look
(`rendering_search.py`) is blind to it; what speaks for it is that nothing else is left over.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from zhen_align.terms.dictionary import Dictionary
from zhen_align.terms.fitness import Wording
from zhen_align.terms.gather import Observation
from zhen_align.terms.rendering_weights import Sight
from zhen_align.types import Span

_UNLIKELY = -4.0


@dataclass(frozen=True, slots=True)
class Lack:
    """An occurrence of a term whose rendering is missing; `guess` is the best logit otherwise."""

    key: str
    form: str
    en: Span
    guess: float = _UNLIKELY


@dataclass(slots=True)
class Said:
    """A bead: its Chinese, where in it no function words stand, the terms of its English."""

    bead: Observation
    plain: str
    content: Sequence[int]
    terms: Set[str]
    dictionary: Dictionary
    _words: list[tuple[int, int, frozenset[str]]] | None = None

    def explained(self, wording: Wording) -> set[int]:
        """Return the places that the English explains without the words of one term."""
        if self._words is None:
            self._words = self.dictionary.said(self.plain, self.bead.stems)
        own = frozenset(wording.stems)
        known = (range(start, end) for start, end, stems in self._words if not stems <= own)
        return {at for places in known for at in places}

    def unsaid(self, place: Span, known: Set[int]) -> float:
        """Return the share of the text beside a place that nothing explains."""
        rest = [n for n in self.content if not place.start <= n < place.end]
        return sum(n not in known for n in rest) / max(1, len(rest))


@dataclass(frozen=True, slots=True)
class Owners:
    """The terms of one document by what they are called."""

    keys: Mapping[str, Sequence[str]]
    wording: Callable[[str], Wording]

    def strays(self, said: Said, lacks: Sequence[Lack]) -> Iterator[tuple[Sight, Lack, Span]]:
        """Yield for each term that lacks its rendering those there that belong to no term there."""
        there = [form for form in self.keys if form in said.plain and len(form) > 1]
        alone = [form for form in there if said.terms.isdisjoint(self.keys[form])]
        found = [place for form in alone if (place := _outside(form, there, said.plain))]
        if not found:
            return
        anchors = {
            at
            for form in there
            if form not in alone
            for place in _places(form, said.plain)
            for at in range(place.start, place.end)
        }
        sizes = len(found), len({lack.key for lack in lacks})
        for lack in lacks:
            known = anchors | said.explained(self.wording(lack.key))
            for place in found:
                form = place.of(said.plain)
                if form not in lack.form and lack.form not in form:
                    yield self._sight(said, lack, place, known, sizes), lack, place

    def _sight(
        self, said: Said, lack: Lack, place: Span, known: set[int], sizes: tuple[int, int]
    ) -> Sight:
        form, own = place.of(said.plain), range(place.start, place.end)
        rest = said.plain[: place.start] + said.plain[place.end :]
        stems = {stem for key in self.keys[form] for stem in self.wording(key).stems}
        return Sight(
            lack.guess, sum(ch in rest for ch in lack.form) / len(lack.form),
            len(stems & said.bead.stems) / max(1, len(stems)),
            len(known.intersection(own)) / len(form),
            said.unsaid(place, known),
            abs(_far(lack.en, said.bead) - place.start / len(said.plain)), *sizes,
        )  # fmt: skip


def _far(en: Span, bead: Observation) -> float:
    """Return how far into the English of a bead a place is, from 0 to 1."""
    side = bead.segment.en
    first = side.back(Span(0, 1)).start
    last = side.back(Span(len(side.text) - 1, len(side.text))).end
    return (en.start - first) / max(1, last - first)


def _places(form: str, text: str) -> Iterator[Span]:
    at = text.find(form)
    while at >= 0:
        yield Span(at, at + len(form))
        at = text.find(form, at + 1)


def _outside(form: str, others: Sequence[str], text: str) -> Span | None:
    """Return the first place of a form that is no part of a longer one."""
    longer = [p for other in others if form in other != form for p in _places(other, text)]
    free = (
        place
        for place in _places(form, text)
        if not any(p.start <= place.start and place.end <= p.end for p in longer)
    )
    return next(free, None)
