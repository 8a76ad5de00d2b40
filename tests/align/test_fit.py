"""Fitting weights: the slope is right, gold is kept to, and weights move the right way."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from zhen_align.align import fit
from zhen_align.align.descent import descend
from zhen_align.align.fit import Gold, examples
from zhen_align.align.sequences import align_sentences
from zhen_align.align.tokens import Floats, Text
from zhen_align.align.weights import FEATURES, TYPES, Weights

# pump, valve, robot, soil, plant: each English pair of sentences is one Chinese sentence
ZH = [
    "水泵开启，注满水箱。", "阀门关闭，水流停止。", "机器人返回，充满电池。",
    "土壤很干，需要水。", "植物生长，开出红花。", "夜里很冷，窗户关着。",
]  # fmt: skip
EN = [
    "The pump opens.", "It fills the tank.", "The valve closes.", "The water stops.",
    "The robot returns.", "It charges its battery.", "The soil is dry.", "It needs water.",
    "The plant grows.", "It has red flowers.", "The night is cold.", "The window is closed.",
]  # fmt: skip
PAIRS: list[fit.Sides] = [([n], [2 * n, 2 * n + 1]) for n in range(len(ZH))]


def _gold(exact: Sequence[fit.Sides] = (), within: Sequence[fit.Sides] = ()) -> Gold:
    return Gold([Text(z) for z in ZH], [Text(e) for e in EN], exact, within)


def _masses(gold: Gold, weights: Weights) -> tuple[float, float]:
    [example] = examples([([gold], 1.0)], weights)
    vector, habits = fit._vector(weights), np.zeros(len(TYPES) + 1)
    right, _ = fit._expected(example, vector, habits, gold=True)
    every, _ = fit._expected(example, vector, habits, gold=False)
    return right, every


@pytest.mark.parametrize("gold", [True, False])
def test_the_slope_is_that_of_the_mass(gold: bool) -> None:
    """What is expected of each weight is how fast the log mass grows with it."""
    [example] = examples([([_gold(PAIRS[:2], PAIRS[3:])], 1.0)], Weights())
    habits = np.linspace(-0.3, 0.3, len(TYPES) + 1)
    vector = fit._vector(Weights())
    _, slope = fit._expected(example, vector, habits, gold=gold)
    for at in (0, 1, FEATURES.index("length"), len(FEATURES), len(FEATURES) + 1, -3, -2, -1):
        # single precision inside: a small step would only measure its noise
        step = np.zeros(len(vector))
        step[at] = 0.02
        up, down = (
            fit._expected(example, vector + sign * step, habits, gold=gold)[0] for sign in (1, -1)
        )
        assert (up - down) / 0.04 == pytest.approx(slope[at], abs=0.02)


def test_gold_leaves_fewer_paths_the_more_it_knows() -> None:
    """Knowing nothing allows everything; stretches allow less, exact beads least."""
    nothing, every = _masses(_gold(), Weights())
    assert nothing == pytest.approx(every)
    stretches = _masses(_gold([], [([0, 1, 2], list(range(6)))]), Weights())[0]
    exact = _masses(_gold(PAIRS), Weights())[0]
    assert exact < stretches < every


def test_beads_that_no_path_can_hold_say_nothing() -> None:
    """A bead of six sentences to one is beyond the types; it must not forbid every path."""
    wide: list[fit.Sides] = [([0, 1, 2, 3, 4, 5], [0])]
    assert _masses(_gold(wide), Weights())[0] == pytest.approx(_masses(_gold(), Weights())[1])


def test_sentences_alone_in_the_gold() -> None:
    """Both kinds of them are kept to."""
    alone: list[fit.Sides] = [([5], []), ([], [10]), ([], [11]), *PAIRS[:5]]
    [example] = examples([([_gold(alone)], 1.0)], Weights())
    vector, habits = fit._vector(Weights()), np.zeros(len(TYPES) + 1)
    _, seen = fit._expected(example, vector, habits, gold=True)
    kinds = seen[len(FEATURES) : len(FEATURES) + len(TYPES) + 1]
    assert kinds[TYPES.index((1, 0))] == pytest.approx(1.0, abs=1e-3)
    assert kinds[-1] == pytest.approx(2.0, abs=1e-3)
    assert kinds[TYPES.index((1, 2))] == pytest.approx(5.0, abs=1e-3)


def _kinds(gold: Gold) -> dict[tuple[int, int], float]:
    [example] = examples([([gold], 1.0)], Weights())
    habits = np.zeros(len(TYPES) + 1)
    _, seen = fit._expected(example, fit._vector(Weights()), habits, gold=True)
    kinds = seen[len(FEATURES) : len(FEATURES) + len(TYPES) + 1].tolist()
    return dict(zip((*TYPES, (0, 1)), kinds, strict=True))


def test_a_bead_is_not_taken_apart() -> None:
    """Neither by leaving one of its sentences alone, on either side."""
    twos: list[fit.Sides] = [([0, 1], [0, 1, 2]), ([2, 3], [4]), *PAIRS[4:]]
    kinds = _kinds(_gold(twos))
    assert kinds[2, 3] == pytest.approx(1.0, abs=1e-4)
    assert kinds[2, 1] == pytest.approx(1.0, abs=1e-4)
    assert kinds[1, 2] == pytest.approx(2.0, abs=1e-4)
    assert kinds[1, 0] == pytest.approx(0.0, abs=1e-4)
    assert kinds[0, 1] == pytest.approx(4.0, abs=1e-3)  # 3, 5, 6 and 7, of which nothing is known


def test_no_bead_leaves_its_stretch() -> None:
    """Two Chinese sentences of different stretches are never one bead."""
    kinds = _kinds(_gold(within=PAIRS))
    assert {kind for kind, count in kinds.items() if count > 0} <= {(1, 1), (1, 2), (1, 0), (0, 1)}


def test_a_fit_learns_what_the_gold_does() -> None:
    """From weights that never join two sentences to ones that do; the same twice."""
    priors = tuple(
        -9.0 if kind == (1, 2) else p for kind, p in zip(TYPES, Weights().priors, strict=True)
    )
    reluctant = replace(Weights(), priors=priors)
    collections = [([_gold(PAIRS)], 1.0)]
    every = examples(collections, reluctant)
    assert len(every) == 1
    fitted = fit.fit(every, reluctant, reluctant, 0.05)
    assert fitted == fit.fit(every, reluctant, reluctant, 0.05)
    assert fitted.rates[TYPES.index((1, 2))] > 0.4
    right_before, every_before = _masses(_gold(PAIRS), reluctant)
    right, whole = _masses(_gold(PAIRS), fitted)
    assert right - whole > right_before - every_before
    texts = [Text(z) for z in ZH], [Text(e) for e in EN]
    found = [(s.zh_count, s.en_count) for s in align_sentences(*texts, weights=fitted)]
    assert found == [(1, 2)] * len(ZH)


def test_a_strong_pull_moves_nothing() -> None:
    """The weights stay where they are pulled to."""
    every = examples([([_gold(PAIRS)], 1.0)], Weights())
    held = fit.fit(every, Weights(), Weights(), 1e6)
    assert held.features == Weights().features
    assert held.priors == Weights().priors


def test_descent_finds_the_bottom_of_a_bent_valley() -> None:
    """Rosenbrock's, in few steps: the slope alone would take thousands."""
    calls = []

    def valley(v: Floats) -> tuple[float, Floats]:
        calls.append(v)
        off, bend = 1 - v[0], v[1] - v[0] ** 2
        slope = np.array([-2 * off - 400 * v[0] * bend, 200 * bend])
        return float(1e6 * (off**2 + 100 * bend**2)), 1e6 * slope

    assert descend(valley, np.array([-1.2, 1.0]), 100) == pytest.approx([1.0, 1.0], abs=0.01)
    assert len(calls) < 100
