"""Terms that stand in few places and are called two things: which of these pairs are told.

Which pairs there are, and how sure they are, says `terms.rendering_twins`. Nothing tells which of
the two is right, so they are information.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from zhen_align.lint.consistency.edges import differs
from zhen_align.lint.consistency.weighing import Fault
from zhen_align.lint.consistency.whole import Term, Whole
from zhen_align.terms.rendering_data import Guess, Twin

_TOLD, _TOLD_WORD = -1.6, -2.0


def twins_of(
    at: int,
    twins: Sequence[Twin],
    told: Sequence[Fault],
    judged: Collection[tuple[int, tuple[int, ...]]],
    whole: Whole,
    wanted: Mapping[str, str],
) -> Iterator[Fault]:
    """Yield those of one document that are told, where the faults `told` say nothing of them.

    Of `judged` places (bead, source) of terms the second look has said all, where it knew enough.
    """
    known = [(each.guess.bead, each.guess.source, each.guess.target) for each in told]
    forms = {(each.guess.key, each.guess.form) for each in told}
    for twin in sorted(twins, key=lambda one: (-one.key.count(" "), -one.logit)):
        single = " " not in twin.key
        seen = (twin.bead, twin.source) in judged
        least = _TOLD_WORD if single else _TOLD
        if (twin.key, twin.expected) in forms:
            continue  # of the two it is the other one that is told
        if twin.logit <= least or not _differ(twin, whole, wanted, seen=seen):
            continue
        if any(
            bead == twin.bead and (meet(source, twin.source) or meet(target, twin.target))
            for bead, source, target in known
        ):
            continue
        known.append((twin.bead, twin.source, twin.target))
        whole.terms.setdefault(twin.key, Term(twin.key, twin.shown))
        guess = Guess(
            twin.key, twin.bead, twin.source, twin.target, twin.form, twin.logit, partly=False
        )
        yield Fault(at, guess, twin.expected, doubtful=True)


def _differ(twin: Twin, whole: Whole, wanted: Mapping[str, str], *, seen: bool) -> bool:
    """Whether the two are two names, and nothing says that this one is right, or is known."""
    if twin.key in whole.fixed or twin.key in whole.banned:
        return False
    if not (differs(twin.form, twin.expected) and differs(twin.expected, twin.form)):
        return False
    term, expected = whole.terms.get(twin.key), wanted.get(twin.key)
    if term and expected and _is_decided(term, expected, twin):
        known = seen and " " in twin.key  # of one word the second look asks for much more
        return not known and expected not in twin.form and expected in twin.expected
    return not term or term.uses[twin.form] <= max(1, term.uses[twin.expected])


def _is_decided(term: Term, expected: str, twin: Twin) -> bool:
    """Whether what is expected of a term is known, and more than what both names share."""
    shared = " " in twin.key and expected in twin.form and expected in twin.expected
    return not shared and (term.defined[expected] > 0 or term.uses[expected] > 1)


def meet(a: Sequence[int], b: Sequence[int]) -> bool:
    """Whether two places have a character in common."""
    return a[0] < b[1] and b[0] < a[1]
