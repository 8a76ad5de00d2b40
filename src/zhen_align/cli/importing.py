"""`zhen-align import`: decisions made elsewhere, merged into the glossary."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zhen_align.cli import options
from zhen_align.errors import InputError, UsageError

if TYPE_CHECKING:
    from zhen_align.glossary.adopt import Adopted
    from zhen_align.glossary.rows import Row, Table


_TEXTS = {"po": "po", "tmx": "tmx", "xlf": "xliff", "xliff": "xliff"}
"""Formats that hold texts as often as terms, by the names that `read/` has for them."""


def import_(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="An edited copy: .csv, .xlsx, .tsv; or .tbx, .tmx, .po, .xlf; - is standard "
            "input, with --format.",
        ),
    ],
    style: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            help="csv, xlsx, tsv, tbx, tmx, po, xliff, or pairs: a list of "
            "two columns; else by its name.",
        ),
    ] = "",
    status: Annotated[
        str,
        typer.Option(
            "--status",
            metavar="NAME",
            help="What pairs without a status become; without "
            "this, candidates, and only where the glossary does not have them.",
        ),
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; print the rows that would change.")
    ] = False,
    config: options.ConfigFile = None,
    glossary: options.Glossary = None,
    quiet: options.Quiet = False,
) -> None:
    """Merge a copy of the glossary, or another one, into it; no row is ever dropped."""
    from zhen_align.cli import common
    from zhen_align.cli import output as out
    from zhen_align.glossary import store
    from zhen_align.glossary.adopt import adopt
    from zhen_align.glossary.exchange import READERS, module
    from zhen_align.glossary.exchange.grid import from_grid
    from zhen_align.glossary.exchange.told import left_out
    from zhen_align.glossary.rows import Status

    name = style or file.suffix.lower().removeprefix(".")
    if not style and name not in READERS:
        raise UsageError(
            "which format this is its name does not say", where=str(file), fix="add --format csv"
        )
    common.one_of(name, tuple(READERS), "--format")
    settings = common.configure(config, glossary=glossary, no_cache=True)
    data = _bytes(file)
    if status:
        common.one_of(status, tuple(Status), "--status")
    if name in _TEXTS and (count := left_out(data, str(file), _TEXTS[name])):
        sentences = (
            "1 pair is a sentence and is" if count == 1 else f"{count} pairs are sentences and are"
        )
        common.note(
            f"{sentences} left out; `lint` and `align` read {file.name} itself", quiet=quiet
        )
    copy = from_grid(module(name, READERS).read(data, str(file)), str(file))
    common.warn_of_contradictions(copy, str(file))
    called = common.name_of(settings)
    write = store.preview if dry_run else store.update
    done: list[Adopted] = []

    def change(table: "Table") -> "Table":
        done.append(adopt(table, _judged(copy, table, status)))
        return done[-1].table

    write(settings.glossary_path, change, called)
    if dry_run:
        out.write(_differences(done[-1]))
    elif not quiet:
        added, changed = len(done[-1].added), len(done[-1].changed)
        rows = "row" if added == 1 else "rows"
        out.write(f"{called}: {added} {rows} added, {changed} changed\n")
    common.finish(())


def _bytes(file: Path) -> bytes:
    if str(file) == "-":
        return sys.stdin.buffer.read()
    try:
        return file.read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror}", where=str(file), fix="name a file that can"
        ) from error


def _judged(copy: "Table", table: "Table", status: str) -> "Table":
    """Return what a copy of another program says; what it has not judged overrules nobody."""
    from zhen_align.glossary.rows import Status

    if "source" in copy.columns:
        return copy
    known = {(row.en, row.zh) for row in table.rows}
    # other formats give an abbreviation as a form of its own
    short = {(row.abbr, row.zh) for row in (*table.rows, *copy.rows)} - known
    rows = []
    for row in copy.rows:
        pair = (row.en, row.zh)
        if row.status is not Status.CANDIDATE:
            rows.append(row)
        elif pair not in short and (status or pair not in known):
            rows.append(replace(row, status=Status(status)) if status else row)
    return replace(copy, rows=tuple(rows))


def _differences(adopted: "Adopted") -> Iterator[str]:
    for old, new in adopted.changed:
        yield f"- {_line(old)}\n+ {_line(new)}\n"
    for row in adopted.added:
        yield f"+ {_line(row)}\n"


def _line(row: "Row") -> str:
    from zhen_align.glossary.rows import COLUMNS, cells, escape

    return "\t".join(escape(cell) for cell in (*cells(row, COLUMNS), *row.extra)).rstrip("\t")
