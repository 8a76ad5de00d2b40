"""Align texts that have one sentence a line; print accuracy by bead type and the speed.

Questions: how right are the beads on `../shared/data`, as one collection and one document at
a time, by what `align --lines` prints, beside Gale and Church's aligner and one by lengths
alone? How many sentence pairs a second? Gold is partial: only beads that touch what it knows
count; block gold and verses compare whole blocks. Every second document is held out (the
default); `--half dev` to develop.

    python bench/bench_align.py [--half dev|test|all] [--only SET] [--kinds] [--quick]
                                [--reliability] [--json]
"""

import argparse
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from baselines import Bead, by_length, gale_church
from zhen_align.align.lexicon import lexicon
from zhen_align.align.outputs import ladder
from zhen_align.align.search import Step
from zhen_align.engine import lines
from zhen_align.engine.lines import Twin
from zhen_align.evaluate import beads, calibration, ladders
from zhen_align.evaluate.beads import Joined
from zhen_align.evaluate.files import hash_of, hash_of_sources, read_ladder
from zhen_align.evaluate.signature import signature
from zhen_align.evaluate.tally import Tally, total
from zhen_align.types import Document, Lang

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
# folder, its golds: exact beads are compared as they are, the others block by block
SETS = {
    "d2l": ("d2l/sent", ("exact", "block")),
    "d2l, dropped": ("d2l/drop", ("exact", "block")),
    "dolphin": ("dolphin/sent", ("exact", "block")),
    "verses": ("verses", ("block",)),
}
HALVES = {"dev": 0, "test": 1, "all": None}

Texts = tuple[list[str], list[str]]
Aligned = list[list[Joined]]


@dataclass(frozen=True)
class Collection:
    """Documents of one set with their golds, by name of the gold."""

    name: str
    twins: list[Twin]
    texts: list[Texts]
    golds: dict[str, list[list[Joined]]]


def read(name: str, half: str) -> Collection:
    folder, kinds = SETS[name]
    names = sorted(path.name for path in (DATA / folder / f"gold_{kinds[-1]}").glob("*.align"))
    start = HALVES[half]
    if start is not None and len(names) > 1:
        names = names[start::2]
    twins: list[Twin] = []
    for stem in (Path(n).stem for n in names):
        twins += lines.twins(DATA / folder / "zh" / stem, DATA / folder / "en" / stem).pairs
    texts = [(_lines(twin.zh), _lines(twin.en)) for twin in twins]
    golds = {k: [read_ladder(DATA / folder / f"gold_{k}" / n) for n in names] for k in kinds}
    return Collection(name, twins, texts, golds)


def _lines(document: Document) -> list[str]:
    return document.text.removesuffix("\n").split("\n")


def from_steps(steps: Sequence[Step]) -> list[Joined]:
    return [_joined((s.zh, s.en, s.zh_count, s.en_count), s.chance) for s in steps]


def _joined(bead: Bead, score: float = 1.0) -> Joined:
    zh, en, x, y = bead
    return Joined(frozenset(range(zh, zh + x)), frozenset(range(en, en + y)), score)


def together(twins: Sequence[Twin]) -> Aligned:
    """Return what `align --lines --format ladder` prints of two folders."""
    return [ladders.parse("".join(ladder.render([a], Lang.EN))) for a in lines.align(twins)]


def one_by_one(twins: Sequence[Twin]) -> Aligned:
    return [found for each in twins for found in together([each])]


def baseline(align: Callable[[Sequence[str], Sequence[str]], list[Bead]]) -> Any:
    def aligned(twins: Sequence[Twin]) -> Aligned:
        return [[_joined(b) for b in align(_lines(twin.zh), _lines(twin.en))] for twin in twins]

    return aligned


ALIGNERS: dict[str, Callable[[Sequence[Twin]], Aligned]] = {
    "collection": together,
    "one by one": one_by_one,
    "lengths": baseline(by_length),
    "Gale-Church": baseline(gale_church),
}


PROBABLE = ("collection", "one by one")  # their scores claim to be probabilities


