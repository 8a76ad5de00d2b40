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
    "meaning",
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
        0.146, 0.070, 0.170, 0.031, 0.205, 0.498, 0.820, 0.877, -1.213, -0.175, -0.701,
        -0.317, 0.423, 0.349, 0.093, -0.145, 0.003, 0.000, 0.000, -0.004, -0.242, -0.302,
        0.150, -0.153, 0.233, -0.146, -0.103, -0.094, -0.034, -1.367, -0.240, 0.064, -0.146,
        -0.220, 0.067, 1.0,
    )  # fmt: skip
    priors: tuple[float, ...] = (
        -0.459, -1.695, -2.807, -3.897, -5.535, -3.588, -4.315, -4.553, -6.283, -5.800,
        -6.309, -6.509, -8.160, -9.540, -2.940,
    )  # fmt: skip
    alone: float = -2.074
    zh_alone_size: float = 0.473
    en_alone_size: float = 0.028
    rates: tuple[float, ...] = (
        0.82549, 0.06043, 0.00911, 0.00182, 0.00041, 0.03485, 0.00374, 0.00147, 0.00023,
        0.00427, 0.00041, 0.00023, 0.00050, 0.00015, 0.02698, 0.02990,
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
