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
        0.146, 0.065, 0.169, 0.021, 0.194, 0.506, 0.836, 0.877, -1.214, -0.170, -0.701,
        -0.325, 0.422, 0.349, 0.090, -0.148, 0.003, 0.000, 0.000, -0.005, -0.239, -0.302,
        0.154, -0.152, 0.232, -0.146, -0.103, -0.093, -0.034, -1.366, -0.243, 0.062, -0.143,
        -0.216, 0.062,
    )  # fmt: skip
    priors: tuple[float, ...] = (
        -0.439, -1.651, -2.771, -3.900, -5.537, -3.592, -4.287, -4.583, -6.300, -5.808,
        -6.314, -6.515, -8.158, -9.542, -2.927,
    )  # fmt: skip
    alone: float = -2.067
    zh_alone_size: float = 0.413
    en_alone_size: float = -0.013
    rates: tuple[float, ...] = (
        0.82538, 0.06034, 0.00908, 0.00181, 0.00039, 0.03459, 0.00384, 0.00149, 0.00023,
        0.00413, 0.00041, 0.00024, 0.00048, 0.00014, 0.02749, 0.02996,
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
