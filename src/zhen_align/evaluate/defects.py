"""Findings of lint against planted defects and against what only looks like one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zhen_align.evaluate.gold import Place, Planted
from zhen_align.lint.finding import Finding


@dataclass(frozen=True, slots=True)
class Judged:
    """One rule: how many defects were planted and met, how many findings are false.

    `exact` of the met ones stand at the very characters; `alarmed` false findings stand on
    look-alikes.
    """

    planted: int = 0
    met: int = 0
    exact: int = 0
    findings: int = 0
    false: int = 0
    alarmed: int = 0

    def __add__(self, other: "Judged") -> "Judged":
        """Add up two documents."""
        return Judged(
            self.planted + other.planted,
            self.met + other.met,
            self.exact + other.exact,
            self.findings + other.findings,
            self.false + other.false,
            self.alarmed + other.alarmed,
        )


def judge(
    defects: Sequence[Planted], clean: Sequence[Planted], findings: Sequence[Finding]
) -> dict[str, Judged]:
    """Return how each rule did; a finding fits a defect of its rule that it touches."""
    said = [(f.rule, (f.place.path, f.place.span.start, f.place.span.end)) for f in findings]
    rules = {d.rule for d in defects} | {c.rule for c in clean} | {rule for rule, _ in said}
    return {rule: _judge(rule, defects, clean, said) for rule in sorted(rules)}


def _judge(
    rule: str,
    defects: Iterable[Planted],
    clean: Iterable[Planted],
    said: Iterable[tuple[str, Place]],
) -> Judged:
    planted = [d.place for d in defects if d.rule == rule]
    alike = [c.place for c in clean if c.rule == rule]
    places = [place for name, place in said if name == rule]
    false = [place for place in places if not any(_touch(place, d) for d in planted)]
    return Judged(
        planted=len(planted),
        met=sum(any(_touch(d, place) for place in places) for d in planted),
        exact=sum(d in places for d in planted),
        findings=len(places),
        false=len(false),
        alarmed=sum(any(_touch(place, c) for c in alike) for place in false),
    )


def _touch(one: Place, other: Place) -> bool:
    """Tell whether two stretches share a character, or an empty one stands at the other."""
    if one[0] != other[0]:
        return False
    if one[1] == one[2] or other[1] == other[2]:
        return one[1] <= other[2] and other[1] <= one[2]
    return one[1] < other[2] and other[1] < one[2]
