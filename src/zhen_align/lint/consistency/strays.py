"""Where what another term is called stands for a term: a rendering too few, and one too many.

How sure a place is says `terms.rendering_strays`; here is added how steadily the term is
rendered otherwise, how much of a term both are, and how often the one stands for the other.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from zhen_align.lint.consistency.edges import differs
from zhen_align.lint.consistency.whole import Term, Whole
from zhen_align.terms.rendering_data import Guess, Stray, Tally

_SURE = 0.9
_DECIDED = 0.9
"""How much of a term it is at least what people have decided about."""
_WEIGHTS = (-0.53, 4.13, 2.86, -1.11, -0.73, 1.6)


def astray(
    strays: Sequence[Stray],
    whole: Whole,
    wanted: dict[str, str],
    tally: Callable[[Term, str], Tally | None],
) -> Iterator[Stray]:
    """Yield the strays of one document that are faults, the surest first.

    In one bead a term lacks one rendering, and what stands there once is lacking once.
    """
    often = Counter((stray.key, stray.form) for stray in strays)
    sure = []
    for stray in strays:
        term, expected = whole.terms[stray.key], wanted[stray.key]
        seen = tally(term, expected)
        if seen is not None and _may_be(stray, term, expected, whole):
            value = stray.logit + _more(stray, term, expected, whole, seen)
            value += _WEIGHTS[-1] * math.log(often[stray.key, stray.form])
            sure.append((value, stray))
    told: set[tuple[int, str]] = set()
    for value, stray in sorted(sure, key=lambda one: (-one[0], one[1].bead, one[1].target)):
        here = {(stray.bead, stray.key), (stray.bead, stray.form)}
        if value > _SURE and told.isdisjoint(here):
            told |= here
            yield stray


def guess_of(stray: Stray) -> Guess:
    """Return a stray as what stands for its term; the bead has to be sure by itself."""
    return Guess(stray.key, stray.bead, stray.source, stray.target, stray.form, 0.0, partly=False)


def _may_be(stray: Stray, term: Term, expected: str, whole: Whole) -> bool:
    """Whether it is another rendering than the expected one, and that is the usual one."""
    known = (*whole.fixed.get(stray.key, ()), *whole.banned.get(stray.key, ()))
    usual = stray.key in whole.fixed or 2 * term.uses[expected] >= max(term.uses.values())
    own = whole.owner(stray.form) == stray.key
    return usual and not own and stray.form not in known and differs(stray.form, expected)


def _more(stray: Stray, term: Term, expected: str, whole: Whole, seen: Tally) -> float:
    worths = [
        max(whole.terms[key].worth, _DECIDED) if key in whole.fixed else whole.terms[key].worth
        for key in (stray.key, stray.owner)
    ]
    values = (len(expected), *worths, term.single, math.log1p(seen.done))
    return sum(weight * value for weight, value in zip(_WEIGHTS, values, strict=False))
