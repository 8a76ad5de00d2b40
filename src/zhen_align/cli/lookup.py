"""`zhen-align lookup`: how do we say this? The glossary answers, and the aligned texts."""

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from zhen_align.cli import options
from zhen_align.errors import InputError, UsageError


def lookup(
    terms: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TERM]...",
            help="Terms or abbreviations, English or Chinese; - reads one a line. "
            "With none, a prompt.",
            show_default=False,
        ),
    ] = None,
    context: Annotated[
        int,
        typer.Option(
            "--context", metavar="N", min=0, help="Show up to N aligned pairs with each answer."
        ),
    ] = 0,
    concordance: Annotated[
        bool,
        typer.Option("--concordance", help="Show the aligned pairs that have the string or term."),
    ] = False,
    paths: Annotated[
        list[str] | None,
        typer.Option("--path", metavar="GLOB", help="Only pairs of these files or folders."),
    ] = None,
    side: Annotated[
        str, typer.Option("--side", metavar="zh|en", help="Only where it stands on this side.")
    ] = "",
    statuses: Annotated[
        list[str] | None,
        typer.Option(
            "--status", metavar="NAME", help="Only where a rendering of this status is used."
        ),
    ] = None,
    limit: Annotated[
        int,
        typer.Option("--limit", metavar="N", min=0, help="Pairs of a concordance; 0 is all."),
    ] = 20,
    style: Annotated[
        str, typer.Option("--format", metavar="NAME", help="text, json, tsv or markdown.")
    ] = "text",
    output: options.Output = "-",
    config: options.ConfigFile = None,
    glossary: options.Glossary = None,
    jobs: options.Jobs = None,
    no_cache: options.NoCache = False,
    quiet: options.Quiet = False,
) -> None:
    """Look terms up in the glossary; exit 1 where one of them is not in it.

    What is only near is set apart as "did you mean", and is never an answer. Aligned pairs
    are those of the last `build`.
    """
    from zhen_align.cli import common
    from zhen_align.cli import output as out

    common.one_of(style, ("text", "json", "tsv", "markdown"), "--format")
    _check(terms, paths, side, statuses, concordance)
    out.check_writable(output)
    settings = common.configure(config, glossary=glossary, jobs=jobs, no_cache=no_cache)
    if not terms:
        from zhen_align.cli.lookup_prompt import prompt

        prompt(settings, context=context, quiet=quiet)
        return
    asked = _asked(terms)
    if concordance:
        from zhen_align.cli.lookup_pairs import Filters, shown

        filters = Filters(tuple(paths or ()), side, tuple(statuses or ()), limit)
        text, found = shown(asked, settings, filters, style, output, quiet=quiet)
    else:
        from zhen_align.cli.lookup_store import answered, screen
        from zhen_align.lookup.outputs import FORMATS

        answers = answered(asked, settings, context=context, quiet=quiet)
        text = FORMATS[style](answers, screen(output))
        found = all(each.matches for each in answers)
    out.write(text, output)
    common.finish((), code=int(not found))


def _check(
    terms: Sequence[str] | None,
    paths: Sequence[str] | None,
    side: str,
    statuses: Sequence[str] | None,
    concordance: bool,
) -> None:
    """Complain of what cannot be asked."""
    from zhen_align.cli import common
    from zhen_align.glossary.rows import Status

    if any(not term.strip() for term in terms or ()):
        raise UsageError("a term is empty", fix="name one, or - for a list on standard input")
    if any(not _is_text(term) for term in terms or ()):
        fix = "write it in the encoding of the terminal, or give it on standard input"
        raise UsageError("a term is not text", fix=fix)
    if side:
        common.one_of(side, ("zh", "en"), "--side")
    for status in statuses or ():
        common.one_of(status, tuple(Status), "--status")
    if (paths or side or statuses) and not concordance:
        raise UsageError(
            "--path, --side and --status filter aligned pairs", fix="add --concordance"
        )
    if any(not path.strip() for path in paths or ()):
        raise UsageError("a path is empty", where="--path", fix="name a file, folder or glob")
    if concordance and not terms:
        raise UsageError("--concordance needs a string", fix="name one")


def _is_text(term: str) -> bool:
    """Whether a term has bytes behind it that are characters; nothing else can be looked up."""
    try:
        term.encode()
    except UnicodeEncodeError:
        return False
    return True


def _asked(terms: Sequence[str]) -> list[str]:
    """Return the terms, `-` replaced by the lines of standard input."""
    from zhen_align.read.decode import decode

    asked: list[str] = []
    for term in terms:
        if term == "-":
            text, _ = decode(sys.stdin.buffer.read(), "-")
            asked += [line.strip() for line in text.splitlines() if line.strip()]
        else:
            asked.append(term)
    if not asked:
        raise InputError("no term", where="-", fix="write one term a line")
    return asked
