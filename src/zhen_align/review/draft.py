"""Rows while they are changed: does a decision still fit what stands in the file?

A person decided about a row as the page showed it (`base`). The file may say something
else by now: what the two changed in different fields is merged, what they changed in the
same field is a conflict, and then nothing is written. Pure; not here: what a key means.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from zhen_align.glossary.merge import term_key
from zhen_align.glossary.rows import Row, Status, Table


class Why(StrEnum):
    """Why a change does not fit."""

    GONE = "gone"  # no row of these forms is left
    CHANGED = "changed"  # the same field says something else now
    EXISTS = "exists"  # another row already says this
    BLANK = "blank"  # neither an English nor a Chinese form would be left
    NO_NAME = "no-name"  # nothing in Latin letters that could be kept
    TWO_NAMES = "two-names"  # a kept term reads the same on both sides
    SAME = "same"  # a term cannot be merged into itself


@dataclass(frozen=True, slots=True)
class Change:
    """A row as it was seen and as it is wanted; None where there was, or shall be, none.

    `exact` brings a row back as it once was: its very line, and its place.
    """

    base: Row | None
    wanted: Row | None
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """A change that was not made: what was wanted, and what stands in the file."""

    why: Why
    change: Change
    theirs: Row | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A change that was made: the row before and after; equal where nothing was to do."""

    before: Row | None
    after: Row | None

    @property
    def idle(self) -> bool:
        """Whether the file said so already."""
        return self.before == self.after


def said(row: Row) -> tuple[str, ...]:
    """Return what a row says, counts aside: they are refreshed by programs."""
    status = str(row.status)
    return (row.en, row.abbr, row.zh, status, row.domain, row.note, row.source, *row.extra)


def saying(row: Row, cells: Sequence[str]) -> Row:
    """Return `row` saying `cells`; its line is kept only where nothing changed."""
    if tuple(cells) == said(row):
        return row
    en, abbr, zh, status, domain, note, source, *extra = cells
    return replace(
        row,
        en=en,
        abbr=abbr,
        zh=zh,
        status=Status(status),
        domain=domain,
        note=note,
        source=source,
        extra=tuple(extra),
        raw=None,
    )


