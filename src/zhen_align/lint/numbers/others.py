"""What is another thing though its numbers may be there: points, versions, ranks, parts and more.

Each is found by a module of its own; here they are put together, with what is said about them.
"""

from collections.abc import Iterator
from typing import NamedTuple

from zhen_align.lint.facts import BeadFacts
from zhen_align.lint.finding import Severity
from zhen_align.lint.numbers.among import crossed_parts
from zhen_align.lint.numbers.frequency import other_frequency
from zhen_align.lint.numbers.points import lost_points
from zhen_align.lint.numbers.ranks import other_ranks
from zhen_align.lint.numbers.reached import reached
from zhen_align.lint.numbers.versions import other_versions
from zhen_align.types import Span


def _frequencies(bead: BeadFacts) -> Iterator[tuple[Span, Span]]:
    if differ := other_frequency(bead):
        yield differ[0].span, differ[1].span


_CHECKS = (
    ("{here} stands for percentage points: {there}", Severity.WARNING, lost_points),
    ("{there} has become {here}", Severity.ERROR, other_versions),
    (
        "{here} is what it changed by on one side, what it changed to on the other",
        Severity.WARNING,
        reached,
    ),
    ("{there} has become {here}", Severity.ERROR, other_ranks),
    ("{here} is not as often as {there}", Severity.WARNING, _frequencies),
    ("{here} says {there} the wrong way round", Severity.ERROR, crossed_parts),
)


class Other(NamedTuple):
    """A stretch of the target that says another thing than one of the source."""

    target: Span
    source: Span
    says: str
    severity: Severity


def others(bead: BeadFacts) -> Iterator[Other]:
    """Yield what says another thing; `says` has places for what stands `here` and `there`."""
    for says, severity, found in _CHECKS:
        for target, source in found(bead):
            yield Other(target, source, says, severity)
