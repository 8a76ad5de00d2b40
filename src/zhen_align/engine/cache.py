"""What was worked out before, found again by the content it was worked out from.

`.zhen/cache/VERSION/KE/KEY`, compressed JSON. Any entry may vanish, be damaged or be
written by two processes at once: reading gives None, writing is a rename, and a folder
that takes no writes only makes things slower. Not here: what goes into a key.
"""

import hashlib
import json
import os
import shutil
import tempfile
import time
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

FOLDER = ".zhen"
LIMIT = 512 * 1024 * 1024  # bytes kept on disk, all versions together
_LARGEST = 256 * 1024 * 1024  # what an entry may unpack to; more is damage or malice
_NEW = ".new-"  # how the name of an entry begins while it is written
_HOUR = 3600.0
_VERSIONS = 3  # programs that may take turns on one cache


def key_of(*parts: bytes) -> str:
    """Return the name of what is made from `parts`; no two lists of parts share one."""
    digest = hashlib.blake2b(digest_size=20)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


class Cache:
    """Entries of one version of the program, in the `.zhen/` of one project."""

    def __init__(self, root: Path, version: str) -> None:
        """Look in `root`/.zhen for what the program called `version` made."""
        self.folder = root / FOLDER
        self.entries = self.folder / "cache" / version

    def get(self, key: str) -> Any:
        """Return the value kept under `key`; None where there is none that can be read."""
        try:
            packed = self._path(key).read_bytes()
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

    def trim(self, limit: int = LIMIT) -> None:
        """Drop what other versions left long ago and, above `limit` bytes, the oldest entries."""
        try:
            os.utime(self.entries)
            versions = sorted(_folders(self.entries.parent), key=_age, reverse=True)
        except OSError:
            return
        for stale in versions[_VERSIONS:]:
            shutil.rmtree(stale, ignore_errors=True)
        kept = 0
        abandoned = time.time() - _HOUR
        for made, size, path in sorted(_files(versions[:_VERSIONS]), reverse=True):
            kept += size
            if kept > limit or (made < abandoned and Path(path).name.startswith(_NEW)):
                Path(path).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.entries / key[:2] / key

    def _prepare(self, folder: Path) -> None:
        """Make the folders; the cache ignores itself, so that nobody commits it."""
        folder.mkdir(parents=True, exist_ok=True)
        ignore = self.folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")


def _folders(parent: Path) -> list[Path]:
    return [Path(entry.path) for entry in os.scandir(parent) if entry.is_dir()]


def _age(folder: Path) -> float:
    try:
        return folder.stat().st_mtime
    except OSError:
        return 0.0


def _files(folders: Iterable[Path]) -> Iterable[tuple[float, int, str]]:
    """Yield time, size and path of every entry; files may go while we look."""
    for folder in folders:
        for parent, _, names in os.walk(folder):
            for name in names:
                path = os.path.join(parent, name)
                try:
                    status = os.stat(path)
                except OSError:
                    continue
                yield status.st_mtime, status.st_size, path
