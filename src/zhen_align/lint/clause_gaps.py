"""Sentences and clauses inside a bead that nothing on the other side covers.

A sentence is judged by thresholds, a clause by a weighted sum of what speaks for its being gone:
how much shorter the other side is than the two texts usually differ, how much the clause says,
how little of that is found there, whether the other side is explained without it, and how many
clauses it has.
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from zhen_align.lint.cover import Clause, Cover
from zhen_align.lint.facts import BeadFacts, Pair, Shared, Side, Text
from zhen_align.lint.lengths import Usual, packed, usual_ratio
from zhen_align.text.quantities import Measure, Quantity
from zhen_align.text.quantities_types import Key
from zhen_align.text.scripts import amount, han_count
from zhen_align.types import Lang, Span

_REST = 0.5
_WEIGHT = 2.0
_LACK = 0.6
_LONG = 10.0
_NEXT_DOOR = 0.5
_WORTH_A_LOOK = 0.03  # the least shortage of a bead
# weights of the sum, fitted on clauses dropped from either side; rounded, they judge as well
_BASE, _SHORT, _SAYS, _FOUND_SAYS, _NEEDED, _HAS_FACT, _FEWER = -2.5, 0.85, 1.1, 1.3, 1.8, 1.2, 0.25
_FEWEST = 2
# dictionaries explain Chinese in English better than the other way round
_SURE, _PERHAPS = {Lang.EN: 1.5, Lang.ZH: 2.4}, {Lang.EN: 1.25, Lang.ZH: 1.75}
# what states no fact of its own may have been put into few words
_SURE_BARE = {Lang.EN: 2.25, Lang.ZH: 3.5}
_BRACKETED = re.compile(r"[(（]([A-Z][\w.'’-]+(?: [\w.'’-]+){0,3})[)）][,，;；.。]?")
_ASIDE = re.compile("[(（—–]|--")
_LEAST = 4.0  # 如下 and "as follows" say nothing
_NEARLY, _LITTLE, _SAID = (0.75, 1.6), 0.2, 0.6
# of a clause that nothing says at all the lengths need hardly tell
_HARDLY, _LACK_AT_ALL = 0.05, 0.1
_SILENT, _FEWER_AT_LEAST = {Lang.EN: 4.0, Lang.ZH: 5.0}, {Lang.EN: 0, Lang.ZH: 1}
_FREE, _ROOM = {Lang.EN: 8.0, Lang.ZH: 5.0}, 6.0  # what a clause over there may say besides
# nearly every Chinese clause has some word that some gloss mentions, so silence says more there
_COVERED = {Lang.EN: 0.25, Lang.ZH: 0.15}


class Found(NamedTuple):
    """What nothing covers: a sentence of a bead, or (`clause`) a part of it; how sure that is."""

    bead: BeadFacts
    text: Text
    span: Span
    clause: bool
    sure: bool


def clause_gaps(
    pair: Pair, cover_of: Callable[[], Cover], own: Lang, shared: Shared
) -> Iterator[Found]:
    """Yield what only the texts in `own` say; the dictionary is asked only where one lacks."""
    usual = usual_ratio(pair, own)
    for number, bead in enumerate(pair.beads):
        if not bead.is_whole or bead.bead.score < shared.sure:
            continue
        mine, theirs = (bead.zh, bead.en) if own is Lang.ZH else (bead.en, bead.zh)
        # cheap first: where the other side is long enough nothing is gone
        have, want = theirs.size + packed(theirs, mine), usual.ratio * mine.size
        if want - have < _WORTH_A_LOOK * want or have == 0:
            continue
        cover = cover_of()
        near = [
            t
            for n in (number - 1, number + 1)
            if 0 <= n < len(pair.beads)
            for t in (pair.beads[n].en if own is Lang.ZH else pair.beads[n].zh).texts
        ]
        found = list(_judged(bead, mine, theirs, cover, want - have, usual))
        # what stands next door was cut elsewhere
        beside = cover.numbers(near)
        yield from (g for g in found if cover.share(own, _units_in(cover, g), beside) < _NEXT_DOOR)


def _units_in(cover: Cover, gap: Found) -> list[int]:
    """Return the clauses of what is gone."""
    places = cover.clauses[gap.text.lang]
    start, end = gap.span.start, gap.span.end
    return [n for n in cover.numbers([gap.text]) if start <= places[n].place.start < end]


def _judged(
    bead: BeadFacts, mine: Side, theirs: Side, cover: Cover, lack: float, usual: Usual
) -> Iterator[Found]:
    own = mine.lang
    units, others = cover.numbers(mine.texts), cover.numbers(theirs.texts)
    if len(units) < 2:
        return
    for text in mine.texts if len(mine.texts) > 1 else ():
        here = cover.numbers([text])
        rest = [n for n in units if n not in here]
        long = usual.ratio * text.size
        if long >= _LONG and lack >= _LACK * long and _is_gone(cover, own, here, rest, others):
            yield Found(bead, text, text.sentence.span, clause=False, sure=True)
            return
    fewer = max(-_FEWEST, min(_FEWEST, len(units) - len(others)))
    lacks = _BASE + _SHORT * usual.shortage(lack, usual.ratio * mine.size) + _FEWER * fewer
    all_clauses = cover.clauses[own]
    sizes = {n: usual.ratio * amount(all_clauses[n].plain) for n in units}
    candidates = [
        n
        for n in units
        if sizes[n] >= _LEAST
        and (own is Lang.EN or han_count(all_clauses[n].said))
        and not _named(all_clauses[n : n + 2], theirs)
        and not _is_told(all_clauses[n], mine, theirs)
    ]
    scores = [
        (_score(cover, n, units, others, theirs, lacks), -n)
        for n in candidates
        if lack >= _LACK * sizes[n]
    ]
    score, n = max(scores, default=(_BASE, 0))
    if score >= _PERHAPS[own]:
        clause = all_clauses[-n]
        whole = clause.place == clause.text.sentence.span
        states = whole or _states(clause, theirs) or _is_aside(clause, theirs)
        sure = score >= (_SURE if states else _SURE_BARE)[own]
        if sure and fewer <= 0:  # where the other side has as many clauses one may be this
            sure = _room(cover, own, -n, units, others) <= _ROOM
        yield Found(bead, clause.text, clause.place, clause=not whole, sure=sure)
        return
    silent = fewer >= _FEWER_AT_LEAST[own]
    for n in candidates:
        part, clause = lack / sizes[n], all_clauses[n]
        if _is_the_lack(cover, own, n, (units, others), part) or (
            silent and part >= _LACK_AT_ALL and _is_silent(cover, own, n, units, others)
        ):
            yield Found(bead, clause.text, clause.place, clause=True, sure=False)
            return


def _is_the_lack(
    cover: Cover, own: Lang, n: int, sides: tuple[list[int], list[int]], part: float
) -> bool:
    """Whether just as much is lacking as clause `n` says, and all but it is said.

    `part` is the lack in lengths of the clause.
    """
    units, others = sides
    if not _NEARLY[0] <= part <= _NEARLY[1] or cover.weight(own, [n]) < _LEAST:
        return False
    if cover.clauses[own][n].said[0] in "(（":
        return False  # a name in full
    rest = [m for m in units if m != n]
    return cover.share(own, [n], others) <= _LITTLE and cover.share(own, rest, others) >= _SAID


def _is_silent(cover: Cover, own: Lang, n: int, units: list[int], others: list[int]) -> bool:
    """Whether no word of clause `n` is said, and no clause of the other side is free to say it."""
    if cover.weight(own, [n]) < _SILENT[own] or cover.share(own, [n], others) > _HARDLY:
        return False
    if cover.clauses[own][n].said[0] in "(（":
        return False  # a name in full
    return _room(cover, own, n, units, others) <= _FREE[own]


def _room(cover: Cover, own: Lang, n: int, units: list[int], others: list[int]) -> float:
    """Return the most words of a clause of the other side that nothing but clause `n` may say."""
    rest = [m for m in units if m != n]
    other = Lang.EN if own is Lang.ZH else Lang.ZH
    return max((cover.unsaid(other, [o], rest) for o in others), default=0.0)


def _is_told(clause: Clause, mine: Side, theirs: Side) -> bool:
    """Whether the other side has a number in digits that only this clause states."""
    inside, outside = set[Key](), set[Key]()
    for span, q in mine.quantities:
        if not (clause.place.start <= span.start and span.end <= clause.place.end):
            outside |= q.keys
        elif q.strong:
            inside |= q.keys
    return any(not q.keys.isdisjoint(inside - outside) for _, q in theirs.quantities if q.strong)


def _named(clauses: Sequence[Clause], theirs: Side) -> bool:
    """Whether a clause is a name with another in brackets behind it, which the other side has."""
    short = _BRACKETED.fullmatch(clauses[1].said) if len(clauses) > 1 else None
    return short is not None and any(short[1] in text.text for text in theirs.texts)


def _score(
    cover: Cover, n: int, units: list[int], others: list[int], theirs: Side, lacks: float
) -> float:
    """Return how much speaks for it that clause `n` is gone, in log-odds.

    `lacks` is what the lengths and marks say of the two sides.
    """
    own = Lang.EN if theirs.lang is Lang.ZH else Lang.ZH
    says = math.log(1 + cover.weight(own, [n]))
    if lacks + _SAYS * says + _HAS_FACT < _PERHAPS[own]:
        return _BASE
    found = cover.share(own, [n], others)
    rest = [m for m in units if m != n]
    needed = cover.share(theirs.lang, others, units) - cover.share(theirs.lang, others, rest)
    score = lacks + (_SAYS - _FOUND_SAYS * found) * says - _NEEDED * needed
    return score + _HAS_FACT * _has_fact(cover.clauses[own][n], theirs)


def _has_fact(clause: Clause, theirs: Side) -> bool:
    """Whether a clause has a number or a name that the other side does not have."""
    return _has_number(clause, theirs) or _has_name(clause, theirs)


def _states(clause: Clause, theirs: Side) -> bool:
    """Whether a clause surely states a fact of its own; Chinese uses Latin words as words too."""
    return _has_number(clause, theirs) or (
        clause.text.lang is Lang.EN and _has_name(clause, theirs)
    )


def _is_aside(clause: Clause, theirs: Side) -> bool:
    """Whether a clause stands in brackets, and the other side has nothing set apart at all."""
    text, place = clause.text.text, clause.span
    opened = text.rfind("（", 0, place.start + 1), text.rfind("(", 0, place.start + 1)
    at = max(opened)
    if at < 0 or re.search("[)）]", text[at : place.start]):
        return False
    return not any(_ASIDE.search(t.text) for t in theirs.texts)


def _has_number(clause: Clause, theirs: Side) -> bool:
    keys = {key for _, q in theirs.quantities for key in q.keys}
    for q in clause.text.quantities:
        inside = clause.span.start <= q.span.start and q.span.end <= clause.span.end
        if inside and _counts(q, clause.text.lang) and q.keys.isdisjoint(keys):
            return True
    return False


def _has_name(clause: Clause, theirs: Side) -> bool:
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
