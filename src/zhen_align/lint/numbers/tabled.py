"""The cells of a table that says each row twice, in one language and then in the other.

Rows of names and numbers have no language of their own, so they belong to no bead. Two are each
other's where the table has them in turn, or one half of it is the other half again, and nearly
all numbers of the table then agree. Not here: cells that a bead holds.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from zhen_align.lint.facts import BeadFacts, Pair, Side, Text
from zhen_align.lint.numbers.agree import same
from zhen_align.text.scripts import han_count
from zhen_align.types import Bead, Block, Kind, Lang, Sentence, Span, Unit

_AGREE = 0.75  # of the numbers of a table, so that a row may be wrong
_ROWS = 4

Row = tuple[int, Block]


class _Two(NamedTuple):
    """Two rows that say the same, the Chinese one first."""

    zh: Row
    en: Row


def tabled(pair: Pair) -> Iterator[BeadFacts]:
    """Yield the cells of one file's tables that are each other's, in rows that else agree."""
    if pair.alignment.zh is not pair.alignment.en:
        return
    for rows in _tables(pair):
        half = len(rows) // 2
        for order in (
            [*zip(rows[::2], rows[1::2], strict=True)],
            [*zip(rows[:half], rows[half:], strict=True)],
        ):
            if cells := _judged(pair, order):
                yield from cells
                break


def _tables(pair: Pair) -> Iterator[list[Row]]:
    """Yield the rows of each table that no bead of two sides holds, an even number of them."""
    document = pair.alignment.zh
    if not any(block.kind is Kind.ROW for block in document.blocks):
        return
    paired = {s.block for b in pair.alignment.beads if b.zh and b.en for s in chain(b.zh, b.en)}
    run: list[Row] = []
    for number, block in chain(enumerate(document.blocks), [(-1, None)]):
        if block is not None and block.kind is Kind.ROW and number not in paired:
            run.append((number, block))
        elif block is None or block.kind is not Kind.OPAQUE:
            if len(run) >= _ROWS and len(run) % 2 == 0 and len({len(b.cells) for _, b in run}) == 1:
                yield run
            run = []


def _judged(pair: Pair, order: Sequence[tuple[Row, Row]]) -> list[BeadFacts]:
    """Return the cells with numbers of rows of which no more than one cell differs."""
    text = pair.alignment.zh.text
    han = [sum(han_count(two[n][1].span.of(text)) for two in order) for n in (0, 1)]
    twos = [_Two(*two) if han[0] > han[1] else _Two(*two[::-1]) for two in order]
    rows = [list(_cells(pair, two)) for two in twos]
    agree = [[_agrees(cell) for cell in row] for row in rows]
    total = sum(map(len, agree))
    if han[0] == han[1] or not total or sum(map(sum, agree)) < _AGREE * total:
        return []
    return [
        cell
        for row, fits in zip(rows, agree, strict=True)
        if fits.count(False) == 1 < len(fits)
        for cell, fit in zip(row, fits, strict=True)
        if not fit
    ]


def _cells(pair: Pair, two: _Two) -> Iterator[BeadFacts]:
    """Yield the cells of two rows that both have a number."""
    for zh_span, en_span in zip(two.zh[1].cells, two.en[1].cells, strict=True):
        zh = _sentence(pair, two.zh[0], zh_span, Lang.ZH)
        en = _sentence(pair, two.en[0], en_span, Lang.EN)
        bead = Bead((zh,), (en,), 1.0, Unit.CELL)
        cell = BeadFacts(bead, _side(pair, zh), _side(pair, en), pair.target)
        if cell.zh.quantities and cell.en.quantities:
            yield cell


def _side(pair: Pair, cell: Sentence) -> Side:
    document = pair.alignment.zh
    return Side((Text(document, cell, cell.lang, pair.terms),), document, cell.lang)


def _sentence(pair: Pair, number: int, cell: Span, lang: Lang) -> Sentence:
    inner = cell.of(pair.alignment.zh.text)
    start = cell.start + len(inner) - len(inner.lstrip())
    return Sentence(
        Span(start, max(start, cell.start + len(inner.rstrip()))), lang, Unit.CELL, number
    )


def _agrees(cell: BeadFacts) -> bool:
    here, there = ([q for _, q in side.quantities] for side in (cell.zh, cell.en))
    return len(here) == len(there) and all(map(same, here, there))
