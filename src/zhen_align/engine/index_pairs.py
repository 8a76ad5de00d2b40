"""Aligned pairs as a file that is searched at once: `build` writes it, look-up reads it.

Each text, or pair of texts, is a file in it: only files whose alignment has changed are
indexed again, in a copy. Full-text search holds the tokens of both sides (lookup/pairs.py).
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from zhen_align.engine import index_file
from zhen_align.engine.index_terms import Stamp, program
from zhen_align.lookup.pairs import Pair, Piece, pairs_of, tokens
from zhen_align.types import Alignment

SCHEMA = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE file (number INTEGER PRIMARY KEY, name TEXT UNIQUE, zh TEXT, en TEXT, digest BLOB,
  first INTEGER, last INTEGER);
CREATE TABLE pair (number INTEGER PRIMARY KEY, zh TEXT, en TEXT, places TEXT, score REAL);
CREATE TABLE source (path TEXT PRIMARY KEY, stamp TEXT) WITHOUT ROWID;
CREATE VIRTUAL TABLE token USING fts5(zh, en, content='', columnsize=0,
  tokenize="unicode61 remove_diacritics 0")
"""
BETWEEN = "\x1f"
"""Between the sentences of a side."""


def path_of(root: Path) -> Path:
    """Return where the index of a project's pairs lies."""
    return index_file.folder_of(root) / "pairs.sqlite"


class Watcher(Protocol):
    """Is told how far the work is."""

    def start(self, total: int) -> None:
        """Hear that `total` texts are indexed."""

    def advance(self) -> None:
        """Hear that one more is done."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text or a pair of texts, what tells whether it has changed, and how to get it."""

    name: str
    paths: tuple[str, str]
    digest: bytes
    alignment: Callable[[], Alignment | None]
    """None where it has gone meanwhile."""

    @classmethod
    def of(cls, alignment: Alignment) -> "Text":
        """Return the text of an alignment that is at hand."""
        paths = alignment.zh.path, alignment.en.path
        return cls(alignment.name, paths, _digest(alignment), lambda: alignment)


def update(
    root: Path,
    texts: Sequence[Text],
    watcher: Watcher,
    *,
    whole: bool,
    tell: Callable[[str], None] = lambda _: None,
) -> None:
    """Bring the index up to date; `whole` says that there are no texts but these.

    Where these are some of the texts, the others stay while their files are there. Raises
    OSError or sqlite3.Error where the file cannot be written.
    """
    from filelock import FileLock

    path = path_of(root)
    folder = index_file.prepared(path)
    with FileLock(str(folder / ".pairs.lock"), timeout=600):
        _update(root, path, texts, watcher, whole, tell)


def _update(
    root: Path,
    path: Path,
    texts: Sequence[Text],
    watcher: Watcher,
    whole: bool,
    tell: Callable[[str], None],
) -> None:
    old = _known(path, tell)
    # what came by standard input has no place to point to
    named = {each.name: each for each in texts if "-" not in each.paths}
    gone = [
        name
        for name, known in (old or {}).items()
        if name not in named and (whole or not all((root / part).is_file() for part in known.paths))
    ]
    changed = [
        name
        for name, each in named.items()
        if not old or name not in old or old[name].digest != each.digest
    ]
    if old is not None and not (gone or changed):
        return
    stale = [old[name] for name in (*gone, *changed) if old and name in old]
    watcher.start(len(changed))

    def fill(made: sqlite3.Connection) -> None:
        made.execute("INSERT INTO token(token, rank) VALUES ('hashsize', 67108864)")
        made.execute("INSERT OR REPLACE INTO about VALUES ('program', ?)", (program(),))
        for each in stale:
            _drop(made, each)
        for name in changed:
            if (alignment := named[name].alignment()) is not None:
                _add(made, root, alignment, named[name].digest)
            watcher.advance()

    index_file.written(path, SCHEMA, fill, old=None if old is None else path)


@dataclass(frozen=True, slots=True)
class File:
    """A text or a pair of texts in the index, and the numbers of its pairs."""

    number: int
    name: str
    paths: tuple[str, str]
    digest: bytes
    first: int
    last: int


