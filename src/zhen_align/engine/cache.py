"""What was worked out before, found again by the content it was worked out from.

`.zhen/cache/VERSION/KE/KEY`, compressed JSON. Any entry may vanish, be damaged or be
written by two processes at once: reading gives None, writing is a rename, and a folder
that takes no writes only makes things slower.

The folder comes with a project that somebody else may have made, so nothing in it is
trusted: no link is followed, to read, to write or to delete, and what is deleted is only
ever a single file with the name of an entry, in a folder with the name of one of ours.
Not here: what goes into a key.
"""

import hashlib
import json
import os
import re
import stat
import tempfile
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

FOLDER = ".zhen"
LIMIT = 2 * 1024 * 1024 * 1024  # bytes kept on disk, all versions together
_LARGEST = 256 * 1024 * 1024  # what an entry may unpack to; more is damage or malice
_NEW = ".new-"  # how the name of an entry begins while it is written
_HOUR = 3600.0
_SHELF = re.compile(r"[0-9a-f]{2}")
_ENTRY = re.compile(r"[0-9a-f]{40}|\.new-\w{1,16}")
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_VERSIONS = 3  # programs that may take turns on one cache


def key_of(*parts: bytes) -> str:
    """Return the name of what is made from `parts`; no two lists of parts share one."""
    digest = hashlib.blake2b(digest_size=20)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


_ROOM = key_of(b"room")


class Cache:
    """Entries of one version of the program, in the `.zhen/` of one project."""

    def __init__(self, root: Path, version: str) -> None:
        """Look in `root`/.zhen for what the program called `version` made."""
        self.folder = root / FOLDER
        self.entries = self.folder / "cache" / version

    def get(self, key: str) -> Any:
        """Return the value kept under `key`; None where there is none that can be read."""
        try:
            packed = self._read(self._path(key))
            unpacker = zlib.decompressobj()
            data = unpacker.decompress(packed, _LARGEST)
            return json.loads(data) if unpacker.eof else None
        except (OSError, zlib.error, ValueError, RecursionError):
            return None

    def put(self, key: str, value: Any) -> None:
        """Keep `value`, plain JSON, under `key`; a disk that does not want it is no error."""
        path = self._path(key)
        data = json.dumps(value, separators=(",", ":")).encode()
        try:
            self._prepare(path.parent)
            handle, name = tempfile.mkstemp(prefix=_NEW, dir=path.parent)
        except OSError:
            return
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(zlib.compress(data, 3))
            os.replace(name, path)
        except OSError:
            Path(name).unlink(missing_ok=True)
        except BaseException:  # interrupted: leave nothing half-written
            Path(name).unlink(missing_ok=True)
            raise

    def allow(self, size: int) -> None:
        """Let the cache grow to `size` bytes, whoever trims it from now on."""
        self.put(_ROOM, size)

    def trim(self, limit: int = LIMIT) -> None:
        """Drop what other versions left long ago and, above `limit` bytes, the oldest entries."""
        allowed = self.get(_ROOM)
        limit = max(limit, allowed) if isinstance(allowed, int) else limit
        try:
            self._refuse_links(self.entries)
            os.utime(self.entries)
            versions = sorted(_folders(self.entries.parent), key=_age, reverse=True)
        except OSError:
            return
        for stale in versions[_VERSIONS:]:
            for _, _, path in _files(stale):
                _drop(path)
            _drop_empty(stale)
        kept = 0
        abandoned = time.time() - _HOUR
        every = [found for version in versions[:_VERSIONS] for found in _files(version)]
        for made, size, path in sorted(every, reverse=True):
            kept += size
            if kept > limit or (made < abandoned and path.name.startswith(_NEW)):
                _drop(path)

    def _path(self, key: str) -> Path:
        return self.entries / key[:2] / key

    def _read(self, path: Path) -> bytes:
        """Return a file's bytes; anything but a plain file in plain folders is an error."""
        self._refuse_links(path.parent)
        # not blocking, so that opening a pipe that somebody left here does not wait for ever
        handle = os.open(path, os.O_RDONLY | _NO_FOLLOW | _NO_WAIT)
        with os.fdopen(handle, "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
                raise OSError("no entry of ours")
            return file.read(status.st_size)

    def _prepare(self, folder: Path) -> None:
        """Make the folders; the cache ignores itself, so that nobody commits it."""
        self._refuse_links(folder)
        folder.mkdir(parents=True, exist_ok=True)
        ignore = self.folder / ".gitignore"
        if not os.path.lexists(ignore):
            ignore.write_text("*\n", encoding="utf-8")

    def _refuse_links(self, folder: Path) -> None:
        """Raise OSError where a folder from `.zhen` down to `folder` is no plain folder."""
        place = self.folder
        for part in ("", *folder.relative_to(self.folder).parts):
            place = place / part
            try:
                mode = place.lstat().st_mode
            except FileNotFoundError:
                return
            if not stat.S_ISDIR(mode):
                raise NotADirectoryError(str(place))


def _folders(parent: Path) -> list[Path]:
    """Return the plain folders in a folder; a link to one is none."""
    with os.scandir(parent) as found:
        return [Path(entry.path) for entry in found if entry.is_dir(follow_symlinks=False)]


def _age(folder: Path) -> float:
    try:
        return folder.lstat().st_mtime
    except OSError:
        return 0.0


def _files(version: Path) -> Iterator[tuple[float, int, Path]]:
    """Yield time, size and path of every entry; whatever else lies there is not ours."""
    try:
        shelves = [shelf for shelf in _folders(version) if _SHELF.fullmatch(shelf.name)]
    except OSError:
        return
    for shelf in shelves:
        try:
            with os.scandir(shelf) as found:
                entries = [entry for entry in found if _ENTRY.fullmatch(entry.name)]
        except OSError:
            continue
        for entry in entries:
            try:
                status = entry.stat(follow_symlinks=False)
            except OSError:
                continue
            if stat.S_ISREG(status.st_mode):
                yield status.st_mtime, status.st_size, Path(entry.path)


def _drop(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _drop_empty(version: Path) -> None:
    """Remove the folders of a version; one that still holds something stays."""
    with suppress(OSError):
        for shelf in _folders(version):
            if _SHELF.fullmatch(shelf.name):
                with suppress(OSError):
                    shelf.rmdir()
        version.rmdir()
