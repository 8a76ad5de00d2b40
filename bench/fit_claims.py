"""Fit the weights of compare/cells.py: when does one sentence say what another says?
And those of compare/tables.py: have two works anything to do with each other?

Learns from paragraphs of every other file of the development data, shuffled and dropped,
with and without merging (`bench_compare.windows`); prints the weights and how often the
fitted model is right on the other files. Needs `../shared/data`.

    python bench/fit_claims.py [--l2 X]
"""

import argparse
from functools import cache

import numpy as np
import numpy.typing as npt

import accounts
from bench_compare import windows
from zhen_align.align.tokens import Text, evidence_text
from zhen_align.compare.cells import (
    FEATURES,
    SECOND_FEATURES,
    SECOND_WEIGHTS,
    WEIGHTS,
    cells,
)
from zhen_align.compare.tables import RELATED_WEIGHTS, related_features
from zhen_align.read.document import parse
from zhen_align.types import Lang

_SEEDS = 2
_ROUNDS = 40
_FAR = 50.0
_AWAY = 7  # windows between a text and the stranger to it
_L2_FEW = 0.5
Floats = npt.NDArray[np.float64]


def told(paragraph: str) -> Text:
    """Return a paragraph as comparing sees it, what is no language apart."""
    document = parse("a.md", paragraph + "\n")
    parts = [evidence_text(document, each.span.start, each) for each in document.blocks]
    return Text(
        " ".join(part.text for part in parts),
        tuple(literal for part in parts for literal in part.literals),
    )


@cache
def table(half: str) -> tuple[Floats, Floats, Floats]:
    """Return what is asked of every pair of paragraphs, first and then, and which are right."""
    first, second, right = [], [], []
    for seed in range(_SEEDS):
        for zh, en, gold in (each for least in (0, 12) for each in windows(half, seed, least)):
            found = cells([told(p) for p in zh], [told(p) for p in en], (Lang.ZH, Lang.EN))
            wanted = np.zeros(found.chance.shape)
            for i, j in gold:
                wanted[i, j] = 1.0
            first.append(np.stack(found.features, axis=-1).reshape(wanted.size, -1))
            second.append(np.stack(found.second, axis=-1).reshape(wanted.size, -1))
            right.append(wanted.ravel())
    return np.concatenate(first), np.concatenate(second), np.concatenate(right)


def strangers(half: str) -> tuple[Floats, Floats]:
    """Return what is asked of works and of strangers to them, and which are no strangers."""
    every = [each for each in windows(half) if each[2]]
    rows, right = [], []
    for number, (zh, en, _) in enumerate(every):
        other = every[(number + _AWAY) % len(every)][1]
        for short in (None, 3):
            for text, own in ((en, 1.0), (other, 0.0)):
                sides = [told(each) for each in zh[:short]], [told(each) for each in text[:short]]
                rows.append(related_features(cells(*sides, (Lang.ZH, Lang.EN)).chance))
                right.append(own)
    return np.array(rows), np.array(right)


def fit(rows: Floats, right: Floats, l2: float, count: Floats | float = 1.0) -> Floats:
    """Return the weights of a logistic model, by Newton's method; `count` is for each row."""
    weights = np.zeros(rows.shape[1])
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -_FAR, _FAR)))
        slope = rows.T @ (count * (right - chance)) - l2 * weights
        slant = count * chance * (1 - chance)
        bend = (rows * slant[:, None]).T @ rows + l2 * np.eye(len(weights))
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def best_f1(scores: Floats, right: Floats) -> tuple[float, float]:
    """Return the best F1 of any threshold, and the threshold as a chance."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(right[order])
    f1 = 2 * hits / (np.arange(1, len(hits) + 1) + right.sum())
    at = int(f1.argmax())
    return float(f1[at]), float(1 / (1 + np.exp(-scores[order][at])))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--l2", type=float, default=5.0)
    args = parser.parse_args()
    if not accounts.DATA.is_dir():
        print("../shared/data is not here: nothing to fit")
        return
    related = fit(*strangers("even"), _L2_FEW)
    print("strangers:", *(f"{w:+.2f}" for w in related), "in use:", RELATED_WEIGHTS)
    rows, right = strangers("odd")
    for name, each in (("fitted", related), ("in use", np.array(RELATED_WEIGHTS))):
        wrong = ((rows @ each > 0) != (right > 0)).mean()
        print(f"{name}: {wrong:.1%} of {len(right)} pairs taken for what they are not")
    for at, names, used in ((0, FEATURES, WEIGHTS), (1, SECOND_FEATURES, SECOND_WEIGHTS)):
        weights = fit(table("even")[at], table("even")[2], args.l2)
        for name, new, old in zip(names, weights, used, strict=True):
            print(f"{name:16} {new:+.2f}  (in use {old:+.2f})")
        rows, right = table("odd")[at], table("odd")[2]
        for name, each in (("fitted", weights), ("in use", np.array(used))):
            f1, threshold = best_f1(rows @ each, right)
            print(f"{name}: F1 {f1:.4f} at {threshold:.2f}")


if __name__ == "__main__":
    main()
