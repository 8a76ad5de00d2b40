"""What was decided, so that it can be taken back: after a restart, and after a kill.

One JSON object a line, only ever appended to, on the disk before the glossary is
replaced. `{"do": …}` is an action with every row before and after, `{"done": id}` says
that the glossary was written, `{"undo": id}` that the action was taken back. A line that
broke off is passed over. `.zhen/` may come with somebody else's project: no link in it is
followed. Where it takes no writes, the journal lasts as long as the program.
"""

import json
import os
import re
import stat
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from zhen_align.engine.cache import FOLDER
from zhen_align.glossary.rows import COLUMNS, Row, Status, cells

_LONGEST = 16 * 1024 * 1024  # bytes; then the oldest entries go
_LARGEST = 32 * _LONGEST  # what is read; more is damage or malice
_KEPT = 500
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@dataclass(frozen=True, slots=True)
class Entry:
    """An action that was made: what it was, and each row before and after."""

    id: str
    kind: str
    columns: tuple[str, ...]  # the added columns at that time
    pairs: tuple[tuple[Row | None, Row | None], ...]
    at: float = 0.0
    done: bool = field(default=False, compare=False)


class Journal:
    """The actions on one glossary, oldest first; call it under the lock of the glossary."""

    def __init__(self, root: Path | None, glossary: str) -> None:
        """Keep the journal of a glossary in `root`/.zhen; only in memory where that is None."""
        digest = blake2b(glossary.encode("utf-8", "surrogateescape"), digest_size=4).hexdigest()
        stem = re.sub(r"[^\w-]+", "-", Path(glossary).stem)[:40] or "glossary"
        self.path = None if root is None else root / FOLDER / "review" / f"{stem}-{digest}.jsonl"
        self._lines: list[str] = []

    @property
    def lasting(self) -> bool:
        """Whether what is written now can still be read after a restart."""
        return self.path is not None

    def begin(self, entry: Entry) -> None:
        """Write down what is about to be made."""
        rows = [[_packed(before), _packed(after)] for before, after in entry.pairs]
        said = {"do": entry.id, "at": entry.at, "kind": entry.kind, "columns": entry.columns}
        self._append([{**said, "pairs": rows}], sync=True)

    def finish(self, ids: Iterable[str]) -> None:
        """Write down that actions were made."""
        self._append([{"done": each} for each in ids], sync=False)

    def strike(self, id: str) -> None:
        """Write down that an action was taken back, or shall not be."""
        self._append([{"undo": id}], sync=True)

    def entries(self) -> list[Entry]:
        """Return the actions that can be taken back, oldest first."""
        found: dict[str, Entry] = {}
        done: set[str] = set()
        for line in self._read():
            try:
                said = json.loads(line)
                if "undo" in said:
                    found.pop(said["undo"], None)
                elif "done" in said:
                    done.add(said["done"])
                else:
                    found[said["do"]] = _entry(said)
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
                continue
        return [Entry(e.id, e.kind, e.columns, e.pairs, e.at, e.id in done) for e in found.values()]

    def _read(self) -> Sequence[str]:
        if self.path is None:
            return self._lines
        try:
            data = _plain(self.path)
        except OSError:
            return []
        return data.decode("utf-8", errors="replace").splitlines()

    def _append(self, said: Iterable[Mapping[str, Any]], *, sync: bool) -> None:
        lines = [json.dumps(each, ensure_ascii=True, separators=(",", ":")) for each in said]
        if self.path is not None:
            try:
                self._write(lines, sync=sync)
                return
            except OSError:
                self._lines = list(self._read())
                self.path = None
        self._lines += lines

    def _write(self, lines: Sequence[str], *, sync: bool) -> None:
        assert self.path is not None
        _prepare(self.path.parent)
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | _NO_FOLLOW
        handle = os.open(self.path, flags, 0o600)
        with os.fdopen(handle, "r+b", buffering=0) as file:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                raise OSError("no journal of ours")
            file.seek(max(0, status.st_size - 1))
            torn = file.read(1) not in (b"", b"\n")
            data = ("\n" * bool(torn) + "\n".join(lines) + "\n").encode()
            while data:
                data = data[file.write(data) :]
            if sync:
                os.fsync(handle)
        if status.st_size > _LONGEST:
            self._shorten()

    def _shorten(self) -> None:
        """Keep the latest entries only; the file is whole at every moment."""
        assert self.path is not None
        beside = self.path.with_suffix(".new")
        beside.unlink(missing_ok=True)
        small = Journal(None, "")
        for entry in self.entries()[-_KEPT:]:
            small.begin(entry)
            small.finish([entry.id] * entry.done)
        lines = small._lines
        while len(lines) > 2 and sum(map(len, lines)) > _LONGEST // 2:
            del lines[0]
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write("".join(f"{line}\n" for line in lines).encode())
            file.flush()
            os.fsync(handle)
        os.replace(beside, self.path)


def _packed(row: Row | None) -> list[Any] | None:
    return None if row is None else [*cells(row, COLUMNS), list(row.extra), row.line, row.raw]


def _unpacked(said: Any) -> Row | None:
    if said is None:
        return None
    *named, extra, line, raw = said
    values = dict(zip(COLUMNS, named, strict=True))
    if not all(
        isinstance(value, str) for value in (*named, *extra, *([] if raw is None else [raw]))
    ):
        raise TypeError("a field of a row is a string")
    status = Status(values.pop("status"))
    return Row(**values, status=status, extra=tuple(extra), line=int(line), raw=raw)


def _entry(said: Mapping[str, Any]) -> Entry:
    pairs = tuple((_unpacked(before), _unpacked(after)) for before, after in said["pairs"])
    columns = tuple(str(name) for name in said["columns"])
    return Entry(str(said["do"]), str(said["kind"]), columns, pairs, float(said["at"]))


def _prepare(folder: Path) -> None:
    """Make the folders; `.zhen` ignores itself, so that nobody commits it."""
    _refuse_links(folder)
    folder.mkdir(parents=True, exist_ok=True)
    ignore = folder.parent / ".gitignore"
    if not os.path.lexists(ignore):
        ignore.write_text("*\n", encoding="utf-8")


def _refuse_links(folder: Path) -> None:
    for place in (folder.parent, folder):
        if os.path.lexists(place) and not stat.S_ISDIR(place.lstat().st_mode):
            raise NotADirectoryError(str(place))


def _plain(path: Path) -> bytes:
    """Return a file's bytes; anything but a plain file in plain folders is an error."""
    _refuse_links(path.parent)
    handle = os.open(path, os.O_RDONLY | _NO_FOLLOW)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError("no journal of ours")
        return file.read(_LARGEST)
