"""Which occurrences of terms are not rendered as expected: the judgement behind two rules.

What is expected is decided over the whole set (`whole`); where it is missing, a
second look at the sentence says what stands there instead, and how surely
(`terms.rendering_search`). Here it is decided whether that is a fault. What stands there
because it is shorter, or with a function word at its edge, is none.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from zhen_align.glossary.rows import Row, Status
from zhen_align.lint.consistency.back import Back, backward
from zhen_align.lint.consistency.edges import differs, trimmed
from zhen_align.lint.consistency.fused import is_fused
from zhen_align.lint.consistency.hosts import Hosts
from zhen_align.lint.consistency.strays import astray, guess_of
from zhen_align.lint.consistency.whole import Term, Whole, expected_in, put_together, uses
from zhen_align.lint.facts import Pair, Shared
from zhen_align.terms.forms import english_key
from zhen_align.terms.rendering_data import Expected, Guess, Missed, Rendered, Seen, Tally
from zhen_align.terms.rendering_key import rendering_key
from zhen_align.terms.rendering_looks import Here
from zhen_align.terms.rendering_weights import AGREED
from zhen_align.types import Lang, Span

_SURE = 0.0
_OWNED = 1.5
_FEW = 3
_SHORT = 2
_AHEAD = 1.5
_AGAIN = 0.7
_EMPTY = Seen(-1, ())
_DECIDED = Tally("", 10, 9)
_WEIGHTS = (
    -3.9, 0.53, 0.86, 0.74, 0.71, -3.16, 3.53, 2.98, 0.97, 1.2, -0.82, 0.1,
    1.08, -0.24, -0.79, 1.0,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands for a term, how often it does in the document, whether both looks say so."""

    guess: Guess
    often: int = 1
    agreed: bool = False

    @property
    def clear(self) -> float:
        """Return how surely it stands for the term, whether that is a fault or not."""
        return self.guess.logit + AGREED * self.agreed + _AGAIN * math.log(self.often)


@dataclass(frozen=True, slots=True)
class Fault:
    """An occurrence that is not rendered as expected; `owner` is whose rendering it is."""

    pair: int
    guess: Guess
    expected: str
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """All faults of a set, in the order of the pairs, and what they were judged by."""

    whole: Whole
    faults: tuple[Fault, ...]
    back: tuple[Back, ...] = ()


def judged(pairs: Sequence[Pair], shared: Shared) -> Judged:
    """Return the faults of a set of pairs; worked out once for both rules."""
    if not pairs:
        return Judged(Whole(), ())
    known = pairs[0].memory.get("consistency")
    if isinstance(known, Judged):
        return known
    alignments = [pair.alignment for pair in pairs]
    looks = shared.looks or Here()
    seen = looks.first(alignments)
    whole = put_together(seen)
    whole.fixed = with_status(shared.terms.rows, (Status.PREFERRED, Status.ADMITTED))
    whole.banned = with_status(shared.terms.rows, (Status.DEPRECATED, Status.FORBIDDEN))
    english = [at for at, pair in enumerate(pairs) if pair.target is Lang.EN]
    expected = [() if at in english else expected_in(whole, each) for at, each in enumerate(seen)]
    missed = looks.second(alignments, expected)
    sums = _summed(missed)
    found = tuple(
        fault
        for at, each in enumerate(missed)
        for fault in _faults(at, pairs[at], each, seen[at], whole, sums, expected[at])
    )
    result = Judged(whole, found, tuple(backward(pairs, seen, whole, english)))
    pairs[0].memory["consistency"] = result
    return result


def with_status(rows: Sequence[Row], order: Sequence[Status]) -> dict[str, tuple[str, ...]]:
    """Return the renderings of each term whose rows have one of some statuses, in their order."""
    found: dict[str, list[str]] = {}
    for row in sorted((r for r in rows if r.status in order), key=lambda r: order.index(r.status)):
        found.setdefault(english_key(row.en), []).append(rendering_key(row.zh))
    return {key: tuple(forms) for key, forms in found.items()}


def _summed(missed: Sequence[Missed]) -> dict[str, Tally]:
    """Return how often each term is rendered as expected, over all documents."""
    sums: dict[str, list[int]] = {}
    for each in missed:
        for tally in each.tallies:
            row = sums.setdefault(tally.key, [0, 0])
            row[0] += tally.due
            row[1] += tally.done
    return {key: Tally(key, due, done) for key, (due, done) in sums.items()}


def _faults(
    at: int,
    pair: Pair,
    missed: Missed,
    seen: Rendered,
    whole: Whole,
    sums: dict[str, Tally],
    wanted: Sequence[Expected],
) -> Iterator[Fault]:
    """Yield the faults of one document, the longest term first where terms lie in each other."""
    forms = {each.key: each.form for each in wanted}
    own = {tally.key: tally for tally in missed.tallies}
    first, hosts = set(uses(seen)), Hosts(seen.terms, whole)
    beads = {bead.bead: bead for bead in seen.beads}
    told: list[tuple[int, tuple[int, ...]]] = []
    # what is the likeliest again and again was hardly put there by chance
    often = Counter((guess.key, guess.form) for guess in missed.guesses)
    for guess in sorted(missed.guesses, key=lambda g: (g.bead, g.source[0] - g.source[1])):
        if any(bead == guess.bead and _meet(place, guess.target) for bead, place in told):
            continue
        agreed = (guess.bead, guess.key, guess.form) in first
        evidence = Evidence(guess, often[guess.key, guess.form], agreed=agreed)
        tallies = own[guess.key], sums[guess.key]
        fault = _fault(at, evidence, whole, forms[guess.key], tallies)
        if fault is None or _is_rightful_part(fault, guess, first):
            continue
        bead, said = beads.get(guess.bead, _EMPTY), pair.alignment.en.text
        if hosts.answer(fault.guess, bead):
            continue
        if is_fused(fault.guess, fault.expected, bead, seen.terms, forms, said):
            continue
        yield from _told(fault, pair, told)

    def steady(term: Term, expected: str) -> Tally | None:
        tallies = own[term.key], sums[term.key]
        return _tally(term, expected, tallies, decided=term.key in whole.fixed)

    for stray in astray(missed.strays, whole, forms, steady):
        if not any(bead == stray.bead and _meet(place, stray.target) for bead, place in told):
            yield from _told(Fault(at, guess_of(stray), forms[stray.key], stray.owner), pair, told)


