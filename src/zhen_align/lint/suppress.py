"""Disabling rules from inside a text.

    <!-- zhen-align-disable-next-line number-mismatch -- counted by hand -->
    <!-- zhen-align-disable-line term-forbidden -->
    <!-- zhen-align-disable-file -->
    <!-- zhen-align-disable number-mismatch --> … <!-- zhen-align-enable number-mismatch -->
    % zhen-align-disable-line number-mismatch -- in LaTeX, to the end of the line
    .. zhen-align-disable-next-line number-mismatch -- in reStructuredText, a line of its own
    # zhen-align-disable-next-line number-mismatch -- in a PO file, among the comments of an entry

Without a name all rules are meant. The next line is the next one that is not blank, for
Markdown wants a blank line after a comment; in a catalogue it is the next entry. What follows
`--` is the reason. The first form works in every format, since it is looked for in the text as
it is on disk; one inside code is an example and disables nothing. For formats without comments
there are `ignore` entries in the configuration.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from zhen_align.config import Ignore
from zhen_align.errors import ConfigError
from zhen_align.lint.examples import shown_code
from zhen_align.lint.finding import Finding
from zhen_align.lint.scope import is_in
from zhen_align.text.lines import line_starts, position
from zhen_align.types import Document, Span

_OPENING = re.compile(r"<!--\s{0,20}zhen-align-")
_LINES = {
    "latex": re.compile(r"(?m)(?<!\\)%+[ \t]*(?P<said>zhen-align-[^\r\n]*)"),
    "rst": re.compile(
        r"(?m)^[ \t]*\.\.(?:[ \t]*(?:\r\n|[\r\n]))?[ \t]+(?P<said>zhen-align-[^\r\n]*)"
    ),
    "po": re.compile(r"(?m)^#\.?[ \t]*(?P<said>zhen-align-[^\r\n]*)"),
}
# where what comes next ends, in formats of units instead of lines
_UNIT_ENDS = {
    "po": re.compile(r"(?>\r\n|\n|\r)[ \t]*(?=[\r\n]|\Z)"),
    "xliff": re.compile(r"</(?:[\w.-]+:)?(?:trans-)?unit\s*>"),
    "tmx": re.compile(r"</tu\s*>"),
}
_DIRECTIVES = ("disable-next-line", "disable-line", "disable-file", "disable", "enable")
_EVER = 1 << 60


@dataclass(frozen=True, slots=True)
class Disable:
    """Rules (all `but` some, where empty) that are off from line `first` to `last` of a file."""

    path: str
    line: int
    rules: frozenset[str]
    first: int
    last: int
    but: frozenset[str] = frozenset()

    @property
    def comment(self) -> tuple[str, int]:
        """Return where the comment stands."""
        return self.path, self.line

    def covers(self, finding: Finding) -> bool:
        """Whether the finding's place is inside and its rule meant."""
        place = finding.place
        if place.path != self.path or finding.rule in self.but:
            return False
        if self.rules and finding.rule not in self.rules:
            return False
        return self.first <= place.line <= self.last


@dataclass(frozen=True, slots=True)
class Unused:
    """What hides findings, and had none to hide: a comment's line, or a file's `ignore` entry (0).

    `rules` are those that it names in vain; empty: it names none.
    """

    path: str
    line: int
    rules: tuple[str, ...]


def disables(document: Document, known: Callable[..., object]) -> list[Disable]:
    """Return what the comments of a document disable; `known` raises for an unknown rule."""
    if "zhen-align-" not in document.text:
        return []
    starts = line_starts(document.text)
    shown = shown_code(document)
    found: list[Disable] = []
    for span, body in _comments(document):
        if any(code.start < span.start < code.end for code in shown):
            continue
        first, _ = position(starts, span.start)
        last, _ = position(starts, span.end)
        what, names = _said(body)
        where = f"{document.path}:{first}"
        for name in sorted(names):
            known(name, where=where)
        if what not in _DIRECTIVES:
            near = get_close_matches(what, _DIRECTIVES, n=1, cutoff=0)
            fix = f"did you mean 'zhen-align-{near[0]}'?"
            raise ConfigError(f"there is no comment 'zhen-align-{what}'", where=where, fix=fix)
        if what == "enable":
            found = [piece for each in found for piece in _closed(each, names, first)]
            continue
        if what == "disable-next-line":
            begin, end = _next(document, starts, last)
        elif what == "disable-line":
            begin, end = first, last
        elif what == "disable-file":
            begin, end = 1, _EVER
        else:
            begin, end = first, _EVER - 1
        found.append(Disable(document.path, first, names, begin, end))
    return found


def _comments(document: Document) -> list[tuple[Span, str]]:
    """Return the comments that are meant for us and what they say, in order."""
    text = document.text
    found = [(span, span.of(text).removesuffix("-->")) for span in _tagged(text)]
    if document.format in _LINES:
        lines = _LINES[document.format].finditer(text)
        found += [(Span(*m.span()), m["said"]) for m in lines]
    return sorted(found)


