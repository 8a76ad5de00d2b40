"""Disabling rules from inside a text.

    <!-- zhen-align-disable-next-line number-mismatch -- counted by hand -->
    <!-- zhen-align-disable-line term-forbidden -->
    <!-- zhen-align-disable-file -->
    <!-- zhen-align-disable number-mismatch --> … <!-- zhen-align-enable number-mismatch -->

Without a name all rules are meant. The next line is the next one that is not blank, for
Markdown wants a blank line after a comment. What follows `--` is the reason. Works in every
format, since the comment is looked for in the text as it is on disk.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from zhen_align.errors import ConfigError
from zhen_align.lint.finding import Finding
from zhen_align.text.lines import line_starts, position
from zhen_align.types import Document

_COMMENT = re.compile(
    r"<!--\s{0,20}zhen-align-(?P<what>[a-z-]{1,40}?)(?=\s|--)"
    r"(?P<rules>(?:[\s,]{1,20}[a-z][a-z-]{0,60}(?=[\s,]|--))*)(?P<rest>[^<>]{0,500}?)-->"
)
_DIRECTIVES = ("disable-next-line", "disable-line", "disable-file", "disable", "enable")
_EVER = 1 << 60


@dataclass(frozen=True, slots=True)
class Disable:
    """Rules (all, where empty) that are off from line `first` to line `last` of a file."""

    path: str
    line: int
    rules: frozenset[str]
    first: int
    last: int

    def covers(self, finding: Finding) -> bool:
        """Whether the finding's place is inside and its rule meant."""
        place = finding.place
        if place.path != self.path or (self.rules and finding.rule not in self.rules):
            return False
        return self.first <= place.line <= self.last


def disables(document: Document, known: Callable[..., object]) -> list[Disable]:
    """Return what the comments of a document disable; `known` raises for an unknown rule."""
    if "zhen-align-" not in document.text:
        return []
    starts = line_starts(document.text)
    found: list[Disable] = []
    for comment in _COMMENT.finditer(document.text):
        first, _ = position(starts, comment.start())
        last, _ = position(starts, comment.end())
        names = frozenset(re.findall(r"[a-z][a-z-]*", comment["rules"]))
        for name in sorted(names):
            known(name, where=f"{document.path}:{first}")
        what = comment["what"]
        if what not in _DIRECTIVES:
            near = get_close_matches(what, _DIRECTIVES, n=1, cutoff=0)
            raise ConfigError(
                f"there is no comment 'zhen-align-{what}'",
                where=f"{document.path}:{first}",
                fix=f"did you mean 'zhen-align-{near[0]}'?",
            )
        if what == "enable":
            found = [_closed(d, names, first) for d in found]
            continue
        if what == "disable-next-line":
            begin = end = _next_line(document.text, starts, last)
        elif what == "disable-line":
            begin, end = first, last
        elif what == "disable-file":
            begin, end = 1, _EVER
        else:
            begin, end = first, _EVER - 1
        found.append(Disable(document.path, first, names, begin, end))
    return found


def suppressed(
    findings: Sequence[Finding], active: Iterable[Disable]
) -> tuple[list[Finding], list[Disable]]:
    """Return the findings that stay, and the disables that nothing needed."""
    by_path: dict[str, list[Disable]] = {}
    for disable in active:
        by_path.setdefault(disable.path, []).append(disable)
    used: set[Disable] = set()
    kept = []
    for finding in findings:
        covering = [d for d in by_path.get(finding.place.path, ()) if d.covers(finding)]
        used.update(covering)
        if not covering:
            kept.append(finding)
    unused = [d for group in by_path.values() for d in group if d not in used]
    return kept, sorted(unused, key=lambda d: (d.path, d.line))


def _closed(disable: Disable, names: frozenset[str], line: int) -> Disable:
    """End an open block where it is enabled again."""
    if disable.last != _EVER - 1 or (names and disable.rules != names):
        return disable
    return Disable(disable.path, disable.line, disable.rules, disable.first, line)


def _next_line(text: str, starts: Sequence[int], line: int) -> int:
    """Return the number of the next line that is not blank."""
    rest = re.compile(r"\S").search(text, starts[line] if line < len(starts) else len(text))
    return bisect_right(starts, rest.start()) if rest else line + 1
