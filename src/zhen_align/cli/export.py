"""`zhen-align export`: the glossary in a format of another tool."""

from typing import Annotated

import typer

from zhen_align.cli import options
from zhen_align.errors import UsageError


def export(
    style: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="csv, xlsx, tbx, tbx-v2, tmx, po, deepl, azure, google or jieba.",
            show_default=False,
        ),
    ],
    paths: options.Paths = None,
    contexts: Annotated[
        int,
        typer.Option("--contexts", metavar="N", min=0, help="Aligned examples beside each row."),
    ] = 0,
    output: options.Output = "-",
    config: options.ConfigFile = None,
    glossary: options.Glossary = None,
    jobs: options.Jobs = None,
    no_cache: options.NoCache = False,
    quiet: options.Quiet = False,
) -> None:
    """Write the glossary in a format of another tool."""
    from zhen_align.cli import common
    from zhen_align.cli import output as out
    from zhen_align.errors import ZhenError
    from zhen_align.glossary.exchange import WRITERS, module
    from zhen_align.glossary.exchange.grid import to_grid

    common.one_of(style, tuple(WRITERS), "export")
    if style == "xlsx" and output == "-":
        raise UsageError("a workbook is no text", where="-", fix="name a file with -o FILE.xlsx")
    if style not in {"csv", "xlsx"} and contexts:
        raise UsageError(f"{style} has no room for --contexts", fix="leave it out")
    if paths and not contexts:
        raise UsageError("texts are read for --contexts only", fix="add --contexts 2")
    out.check_writable(output)
    settings = common.configure(config, glossary=glossary, jobs=jobs, no_cache=no_cache)
    table = common.read_glossary(settings, needed=True)
    examples, errors = None, tuple[ZhenError, ...]()
    if contexts:
        from zhen_align.glossary.usage import shown, usage

        session = common.read_and_align(paths, settings, quiet=quiet)
        _, found = usage(table.rows, session.paired, contexts)
        examples = {number: list(shown(each)) for number, each in found.items()}
        errors = tuple(session.errors)
    writer = module(style, WRITERS)
    data: bytes = writer.write(to_grid(table, examples))
    if left_out := getattr(writer, "LEFT_OUT", ""):
        common.note(f"{style} has no room for everything: left out are {left_out}", quiet=quiet)
    if output == "-":
        out.write(data.decode("utf-8-sig").replace("\r\n", "\n"), output)
    else:
        from pathlib import Path

        out.replace(Path(output), data)
    common.finish(errors)
