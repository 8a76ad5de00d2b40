"""`zhen-align compare`: accounts of the same work that are not translations of each other."""

import shutil
from typing import TYPE_CHECKING, Annotated

import typer

from zhen_align.cli import options
from zhen_align.errors import UsageError

if TYPE_CHECKING:
    from zhen_align.config import Config
    from zhen_align.engine.tasks import Source
    from zhen_align.errors import ZhenError

_FORMATS = ("text", "json", "markdown")


def compare(
    paths: options.Paths = None,
    style: Annotated[
        str, typer.Option("--format", metavar="NAME", help="text, json or markdown.")
    ] = "text",
    groups: Annotated[
        bool,
        typer.Option("--groups-only", help="Only say which texts are about the same work."),
    ] = False,
    width: Annotated[
        int | None,
        typer.Option("--width", metavar="N", min=40, help="Columns of text; default: all."),
    ] = None,
    output: options.Output = "-",
    config: options.ConfigFile = None,
    glossary: options.Glossary = None,
    jobs: options.Jobs = None,
    scheduler: options.Scheduler = None,
    no_cache: options.NoCache = False,
    quiet: options.Quiet = False,
) -> None:
    """Find texts about the same work, and compare what they say, claim by claim.

    Two files are compared as they are named; of anything else, the texts that are about one
    work are found first: by arXiv id or DOI, by title, or by what they say.
    """
    from zhen_align.cli import common
    from zhen_align.cli import output as out
    from zhen_align.cli.progress import Progress
    from zhen_align.compare.outputs import render
    from zhen_align.engine import comparison

    common.one_of(style, _FORMATS, "--format")
    out.check_writable(output)
    settings = common.configure(
        config, glossary=glossary, jobs=jobs, no_cache=no_cache, scheduler=scheduler
    )
    rows = common.read_glossary(settings, needed=glossary is not None).rows
    sources, errors = _sources(paths or [], settings)
    two = paths is not None and len(paths) == 2 and len(sources) == 2
    if len(sources) + len(errors) < 2:
        raise UsageError(
            "one text alone is compared with nothing",
            where=", ".join(source.name for source in sources),
            fix="name another, or a folder",
        )
    with Progress("comparing", quiet=quiet) as progress:
        done = comparison.run(sources, settings, progress, rows, two=two, details=not groups)
    if done.note:
        common.note(done.note, quiet=quiet)
    columns = width or shutil.get_terminal_size((100, 24)).columns
    color = out.wants_color(output)
    out.write(render(done.comparison, style, width=columns, color=color), output)
    common.finish((*errors, *done.errors))


def _sources(paths: list[str], settings: "Config") -> "tuple[list[Source], list[ZhenError]]":
    """Return the texts that the paths name, each once."""
    from zhen_align.engine import tasks

    planned, errors = tasks.plan(paths, settings)
    sources = {source.name: source for task in planned for source in task.sources}
    return [sources[name] for name in sorted(sources)], list(errors)
