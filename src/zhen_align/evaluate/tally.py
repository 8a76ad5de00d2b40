"""Counts that add up, and what follows from them: precision, recall, F1."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Tally:
    """Of what was `found` so much is `right`; of what was `wanted` so much is `met`.

    >>> round((Tally(8, 10, 8, 12) + Tally(1, 1, 1, 1)).f1, 2)
    0.75
    """

    right: int = 0
    found: int = 0
    met: int = 0
    wanted: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Add up two documents."""
        return Tally(
            self.right + other.right,
            self.found + other.found,
            self.met + other.met,
            self.wanted + other.wanted,
        )

    @property
    def precision(self) -> float:
        """Return the share of what was found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Return the share of what was wanted that was met; 0 where nothing was wanted."""
        return self.met / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def figures(self) -> dict[str, float]:
        """Return everything by name, rounded, for tables and JSON."""
        return {
            "p": round(self.precision, 4),
            "r": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "found": self.found,
            "wanted": self.wanted,
        }


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of tallies."""
    return sum(tallies, Tally())


def of_sets(found: Set[Any], wanted: Set[Any]) -> Tally:
    """Return the tally of two sets that should be equal."""
    both = len(found & wanted)
    return Tally(both, len(found), both, len(wanted))
