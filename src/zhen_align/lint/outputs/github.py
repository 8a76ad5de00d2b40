"""Annotations for GitHub Actions: one workflow command a finding.

GitHub shows ten of a kind a step, so the gravest come first and only these are commands;
the others stand folded in the log. A last line says how many there are in all.
"""

from collections.abc import Iterator

from zhen_align.lint.finding import Finding, Severity
from zhen_align.lint.outputs.cells import shown
from zhen_align.lint.outputs.notes import notes, summary
from zhen_align.lint.report import Report

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SHOWN = 10


def render(report: Report, *, color: bool = False) -> str:
    """Return the commands, gravest first, at most ten of a kind, then the totals."""
    kinds = [[f for f in report.findings if f.severity is severity] for severity in _LEVELS]
    lines = [_command(f) for kind in kinds for f in kind[:_SHOWN]]
    lines.extend(_folded([f for kind in kinds for f in kind[_SHOWN:]]))
    lines.extend(_plain(note) for note in notes(report))
    lines.append(_plain(f"zhen-align: {summary(report)}"))
    return "\n".join(lines) + "\n"


def _folded(rest: list[Finding]) -> Iterator[str]:
    """Yield what GitHub would not show, for those who open the log."""
    if rest:
        yield f"::group::zhen-align: {len(rest)} more"
        for f in rest:
            place = f"{f.place.path}:{f.place.line}:{f.place.column}"
            yield _plain(f"{place} {f.severity} {f.rule}: {f.message}")
        yield "::endgroup::"


def _command(f: Finding) -> str:
    """Return one finding as a workflow command."""
    p = f.place
    where = {"file": p.path, "line": str(p.line), "endLine": str(p.end_line)}
    if p.line == p.end_line:  # columns are only allowed inside one line
        where |= {"col": str(p.column), "endColumn": str(p.end_column)}
    where["title"] = f"zhen-align {f.rule}"
    properties = ",".join(f"{name}={_property(value)}" for name, value in where.items())
    return f"::{_LEVELS[f.severity]} {properties}::{_data(f.message)}"


def _plain(text: str) -> str:
    """Return a line of the log that no text of a file can turn into a command."""
    line = shown(text).replace("##[", "# #[")
    return f"- {line}" if line.lstrip().startswith("::") else line


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
