"""SARIF 2.1.0, for code scanning: the translation as location, the original as related location.

Columns count code points, as everywhere here, and the file says so (`columnKind`). What
GitHub refuses is kept out: empty strings, more than 25,000 results, absolute addresses.
"""

import json
from typing import Any
from urllib.parse import quote

from zhen_align.lint.finding import Finding, Place, Severity
from zhen_align.lint.outputs.json import coverage
from zhen_align.lint.outputs.notes import notes
from zhen_align.lint.outputs.places import Texts, identities
from zhen_align.lint.report import Report
from zhen_align.lint.rules import rule
from zhen_align.types import Lang

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_MOST = 25_000  # more results than this are refused


def render(report: Report, *, color: bool = False) -> str:
    """Return one run with its rules and results."""
    names = list(dict.fromkeys([*report.coverage.rules, *(f.rule for f in report.findings)]))
    named = zip(report.findings, identities(report.findings), strict=True)
    gravest = sorted(named, key=lambda pair: (-pair[0].severity.rank, pair[0].order))[:_MOST]
    texts = Texts(report.texts)
    run = {
        "tool": {
            "driver": {
                "name": "zhen-align",
                "version": report.version or "0",
                "rules": [_rule(name) for name in names],
            }
        },
        "automationDetails": {"id": "zhen-align/"},
        "invocations": [_invocation(report)],
        "columnKind": "unicodeCodePoints",
        "results": [_result(f, names.index(f.rule), name, texts) for f, name in gravest],
        "properties": {"coverage": coverage(report.coverage)},
    }
    whole = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _invocation(report: Report) -> dict[str, Any]:
    said: dict[str, Any] = {"executionSuccessful": True}
    if lines := notes(report):
        said["toolExecutionNotifications"] = [
            {"level": "note", "message": {"text": _plain(line)}} for line in lines
        ]
    return said


def _rule(name: str) -> dict[str, Any]:
    """Return the page of a rule as its descriptor."""
    module = rule(name)
    page = (module.__doc__ or name).strip()
    title = page.partition("\n")[0]
    return {
        "id": name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": title},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS.get(module.SEVERITY, "none")},
        "properties": {
            "tags": ["translation", "zh", "en"],
            "precision": "high",
            "problem.severity": _PROBLEMS.get(module.SEVERITY, "recommendation"),
        },
    }


def _result(f: Finding, index: int, name: str, texts: Texts) -> dict[str, Any]:
    """Return one finding as a result."""
    opposite, tongue = (f.en, "English") if f.side is Lang.ZH else (f.zh, "Chinese")
    result: dict[str, Any] = {
        "ruleId": f.rule,
        "ruleIndex": index,
        "level": _LEVELS[f.severity],
        "message": {
            "text": _plain(f.message or f.rule) + (f" ([{tongue}](1))" if opposite else "")
        },
        "locations": [{"physicalLocation": _location(f.place)}],
        "partialFingerprints": {
            "primaryLocationLineHash": name,
            "zhenAlign/v1": f.fingerprint or name,
        },
    }
    if opposite is not None:
        result["relatedLocations"] = [
            {
                "id": 1,
                "physicalLocation": _location(f.other or opposite),
                "message": {"text": opposite.text.strip()[:500] or tongue},
            }
        ]
    if fix := _fix(f, texts):
        result["fixes"] = [fix]
    return result


def _fix(f: Finding, texts: Texts) -> dict[str, Any] | None:
    """Return the remedy as a replacement in the file."""
    if f.fix is None:
        return None
    start = texts.position(f.place.path, f.fix.span.start)
    end = texts.position(f.place.path, f.fix.span.end)
    if start is None or end is None:
        return None
    region = {"startLine": start[0], "startColumn": start[1]}
    region |= {"endLine": end[0], "endColumn": end[1]}
    replacement: dict[str, Any] = {"deletedRegion": region}
    if f.fix.text:
        replacement["insertedContent"] = {"text": f.fix.text}
    change = {"artifactLocation": {"uri": _uri(f.place.path)}, "replacements": [replacement]}
    return {"description": {"text": _plain(f.message or f.rule)}, "artifactChanges": [change]}


def _uri(path: str) -> str:
    """Return a path as a relative address; names that are no UTF-8 keep their bytes."""
    return quote(path.encode("utf-8", "surrogateescape" if _is_bytes(path) else "replace")) or "-"


def _is_bytes(path: str) -> bool:
    return all(not "\ud800" <= ch <= "\udfff" or "\udc80" <= ch <= "\udcff" for ch in path)


def _location(place: Place) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": _uri(place.path)},
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        },
    }


def _plain(text: str) -> str:
    """Escape what SARIF would read as a link."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
