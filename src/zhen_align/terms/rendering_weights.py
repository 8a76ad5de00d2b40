"""How sure it is that a stretch stands for a missing rendering: what is seen in, a logit out.

The weights were fitted on texts in which known renderings had been replaced.
"""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """A stretch beside the rendering that is expected.

    The first two say how much of it, and of what is expected, both have in common; then whether
    they begin and end alike. `covered`, `weakest` and `explained` are the dictionary's, as in
    `fitness`; `claimed` is the share that only other words of the bead explain, `gap` how unlike
    the lengths are. `left` and `right`: words begin and end there; `soft`: the share of function
    words. `again` and `elsewhere` are the other beads with it, where the term stands and where not.
    """

    same: float
    same_expected: float
    head: bool
    tail: bool
    covered: float
    weakest: float
    explained: float
    claimed: float
    gap: float
    left: bool
    right: bool
    soft: float
    longer: bool
    part: bool
    whole: bool
    partly: bool
    again: int
    elsewhere: int


def logit(look: Look) -> float:
    """Return how sure it is, 0 being even."""
    return WEIGHTS[0] + sum(w * x for w, x in zip(WEIGHTS[1:], values(look), strict=True))


def values(look: Look) -> tuple[float, ...]:
    """Return what the weights are for, in their order."""
    return (
        look.same, look.same_expected, look.head, look.tail, look.covered, look.weakest,
        look.explained, look.claimed, look.gap, look.left, look.right, look.soft, look.longer,
        look.part, look.whole, look.partly, look.same * look.same_expected,
        look.covered * look.explained, max(look.head, look.tail) * look.explained,
        math.log1p(look.elsewhere), math.log1p(look.again), look.head and look.tail,
    )  # fmt: skip


WEIGHTS = (
    -9.95, -1.55, 4.24, 2.34, 2.31, 0.31, -0.7, -0.37, -4.5, -1.44, 3.9, 2.06,
    -2.91, -0.42, -4.14, -2.05, -3.32, -1.99, 3.0, -1.81, -1.67, 1.37, -0.19,
)  # fmt: skip
