"""Index files: SQLite that is never changed in place, so that no reader sees half of it.

A new index is written beside the old one and takes its name when it is whole; a process
that is killed leaves the old one, or none. Readers keep what they have opened. Behind the
database stand its digest and the time the file was given: a file whose time is another was
touched by somebody, and is read again in full before anything it says is believed.

Like the cache, the folder may come with somebody else's project: no link is followed, and
a database that would do things of its own is none.
"""

import os
import sqlite3
import stat
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

FOLDER = ".zhen"
_SEAL = struct.Struct(">8s8sQ")  # magic, digest, the time the file was given
_MAGIC = b"zhenidx1"
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_NEW = ".new-"
_ABANDONED = 3600.0  # seconds after which what a killed process left is removed
_BLOCK = 1 << 20


class DamagedError(Exception):
    """The file is there, but it is not what was written."""


def folder_of(root: Path) -> Path:
    """Return where the indexes of a project lie."""
    return root / FOLDER / "lookup"


def opened(path: Path, schema: str) -> sqlite3.Connection | None:
    """Open an index to read; None where there is none, `DamagedError` where it is not whole."""
    if not _plain(path):
        return None
    try:
        _check(path)
        place = f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1"
        found = sqlite3.connect(place, uri=True, isolation_level=None)
    except FileNotFoundError:
        return None
    except (OSError, sqlite3.Error) as error:
        raise DamagedError(str(error)) from error
    try:
        found.execute("PRAGMA trusted_schema=OFF")
        if not _fits(found, schema):
            raise DamagedError("its tables are not ours")
    except sqlite3.Error as error:
        found.close()
        raise DamagedError(str(error)) from error
    except DamagedError:
        found.close()
        raise
    return found


def written(
    path: Path, schema: str, fill: Callable[[sqlite3.Connection], None], old: Path | None = None
) -> None:
    """Put a new index at `path`: empty tables, or a copy of the `old` one, that `fill` fills."""
    prepared(path)
    beside = path.with_name(f"{_NEW}{os.getpid()}-{time.monotonic_ns()}")
    try:
        with _private(beside) as file:
            if old is not None:
                _copy(old, file)
        with closing(sqlite3.connect(beside, isolation_level=None)) as made:
            # nobody else knows the file, and what is not finished is thrown away
            made.execute("PRAGMA journal_mode=OFF")
            made.execute("PRAGMA synchronous=OFF")
            made.execute("PRAGMA cache_size=-65536")
            made.execute("BEGIN")
            if old is None:
                for statement in schema.split(";"):
                    made.execute(statement)
            fill(made)
            made.execute("COMMIT")
        _seal(beside)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
        beside.with_name(beside.name + "-journal").unlink(missing_ok=True)
    _sweep(path.parent)


def _plain(path: Path) -> bool:
    """Whether it is a file in folders that are no links."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return False
        return all(stat.S_ISDIR(each.lstat().st_mode) for each in (path.parent, path.parent.parent))
    except OSError:
        return False


def _check(path: Path) -> None:
    """Raise where the file is not the one that was sealed."""
    handle = os.open(path, os.O_RDONLY | _NO_FOLLOW)
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(file.fileno())
        size = status.st_size - _SEAL.size
        if size < 0:
            raise DamagedError("too short")
        file.seek(size)
        magic, digest, given = _SEAL.unpack(file.read(_SEAL.size))
        if magic != _MAGIC:
            raise DamagedError("not an index")
        if status.st_mtime_ns == given:
            return
        file.seek(0)
        if _digest(file.read, size) != digest:
            raise DamagedError("changed")
    try:
        os.utime(path, ns=(given, given), follow_symlinks=False)
    except (OSError, NotImplementedError):
        return  # a copy that cannot be touched is read in full each time


def _seal(path: Path) -> None:
    given = time.time_ns() // 1_000_000_000 * 1_000_000_000  # every disk keeps whole seconds
    with path.open("r+b") as file:
        digest = _digest(file.read, os.fstat(file.fileno()).st_size)
        file.seek(0, os.SEEK_END)
        file.write(_SEAL.pack(_MAGIC, digest, given))
        file.flush()
        os.fsync(file.fileno())
    os.utime(path, ns=(given, given))


def _digest(read: Callable[[int], bytes], size: int) -> bytes:
    from hashlib import blake2b

    made = blake2b(digest_size=8)
    while size > 0 and (block := read(min(size, _BLOCK))):
        made.update(block)
        size -= len(block)
    return made.digest()


@contextmanager
def _private(path: Path) -> Iterator[int]:
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _NO_FOLLOW, 0o644)
    try:
        yield handle
    finally:
        os.close(handle)


def _copy(old: Path, to: int) -> None:
    """Copy the database of an index, without its seal."""
    with old.open("rb") as file, os.fdopen(to, "wb", closefd=False) as copy:
        left = os.fstat(file.fileno()).st_size - _SEAL.size
        while left > 0 and (block := file.read(min(left, _BLOCK))):
            copy.write(block)
            left -= len(block)


def _fits(connection: sqlite3.Connection, schema: str) -> bool:
    """Whether the tables of the schema are there, and nothing that acts on its own."""
    rows = connection.execute("SELECT type, name FROM sqlite_master").fetchall()
    wanted = {words[words.index("TABLE") + 1] for words in map(str.split, schema.split(";"))}
    tables = {name for kind, name in rows if kind == "table"}
    return wanted <= tables and not any(kind in ("view", "trigger") for kind, _ in rows)


def prepared(path: Path) -> Path:
    """Make the folders of an index; `.zhen` ignores itself, so that nobody commits it."""
    folder = path.parent
    for each in (folder.parent, folder):
        if each.is_symlink():
            raise NotADirectoryError(20, "is a link", str(each))
        each.mkdir(exist_ok=True)
    ignore = folder.parent / ".gitignore"
    if not os.path.lexists(ignore):
        ignore.write_text("*\n", encoding="utf-8")
    return folder


def _sweep(folder: Path) -> None:
    """Remove what processes that were killed have left."""
    oldest = time.time() - _ABANDONED
    try:
        with os.scandir(folder) as found:
            for each in found:
                ours = each.name.startswith(_NEW) and each.is_file(follow_symlinks=False)
                if ours and each.stat(follow_symlinks=False).st_mtime < oldest:
                    Path(each.path).unlink(missing_ok=True)
    except OSError:
        return
