"""The arguments and options that commands share, each said once."""

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Files, folders or globs; - is standard input. Default: the configuration's paths.",
        show_default=False,
    ),
]
StdinName = Annotated[
    str,
    typer.Option(
        "--stdin-filename",
        metavar="NAME",
        help="What standard input is called; its suffix names the format.",
        show_default=False,
    ),
]
ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="FILE", help="The configuration, instead of the nearest upwards."
    ),
]
Glossary = Annotated[
    Path | None,
    typer.Option("--glossary", metavar="FILE", help="The glossary, instead of the configured one."),
]
Output = Annotated[
    str,
    typer.Option("--output", "-o", metavar="FILE", help="Where the result goes; - is stdout."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no notes: errors only.")]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", metavar="N", min=0, help="Processes; 0 is one for each core."),
]
Encoder = Annotated[
    str | None,
    typer.Option(
        "--encoder",
        metavar="NAME",
        help="Let the sentence vectors of a model count, too: its folder, or its name.",
    ),
]
AllowDownload = Annotated[
    bool,
    typer.Option("--allow-download", help="Fetch the encoder where it is not on this machine."),
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        metavar="ADDRESS",
        help="Work on Dask: tcp://HOST:PORT, or local:N for N processes here.",
    ),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither read nor write .zhen/.")]
