"""Paragraphs torn into lines: which neighbours are tried as one."""

import math

import numpy as np
import pytest

from zhen_align.align.cells import EVIDENCE, LENGTH, cells
from zhen_align.align.lexicon import Lexicon
from zhen_align.align.peel import NEVER
from zhen_align.align.tokens import Text, tokenize
from zhen_align.align.torn import Line, merged_columns, merged_rows
from zhen_align.types import Block, Kind, Lang, Span

# a river, a bridge, a market: two English lines are one Chinese one
EN = ["The old bridge crosses the wide river.", "Farmers sell apples at the market.", "Snow fell."]
ZH = ["古老的桥横跨宽阔的河流。农民在市场上卖苹果。", "下雪了。"]


def lines(texts: list[str], kinds: list[Kind] | None = None, far: int = 1) -> list[Line]:
    """Return blocks whose numbers are `far` apart."""
    kinds = kinds or [Kind.PARAGRAPH] * len(texts)
    return [
        Line(n * far, Block(Span(0, len(text)), kind, Lang.EN), Text(text))
        for n, (text, kind) in enumerate(zip(texts, kinds, strict=True))
    ]


def scored(lex: Lexicon, kinds: list[Kind] | None = None, far: int = 1) -> dict[int, float]:
    """Return, by number of lines, what the first English lines are worth with the Chinese."""
    en, zh = lines(EN, kinds, far), lines(ZH)
    table = cells(*tokenize([u.text for u in zh], [u.text for u in en], lex))
    fit = table.length(table.en_size[:, None], table.zh_size[None, :])
    bonus = np.zeros(table.words.shape, dtype=np.float32)
    total = (EVIDENCE * table.words + LENGTH * fit).astype(np.float32)
    found = {1: float(total[0, 0])}
    for k, part in merged_rows(table, en, total, bonus, 1).items():
        found[k] = float(part[0, 0])
    return {k: worth for k, worth in found.items() if worth > NEVER}


def test_both_halves_together_are_worth_more(lex: Lexicon) -> None:
    """Two lines that make the paragraph win over the first, and over three."""
    worth = scored(lex)
    assert worth[2] > worth[1]
    assert worth[2] > worth[3]


def test_merging_has_its_price(lex: Lexicon) -> None:
    """A merged score is the evidence of all lines less a cost that grows with their number."""
    en, zh = lines(EN), lines(ZH)
    table = cells(*tokenize([u.text for u in zh], [u.text for u in en], lex))
    first = np.array([0])
    worth = scored(lex)
    for k in (2, 3):
        fit = table.length(table.en_size[:k].sum(), table.zh_size[:1])
        plain = EVIDENCE * table.merged_en(slice(0, k), first) + LENGTH * fit
        assert float(plain[0]) - worth[k] == pytest.approx(1.5 * math.sqrt(k - 1), abs=1e-3)


def test_headings_are_never_merged(lex: Lexicon) -> None:
    """A heading, a row or an item is no torn piece of the line above it."""
    for kind in (Kind.HEADING, Kind.ROW, Kind.ITEM, Kind.CAPTION):
        assert set(scored(lex, [Kind.PARAGRAPH, kind, Kind.PARAGRAPH])) == {1}


def test_an_item_may_run_on(lex: Lexicon) -> None:
    """The lines after a list mark may belong to the item."""
    assert 2 in scored(lex, [Kind.ITEM, Kind.PARAGRAPH, Kind.PARAGRAPH])


def test_lines_with_others_between_are_not_merged(lex: Lexicon) -> None:
    """Blocks of the other language between two lines keep them apart."""
    assert set(scored(lex, far=2)) == {1}


def test_the_other_side_is_merged_alike(lex: Lexicon) -> None:
    """Chinese lines are merged by the same rule, and cells nobody tried can never be taken."""
    zh = lines(["古老的桥横跨宽阔的河流。", "农民在市场上卖苹果。"])  # bridge; market
    en = lines([" ".join(EN[:2])])
    table = cells(*tokenize([u.text for u in zh], [u.text for u in en], lex))
    bonus = np.zeros((1, 2), dtype=np.float32)
    total = (EVIDENCE * table.words).astype(np.float32)
    merged = merged_columns(table, zh, total, bonus, 1)
    assert set(merged) == {2}
    assert merged[2][0, 0] > total.max()
    assert merged[2][0, 1] == NEVER