def _error(answers: list[tuple[float, bool]]) -> float:
    return round(calibration.expected_error(answers), 4)


def judged(found: list[Joined], gold: list[Joined], kind: str) -> list[Joined]:
    """Return the beads that the gold can judge, joined where it is coarse."""
    whole = beads.within(gold, found) if kind == "block" else found
    return beads.known(gold, whole)


def measured(collection: Collection, aligner: str) -> Iterator[dict[str, Any]]:
    start = time.process_time()
    found = ALIGNERS[aligner](collection.twins)
    seconds = time.process_time() - start
    sentences = sum(len(zh) for zh, _ in collection.texts)
    for kind, golds in collection.golds.items():
        rows = [(judged(f, g, kind), g) for f, g in zip(found, golds, strict=True)]
        strict = total(beads.strict(g, f) for f, g in rows)
        lax = total(beads.lax(g, f) for f, g in rows)
        answers = [a for f, g in rows for a in calibration.judged(g, f)]
        by_kind: dict[str, Tally] = {}
        for f, g in rows:
            for name, tally in beads.by_kind(g, f).items():
                by_kind[name] = by_kind.get(name, Tally()) + tally
        yield {
            "set": collection.name,
            "gold": kind,
            "aligner": aligner,
            "strict": round(strict.f1, 4),
            "lax": round(lax.f1, 4),
            "beads": strict.wanted,
            "calibration": _error(answers) if aligner in PROBABLE and kind == "exact" else None,
            "per_second": round(sentences / seconds),
            "kinds": {k: t.figures() for k, t in by_kind.items() if t.wanted},
            "answers": answers if aligner == "collection" and kind == "exact" else [],
        }


def show(row: dict[str, Any], kinds: bool) -> None:
    print(
        f"{row['set']:13} {row['gold']:6} {row['aligner']:12} strict {row['strict']:.4f}"
        f"  lax {row['lax']:.4f}  of {row['beads']:5}  {row['per_second']:6} sentences/s"
        + (f"  calibration error {row['calibration']:.3f}" if row["calibration"] else ""),
        flush=True,
    )
    if kinds and row["gold"] == "exact":
        for name, figures in row["kinds"].items():
            print(f"    {name}  P {figures['p']:.3f}  R {figures['r']:.3f}  of {figures['wanted']}")


def show_reliability(answers: list[tuple[float, bool]]) -> None:
    """Print what the scores of all exact beads claim, and what is true."""
    print("| score | beads | claimed | right |\n|---|---|---|---|")
    for b in calibration.table(answers):
        print(f"| {b.low:.1f} to {b.high:.1f} | {b.count} | {b.claimed:.3f} | {b.true:.3f} |")
    print(f"expected calibration error {_error(answers)}, {len(answers)} beads")


def main() -> None:
    """Print a table, or one JSON line a row."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=HALVES, default="test")
    parser.add_argument("--only", choices=SETS)
    parser.add_argument("--kinds", action="store_true", help="figures by bead type")
    parser.add_argument("--quick", action="store_true", help="without the baselines")
    parser.add_argument("--reliability", action="store_true", help="scores against the truth")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not DATA.is_dir():
        print("../shared is not here: nothing to align")
        return
    lexicon()
    answers: list[tuple[float, bool]] = []
    for name in SETS if args.only is None else (args.only,):
        collection = read(name, args.half)
        for aligner in ALIGNERS:
            slow = name == "verses"  # quadratic ones would take minutes
            if aligner in ("lengths", "Gale-Church") and (args.quick or slow):
                continue
            for row in measured(collection, aligner):
                answers += row.pop("answers")
                if args.json:
                    print(json.dumps(row), flush=True)
                else:
                    show(row, args.kinds)
    if args.reliability:
        show_reliability(answers)
    read_files = [f for folder, _ in SETS.values() for f in (DATA / folder).rglob("*")]
    gold = hash_of((f for f in read_files if f.is_file()), DATA)
    print(signature(hash_of_sources(), gold, {"half": args.half}))


if __name__ == "__main__":
    main()
