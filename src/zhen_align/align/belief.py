"""How likely a link between blocks is right, from what speaks for it and against it.

A logistic model over what can be seen without knowing the language: how much of both
texts finds a translation, how much better the link is than its best rival, whether it
keeps the order, and whether the lines around are paired too: among strangers even a good
match is one by chance. Fitted by `bench/fit_links.py`; scoring is here, deciding in `blocks`.
"""

import math
from collections.abc import Sequence

import numpy as np

from zhen_align.align.cells import Cells, Table
from zhen_align.align.lexicon import Ints
from zhen_align.align.peel import Cell
from zhen_align.align.tokens import Floats
from zhen_align.align.torn import Line
from zhen_align.types import Kind

FEATURES = (
    "score", "zh found", "en found", "over rival", "moved", "tokens", "headings", "gaps",
    "company", "support", "length", "merged", "told", "one",
)  # fmt: skip
WEIGHTS = (
    -0.07, -0.5, 0.31, 0.28, -0.78, 0.63, 0.7, -0.18, 2.16, 2.12, 1.13, -3.73, 1.52, -2.45,
)  # fmt: skip
_HEADS = (Kind.HEADING, Kind.TITLE)
_MOVED_GAP = 4.0
_NO_RIVAL = -5.0
_NEAR = 4
_STRONG = 6.0
_SURE = 50.0
_TOLD = 0.42
_MOST_TOLD = 4.0


def features(
    cells: Sequence[Cell],
    kept: Sequence[Cell],
    table: Cells,
    total: Table,
    zh: Sequence[Line],
    en: Sequence[Line],
) -> list[list[float]]:
    """Return the features of each cell of one path, in the order of the path.

    `kept` are the cells of earlier paths.
    """
    found = []
    zh_said, en_said = _said(zh), _said(en)
    en_taken, zh_taken = np.zeros(len(en)), np.zeros(len(zh))
    for cell in (*cells, *kept):
        en_taken[list(cell.rows)] = zh_taken[list(cell.columns)] = 1.0
    for number, cell in enumerate(cells):
        rows, columns = np.array(cell.rows), np.array(cell.columns)
        zh_types = np.flatnonzero(table.zh.holds[columns].max(axis=0))
        en_types = np.flatnonzero(table.en.holds[rows].max(axis=0))
        # what says the same is no rival: a running title stands on every page
        other_columns = ~np.isin(zh_said, zh_said[columns])
        other_rows = ~np.isin(en_said, en_said[rows])
        rival = max(
            total[rows].max(axis=0)[other_columns].max(initial=_NO_RIVAL),
            total[:, columns].max(axis=1)[other_rows].max(initial=_NO_RIVAL),
        )
        heads = en[rows[0]].block.kind in _HEADS and zh[columns[0]].block.kind in _HEADS
        size = table.length(table.en_size[rows].sum(), table.zh_size[columns].sum())
        found.append(
            [
                min(cell.score, 30.0) / 10,
                _share(table.zh.strength[np.ix_(rows, zh_types)]),
                _share(table.en.strength[np.ix_(columns, en_types)]),
                min(max(cell.score - float(rival), -4.0), 8.0) / 4,
                float(cell.peel > 0),
                math.log1p(len(zh_types) + len(en_types)),
                float(heads),
                _gaps(cells, number, len(en), len(zh)) if cell.peel == 0 else _MOVED_GAP,
                min(_company(en_taken, rows), _company(zh_taken, columns)),
                _support(cells, number),
                float(size),
                float(len(rows) + len(columns) > 2),
                _told(table, rows, columns, zh_types, en_types),
                1.0,
            ]
        )
    return found


def chances(features: Sequence[Sequence[float]], weights: Sequence[float] = WEIGHTS) -> list[float]:
    """Return the probability that each link is right."""
    logits = [sum(w * f for w, f in zip(weights, row, strict=True)) for row in features]
    return [1 / (1 + math.exp(-min(max(logit, -_SURE), _SURE))) for logit in logits]


def _said(lines: Sequence[Line]) -> Ints:
    """Return a number for each line, the same for lines that say the same."""
    numbers: dict[str, int] = {}
    texts = [" ".join(line.text.text.split()) for line in lines]
    return np.array([numbers.setdefault(text, len(numbers)) for text in texts], dtype=np.int64)


def _share(strength: Table) -> float:
    if not strength.size:
        return 0.0
    return float((strength.max(axis=0) > 0).mean())


def _told(table: Cells, rows: Ints, columns: Ints, zh_types: Ints, en_types: Ints) -> float:
    """Return how many more of all words find a translation than those of strangers would.

    Words with none in the whole text count here: where a text has few words of its own, the
    few that could be found by chance are all there is to find.
    """
    found = _found(table.zh.strength[np.ix_(rows, zh_types)])
    found += _found(table.en.strength[np.ix_(columns, en_types)])
    words = float(table.zh.told[columns].sum() + table.en.told[rows].sum())
    if not words:
        return 0.0
    over = (found / words - _TOLD) * math.sqrt(words)
    return min(max(over, -_MOST_TOLD), _MOST_TOLD)


def _found(strength: Table) -> float:
    return float((strength.max(axis=0, initial=0.0) > 0).sum())


def _company(taken: Floats, own: Ints) -> float:
    """Return how much more than half of the lines around some lines is paired too, up to 1.

    Lines with none around them are in good company.
    """
    around = taken[max(0, own[0] - _NEAR) : own[-1] + 1 + _NEAR]
    others = len(around) - len(own)
    share = (around.sum() - len(own)) / others if others else 1.0
    return float(max(0.0, 2 * share - 1))


def _support(cells: Sequence[Cell], number: int) -> float:
    """Return how strong the neighbours on the path are, the weaker the further away."""
    cell, support = cells[number], 0.0
    if number:
        before = cells[number - 1]
        skipped = cell.rows[0] - before.rows[-1] + cell.columns[0] - before.columns[-1] - 2
        support += min(before.score, _STRONG) / (1 + skipped)
    if number + 1 < len(cells):
        after = cells[number + 1]
        skipped = after.rows[0] - cell.rows[-1] + after.columns[0] - cell.columns[-1] - 2
        support += min(after.score, _STRONG) / (1 + skipped)
    return support / _STRONG


def _gaps(cells: Sequence[Cell], number: int, rows: int, columns: int) -> float:
    """Return how many lines were skipped before and after a cell on its path."""
    cell = cells[number]
    before = cells[number - 1] if number else None
    after = cells[number + 1] if number + 1 < len(cells) else None
    row, column = (before.rows[-1] + 1, before.columns[-1] + 1) if before else (0, 0)
    skipped = cell.rows[0] - row + cell.columns[0] - column
    row, column = (after.rows[0], after.columns[0]) if after else (rows, columns)
    left = row - cell.rows[-1] + column - cell.columns[-1] - 2
    return math.log1p(skipped) + math.log1p(left)
