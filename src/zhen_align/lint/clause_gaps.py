"""Sentences and clauses inside a bead that nothing on the other side covers."""

from collections.abc import Callable, Iterator
from statistics import median

from zhen_align.lint.cover import Clause, Cover
from zhen_align.lint.facts import BeadFacts, Pair, Shared, Side, Text
from zhen_align.text.quantities import Measure, Quantity
from zhen_align.text.scripts import han_count, word_count
from zhen_align.types import Lang, Span

Found = tuple[BeadFacts, Text, Span, bool]
_ENOUGH_BEADS = 5
# fitted on planted and clean paragraphs, see the decision on the lint rules
_REST = 0.5
_WEIGHT = 2.0
_LACK = 0.6
_LONG = 10.0
_NEXT_DOOR = 0.5
# nearly every Chinese clause has some word that some gloss mentions, so silence says more there
_COVERED = {Lang.EN: 0.25, Lang.ZH: 0.15}
_FACT = 5.0  # a clause with a fact of its own may be this short


def clause_gaps(
    pair: Pair, cover_of: Callable[[], Cover], own: Lang, shared: Shared
) -> Iterator[Found]:
    """Yield bead, sentence, place and whether it is a clause only."""
    ratio = usual_ratio(pair, own)
    for number, bead in enumerate(pair.beads):
        if not bead.is_whole or bead.bead.score < shared.sure:
            continue
        mine, theirs = (bead.zh, bead.en) if own is Lang.ZH else (bead.en, bead.zh)
        # cheap first: where the other side is long enough nothing is gone
        have, want = size(theirs), ratio * size(mine)
        if want - have < _LACK * _FACT or have == 0:
            continue
        cover = cover_of()
        near = [
            t
            for n in (number - 1, number + 1)
            if 0 <= n < len(pair.beads)
            for t in (pair.beads[n].en if own is Lang.ZH else pair.beads[n].zh).texts
        ]
        found = list(_judged(bead, mine, theirs, cover, want - have, ratio))
        # what stands next door was cut elsewhere
        beside = cover.numbers(near)
        yield from (g for g in found if cover.share(own, _units_in(cover, g), beside) < _NEXT_DOOR)


def _units_in(cover: Cover, gap: Found) -> list[int]:
    """Return the clauses of what is gone."""
    _, text, span, _ = gap
    all_clauses = cover.clauses[text.lang]
    return [n for n in cover.numbers([text]) if span.start <= all_clauses[n].place.start < span.end]


def _judged(
    bead: BeadFacts, mine: Side, theirs: Side, cover: Cover, lack: float, ratio: float
) -> Iterator[Found]:
    own = mine.lang
    units, others = cover.numbers(mine.texts), cover.numbers(theirs.texts)
    if len(units) < 2:
        return
    for text in mine.texts if len(mine.texts) > 1 else ():
        here = cover.numbers([text])
        rest = [n for n in units if n not in here]
        long = ratio * _units(text.plain)
        if long >= _LONG and lack >= _LACK * long and _is_gone(cover, own, here, rest, others):
            yield bead, text, text.sentence.span, False
            return
    for n in units:
        clause = cover.clauses[own][n]
        long = ratio * _units(clause.span.of(clause.text.plain))
        if lack < _LACK * long or long < _FACT:
            continue
        if long < _LONG and not _has_fact(clause, theirs):
            continue
        rest = [m for m in units if m != n]
        if _is_gone(cover, own, [n], rest, others):
            yield bead, clause.text, clause.place, True
            return


def _has_fact(clause: Clause, theirs: Side) -> bool:
    """Whether a clause has a number or a name that the other side does not have."""
    keys = {key for _, q in theirs.quantities for key in q.keys}
    for q in clause.text.quantities:
        inside = clause.span.start <= q.span.start and q.span.end <= clause.span.end
        if inside and _counts(q, clause.text.lang) and q.keys.isdisjoint(keys):
            return True
    names = {name.key for _, name in theirs.names}
    return any(
        clause.span.start <= n.span.start
        and n.span.end <= clause.span.end
        and n.text[0].isupper()
        and n.span.start > clause.span.start
        and n.key not in names
        for n in clause.text.names
    )


def _counts(q: Quantity, lang: Lang) -> bool:
    """Whether a number states something; a Chinese numeral may be part of any word."""
    return (
        q.strong
        or (q.value > 2 and (q.counts or lang is Lang.EN))
        or (lang is Lang.EN and q.value == 2 and q.kind is Measure.NUMBER)
    )


def _is_gone(cover: Cover, own: Lang, here: list[int], rest: list[int], others: list[int]) -> bool:
    if cover.weight(own, here) < _WEIGHT or not rest:
        return False
    if cover.share(own, here, others) > _COVERED[own]:
        return False
    return cover.share(own, rest, others) >= _REST


def size(side: Side) -> float:
    """Return how much a side says: Chinese characters and words."""
    return sum(_units(text.plain) for text in side.texts)


def _units(plain: str) -> float:
    return han_count(plain) * 0.62 + word_count(plain)


def usual_ratio(pair: Pair, own: Lang) -> float:
    """Return how much the other side usually says for one unit of the own."""
    ratios = []
    for bead in pair.beads:
        if bead.is_whole:
            zh, en = size(bead.zh), size(bead.en)
            if zh >= 5 and en >= 5:
                ratios.append(en / zh if own is Lang.ZH else zh / en)
    return median(ratios) if len(ratios) >= _ENOUGH_BEADS else 1.0
