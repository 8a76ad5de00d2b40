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
    "opens", "closes", "soft", "lower", "zh across", "en across", "both across",
    "one bare", "zh headed", "en headed", "meaning",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight for each feature, a log prior for each type, one for English alone.

    A sentence alone is likelier the longer it is, by `zh_alone_size` and `en_alone_size`:
    a short one is seldom left out, it goes with its neighbour.

    The weight of "meaning" is for encoders that tell translations well; `zhen-align tune` fits it.

    `rates` are the shares of the types, English alone last, in the texts of the fitting:
    a text with other habits moves the priors (`adapted`).
    """

    features: tuple[float, ...] = (
        0.130, 0.146, 0.170, 0.082, 0.248, 0.435, 0.823, 0.838, -1.151, -0.359, -0.665,
        -0.268, 0.421, 0.349, 0.109, -0.154, 0.002, 0.000, 0.000, 0.008, -0.238, -0.303,
        0.190, -0.135, 0.237, -0.146, -0.103, -0.065, -0.031, -1.364, -0.190, 0.055, -0.135,
        -0.207, 0.085, -1.337, -1.584, -1.883, 1.000,
    )  # fmt: skip
    priors: tuple[float, ...] = (
        -0.597, -1.800, -2.857, -3.877, -5.548, -3.541, -4.266, -4.526, -6.248, -5.716,
        -6.331, -6.531, -8.148, -9.540, -3.138,
    )  # fmt: skip
    alone: float = -2.100
    zh_alone_size: float = 0.530
    en_alone_size: float = 0.362
    rates: tuple[float, ...] = (
        0.82513, 0.06071, 0.00905, 0.00174, 0.00040, 0.03610, 0.00379, 0.00155, 0.00023,
        0.00448, 0.00043, 0.00023, 0.00051, 0.00016, 0.02536, 0.03012,
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
