"""Whether a score is the probability that it claims to be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zhen_align.evaluate.beads import Joined

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The beads whose scores lie between two bounds: what they claim, and what is true."""

    low: float
    high: float
    count: int
    claimed: float
    true: float


def judged(gold: Iterable[Joined], found: Iterable[Joined]) -> list[tuple[float, bool]]:
    """Return for each bead its score and whether it is exactly one of the gold's."""
    known = {bead.sides for bead in gold}
    return [(bead.score, bead.sides in known) for bead in found]


def table(answers: Sequence[tuple[float, bool]], bins: int = BINS) -> list[Bin]:
    """Return the reliability table; bins without a bead are left out.

    >>> [(b.count, b.claimed, b.true) for b in table([(0.95, True), (0.93, False)])]
    [(2, 0.94, 0.5)]
    """
    found = []
    for number in range(bins):
        low, high = number / bins, (number + 1) / bins
        here = [(s, ok) for s, ok in answers if min(int(s * bins), bins - 1) == number]
        if here:
            claimed = sum(score for score, _ in here) / len(here)
            true = sum(ok for _, ok in here) / len(here)
            found.append(Bin(low, high, len(here), round(claimed, 4), round(true, 4)))
    return found


def expected_error(answers: Sequence[tuple[float, bool]], bins: int = BINS) -> float:
    """Return the expected calibration error: the mean gap of the bins, by their beads."""
    gaps = sum(b.count * abs(b.claimed - b.true) for b in table(answers, bins))
    return gaps / len(answers) if answers else 0.0
