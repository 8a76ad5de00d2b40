"""The glossary as a file that answers at once: rows and keys in SQLite, made from the TSV.

The TSV stays the master. While it is not newer, it is not even read. Each row is kept as
its fields, each key with the numbers of its rows in order (lookup/keys.py). Not here: when
the file is made, and from what (index_update.py).
"""

import os
import re
import sqlite3
import sys
from array import array
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from zhen_align import __version__
from zhen_align.engine import index_file
from zhen_align.glossary.rows import Row, Status, escape, unescape
from zhen_align.lookup.answer import Term

SCHEMA = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE row (number INTEGER PRIMARY KEY, line INTEGER, said TEXT, reading TEXT);
CREATE TABLE found (key TEXT PRIMARY KEY, entries BLOB) WITHOUT ROWID;
CREATE TABLE word (half TEXT PRIMARY KEY, words TEXT) WITHOUT ROWID
"""
_SPECIAL = re.compile(r"[\\\n\r]")


VERSION = 1
"""Of the keys and tables; a test says when it must be another."""


class Stamp(NamedTuple):
    """What tells, without reading it, that a file is the one that was read."""

    size: int
    changed: int
    touched: int
    inode: int

    @classmethod
    def of(cls, path: Path) -> "Stamp":
        """Return a file's stamp."""
        status = os.stat(path)
        return cls(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)

    @property
    def settles(self) -> int:
        """Return the time from which on no change could leave the stamp as it is."""
        # a clock that counts in whole seconds shows in the digits
        tick = 2_000_000_000 if self.changed % 1_000_000 == 0 else 50_000_000
        return max(self.changed, self.touched) + tick


def path_of(root: Path, glossary: Path) -> Path:
    """Return where the index of a glossary lies; several glossaries have one each."""
    name = crc32(os.fsencode(os.path.abspath(glossary)))
    return index_file.folder_of(root) / f"terms-{name:08x}.sqlite"


def program() -> str:
    """Return what an index must have been made by to be believed."""
    return f"{VERSION} {__version__} {sys.version_info[0]}.{sys.version_info[1]} {sys.byteorder}"


def opened(path: Path) -> "Terms | None":
    """Return the index at `path`, however old; raises `DamagedError`."""
    connection = index_file.opened(path, SCHEMA)
    return None if connection is None else Terms(connection)


def fresh(path: Path, glossary: Path) -> "Terms | None":
    """Return the index if it is as new as the glossary; raises `DamagedError`."""
    stamp = Stamp.of(glossary)
    terms = opened(path)
    if terms is None:
        return None
    try:
        about = terms.about()
        ours = about["program"] == program() and about["stamp"] == str(tuple(stamp))
        if ours and int(about["made"]) >= stamp.settles:
            return terms
    except (sqlite3.Error, KeyError, ValueError) as error:
        terms.close()
        raise index_file.DamagedError(str(error)) from error
    terms.close()
    return None


class Terms:
    """A store (lookup/answer.py) that lies in a file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read from an open index."""
        self._connection = connection
        self._known = lru_cache(maxsize=1 << 12)(self._entries)

    def entries(self, key: str) -> Sequence[int]:
        """Return what stands under a key, in order."""
        return self._known(key)

    def words(self, key: str) -> Sequence[str]:
        """Return the words that are found by half of them."""
        found = self._one("SELECT words FROM word WHERE half = ?", key)
        return str(found).split(" ") if found else ()

    def term(self, number: int) -> Term:
        """Return the term of a row's number."""
        ask = "SELECT line, said, reading FROM row WHERE number = ?"
        line, fields, reading = self._connection.execute(ask, (number,)).fetchone()
        return Term(row_of(fields, line), reading)

    def about(self) -> dict[str, str]:
        """Return what the index says about itself."""
        return dict(self._connection.execute("SELECT name, value FROM about"))

    def beginning(self, start: str, most: int) -> list[str]:
        """Return the keys of forms that begin so, for completion."""
        ask = "SELECT key FROM found WHERE key >= ? AND key < ? LIMIT ?"
        return [
            key for (key,) in self._connection.execute(ask, (start, start + "\U0010ffff", most))
        ]

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _entries(self, key: str) -> Sequence[int]:
        found = self._one("SELECT entries FROM found WHERE key = ?", key)
        return array("Q", found) if isinstance(found, bytes) else ()

    def _one(self, ask: str, what: str) -> object:
        found = self._connection.execute(ask, (what,)).fetchone()
        return found[0] if found else None


def said(row: Row) -> str:
    """Return the fields of a row as one line; added columns are no business of look-up."""
    fields = [row.en, row.zh, row.abbr, str(row.status), row.count, row.share]
    fields += [row.domain, row.note, row.source]
    joined = "\t".join(fields)
    if joined.count("\t") == len(fields) - 1 and not _SPECIAL.search(joined):
        return joined
    return "\t".join(map(escape, fields))


def row_of(fields: str, line: int) -> Row:
    """Return the row of its fields."""
    parts = fields.split("\t")
    if "\\" in fields:
        parts = [unescape(part) for part in parts]
    en, zh, abbr, status, count, share, domain, note, source = parts
    return Row(en, zh, abbr, Status(status), count, share, domain, note, source, line=line)
