"""Which occurrences of terms are not rendered as expected: the judgement behind two rules.

What is expected is decided over the whole set (`consistency_set`); where it is missing, a
second look at the sentence says what stands there instead, and how surely
(`terms.rendering_search`). Here it is decided whether that is a fault. What stands there
because it is shorter, or with a function word at its edge, is none.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhen_align.glossary.rows import Row, Status
from zhen_align.lint.consistency_back import Back, backward
from zhen_align.lint.consistency_set import Term, Whole, expected_in, put_together
from zhen_align.lint.facts import Pair, Shared
from zhen_align.terms.forms import english_key
from zhen_align.terms.hanwords import INSIDE
from zhen_align.terms.rendering_data import Expected, Guess, Missed, Tally
from zhen_align.terms.rendering_key import rendering_key
from zhen_align.terms.rendering_looks import Here
from zhen_align.types import Lang

_SURE = -1.5
_OWNED = 1.5
_FEW = 3
_AHEAD = 2
_DECIDED = Tally("", 10, 9)
_WEIGHTS = (-8.98, 0.81, 6.22, 0.19, 4.54, 2.16, 0.84, -3.47)


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
        for fault in _faults(at, each, whole, sums, expected[at])
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
    at: int, missed: Missed, whole: Whole, sums: dict[str, Tally], wanted: Sequence[Expected]
) -> Iterator[Fault]:
    """Yield the faults of one document, the longest term first where terms lie in each other."""
    forms = {each.key: each.form for each in wanted}
    own = {tally.key: tally for tally in missed.tallies}
    told: list[tuple[int, tuple[int, ...]]] = []
    for guess in sorted(missed.guesses, key=lambda g: (g.bead, g.source[0] - g.source[1])):
        if any(bead == guess.bead and _meet(place, guess.target) for bead, place in told):
            continue
        tallies = own[guess.key], sums[guess.key]
        fault = _fault(at, guess, whole, forms[guess.key], tallies)
        if fault is not None:
            told.append((guess.bead, guess.target))
            yield fault


def _meet(a: Sequence[int], b: Sequence[int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _fault(
    at: int, guess: Guess, whole: Whole, expected: str, tallies: tuple[Tally, Tally]
) -> Fault | None:
    term = whole.terms[guess.key]
    allowed = whole.fixed.get(guess.key, ())
    form = guess.form
    judged = form in allowed or form in whole.banned.get(guess.key, ())  # by other rules
    if judged or not _differs(form, expected):
        return None
    owner = whole.owner(form) if whole.is_alien(guess.key, form) else ""
    if guess.partly and not owner:
        return None
    if not (allowed or owner or term.defined[expected]) and (
        term.uses[form] * _AHEAD > term.uses[expected]
    ):
        return None  # neither of two that are used alike is the right one
    tally = _tally(term, expected, tallies, decided=bool(allowed))
    if tally is None:
        return None
    sure = logit(guess.logit + (_OWNED if owner else 0.0), tally, term, decided=bool(allowed))
    return Fault(at, guess, expected, owner) if sure > _SURE else None


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
    return own if own.due >= _FEW else None


def logit(guess: float, tally: Tally, term: Term, *, decided: bool = False) -> float:
    """Return how sure it is that an occurrence is a fault, 0 being even."""
    share = tally.done / tally.due if tally.due else 0.0
    worth = max(term.worth, 0.9) if decided else term.worth
    seen = (
        guess, share, math.log1p(tally.done), worth,
        float(term.single), term.single * worth, term.single * share,
    )  # fmt: skip
    return _WEIGHTS[0] + sum(w * x for w, x in zip(_WEIGHTS[1:], seen, strict=True))


def _differs(form: str, expected: str) -> bool:
    """Whether a form is another rendering, and no shortening or mere extension of the expected.

    >>> [_differs(f, "蛋白质序列") for f in ("序列", "蛋白序列", "该蛋白质序列", "蛋白质顺序")]
    [False, True, False, True]
    """
    if expected in form or expected.endswith(form) or sorted(form) == sorted(expected):
        return False
    bare = _bare(form, opens=True, closes=True)
    if bare != form and bare in expected:
        return False
    head = 0
    while head < min(len(form), len(expected)) and form[head] == expected[head]:
        head += 1
    tail = 0
    while tail < min(len(form), len(expected)) - head and form[-1 - tail] == expected[-1 - tail]:
        tail += 1
    core = form[head : len(form) - tail]
    if not core:
        return bool(head and tail)
    return bool(_bare(core, opens=head == 0, closes=tail == 0))


def _bare(core: str, *, opens: bool, closes: bool) -> str:
    """Return a stretch without the function words at its free edges."""
    changed = True
    while changed and core:
        changed = False
        for size in range(min(4, len(core)), 0, -1):
            if opens and core[:size] in INSIDE:
                core, changed = core[size:], True
                break
            if closes and core[-size:] in INSIDE:
                core, changed = core[:-size], True
                break
    return core
