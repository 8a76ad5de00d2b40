"""Which blocks translate which, by what they say: in one file that holds both, or in two.

Order helps and is not trusted: the best monotone path through all blocks comes first,
then the best through what is left, until nothing is worth taking. What stays unpaired is
said to be so. Not here: sentences inside the pairs (`beads`).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from zhen_align.align.cells import EVIDENCE, LENGTH, Cells, Table, cells
from zhen_align.align.kinship import heading_shift, shift
from zhen_align.align.lexicon import lexicon
from zhen_align.align.peel import Cell, Scores, path
from zhen_align.align.tokens import Text, tokenize
from zhen_align.types import Block, Document, Kind, Lang, Link

_SKIP = 1.0
_CONTENT = 0.25
_TOTAL = 0.5
_AGAIN = 1.5
_PEELS = 8
_MERGE = 4
_MERGE_COST = 1.5
_GAP_FLOOR = -1.0
_GAP_RATIO = 0.6
_NO = np.float32(-1e9)
_PROSE = (Kind.PARAGRAPH, Kind.ITEM)
_HEADS = (Kind.HEADING, Kind.TITLE)


@dataclass(frozen=True, slots=True)
class Line:
    """A block that takes part: its number in its document, and its text as evidence."""

    number: int
    block: Block
    text: Text


def lines(document: Document, lang: Lang) -> list[Line]:
    """Return the blocks in one language, what is no language blanked out."""
    found = []
    for number, block in enumerate(document.blocks):
        if block.kind is not Kind.OPAQUE and block.lang is lang:
            found.append(Line(number, block, evidence_text(document, block.span.start, block)))
    return found


def evidence_text(document: Document, start: int, block: Block, end: int | None = None) -> Text:
    """Return the text of a stretch of a block, its opaque parts as literals."""
    end = block.span.end if end is None else end
    parts, literals, at = [], [], start
    for span in block.opaque:
        if span.start >= at and span.end <= end:
            parts += [document.text[at : span.start], " " * (span.end - span.start)]
            literals.append(" ".join(span.of(document.text).split()))
            at = span.end
    parts.append(document.text[at:end])
    return Text("".join(parts), tuple(literals))


def pair_blocks(zh: Sequence[Line], en: Sequence[Line], one_file: bool) -> list[Link]:
    """Return the links between the blocks of the two sides, by the Chinese order."""
    if not zh or not en:
        return []
    zh_tokens, en_tokens, pairs = tokenize([u.text for u in zh], [u.text for u in en], lexicon())
    table = cells(zh_tokens, en_tokens, pairs)
    content = (EVIDENCE * table.words).astype(np.float32)
    bonus = _bonus(zh, en)
    total = content + bonus + LENGTH * _lengths(table)
    scores = Scores(
        total,
        {
            k: _merged(table, en, total, k, rows=True, one_file=one_file, bonus=bonus)
            for k in (2, 3, 4)
        },
        {
            k: _merged(table, zh, total, k, rows=False, one_file=one_file, bonus=bonus)
            for k in (2, 3, 4)
        },
    )
    scores = Scores(
        total,
        {k: t for k, t in scores.rows.items() if t is not None},
        {k: t for k, t in scores.columns.items() if t is not None},
    )
    chosen = peel(scores, content)
    chosen += _gaps(chosen, zh, en, total, table)
    links = [
        Link(
            tuple(zh[c].number for c in cell.columns),
            tuple(en[r].number for r in cell.rows),
            1 / (1 + math.exp(-min(cell.score, 30.0))),
            _reason(cell, float(content[np.ix_(cell.rows, cell.columns)].max())),
        )
        for cell in chosen
    ]
    return sorted(links, key=lambda link: (link.zh, link.en))


def _reason(cell: Cell, content: float) -> str:
    if cell.peel < 0:
        return "stands between two pairs"
    where = "in order" if cell.peel == 0 else "moved"
    return f"content {content:+.1f}, {where}"


def _lengths(table: Cells) -> Table:
    fit = table.length(table.en_size[:, None], table.zh_size[None, :])
    return fit.astype(np.float32)


def _bonus(zh: Sequence[Line], en: Sequence[Line]) -> Table:
    kinds = list(Kind)
    by_kind = np.array([[shift(a, b) for b in kinds] for a in kinds], dtype=np.float32)
    rows = np.array([kinds.index(u.block.kind) for u in en])
    columns = np.array([kinds.index(u.block.kind) for u in zh])
    bonus = by_kind[rows][:, columns]
    heads = [c for c, u in enumerate(zh) if u.block.kind in _HEADS]
    for r, unit in enumerate(en):
        if unit.block.kind in _HEADS:
            for c in heads:
                bonus[r, c] += heading_shift(unit.text.text, zh[c].text.text)
    return bonus


def _neighbours(units: Sequence[Line], start: int, k: int, one_file: bool) -> bool:
    """Tell whether k units from `start` may be one torn paragraph."""
    run = units[start : start + k]
    if len(run) < k or any(u.block.kind not in _PROSE for u in run):
        return False
    if any(u.block.kind is Kind.ITEM for u in run[1:]):
        return False
    step = all(b.number == a.number + 1 for a, b in zip(run, run[1:], strict=False))
    return (
        step
        or not one_file
        and all(b.number - a.number <= 2 for a, b in zip(run, run[1:], strict=False))
    )


def _merged(
    table: Cells,
    units: Sequence[Line],
    total: Table,
    k: int,
    *,
    rows: bool,
    one_file: bool,
    bonus: Table,
) -> Table | None:
    """Return the scores of k neighbouring units as one, where a member has something to say."""
    n, m = total.shape
    merged = np.full((n, m), _NO, dtype=np.float32)
    some = False
    for start in range((n if rows else m) - k + 1):
        if not _neighbours(units, start, k, one_file):
            continue
        members = slice(start, start + k)
        near = total[members] if rows else total[:, members].T
        reach = near.max(axis=0)
        others = np.flatnonzero(reach > -1.0)
        if len(others) > 6:
            others = others[np.argsort(-reach[others], kind="stable")[:6]]
        if not len(others):
            continue
        some = True
        if rows:
            words = table.merged_en(members, others)
            fit = table.length(table.en_size[members].sum(), table.zh_size[others])
            kinds = bonus[start, others]
            merged[start, others] = _sum(words, fit, kinds, k)
        else:
            words = table.merged_zh(members, others)
            fit = table.length(table.en_size[others], table.zh_size[members].sum())
            kinds = bonus[others, start]
            merged[others, start] = _sum(words, fit, kinds, k)
    return merged if some else None


def _sum(words: np.ndarray, fit: np.ndarray, kinds: np.ndarray, k: int) -> np.ndarray:  # type: ignore[type-arg]
    return EVIDENCE * words + LENGTH * fit + kinds - _MERGE_COST * math.sqrt(k - 1)


def peel(scores: Scores, content: Table) -> list[Cell]:
    """Return the cells of the best path, then of the best through the rest, and so on."""
    rows = np.arange(scores.one.shape[0])
    columns = np.arange(scores.one.shape[1])
    kept: list[Cell] = []
    for turn in range(_PEELS):
        floor = _TOTAL if turn == 0 else _AGAIN
        view = _view(scores, rows, columns, first=turn == 0)
        found = [
            Cell(
                tuple(int(rows[r]) for r in cell.rows),
                tuple(int(columns[c]) for c in cell.columns),
                cell.score,
                turn,
            )
            for cell in path(view, _SKIP)
        ]
        found = [
            cell
            for cell in found
            if cell.score >= floor and content[np.ix_(cell.rows, cell.columns)].max() >= _CONTENT
        ]
        if not found:
            break
        kept += found
        rows = np.setdiff1d(rows, [r for cell in found for r in cell.rows])
        columns = np.setdiff1d(columns, [c for cell in found for c in cell.columns])
        if not len(rows) or not len(columns):
            break
    return kept


def _view(scores: Scores, rows: np.ndarray, columns: np.ndarray, *, first: bool) -> Scores:  # type: ignore[type-arg]
    if first:
        return scores
    grid = np.ix_(rows, columns)

    def dear(table: Table) -> Table:
        part = table[grid]
        part[part < _AGAIN] = _NO
        return part

    def whole(index: np.ndarray, k: int) -> np.ndarray:  # type: ignore[type-arg]
        ok = np.zeros(len(index), dtype=bool)
        ok[: len(index) - k + 1] = index[k - 1 :] - index[: len(index) - k + 1] == k - 1
        return ok

    merged_rows, merged_columns = {}, {}
    for k, table in scores.rows.items():
        if len(rows) >= k:
            part = dear(table)
            part[~whole(rows, k)] = _NO
            merged_rows[k] = part
    for k, table in scores.columns.items():
        if len(columns) >= k:
            part = dear(table)
            part[:, ~whole(columns, k)] = _NO
            merged_columns[k] = part
    return Scores(dear(scores.one), merged_rows, merged_columns)


def _gaps(
    chosen: list[Cell], zh: Sequence[Line], en: Sequence[Line], total: Table, table: Cells
) -> list[Cell]:
    """Pair two lone units whose neighbours on both sides are pairs."""
    to_column = {r: c for cell in chosen for r, c in ((cell.rows[-1], cell.columns[-1]),)}
    head = {cell.rows[0]: cell.columns[0] for cell in chosen}
    used_rows = {r for cell in chosen for r in cell.rows}
    used_columns = {c for cell in chosen for c in cell.columns}
    en_texts = [u.text.text for u in en]
    zh_texts = [u.text.text for u in zh]
    ratio = np.log(table.en_size[:, None] / table.zh_size[None, :])
    usual = (
        float(np.median([ratio[cell.rows[0], cell.columns[0]] for cell in chosen]))
        if chosen
        else math.log(3.0)
    )
    found = []
    for r in range(len(en)):
        if r in used_rows or (r > 0 and r - 1 not in to_column):
            continue
        c = to_column[r - 1] + 1 if r > 0 else 0
        after_r = head.get(r + 1, len(zh) if r + 1 == len(en) else None)
        if c >= len(zh) or c in used_columns or after_r != c + 1:
            continue
        a, b = en[r].block, zh[c].block
        if a.kind is not b.kind or a.kind in (Kind.NAVIGATION, Kind.METADATA):
            continue
        if total[r, c] < _GAP_FLOOR or abs(ratio[r, c] - usual) > _GAP_RATIO:
            continue
        if en_texts.count(en_texts[r]) > 1 or zh_texts.count(zh_texts[c]) > 1:
            continue
        found.append(Cell((r,), (c,), 0.4, -1))
    return found
