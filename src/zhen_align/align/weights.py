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

    A sentence alone is likelier the longer it is, by `zh_alone_size` and `en_alone_size`:
    a short one is seldom left out, it goes with its neighbour.

    `rates` are the shares of the types, English alone last, in the texts of the fitting:
    a text with other habits moves the priors (`adapted`).
    """

    features: tuple[float, ...] = (
        0.259, 0.129, 0.165, -0.189, 0.150, 0.479, 0.660, 0.685, -1.207, -0.124, -1.182,
        -0.665, 0.498, 0.349, -0.021, -0.072, 0.025, 0.000, 0.002, -0.236, -0.442, -0.284,
        -0.262, -0.666, 0.196, -0.146, -0.112, -0.448, -0.069, -1.376, -0.577, 0.135,
    )  # fmt: skip
    priors: tuple[float, ...] = (
        -0.298, -1.265, -2.650, -3.915, -5.541, -3.326, -4.483, -4.906, -6.389, -5.826,
        -6.277, -6.488, -8.077, -9.534, -3.377,
    )  # fmt: skip
    alone: float = -1.642
    zh_alone_size: float = 0.661
    en_alone_size: float = 0.311
    rates: tuple[float, ...] = (
        0.84443, 0.04310, 0.00424, 0.00107, 0.00040, 0.04078, 0.00045, 0.00009, 0.00006,
        0.00437, 0.00019, 0.00006, 0.00063, 0.00027, 0.03068, 0.02917,
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
