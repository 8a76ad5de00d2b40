"""The report as JSON: the same data as the page, its keys as docs/report.md says."""

import json
from dataclasses import asdict
from typing import Any

from zhen_align.compare.outputs import json as compare_json
from zhen_align.lint.outputs.json import coverage
from zhen_align.lint.outputs.json import finding as lint_finding
from zhen_align.report.overview import Bin, Found, Overview


def render(report: Overview) -> str:
    """Return one JSON object, its keys in a fixed order."""
    whole = {
        "version": report.version,
        "title": report.title,
        "date": report.date or None,
        "doubtful_below": report.doubtful_below,
        "summary": asdict(report.summary),
        "coverage": coverage(report.coverage),
        "scores": [_bin(each) for each in report.scores],
        "texts": [asdict(text) for text in report.texts],
        "findings": [_found(each) for each in report.findings],
        "terms": [asdict(term) for term in report.terms],
        "accounts": compare_json.value(report.compared),
        "baseline_known": report.known,
        "notes": list(report.notes),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _bin(each: Bin) -> dict[str, Any]:
    return {"from": each.low, "to": each.high, "count": each.count}


def _found(each: Found) -> dict[str, Any]:
    """Return a finding as `lint` gives it, with its name and where the report shows it."""
    where = {"name": each.name, "text": each.text or None, "bead": each.bead or None}
    return where | lint_finding(each.finding)
