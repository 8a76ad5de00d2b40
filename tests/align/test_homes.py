"""Homes: a bead that joins sentences of different paragraphs costs as much as that is rare."""

import numpy as np

from zhen_align.align.corridor import whole
from zhen_align.align.homes import HEADS, at_home
from zhen_align.align.search import Grid, Scored, best_path
from zhen_align.align.weights import Weights

TYPES = ((1, 1), (1, 2), (1, 0))


def grid(zh_home: list[int], en_home: list[int], scores: list[list[float]]) -> Grid:
    """Return a grid of 1-1 scores (rows: Chinese), other types as bad as leaving out."""
    table = np.full((3, len(zh_home), len(en_home) + 1), -9.0, dtype=np.float32)
    table[0, :, :-1] = scores
    corridor = whole(len(zh_home), len(en_home))
    object.__setattr__(corridor, "zh_home", np.array(zh_home))
    object.__setattr__(corridor, "en_home", np.array(en_home))
    return Grid.of(Scored(corridor, TYPES, table, np.full(len(en_home), -2.0)))


def joined(found: Grid) -> list[tuple[int, int]]:
    """Return the pairs on the best path."""
    return [(s.zh, s.en) for s in best_path(found) if s.zh_count and s.en_count]


def test_home_decides_where_words_do_not() -> None:
    """Where most pairs keep to their paragraphs, so does a doubtful one."""
    scores = [[30.0 if i == j else -30.0 for j in range(6)] for i in range(6)]
    scores[4][4], scores[4][5], scores[5] = 2.0, 3.0, [-30.0] * 6
    found = grid([1, 1, 2, 2, 3, 4], [1, 1, 2, 2, 3, 4], scores)
    assert (4, 5) in joined(found)
    assert (4, 4) in joined(at_home(found, Weights()))


def test_homes_that_mean_nothing_cost_nothing() -> None:
    """Where the paragraphs have nothing to do with each other, all scores stay."""
    scores = [[9.0 if i == j else -9.0 for j in range(6)] for i in range(6)]
    found = grid([1, 1, 1, 2, 2, 2], [2, 2, 2, 1, 1, 1], scores)
    assert np.array_equal(at_home(found, Weights()).score, found.score)


def test_score_and_gain_agree() -> None:
    """A bead costs the same seen from its start and from its end."""
    rng = np.random.default_rng(7)
    found = at_home(
        grid([1, 1, 2, 3], [1, 2, 2, 3, 3], rng.normal(2, 2, (4, 5)).tolist()), Weights()
    )
    width = found.corridor.width
    for row, kind, column in np.argwhere(found.source < len(found.corridor.low) * width):
        start_row, start = divmod(int(found.source[row, kind, column]), width)
        assert found.gain[row, kind, column] == found.score[start_row, kind, start]


def test_a_heading_without_a_partner_is_no_part_of_a_sentence() -> None:
    """It may be paired with another such heading, and with nothing else."""
    scores = [[-6.0, -7.0], [-7.0, 0.0]]
    found = at_home(grid([HEADS, 1], [HEADS + 1, 1], scores), Weights())
    assert joined(found) == [(0, 0), (1, 1)]
    found = at_home(grid([HEADS, 1], [1, 1], scores), Weights())
    assert (0, 0) not in joined(found)
