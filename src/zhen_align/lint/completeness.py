"""What one side says and the other does not: sentences and clauses without a counterpart.

Works for both directions alike: `own` is the side that says something, `opposite` the one that
does not. A sentence without a partner is a gap only where the dictionary finds it neither in
the sentences next door nor anywhere else; one that is found elsewhere was moved. Inside a bead
a sentence or clause is a gap where nothing covers it, the rest is covered, and the other side is
as much too short. Texts that are for the most part unaligned are no translations.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from zhen_align.lint.clause_gaps import clause_gaps
from zhen_align.lint.cover import Cover
from zhen_align.lint.facts import BeadFacts, Pair, Shared, Side, Text
from zhen_align.lint.lone import LISTED, is_kept, names_people, speaks
from zhen_align.read.told import empty_place
from zhen_align.types import Lang, Span, Unit

_ALIGNED = 0.5  # the least share of a text that must have a counterpart
_FOUND = {Lang.EN: 0.6, Lang.ZH: 0.35}  # the least cover that says: it stands there
_MOVED = 0.5
_MOVED_LEAST = 0.3
_UNSURE = 0.45  # blocks without a partner have 0.5
_LEAST_WEIGHT = {Lang.EN: 2.0, Lang.ZH: 4.0}
_SMALL = 6.0
_LED = 0.2


@dataclass(frozen=True)
class Gap:
    """Something that only one side says: the sentences, or one clause of a sentence.

    `bead` is what is judged, `after` the place on the other side where it should stand. Where it
    is not `sure`, it may only have been put into few words.
    """

    bead: BeadFacts
    texts: tuple[Text, ...]
    span: Span
    after: Span
    whole_block: bool = False
    clause: bool = False
    sure: bool = True


@dataclass(frozen=True)
class Moved:
    """A sentence of the target that stands elsewhere than its source."""

    bead: BeadFacts
    text: Text
    source: Span


@dataclass(frozen=True)
class Gaps:
    """Everything that one pair of texts says on one side only."""

    pair: Pair
    shared: Shared

    @cached_property
    def cover(self) -> Cover:
        """What covers what."""
        return Cover(self.pair)

    @cached_property
    def _lone(self) -> dict[Lang, list[BeadFacts]]:
        """The beads that only one language has, those that say something.

        A page that holds both languages may have its title in one of them.
        """
        together = self.pair.target_document.path == self.pair.source_document.path
        return {
            lang: [
                b
                for b in self.pair.beads
                if not b.is_whole
                and speaks(_side(b, lang))
                and not (together and b.bead.unit is Unit.TITLE)
                and not is_kept(_side(b, lang), _side(b, _other(lang)).document)
            ]
            for lang in (Lang.ZH, Lang.EN)
        }

    @cached_property
    def _matched(self) -> tuple[list[tuple[BeadFacts, BeadFacts]], set[int]]:
        """Lone beads that say the same, target first; and the numbers of all of them."""
        found: list[tuple[BeadFacts, BeadFacts]] = []
        used: set[int] = set()
        target, source = self.pair.target, _other(self.pair.target)
        for here in self._lone[target]:
            best = max(
                (
                    (self._likeness(here, there), -number)
                    for number, there in enumerate(self._lone[source])
                    if id(there) not in used
                ),
                default=(0.0, 0),
            )
            if best[0] >= _MOVED:
                there = self._lone[source][-best[1]]
                found.append((here, there))
                used |= {id(here), id(there)}
        return found, used

    def _likeness(self, a: BeadFacts, b: BeadFacts) -> float:
        """Return how much two lone beads, one of each language, cover each other."""
        a_lang, b_lang = _lang(a), _lang(b)
        mine = self.cover.numbers(_side(a, a_lang).texts)
        theirs = self.cover.numbers(_side(b, b_lang).texts)
        cover = self.cover
        shares = cover.share(a_lang, mine, theirs), cover.share(b_lang, theirs, mine)
        return sum(shares) / 2 if min(shares) >= _MOVED_LEAST else 0.0

    @cached_property
    def moved(self) -> list[Moved]:
        """The sentences of the target that stand out of order."""
        found = [
            Moved(bead, text, bead.source.texts[0].sentence.span)
            for bead in self.pair.beads
            if bead.bead.moved
            and bead.is_whole
            and bead.bead.score >= self.shared.sure
            and bead.bead.unit not in LISTED
            for text in bead.target.texts
        ]
        if not (self._is_translation(Lang.ZH) and self._is_translation(Lang.EN)):
            return found
        order = {id(bead): number for number, bead in enumerate(self.pair.beads)}
        for here, there in self._matched[0]:
            # neighbours are no move: the aligner has only not joined them
            if abs(order[id(here)] - order[id(there)]) > 1:
                source = there.source.texts[0].sentence.span
                found.extend(Moved(here, text, source) for text in here.target.texts)
        return found

    def of(self, own: Lang) -> list[Gap]:
        """Return what only the texts in `own` say, in order."""
        if not self._is_translation(own):
            return []
        found = list(self._lone_gaps(own))
        found.extend(
            Gap(
                each.bead, (each.text,), each.span, _end(_side(each.bead, _other(own))),
                clause=each.clause, sure=each.sure,
            )
            for each in clause_gaps(self.pair, self.cover_of, own, self.shared)
        )  # fmt: skip
        text = (self.pair.alignment.zh if own is Lang.ZH else self.pair.alignment.en).text
        return sorted(
            (gap for gap in found if not names_people(gap.span.of(text))),
            key=lambda gap: gap.span,
        )

    def cover_of(self) -> Cover:
        """Return the cover, when it is really needed."""
        return self.cover

    def _is_translation(self, own: Lang) -> bool:
        """Whether most of the own text has a counterpart."""
        whole = total = 0
        for bead in self.pair.beads:
            size = sum(len(t.text) for t in _side(bead, own).texts)
            total += size
            whole += size if bead.is_whole else 0
        return total > 0 and whole >= _ALIGNED * total

    def _lone_gaps(self, own: Lang) -> Iterator[Gap]:
        beads = self.pair.beads
        lone = {id(bead) for bead in self._lone[own]}
        if not lone:
            return
        used = self._matched[1]
        places = _neighbours(beads, own)
        gone: list[tuple[BeadFacts, Text]] = []
        for number, bead in enumerate(beads):
            if id(bead) not in lone or id(bead) in used:
                continue
            if bead.bead.score < _UNSURE or self._faced(number) or self._absorbed(number, own):
                continue
            gone.extend((bead, text) for text in _side(bead, own).texts)
        yield from _grouped(gone, places)

    def _faced(self, number: int) -> bool:
        """Whether a lone bead of the other side stands by it: they may translate each other."""
        beads = self.pair.beads
        own = _lang(beads[number])
        mine = _side(beads[number], own).size
        reach = 2 if mine <= _SMALL else 1
        near = beads[max(0, number - reach) : number + reach + 1]
        theirs = [_side(b, _other(own)).size for b in near if not b.is_whole]
        return any(0.4 * mine <= their <= 2.5 * mine for their in theirs if their)

    def _absorbed(self, number: int, own: Lang) -> bool:
        """Whether the sentences next door say what a lone bead says, beside their own."""
        beads, cover, other = self.pair.beads, self.cover, _other(own)
        mine = cover.numbers(_side(beads[number], own).texts)
        if cover.weight(own, mine) < _LEAST_WEIGHT[own]:
            return True
        near = [b for n in (number - 1, number + 1) if 0 <= n < len(beads) for b in [beads[n]]]
        theirs = cover.numbers([t for b in near for t in _side(b, other).texts])
        return cover.share(own, mine, theirs) >= _FOUND[own] or self._leads_in(number, own)

    def _leads_in(self, number: int, own: Lang) -> bool:
        """Whether the other side puts a lone bead as the clause before a colon of the next."""
        beads, cover, other = self.pair.beads, self.cover, _other(own)
        if number + 1 >= len(beads) or not beads[number + 1].is_whole:
            return False
        lead, *rest = cover.numbers(_side(beads[number + 1], other).texts[:1])
        if not rest or cover.clauses[other][lead].said[-1] not in ":：":
            return False
        mine = cover.numbers(_side(beads[number], own).texts)
        theirs = cover.numbers(_side(beads[number + 1], own).texts)
        share = cover.share(other, [lead], mine)
        return share >= max(_LED, cover.share(other, [lead], theirs))


def gaps(pair: Pair, shared: Shared) -> Gaps:
    """Return the gaps of a pair, worked out once for all rules that ask."""
    known = pair.memory.get("gaps")
    if not isinstance(known, Gaps):
        known = pair.memory["gaps"] = Gaps(pair, shared)
    return known


def _grouped(gone: Sequence[tuple[BeadFacts, Text]], places: dict[int, Span]) -> Iterator[Gap]:
    """Yield a gap a sentence, but one for a block that is gone as a whole."""
    by_block: dict[int, list[tuple[BeadFacts, Text]]] = {}
    for bead, text in gone:
        by_block.setdefault(text.sentence.block, []).append((bead, text))
    for members in by_block.values():
        first, last = members[0], members[-1]
        block = first[1].block
        size = sum(len(text.text) for _, text in members)
        if (
            block is not None
            and len(members) > 1
            and size >= 0.85 * len(block.span.of(first[1].document.text))
        ):
            span = Span(first[1].sentence.span.start, last[1].sentence.span.end)
            texts = tuple(text for _, text in members)
            yield Gap(first[0], texts, span, places[id(first[0])], whole_block=True)
            continue
        for bead, text in members:
            yield Gap(bead, (text,), text.sentence.span, places[id(bead)])


def _neighbours(beads: Sequence[BeadFacts], own: Lang) -> dict[int, Span]:
    """Return for each lone bead the empty place after what is aligned last before it."""
    other = _other(own)
    ordered = sorted(
        (b for b in beads if _side(b, own).texts),
        key=lambda b: _side(b, own).texts[0].sentence.span,
    )
    first = min((t.sentence.span.start for b in beads for t in _side(b, other).texts), default=0)
    after, found = Span(first, first), {}
    for bead in ordered:
        if bead.is_whole and not bead.bead.moved:
            after = _end(_side(bead, other))
        found[id(bead)] = _empty(_side(bead, own).texts[-1]) or after
    return found


def _empty(text: Text) -> Span | None:
    """Return the place that a format which names its units keeps for the translation."""
    if not text.document.told:
        return None
    at = empty_place(text.document.text, text.document.format, text.sentence.span.end)
    return None if at is None else Span(at, at)


def _end(side: Side) -> Span:
    end = max(text.sentence.span.end for text in side.texts)
    return Span(end, end)


def _side(bead: BeadFacts, lang: Lang) -> Side:
    return bead.zh if lang is Lang.ZH else bead.en


def _lang(bead: BeadFacts) -> Lang:
    return Lang.ZH if bead.zh.texts else Lang.EN


def _other(lang: Lang) -> Lang:
    return Lang.EN if lang is Lang.ZH else Lang.ZH
