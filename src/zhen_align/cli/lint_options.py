"""What the options of `lint` mean: which rules, which formats, which exit code."""

import os
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from zhen_align.cli import output as out
from zhen_align.cli.common import note, one_of
from zhen_align.cli.outcome import complain
from zhen_align.config import SEVERITIES, Config
from zhen_align.errors import UsageError

if TYPE_CHECKING:
    from zhen_align.lint.fixes import Edited
    from zhen_align.lint.report import Report

_SAY_NOTES = {"text", "json", "sarif", "github", "markdown"}  # these show what hides nothing


@dataclass(frozen=True, slots=True)
class Shown:
    """What a run prints and writes: formats and their places, the printed one first."""

    formats: tuple[tuple[str, str], ...]
    statistics: bool = False
    diff: bool = False
    quiet: bool = False


def limited(
    config: Config,
    only: Sequence[str] | None,
    without: Sequence[str] | None,
    fail_on: str | None,
    max_warnings: int | None,
) -> Config:
    """Return the configuration with what the command line says about rules laid over it."""
    if fail_on is not None:
        config = replace(config, fail_on=one_of(fail_on, SEVERITIES[1:], "--fail-on"))
    if max_warnings is not None:
        config = replace(config, max_warnings=max_warnings)
    return replace(config, only=_names(only, "--rule"), without=_names(without, "--ignore"))


def _names(options: Iterable[str] | None, option: str) -> tuple[str, ...]:
    """Return the rules named, one by one or separated by commas."""
    names = [name.strip() for value in options or () for name in value.split(",")]
    if not all(names):
        raise UsageError(f"{option} names no rule", fix="zhen-align rules lists them")
    return tuple(names)


def baseline(config: Config, named: Path | None, written: Path | None) -> Path | None:
    """Return the baseline to hold findings against; one that is written anew is not read."""
    if named is not None:
        return named
    if config.baseline is None or written is not None:
        return None
    return config.root / config.baseline


def formats(style: str | None, output: str, more: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return each format with its place, the one that is printed first."""
    from zhen_align.lint.outputs import OUTPUTS

    wanted = [(_chosen(style, output), output), *map(_written, more)]
    for (name, _), option in zip(wanted, ("--format", *("--write" for _ in more)), strict=True):
        one_of(name, tuple(OUTPUTS), option)
    return tuple(wanted)


def places(shown: Shown, baseline: Path | None) -> list[str]:
    """Return where a run is to write; two things in one place are an error."""
    wanted = [place for _, place in shown.formats]
    if baseline is not None:
        wanted.append(str(baseline))
    _check_apart(wanted)
    return wanted


def _check_apart(places: Sequence[str]) -> None:
    """Complain where one result would overwrite another, or stand behind it."""
    seen = set()
    for place in places:
        real = place if place == "-" else os.path.realpath(place)
        if real in seen and (place == "-" or not os.path.exists(real) or os.path.isfile(real)):
            what = "standard output" if place == "-" else place
            raise UsageError("two results would go there", where=what, fix="name a place for each")
        seen.add(real)


def _chosen(style: str | None, output: str) -> str:
    """Return the format asked for, else the one that whoever reads the output wants."""
    if style is not None:
        return style
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true" and not out.is_terminal()
    return "github" if in_actions and output == "-" else "text"


def _written(option: str) -> tuple[str, str]:
    """Return format and file of one `--write FORMAT=FILE`."""
    name, equals, place = option.partition("=")
    if not equals or not place:
        raise UsageError(f"--write '{option}' names no file", fix="write it as FORMAT=FILE")
    return name, place


def show(report: "Report", shown: Shown, edits: "Sequence[Edited]" = ()) -> None:
    """Print and write the report in every format asked for; with `diff` the edits first."""
    from zhen_align.lint.fixes import diff
    from zhen_align.lint.outputs import COLUMNS, render
    from zhen_align.lint.outputs.notes import notes, statistics

    formats = shown.formats
    if shown.diff:
        out.write(diff(edits), formats[0][1])
        formats = formats[1:]
    table = statistics(report) if shown.statistics else ""
    for name, place in formats:
        columns = _columns() if out.is_terminal(place) else COLUMNS
        color = name == "text" and out.wants_color(place)
        text = render(report, name, color=color, columns=columns)
        out.write(text + (f"\n{table}" if table and name == "text" else ""), place)
    named = {name for name, _ in formats}
    for line in table.splitlines() if "text" not in named else ():
        complain(line)
    for line in notes(report) if not named & _SAY_NOTES else ():
        note(line, quiet=shown.quiet)


def _columns() -> int:
    """Return how wide excerpts may be on this terminal, so that no caret is wrapped away."""
    from zhen_align.lint.outputs import COLUMNS

    return min(COLUMNS, shutil.get_terminal_size().columns)


def fails(report: "Report", config: Config, *, strict: bool) -> bool:
    """Whether what was found makes the run fail, whatever the format."""
    from zhen_align.lint.finding import Severity

    warnings = sum(f.severity is Severity.WARNING for f in report.findings)
    too_many = config.max_warnings is not None and warnings > config.max_warnings
    return report.fails(config.fail_on) or too_many or (strict and bool(report.stale))
