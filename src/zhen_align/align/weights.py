"""The weights that sum the features of a bead into its score, and the types of beads.

Fitted by `bench/fit_beads.py`; the features are made in `features`.
"""

from dataclasses import dataclass

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
    """A weight for each feature, a log prior for each type, and one for English alone."""

    features: tuple[float, ...] = (
        0.270, 0.116, 0.063, 0.057, 0.224, 0.441, 0.923,
        0.496, -1.017, -0.345, -0.608, -0.202,
        0.399, 0.349, 0.063, -0.156, 0.0, 0.0, 0.0, 0.0,
        -0.171, -0.306, 0.324, -0.074, 0.232, -0.146, -0.102, 0.0,
        -0.029, -1.364, -0.158, 0.047,
    )  # fmt: skip
    priors: tuple[float, ...] = (
        -0.051, -1.36, -2.876, -3.884, -5.496, -2.811, -4.027, -4.876, -6.381, -6.134, -6.22,
        -6.478, -8.0, -9.5, -5.152,
    )  # fmt: skip
    alone: float = -3.674
