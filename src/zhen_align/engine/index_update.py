"""Brings the index of a glossary up to date with its TSV.

Where few rows have changed, only those are indexed again, in a copy of the file; else it
is made anew.
"""

import gc
import sqlite3
import time
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from zhen_align.engine import index_file
from zhen_align.engine.index_terms import SCHEMA, Stamp, Terms, program, row_of, said
from zhen_align.glossary.rows import Row, Status
from zhen_align.lookup import keys
from zhen_align.lookup.readings import readings

_FEW = 0.2  # of the rows; where more have changed, a new index is made sooner
Numbered = tuple[int, Row, str]  # a row's number, the row, and how it is read


class Watcher(Protocol):
    """Is told how far the work is."""

    def start(self, total: int) -> None:
        """Hear that `total` rows are indexed."""

    def advance(self) -> None:
        """Hear that one more is done."""


def settled(glossary: Path) -> Stamp:
    """Return the stamp of a glossary, from a moment at which it says all."""
    stamp = Stamp.of(glossary)
    wait = stamp.settles - time.time_ns()
    # a file with a time in the future, or from a slow clock, is read again next time
    if 0 < wait <= 100_000_000:
        time.sleep(wait / 1e9)
        stamp = Stamp.of(glossary)
    return stamp


def update(
    path: Path, stamp: Stamp, rows: Iterable[Row], watcher: Watcher, *, anew: bool = False
) -> None:
    """Make the index at `path` that of these rows, which a file of this stamp held."""
    terms = [row for row in rows if row.status is not Status.REJECTED]
    about = {"program": program(), "stamp": str(tuple(stamp)), "made": str(time.time_ns())}
    change = None if anew else _change(path, terms)
    watcher.start(len(terms) if change is None else len(change.added) + len(change.removed))

    def fill(made: sqlite3.Connection) -> None:
        if change is None:
            _fill(made, _read(enumerate(terms)), watcher)
        else:
            _mend(made, change, watcher)
        made.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", about.items())

    with _without_collecting():
        index_file.written(path, SCHEMA, fill, old=None if change is None else path)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Look for no garbage: there is none in millions of small objects, and looking takes long."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@dataclass(frozen=True, slots=True)
class _Change:
    """Rows that are new, rows that are gone, and where the others stand now."""

    added: list[Numbered]
    removed: list[Numbered]
    lines: list[tuple[int, int]]


def _change(path: Path, terms: Sequence[Row]) -> _Change | None:
    """Return what has changed since the index was made; None where it is made anew."""
    try:
        connection = index_file.opened(path, SCHEMA)
        if connection is None:
            return None
        with closing(connection):
            if Terms(connection).about().get("program") != program():
                return None
            ask = "SELECT said, number, line, reading FROM row"
            old: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
            for fields, *rest in connection.execute(ask):
                old[fields].append((rest[0], rest[1], rest[2]))
    except (sqlite3.Error, index_file.DamagedError):
        return None
    free = 1 + max((number for each in old.values() for number, *_ in each), default=-1)
    added: list[tuple[int, Row]] = []
    lines: list[tuple[int, int]] = []
    for row in terms:
        if same := old.get(said(row)):
            number, line, _ = same.pop(0)
            if line != row.line:
                lines.append((row.line, number))
        else:
            added.append((free + len(added), row))
    gone = [(n, row_of(fields, line), spoken) for fields in old for n, line, spoken in old[fields]]
    if len(added) + len(gone) > _FEW * len(terms):
        return None
    return _Change(list(_read(added)), gone, lines)


def _read(rows: Iterable[tuple[int, Row]]) -> Iterator[Numbered]:
    """Yield the rows with their readings."""
    known = list(rows)
    said_of = readings({row.zh for _, row in known if keys.is_chinese(row.zh)})
    for number, row in known:
        yield number, row, said_of.get(row.zh, "")


def _fill(made: sqlite3.Connection, rows: Iterable[Numbered], watcher: Watcher) -> None:
    """Fill empty tables."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    words: set[str] = set()
    kept = []
    for number, row, spoken in rows:
        for form, found_by in (*keys.of_row(row), *keys.nearly(row, spoken)):
            stored = keys.entry(row, form, number)
            for key in found_by:
                found[key].append(stored)
        words.update(keys.words_of(row))
        kept.append((number, row.line, said(row), spoken))
        watcher.advance()
    made.executemany("INSERT INTO row VALUES (?, ?, ?, ?)", kept)
    # most keys have one row
    packed = (
        (key, array("Q", sorted(under) if len(under) > 1 else under).tobytes())
        for key, under in sorted(found.items())
    )
    made.executemany("INSERT INTO found VALUES (?, ?)", packed)
    halves: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        for half in keys.halves(word):
            halves[half].append(word)
    joined = ((half, " ".join(halves[half])) for half in sorted(halves))
    made.executemany("INSERT INTO word VALUES (?, ?)", joined)


def _mend(made: sqlite3.Connection, change: _Change, watcher: Watcher) -> None:
    """Take out the rows that are gone and put in those that are new."""
    gone: defaultdict[str, Counter[int]] = defaultdict(Counter)
    new: defaultdict[str, list[int]] = defaultdict(list)
    for numbered in change.removed:
        for key, stored in _entries(*numbered):
            gone[key][stored] += 1
        watcher.advance()
    for numbered in change.added:
        for key, stored in _entries(*numbered):
            new[key].append(stored)
        watcher.advance()
    for key in sorted({*gone, *new}):
        before = made.execute("SELECT entries FROM found WHERE key = ?", (key,)).fetchone()
        left = Counter(array("Q", before[0]) if before else ()) - gone[key]
        after = array("Q", sorted([*left.elements(), *new[key]])).tobytes()
        if after:
            made.execute("INSERT OR REPLACE INTO found VALUES (?, ?)", (key, after))
        else:
            made.execute("DELETE FROM found WHERE key = ?", (key,))
    made.executemany("DELETE FROM row WHERE number = ?", [(each[0],) for each in change.removed])
    rows = [(number, row.line, said(row), spoken) for number, row, spoken in change.added]
    made.executemany("INSERT INTO row VALUES (?, ?, ?, ?)", rows)
    made.executemany("UPDATE row SET line = ? WHERE number = ?", change.lines)
    # words that stand in no term any more are left: they lead nowhere
    for word in sorted({word for _, row, _ in change.added for word in keys.words_of(row)}):
        for half in keys.halves(word):
            before = made.execute("SELECT words FROM word WHERE half = ?", (half,)).fetchone()
            known = {word, *(before[0].split(" ") if before else ())}
            put = (half, " ".join(sorted(known)))
            made.execute("INSERT OR REPLACE INTO word VALUES (?, ?)", put)


def _entries(number: int, row: Row, spoken: str) -> Iterator[tuple[str, int]]:
    for group in (keys.of_row(row), keys.nearly(row, spoken)):
        for form, found_by in group:
            stored = keys.entry(row, form, number)
            for key in found_by:
                yield key, stored
