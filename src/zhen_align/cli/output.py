"""Where results go: standard output, or a file that appears whole or not at all."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from zhen_align.errors import UsageError


def write(text: str | Iterable[str], to: str = "-") -> None:
    """Write `text` (or its pieces, in order) to the file `to`; `-` is standard output."""
    pieces = [text] if isinstance(text, str) else text
    if to == "-":
        _print(pieces)
    else:
        replace(Path(to), "".join(pieces).encode("utf-8", errors="backslashreplace"))


def replace(path: Path, data: bytes) -> None:
    """Put `data` where `path` is, in one step: no reader ever sees half of it."""
    import tempfile

    if path.is_dir():
        raise UsageError("is a folder", where=str(path), fix="name a file to write")
    if path.exists() and not path.is_file():
        try:
            path.write_bytes(data)  # a pipe or /dev/null cannot be replaced
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _unwritable(path, error) from error
        return
    target = Path(os.path.realpath(path))  # what a link points to, not the link
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _unwritable(path, error) from error
        raise


def check_writable(to: str) -> None:
    """Complain of a place that cannot be written to before the work is done, not after."""
    if to == "-":
        if sys.stdout is None:
            raise UsageError("standard output is closed", fix="open it, or name a file with -o")
        return
    path = Path(to)
    if path.is_dir():
        raise UsageError("is a folder", where=to, fix="name a file to write")
    if not path.parent.is_dir():
        raise UsageError(
            f"the folder {path.parent} does not exist", where=to, fix="make it, or name another"
        )
    # a pipe or /dev/null is written to; for a file another one is put in its place
    needed = [path.parent] if not path.exists() else [path]
    if path.is_file():
        needed.append(Path(os.path.realpath(path)).parent)
    if not all(os.access(each, os.W_OK) for each in needed):
        raise UsageError("cannot be written to", where=to, fix="name another place")


def is_terminal(to: str = "-") -> bool:
    """Whether what is written there is read on a terminal."""
    return to == "-" and sys.stdout is not None and sys.stdout.isatty()


def wants_color(to: str) -> bool:
    """Whether what is written there is read on a terminal by someone who minds no colour."""
    return is_terminal(to) and not os.environ.get("NO_COLOR")


def discard(stream: TextIO) -> None:
    """Send what is still to come nowhere: the reader of `stream` has gone."""
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())


def _print(pieces: Iterable[str]) -> None:
    """Print piece by piece; once the reader has gone, quietly go on to the right exit code."""
    if sys.stdout is None:
        raise UsageError("standard output is closed", fix="open it, or name a file with -o")
    try:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
    except BrokenPipeError:
        discard(sys.stdout)
    except OSError as error:
        discard(sys.stdout)
        raise _unwritable(Path("standard output"), error) from error


def _mode(target: Path) -> int:
    """Return the mode the file has, or the one that a new file gets here."""
    try:
        return target.stat().st_mode & 0o7777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _unwritable(path: Path, error: OSError) -> UsageError:
    """Return the complaint about a place that does not take a file."""
    return UsageError(
        f"cannot be written: {error.strerror}", where=str(path), fix="name another place"
    )
