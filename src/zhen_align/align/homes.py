"""Sentences whose paragraphs are partners are likelier partners, as far as paragraphs hold here.

How much that says is told by the text itself: by how many beads of the best path stay at
home. Not here: which paragraphs are partners (`regions`).
"""

from dataclasses import replace

import numpy as np

from zhen_align.align.evidence import Table
from zhen_align.align.lexicon import Ints
from zhen_align.align.looks import Prepared, with_priors
from zhen_align.align.search import Grid, best_path
from zhen_align.align.weights import Weights

Homes = tuple[Ints, Ints]
"""A number for each sentence: those of partners are the same."""

HEADS = 1 << 40
"""Homes from here on are those of headings without a partner."""
_MOST = 3.0
_HEADED = 6.0


def housed(ready: Prepared, homes: Homes | None) -> Prepared:
    """Return two texts with the homes of their sentences."""
    if homes is None:
        return ready
    zh_home, en_home = homes
    return replace(ready, corridor=replace(ready.corridor, zh_home=zh_home, en_home=en_home))


def at_home(grid: Grid, weights: Weights) -> Grid:
    """Return the grid in which beads that join different homes are worth less.

    Sentences of home 0 say nothing about it.
    """
    zh, en = grid.corridor.zh_home, grid.corridor.en_home
    if zh is None or en is None:
        return grid
    steps = best_path(with_priors(grid, weights))
    plain = [s for s in steps if s.zh_count and s.en_count and zh[s.zh]]
    home = sum(bool(zh[s.zh] == en[s.en]) for s in plain)
    cost = float(np.clip(np.log((home + 0.5) / (len(plain) - home + 0.5)), 0.0, _MOST))
    gain, score = grid.gain.copy(), grid.score.copy()
    for number, (x, y) in enumerate(grid.types):
        if y:
            costs = _costs(grid, x, y, cost)
            score[:, number] -= costs
            gain[:, number] -= np.append(costs.ravel(), np.float32(0))[grid.source[:, number]]
    return replace(grid, gain=gain, score=score)


def _costs(grid: Grid, x: int, y: int, cost: float) -> Table:
    """Return for each node what a bead that starts there costs, by the homes that it joins.

    A heading that only one text has is no part of a sentence.
    """
    corridor = grid.corridor
    zh, en = corridor.zh_home, corridor.en_home
    assert zh is not None
    assert en is not None
    rows, width = len(corridor.low), corridor.width
    i = np.minimum(np.arange(rows)[:, None] + np.arange(x), len(zh) - 1)
    j = corridor.low[:, None, None] + np.arange(width)[:, None] + np.arange(y)
    ours, theirs = zh[i][:, None, :], en[np.minimum(j, len(en) - 1)]
    first = ours[:, :, :1]
    away = ~((ours == first).all(axis=2) & (theirs == first).all(axis=2))
    any_head = (ours >= HEADS).any(axis=2) | (theirs >= HEADS).any(axis=2)
    all_heads = (ours >= HEADS).all(axis=2) & (theirs >= HEADS).all(axis=2)
    found: Table = (cost * away + _HEADED * (any_head & ~all_heads)).astype(np.float32)
    return found
