"""A summary for a comment on a pull request or a job's page: a table, the gravest first.

Such pages have a limit, so the table ends after some rows and says how many there are.
"""

import re

from zhen_align.lint.finding import Finding, Place
from zhen_align.lint.outputs.cells import shown
from zhen_align.lint.outputs.notes import counts, notes, summary
from zhen_align.lint.report import Report

_MOST = 100
_LONGEST = 120
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&$])")


def render(report: Report, *, color: bool = False) -> str:
    """Return a heading, the table and what was checked."""
    gravest = sorted(report.findings, key=lambda f: (-f.severity.rank, f.order))
    lines = [f"## zhen-align: {counts(report.findings)}", ""]
    if gravest:
        lines += ["| Severity | Place | Rule | What is wrong |", "| --- | --- | --- | --- |"]
        lines += [_row(f) for f in gravest[:_MOST]] + [""]
    if len(gravest) > _MOST:
        lines += [f"And {len(gravest) - _MOST} more.", ""]
    lines += [f"- {_plain(note)}" for note in notes(report)] + [""] * bool(notes(report))
    return "\n".join([*lines, _plain(summary(report))]) + "\n"


def _row(f: Finding) -> str:
    place = _code(f"{f.place.path}:{f.place.line}:{f.place.column}")
    sides = (("zh", f.zh), ("en", f.en))
    said = "".join(f"<br>{name}: {_cut(side)}" for name, side in sides if side)
    return f"| {f.severity} | {place} | {f.rule} | {_plain(f.message)}{said} |"


def _cut(place: Place) -> str:
    text = place.text.strip()
    return _plain(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")


def _plain(text: str) -> str:
    """Return a text on one line that means nothing but itself; an @ calls nobody."""
    return _SPECIAL.sub(r"\\\1", shown(text)).replace("@", "@<!-- -->")


def _code(text: str) -> str:
    """Return a text as code; inside a table a bar needs a backslash even there."""
    return _plain(text) if "`" in text else f"`{shown(text).replace('|', chr(92) + '|')}`"
