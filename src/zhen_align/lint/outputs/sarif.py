"""SARIF 2.1.0, for code scanning: the translation as location, the original as related location.

Columns count code points, as everywhere here, and the file says so (`columnKind`).
"""

import json
from typing import Any
from urllib.parse import quote

from zhen_align.lint.finding import Finding, Place, Severity
from zhen_align.lint.report import Report
from zhen_align.lint.rules import rule
from zhen_align.types import Lang

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_MOST = 25_000  # more results than this are refused


def render(report: Report, *, color: bool = False) -> str:
    """Return one run with its rules and results."""
    names = list(dict.fromkeys([*report.coverage.rules, *(f.rule for f in report.findings)]))
    gravest = sorted(report.findings, key=lambda f: (-f.severity.rank, f.order))[:_MOST]
    run = {
        "tool": {
            "driver": {
                "name": "zhen-align",
                "version": report.version or "0",
                "rules": [_rule(name) for name in names],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(f, names.index(f.rule)) for f in gravest],
    }
    whole = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


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
        "properties": {"tags": ["translation", "zh", "en"], "precision": "high"},
    }


def _result(f: Finding, index: int) -> dict[str, Any]:
    """Return one finding as a result."""
    opposite, name = (f.en, "English") if f.side is Lang.ZH else (f.zh, "Chinese")
    result: dict[str, Any] = {
        "ruleId": f.rule,
        "ruleIndex": index,
        "level": _LEVELS[f.severity],
        "message": {"text": _plain(f.message) + (f" ([{name}](1))" if opposite else "")},
        "locations": [{"physicalLocation": _location(f.place)}],
        "partialFingerprints": {
            "primaryLocationLineHash": f.fingerprint,
            "zhenAlign/v1": f.fingerprint,
        },
    }
    if opposite is not None:
        result["relatedLocations"] = [
            {
                "id": 1,
                "physicalLocation": _location(f.other or opposite),
                "message": {"text": opposite.text.strip()[:500] or name},
            }
        ]
    return result


def _location(place: Place) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": quote(place.path)},
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
