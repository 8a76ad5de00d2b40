"""`zhen-align lsp`: diagnostics, hovers and fixes in an editor."""

from typing import Annotated

import typer

from zhen_align.errors import UsageError


def lsp(
    stdio: Annotated[
        bool, typer.Option("--stdio", help="Speak over standard input and output: the default.")
    ] = True,
) -> None:
    """Serve an editor over standard input and output."""
    try:
        from zhen_align.lsp.server import start
    except ImportError as error:
        raise UsageError("needs pygls", where="lsp", fix="install zhen-align[lsp]") from error
    start()
