"""Take in what people did to an exported copy: their rows win, nothing is ever dropped.

A row of the copy that is still the program's says nothing new. Every other row is a
person's decision: it takes the place of the row with the same forms, or of the program's
row that it corrects, else it is added to its term. Not here: reading the copy (exchange/).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from zhen_align.glossary.merge import term_key
from zhen_align.glossary.rows import COLUMNS, Row, Table, fingerprint


@dataclass(frozen=True, slots=True)
class Adopted:
    """The table afterwards, and what came and went, row by row."""

    table: Table
    added: tuple[Row, ...] = ()
    changed: tuple[tuple[Row, Row], ...] = ()


def adopt(table: Table, copy: Table) -> Adopted:
    """Return the table with the decisions of `copy` in it."""
    columns = _columns(table, copy)
    lacking = {*COLUMNS, *columns} - {*map(_low, copy.columns), *copy.columns}
    rows: list[Row | None] = [_widened(row, table, columns) for row in table.rows]
    places: dict[tuple[str, ...], list[int]] = {}
    prints: dict[str, int] = {}
    for n, row in enumerate(table.rows):
        places.setdefault(_forms(row, lacking), []).append(n)
        if row.is_program:
            prints[row.source] = n
    added, changed = [], []
    for given in copy.rows:
        if given.is_program:
            continue
        new = replace(_widened(given, copy, columns), line=0, raw=None)
        alike = places.get(_forms(new, lacking), ())
        only = alike[0] if "domain" in lacking and len(alike) == 1 else None
        at = _place(new, alike, prints, rows) if only is None else only
        if at is None:
            rows.append(new)
            places.setdefault(_forms(new, lacking), []).append(len(rows) - 1)
            added.append(new)
            continue
        old = rows[at]
        assert old is not None
        new = _completed(new, old, Table(columns=columns).extra, lacking)
        if _said(new) != _said(old):
            rows[at] = new
            places.setdefault(_forms(new, lacking), []).append(at)
            changed.append((old, new))
    kept = sorted((row for row in rows if row is not None), key=term_key)
    if not added and not changed:
        return Adopted(table)
    numbered = tuple(replace(row, line=n) for n, row in enumerate(kept, 2))
    return Adopted(Table(numbered, columns), tuple(added), tuple(changed))


def _place(
    new: Row,
    alike: Sequence[int],
    prints: dict[str, int],
    rows: Sequence[Row | None],
) -> int | None:
    """Return the row that the new one stands for: the same forms, best in the same domain."""
    same = [n for n in alike if rows[n] is not None]
    for n in same:
        row = rows[n]
        if row is not None and row.domain == new.domain:
            return n
    for n in same:
        row = rows[n]
        if row is not None and row.is_program:
            return n
    corrected = prints.get(new.source)
    if corrected is not None and new.source != fingerprint(new.en, new.abbr, new.zh):
        row = rows[corrected]
        if row is not None and row.is_program:
            return corrected
    return None


def _completed(new: Row, old: Row, extra: Sequence[str], lacking: Collection[str]) -> Row:
    """Return the new row; what the copy has no column for stays as it was."""
    kept = {name: getattr(old, name) for name in COLUMNS if name in lacking}
    added = dict(zip(extra, zip(new.extra, old.extra, strict=False), strict=False))
    return replace(
        new,
        **{"count": old.count, "share": old.share, **kept},
        extra=tuple(was if name in lacking else now for name, (now, was) in added.items()),
    )


def _forms(row: Row, lacking: Collection[str]) -> tuple[str, ...]:
    return (row.en, row.zh) if "abbr" in lacking else (row.en, row.abbr, row.zh)


def _said(row: Row) -> tuple[object, ...]:
    return (row.en, row.abbr, row.zh, row.status, row.domain, row.note, row.source, row.extra)


def _columns(table: Table, copy: Table) -> tuple[str, ...]:
    """Return the table's columns and those that people added to the copy."""
    more = [name for name in copy.extra if name not in table.extra]
    missing = [name for name in COLUMNS if more and name not in map(_low, table.columns)]
    return (*table.columns, *missing, *more)


def _low(name: str) -> str:
    return name.strip().lower()


def _widened(row: Row, table: Table, columns: tuple[str, ...]) -> Row:
    """Return a row with a field for every added column."""
    names = Table(columns=columns).extra
    if names == table.extra:
        return row
    values = dict(zip(table.extra, row.extra, strict=False))
    wide = replace(row, extra=tuple(values.get(name, "") for name in names))
    return replace(wide, raw=None) if wide.extra != row.extra else wide
