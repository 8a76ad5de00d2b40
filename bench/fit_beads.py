"""Fit the weights of `align/weights.py` to the development halves; print what they are worth.

The gold is partial: exact beads, and blocks or verses that no bead may leave; and it is
made: pieces cut anew (`recut`), sentences left out or put in (`planted`). Weights are
pulled towards those of an earlier fit to literary and technical texts, so that kinds of
text that are not here do not suffer; what that fit did not have is nearly free. Judged on
the test halves, and on verses further down.
`--write` puts the weights into `src/zhen_align/align/weights.py`. Takes minutes.

    python bench/fit_beads.py [--l2 X] [--made SHARE] [--write]
"""

import argparse
import random
import re
import textwrap
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from planted import planted
from recut import documents
from zhen_align.align import fit, weights
from zhen_align.align.borders import NAMES
from zhen_align.align.fit import Gold, Sides
from zhen_align.align.tokens import Floats, Text
from zhen_align.align.weights import FEATURES, TYPES, Weights
from zhen_align.evaluate.files import read_ladder
from zhen_align.evaluate.tally import Tally
from zhen_align.evaluate.tuning import judged

_SIZE = 75
NEW = (*NAMES, "one bare", "zh headed", "en headed")
DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
# the joint fit of an earlier version to literary and technical texts
PULL = Weights(
    (
        0.270, 0.116, 0.063, 0.057, 0.224, 0.441, 0.923, 0.496, -1.017, -0.345, -0.608,
        -0.202, 0.399, 0.349, 0.063, -0.156, 0, 0, 0, 0, -0.171, -0.306, 0.324, -0.074,
        0.232, -0.146, -0.102, 0, -0.029, -1.364, -0.158, 0.047, 0, 0, 0, 0, 0, 0, 1,
    ),
    (
        -0.051, -1.36, -2.876, -3.884, -5.496, -2.811, -4.027, -4.876, -6.381, -6.134, -6.22,
        -6.478, -8.0, -9.5, -5.152,
    ),
    -3.674, 0.0, 0.0,
    (
        0.832, 0.0878, 0.0153, 0.0066, 0.0015, 0.0318, 0.0057, 0.0027, 0.0002, 0.0024, 0.0007,
        0.0003, 0.0002, 0.0001, 0.0094, 0.0035,
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Named:
    """A collection of golds, and how much each of its texts counts."""

    name: str
    golds: list[Gold]
    count: float = 1.0


def read(folder: str, half: int, step: int = 2) -> list[Gold]:
    """Return every second document, or fewer, of a folder."""
    base = DATA / folder
    names = sorted(path.name for path in (base / "zh").iterdir())[half::step]
    return [
        Gold(
            _lines(base / "zh" / name),
            _lines(base / "en" / name),
            _gold(base / "gold_exact" / f"{name}.align"),
            _gold(base / "gold_block" / f"{name}.align"),
        )
        for name in names
    ]


def verses(first: int, last: int | None) -> Gold:
    """Return some of the verses as a text."""
    base = DATA / "verses"
    zh, en = (_lines(base / lang / "001") for lang in ("zh", "en"))
    gold = _gold(base / "gold_block" / "001.align")[first:last]
    zh_numbers = [n for side, _ in gold for n in side]
    en_numbers = [n for _, side in gold for n in side]
    zh_from, en_from = min(zh_numbers), min(en_numbers)
    return Gold(
        zh[zh_from : max(zh_numbers) + 1],
        en[en_from : max(en_numbers) + 1],
        (),
        [([n - zh_from for n in z], [n - en_from for n in e]) for z, e in gold],
    )


def _lines(path: Path) -> list[Text]:
    return [Text(line) for line in path.read_text("utf-8").removesuffix("\n").split("\n")]


def _gold(path: Path) -> list[Sides]:
    return [(_numbers(bead.zh), _numbers(bead.en)) for bead in read_ladder(path)]


def _numbers(keys: frozenset[object]) -> list[int]:
    return sorted(key for key in keys if isinstance(key, int))


def recut_anew(golds: list[Gold], seed: str) -> list[Gold]:
    """Return the surest pieces of texts, cut anew."""
    pieces = [
        ("".join(gold.zh[n].text for n in zh), " ".join(gold.en[n].text for n in en))
        for gold in golds
        for zh, en in gold.exact or gold.within
        if not gold.exact or (len(zh) == len(en) == 1 and _sentences(gold, zh[0], en[0]))
    ]
    return [
        Gold([Text(t) for t in one.zh], [Text(t) for t in one.en], one.beads)
        for one in documents(pieces, _SIZE, seed)
    ]


def _sentences(gold: Gold, zh: int, en: int) -> bool:
    one, other = gold.zh[zh].text, gold.en[en].text
    return len(one) > 8 and one[-1] in "。？！；" and other[-1] in ".?!;"


def with_plants(golds: list[Gold]) -> list[Gold]:
    """Return texts with sentences left out and put in."""
    texts = [([t.text for t in gold.zh], [t.text for t in gold.en]) for gold in golds]
    found = []
    for number, gold in enumerate(golds):
        others = texts[(number + 1) % len(golds)]
        it = planted(texts[number], gold.exact, gold.within, others, random.Random(number))
        found.append(Gold([Text(t) for t in it.zh], [Text(t) for t in it.en], it.exact, it.within))
    return found


def development(share: float) -> list[Named]:
    """Return what is fitted: textbook and documentation, whole and with blocks dropped; verses;
    and what is made of them.
    """
    found = []
    for source in ("d2l", "dolphin"):
        found.append(Named(source, read(f"{source}/sent", 0)))
        found.append(Named(f"{source}, dropped", read(f"{source}/drop", 0, 4)))
        found.append(Named(f"{source}, planted", with_plants(found[-2].golds), share))
        found.append(Named(f"{source}, cut anew", recut_anew(found[-3].golds, "dev"), share))
    found.append(Named("verses, cut anew", recut_anew([verses(0, 2400)], "dev"), share))
    return [*found, Named("verses", [verses(n, n + 250) for n in range(0, 2400, 600)], share)]


def held_out() -> Iterator[Named]:
    """Yield what the weights are judged on."""
    for source in ("d2l", "dolphin"):
        yield Named(source, read(f"{source}/sent", 1))
        yield Named(f"{source}, dropped", read(f"{source}/drop", 1))
    yield Named("verses", [verses(2400, None)])
    yield Named("verses, cut anew", recut_anew([verses(2400, None)], "test"))


def strict(collection: Named, chosen: Weights) -> dict[str, Tally]:
    """Return the strict tallies of exact beads and of whole stretches, where there is gold."""
    found = dict(zip(("exact", "within"), judged(collection.golds, chosen), strict=True))
    return {kind: tally for kind, tally in found.items() if tally.wanted}


def pulls(l2: float) -> Floats:
    """Return how strongly each weight is pulled: priors less, least what is new."""
    found = np.full(len(FEATURES) + len(TYPES) + 3, l2)
    found[: len(FEATURES)][[name in NEW for name in FEATURES]] = l2 / 30
    found[len(FEATURES) :] = l2 / 12
    return found


def figures(collection: Named, chosen: Weights) -> str:
    found = strict(collection, chosen).items()
    return "  ".join(f"{kind:6} {tally.f1:.4f} of {tally.wanted:5}" for kind, tally in found)


def write(found: Weights) -> None:
    """Put the weights into their module."""
    path = Path(weights.__file__)
    text = path.read_text("utf-8")
    for name, digits in (("features", 3), ("priors", 3), ("rates", 5)):
        numbers = ", ".join(f"{value:.{digits}f}" for value in getattr(found, name))
        body = textwrap.fill(f"{numbers},", 92, initial_indent=" " * 8, subsequent_indent=" " * 8)
        head = rf"(    {name}: tuple\[float, \.\.\.\] = \(\n).*?(\n    \)  # fmt: skip)"
        text = re.sub(head, rf"\g<1>{body}\g<2>", text, flags=re.DOTALL)
    for name in ("alone", "zh_alone_size", "en_alone_size"):
        text = re.sub(rf"(    {name}: float = ).*", rf"\g<1>{getattr(found, name):.3f}", text)
    path.write_text(text, "utf-8")


def main() -> None:
    """Fit, print, and write where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--l2", type=float, default=60.0, help="the pull; less for what is new")
    parser.add_argument("--made", type=float, default=0.5, help="what verses and made texts count")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    if not DATA.is_dir():
        print("../shared is not here: nothing to fit")
        return
    now = Weights()
    start = time.perf_counter()
    collections = [(each.golds, each.count) for each in development(args.made)]
    every = fit.examples(collections, now)
    texts = sum(len(golds) for golds, _ in collections)
    print(f"{len(every)} of {texts} texts; {time.perf_counter() - start:.0f} s", flush=True)
    found = fit.fit(every, now, PULL, pulls(args.l2))
    print(f"fitted; {time.perf_counter() - start:.0f} s")
    for name, old, new in zip(FEATURES, now.features, found.features, strict=True):
        print(f"  {name:12} {old:7.3f} {new:7.3f}")
    for kind, old, new in zip(TYPES, now.priors, found.priors, strict=True):
        print(f"  {kind[0]}-{kind[1]:10} {old:7.3f} {new:7.3f}")
    for name in ("alone", "zh_alone_size", "en_alone_size"):
        print(f"  {name:12} {getattr(now, name):7.3f} {getattr(found, name):7.3f}")
    for collection in held_out():
        for name, chosen in (("now", now), ("fitted", found)):
            print(f"{collection.name:17} {name:6} {figures(collection, chosen)}", flush=True)
    if args.write:
        write(found)


if __name__ == "__main__":
    main()
