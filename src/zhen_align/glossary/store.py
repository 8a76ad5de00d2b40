"""The glossary file: read it, and change it so that nothing is ever lost.

A change is read, made and written under a lock; the new bytes go to a neighbour that then
takes the name, so that at every moment the file is whole: the old one or the new one.
"""

import errno
import hashlib
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from zhen_align.errors import GlossaryError
from zhen_align.glossary.rows import Table, parse, render

_PATIENCE = 60.0  # seconds to wait for another program that writes the same file


@dataclass(frozen=True, slots=True)
class Outcome:
    """The table before and after a change, and whether the file was written."""

    before: Table
    after: Table
    written: bool


def read(path: Path, name: str = "") -> Table:
    """Return the rows of the file; none where there is no file. `name` stands in errors."""
    name = name or str(path)
    data = _bytes(path, name)
    return Table() if data is None else parse(_decoded(data, name), name)


def text(path: Path, name: str = "") -> str:
    """Return the file as it is read, for those who point into it; nothing where there is none."""
    data = _bytes(path, name or str(path))
    return "" if data is None else _decoded(data, name or str(path))


def preview(path: Path, change: Callable[[Table], Table], name: str = "") -> Outcome:
    """Return what `update` would do; `written` says whether it would write."""
    name = name or str(path)
    return _outcome(_bytes(path, name), change, name, parse)


def update(
    path: Path,
    change: Callable[[Table], Table],
    name: str = "",
    reader: Callable[[str, str], Table] = parse,
) -> Outcome:
    """Read the glossary, change it and write it back, with no other program in between.

    `reader` may know the table of a text that has not changed.
    """
    from filelock import FileLock, Timeout

    name = name or str(path)
    target = path.resolve()  # a link stays a link
    try:
        with FileLock(_lock(target), timeout=_PATIENCE):
            return _update(target, change, name, reader)
    except Timeout:
        raise GlossaryError(
            "another program has been writing this file for a minute",
            where=name,
            fix="wait for it, or end it, and run again",
        ) from None


def _update(
    target: Path,
    change: Callable[[Table], Table],
    name: str,
    reader: Callable[[str, str], Table],
) -> Outcome:
    while True:
        old = _bytes(target, name)
        outcome = _outcome(old, change, name, reader)
        if not outcome.written or _write(target, old, render(outcome.after).encode(), name):
            return outcome


def _outcome(
    old: bytes | None,
    change: Callable[[Table], Table],
    name: str,
    reader: Callable[[str, str], Table],
) -> Outcome:
    before = Table() if old is None else reader(_decoded(old, name), name)
    after = change(before)
    same = not after.rows if old is None else render(after).encode() == old
    return Outcome(before, after, written=not same)


def _write(target: Path, old: bytes | None, new: bytes, name: str) -> bool:
    """Put `new` in place of the file if it still holds `old`; it is whole at every moment."""
    beside = target.with_name(f".{target.name}.new")
    try:
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(13, "the file is read-only")
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.unlink(missing_ok=True)  # what a killed run left
        try:
            with beside.open("xb") as file:
                file.write(new)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                beside.chmod(target.stat().st_mode & 0o7777)
            # an editor knows no lock: what it saved while we were thinking is read again
            if _bytes(target, name) != old:
                return False
            os.replace(beside, target)
        finally:
            beside.unlink(missing_ok=True)
        _settle(target.parent)
    except OSError as error:
        raise GlossaryError(
            f"cannot be written: {error.strerror or error}",
            where=name,
            fix="nothing was changed; mend that and run again",
        ) from None
    return True


def _settle(folder: Path) -> None:
    """Ask the disk to remember the new name; not every system lets a folder be synced."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)


def _bytes(path: Path, name: str) -> bytes | None:
    try:
        # a pipe would be waited for, a device may never end
        if path.exists() and not path.is_file() and str(path) != os.devnull:
            raise OSError(errno.EINVAL, "it is no file")
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise GlossaryError(
            f"cannot be read: {error.strerror or error}",
            where=name,
            fix="give the path of the glossary TSV",
        ) from None


def _decoded(data: bytes, name: str) -> str:
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))  # "Unicode text" of a spreadsheet
    encoding = "utf-16" if marked else "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryError(
            "this is not UTF-8", where=f"{name}:{line}", fix="save the glossary as UTF-8"
        ) from None


def _lock(target: Path) -> str:
    """Return the lock's path: not beside the file, where version control would show it."""
    user = os.getuid() if hasattr(os, "getuid") else "user"
    folder = Path(tempfile.gettempdir()) / f"zhen-align-{user}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        folder = target.parent
    digest = hashlib.sha256(os.fsencode(target)).hexdigest()[:16]
    return str(folder / f"{digest}.lock")
