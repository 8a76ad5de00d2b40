"""What speaks against a border between two beads: words whose translation is across it.

A translator who deals clauses out anew leaves a part of one sentence in its neighbour's
translation. Each bead by itself looks fair then; only the border between them shows that
both belong together. Tables are over the nodes: row i, column c is the border before
Chinese sentence i and English sentence low[i] + c.
"""

from collections.abc import Mapping

import numpy as np

from zhen_align.align.evidence import Table, Windows
from zhen_align.align.lexicon import Ints
from zhen_align.align.matches import Corridor

NAMES = ("zh across", "en across", "both across")
MIXED = "across"


def across(zh: Windows, en: Windows, corridor: Corridor) -> dict[str, Table]:
    """Return what words would gain from the sentence across each border, by name.

    `zh` and `en` are the evidence of words against windows of one and of two sentences.
    """
    rows, width = len(corridor.low), corridor.width
    i = np.arange(rows)[:, None]
    j = corridor.low[:, None] + np.arange(width)
    inner = (i > 0) & (i < rows - 1) & (j > 0) & (j < int(corridor.high[-1]))
    inner &= j <= corridor.high[:, None]
    if corridor.zh_part is not None and corridor.en_part is not None:
        zh_part, en_part = corridor.zh_part, corridor.en_part
        inside = zh_part[np.clip(i, 1, rows - 2) - 1] == zh_part[np.clip(i, 0, rows - 2)]
        last = len(en_part) - 1
        inside = inside & (en_part[np.clip(j - 1, 0, last)] == en_part[np.clip(j, 0, last)])
        inner &= inside

    def at(table: Table, up: int, back: int) -> Table:
        row = np.clip(i - up, 0, rows - 2)
        column = j - back - corridor.low[row]
        ok = inner & (column >= 0) & (column < width)
        found: Table = np.where(ok, table[row, np.clip(column, 0, width - 1)], 0.0)
        return found.astype(np.float32)

    # the sentence before the border would gain from the one after it, and the reverse
    zh_on = at(zh.gain[2], 1, 1) - at(zh.gain[1], 1, 1)
    zh_back = at(zh.gain[2], 0, 1) - at(zh.gain[1], 0, 0)
    en_on = at(en.gain[2], 1, 1) - at(en.gain[1], 1, 1)
    en_back = at(en.gain[2], 1, 0) - at(en.gain[1], 0, 0)
    return {
        "zh across": np.maximum(zh_on, 0) + np.maximum(zh_back, 0),
        "en across": np.maximum(en_on, 0) + np.maximum(en_back, 0),
        # a clause that wandered is missed on one side of the border and found on the other
        "both across": np.maximum(np.minimum(zh_on, en_back), 0)
        + np.maximum(np.minimum(zh_back, en_on), 0),
    }


def of_type(tables: Mapping[str, Table], corridor: Corridor, x: int, y: int) -> dict[str, Table]:
    """Return half of what both borders of each bead of a type say."""
    rows, width = len(corridor.low) - 1, corridor.width
    end: Ints = np.minimum(np.arange(rows) + x, rows)
    column = (corridor.low[:-1] + y - corridor.low[end])[:, None] + np.arange(width)
    beyond = (column < 0) | (column >= width)
    place = end[:, None] * width + np.clip(column, 0, width - 1)
    found = {}
    for name, table in tables.items():
        there = table.ravel()[place]
        there[beyond] = 0
        found[name] = (table[:-1] + there) * np.float32(0.5)
    return found


def mixed(tables: Mapping[str, Table], weights: Mapping[str, float]) -> dict[str, Table]:
    """Return the tables as one, summed by their weights: a third of the work per type."""
    parts = [np.float32(weights[name]) * table for name, table in tables.items()]
    total: Table = np.add.reduce(parts)
    return {MIXED: total}
