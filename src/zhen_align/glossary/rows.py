"""The glossary TSV as rows: what a row says, whose it is, and its exact line.

No quoting; a tab, newline or backslash inside a field is `\\t`, `\\n`, `\\\\`. What
spreadsheets add on saving is undone in `spreadsheet.py`; files are opened in `store.py`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from hashlib import sha256

from zhen_align.errors import GlossaryError
from zhen_align.glossary.spreadsheet import Record, records

COLUMNS = ("en", "abbr", "zh", "status", "count", "share", "domain", "note", "source")
_NUMBER = re.compile(r"\s*\d*(?:\.\d+)?\s*")
_REQUIRED = ("en", "zh", "status")
_MERGE_MARKS = ("<<<<<<<", "=======", ">>>>>>>")
_WHOSE, _ALIKE = ("abbr", "source"), 0.8
"""Columns by which a row is known to be the program's, and how like them a slip is: `abbrr`."""


class Status(StrEnum):
    """What has been decided about a pair of English form and Chinese rendering."""

    CANDIDATE = "candidate"
    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    FORBIDDEN = "forbidden"
    KEEP = "keep"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Row:
    """One pair and what is known of it; `extra` are the added columns, in header order.

    `line` and `raw` tell where the row stood and how it was written; they are no part of
    what it says.
    """

    en: str
    zh: str
    abbr: str = ""
    status: Status = Status.CANDIDATE
    count: str = ""
    share: str = ""
    domain: str = ""
    note: str = ""
    source: str = ""
    extra: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)
    raw: str | None = field(default=None, compare=False)

    @property
    def is_program(self) -> bool:
        """Whether the program wrote this row and no person has touched it since."""
        return (
            self.status is Status.CANDIDATE
            and self.source == fingerprint(self.en, self.abbr, self.zh)
            and not (self.note or self.domain or any(self.extra))
        )


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a glossary in file order, and the names of its columns as written."""

    rows: tuple[Row, ...] = ()
    columns: tuple[str, ...] = COLUMNS

    @property
    def extra(self) -> tuple[str, ...]:
        """The columns that people have added, in header order."""
        return tuple(name for name in self.columns if _known(name) is None)


def fingerprint(en: str, abbr: str, zh: str) -> str:
    """Return what stands in `source` of a row that the program wrote.

    >>> fingerprint("neural network", "NN", "神经网络")
    'auto-7b003a7d'
    """
    return "auto-" + sha256("\t".join((en, abbr, zh)).encode()).hexdigest()[:8]


def parse(text: str, where: str) -> Table:
    """Read a glossary; a line that cannot be trusted is an error that names it."""
    return from_records(list(records(text, where)), where)


def from_records(lines: Sequence[Record], where: str) -> Table:
    """Read lines that have been cut to fields; the first is the header."""
    if not lines:
        return Table()
    header = lines[0].cells
    columns = tuple(_header(header, where))
    rows = [_row(record, columns, where) for record in lines[1:]]
    _no_twins(rows, where)
    return Table(tuple(rows), tuple(header))


def render(table: Table) -> str:
    """Write a table; a row that still has its line is written as that line.

    Columns that the file does not have are added after those it has.
    """
    names = [_known(name) or name for name in table.columns]
    missing = [name for name in COLUMNS if name not in names]
    pad = "\t" * len(missing)
    lines = ["\t".join([*table.columns, *missing])]
    for row in table.rows:
        if row.raw is not None:
            lines.append(row.raw + pad)
        else:
            lines.append("\t".join(escape(cell) for cell in cells(row, [*names, *missing])))
    return "\n".join(lines) + "\n"


def cells(row: Row, columns: Sequence[str]) -> list[str]:
    """Return the fields of a row in the order of `columns`."""
    extra = iter(row.extra)
    return [str(getattr(row, name)) if name in COLUMNS else next(extra, "") for name in columns]


def escape(value: str) -> str:
    """Return a field as it is written.

    >>> escape("a\\tb")
    'a\\\\tb'
    """
    value = value.replace("\\", "\\\\").replace("\t", "\\t")
    return value.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def unescape(value: str) -> str:
    """Return what a written field says; an unknown escape says itself."""
    if "\\" not in value:
        return value
    known = {"\\t": "\t", "\\n": "\n", "\\\\": "\\"}
    return re.sub(r"\\[tn\\]", lambda m: known[m[0]], value)


def _known(name: str) -> str | None:
    plain = name.strip().lower()
    return plain if plain in COLUMNS else None


def _header(names: Sequence[str], where: str) -> list[str]:
    columns = [_known(name) or name for name in names]
    if names[0].startswith(_MERGE_MARKS):
        raise _unmerged(f"{where}:1")
    for name in _WHOSE:
        meant = get_close_matches(name, columns, 1, _ALIKE)
        if meant and meant[0] != name:
            raise GlossaryError(
                f"the header has a column `{meant[0]}`, and none called `{name}`",
                where=f"{where}:1",
                fix="correct its name, or call it something else",
            )
    if lacking := [name for name in _REQUIRED if name not in columns]:
        raise GlossaryError(
            f"the header has no column `{lacking[0]}`",
            where=f"{where}:1",
            fix=f"the first line names the columns: {' '.join(COLUMNS)}, separated by tabs",
        )
    for name in columns:
        if columns.count(name) > 1:
            raise GlossaryError(
                f"the column `{name}` stands twice", where=f"{where}:1", fix="rename one of them"
            )
    return columns


def _unmerged(place: str) -> GlossaryError:
    return GlossaryError("an unresolved merge", where=place, fix="keep the lines that are right")


def _row(record: Record, columns: tuple[str, ...], where: str) -> Row:
    place = f"{where}:{record.line}"
    written = _untrimmed(record.cells, columns)
    if len(written) != len(columns):
        if record.cells[0].startswith(_MERGE_MARKS):
            raise _unmerged(place)
        raise GlossaryError(
            f"{_fields(len(record.cells))}, but the header names {len(columns)}",
            where=place,
            fix="put the missing tab back, or write \\t where the text itself holds a tab",
        )
    values = {name: unescape(cell) for name, cell in zip(columns, written, strict=True)}
    status = values["status"].strip().lower()
    if status not in set(Status):
        said = f"`{status}` is no status" if status else "the row has no status"
        raise GlossaryError(said, where=place, fix=f"write one of {', '.join(Status)}")
    if not values["en"].strip() and not values["zh"].strip():
        raise GlossaryError(
            "neither an English nor a Chinese form", where=place, fix="fill one in or remove it"
        )
    known = {name: values[name] for name in COLUMNS if name in values and name != "status"}
    return Row(
        **known,
        status=Status(status),
        extra=tuple(values[name] for name in columns if name not in COLUMNS),
        line=record.line,
        raw=record.raw,
    )


def _untrimmed(fields: Sequence[str], columns: Sequence[str]) -> Sequence[str]:
    """Return the fields with the empty ones at the end that an editor has taken for blanks.

    A tab lost inside a line leaves less than a whole row, too: then something stands where a
    status or a number belongs.
    """
    lost = columns[len(fields) :]
    torn = any(value.count('"') % 2 for value in fields)
    if not lost or not fields[-1] or torn or any(name in _REQUIRED for name in lost):
        return fields
    for name, value in zip(columns, fields, strict=False):
        wrong = name == "status" and value.strip().lower() not in set(Status)
        if wrong or (name in ("count", "share") and not _NUMBER.fullmatch(value)):
            return fields
    return [*fields, *[""] * len(lost)]


def _fields(n: int) -> str:
    return "1 field" if n == 1 else f"{n} fields"


def _no_twins(rows: Sequence[Row], where: str) -> None:
    seen: dict[tuple[object, ...], int] = {}
    for row in rows:
        what = (row.en, row.abbr, row.zh, row.status, row.domain, row.extra)
        first = seen.setdefault(what, row.line)
        if first != row.line:
            raise GlossaryError(
                f"the same row as line {first}", where=f"{where}:{row.line}", fix="remove one"
            )
