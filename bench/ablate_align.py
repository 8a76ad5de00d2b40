"""What each part of the aligner buys: it is left out, the rest is fitted again, both judged.

Fitted to every sixth text of the development halves, or to all of them in an hour, judged on
the test halves, as `bench/fit_beads.py` does. The whole is fitted to the same texts, beside
the weights in use. Learning words and moving priors are switched off without a fit. Beside
them: the earlier fit that the weights are pulled to, with its two rounds of moving priors;
sentences alone e times as likely.

    python bench/ablate_align.py [--every N] [--l2 X] [--only PART] [--json]
"""

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from unittest.mock import patch

import numpy as np

from fit_beads import DATA, PULL, Named, development, held_out, pulls, strict
from zhen_align.align import fit
from zhen_align.align.borders import NAMES
from zhen_align.align.fit import Example
from zhen_align.align.weights import FEATURES, TYPES, Weights

_HEADINGS = ("one bare", "zh headed", "en headed")
_MARKS = tuple(
    name for name in FEATURES if name.startswith(("both ", "one ")) and name not in _HEADINGS
)
PARTS: dict[str, tuple[str, ...]] = {
    "nothing": (),
    "words": ("en words", "zh words", "en found", "zh found", "en weakest", "zh weakest"),
    "words of the English side": ("en words", "en found", "en weakest"),
    "share found, weakest sentence": ("en found", "zh found", "en weakest", "zh weakest"),
    "literals": ("literals",),
    "place": ("place",),
    "borders": NAMES,
    "headings": _HEADINGS,
    "length": ("length", "ratio"),
    "marks, commas, edges": (
        *_MARKS, "no comma", "commas", "opens", "closes", "soft", "lower",
    ),
}  # fmt: skip
SMALL = ((1, 1), (1, 2), (2, 1), (1, 0))


def without(every: Sequence[Example], names: Sequence[str]) -> list[Example]:
    """Return the examples with some features gone."""
    rows = [FEATURES.index(name) for name in names]
    kept = np.ones((len(FEATURES), 1), dtype=np.float32)
    kept[rows] = 0
    return [replace(example, features=example.features * kept) for example in every]


def zeroed(weights: Weights, names: Sequence[str]) -> Weights:
    pairs = zip(FEATURES, weights.features, strict=True)
    return replace(weights, features=tuple(0.0 if n in names else w for n, w in pairs))


def refitted(every: int, l2: float) -> Iterator[tuple[str, Callable[[], Weights]]]:
    """Yield each part and what makes the weights without it."""
    made: list[Example] = []

    def fitted(names: tuple[str, ...]) -> Weights:
        if not made:
            some = [(d.golds[::every], d.count) for d in development(0.5)]
            made.extend(fit.examples(some, Weights()))
        start, pull = zeroed(Weights(), names), zeroed(PULL, names)
        return zeroed(fit.fit(without(made, names), start, pull, pulls(l2 / every)), names)

    for part, names in PARTS.items():
        yield part, lambda names=names: fitted(names)  # type: ignore[misc]


def small() -> Weights:
    """Return the weights that know no bead of more than two sentences on a side."""
    pairs = zip(TYPES, Weights().priors, strict=True)
    return replace(Weights(), priors=tuple(p if kind in SMALL else -1e3 for kind, p in pairs))


def cheaper() -> Weights:
    """Return the weights with which a sentence alone is e times as likely."""
    now = Weights()
    return replace(now, priors=(*now.priors[:-1], now.priors[-1] + 1), alone=now.alone + 1)


SWITCHES: dict[str, Callable[[], AbstractContextManager[object]]] = {
    "learned words": lambda: patch("zhen_align.align.sequences.learn", lambda counts: {}),
    "priors that move": lambda: patch("zhen_align.align.sequences.adapted", lambda w, counts: w),
}


def row(
    part: str,
    weights: Weights,
    collections: Sequence[Named],
    switched: AbstractContextManager[object],
) -> dict[str, object]:
    found: dict[str, object] = {"without": part}
    with switched:
        for collection in collections:
            for kind, tally in strict(collection, weights).items():
                found[f"{collection.name} {kind}"] = round(tally.f1, 4)
    return found


def main() -> None:
    """Print a Markdown table, or one JSON line a part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=6, help="fit to every Nth text")
    parser.add_argument("--l2", type=float, default=60.0, help="the pull of all texts")
    parser.add_argument("--only", help="a part whose name begins so")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not DATA.is_dir():
        print("../shared is not here: nothing to align")
        return
    collections = list(held_out())
    plans: list[tuple[str, Callable[[], Weights], AbstractContextManager[object]]] = [
        ("nothing, as it is", Weights, nullcontext()),
        *((part, make, nullcontext()) for part, make in refitted(args.every, args.l2)),
        ("beads of more than 1-2 and 2-1", small, nullcontext()),
        *((part, Weights, switch()) for part, switch in SWITCHES.items()),
        ("an earlier fit", lambda: PULL, patch("zhen_align.align.sequences._ROUNDS", 2)),
        ("alone cheaper", cheaper, nullcontext()),
    ]
    head = True
    for part, make, switched in plans:
        if args.only is None or part.startswith(args.only):
            found = row(part, make(), collections, switched)
            if args.json:
                print(json.dumps(found), flush=True)
                continue
            if head:
                print("| " + " | ".join(found) + " |\n" + "|---" * len(found) + "|")
                head = False
            print("| " + " | ".join(map(_shown, found.values())) + " |", flush=True)


def _shown(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    main()