def _tagged(text: str) -> Iterator[Span]:
    """Yield the comments between tags, each to its end; an open one is none."""
    end = 0
    for opening in _OPENING.finditer(text):
        if opening.start() < end:
            continue
        close = text.find("-->", opening.end())
        if close < 0:
            return
        end = close + len("-->")
        yield Span(opening.start(), end)


def _said(comment: str) -> tuple[str, frozenset[str]]:
    """Return what a comment wants and the rules it names; the reason after `--` is for people."""
    body = comment[comment.index("zhen-align-") + len("zhen-align-") :]
    what, *names = re.split(r"[\s,]+", body.partition("--")[0].strip())
    return what, frozenset(names) - {""}


def suppressed(
    findings: Sequence[Finding],
    active: Iterable[Disable],
    ran: Collection[str] | None = None,
    *,
    partial: bool = False,
) -> tuple[list[Finding], list[Unused]]:
    """Return the findings that stay, and the disables that nothing needed.

    Only the rules that `ran` (default: all) can tell that one is in vain; one for all rules
    tells nothing where the run was `partial`.
    """
    by_path: dict[str, list[Disable]] = {}
    rules: dict[tuple[str, int], frozenset[str]] = {}
    for disable in active:
        by_path.setdefault(disable.path, []).append(disable)
        named = rules.setdefault(disable.comment, disable.rules)
        rules[disable.comment] = named | disable.rules if named and disable.rules else frozenset()
    used: set[tuple[Hashable, str]] = set()
    kept = []
    for finding in findings:
        covering = [d for d in by_path.get(finding.place.path, ()) if d.covers(finding)]
        for disable in covering:
            used |= {(disable.comment, finding.rule), (disable.comment, "")}
        if not covering:
            kept.append(finding)
    unused = [
        Unused(*comment, vain)
        for comment, named in rules.items()
        if (vain := _in_vain(named, comment, used, ran, partial)) is not None
    ]
    return kept, sorted(unused, key=lambda u: (u.path, u.line, u.rules))


def ignored(
    findings: Sequence[Finding],
    ignores: Sequence[Ignore],
    paths: Collection[str],
    where: str,
    ran: Collection[str] | None = None,
    *,
    partial: bool = False,
) -> tuple[list[Finding], list[Unused]]:
    """Return the findings that stay, and the entries of the configuration `where` in vain.

    An entry for none of the `paths` that were looked at tells nothing.
    """
    used: set[tuple[Hashable, str]] = set()
    kept = []
    for finding in findings:
        covering = [n for n, each in enumerate(ignores) if _means(each, finding)]
        for number in covering:
            used |= {(number, finding.rule), (number, "")}
        if not covering:
            kept.append(finding)
    unused = [
        Unused(where, 0, vain)
        for number, each in enumerate(ignores)
        if any(is_in(path, each.paths) for path in paths)
        and (vain := _in_vain(each.rules, number, used, ran, partial)) is not None
    ]
    return kept, unused


def _means(ignore: Ignore, finding: Finding) -> bool:
    """Whether an entry of the configuration means a finding."""
    if ignore.rules and finding.rule not in ignore.rules:
        return False
    if not is_in(finding.place.path, ignore.paths):
        return False
    places = (finding.place, finding.zh, finding.en)
    return not ignore.text or any(ignore.text in place.text for place in places if place)


def _in_vain(
    rules: Iterable[str],
    key: Hashable,
    used: Collection[tuple[Hashable, str]],
    ran: Collection[str] | None,
    partial: bool,
) -> tuple[str, ...] | None:
    """Return the rules named in vain, () where none is named; None where all is needed."""
    named = sorted(rules)
    if not named:
        return None if partial or (key, "") in used else ()
    vain = tuple(name for name in named if (ran is None or name in ran) and (key, name) not in used)
    return vain or None


def _closed(disable: Disable, names: frozenset[str], line: int) -> list[Disable]:
    """End an open block where it is enabled again, for all rules or those named."""
    if disable.last != _EVER - 1:
        return [disable]
    if not names or (disable.rules and disable.rules <= names):
        return [replace(disable, last=line)]
    ended = disable.rules & names if disable.rules else names - disable.but
    if not ended:
        return [disable]
    if not disable.rules:
        going_on = replace(disable, but=disable.but | ended)
    else:
        going_on = replace(disable, rules=disable.rules - ended)
    return [replace(disable, rules=ended, last=line, but=frozenset()), going_on]


def _next(document: Document, starts: Sequence[int], line: int) -> tuple[int, int]:
    """Return the first and the last line of what comes next: a line that is not blank, a unit."""
    text = document.text
    rest = re.compile(r"\S").search(text, starts[line] if line < len(starts) else len(text))
    if rest is None:
        return line + 1, line + 1
    first = bisect_right(starts, rest.start())
    if document.format not in _UNIT_ENDS:
        return first, first
    end = _UNIT_ENDS[document.format].search(text, rest.start())
    return first, bisect_right(starts, end.start()) if end else len(starts)
