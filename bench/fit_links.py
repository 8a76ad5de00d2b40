"""Fit the weights of `align/belief.py` to the development casts; print what they are worth.

Every path that peeling walks gives examples: a cell is right where its lines share text for
certain. One half of the chapters is fitted, the other judged: how many links are rightly
believed or refused, and the calibration of the chance. Nothing is written: copy the weights
by hand where the held-out half gains.

    python bench/fit_links.py [--l2 X]
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from casts import EASY, HARD, STRANGE, Cast, casts
from zhen_align.align import belief
from zhen_align.align.blocks import Scored, lines, score_blocks
from zhen_align.align.peel import Cell, peel
from zhen_align.evaluate import calibration
from zhen_align.read.document import parse
from zhen_align.text.lines import position
from zhen_align.types import Document, Lang

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
SETS = ("d2l", "dolphin")
LAYOUTS = {**EASY, **HARD, **STRANGE}
# what a file of two texts counts: they are seldom given to an aligner; small files are many
_COUNT = {"half strange": 0.5, "all strange": 0.5, "few, all strange": 4.0, "few": 4.0}
Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """A cell of a path: what speaks for it, and whether it is right."""

    kind: str
    features: list[float]
    right: bool


def examples(cast: Cast) -> list[Example]:
    document = parse("x.md", cast.text)
    zh, en = lines(document, (Lang.ZH,)), lines(document, (Lang.EN,))
    if not zh or not en:
        return []
    scored = score_blocks(zh, en, True)
    found: list[Example] = []

    def judge(cells: list[Cell], kept: list[Cell]) -> list[float]:
        rows = scored.features(cells, kept)
        for cell, row in zip(cells, rows, strict=True):
            found.append(Example(cast.kind, row, right(cast, document, scored, cell)))
        return belief.chances(rows)

    peel(scored.scores, judge)
    return found


def right(cast: Cast, document: Document, scored: Scored, cell: Cell) -> bool:
    """Tell whether a cell joins lines that may share text, and some that do for certain."""
    en = {n for r in cell.rows for n in rows(document, scored.en[r].number)}
    zh = {n for c in cell.columns for n in rows(document, scored.zh[c].number)}
    both = {(e, z) for e in en for z in zh}
    return bool(both & set(cast.gold)) and both <= set(cast.allowed) | set(cast.gold)


def rows(document: Document, block: int) -> range:
    span = document.blocks[block].span
    first, last = (position(document.lines, at)[0] for at in (span.start, span.end - 1))
    return range(first, last + 1)


def collected(odd: bool) -> Iterator[Example]:
    for source in SETS:
        for cast in casts(DATA / source / "sent", LAYOUTS, odd):
            yield from examples(cast)


def fitted(every: Sequence[Example], l2: float) -> Array:
    """Return the weights of a logistic regression, by Newton's steps."""
    x = np.array([e.features for e in every])
    y = np.array([e.right for e in every], dtype=np.float64)
    count = np.array([_COUNT.get(e.kind, 1.0) for e in every])
    weights = np.zeros(x.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -50, 50)))
        bend = (x * (count * p * (1 - p))[:, None]).T @ x + l2 * np.eye(len(weights))
        weights += np.linalg.solve(bend, x.T @ (count * (y - p)) - l2 * weights)
    return weights


def report(name: str, every: Sequence[Example], weights: Sequence[float]) -> None:
    chances = belief.chances([e.features for e in every], weights)
    answers = [(chance, e.right) for chance, e in zip(chances, every, strict=True)]
    wrong = sum(p >= 0.5 and not ok for p, ok in answers)
    refused = sum(p < 0.5 and ok for p, ok in answers)
    loss = -np.mean([np.log(max(p if ok else 1 - p, 1e-9)) for p, ok in answers])
    error = calibration.expected_error(answers)
    print(
        f"{name:16} {len(every):6} cells; wrongly believed {wrong:4}, refused {refused:4};"
        f" log loss {loss:.4f}, calibration error {error:.4f}"
    )


def main() -> None:
    """Print the weights, and both weights' figures on both halves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--l2", type=float, default=1.0)
    args = parser.parse_args()
    if not DATA.is_dir():
        print("../shared is not here: nothing to fit")
        return
    dev, test = list(collected(True)), list(collected(False))
    weights = tuple(round(float(w), 2) for w in fitted(dev, args.l2))
    for name, weight in zip(belief.FEATURES, weights, strict=True):
        print(f"  {name:12} {weight:6.2f}")
    print(f"WEIGHTS = {weights}")
    for half, every in (("dev", dev), ("test", test)):
        report(f"{half}, now", every, belief.WEIGHTS)
        report(f"{half}, fitted", every, weights)
    for kind in LAYOUTS:
        some = [e for e in test if e.kind == kind]
        report(kind, some, weights)


if __name__ == "__main__":
    main()