def files(connection: sqlite3.Connection) -> Iterator[File]:
    """Yield the files of an index, by name."""
    ask = "SELECT number, name, zh, en, digest, first, last FROM file ORDER BY name"
    for number, name, zh, en, digest, first, last in connection.execute(ask):
        yield File(number, name, (zh, en), digest, first, last)


def opened(path: Path) -> sqlite3.Connection | None:
    """Open the index to read; None where there is none of this program; raises `DamagedError`."""
    found = index_file.opened(path, SCHEMA)
    if found is None:
        return None
    about = dict(found.execute("SELECT name, value FROM about"))
    if about.get("program") != program():
        found.close()
        return None
    return found


def _known(path: Path, tell: Callable[[str], None]) -> dict[str, File] | None:
    """Return the files of the index by their names; None where it is made anew."""
    try:
        connection = opened(path)
        if connection is None:
            return None
        with closing(connection):
            return {each.name: each for each in files(connection)}
    except (index_file.DamagedError, sqlite3.Error) as damage:
        tell(f"{path.name} in .zhen/lookup was damaged ({damage}): made anew")
        return None


def _digest(alignment: Alignment) -> bytes:
    from hashlib import blake2b

    made = blake2b(digest_size=12)
    for document in (alignment.zh, alignment.en):
        text = document.text.encode("utf-8", "surrogatepass")
        made.update(f"{document.path}\n{len(text)}\n".encode("utf-8", "surrogateescape"))
        made.update(text)
    for bead in alignment.beads:
        places = [(each.span.start, each.span.end) for each in (*bead.zh, *bead.en)]
        made.update(f"{bead.kind} {bead.score} {places}\n".encode())
    return made.digest()


def _add(made: sqlite3.Connection, root: Path, alignment: Alignment, digest: bytes) -> None:
    (first,) = made.execute("SELECT coalesce(max(number), 0) + 1 FROM pair").fetchone()
    number = first - 1
    pairs: list[tuple[int, str, str, str, float]] = []
    found: list[tuple[int, str, str]] = []
    for number, pair in enumerate(pairs_of(alignment), first):
        zh, en = (BETWEEN.join(map(_text, side)) for side in (pair.zh, pair.en))
        pairs.append((number, zh, en, _places(pair), round(pair.score, 4)))
        found.append((number, tokens(zh), tokens(en)))
    made.executemany("INSERT INTO pair VALUES (?, ?, ?, ?, ?)", pairs)
    made.executemany("INSERT INTO token(rowid, zh, en) VALUES (?, ?, ?)", found)
    # a file without pairs is remembered too, so that it is not looked at again
    row = (alignment.name, alignment.zh.path, alignment.en.path, digest, first, number)
    made.execute(
        "INSERT INTO file(name, zh, en, digest, first, last) VALUES (?, ?, ?, ?, ?, ?)", row
    )
    for path in {alignment.zh.path, alignment.en.path}:
        with suppress(OSError):
            seen = (path, when(Stamp.of(root / path)))
            made.execute("INSERT OR REPLACE INTO source VALUES (?, ?)", seen)


def when(stamp: Stamp) -> str:
    """Return what tells whether a text is still the one whose places we know."""
    return f"{stamp.size} {stamp.changed}"


def _drop(made: sqlite3.Connection, file: File) -> None:
    here = (file.first, file.last)
    ask = "SELECT number, zh, en FROM pair WHERE number BETWEEN ? AND ?"
    gone = [(n, tokens(zh), tokens(en)) for n, zh, en in made.execute(ask, here)]
    made.executemany("INSERT INTO token(token, rowid, zh, en) VALUES ('delete', ?, ?, ?)", gone)
    made.execute("DELETE FROM pair WHERE number BETWEEN ? AND ?", here)
    made.execute("DELETE FROM file WHERE number = ?", (file.number,))


def _text(piece: Piece) -> str:
    """Return a sentence as a database takes it, every character in its place."""
    text = piece.text.replace(BETWEEN, " ")
    return text.encode("utf-8", "replace").decode("utf-8")


def _places(pair: Pair) -> str:
    sides = (" ".join(f"{p.line},{p.start}" for p in side) for side in (pair.zh, pair.en))
    return "|".join(sides)
