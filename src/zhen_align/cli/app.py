"""The command line: which commands there are. How each ends is outcome.py's business.

A command is one file and one line in COMMANDS. Only the command that is asked for is
loaded, and nothing heavier than Typer at the top of its module: `--help` must not wait
for pandas, nor a look-up for the options of nine other commands.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

COMMANDS = {
    "build": "build.build",
    "align": "align.align",
    "lint": "lint.lint",
    "lookup": "lookup.lookup",
    "compare": "compare.compare",
    "review": "review.review",
    "report": "report.report",
    "export": "export.export",
    "import": "importing.import_",
    "rules": "rules.rules",
    "tune": "tune.tune",
    "init": "init.init",
    "completion": "completion.completion",
    "lsp": "lsp.lsp",
}
"""Each command, and the module and function that are it."""


def program(arguments: Sequence[str]) -> typer.Typer:
    """Return the program as far as these arguments need it: one command, or all of them."""
    app = typer.Typer(
        name="zhen-align",
        add_completion=False,
        pretty_exceptions_enable=False,
        # without Rich: loading it costs a third of the start
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(root)
    asked = arguments[0] if arguments else ""
    for name in (asked,) if asked in COMMANDS else COMMANDS:
        module, _, function = COMMANDS[name].partition(".")
        app.command(name)(getattr(import_module(f"zhen_align.cli.{module}"), function))
    return app


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
