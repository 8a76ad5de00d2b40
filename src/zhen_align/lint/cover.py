"""How much of a stretch of one text is said in stretches of the other, by the dictionary.

The units are clauses, numbered bead by bead. A word is covered where one of its translations, or
itself (a name, a number, code), stands in the other stretch; rare words weigh more, and words
that the dictionary does not know little. Needs numerics, so it is made only when something
is suspect. Not here: what a lack of cover means.
"""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from zhen_align.lint.facts import Pair, Text
from zhen_align.text.clauses import clauses
from zhen_align.types import Lang, Span

_UNKNOWN = 0.35


@dataclass(frozen=True)
class Clause:
    """A clause: where it stands in its sentence, and its sentence."""

    text: Text
    span: Span

    @property
    def place(self) -> Span:
        """Its place in the document."""
        return self.text.span(self.span)

    @property
    def said(self) -> str:
        """The author's characters."""
        return self.span.of(self.text.text)

    @property
    def plain(self) -> str:
        """Its text with a placeholder for all that is no language."""
        return self.span.of(self.text.plain)


@dataclass(frozen=True)
class Words:
    """One language: for each clause its types, and for each type its weight and its clauses."""

    types: tuple[tuple[int, ...], ...]
    weight: tuple[float, ...]
    stands: tuple[frozenset[int], ...]
    partners: tuple[tuple[int, ...], ...] = field(repr=False)
    strange: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Cover:
    """The clauses of a pair, by language, and which beads and sentences they belong to."""

    pair: Pair

    @cached_property
    def clauses(self) -> dict[Lang, list[Clause]]:
        """All clauses of each language, in the order of the beads."""
        found: dict[Lang, list[Clause]] = {Lang.ZH: [], Lang.EN: []}
        for bead in self.pair.beads:
            for side in (bead.zh, bead.en):
                for text in side.texts:
                    spans = clauses(text.text, text.opaque)
                    found[side.lang].extend(Clause(text, span) for span in spans)
        return found

    @cached_property
    def _numbers(self) -> dict[tuple[Lang, int], list[int]]:
        """The numbers of the clauses of each sentence, by language and where it starts."""
        found: dict[tuple[Lang, int], list[int]] = {}
        for lang, all_clauses in self.clauses.items():
            for number, clause in enumerate(all_clauses):
                start = clause.text.sentence.span.start
                found.setdefault((lang, start), []).append(number)
        return found

    def numbers(self, texts: Sequence[Text]) -> list[int]:
        """Return the clauses of some sentences."""
        return [n for t in texts for n in self._numbers.get((t.lang, t.sentence.span.start), ())]

    @cached_property
    def words(self) -> dict[Lang, Words]:
        """What each clause says."""
        from zhen_align.align.lexicon import find_stems, lexicon
        from zhen_align.align.tokens import evidence_text, tokenize

        sides = []
        for lang in (Lang.ZH, Lang.EN):
            texts = []
            for clause in self.clauses[lang]:
                block = clause.text.block
                place = clause.place
                assert block is not None
                text = evidence_text(clause.text.document, place.start, block, place.end)
                # labels of buttons and menus are set like code, and translated
                spoken = [said for said in text.literals if said[0] == "`" and " " in said]
                said = replace(text, text=" ".join([text.text, *spoken])) if spoken else text
                texts.append(said)
            sides.append(texts)
        zh, en, pairs = tokenize(sides[0], sides[1], lexicon())
        # all Chinese words are the dictionary's own
        unknown = find_stems(en.names[: en.words], lexicon()) < 0
        strange = {n for n, is_unknown in enumerate(unknown.tolist()) if is_unknown}
        links = list(zip(pairs.zh.tolist(), pairs.en.tolist(), strict=True))
        return {
            Lang.ZH: _words(zh.unit.tolist(), zh.type.tolist(), (zh.units, zh.types), links),
            Lang.EN: _words(
                en.unit.tolist(),
                en.type.tolist(),
                (en.units, en.types),
                [(b, a) for a, b in links],
                strange,
            ),
        }

    def share(self, lang: Lang, units: Sequence[int], others: Collection[int]) -> float:
        """Return which part of some clauses is said in the others; 1 where they say nothing."""
        own, opposite = self.words[lang], self.words[_other(lang)]
        there = frozenset(others)
        said = {t for unit in units for t in own.types[unit]}
        total = sum(own.weight[t] for t in said)
        hit = sum(
            own.weight[t]
            for t in said
            if any(not opposite.stands[p].isdisjoint(there) for p in own.partners[t])
        )
        return hit / total if total else 1.0

    def unsaid(self, lang: Lang, units: Sequence[int], others: Collection[int]) -> float:
        """Return how many words of some clauses the others do not say, counted as by weight."""
        own, opposite = self.words[lang], self.words[_other(lang)]
        there = frozenset(others)
        return sum(
            _UNKNOWN if t in own.strange else 1.0
            for t in {t for unit in units for t in own.types[unit]}
            if all(opposite.stands[p].isdisjoint(there) for p in own.partners[t])
        )

    def weight(self, lang: Lang, units: Sequence[int]) -> float:
        """Return how many words some clauses have, those that nobody knows counted in part."""
        own = self.words[lang]
        said = {t for unit in units for t in own.types[unit]}
        return sum(_UNKNOWN if t in own.strange else 1.0 for t in said)


def _other(lang: Lang) -> Lang:
    return Lang.EN if lang is Lang.ZH else Lang.ZH


def _words(
    unit: Sequence[int],
    kind: Sequence[int],
    counts: tuple[int, int],
    links: Sequence[tuple[int, int]],
    strange: Collection[int] = (),
) -> Words:
    """Put the words of one language in order; each link is a type and one of its partners.

    `counts` are the clauses and the types, `strange` those types that no dictionary has.
    """
    units, types = counts
    here: list[list[int]] = [[] for _ in range(units)]
    stands: list[set[int]] = [set() for _ in range(types)]
    for u, t in zip(unit, kind, strict=True):
        here[u].append(t)
        stands[t].add(u)
    partners: list[list[int]] = [[] for _ in range(types)]
    for own, other in links:
        partners[own].append(other)
    weight = tuple(
        (_UNKNOWN if t in strange else 1.0) * math.log(1 + units / (1 + len(stands[t])))
        for t in range(types)
    )
    return Words(
        tuple(map(tuple, here)), weight, tuple(map(frozenset, stands)),
        tuple(map(tuple, partners)), frozenset(strange),
    )  # fmt: skip
