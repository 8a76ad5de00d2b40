"""`zhen-align report`: the state of some texts as one page."""

from typing import Annotated

import typer

from zhen_align.cli import options

FORMATS = ("html", "json")


def report(
    paths: options.Paths = None,
    style: Annotated[
        str,
        typer.Option("--format", metavar="NAME", help="html (one self-contained page) or json."),
    ] = "html",
    title: Annotated[
        str, typer.Option("--title", metavar="TEXT", help="What the report is called.")
    ] = "",
    date: Annotated[
        str,
        typer.Option(
            "--date", metavar="TEXT", help="A date to say there; without it, none is said."
        ),
    ] = "",
    doubtful: Annotated[
        float,
        typer.Option("--doubtful", metavar="P", min=0, max=1, help="Mark beads that score less."),
    ] = 0.5,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="LEVEL",
            help="Exit 1 from error, warning or info on; without it, findings do not fail.",
        ),
    ] = None,
    accounts: Annotated[
        bool,
        typer.Option(
            "--accounts/--no-accounts", help="Compare the accounts of one work among the texts."
        ),
    ] = True,
    output: options.Output = "-",
    config: options.ConfigFile = None,
    glossary: options.Glossary = None,
    jobs: options.Jobs = None,
    scheduler: options.Scheduler = None,
    encoder: options.Encoder = None,
    allow_download: options.AllowDownload = False,
    no_cache: options.NoCache = False,
    quiet: options.Quiet = False,
) -> None:
    """Show texts side by side, with their findings and terms, as one page.

    The page needs nothing from elsewhere and works offline; the same input makes the same
    bytes. It shows the findings that `lint` has for the same paths, and is no gate itself.
    """
    from zhen_align import pipeline
    from zhen_align.cli import common, lint_gates, lint_options
    from zhen_align.cli import output as out
    from zhen_align.cli.progress import Progress
    from zhen_align.compare.result import NOTHING
    from zhen_align.engine.extraction import candidates
    from zhen_align.report import gather, json, page
    from zhen_align.report.accounts import compared as find_accounts

    common.one_of(style, FORMATS, "--format")
    settings = common.configure(
        config,
        glossary=glossary,
        jobs=jobs,
        no_cache=no_cache,
        scheduler=scheduler,
        encoder=encoder,
        allow_download=allow_download,
    )
    settings = lint_options.limited(settings, None, None, fail_on, None)
    out.check_writable(output)
    common.check_rules(settings)
    table = common.read_glossary(settings, needed=glossary is not None)
    request = lint_gates.Request(
        paths=tuple(paths or ()),
        baseline=lint_options.baseline(settings, None, None),
        quiet=quiet,
    )
    judged = lint_gates.judge(request, settings, table.rows)
    found = candidates(judged.session, settings)
    compared, note = NOTHING, ""
    if accounts:
        with Progress("comparing", quiet=quiet) as progress:
            compared, note = find_accounts(judged.session, settings, progress, table.rows)
    if note:
        common.note(note, quiet=quiet)
    overview = gather.overview(
        judged.session,
        judged.report,
        pipeline.merged(table, found).rows,
        target=settings.target,
        title=title,
        date=date,
        doubtful_below=doubtful,
        compared=compared,
    )
    out.write({"html": page.render, "json": json.render}[style](overview), output)
    fails = fail_on is not None and judged.report.fails(settings.fail_on)
    common.finish(judged.session.errors, code=int(fails))
