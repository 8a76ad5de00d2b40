"""`zhen-align lint`: what is wrong with translations; the CI job.

Here are its options and their order of events; what they mean is in lint_options.py, the
gates that findings pass are in lint_gates.py.
"""

from pathlib import Path
from typing import Annotated

import typer

from zhen_align.cli import options

_RULES = "zhen-align rules lists them; repeatable, or separated by commas."


def lint(
    paths: options.Paths = None,
    style: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="NAME",
            show_default=False,
            help="text, json, sarif, github, gitlab, junit, checkstyle, rdjson or markdown. "
            "Default: github where GitHub Actions runs it, else text.",
        ),
    ] = None,
    rule: Annotated[
        list[str] | None,
        typer.Option("--rule", "--select", metavar="RULE", help=f"Run only these rules. {_RULES}"),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="RULE", help="Run all but these rules, as --rule."),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option("--fail-on", metavar="LEVEL", help="Exit 1 from error, warning or info on."),
    ] = None,
    max_warnings: Annotated[
        int | None,
        typer.Option("--max-warnings", metavar="N", min=0, help="Exit 1 at more warnings, too."),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit 0 whatever is found, for reports.")
    ] = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Say how often each rule spoke.")
    ] = False,
    write: Annotated[
        list[str] | None,
        typer.Option(
            "--write", metavar="FORMAT=FILE", help="Write another format too; repeatable."
        ),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option("--baseline", metavar="FILE", help="Leave out the findings accepted there."),
    ] = None,
    write_baseline: Annotated[
        Path | None,
        typer.Option("--write-baseline", metavar="FILE", help="Accept what is found, there."),
    ] = None,
    strict_baseline: Annotated[
        bool,
        typer.Option("--strict-baseline", help="Exit 1 where the baseline is out of date."),
    ] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Make the fixes that are certain.")] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix would do, and write nothing.")
    ] = False,
    changed_since: Annotated[
        str | None,
        typer.Option(
            "--changed-since",
            metavar="REV",
            help="Judge all, show only pairs that git says have changed.",
        ),
    ] = None,
    whole_set: Annotated[
        bool,
        typer.Option(
            "--whole-set", help="Judge the configured paths, show only the pairs of the PATHs."
        ),
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Look again when a text changes, until Ctrl-C.")
    ] = False,
    stdin_filename: options.StdinName = "",
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
    """Check translations; exit 1 where something is found."""
    from zhen_align.cli import common, lint_gates, lint_options
    from zhen_align.cli import output as out

    def look() -> None:
        settings = common.configure(
            config,
            glossary=glossary,
            jobs=jobs,
            no_cache=no_cache,
            scheduler=scheduler,
            encoder=encoder,
            allow_download=allow_download,
        )
        settings = lint_options.limited(settings, rule, ignore, fail_on, max_warnings)
        shown = lint_options.Shown(
            formats=lint_options.formats(style, output, write or ()),
            statistics=statistics,
            diff=diff,
            quiet=quiet,
        )
        request = lint_gates.Request(
            paths=tuple(paths or ()),
            baseline=lint_options.baseline(settings, baseline, write_baseline),
            write_baseline=write_baseline,
            changed_since=changed_since,
            whole_set=whole_set,
            fixing=fix or diff,
            quiet=quiet,
            stdin=stdin_filename,
        )
        lint_gates.check(request, strict=strict_baseline)
        for place in lint_options.places(shown, write_baseline):
            out.check_writable(place)
        common.check_rules(settings)
        rows = common.read_glossary(settings, needed=glossary is not None).rows

        judged = lint_gates.judge(request, settings, rows)
        edits = lint_gates.edits(judged.report, settings) if fix or diff else []
        for _ in range(lint_gates.PASSES):
            if diff or not edits:
                break
            # of two fixes that overlap one is made: the other may still be there
            lint_gates.write(edits, settings, quiet=quiet)
            judged = lint_gates.judge(request, settings, rows)
            edits = lint_gates.edits(judged.report, settings)
        lint_options.show(judged.report, shown, edits)
        fails = lint_options.fails(judged.report, settings, strict=strict_baseline)
        common.finish(judged.session.errors, code=int(fails and not exit_zero))

    if not watch:
        look()
        return
    from zhen_align.cli import lint_watch

    lint_watch.check(paths, write_baseline=write_baseline, changed_since=changed_since, diff=diff)
    lint_watch.watch(look, paths, config, glossary, baseline, quiet=quiet)
