"""`zhen-align align`: aligned sentences, or who is paired with whom."""

from pathlib import Path
from typing import Annotated

import typer

from zhen_align.align.outputs import OUTPUTS
from zhen_align.cli import options
from zhen_align.errors import UsageError

FORMATS = tuple(OUTPUTS)


def align(
    paths: options.Paths = None,
    zh: Annotated[
        Path | None, typer.Option("--zh", metavar="F", help="The Chinese text, or a folder.")
    ] = None,
    en: Annotated[
        Path | None, typer.Option("--en", metavar="F", help="The English text, or a folder.")
    ] = None,
    lines: Annotated[
        bool,
        typer.Option(
            "--lines", help="--zh and --en hold one sentence a line (.gz too); blank ones count."
        ),
    ] = False,
    style: Annotated[
        str, typer.Option("--format", metavar="NAME", help=f"One of {', '.join(FORMATS)}.")
    ] = "jsonl",
    list_pairs: Annotated[
        bool, typer.Option("--list-pairs", help="Show who is paired with whom, and why.")
    ] = False,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Show what spoke for each bead; a PATH may be PATH:LINE."),
    ] = False,
    min_score: Annotated[
        float,
        typer.Option("--min-score", metavar="P", min=0, max=1, help="Leave out beads below this."),
    ] = 0.0,
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
    """Print aligned sentences, one bead a line.

    With --zh and --en the two texts are named; with --lines as well, each of their lines is
    a sentence, and --format ladder prints line numbers only. A blank line is no sentence,
    but has its number. Two folders are aligned file by file, as one collection, and -o
    names the folder for the results.

    TMX and XLIFF hold the original and its translation: which is which is the
    configuration's `target`, or told from names and layout.
    """
    from zhen_align.align.outputs import render, sure
    from zhen_align.cli import common, pairs, reasons
    from zhen_align.cli import output as out

    common.one_of(style, FORMATS, "--format")
    _check(paths, zh, en, lines, style)
    settings = common.configure(
        config,
        glossary=glossary,
        jobs=jobs,
        no_cache=no_cache,
        scheduler=scheduler,
        encoder=encoder,
        allow_download=allow_download,
    )
    if lines and zh is not None and en is not None:
        from zhen_align.cli.align_lines import align_lines

        how = "explain" if explain else style
        align_lines(zh, en, settings, style=how, least=min_score, output=output, quiet=quiet)
        return
    out.check_writable(output)
    named = (zh, en) if zh is not None and en is not None else None
    wanted, lines_of = reasons.places(paths or ()) if explain else (paths, None)
    session = common.read_and_align(
        wanted, settings, quiet=quiet, named=named, stdin=stdin_filename
    )
    if list_pairs:
        out.write(pairs.listing(session.alignments), output)
    elif explain:
        shown = list(reasons.listing(session.paired, settings, min_score, lines_of))
        out.write(shown, output)
        if not shown:
            common.note("no aligned sentences there: nothing to explain", quiet=quiet)
    else:
        found = [sure(alignment, min_score) for alignment in session.paired]
        out.write(render(found, style, common.target_of(found, settings)), output)
        for document in session.unpaired:
            common.note(f"{document.path}: no partner, nothing to align", quiet=quiet)
        if named and not any(bead.zh and bead.en for each in found for bead in each.beads):
            what = (
                f"{zh} and {en}: nothing aligned; is the first Chinese, the second its translation?"
            )
            common.note(what, quiet=quiet)
    common.finish(session.errors)


def _check(
    paths: list[str] | None, zh: Path | None, en: Path | None, lines: bool, style: str
) -> None:
    """Complain of options that do not go together."""
    if (zh is None) != (en is None):
        raise UsageError("--zh and --en go together", fix="name both")
    if lines and zh is None:
        raise UsageError("--lines needs --zh and --en", fix="name both")
    if paths and zh is not None:
        raise UsageError(
            "--zh and --en leave no place for a PATH", fix="leave one or the other out"
        )
    if style == "ladder" and not lines:
        raise UsageError("a ladder is made of line numbers", fix="add --lines, --zh and --en")
