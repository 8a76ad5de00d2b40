"""How sure it is that a stretch stands for a missing rendering: what is seen in, a logit out.

The weights were fitted on texts in which known renderings had been replaced.
"""

import math
from dataclasses import dataclass

AGREED = 0.6
"""What it adds that the first look came to the same."""


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
    -9.86, -0.58, 0.65, 1.82, 1.88, 2.31, -3.21, -5.04, -4.13, -1.94, 4.87, 2.43,
    -3.96, -0.02, -4.32, -2.88, -2.69, 2.12, 6.83, -0.81, -1.87, 1.0, 0.99,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sight:
    """Another term's rendering in a bead where a term lacks its own.

    `guess` is how likely something else stands for the term, `left` the share of characters of
    the missing rendering that are there all the same; `said` how many of the owner's words the
    English has, `claimed` the share of the rendering that other words explain, `unsaid` that of
    the rest that nothing explains. `apart` is how differently far into the sentence both stand,
    `strays` and `lacks` how many there are.
    """

    guess: float
    left: float
    said: float
    claimed: float
    unsaid: float
    apart: float
    strays: int
    lacks: int


def place_logit(sight: Sight) -> float:
    """Return what a place says for another term's rendering to stand for a term."""
    seen = (
        sight.guess, sight.left, sight.said, sight.claimed, sight.unsaid, sight.apart,
        math.log(sight.strays), math.log(sight.lacks),
    )  # fmt: skip
    return STRAY[0] + sum(w * x for w, x in zip(STRAY[1:], seen, strict=True))


STRAY = (-0.78, -0.78, -1.32, -2.67, -1.56, -1.77, -2.89, -1.17, -1.27)
