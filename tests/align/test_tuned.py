"""Weights as JSON: what was written is read, and nothing else is."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from zhen_align.align.tuned import from_json, to_json
from zhen_align.align.weights import FEATURES, TYPES, Weights
from zhen_align.errors import ConfigError


def test_what_was_written_is_read() -> None:
    """Every weight, under its own name."""
    features = tuple(float(n) for n in range(len(FEATURES)))
    odd = replace(Weights(), features=features, alone=-9.5, zh_alone_size=0.25)
    assert from_json(to_json(odd)) == odd
    assert json.loads(to_json(odd))["features"][FEATURES[3]] == 3.0
    assert set(json.loads(to_json(odd))["rates"]) == {*(f"{x}-{y}" for x, y in TYPES), "0-1"}


def _break(change: Callable[[dict[str, Any]], object]) -> str:
    whole = json.loads(to_json(Weights()))
    change(whole)
    return json.dumps(whole)


BROKEN = {
    "no JSON": ("{", "is no JSON"),
    "a list": ("[]", "does not hold"),
    "a part missing": (_break(lambda w: w.pop("alone")), "does not hold"),
    "a part too many": (_break(lambda w: w.update(more=1)), "does not hold"),
    "a table that is none": (_break(lambda w: w.update(priors=[])), "'priors' differs"),
    "a weight missing": (
        _break(lambda w: w["features"].pop("length")),
        "'features' differs from this version's in length",
    ),
    "a weight that is text": (_break(lambda w: w["priors"].update({"1-1": "x"})), "'1-1' is no"),
    "true": (_break(lambda w: w.update(alone=True)), "'alone' is no number"),
    "not a number": (_break(lambda w: w.update(alone=float("nan"))), "'alone' is no number"),
    "endless": (_break(lambda w: w["features"].update(place=float("inf"))), "'place' is no"),
    "a rate of nothing": (_break(lambda w: w["rates"].update({"1-1": 0})), "'rates' must be"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_anything_else_is_refused(case: str) -> None:
    """With the file's name, what is wrong and what to do."""
    text, said = BROKEN[case]
    with pytest.raises(ConfigError) as raised:
        from_json(text, "w.json")
    message = str(raised.value)
    assert message.startswith(f"w.json: {said}")
    assert message.endswith("; write it anew with zhen-align tune")
