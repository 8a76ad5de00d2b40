"""Passages that stand elsewhere: what the path left alone on both sides is searched again.

A path only goes forward, so that a sentence which a translator moved is left alone twice,
or joined to what happens to stand in its place. Here sentences left alone, and those of
doubtful beads, are held against each other wherever they stand. Order does not speak for
such a pair, so only what says much is believed.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

import numpy as np

from zhen_align.align.corridor import centred, whole
from zhen_align.align.evidence import Table
from zhen_align.align.features import Usual
from zhen_align.align.lexicon import Ints
from zhen_align.align.looks import Prepared, scored, stretch_of, usual
from zhen_align.align.search import Scored, Step
from zhen_align.align.weights import TYPES, Weights

_TYPES = ((1, 1), (1, 2), (2, 1))
_BUILT_IN = Weights()
_COST = 1.0
"""What a bead must say to be as likely as not without any order that speaks for it."""
_CHOICE = 0.6
"""How much more, for each time that its rivals are e times as many."""
_EACH = 1.0
DOUBTFUL = 0.97
_MOST = 100_000
"""So many pairs of sentences are held against each other; where they are more, only those
alone, and where those are more, only what is near a chain."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A bead by the numbers of its sentences among those that were left, and its score."""

    score: float
    zh: tuple[int, ...]
    en: tuple[int, ...]


def with_moves(
    ready: Prepared,
    steps: Sequence[Step],
    weights: Weights,
    doubtful: float = DOUBTFUL,
    least: float = 0.5,
) -> list[Step]:
    """Return the steps of a path, those that were left alone or doubtful joined where they match.

    Only the lone and the doubtful ones need to be given; what is given comes back.
    Beads less likely than `doubtful` may be broken; new ones are likelier than `least`.
    """
    alone = [s for s in steps if not (s.zh_count and s.en_count)]
    loose = alone + [s for s in steps if _doubted(s, doubtful)]
    zh, en = _sides(loose)
    if len(zh) * len(en) > _MOST:
        loose = alone
        zh, en = _sides(loose)
    if not len(zh) or not len(en):
        return list(steps)
    table = _held(ready, zh, en, usual(ready), weights)
    old = {(s.zh, s.en): s for s in loose if s.zh_count and s.en_count}
    found = [new for new in _chosen(table, zh, en, old) if new.chance > least]
    zh_gone = {n for s in found for n in range(s.zh, s.zh + s.zh_count)}
    en_gone = {n for s in found for n in range(s.en, s.en + s.en_count)}
    kept: list[Step] = []
    for step in steps:
        zh_lost = step.zh_count == 1 and step.zh in zh_gone
        en_lost = step.en_count == 1 and step.en in en_gone
        if not (zh_lost or en_lost):
            kept.append(step)
        elif step.zh_count and step.en_count and not (zh_lost and en_lost):
            one = Step(step.zh, step.en, 0, 1, 1 - step.chance)
            kept.append(one if zh_lost else replace(one, zh_count=1, en_count=0))
    return kept + found


def _sides(steps: Sequence[Step]) -> tuple[Ints, Ints]:
    """Return the Chinese and the English sentences of steps of one sentence a side, in order."""
    zh = np.array(sorted(s.zh for s in steps if s.zh_count), dtype=np.int64)
    en = np.array(sorted(s.en for s in steps if s.en_count), dtype=np.int64)
    return zh, en


def untangled(ready: Prepared, steps: Sequence[Step], weights: Weights) -> list[Step]:
    """Return the steps, beads in which each sentence has its own partner in another order apart."""
    usually = usual(ready)
    found: list[Step] = []
    for step in steps:
        pairs = []
        if 2 <= step.zh_count == step.en_count:
            zh = np.arange(step.zh, step.zh + step.zh_count)
            en = np.arange(step.en, step.en + step.en_count)
            table = _held(ready, zh, en, usually, weights).scores[0][:, : len(en)]
            pairs = _clear(table)
        if pairs:
            found += [Step(step.zh + i, step.en + j, 1, 1, step.chance) for i, j in pairs]
        else:
            found.append(step)
    return found


