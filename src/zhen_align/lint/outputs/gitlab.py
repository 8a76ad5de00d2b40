"""A GitLab Code Quality report, shown in the merge request: a JSON array of issues.

The fingerprints are all different, since GitLab keeps one issue a fingerprint, and hold no
line numbers, so that it tells old issues from new ones.
"""

import json

from zhen_align.lint.finding import Severity
from zhen_align.lint.outputs.places import identities
from zhen_align.lint.report import Report

_LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report, *, color: bool = False) -> str:
    """Return one issue a finding, in the order of the files."""
    issues = [
        {
            "description": f.message or f.rule,
            "check_name": f.rule,
            "fingerprint": name,
            "severity": _LEVELS[f.severity],
            "location": {
                "path": f.place.path,
                "lines": {"begin": f.place.line, "end": f.place.end_line},
            },
        }
        for f, name in zip(report.findings, identities(report.findings), strict=True)
    ]
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"
