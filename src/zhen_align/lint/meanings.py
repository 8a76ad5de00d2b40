"""What the abbreviations of a text stand for, where its brackets say so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from zhen_align.lint.facts import BeadFacts, Pair, Text
from zhen_align.terms.definitions import Definition
from zhen_align.terms.forms import english_key, singular
from zhen_align.terms.initials import bare
from zhen_align.text.distance import slips
from zhen_align.types import Lang, Span


@dataclass(frozen=True, slots=True)
class Meaning:
    """An abbreviation with its full form, where a bracket gives both."""

    judged: BeadFacts | Text
    text: Text
    definition: Definition
    short: str
    long: str

    @property
    def place(self) -> Span:
        """The stretch that holds both, in the document."""
        spans = [s for s in (self.definition.en, self.definition.abbr) if s is not None]
        hull = Span(min(s.start for s in spans), max(s.end for s in spans))
        return self.text.span(hull)


def meanings(pair: Pair, lang: Lang) -> list[Meaning]:
    """Return what the abbreviations of one language's text stand for, in reading order."""
    known = pair.memory.get(f"meanings {lang}")
    if not isinstance(known, list):
        known = sorted(_meanings(pair, lang), key=lambda m: m.place)
        pair.memory[f"meanings {lang}"] = known
    return known


def _meanings(pair: Pair, lang: Lang) -> Iterator[Meaning]:
    for judged, text in pair.texts:
        if text.lang is lang:
            yield from meanings_in(judged, text)


def meanings_in(judged: BeadFacts | Text, text: Text) -> Iterator[Meaning]:
    """Yield what the abbreviations of a sentence stand for."""
    for d in text.definitions:
        if d.en is not None and d.abbr is not None:
            long = " ".join(d.en.of(text.text).split())
            yield Meaning(judged, text, d, bare(d.abbr.of(text.text)), long)


def by_short(found: Sequence[Meaning]) -> Mapping[str, list[Meaning]]:
    """Return the meanings of each abbreviation."""
    grouped: dict[str, list[Meaning]] = {}
    for meaning in found:
        grouped.setdefault(meaning.short, []).append(meaning)
    return grouped


def same(a: str, b: str) -> bool:
    """Whether two full forms are one: spelling, number and a further word make no other.

    >>> same("large language models", "Large Language Model"), same("computed tomography",
    ... "clinical trial")
    (True, False)
    """
    one, two = english_key(a), english_key(b)
    if one == two or slips(one, two, 2) <= 2:
        return True
    words, others = ({singular(w) for w in key.split()} for key in (one, two))
    return words <= others or others <= words
