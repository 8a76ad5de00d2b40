"""`zhen-align lint`: what is wrong with translations; the CI job."""

from dataclasses import replace
from typing import Annotated

import typer

from zhen_align.cli import options
from zhen_align.errors import UsageError


def lint(
    paths: options.Paths = None,
    style: Annotated[
        str, typer.Option("--format", metavar="NAME", help="text, json, sarif or github.")
    ] = "text",
    fail_on: Annotated[
        str | None,
        typer.Option("--fail-on", metavar="LEVEL", help="Exit 1 from error, warning or info on."),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit 0 whatever is found, for reports.")
    ] = False,
    write: Annotated[
        list[str] | None,
        typer.Option(
            "--write", metavar="FORMAT=FILE", help="Write another format too; repeatable."
        ),
    ] = None,
    output: options.Output = "-",
    config: options.ConfigFile = None,
    glossary: options.Glossary = None,
    jobs: options.Jobs = None,
    no_cache: options.NoCache = False,
    quiet: options.Quiet = False,
) -> None:
    """Check translations; exit 1 where something is found."""
    from zhen_align import pipeline
    from zhen_align.cli import common
    from zhen_align.cli import output as out
    from zhen_align.config import SEVERITIES
    from zhen_align.lint.outputs import OUTPUTS, render

    common.one_of(style, tuple(OUTPUTS), "--format")
    settings = common.configure(config, glossary=glossary, jobs=jobs, no_cache=no_cache)
    if fail_on is not None:
        level = common.one_of(fail_on, SEVERITIES[1:], "--fail-on")
        settings = replace(settings, fail_on=level)
    wanted = [(style, output), *map(_written, write or ())]
    for name, place in wanted:
        common.one_of(name, tuple(OUTPUTS), "--write")
        out.check_writable(place)
    common.check_rules(settings)
    rows = common.read_glossary(settings, needed=glossary is not None).rows
    session = common.read_and_align(paths, settings, quiet=quiet)
    report = pipeline.linted(session.paired, session.unpaired, rows, settings)
    for name, place in wanted:
        out.write(render(report, name, color=name == "text" and out.wants_color(place)), place)
    failed = report.fails(settings.fail_on) and not exit_zero
    common.finish(session.errors, code=int(failed))


def _written(option: str) -> tuple[str, str]:
    """Return format and file of one `--write FORMAT=FILE`."""
    name, equals, place = option.partition("=")
    if not equals or not place:
        raise UsageError(f"--write '{option}' names no file", fix="write it as FORMAT=FILE")
    return name, place
