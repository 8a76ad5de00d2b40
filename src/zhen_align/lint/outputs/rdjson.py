"""Reviewdog's diagnostic format: comments and one-click suggestions on a pull request.

Lines and columns count from 1, columns in bytes of UTF-8, ends are exclusive. A suggestion
replaces only what its fix is about.
"""

import json
from typing import Any

from zhen_align.lint.finding import Finding, Place, Severity
from zhen_align.lint.outputs.places import Texts
from zhen_align.lint.report import Report
from zhen_align.types import Lang

_LEVELS = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(report: Report, *, color: bool = False) -> str:
    """Return one diagnostic a finding, in the order of the files."""
    texts = Texts(report.texts)
    whole = {
        "source": {"name": "zhen-align"},
        "severity": _LEVELS.get(report.worst(), "INFO"),
        "diagnostics": [_diagnostic(f, texts) for f in report.findings],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _diagnostic(f: Finding, texts: Texts) -> dict[str, Any]:
    found: dict[str, Any] = {
        "message": f.message or f.rule,
        "location": _location(f.place, texts),
        "severity": _LEVELS[f.severity],
        "code": {"value": f.rule},
    }
    opposite = f.en if f.side is Lang.ZH else f.zh
    if opposite is not None:
        place = _location(f.other or opposite, texts)
        found["related_locations"] = [{"message": opposite.text, "location": place}]
    if suggestion := _suggestion(f, texts):
        found["suggestions"] = [suggestion]
    return found


def _location(place: Place, texts: Texts) -> dict[str, Any]:
    start = (place.line, place.column)
    end = (place.end_line, place.end_column)
    return {"path": place.path, "range": _range(place.path, start, end, texts)}


def _suggestion(f: Finding, texts: Texts) -> dict[str, Any] | None:
    if f.fix is None:
        return None
    start = texts.position(f.place.path, f.fix.span.start)
    end = texts.position(f.place.path, f.fix.span.end)
    if start is None or end is None:
        return None
    return {"range": _range(f.place.path, start, end, texts), "text": f.fix.text}


def _range(path: str, start: tuple[int, int], end: tuple[int, int], texts: Texts) -> dict[str, Any]:
    return {
        name: {"line": line, "column": texts.byte_column(path, line, column)}
        for name, (line, column) in (("start", start), ("end", end))
    }
