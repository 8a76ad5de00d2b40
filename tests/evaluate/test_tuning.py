"""Tuning: who is judged by which weights."""

from collections.abc import Sequence

import pytest

from zhen_align.align.fit import Gold
from zhen_align.align.tokens import Text
from zhen_align.align.weights import Weights
from zhen_align.evaluate import tuning
from zhen_align.evaluate.tally import Tally


@pytest.mark.parametrize("count", [1, 2, 5])
def test_no_text_is_judged_by_a_fit_that_saw_it(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is judged once by the built-in weights, once by those of the half it is not in."""
    golds = [Gold([Text(str(n))], [Text(str(n))]) for n in range(count)]
    fits: list[list[str]] = []
    judged: list[tuple[str, float]] = []

    def fitted(seen: Sequence[Gold], pull: float, encoder: object) -> Weights:
        fits.append([gold.zh[0].text for gold in seen])
        return Weights(alone=float(len(fits)))

    def judge(
        unseen: Sequence[Gold], weights: Weights, encoder: object = None
    ) -> tuple[Tally, Tally]:
        judged.extend((gold.zh[0].text, weights.alone) for gold in unseen)
        return Tally(1, 1, 1, 1), Tally()

    monkeypatch.setattr(tuning, "_fitted", fitted)
    monkeypatch.setattr(tuning, "judged", judge)
    result = tuning.tuned(golds, 5.0, lambda what: None)
    names = [str(n) for n in range(count)]
    assert fits[-1] == names
    assert result.weights.alone == len(fits)
    assert result.unseen == (count > 1)
    assert sorted(name for name, _ in judged) == sorted(names * 2)
    for name, weights in judged:
        if result.unseen and weights != Weights().alone:
            assert name not in fits[int(weights) - 1]
