"""Brings the index of a glossary up to date with its TSV.

Where few rows have changed, only those are indexed again, in a copy of the file; else it
is made anew.
"""

import sqlite3
import time
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, nullcontext
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol

from zhen_align.engine import collecting, index_file, pool
from zhen_align.engine.index_terms import SCHEMA, Stamp, Terms, program, row_of, said
from zhen_align.glossary.rows import Row, Status
from zhen_align.lookup import keys
from zhen_align.lookup.readings import readings

_FEW = 0.2  # of the rows; where more have changed, a new index is made sooner
_WORTH_A_PROCESS = 5_000  # rows
_Found = tuple[str, bytes]  # a key and what stands under it
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

    def fill(made: sqlite3.Connection) -> None:
        if change is None:
            _put(made, contents)
        else:
            _mend(made, change, watcher)
        made.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", about.items())

    with collecting.paused():
        contents = _contents(terms, watcher) if change is None else _Contents()
        index_file.written(path, SCHEMA, fill, old=None if change is None else path)


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


@dataclass(slots=True)
class _Contents:
    """What the tables of a new index hold, in the order of their keys."""

    rows: list[tuple[int, int, str, str]] = field(default_factory=list)
    found: list[list[_Found]] = field(default_factory=list)
    words: list[tuple[str, str]] = field(default_factory=list)


def _contents(terms: Sequence[Row], watcher: Watcher) -> _Contents:
    """Work out all that an index holds: near keys in one process, beside it the others."""
    near = partial(_near, terms)
    beside = pool.beside(near) if len(terms) >= _WORTH_A_PROCESS else nullcontext(near)
    with beside as nearly:  # from here on there may be the watcher's thread
        watcher.start(len(terms))
        exactly = _packed(_watched(terms, watcher), lambda row, _: keys.of_row(row))
        words = _halved({word for row in terms for word in keys.words_of(row)})
        spoken, found = nearly()
    rows = [(at, row.line, said(row), spoken[at]) for at, row in enumerate(terms)]
    both = {**exactly, **found}
    return _Contents(rows, [both[kind] for kind in sorted(both)], words)


def _watched(terms: Sequence[Row], watcher: Watcher) -> Iterator[tuple[Row, str]]:
    for row in terms:
        yield row, ""
        watcher.advance()


def _near(terms: Sequence[Row]) -> tuple[list[str], dict[str, list[_Found]]]:
    """Return how the terms are read, and the keys that find what is only near."""
    spoken = [reading for _, _, reading in _read(enumerate(terms))]
    return spoken, _packed(zip(terms, spoken, strict=True), keys.nearly)


def _packed(
    terms: Iterable[tuple[Row, str]],
    found_by: Callable[[Row, str], Iterable[tuple[str, list[str]]]],
) -> dict[str, list[_Found]]:
    """Return what stands under the keys of numbered terms, by the kind of the key."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, (row, spoken) in enumerate(terms):
        for form, under in found_by(row, spoken):
            stored = keys.entry(row, form, number)
            for key in under:
                found[key].append(stored)
    packed: dict[str, list[_Found]] = {}
    for key in sorted(found):
        stored_here = found[key]
        if len(stored_here) > 1:  # most keys have one row
            stored_here.sort()
        packed.setdefault(key[0], []).append((key, array("Q", stored_here).tobytes()))
    return packed


def _halved(words: Iterable[str]) -> list[tuple[str, str]]:
    """Return the words of all terms under their halves."""
    halves: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        for half in keys.halves(word):
            halves[half].append(word)
    return [(half, " ".join(halves[half])) for half in sorted(halves)]


def _put(made: sqlite3.Connection, contents: _Contents) -> None:
    """Fill empty tables."""
    made.executemany("INSERT INTO row VALUES (?, ?, ?, ?)", contents.rows)
    for entries in contents.found:
        made.executemany("INSERT INTO found VALUES (?, ?)", entries)
    made.executemany("INSERT INTO word VALUES (?, ?)", contents.words)


def _mend(made: sqlite3.Connection, change: _Change, watcher: Watcher) -> None:
    """Take out the rows that are gone and put in those that are new."""
    watcher.start(len(change.added) + len(change.removed))
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
