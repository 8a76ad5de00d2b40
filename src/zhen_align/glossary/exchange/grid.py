"""A glossary as a grid of cells, and a grid as a glossary: what every spreadsheet format shares.

A cell that a spreadsheet would run as a formula is written with an apostrophe before it,
which is taken away again on the way back. Contexts are columns of their own, which are
never read back.
"""

import re
from collections.abc import Mapping, Sequence

from zhen_align.errors import GlossaryError
from zhen_align.glossary.rows import COLUMNS, Table, cells, escape, from_records
from zhen_align.glossary.spreadsheet import Record

Grid = list[list[str]]

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_SHIELDED = re.compile(r"'+[=+\-@\t\r]")
_CONTEXT = "context {}"
_IS_CONTEXT = re.compile(r"context \d+", re.IGNORECASE)


def neutral(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    >>> neutral("=1+1"), neutral("-omics"), neutral("model")
    ("'=1+1", "'-omics", 'model')
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def plain(cell: str) -> str:
    """Return the cell that `neutral` was given."""
    return cell[1:] if _SHIELDED.match(cell) else cell


def to_grid(table: Table, contexts: Mapping[int, Sequence[str]] | None = None) -> Grid:
    """Return the header and the rows; `contexts` are examples by the number of the row."""
    names = [*table.columns, *(name for name in COLUMNS if name not in _known(table))]
    known = [name if name not in _plain_names(table) else name.strip().lower() for name in names]
    most = max((len(each) for each in contexts.values()), default=0) if contexts else 0
    grid = [[*names, *(_CONTEXT.format(n + 1) for n in range(most))]]
    for number, row in enumerate(table.rows):
        said = list(contexts.get(number, ())) if contexts else []
        grid.append([*cells(row, known), *said, *[""] * (most - len(said))])
    return [[neutral(cell) for cell in line] for line in grid]


def from_grid(grid: Sequence[Sequence[str]], where: str) -> Table:
    """Return the rows that a grid holds; empty lines and contexts are passed over."""
    lines = [(n, list(line)) for n, line in enumerate(grid, 1) if any(c.strip() for c in line)]
    if not lines:
        raise GlossaryError("no header", where=where, fix="the first line names the columns")
    header = [plain(name) for name in lines[0][1]]
    while header and not header[-1].strip():
        header.pop()
    for wanted in ("en", "zh"):
        if wanted not in {name.strip().lower() for name in header}:
            raise GlossaryError(
                f"the header has no column `{wanted}`",
                where=f"{where}:{lines[0][0]}",
                fix="name the columns in the first line (en, abbr, zh, status …); a list of two "
                "columns without a header needs --format pairs",
            )
    kept = [n for n, name in enumerate(header) if not _IS_CONTEXT.fullmatch(name.strip())]
    records = []
    for number, line in lines:
        if any(cell.strip() for cell in line[len(header) :]):
            raise GlossaryError(
                "more cells than the header names",
                where=f"{where}:{number}",
                fix="name the column, or empty the cell",
            )
        # spreadsheets do not write empty cells at the end of a line
        full = [plain(cell) for cell in line] + [""] * (len(header) - len(line))
        records.append(Record(number, tuple(escape(full[n]) for n in kept), None))
    return from_records(records, where)


def _plain_names(table: Table) -> dict[str, str]:
    return {name: name.strip().lower() for name in table.columns if name.strip().lower() in COLUMNS}


def _known(table: Table) -> set[str]:
    return set(_plain_names(table).values())
