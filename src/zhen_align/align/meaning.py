"""How near the two sides of a bead are in meaning, by the vectors of an encoder.

Some sentences are near to everything. So what counts is how much nearer two windows are
than each is to the other text as a whole. Windows of up to three sentences are encoded as
they read; longer ones are the mean of their sentences. Not here: the encoder.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from zhen_align.align.evidence import Table
from zhen_align.align.matches import Corridor
from zhen_align.align.tokens import Text
from zhen_align.align.weights import TYPES

Vectors = npt.NDArray[np.float32]
Windows = dict[int, Vectors]

_READ = 3
"""Sentences of the longest window that is encoded as a whole."""
_ROWS = 256
_SCALE = 10.0
"""Brings differences of cosines to the size of the other features."""


class Encoder(Protocol):
    """Gives each text a vector of unit length."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return a row for each text, in their order."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """The vectors of the windows of both texts by their number of sentences, and their means."""

    zh: Windows
    en: Windows
    zh_mean: Windows
    en_mean: Windows

    @classmethod
    def of(cls, zh: Sequence[Text], en: Sequence[Text], encoder: Encoder) -> "Meaning":
        """Encode the windows of two texts, all that are new in one go."""
        xs, ys = {x for x, _ in TYPES}, {y for _, y in TYPES if y}
        left = {x: _windows(zh, x, "") for x in sorted(xs) if x <= _READ}
        right = {y: _windows(en, y, " ") for y in sorted(ys) if y <= _READ}
        sides = [text for windows in (*left.values(), *right.values()) for text in windows]
        texts = list(dict.fromkeys(sides))
        rows = dict(zip(texts, range(len(texts)), strict=True))
        vectors = encoder.encode(texts)
        zh_windows = {x: vectors[[rows[t] for t in windows]] for x, windows in left.items()}
        en_windows = {y: vectors[[rows[t] for t in windows]] for y, windows in right.items()}
        zh_windows |= {x: _means(zh_windows[1], x) for x in xs if x > _READ}
        en_windows |= {y: _means(en_windows[1], y) for y in ys if y > _READ}
        return cls(zh_windows, en_windows, _centres(zh_windows), _centres(en_windows))

    def part(self, zh: slice, en: slice) -> "Meaning":
        """Return the windows that begin in these stretches, held against the whole texts."""
        return Meaning(
            {x: rows[zh] for x, rows in self.zh.items()},
            {y: rows[en] for y, rows in self.en.items()},
            self.zh_mean,
            self.en_mean,
        )

    def of_type(self, corridor: Corridor, x: int, y: int) -> Table:
        """Return how much nearer each bead of a type is than chance, for each sentence in it."""
        left, right = self.zh[x], self.en[y]
        last = max(len(right) - 1, 0)
        usual_left = left @ self.en_mean[y]
        usual_right = right @ self.zh_mean[x]
        table = np.empty((len(left), corridor.width), dtype=np.float32)
        for first in range(0, len(left), _ROWS):
            rows = slice(first, min(first + _ROWS, len(left)))
            low = corridor.low[:-1][rows]
            columns = np.minimum(low[:, None] + np.arange(corridor.width), last)
            near = np.einsum("id,ijd->ij", left[rows], right[columns])
            usual = (usual_left[rows, None] + usual_right[columns]) / 2
            table[rows] = near - usual
        scaled: Table = table * np.float32(_SCALE * (x + y) / 2)
        return scaled


def _windows(texts: Sequence[Text], size: int, between: str) -> list[str]:
    """Return the text from each sentence on; near the end windows are shorter."""
    return [
        between.join(" ".join(each.text.split()) for each in texts[at : at + size])
        for at in range(len(texts))
    ]


def _means(rows: Vectors, size: int) -> Vectors:
    sums = np.concatenate([np.zeros((1, rows.shape[1]), np.float32), np.cumsum(rows, axis=0)])
    at = np.arange(len(rows))
    return unit((sums[np.minimum(at + size, len(rows))] - sums[at]).astype(np.float32))


def _centres(windows: Windows) -> Windows:
    return {size: rows.mean(axis=0) for size, rows in windows.items()}


def unit(rows: Vectors) -> Vectors:
    """Return the rows at unit length; a row of zeros stays one."""
    norms = np.linalg.norm(rows, axis=-1, keepdims=True)
    short: Vectors = (rows / np.maximum(norms, 1e-12)).astype(np.float32)
    return short
