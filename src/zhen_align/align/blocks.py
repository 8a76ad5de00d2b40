"""Which blocks translate which, by what they say: in one file that holds both, or in two.

Order helps and is not trusted: the best monotone path through all blocks comes first,
then the best through what is left, until nothing is worth taking. What stays unpaired is
said to be so. Not here: sentences inside the pairs (`beads`).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from zhen_align.align.belief import chances, features
from zhen_align.align.cells import EVIDENCE, LENGTH, Cells, Table, cells
from zhen_align.align.gaps import between
from zhen_align.align.kinship import heading_shift, shift
from zhen_align.align.lexicon import lexicon
from zhen_align.align.peel import BELIEVED, Cell, Scores, peel
from zhen_align.align.sequences import align_collection
from zhen_align.align.tokens import HEADS, Pairs, Tokens, evidence_text, tokenize
from zhen_align.align.torn import Line, merged_columns, merged_rows
from zhen_align.types import Document, Kind, Lang, Link

_DENSE = 6_000_000
"""So many pairs of blocks are looked at; more are a book, whose blocks are taken in sequence."""
_REPEATED = 4
"""A title may well be repeated, and only in one language; what stands more often is noise."""


def lines(document: Document, langs: Sequence[Lang]) -> list[Line]:
    """Return the blocks in some languages, what is no language blanked out."""
    return [
        Line(number, block, evidence_text(document, block.span.start, block))
        for number, block in enumerate(document.blocks)
        if block.kind is not Kind.OPAQUE and block.lang in langs
    ]


@dataclass(frozen=True, slots=True)
class Scored:
    """Everything that is known of two sides before anything is decided."""

    zh: Sequence[Line]
    en: Sequence[Line]
    zh_tokens: Tokens
    en_tokens: Tokens
    pairs: Pairs
    table: Cells
    scores: Scores

    def features(self, found: Sequence[Cell], kept: Sequence[Cell] = ()) -> list[list[float]]:
        """Return what `belief` goes by, for the cells of one path after others were kept."""
        return features(found, kept, self.table, self.scores.one, self.zh, self.en)


def score_blocks(zh: Sequence[Line], en: Sequence[Line], one_file: bool) -> Scored:
    """Return how well every block, and every torn one, goes with every other."""
    zh_tokens, en_tokens, pairs = tokenize([u.text for u in zh], [u.text for u in en], lexicon())
    table = cells(zh_tokens, en_tokens, pairs)
    bonus = _bonus(zh, en)
    total = (EVIDENCE * table.words).astype(np.float32) + bonus + LENGTH * _lengths(table)
    furthest = 1 if one_file else 2
    rows = merged_rows(table, en, total, bonus, furthest)
    columns = merged_columns(table, zh, total, bonus, furthest)
    return Scored(zh, en, zh_tokens, en_tokens, pairs, table, Scores(total, rows, columns))


def pair_blocks(zh: Sequence[Line], en: Sequence[Line], one_file: bool) -> list[Link]:
    """Return the links between the blocks of the two sides, by the Chinese order."""
    if not zh or not en:
        return []
    if is_book(zh, en):
        return _in_sequence(zh, en)
    scored = score_blocks(zh, en, one_file)
    chosen = peel(scored.scores, lambda found, kept: chances(scored.features(found, kept)))
    chosen += between(chosen, zh, en, scored.scores.one, scored.table)
    chosen = _counted(chosen, zh, en)
    said = _Shared(scored.zh_tokens, scored.en_tokens, scored.pairs, scored.table)
    links = [
        Link(
            tuple(zh[c].number for c in cell.columns),
            tuple(en[r].number for r in cell.rows),
            round(cell.chance, 4),
            said.reason(cell),
        )
        for cell in chosen
    ]
    return sorted(links, key=lambda link: (link.zh, link.en))


def is_book(zh: Sequence[Line], en: Sequence[Line]) -> bool:
    """Say whether there are too many blocks to hold each against each."""
    return len(zh) * len(en) > _DENSE


def _in_sequence(zh: Sequence[Line], en: Sequence[Line]) -> list[Link]:
    """Pair the blocks of a book as if they were sentences: no table of all pairs is made."""
    (steps,) = align_collection([([u.text for u in zh], [u.text for u in en])], elsewhere=True)
    found = [
        Link(
            tuple(zh[n].number for n in range(step.zh, step.zh + step.zh_count)),
            tuple(en[n].number for n in range(step.en, step.en + step.en_count)),
            round(step.chance, 4),
            "in sequence",
        )
        for step in steps
        if step.zh_count and step.en_count and step.chance >= BELIEVED
    ]
    return sorted(found, key=lambda link: (link.zh, link.en))


def _counted(chosen: Sequence[Cell], zh: Sequence[Line], en: Sequence[Line]) -> list[Cell]:
    """Return the cells; where a line stands more often on one side, which is whose is a guess."""
    zh_said, en_said = ([" ".join(u.text.text.split()) for u in side] for side in (zh, en))
    zh_often, en_often = Counter(zh_said), Counter(en_said)
    found = []
    for cell in chosen:
        ours, theirs = zh_often[zh_said[cell.columns[0]]], en_often[en_said[cell.rows[0]]]
        most = max(ours, theirs)
        share = min(ours, theirs) / most if most > _REPEATED else 1.0
        found.append(replace(cell, chance=cell.chance * share))
    return found


@dataclass(frozen=True, slots=True)
class _Shared:
    """What two units share, in words a person can check."""

    zh: Tokens
    en: Tokens
    pairs: Pairs
    table: Cells

    def reason(self, cell: Cell) -> str:
        """Return why a cell was chosen: its order, and the rarest and surest words that match."""
        order = ("in order", "moved")[cell.peel > 0] if cell.peel >= 0 else "between two pairs"
        words = "; ".join(self._words(cell))
        return f"{order}: {words}" if words else order

    def _words(self, cell: Cell, most: int = 3) -> list[str]:
        rows, columns = np.array(cell.rows), np.array(cell.columns)
        side = self.table.zh
        types = np.flatnonzero(side.holds[columns].max(axis=0))
        strength = side.strength[np.ix_(rows, types)].max(axis=0)
        hit, strength = types[strength > 0], strength[strength > 0]
        length = np.array([len(self.zh.names[number]) for number in hit.tolist()])
        rarest = hit[np.lexsort((-length, -strength, side.chance[hit]))]
        here = set(self.en.type[np.isin(self.en.unit, rows)].tolist())
        found: list[str] = []
        for number in rarest.tolist():
            name = self.zh.names[number]
            partners = [e for e in self.pairs.en[self.pairs.zh == number].tolist() if e in here]
            if partners and not any(name in word or word in name for word in found):
                other = self.en.names[partners[0]]
                found.append(name if name == other else f"{name} = {other}")
            if len(found) == most:
                break
        return found


def _lengths(table: Cells) -> Table:
    fit = table.length(table.en_size[:, None], table.zh_size[None, :])
    return fit.astype(np.float32)


def _bonus(zh: Sequence[Line], en: Sequence[Line]) -> Table:
    kinds = list(Kind)
    by_kind = np.array([[shift(a, b) for b in kinds] for a in kinds], dtype=np.float32)
    rows = np.array([kinds.index(u.block.kind) for u in en])
    columns = np.array([kinds.index(u.block.kind) for u in zh])
    bonus: Table = by_kind[rows][:, columns]
    heads = [c for c, u in enumerate(zh) if u.block.kind in HEADS]
    for r, unit in enumerate(en):
        if unit.block.kind in HEADS:
            for c in heads:
                bonus[r, c] += heading_shift(unit.text.text, zh[c].text.text)
    return bonus
