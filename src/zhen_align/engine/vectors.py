"""Sentence vectors kept on disk by what was encoded: half precision, memory-mapped.

`.zhen/vectors/ENCODER/rows-SIZE` holds the vectors, `keys-SIZE` a digest of the text of each,
in the same order. Both only grow, keys last, under a lock; what a crash left half-written is cut
off by the next write. Links are followed nowhere, and a folder that takes no writes only
makes things slower. Not here: the encoder.
"""

import os
import re
import stat
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np
import numpy.typing as npt

from zhen_align.align.encoder.load import Encoder
from zhen_align.engine.cache import FOLDER

_DIGEST = 16
_SIZE = re.compile(r"[1-9]\d{0,4}")
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)

Vectors = npt.NDArray[np.float32]
Halves = npt.NDArray[np.float16]


class KeptVectors:
    """An encoder that encodes no text twice; the same bytes whether they were kept or made."""

    def __init__(self, encoder: Encoder, root: Path | None) -> None:
        """Keep vectors in the `.zhen/` of a folder; without one only for this run."""
        self.name = encoder.name
        self.encoded = 0
        self._encoder = encoder
        self._folder = None if root is None else root / FOLDER / "vectors" / encoder.name
        self._made: dict[bytes, Halves] = {}
        self._known: dict[bytes, int] = {}
        self._rows: Halves | None = None
        self._open()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return a row for each text, in their order."""
        keys = [_key(text) for text in texts]
        missing = {
            key: text
            for key, text in zip(keys, texts, strict=True)
            if key not in self._made and not self._is_kept(key)
        }
        if missing:
            made = self._encoder.encode([*missing.values()]).astype(np.float16)
            if self._rows is not None and self._rows.shape[1] != made.shape[1]:
                self._rows, self._known = None, {}
                return self.encode(texts)
            self.encoded += len(missing)
            self._made.update(zip(missing, made, strict=True))
            self._append(list(missing), made)
        if not keys:
            return np.zeros((0, 0), dtype=np.float32)
        return np.stack([self._row(key) for key in keys]).astype(np.float32)

    def _is_kept(self, key: bytes) -> bool:
        """Say whether a sound row is on disk; one that is no numbers was damaged."""
        at = self._known.get(key)
        return at is not None and self._rows is not None and bool(np.isfinite(self._rows[at]).all())

    def _row(self, key: bytes) -> Halves:
        row: Halves
        if key in self._made:
            row = self._made[key]
        else:
            assert self._rows is not None
            row = self._rows[self._known[key]]
        return row

    def _open(self) -> None:
        """Map what is there; what does not fit together is as good as nothing."""
        if self._folder is None or not self._is_ours():
            return
        names = (path.name for path in self._folder.glob("rows-*"))
        sizes = [int(name[5:]) for name in sorted(names) if _SIZE.fullmatch(name[5:])]
        if len(sizes) != 1:
            return
        size = sizes[0]
        try:
            keys = _read(self._folder / f"keys-{size}")
            rows = os.open(self._folder / f"rows-{size}", os.O_RDONLY | _NO_FOLLOW)
        except OSError:
            return
        with os.fdopen(rows, "rb") as file:
            count = min(len(keys) // _DIGEST, os.fstat(file.fileno()).st_size // (2 * size))
            if count:
                self._rows = np.memmap(file, dtype=np.float16, mode="r", shape=(count, size))
                self._known = {keys[at * _DIGEST : (at + 1) * _DIGEST]: at for at in range(count)}

    def _append(self, keys: Sequence[bytes], rows: Halves) -> None:
        """Add rows; others may add at the same time, so a text may stand there twice."""
        from filelock import FileLock

        if self._folder is None or not self._is_ours():
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            ignore = self._folder.parents[1] / ".gitignore"
            if not os.path.lexists(ignore):
                ignore.write_text("*\n", encoding="utf-8")
            with FileLock(str(self._folder / "lock"), timeout=60):
                size = rows.shape[1]
                kept, named = self._folder / f"rows-{size}", self._folder / f"keys-{size}"
                count = min(_length(named) // _DIGEST, _length(kept) // (2 * size))
                _write(kept, count * 2 * size, rows.tobytes())
                _write(named, count * _DIGEST, b"".join(keys))
        except OSError:
            return

    def _is_ours(self) -> bool:
        """Say whether no folder on the way is a link or anything else than a folder."""
        assert self._folder is not None
        for folder in (self._folder.parents[1], self._folder.parent, self._folder):
            try:
                if not stat.S_ISDIR(folder.lstat().st_mode):
                    return False
            except OSError:
                return True  # not there yet
        return True


def _key(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).digest()


def _length(path: Path) -> int:
    return path.lstat().st_size if os.path.lexists(path) else 0


def _read(path: Path) -> bytes:
    handle = os.open(path, os.O_RDONLY | _NO_FOLLOW)
    with os.fdopen(handle, "rb") as file:
        return file.read()


def _write(path: Path, at: int, data: bytes) -> None:
    """Write from an offset on, and cut off what stood behind it."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | _NO_FOLLOW, 0o644)
    with os.fdopen(handle, "r+b") as file:
        file.truncate(at)
        file.seek(at)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
