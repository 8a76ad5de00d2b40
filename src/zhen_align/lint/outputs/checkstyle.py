"""Checkstyle XML, which most review tools read: every file checked, with its findings."""

from zhen_align.lint.finding import Finding
from zhen_align.lint.outputs.xml import HEAD, attributes
from zhen_align.lint.report import Report


def render(report: Report, *, color: bool = False) -> str:
    """Return the files in order; columns count code points."""
    by_file: dict[str, list[Finding]] = {path: [] for path in report.texts}
    for finding in report.findings:
        by_file.setdefault(finding.place.path, []).append(finding)
    lines = ['<checkstyle version="4.3">']
    for path in sorted(by_file):
        lines.append(f"<file{attributes(name=path)}>")
        lines.extend(f"<error{_error(f)}/>" for f in by_file[path])
        lines.append("</file>")
    return HEAD + "\n".join([*lines, "</checkstyle>"]) + "\n"


def _error(f: Finding) -> str:
    return attributes(
        line=f.place.line,
        column=f.place.column,
        severity=f.severity.value,
        message=f.message,
        source=f"zhen-align.{f.rule}",
    )
