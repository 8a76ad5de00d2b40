"""The report as JSON, for scripts: what it holds is fixed by the documented contract."""

import json
from typing import Any

from zhen_align.lint.finding import Finding, Fix, Place
from zhen_align.lint.report import Coverage, Report, Stale
from zhen_align.lint.suppress import Unused


def render(report: Report, *, color: bool = False) -> str:
    """Return one JSON object, its keys in a fixed order."""
    whole = {
        "version": report.version,
        "coverage": coverage(report.coverage),
        "findings": [finding(f) for f in report.findings],
        "baseline": {"known": report.known, "stale": [stale(s) for s in report.stale]},
        "unused_disables": [unused(u) for u in report.unused],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def coverage(c: Coverage) -> dict[str, Any]:
    """Return what the run was able to check."""
    return {
        "files": c.files,
        "pairs": c.pairs,
        "unpaired": list(c.unpaired),
        "aligned_share": {"zh": c.aligned_zh, "en": c.aligned_en},
        "glossary_rows": c.glossary_rows,
        "glossary_rows_never_matchable": c.glossary_rows_never_matchable,
        "rules": list(c.rules),
    }


def finding(f: Finding) -> dict[str, Any]:
    """Return one finding."""
    place = f.place
    return {
        "rule": f.rule,
        "severity": f.severity.value,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "start": place.span.start,
        "end": place.span.end,
        "message": f.message,
        "found": place.text,
        "expected": list(f.expected),
        "zh": _side(f.zh),
        "en": _side(f.en),
        "fix": _fix(f.fix),
        "fingerprint": f.fingerprint,
    } | _address(place)


def stale(s: Stale) -> dict[str, Any]:
    """Return a baseline entry, or the part of its count, that no longer occurs."""
    return {"path": s.path, "rule": s.rule, "fingerprint": s.fingerprint, "count": s.count}


def unused(u: Unused) -> dict[str, Any]:
    """Return what hides nothing; an entry of the configuration has no line."""
    return {"path": u.path, "line": u.line or None, "rules": list(u.rules)}


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    return {"start": fix.span.start, "end": fix.span.end, "text": fix.text}


def _side(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "path": place.path,
        "line": place.line,
        "start": place.span.start,
        "end": place.span.end,
        "text": place.text,
    } | _address(place)


def _address(place: Place) -> dict[str, str]:
    """Return the address beside a place, in formats that have any."""
    return {"address": place.address} if place.address else {}
