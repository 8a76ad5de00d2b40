"""What another term is called, standing where a term lacks its own rendering.

A sentence whose English says encoder and whose Chinese says 解码器 (decoder) has one rendering too
few and one too many. Neither characters nor dictionary tie the two, so the other look
(`rendering_search.py`) is blind to it; what speaks for it is that nothing else is left over.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from zhen_align.terms.fitness import Wording
from zhen_align.terms.gather import Gathered, Observation
from zhen_align.terms.rendering_weights import Sight
from zhen_align.types import Span

_LONGEST_WORD = 8
_UNLIKELY = -4.0


@dataclass(frozen=True, slots=True)
class Lack:
    """An occurrence of a term whose rendering is missing; `guess` is the best logit otherwise."""

    key: str
    form: str
    en: Span
    guess: float = _UNLIKELY


@dataclass(frozen=True, slots=True)
class Said:
    """A bead: its Chinese, where in it no function words stand, the terms of its English."""

    bead: Observation
    plain: str
    content: Sequence[int]
    terms: Set[str]


@dataclass(frozen=True, slots=True)
class Owners:
    """The terms of one document by what they are called."""

    keys: Mapping[str, Sequence[str]]
    wording: Callable[[str], Wording]
    gathered: Gathered

    def strays(self, said: Said, lacks: Sequence[Lack]) -> Iterator[tuple[Sight, Lack, Span]]:
        """Yield for each term that lacks its rendering those there that belong to no term there."""
        there = [form for form in self.keys if len(form) > 1 and form in said.plain]
        alone = [form for form in there if said.terms.isdisjoint(self.keys[form])]
        found = [place for form in alone if (place := _outside(form, there, said.plain))]
        if not found:
            return
        words = self._words(said)
        anchors = {
            at
            for form in there
            if form not in alone
            for place in _places(form, said.plain)
            for at in range(place.start, place.end)
        }
        sizes = len(found), len({lack.key for lack in lacks})
        for lack in lacks:
            known = anchors | self._explained(said, lack.key, words)
            for place in found:
                form = place.of(said.plain)
                if form not in lack.form and lack.form not in form:
                    yield self._sight(said, lack, place, known, sizes), lack, place

    def _sight(
        self, said: Said, lack: Lack, place: Span, known: set[int], sizes: tuple[int, int]
    ) -> Sight:
        form, own = place.of(said.plain), range(place.start, place.end)
        rest = said.plain[: place.start] + said.plain[place.end :]
        content = [n for n in said.content if n not in own]
        stems = {stem for key in self.keys[form] for stem in self.wording(key).stems}
        return Sight(
            lack.guess, sum(ch in rest for ch in lack.form) / len(lack.form),
            len(stems & said.bead.stems) / max(1, len(stems)),
            len(known.intersection(own)) / len(form),
            sum(n not in known for n in content) / max(1, len(content)),
            abs(_far(lack.en, said.bead) - place.start / len(said.plain)), *sizes,
        )  # fmt: skip

    def _explained(self, said: Said, key: str, words: Sequence[Span]) -> set[int]:
        """Return the places that other English words explain."""
        stems = said.bead.stems.difference(self.wording(key).stems)
        means = self.gathered.dictionary.means
        known = (word for word in words if means(word.of(said.plain), stems))
        return {at for word in known for at in range(word.start, word.end)}

    def _words(self, said: Said) -> list[Span]:
        """Return the words that some word of the English means."""
        stems, means = said.bead.stems, self.gathered.dictionary.means
        size = len(said.plain)
        return [
            Span(start, end)
            for start in range(size)
            for end in range(start + 1, min(size, start + _LONGEST_WORD) + 1)
            if means(said.plain[start:end], stems)
        ]


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