def _clear(table: Table) -> list[tuple[int, int]]:
    """Return each row's column where one order is far better than the others, and not theirs."""
    rows = range(len(table))
    totals = sorted((float(table[rows, order].sum()), order) for order in permutations(rows))
    (rival, _), (best, order) = totals[-2:]
    clear = best - rival > _COST and best > _EACH * len(table)
    return list(zip(rows, order, strict=True)) if clear and order != tuple(rows) else []


def _doubted(step: Step, doubtful: float) -> bool:
    return step.zh_count == step.en_count == 1 and step.chance < doubtful


def _held(ready: Prepared, zh: Ints, en: Ints, usually: Usual, weights: Weights) -> Scored:
    """Return how well every sentence that was left goes with every other."""
    left = replace(
        ready,
        zh=ready.zh.chosen(zh), en=ready.en.chosen(en),
        zh_cues=ready.zh_cues.chosen(zh), en_cues=ready.en_cues.chosen(en),
    )  # fmt: skip
    small = len(zh) * len(en) <= _MOST
    corridor = whole(len(zh), len(en)) if small else centred(left.zh, left.en, left.pairs)
    left = replace(left, corridor=corridor)
    table = scored(stretch_of(left), usually, weights, _TYPES)
    # the costs above were found with the built-in priors
    moved = np.array([_prior(weights, kind) - _prior(_BUILT_IN, kind) for kind in _TYPES])
    return replace(table, scores=table.scores + moved[:, None, None].astype(np.float32))


def _prior(weights: Weights, kind: tuple[int, int]) -> float:
    """Return the log prior of a type of bead beside that of the plainest."""
    return weights.priors[TYPES.index(kind)] - weights.priors[TYPES.index((1, 1))]


def _cells(table: Scored, zh: Ints, en: Ints) -> Iterator[_Found]:
    """Yield the beads that say enough, of sentences that are neighbours in their text."""
    low = table.corridor.low
    for (x, y), scores in zip(table.types, table.scores, strict=True):
        for row, column in np.argwhere(scores > _COST).tolist():
            place = int(low[row]) + column
            zh_side = tuple(zh[row : row + x].tolist())
            en_side = tuple(en[place : place + y].tolist())
            if zh_side[-1] - zh_side[0] == x - 1 and en_side[-1] - en_side[0] == y - 1:
                yield _Found(float(scores[row, column]), zh_side, en_side)


def _chosen(
    table: Scored,
    zh: Ints,
    en: Ints,
    old: dict[tuple[int, int], Step],
) -> list[Step]:
    """Return new beads, the surest first, each worth more than the old ones it breaks."""
    cost = _COST + _CHOICE * math.log(max(len(zh), len(en)))
    first = replace(table, types=_TYPES[:1], scores=table.scores[:1])
    single = {(one.zh[0], one.en[0]): one.score for one in _cells(first, zh, en)}
    worth_zh = {i: single.get((i, j), 0.0) for i, j in old}
    worth_en = {j: single.get((i, j), 0.0) for i, j in old}
    zh_used: set[int] = set()
    en_used: set[int] = set()
    found = []
    for one in sorted(_cells(table, zh, en), key=lambda f: (-f.score, f.zh, f.en)):
        if not (zh_used.isdisjoint(one.zh) and en_used.isdisjoint(one.en)):
            continue
        zh_used.update(one.zh)
        en_used.update(one.en)
        if (one.zh[0], one.en[0]) in old and len(one.zh) == len(one.en):
            continue
        broken = sum(worth_zh.get(i, 0.0) for i in one.zh) + sum(
            worth_en.get(j, 0.0) for j in one.en
        )
        chance = 1 / (1 + math.exp(-(one.score - broken - cost)))
        if chance > 0.5:
            found.append(Step(one.zh[0], one.en[0], len(one.zh), len(one.en), chance))
    return found
