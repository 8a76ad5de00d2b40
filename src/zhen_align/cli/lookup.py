"""`zhen-align lookup`: how do we say this? The glossary answers, in either language."""

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from zhen_align.cli import options
from zhen_align.errors import InputError, UsageError


def lookup(
    terms: Annotated[
        list[str],
        typer.Argument(
            metavar="TERM...",
            help="Terms or abbreviations, English or Chinese; - reads one a line.",
            show_default=False,
        ),
    ],
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
    """Look terms up in the glossary; exit 1 where one of them is not in it."""
    from zhen_align.cli import common
    from zhen_align.cli import output as out
    from zhen_align.cli.lookup_store import answered
    from zhen_align.lookup.outputs import FORMATS

    common.one_of(style, tuple(FORMATS), "--format")
    if any(not term.strip() for term in terms):
        raise UsageError("a term is empty", fix="name one, or - for a list on standard input")
    out.check_writable(output)
    settings = common.configure(config, glossary=glossary, jobs=jobs, no_cache=no_cache)
    asked = _asked(terms)
    answers = answered(asked, settings, quiet=quiet)
    out.write(FORMATS[style](answers), output)
    common.finish((), code=int(any(not each.matches for each in answers)))


def _asked(terms: Sequence[str]) -> list[str]:
    """Return the terms, `-` replaced by the lines of standard input."""
    asked: list[str] = []
    for term in terms:
        if term == "-":
            lines = sys.stdin.buffer.read().decode("utf-8-sig", errors="replace").splitlines()
            asked += [line.strip() for line in lines if line.strip()]
        else:
            asked.append(term)
    if not asked:
        raise InputError("no term", where="-", fix="write one term a line")
    return asked