def _told(fault: Fault, pair: Pair, told: list[tuple[int, tuple[int, ...]]]) -> Iterator[Fault]:
    """Yield a fault, and the same wherever else in the bead it stands, and note the places."""
    bead = fault.guess.bead
    told.append((bead, fault.guess.target))
    yield fault
    for place in _elsewhere(fault, pair):
        if not any(number == bead and _meet(taken, place) for number, taken in told):
            told.append((bead, place))
            yield replace(fault, guess=replace(fault.guess, target=place))


def _is_rightful_part(fault: Fault, guess: Guess, stands: set[tuple[int, str, str]]) -> bool:
    """Whether it is but a part of what stands there, and what another term there is called."""
    named = (guess.bead, fault.owner, fault.guess.form)
    return fault.guess.form != guess.form and named in stands


def _elsewhere(fault: Fault, pair: Pair) -> Iterator[tuple[int, int]]:
    """Yield where else in the bead the same stands: the source may say a pronoun there."""
    if fault.guess.partly:
        return
    said = Span(fault.guess.target[0], fault.guess.target[1]).of(pair.alignment.zh.text)
    for text in pair.beads[fault.guess.bead].zh.texts:
        place = text.sentence.span
        at = text.text.find(said)
        while at >= 0:
            yield place.start + at, place.start + at + len(said)
            at = text.text.find(said, at + len(said))


def _meet(a: Sequence[int], b: Sequence[int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _fault(
    at: int, evidence: Evidence, whole: Whole, expected: str, tallies: tuple[Tally, Tally]
) -> Fault | None:
    guess = evidence.guess
    term = whole.terms[guess.key]
    allowed = whole.fixed.get(guess.key, ())
    guess = _narrowed(guess, whole, expected)
    form = guess.form
    judged = form in allowed or form in whole.banned.get(guess.key, ())  # by other rules
    if judged or not differs(form, expected):
        return None
    owner = whole.owner(form)
    if not (whole.is_alien(guess.key, form) or whole.is_exchanged(guess.key, form)):
        owner = ""
    if guess.partly and not owner:
        return None
    if not (allowed or owner or term.defined[expected]) and (
        term.uses[form] * _AHEAD > term.uses[expected]
    ):
        return None  # neither of two that are used alike is the right one
    tally = _tally(term, expected, tallies, decided=bool(allowed))
    if tally is None:
        return None
    defined = bool(term.defined[expected])
    known = {"decided": bool(allowed), "owned": bool(owner), "defined": defined}
    if logit(evidence, tally, term, **known) <= _SURE:
        return None
    return Fault(at, replace(guess, logit=evidence.clear), expected, owner)


def _narrowed(guess: Guess, whole: Whole, expected: str) -> Guess:
    """Return a guess without function words at its edges, else without what stands beside
    a rendering that is known."""
    form, (start, end) = guess.form, guess.target
    if end - start != len(form):
        return guess  # blanks and the like: what is cut off has no certain length
    cut = trimmed(form, expected)
    if cut == (0, 0) and not whole.owner(form):
        known = (
            (n, m)
            for size in range(1, len(form) - _SHORT)
            for n, m in ((size, 0), (0, size))
            if form[0] != expected[0] or not n
            if form[-1] != expected[-1] or not m
            if form[n] == expected[0] or form[-1 - m] == expected[-1]
            if whole.is_alien(guess.key, form[n : len(form) - m])
        )
        cut = next(known, cut)
    left, right = cut
    return replace(guess, form=form[left : len(form) - right], target=(start + left, end - right))


def _tally(
    term: Term, expected: str, tallies: tuple[Tally, Tally], *, decided: bool
) -> Tally | None:
    """Return what says how steadily a term is rendered; None where this text means another thing.

    One word alone may mean two things in two texts, but hardly in one.
    """
    own, everywhere = tallies
    if decided:
        return _DECIDED
    if not term.single:
        return _DECIDED if term.defined[expected] else everywhere
    return own if own.due >= _FEW and 2 * own.done >= own.due else None


def logit(
    evidence: Evidence,
    tally: Tally,
    term: Term,
    *,
    decided: bool = False,
    owned: bool = False,
    defined: bool = False,
) -> float:
    """Return how sure it is that an occurrence is a fault."""
    guess = evidence.guess
    # of all the others: this one is known to be missing
    share = min(1.0, tally.done / max(1, tally.due - 1))
    worth = max(term.worth, 0.9) if decided else term.worth
    seen = (
        guess.logit + _OWNED * owned, share, math.log1p(tally.done), worth,
        term.single, term.single * worth, term.single * share,
        math.log(evidence.often), owned or not guess.elsewhere,
        0.0 if owned else math.log1p(guess.again), evidence.agreed,
        guess.same, term.single * guess.general, guess.unsaid, defined,
    )  # fmt: skip
    return _WEIGHTS[0] + sum(w * x for w, x in zip(_WEIGHTS[1:], seen, strict=True))
