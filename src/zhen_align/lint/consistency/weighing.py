"""Whether what stands where an expected rendering is missing is a fault, and how surely.

Which places there are, and in what order they are told, is in `judge`. What stands there because it
is shorter, or with a function word at its edge, is none.
"""

import math
from dataclasses import dataclass, replace

from zhen_align.lint.consistency.edges import differs, trimmed
from zhen_align.lint.consistency.whole import Term, Whole
from zhen_align.terms.rendering_data import Guess, Tally
from zhen_align.terms.rendering_weights import AGREED

_TOLD, _SURE = -0.75, 0.0
_TOLD_DEFINED = -2.0
"""Several words that a bracket defines are meant to be called so."""
_UNLIKE = -1.5
"""What hardly fits the term may be its rendering, but nobody is warned of it."""
_TOLD_ONCE, _WORTH, _FITTING = -1.5, 0.25, -1.0
"""Of a term that stands twice, and is called two things, little can be known."""
_SURE_OF_WORD = 0.8
"""One word alone often has two good renderings: it has to be surer, and no habit."""
_STEADY = 6
"""What stands once against so many is a slip."""
_OWNED = 1.5
_FEW = 3
_SHORT = 2
_AHEAD = 1.5
_AGAIN = 0.7
_DECIDED = Tally("", 10, 9)
_OFTEN = 0.97
_WEIGHTS = (
    -3.9, 0.53, 0.86, 0.74, 0.71, -3.16, 3.53, 2.98, _OFTEN, 1.2, -0.82, 0.1,
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
    """An occurrence that is not rendered as expected; `owner` is whose rendering it is.

    A `doubtful` one may well be a second good rendering.
    """

    pair: int
    guess: Guess
    expected: str
    owner: str = ""
    doubtful: bool = False


def fault_of(
    at: int, evidence: Evidence, whole: Whole, expected: str, tallies: tuple[Tally, Tally]
) -> Fault | None:
    """Return the fault that something is, None for none."""
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
        second = guess.sense and term.uses[expected] >= _STEADY and term.worth >= _WORTH
        return Fault(at, guess, expected, owner, doubtful=True) if second else None
    if not (allowed or owner or term.defined[expected]) and (
        term.uses[form] * _AHEAD > term.uses[expected] > 1
    ):
        return None  # neither of two that are used alike is the right one
    tally = tally_of(term, expected, tallies, decided=bool(allowed))
    if tally is None:
        return None
    defined = bool(term.defined[expected])
    known = {"decided": bool(allowed), "owned": bool(owner), "defined": defined}
    value = logit(evidence, tally, term, **known)
    once = not (allowed or defined or term.uses[expected] > 1)
    told, sure = _bars(evidence, term, decided=bool(allowed), defined=defined, once=once)
    clear = replace(guess, logit=evidence.clear)
    doubtful = value <= sure or (not owner and evidence.clear <= _UNLIKE)
    fault = Fault(at, clear, expected, owner, doubtful=doubtful)
    return fault if value > told else None


def _bars(
    evidence: Evidence, term: Term, *, decided: bool, defined: bool, once: bool
) -> tuple[float, float]:
    """Return from where on something is told at all, and from where on without doubt.

    `once`: what is expected stands once, as the other does, and only came first.
    """
    if once:
        clear = term.worth >= _WORTH and evidence.guess.logit > _FITTING
        return (_TOLD_ONCE if clear else _TOLD), math.inf
    if not term.single:
        return (_TOLD_DEFINED if defined else _TOLD), _SURE
    alone = evidence.often == 1 and max(term.uses.values(), default=0) >= _STEADY
    if decided or alone:
        return _TOLD, _SURE
    return _TOLD, _SURE_OF_WORD + _OFTEN * math.log(evidence.often)


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
            if _is_beside(guess.key, form[n : len(form) - m], whole)
        )
        cut = next(known, cut)
    left, right = cut
    return replace(guess, form=form[left : len(form) - right], target=(start + left, end - right))


def _is_beside(key: str, form: str, whole: Whole) -> bool:
    """Whether a rendering is another term's, and that one no word of this term."""
    return whole.is_alien(key, form) and f" {whole.owner(form)} " not in f" {key} "


def tally_of(
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
