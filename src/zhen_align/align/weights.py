"""The weights that sum the features of a bead into its score, and the types of beads.

Fitted by `bench/fit_beads.py`; the features are made in `features`.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

_TRUST = 30.0
"""So many beads of the fitting's habits are worth as much as one of the text's own."""

# Chinese and English sentences in a bead; English ones alone are no type but a scan
TYPES: tuple[tuple[int, int], ...] = (
    (1, 1), (1, 2), (1, 3), (1, 4), (1, 5), (2, 1), (2, 2), (2, 3), (2, 4), (3, 1), (3, 2),
    (3, 3), (4, 1), (5, 1), (1, 0),
)  # fmt: skip

FEATURES: tuple[str, ...] = (
    "en words", "zh words", "literals", "en found", "zh found", "en weakest", "zh weakest",
    "length", "ratio", "place", "no comma", "commas",
    "both ?", "both !", "both :", "both (", "both \"", "both …", "both —", "both digit",
    "one ?", "one !", "one :", "one (", "one \"", "one …", "one —", "one digit",
    "opens", "closes", "soft", "lower",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight for each feature, a log prior for each type, one for English alone.

    `rates` are the shares of the types, English alone last, in the texts of the fitting:
    a text with other habits moves the priors (`adapted`).
    """

    features: tuple[float, ...] = (
        0.233, 0.136, 0.165, -0.249, -0.010, 0.642, 0.693, 0.719, -1.363, -0.138, -1.149,
        -0.619, 0.463, 0.349, -0.011, -0.097, 0.020, 0.000, 0.002, -0.180, -0.342, -0.298,
        -0.209, -0.503, 0.164, -0.146, -0.110, -0.408, -0.060, -1.369, -0.509, 0.064,
    )  # fmt: skip
    priors: tuple[float, ...] = (
        -0.371, -1.400, -2.807, -3.917, -5.523, -3.292, -4.305, -4.889, -6.384, -5.847,
        -6.244, -6.480, -8.064, -9.522, -3.669,
    )  # fmt: skip
    alone: float = -2.276
    rates: tuple[float, ...] = (
        0.84477, 0.04309, 0.00427, 0.00108, 0.00043, 0.04131, 0.00050, 0.00009, 0.00006,
        0.00441, 0.00019, 0.00006, 0.00063, 0.00026, 0.03000, 0.02886,
    )  # fmt: skip


def adapted(weights: Weights, counts: Mapping[tuple[int, int], int]) -> Weights:
    """Return the weights with the priors moved towards how often the types occur here."""
    seen = [counts.get(kind, 0) for kind in (*TYPES, (0, 1))]
    total = sum(seen)
    moves = [
        math.log((n + _TRUST * rate) / (total + _TRUST) / rate)
        for n, rate in zip(seen, weights.rates, strict=True)
    ]
    priors = tuple(prior + move for prior, move in zip(weights.priors, moves, strict=False))
    return replace(weights, priors=priors, alone=weights.alone + moves[-1])
