"""Lone lines between believed pairs, paired by their place: short headings above all.

"Usage" says too little for any score to believe in 使用方式. Where its neighbours on both
sides are pairs it needs no more than the same kind and a fitting length. Where several
lines are left between two pairs, each must say more. Not here: lines that speak for
themselves (`peel`, `belief`).
"""

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from zhen_align.align.cells import Cells, Table
from zhen_align.align.peel import NEVER, Cell, Scores, path
from zhen_align.align.torn import Line
from zhen_align.types import Kind

_LONE = -1.9
_AMONG = -0.6
_FIT = -1.2
_ROUGH_FIT = -1.6
_MOST = 4
_CHANCE = 0.6
_SURE = 0.7
_SKIP = 0.1
_HEADS = (Kind.HEADING, Kind.TITLE)
_SILENT = (Kind.NAVIGATION, Kind.METADATA)


def between(
    chosen: Sequence[Cell],
    zh: Sequence[Line],
    en: Sequence[Line],
    total: Table,
    table: Cells,
) -> list[Cell]:
    """Return cells for lone lines whose neighbours on both sides are pairs."""
    en_often = Counter(line.text.text for line in en)
    zh_often = Counter(line.text.text for line in zh)
    found = []
    for rows, columns in _gaps(chosen, len(en), len(zh)):
        lone = len(rows) == len(columns) == 1
        floor, least = (_LONE, _ROUGH_FIT) if lone else (_AMONG, _FIT)
        part = np.full((len(rows), len(columns)), NEVER, dtype=np.float32)
        for r in rows:
            for c in columns:
                one, other = en[r], zh[c]
                said_once = en_often[one.text.text] == 1 == zh_often[other.text.text]
                fit = table.length(table.en_size[r : r + 1], table.zh_size[c : c + 1])[0]
                if said_once and fit > least and _alike(one.block.kind, other.block.kind):
                    part[r - rows[0], c - columns[0]] = total[r, c] - floor
        found += [
            Cell((rows[cell.rows[0]],), (columns[cell.columns[0]],), 0.4, -1, _CHANCE)
            for cell in path(Scores(part, {}, {}), _SKIP)
            if cell.score > 0
        ]
    return found


def _alike(one: Kind, other: Kind) -> bool:
    """Tell whether lines of two kinds may be paired by their place alone."""
    return (one is other and one not in _SILENT) or (one in _HEADS and other in _HEADS)


def _gaps(chosen: Sequence[Cell], en: int, zh: int) -> Iterator[tuple[range, range]]:
    """Yield the few English and Chinese lines between two pairs that follow each other."""
    taken_en = {r for cell in chosen for r in cell.rows}
    taken_zh = {c for cell in chosen for c in cell.columns}
    sure = [cell for cell in chosen if cell.chance > _SURE]
    at_end = {(cell.rows[-1] + 1, cell.columns[-1] + 1) for cell in sure} | {(0, 0)}
    starts = {(cell.rows[0], cell.columns[0]) for cell in sure} | {(en, zh)}
    for row, column in sorted(at_end):
        rows, columns = _free(row, en, taken_en), _free(column, zh, taken_zh)
        if rows and columns and (rows.stop, columns.stop) in starts:
            yield rows, columns


def _free(first: int, end: int, taken: set[int]) -> range:
    """Return the lines from one on that are not taken, or none where they are too many."""
    last = first
    while last < end and last not in taken and last - first <= _MOST:
        last += 1
    return range(first, last) if last - first <= _MOST else range(first, first)
