"""The report for people: each finding with its place, both sentences and a caret, then a summary.

Findings of one rule with the same message are shown once, with the number of times and
the other places. The last line says what could be checked, so that silence is not taken
for a clean bill.
"""

from collections.abc import Iterator, Sequence

from zhen_align.lint.finding import Finding, Place, Severity
from zhen_align.lint.outputs import COLUMNS
from zhen_align.lint.outputs.cells import excerpt, shown
from zhen_align.lint.outputs.notes import notes, summary
from zhen_align.lint.report import Report
from zhen_align.types import Lang, Span

_COLORS = {
    Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.INFO: "36", Severity.OFF: "0",
}  # fmt: skip
_MOST_PLACES = 8
_AROUND = 10  # columns beside an excerpt: the name of its side, and that it goes on
_LEAST = 20


def render(report: Report, *, color: bool = False, columns: int = COLUMNS) -> str:
    """Return the findings in order, then the counts and the coverage."""
    lines: list[str] = []
    for group in _groups(report.findings):
        lines.extend(_shown(group, max(_LEAST, columns - _AROUND), color=color))
        lines.append("")
    lines.extend(map(shown, notes(report)))
    lines.append(shown(summary(report)))
    return "\n".join(lines) + "\n"


def _groups(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Gather what one rule says in the same words; a group stands where its first member does."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.rule, finding.severity, finding.message), []).append(finding)
    return list(groups.values())


def _shown(group: Sequence[Finding], cells: int, *, color: bool) -> Iterator[str]:
    """Return the lines of one group, with excerpts of so many cells."""
    first = group[0]
    paint = _COLORS[first.severity] if color else ""
    times = f" ×{len(group)}" if len(group) > 1 else ""
    place = f"{first.place.path}:{first.place.line}:{first.place.column}"
    severity = _painted(first.severity.value, paint)
    yield f"{shown(place)} {severity} {first.rule}: {shown(first.message)}{times}"
    sides = (first.zh, first.en) if first.side is Lang.ZH else (first.en, first.zh)
    names = ("zh", "en") if first.side is Lang.ZH else ("en", "zh")
    for name, side, mark in zip(names, sides, (first.place, first.other), strict=True):
        if side is not None:
            yield from _excerpt(name, side, mark, cells, paint)
    if first.expected:
        yield f"    expected: {shown(' or '.join(first.expected))}"
    if times:
        yield f"    also: {shown(_also(group[1:], first.place.path))}"


def _excerpt(name: str, side: Place, mark: Place | None, cells: int, paint: str) -> Iterator[str]:
    """Return a side's text around the mark, and the caret below it."""
    inner = Span(0, 0)
    if mark is not None and side.span.start <= mark.span.start <= side.span.end:
        by = -side.span.start
        inner = mark.span.shifted(by=by)
    line, at, size = excerpt(side.text, inner, cells)
    yield f"  {name}  {line}"
    if mark is not None:
        yield " " * (6 + at) + _painted("^" * size, paint)


def _also(rest: Sequence[Finding], path: str) -> str:
    """Return the further places of a group."""
    names = [
        f"{f.place.line}:{f.place.column}"
        if f.place.path == path
        else f"{f.place.path}:{f.place.line}:{f.place.column}"
        for f in rest[:_MOST_PLACES]
    ]
    more = len(rest) - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "")


def _painted(text: str, paint: str) -> str:
    return f"\x1b[{paint}m{text}\x1b[0m" if paint else text
