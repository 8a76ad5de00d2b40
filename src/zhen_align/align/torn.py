"""Paragraphs torn into several lines: neighbouring blocks scored as one.

Only neighbours of a cell that says something are tried, since scoring every group against
every block would cost more than all the rest.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from zhen_align.align.cells import CHARS_PER_HAN, EVIDENCE, LENGTH, Cells, Table
from zhen_align.align.lexicon import Ints
from zhen_align.align.peel import NEVER
from zhen_align.align.tokens import Floats, Text
from zhen_align.types import Block, Kind

MERGES = (2, 3, 4)
_MERGE_COST = 1.5
_NEAR = -1.0
_TRIED = 6
_PIECE = 0.95
_WHOLE = 1.8
_PROSE = (Kind.PARAGRAPH, Kind.ITEM)


@dataclass(frozen=True, slots=True)
class Line:
    """A block that takes part: its number in its document, and its text as evidence."""

    number: int
    block: Block
    text: Text


def _neighbours(run: Sequence[Line], furthest: int) -> bool:
    """Tell whether neighbouring units may be one torn paragraph."""
    if any(unit.block.kind not in _PROSE for unit in run):
        return False
    if any(unit.block.kind is Kind.ITEM for unit in run[1:]):
        return False
    return all(b.number - a.number <= furthest for a, b in pairwise(run))


def merged_rows(
    table: Cells, en: Sequence[Line], total: Table, bonus: Table, furthest: int
) -> dict[int, Table]:
    """Return the scores of 2, 3, 4 English lines as one, by the first of them."""
    found: dict[int, Table] = {}
    for k in MERGES:
        for start in range(len(en) - k + 1):
            members = slice(start, start + k)
            if not _neighbours(en[members], furthest):
                continue
            sizes = table.en_size[members]
            room = table.zh_size * CHARS_PER_HAN
            near = _reached(total[members].max(axis=0), sizes.max() / room, sizes.sum() / room)
            if not len(near):
                continue
            words = table.merged_en(members, near)
            fit = table.length(table.en_size[members].sum(), table.zh_size[near])
            out = found.setdefault(k, np.full(total.shape, NEVER, dtype=np.float32))
            out[start, near] = _sum(words, fit, bonus[start, near], k)
    return found


def merged_columns(
    table: Cells, zh: Sequence[Line], total: Table, bonus: Table, furthest: int
) -> dict[int, Table]:
    """Return the scores of 2, 3, 4 Chinese lines as one, by the first of them."""
    found: dict[int, Table] = {}
    for k in MERGES:
        for start in range(len(zh) - k + 1):
            members = slice(start, start + k)
            if not _neighbours(zh[members], furthest):
                continue
            sizes = table.zh_size[members] * CHARS_PER_HAN
            room = table.en_size
            near = _reached(total[:, members].max(axis=1), sizes.max() / room, sizes.sum() / room)
            if not len(near):
                continue
            words = table.merged_zh(members, near)
            fit = table.length(table.en_size[near], table.zh_size[members].sum())
            out = found.setdefault(k, np.full(total.shape, NEVER, dtype=np.float32))
            out[near, start] = _sum(words, fit, bonus[near, start], k)
    return found


def _reached(reach: Floats | Table, largest: Floats, together: Floats) -> Ints:
    """Return the units that may be the whole of which the members are pieces.

    A member says something about it, none of them is as long as it, and together they are
    not much longer.
    """
    near = np.flatnonzero((reach > _NEAR) & (largest < _PIECE) & (together < _WHOLE))
    if len(near) > _TRIED:
        near = near[np.argsort(-reach[near], kind="stable")[:_TRIED]]
    return near


def _sum(words: Floats, fit: Floats, kinds: Floats | Table, k: int) -> Floats:
    total: Floats = EVIDENCE * words + LENGTH * fit + kinds - _MERGE_COST * math.sqrt(k - 1)
    return total