class Draft:
    """The rows of a table under change, found by what they say and by their forms."""

    def __init__(self, table: Table) -> None:
        """Take the rows of `table`; the table itself never changes."""
        self._table = table
        self._rows: list[Row | None] = []
        self._forms: dict[tuple[str, str, str], list[int]] = {}
        for row in table.rows:
            self._put(len(self._rows), row)

    def copy(self) -> "Draft":
        """Return the rows as they are now, for a trial."""
        other = Draft(Table(columns=self._table.columns))
        other._table = self._table
        other._rows = list(self._rows)
        other._forms = {forms: list(places) for forms, places in self._forms.items()}
        return other

    def become(self, trial: "Draft") -> None:
        """Take over what a trial came to."""
        self._rows, self._forms = trial._rows, trial._forms

    @property
    def rows(self) -> list[Row]:
        """The rows as they are now; those that changed their term are not moved yet."""
        return [row for row in self._rows if row is not None]

    def table(self) -> Table:
        """Return the rows as they are now, each with its term."""
        rows: list[Row] = []
        homeless: list[Row] = []
        for at, row in enumerate(self._rows):
            if row is not None:
                old = self._table.rows[at] if at < len(self._table.rows) else None
                stays = old is not None and term_key(old) == term_key(row)
                (rows if stays else homeless).append(row)
        keys = [term_key(row) for row in rows]
        for row in sorted(homeless, key=lambda row: row.line or len(keys) + 2):
            at = _place(keys, row)
            rows.insert(at, row)
            keys.insert(at, term_key(row))
        numbered = (row if row.line == n else replace(row, line=n) for n, row in enumerate(rows, 2))
        return Table(tuple(numbered), self._table.columns)

    def with_forms(self, en: str, abbr: str, zh: str) -> list[Row]:
        """Return the rows of these forms."""
        found = (self._rows[at] for at in self._forms.get((en, abbr, zh), ()))
        return [row for row in found if row is not None]

    def current(self, base: Row) -> Row | None:
        """Return the row that says what `base` says, else the only one that can be it now."""
        same = self.with_forms(base.en, base.abbr, base.zh)
        exact = [row for row in same if said(row) == said(base)]
        near = exact or [row for row in same if row.domain == base.domain] or same
        return near[0] if len(near) == 1 else None

    def apply(self, change: Change, *, force: bool = False) -> Made | Conflict:
        """Make a change, or say why it does not fit; with `force` it wins where two differ."""
        base, wanted = change.base, change.wanted
        if wanted is not None and not (wanted.en.strip() or wanted.zh.strip()):
            return Conflict(Why.BLANK, change)
        theirs = None if base is None else self.current(base)
        if base is None or theirs is None:
            if wanted is None:
                return Made(None, None)
            if base is not None and not force:
                return Conflict(Why.GONE, change)
            return self._add(change, wanted)
        if wanted is not None:
            return self._merge(change, said(base), wanted, theirs, force=force)
        if said(theirs) != said(base) and not force:
            return Conflict(Why.CHANGED, change, theirs)
        self._swap(theirs, None)
        return Made(theirs, None)

    def _merge(
        self, change: Change, was: tuple[str, ...], wanted: Row, theirs: Row, *, force: bool
    ) -> Made | Conflict:
        """Change `theirs` where `wanted` differs from what was seen."""
        cells = []
        for before, mine, now in zip(was, said(wanted), said(theirs), strict=True):
            if before == mine:
                cells.append(now)
            elif force or now in (before, mine):
                cells.append(mine)
            else:
                return Conflict(Why.CHANGED, change, theirs)
        merged = saying(theirs, cells)
        if merged is theirs:
            return Made(theirs, theirs)
        if not (merged.en.strip() or merged.zh.strip()):
            return Conflict(Why.BLANK, change, theirs)
        if (twin := self._twin(merged, theirs)) is not None:
            return Conflict(Why.EXISTS, change, twin)
        if change.exact and said(merged) == said(wanted):
            whole = wanted.count == merged.count and wanted.share == merged.share
            merged = replace(merged, line=wanted.line, raw=wanted.raw if whole else None)
        self._swap(theirs, merged)
        return Made(theirs, merged)

    def _add(self, change: Change, wanted: Row) -> Made | Conflict:
        if (twin := self._twin(wanted)) is not None:
            return Conflict(Why.EXISTS, change, twin)
        new = wanted if change.exact else replace(wanted, line=0, raw=None)
        self._put(len(self._rows), new)
        return Made(None, new)

    def _twin(self, row: Row, old: Row | None = None) -> Row | None:
        """Return another row that the reader of the file could not tell from `row`."""
        others = (other for other in self.with_forms(row.en, row.abbr, row.zh) if other is not old)
        return next((other for other in others if _identity(other) == _identity(row)), None)

    def _swap(self, old: Row, new: Row | None) -> None:
        there = self._forms[_forms(old)]
        at = next(at for at in there if self._rows[at] is old)
        there.remove(at)
        self._put(at, new)

    def _put(self, at: int, row: Row | None) -> None:
        if at == len(self._rows):
            self._rows.append(row)
        else:
            self._rows[at] = row
        if row is not None:
            self._forms.setdefault(_forms(row), []).append(at)


def _place(keys: Sequence[str], row: Row) -> int:
    """Return where a row goes: where it once was, else after its term, else in the alphabet."""
    key, once = term_key(row), row.line - 2
    if 0 <= once <= len(keys) and key in (*keys[once - 1 : once], *keys[once : once + 1]):
        return once
    for at in range(len(keys) - 1, -1, -1):
        if keys[at] == key:
            return at + 1
    return bisect_right(keys, key)


def _forms(row: Row) -> tuple[str, str, str]:
    return row.en, row.abbr, row.zh


def _identity(row: Row) -> tuple[object, ...]:
    """Return what no two rows of a file may share."""
    return row.en, row.abbr, row.zh, row.status, row.domain, row.extra
