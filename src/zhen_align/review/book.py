"""The open glossary: what the file says now, and decisions written to it at once.

Every write goes through `glossary.store`: locked, whole, and on what the file says at that
moment. A row is called by a digest of what it says, and every row that was ever shown is
remembered, so that a decision about an older state of a row can be merged.
"""

import threading
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

from zhen_align.errors import GlossaryError, ZhenError
from zhen_align.glossary import store
from zhen_align.glossary.rows import Row, Table, parse, render
from zhen_align.review.actions import Action, perform
from zhen_align.review.draft import Change, Conflict, Draft, Made, said
from zhen_align.review.journal import Entry, Journal

_SETTLED = 2.0  # seconds after which a file that keeps its time stamp has not been written


@dataclass(frozen=True, slots=True)
class State:
    """The glossary as it was read; `error` says why it cannot be read any more."""

    version: str
    table: Table
    error: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one action; `kind` is that of the action that an undo took back."""

    made: tuple[Made, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    kind: str = ""


Plan = Callable[[Callable[[str], Row], Table], Action]  # an action, once its rows are at hand


class UnknownRowError(KeyError):
    """A row is named that was never shown."""


class _NothingToWriteError(Exception):
    """Leaves `store.update` without a write."""


def row_id(row: Row) -> str:
    """Return the name of a row: a digest of what it says."""
    data = repr(said(row)).encode("utf-8", "backslashreplace")
    return blake2b(data, digest_size=8).hexdigest()


class Book:
    """One glossary under review; may be asked from several threads."""

    def __init__(self, path: Path, name: str, journal: Journal) -> None:
        """Open the glossary at `path`, called `name`; raises GlossaryError where it is faulty."""
        self.path, self.name, self.journal = path, name, journal
        self._lock = threading.Lock()
        self._seen: dict[str, tuple[Row, tuple[str, ...]]] = {}
        self._stamp: tuple[int, int, int] | None = None
        self._state = self._read()

    def state(self) -> State:
        """Return what the file says now."""
        with self._lock:
            return self._refreshed()

    def act(
        self, plans: Sequence[Plan], *, force: bool = False
    ) -> tuple[State, State, list[Result]]:
        """Make actions in one write; return the state before and after, and what became of each."""

        def change(draft: Draft, table: Table) -> tuple[Draft, list[Result], list[Entry]]:
            results, entries = [], []
            for plan in plans:
                action = plan(lambda id: self.row(id, table), table)
                done = perform(draft, action, force=force)
                result = _result(done, type(action).__name__.lower())
                results.append(result)
                pairs = tuple((made.before, made.after) for made in result.made if not made.idle)
                if pairs:
                    name = uuid.uuid4().hex
                    entries.append(Entry(name, result.kind, table.columns, pairs, time.time()))
            return draft, results, entries

        return self._write(change)

    def undo(self, *, force: bool = False, skip: bool = False) -> tuple[State, State, Result]:
        """Take the last action back or, with `skip`, only strike it off the list."""
        struck: list[str] = []

        def change(draft: Draft, table: Table) -> tuple[Draft, list[Result], list[Entry]]:
            struck.clear()
            for entry in reversed(self.journal.entries()):
                if skip:
                    struck.append(entry.id)
                    return draft, [Result(kind=entry.kind)], []
                trial = Draft(table)
                done = [trial.apply(each, force=force) for each in _reversed(entry, table)]
                result = _result(done, entry.kind)
                if result.conflicts and not force:
                    return draft, [replace(result, made=())], []
                struck.append(entry.id)
                # what was begun and never written is passed over
                if entry.done or not all(made.idle for made in result.made):
                    return trial, [result], []
            return draft, [Result()], []

        before, after, results = self._write(change)
        with self._lock:
            for name in struck:
                self.journal.strike(name)
        return before, after, results[0]

    def _write(
        self, change: Callable[[Draft, Table], tuple[Draft, list[Result], list[Entry]]]
    ) -> tuple[State, State, list[Result]]:
        """Change what the file says now; nothing is written where nothing changes."""
        results: list[Result] = []
        entries: list[Entry] = []

        def changed(table: Table) -> Table:
            if not self.path.exists():
                raise self._gone()
            draft, results[:], entries[:] = change(Draft(table), table)
            if all(made.idle for result in results for made in result.made):
                raise _NothingToWriteError
            for entry in entries:
                self.journal.begin(entry)
            return draft.table()

        with self._lock:
            before = self._refreshed()
            try:
                outcome = store.update(self.path, changed, self.name, self._parsed)
            except _NothingToWriteError:
                return before, before, results
            self.journal.finish(entry.id for entry in entries)
            return before, self._adopt(outcome.after), results

    def row(self, id: str, table: Table) -> Row:
        """Return a row that was shown, with the columns that the table has now."""
        found = self._seen.get(id)
        if found is None:
            raise UnknownRowError(id)
        return _widened(found[0], found[1], table)

    def remember(self, row: Row, columns: tuple[str, ...]) -> str:
        """Return the name of a row that is about to be shown."""
        id = row_id(row)
        self._seen[id] = row, columns
        return id

    def _refreshed(self) -> State:
        stamp = self._now()
        if stamp is None:
            error = str(self._gone())
            if self._state.error != error:
                self._state = State("gone", self._state.table, error)
        elif stamp != self._stamp or time.time() - stamp[0] / 1e9 < _SETTLED or self._state.error:
            self._state = self._read()
        return self._state

    def _read(self) -> State:
        stamp = self._now()
        try:
            text = store.text(self.path, self.name)
            version = _version(text)
            old = getattr(self, "_state", None)
            if old is not None and old.version == version and not old.error:
                self._stamp = stamp
                return self._state
            state = State(version, parse(text, self.name), text=text)
        except ZhenError as error:
            if getattr(self, "_state", None) is None:
                raise
            return State(_version(str(error)), self._state.table, str(error))
        self._stamp = stamp
        return state

    def _parsed(self, text: str, name: str) -> Table:
        """Return what a text says; that of the last one is known."""
        return self._state.table if text == self._state.text else parse(text, name)

    def _adopt(self, table: Table) -> State:
        """Take what was just written; the file is looked at again by the next to ask."""
        text = render(table)
        self._state = State(_version(text), table, text=text)
        self._stamp = None
        return self._state

    def _now(self) -> tuple[int, int, int] | None:
        try:
            status = self.path.stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size, status.st_ino

    def _gone(self) -> GlossaryError:
        return GlossaryError(
            "the file is not there any more",
            where=self.name,
            fix="put it back, or make it with zhen-align build",
        )


def _result(done: Sequence[Made | Conflict], kind: str) -> Result:
    made = tuple(each for each in done if isinstance(each, Made))
    return Result(made, tuple(each for each in done if isinstance(each, Conflict)), kind)


def _reversed(entry: Entry, table: Table) -> Iterator[Change]:
    """Yield what takes an action back, the last change first."""
    for before, after in reversed(entry.pairs):
        yield Change(
            _fitted(after, entry.columns, table),
            _fitted(before, entry.columns, table),
            exact=True,
        )


def _fitted(row: Row | None, columns: tuple[str, ...], table: Table) -> Row | None:
    return None if row is None else _widened(row, columns, table)


def _widened(row: Row, columns: tuple[str, ...], table: Table) -> Row:
    """Return a row with a field for each column that the table has now."""
    if columns == table.columns:
        return row
    values = dict(zip(Table(columns=columns).extra, row.extra, strict=False))
    return replace(row, extra=tuple(values.get(name, "") for name in table.extra), raw=None)


def _version(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
