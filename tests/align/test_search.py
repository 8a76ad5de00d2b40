"""The best path and the chances of its beads, against trying every path."""

from collections.abc import Iterator
from dataclasses import replace
from math import exp, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhen_align.align.corridor import whole
from zhen_align.align.matches import Corridor
from zhen_align.align.search import NEVER, Grid, Scored, best_path, search
from zhen_align.align.weights import TYPES

Node = tuple[int, int]
Beads = list[tuple[int, int, int, int]]


def scored(zh: int, en: int, seed: int, corridor: Corridor | None = None) -> Scored:
    """Return random scores for a small corridor."""
    corridor = corridor or whole(zh, en)
    rng = np.random.default_rng(seed)
    scores = rng.normal(0, 2, (len(TYPES), zh, corridor.width)).astype(np.float32)
    return Scored(corridor, TYPES, scores, rng.normal(-1, 1, en))


def inside(corridor: Corridor, node: Node) -> bool:
    """Tell whether a node is in the corridor."""
    row, place = node
    return row < len(corridor.low) and bool(corridor.low[row] <= place <= corridor.high[row])


def paths(it: Scored, node: Node = (0, 0)) -> Iterator[tuple[float, Beads]]:
    """Yield every way from a node to the end, with its score."""
    row, place = node
    corridor = it.corridor
    end = (len(corridor.low) - 1, len(it.alone))
    if node == end:
        yield 0.0, []
    for (x, y), table in zip(it.types, it.scores, strict=True):
        after = (row + x, place + y)
        if after[0] <= end[0] and after[1] <= end[1] and inside(corridor, after):
            gain = float(table[row, place - corridor.low[row]])
            for score, rest in paths(it, after):
                yield score + gain, [(row, place, x, y), *rest]
    if place < end[1] and inside(corridor, (row, place + 1)):
        for score, rest in paths(it, (row, place + 1)):
            yield score + float(it.alone[place]), [(row, place, 0, 1), *rest]


def check(it: Scored) -> None:
    """Hold the path and its chances against all paths."""
    every = list(paths(it))
    steps = search(Grid.of(it))
    beads = [(s.zh, s.en, s.zh_count, s.en_count) for s in steps]
    best, _ = max(every, key=lambda path: path[0])
    own = next(score for score, path in every if path == beads)
    assert own == pytest.approx(best, abs=1e-4)
    quick = [(s.zh, s.en, s.zh_count, s.en_count) for s in best_path(Grid.of(it))]
    assert quick == beads
    everything = log(sum(exp(score) for score, _ in every))
    for step, bead in zip(steps, beads, strict=True):
        through = log(sum(exp(score) for score, path in every if bead in path))
        assert step.chance == pytest.approx(exp(through - everything), abs=1e-4)


@settings(max_examples=25)
@given(st.integers(1, 4), st.integers(1, 4), st.integers(0, 10**6))
def test_the_path_is_the_best_and_its_chances_are_posteriors(zh: int, en: int, seed: int) -> None:
    """No other path scores more; a bead's chance is its share of the mass of all paths."""
    check(scored(zh, en, seed))


@settings(max_examples=20)
@given(st.integers(0, 10**6))
def test_a_narrow_corridor_is_kept(seed: int) -> None:
    """Only paths inside the corridor count, for the best and for the mass."""
    corridor = Corridor(np.array([0, 0, 1, 2]), np.array([2, 2, 3, 3]))
    check(scored(3, 3, seed, corridor))


@settings(max_examples=20)
@given(st.integers(1, 3), st.integers(1, 4), st.integers(0, 10**6))
def test_chances_of_alternatives_sum_to_one(zh: int, en: int, seed: int) -> None:
    """Forced to take each bead of a sentence in turn, the masses add up to the whole."""
    it = scored(zh, en, seed)
    every = list(paths(it))
    everything = log(sum(exp(score) for score, _ in every))
    total = 0.0
    for kind, (x, y) in enumerate(TYPES):
        for place in range(en + 1):
            through = [s for s, path in every if (0, place, x, y) in path]
            if through:
                liked = it.scores.copy()
                liked[kind, 0, place] += 200.0
                steps = search(Grid.of(replace(it, scores=liked)))
                step = next(s for s in steps if (s.zh, s.zh_count) == (0, x))
                assert (step.en, step.en_count) == (place, y)
                assert step.chance == pytest.approx(1.0, abs=1e-4)
                total += exp(log(sum(map(exp, through))) - everything)
    assert total == pytest.approx(1.0, abs=1e-4)


def test_what_may_never_be_is_not() -> None:
    """Where every bead of two sides is forbidden, all sentences stay alone."""
    scores = np.full((len(TYPES), 2, 3), NEVER, dtype=np.float32)
    scores[TYPES.index((1, 0))] = -5.0
    steps = search(Grid.of(Scored(whole(2, 2), TYPES, scores, np.full(2, -5.0))))
    assert sorted((s.zh_count, s.en_count) for s in steps) == [(0, 1), (0, 1), (1, 0), (1, 0)]


@settings(max_examples=20)
@given(st.integers(0, 10**6))
def test_priors_are_added_to_every_bead(seed: int) -> None:
    """A grid with priors is the grid of scores that had them from the start."""
    it = scored(3, 3, seed)
    priors = np.linspace(-3, 0, len(TYPES)).astype(np.float32)
    more = replace(it, scores=it.scores + priors[:, None, None], alone=it.alone - 0.5)
    late, early = search(Grid.of(it).with_priors(priors.tolist(), -0.5)), search(Grid.of(more))
    assert [(s.zh, s.en, s.zh_count, s.en_count) for s in late] == [
        (s.zh, s.en, s.zh_count, s.en_count) for s in early
    ]
    assert [s.chance for s in late] == pytest.approx([s.chance for s in early], abs=1e-4)


def test_steps_follow_each_other() -> None:
    """Each step begins where the last one ended, up to the end of both texts."""
    steps = search(Grid.of(scored(12, 17, 5)))
    row = place = 0
    for step in steps:
        assert (step.zh, step.en) == (row, place)
        row, place = row + step.zh_count, place + step.en_count
    assert (row, place) == (12, 17)
