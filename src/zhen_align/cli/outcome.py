"""How a run ends: every way out of the program, and its exit code.

0 fine; 1 findings, no match, not up to date (a command says so by `typer.Exit(1)`);
2 wrong usage, configuration or input; 3 a bug of ours; 130 interrupted. Commands raise
and never print an error themselves.
"""

import os
import sys
from collections.abc import Sequence
from typing import TextIO, cast

import typer

from zhen_align.errors import ZhenError

FINE, WRONG, BUG, INTERRUPTED = 0, 2, 3, 130

# what Typer raises for a wrong command line; found through a class that Typer exports,
# because some of its versions bring a Click of their own
_CommandLineError: type[Exception] = typer.BadParameter.__mro__[2]


def run(arguments: Sequence[str]) -> int:
    """Run one command; return the exit code."""
    _open_what_is_closed()
    _prepare(sys.stdout, sys.stderr)
    try:
        code = _call(arguments)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        code = FINE  # the reader has seen enough
    if code == INTERRUPTED:
        complain("interrupted")
    _flush()
    return code


def complain(message: object) -> None:
    """Say one line to the user; a standard error that is closed is no reason to fail."""
    line = " ".join(str(message).split("\n"))
    try:
        print(line, file=sys.stderr, flush=True)
    except (OSError, ValueError):
        return


def complain_of(error: ZhenError) -> None:
    """Say what a user can mend."""
    complain(f"error: {error}")


def _call(arguments: Sequence[str]) -> int:
    """Run one command and turn what it raises into a line and a code."""
    try:
        if "ZHEN_ALIGN_COMPLETE" in os.environ:
            return _complete(arguments, os.environ["ZHEN_ALIGN_COMPLETE"])
        from zhen_align.cli.app import program

        command = typer.main.get_command(program(arguments))
        result = command.main(list(arguments), prog_name="zhen-align", standalone_mode=False)
        return result if isinstance(result, int) else FINE
    except ZhenError as error:
        complain_of(error)
        return WRONG
    except _CommandLineError as error:
        complain(f"error: {_usage(error)}")
        return WRONG
    except SystemExit:
        return FINE  # Typer's way out where the reader of --help has gone
    except typer.Abort:
        return INTERRUPTED
    except (KeyboardInterrupt, BrokenPipeError):
        raise
    except Exception as error:
        return _bug(error, arguments)


def _complete(arguments: Sequence[str], place: str) -> int:
    """Print what the Tab key offers, one a line."""
    from zhen_align.cli.completion_words import offered

    print("".join(f"{each}\n" for each in offered(arguments, place)), end="")
    return FINE


def _usage(error: Exception) -> str:
    """Return Click's complaint as one line with where to look further."""
    shown = getattr(error, "format_message", lambda: str(error))().strip().rstrip(".")
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "zhen-align"
    return f"{shown}; see {path} --help"


def _bug(error: Exception, arguments: Sequence[str]) -> int:
    """Keep the traceback in a file and say where it is."""
    import platform
    import tempfile
    import traceback

    from zhen_align import __version__

    report = (
        f"zhen-align {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
        f"arguments: {list(arguments)!r}\n\n{traceback.format_exc()}"
    )
    complain(f"error: a bug in zhen-align, not in your files: {type(error).__name__}: {error}")
    try:
        handle, name = tempfile.mkstemp(prefix="zhen-align-bug-", suffix=".txt")
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(report)
    except OSError:
        print(report, file=sys.stderr)
        complain("Please report it with the lines above (CONTRIBUTING.md says how).")
    else:
        complain(
            f"The traceback is in {name}; please report it with that file (see CONTRIBUTING.md)."
        )
    return BUG


def _open_what_is_closed() -> None:
    """Read nothing from a standard input that is closed; what is said to nobody is lost.

    A standard output that is closed is complained of where a result wants to go there.
    """
    if sys.stdin is None:
        sys.stdin = _nowhere("r")
    if sys.stderr is None:
        sys.stderr = _nowhere("w")


def _nowhere(mode: str) -> TextIO:
    return cast(TextIO, open(os.devnull, mode, encoding="utf-8"))


def _prepare(*streams: TextIO) -> None:
    """Make what is piped UTF-8 with plain line ends, and let no character stop us."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="backslashreplace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _flush() -> None:
    """Push out what is still held back, or drop it where nobody reads it any more."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        from zhen_align.cli.output import discard

        discard(sys.stdout)
