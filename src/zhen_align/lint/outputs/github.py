"""Annotations for GitHub Actions: one workflow command a finding.

GitHub shows ten of a kind a step, so the gravest come first, and a last line says how many
there are in all.
"""

from zhen_align.lint.finding import Finding, Severity
from zhen_align.lint.outputs.text import counts, coverage_line
from zhen_align.lint.report import Report

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SHOWN = 10


def render(report: Report, *, color: bool = False) -> str:
    """Return the commands, gravest first, at most ten of a kind, then the totals."""
    lines: list[str] = []
    for severity in _LEVELS:
        lines.extend(
            _command(f) for f in [f for f in report.findings if f.severity is severity][:_SHOWN]
        )
    summary = f"{counts(report.findings)}; {coverage_line(report.coverage)}"
    return "\n".join([*lines, f"zhen-align: {summary}"]) + "\n"


def _command(f: Finding) -> str:
    """Return one finding as a workflow command."""
    p = f.place
    where = {"file": p.path, "line": str(p.line), "endLine": str(p.end_line)}
    if p.line == p.end_line:  # columns are only allowed inside one line
        where |= {"col": str(p.column), "endColumn": str(p.end_column)}
    where["title"] = f"zhen-align {f.rule}"
    properties = ",".join(f"{name}={_property(value)}" for name, value in where.items())
    return f"::{_LEVELS[f.severity]} {properties}::{_data(f.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
