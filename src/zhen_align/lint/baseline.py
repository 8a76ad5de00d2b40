"""The baseline: findings that are known and accepted, so that only new ones fail.

    {"zhen-align-baseline": 1, "findings": [
     {"path": "a.md", "rule": "…", "fingerprint": "…", "count": 2, "message": "…"}
    ]}

Sorted, one entry a line, to be reviewed and merged. Fingerprints hold no line numbers, so
edits elsewhere change nothing; the count keeps one accepted fault from excusing its
copies. The message is for people. Nothing here opens a file.
"""

import json
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from zhen_align.errors import InputError
from zhen_align.lint.finding import Finding
from zhen_align.lint.report import Report, Stale
from zhen_align.lint.rules import rule

_KEY = "zhen-align-baseline"
_VERSION = 1
_CONFLICT = re.compile(rb"^<{7} ", re.MULTILINE)
_BOTH = "keep the findings of both sides"
_FIX = "write it anew with --write-baseline"


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """`count` findings of one fingerprint in one file."""

    path: str
    rule: str
    fingerprint: str
    count: int = 1
    message: str = ""


def render(findings: Sequence[Finding]) -> str:
    """Return a baseline that accepts these findings."""
    counts = Counter(_key(f) for f in findings)
    first = {_key(f): f for f in reversed(findings)}
    rows = [
        json.dumps(
            {"path": path, "rule": first[path, mark].rule, "fingerprint": mark}
            | {"count": counts[path, mark], "message": first[path, mark].message},
            ensure_ascii=False,
        )
        for path, mark in sorted(counts, key=lambda key: (key[0], first[key].rule, key[1]))
    ]
    body = ",\n".join(f" {row}" for row in rows)
    return f'{{"{_KEY}": {_VERSION}, "findings": [\n{body}\n]}}\n'


def parse(data: bytes, where: str) -> tuple[Entry, ...]:
    """Read a baseline; one that cannot be trusted is an error."""
    try:
        whole = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        if conflict := _CONFLICT.search(data):
            what, line = "has a merge conflict", data.count(b"\n", 0, conflict.start()) + 1
            raise InputError(what, where=f"{where}:{line}", fix=_BOTH) from error
        what = f"is no JSON: {error.msg}"
        raise InputError(what, where=f"{where}:{error.lineno}", fix=_FIX) from error
    except (ValueError, RecursionError) as error:  # other bytes, numbers without end, or depth
        raise InputError("is no JSON in UTF-8", where=where, fix=_FIX) from error
    if not isinstance(whole, dict) or _KEY not in whole:
        raise InputError("is no baseline", where=where, fix=_FIX)
    if whole[_KEY] != _VERSION:
        what = f"is a baseline of version {whole[_KEY]!r}, and {_VERSION} is read here"
        raise InputError(what, where=where, fix=_FIX)
    rows = whole.get("findings")
    if not isinstance(rows, list):
        raise InputError("has no list of findings", where=where, fix=_FIX)
    return tuple(_entry(row, number, where) for number, row in enumerate(rows, 1))


def _entry(row: Any, number: int, where: str) -> Entry:
    names = ("path", "rule", "fingerprint")
    if isinstance(row, dict) and all(isinstance(row.get(name), str) for name in names):
        count, message = row.get("count", 1), row.get("message", "")
        rule(row["rule"], where=f"{where}: finding {number}")
        if type(count) is int and count > 0 and isinstance(message, str):
            return Entry(row["path"], row["rule"], row["fingerprint"], count, message)
    what = f"finding {number} needs path, rule, fingerprint and a count from 1 up"
    raise InputError(what, where=where, fix=_FIX)


def applied(report: Report, entries: Sequence[Entry], gone: Collection[str] = ()) -> Report:
    """Return the report without what a baseline accepts, and with what it accepts in vain.

    Entries of a file that was not looked at are not in vain, unless the file is `gone`.
    """
    left: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        left[entry.path, entry.fingerprint] += entry.count
    new = _without(report.findings, left)
    marks: dict[str, list[tuple[str, str]]] = {}
    for each in sorted(left):
        marks.setdefault(each[1], []).append(each)
    kept = []
    for finding in new:  # a file was renamed, or a sentence has gone to another file
        key = next((key for key in marks.get(finding.fingerprint, ()) if left[key] > 0), None)
        if key is None:
            kept.append(finding)
        else:
            left[key] -= 1
    stale = _stale(entries, left, report, gone)
    return replace(
        report,
        findings=tuple(kept),
        known=report.known + len(report.findings) - len(kept),
        stale=(*report.stale, *stale),
    )


def _without(findings: Sequence[Finding], left: Counter[tuple[str, str]]) -> list[Finding]:
    """Return what the entries of its own file do not accept; `left` is counted down."""
    new = []
    for finding in findings:
        if left[_key(finding)] > 0:
            left[_key(finding)] -= 1
        else:
            new.append(finding)
    return new


def _stale(
    entries: Sequence[Entry],
    left: Counter[tuple[str, str]],
    report: Report,
    gone: Collection[str],
) -> list[Stale]:
    """Return the entries that accept more than there is."""
    seen = {*report.texts, *gone}
    ran = set(report.coverage.rules)
    over = Counter(left)
    found = []
    for entry in sorted(entries):
        key = (entry.path, entry.fingerprint)
        if entry.path in seen and entry.rule in ran and over[key] > 0:
            count = min(entry.count, over[key])
            over[key] -= count
            found.append(Stale(entry.path, entry.rule, entry.fingerprint, count, entry.message))
    return found


def _key(finding: Finding) -> tuple[str, str]:
    return finding.place.path, finding.fingerprint
