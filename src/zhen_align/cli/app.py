"""The command line: which commands there are. How each ends is outcome.py's business.

A command is one file and one line in COMMANDS. Nothing heavier than Typer is imported
here, nor at the top of a command's module: `--help` must not wait for pandas.
"""

from collections.abc import Callable
from typing import Annotated

import typer

from zhen_align.cli.align import align
from zhen_align.cli.build import build
from zhen_align.cli.export import export
from zhen_align.cli.importing import import_
from zhen_align.cli.init import init
from zhen_align.cli.lint import lint
from zhen_align.cli.lookup import lookup
from zhen_align.cli.rules import rules
from zhen_align.cli.tune import tune

COMMANDS: dict[str, Callable[..., None]] = {
    "build": build,
    "align": align,
    "lint": lint,
    "lookup": lookup,
    "export": export,
    "import": import_,
    "rules": rules,
    "tune": tune,
    "init": init,
}

app = typer.Typer(
    name="zhen-align",
    add_completion=False,
    pretty_exceptions_enable=False,
    # without Rich: loading it costs a third of the start
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _name, _function in COMMANDS.items():
    app.command(_name)(_function)


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Chinese/English technical texts: align them, extract their terms, check the translation."""
    if version:
        from zhen_align import __version__

        typer.echo(f"zhen-align {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)
