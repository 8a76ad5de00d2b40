"""What findings pass between the rules and the reader: baseline, changed files, fixes.

Rules judge everything first, so that these only change what is shown.
"""

import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from zhen_align.cli import output as out
from zhen_align.cli.common import glossary_file, note, read_and_align
from zhen_align.config import Config
from zhen_align.errors import InputError, UsageError

if TYPE_CHECKING:
    from zhen_align.engine.session import Session
    from zhen_align.glossary.rows import Row
    from zhen_align.lint.baseline import Entry
    from zhen_align.lint.fixes import Edited
    from zhen_align.lint.report import Report

STDIN = "-"
PASSES = 4  # fixes that lead to fixes; two passes have always been enough


@dataclass(frozen=True, slots=True)
class Request:
    """What to judge, and what to leave out of what is found."""

    paths: tuple[str, ...] = ()
    baseline: Path | None = None
    write_baseline: Path | None = None
    changed_since: str | None = None
    whole_set: bool = False
    fixing: bool = False
    quiet: bool = False
    stdin: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """What was read, and what is to be said about it."""

    session: "Session"
    report: "Report"


def check(request: Request, *, strict: bool) -> None:
    """Complain of options that do not go together."""
    if strict and request.baseline is None:
        what, fix = "--strict-baseline has no baseline", "name one with --baseline"
    elif request.whole_set and request.changed_since is not None:
        what, fix = "--whole-set and --changed-since both say what to show", "leave one out"
    elif request.whole_set and STDIN in request.paths:
        what, fix = "standard input is no part of the whole set", "leave out --whole-set"
    elif request.fixing and STDIN in request.paths:
        what, fix = "standard input cannot be fixed", "name a file"
    elif request.fixing and request.write_baseline is not None:
        what, fix = "--write-baseline and --fix do not go together", "fix first"
    else:
        return
    raise UsageError(what, fix=fix)


def judge(request: Request, config: Config, rows: "Sequence[Row]") -> Judged:
    """Read, align and lint, then leave out what the request leaves out."""
    from zhen_align.engine import findings
    from zhen_align.lint.changed import narrowed

    paths, names, said = _wanted(request, config)
    entries = () if request.write_baseline else _read_baseline(request)
    session = read_and_align(paths, config, quiet=request.quiet, stdin=request.stdin)
    glossary = glossary_file(config)
    report = findings.linted(session, rows, config, glossary, fresh=request.fixing)
    if request.write_baseline is not None:
        entries = _write_baseline(report, request)
    report = _accepted(report, entries, config)
    if names is not None:
        names = {*names, *_linked(report.texts, names, config.root)}
        report = narrowed(report, session.paired, names, said)
    return Judged(session, report)


def _wanted(request: Request, config: Config) -> tuple[Sequence[str], Collection[str] | None, str]:
    """Return the paths to judge, the names to show (None: all), and what these are."""
    if request.changed_since is not None:
        from zhen_align.engine.changed import changed_since

        names = changed_since(request.changed_since, config.root)
        return request.paths, names, f"pairs changed since {request.changed_since}"
    if request.whole_set and request.paths:
        from zhen_align.read.files import find

        found = find(request.paths, config.root, start=Path.cwd()).names
        own = [path for path in config.paths if _leads_somewhere(path, config.root)]
        # a named file outside of them is none of the project's translations
        whole = [str(config.root / path) for path in own or ["."]]
        return whole, {*found}, "the pairs of the files named"
    return request.paths, None, ""


def _linked(paths: Collection[str], names: Collection[str], root: Path) -> list[str]:
    """Return the paths that lead to one of the named files through links."""
    ends = tuple({Path(path).suffix for path in paths})  # a commit may touch thousands of others
    named = {os.path.realpath(root / name) for name in names if name.endswith(ends)}
    return [path for path in paths if os.path.realpath(root / path) in named]


def _leads_somewhere(path: str, root: Path) -> bool:
    return bool(set(path) & set("*?[")) or (root / path).exists()


def _read_baseline(request: Request) -> "tuple[Entry, ...]":
    from zhen_align.lint.baseline import parse

    if request.baseline is None:
        return ()
    where = str(request.baseline)
    try:
        data = request.baseline.read_bytes()
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        what = "does not exist" if missing else f"cannot be read: {error.strerror}"
        fix = "make it with --write-baseline" if missing else "mend it, or name another"
        raise InputError(what, where=where, fix=fix) from error
    return parse(data, where)


def _write_baseline(report: "Report", request: Request) -> "tuple[Entry, ...]":
    """Accept everything that the rules found."""
    from zhen_align.lint.baseline import parse, render

    place = str(request.write_baseline)
    text = render(report.findings)
    out.write(text, place)
    note(f"{place} accepts {_n(len(report.findings), 'finding')}", quiet=request.quiet)
    return parse(text.encode("utf-8", "backslashreplace"), place)


def _accepted(report: "Report", entries: "Sequence[Entry]", config: Config) -> "Report":
    """Leave out what the baseline accepts."""
    from zhen_align.lint.baseline import applied

    paths = {entry.path for entry in entries} - report.texts.keys()
    return applied(report, entries, {path for path in paths if not (config.root / path).exists()})


def edits(report: "Report", config: Config) -> "list[Edited]":
    """Return the files that the fixes of the findings shown would change."""
    from zhen_align.lint.fixes import edited

    found = []
    for path in sorted({f.place.path for f in report.findings if f.fix}):
        if path in report.texts:
            try:
                data = (config.root / path).read_bytes()
                edit = edited(path, data, report.texts[path], report.findings)
            except (OSError, InputError):  # it was there a moment ago: leave it alone
                continue
            if edit is not None:
                found.append(edit)
    return found


def write(edits: "Sequence[Edited]", config: Config, *, quiet: bool) -> None:
    """Write each file in one step, once all of them can be written to."""
    for edit in edits:
        out.check_writable(str(config.root / edit.path))
    for edit in edits:
        out.replace(config.root / edit.path, edit.data)
    made = _n(sum(edit.made for edit in edits), "finding")
    note(f"fixed {made} in {_n(len(edits), 'file')}", quiet=quiet)


def _n(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
