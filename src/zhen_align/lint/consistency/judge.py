"""Which occurrences of terms are not rendered as expected: the judgement behind two rules.

What is expected is decided over the whole set (`whole`); where it is missing, a
second look at the sentence says what stands there instead, and how surely
(`terms.rendering_search`). `weighing` says whether that is a fault; here the faults of a document
are put in order.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from zhen_align.glossary.rows import Row, Status
from zhen_align.lint.consistency.back import Back, backward, expected_back, names_of
from zhen_align.lint.consistency.fused import is_fused
from zhen_align.lint.consistency.hosts import Hosts
from zhen_align.lint.consistency.strays import astray, guess_of
from zhen_align.lint.consistency.twins import meet, twins_of
from zhen_align.lint.consistency.weighing import Evidence, Fault, fault_of, tally_of
from zhen_align.lint.consistency.whole import Term, Whole, expected_in, put_together, uses
from zhen_align.lint.facts import Pair, Shared
from zhen_align.terms.forms import english_key
from zhen_align.terms.rendering_data import (
    USE,
    Expected,
    Guess,
    Missed,
    Rendered,
    Seen,
    Tally,
    rows,
)
from zhen_align.terms.rendering_key import rendering_key
from zhen_align.terms.rendering_looks import Here
from zhen_align.types import Lang, Span

_EMPTY = Seen(-1, ())


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
    names = names_of(whole)
    expected = [
        expected_back(whole, each, names) if at in english else expected_in(whole, each)
        for at, each in enumerate(seen)
    ]
    missed = looks.second(alignments, expected)
    sums = _summed(missed)
    found = tuple(
        fault
        for at, each in enumerate(missed)
        if at not in english
        for fault in _faults(at, pairs[at], each, seen[at], whole, sums, expected[at])
    )
    result = Judged(whole, found, tuple(backward(pairs, seen, missed, whole, english)))
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
    """Yield the faults of one document: the sure ones first, then what is doubtful."""
    forms = {each.key: each.form for each in wanted}
    own = {tally.key: tally for tally in missed.tallies}
    told: list[tuple[int, tuple[int, ...]]] = []

    def tell(faults: Iterable[Fault]) -> Iterator[Fault]:
        for fault in faults:
            bead, target = fault.guess.bead, fault.guess.target
            if not any(number == bead and meet(place, target) for number, place in told):
                yield from _told(fault, pair, told)

    def steady(term: Term, expected: str) -> Tally | None:
        tallies = own[term.key], sums[term.key]
        return tally_of(term, expected, tallies, decided=term.key in whole.fixed)

    found = list(_weighed(at, pair, missed, seen, whole, (own, sums), forms))
    sure = [
        *tell(fault for fault in found if not fault.doubtful),
        *tell(
            Fault(at, guess_of(stray), forms[stray.key], stray.owner)
            for stray in astray(missed.strays, whole, forms, steady)
        ),
        *tell(fault for fault in found if fault.doubtful),
    ]
    yield from sure
    if missed.twins:
        stood = {
            (bead.bead, (start, end))
            for bead in seen.beads
            for _, start, end, *_ in rows(bead.uses, USE)
        }
        yield from twins_of(at, missed.twins, sure, stood, whole, forms)


def _weighed(
    at: int,
    pair: Pair,
    missed: Missed,
    seen: Rendered,
    whole: Whole,
    tallies: tuple[Mapping[str, Tally], Mapping[str, Tally]],
    forms: dict[str, str],
) -> Iterator[Fault]:
    """Yield what is one by itself, the longest term first where terms lie in each other."""
    first, hosts = set(uses(seen)), Hosts(seen.terms, whole)
    beads = {bead.bead: bead for bead in seen.beads}
    # what is the likeliest again and again was hardly put there by chance
    often = Counter((guess.key, guess.form) for guess in missed.guesses)
    for guess in sorted(missed.guesses, key=lambda g: (g.bead, g.source[0] - g.source[1])):
        agreed = (guess.bead, guess.key, guess.form) in first
        evidence = Evidence(guess, often[guess.key, guess.form], agreed=agreed)
        counts = tallies[0][guess.key], tallies[1][guess.key]
        fault = fault_of(at, evidence, whole, forms[guess.key], counts)
        if fault is None or _is_rightful_part(fault, guess, first):
            continue
        bead, said = beads.get(guess.bead, _EMPTY), pair.alignment.en.text
        if hosts.answer(fault.guess, bead):
            continue
        if not is_fused(fault.guess, fault.expected, bead, seen.terms, forms, said):
            yield fault


def _told(fault: Fault, pair: Pair, told: list[tuple[int, tuple[int, ...]]]) -> Iterator[Fault]:
    """Yield a fault, and the same wherever else in the bead it stands, and note the places."""
    bead = fault.guess.bead
    told.append((bead, fault.guess.target))
    yield fault
    for place in _elsewhere(fault, pair):
        if not any(number == bead and meet(taken, place) for number, taken in told):
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
