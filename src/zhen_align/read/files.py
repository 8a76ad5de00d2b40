"""Paths -> names of texts, and a name -> its Document. The only module here that opens files.

A folder is searched to the bottom, hidden folders and those of tools left out; links to
folders are never followed, links to files only while they stay inside. A path that a user
names is read whatever its suffix.
"""

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from zhen_align.errors import InputError
from zhen_align.read.decode import decode
from zhen_align.read.document import NAMED, SUFFIXES, built, parse
from zhen_align.read.packed import is_packed, unpack
from zhen_align.types import Document

_TOOLS = frozenset({"node_modules", "__pycache__", "venv", "site-packages"})
_GLOB = frozenset("*?[")
_SEARCHED = frozenset({*SUFFIXES, ".docx"})
_NAMED = frozenset({*NAMED, ".xlsx"})


@dataclass(frozen=True, slots=True)
class Found:
    """The texts found: names relative to `base`, with `/`, sorted."""

    base: Path
    names: tuple[str, ...]

    def path(self, name: str) -> Path:
        """Return where a text lies."""
        return self.base / name


def find(paths: Sequence[str], base: Path, *, start: Path | None = None) -> Found:
    """Return the texts that files, folders and globs stand for.

    Relative paths begin at `start` (default: `base`). A path that does not exist, or paths
    without a single text, are an error.
    """
    start = base if start is None else start
    names: dict[str, None] = {}
    for path in paths:
        names.update((_name(file, base), None) for file in _files(path, start))
    if not names:
        raise InputError(
            "no texts here",
            where=", ".join(paths),
            fix=f"name files, or folders with {' '.join(sorted(SUFFIXES))}",
        )
    return Found(base, tuple(sorted(names)))


def load(path: Path, name: str) -> Document:
    """Read one file; `name` is what outputs call it."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(error, name) from error
    return read(data, name)


def read(data: bytes, name: str) -> Document:
    """Read a text that has come from elsewhere, as from standard input."""
    if is_packed(name):
        text, reading = unpack(data, name)
        return built(name, text, reading, PurePosixPath(name).suffix[1:].lower(), "")
    text, encoding = decode(data, name)
    return parse(name, text, encoding)


def text_of(data: bytes, name: str) -> str:
    """Return the text that offsets into a file of these bytes point into."""
    return unpack(data, name)[0] if is_packed(name) else decode(data, name)[0]


def _files(path: str, start: Path) -> Iterator[Path]:
    """Yield the files that one path stands for."""
    whole = start / path
    try:
        mode = whole.stat().st_mode
    except OSError as error:
        if not _GLOB.intersection(path):
            raise _unreadable(error, path) from error
        yield from _matches(path, start)
        return
    if stat.S_ISDIR(mode):
        yield from _walk(whole)
    else:
        yield whole


def _matches(pattern: str, start: Path) -> Iterator[Path]:
    anchor = Path(pattern).anchor
    root = Path(anchor) if anchor else start
    found = sorted(root.glob(pattern.removeprefix(anchor)))
    texts = [file for file in found if file.is_file() and _is_named(file.name)]
    if not texts:
        raise InputError("matches no text", where=pattern, fix="quote the pattern, or widen it")
    yield from texts


def _walk(folder: Path) -> Iterator[Path]:
    """Yield a folder's texts, real files before links to them."""
    inside = folder.resolve()
    links: list[Path] = []
    real: list[Path] = []
    for root, folders, files in os.walk(folder, onerror=_raise):
        folders[:] = sorted(name for name in folders if name[0] != "." and name not in _TOOLS)
        for name in sorted(filter(_is_text, files)):
            file = Path(root, name)
            kind = _kind(file)
            if kind == stat.S_IFLNK:
                links.append(file)
            elif kind == stat.S_IFREG:  # a pipe would be waited for
                real.append(file)
    yield from real
    seen = {file.resolve() for file in real} if links else set()
    for link in links:
        try:
            target = link.resolve(strict=True)
        except (OSError, RuntimeError):
            continue
        if target.is_relative_to(inside) and target.is_file() and target not in seen:
            seen.add(target)
            yield link


def _kind(file: Path) -> int:
    """Return what a path is; what has gone meanwhile is missed when it is read."""
    try:
        return stat.S_IFMT(file.lstat().st_mode)
    except OSError:
        return stat.S_IFREG


def _is_text(name: str) -> bool:
    """Say whether a file in a folder is looked at."""
    return name[0] != "." and Path(name).suffix.lower() in _SEARCHED


def _is_named(name: str) -> bool:
    """Say whether a file that a pattern fits is looked at."""
    return _is_text(name) or (name[0] != "." and Path(name).suffix.lower() in _NAMED)


def _name(file: Path, base: Path) -> str:
    """Return the file's path from `base`; links keep their own names."""
    try:
        relative = os.path.relpath(file, base)
    except ValueError:  # another drive
        relative = str(file)
    return Path(relative).as_posix()


def _raise(error: OSError) -> None:
    raise _unreadable(error, str(error.filename)) from error


def _unreadable(error: OSError, where: str) -> InputError:
    """Say why a path cannot be read, and what to do."""
    what, fix = {
        errno.ENOENT: ("does not exist", "check the path"),
        errno.ENOTDIR: ("does not exist", "check the path"),
        errno.ELOOP: ("is a link that leads to itself", "mend or remove the link"),
        errno.EACCES: ("may not be read", "change its permissions, or leave it out"),
        errno.EISDIR: ("is a folder", "name a file"),
    }.get(error.errno or 0, (f"cannot be read: {error.strerror}", "check the path"))
    return InputError(what, where=where, fix=fix)
