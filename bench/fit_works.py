"""Fit the weights of compare/likeness.py: when are two texts about one work?

Learns from pools of works made from every other file of the development data (`works`), of
20 to 1,000 texts a language, with few and with many partnerless ones, condensed mildly,
strongly, or so that the two texts share only a part. Prints the weights, and what they
link on the other files. Needs `../shared/data`.

    python bench/fit_works.py [--l2 X] [--seeds N]
"""

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

import accounts
import works
from accounts import Account
from fit_claims import fit
from zhen_align.compare.likeness import FEATURES, FITTED, WEIGHTS, Owners, corrected, mutual
from zhen_align.compare.linking import SURE, SURE_PLAIN, least_rival
from zhen_align.compare.marks import across, marks
from zhen_align.types import Lang

SIZES = ((20, 0.3), (50, 0.3), (80, 0.8), (100, 0.5), (170, 0.3), (200, 0.33))
KINDS = ("condensed", "strongly", "in part", "half", "mixed")
_MOST = 50  # mutual pairs of a pool that count fully
_SENTENCE = re.compile("[^。！？]+[。！？]?")
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A pool: of what kind, how many pairs there are, what was asked, which are right."""

    kind: str
    size: int
    pairs: int
    features: Floats
    right: Floats


def told(work: Account, kind: str, chance: random.Random) -> tuple[str, str]:
    """Return the Chinese and the English text of a work, told so."""
    words, han = work.en.split(), len(work.zh)
    if kind == "mixed":
        kind = chance.choice(KINDS[:3])
    if kind == "strongly":
        kept = [s for s in _SENTENCE.findall(work.zh) if chance.random() < 0.5]
        return "".join(kept) or work.zh, work.en
    if kind == "in part":
        return work.zh[: max(2 * han // 3, 30)], " ".join(words[len(words) // 3 :])
    if kind == "half":
        return work.zh[: max(han // 2, 30)], " ".join(words[len(words) // 2 :])
    return work.zh, work.en


def example(half: str, size: int, alone: float, seed: int, kind: str) -> Example:
    """Return what the model is asked about one pool."""
    lone = int(size * alone)
    chance = random.Random(f"{half} {size} {seed} {kind}")
    texts = [told(work, kind, chance) for work in works.pool(half, size + lone, seed).works]
    zh = [marks(text, Lang.ZH) for text, _ in texts[:size]]
    en = [marks(text, Lang.EN) for _, text in texts[lone:]]
    owner = np.arange(size)
    found = mutual(across(zh, en), Owners(owner, owner, {}), least_rival(size))
    right = (found.a == found.b + lone).astype(np.float64)
    return Example(kind, size, size - lone, found.features, right)


def examples(half: str, seeds: int) -> Iterator[Example]:
    for kind in KINDS:
        for size, alone in SIZES:
            for seed in range(seeds):
                yield example(half, size, alone, seed, kind)
        if kind != "half":
            yield example(half, 1_000, 1 / 3, 0, kind)


def report(every: list[Example], weights: Floats, fitted: float) -> None:
    """Print what is linked of each kind, by the rule in use."""
    sums: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for each in every:
        plain = 1 / (1 + np.exp(-each.features @ weights))
        sure = (plain >= SURE_PLAIN) & (corrected(plain, fitted) >= SURE)
        row = sums[each.kind, "1,000" if each.size == 1_000 else "to 200"]
        row[0] += float(each.right[sure].sum())
        row[1] += float(sure.sum())
        row[2] += each.pairs
    for (kind, size), (hits, links, pairs) in sums.items():
        print(
            f"  {kind:10} {size:7} precision {hits / max(links, 1):.4f}  recall {hits / pairs:.4f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--l2", type=float, default=1.0)
    parser.add_argument("--seeds", type=int, default=2)
    args = parser.parse_args()
    if not accounts.DATA.is_dir():
        print("../shared/data is not here: nothing to fit")
        return
    every = list(examples("even", args.seeds))
    share = [np.full(len(e.right), _MOST / max(len(e.right), _MOST)) for e in every]
    rows, right, count = (
        np.concatenate(part)
        for part in ([e.features for e in every], [e.right for e in every], share)
    )
    weights = fit(rows, right, args.l2, count)
    base = float((count * right).sum() / count.sum())
    for name, new, used in zip(FEATURES, weights, WEIGHTS, strict=True):
        print(f"{name:20} {new:+.2f}  (in use {used:+.2f})")
    print(f"{'share of right ones':20} {base:.3f}  (in use {FITTED:.3f})")
    scored = list(examples("odd", args.seeds))
    for name, each, fitted in (("fitted", weights, base), ("in use", np.array(WEIGHTS), FITTED)):
        print(name)
        report(scored, each, fitted)


if __name__ == "__main__":
    main()
