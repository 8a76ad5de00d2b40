"""Align pairs of files whose paragraphs do not correspond; print a table.

Question: does it matter how two texts are cut into paragraphs? The sentences of
`../shared/data` are written as two files in many structures; gold links between sentences
are those known exactly, beside the same texts aligned as lines. `within` asks of all
sentences whose paragraph is known whether their partner is of the same paragraph.

    python bench/bench_structure.py [--half dev|test|all] [--only CAST] [--set SET]
                                    [--suffix md|txt] [--errors N] [--json]
"""

import argparse
import json
import random
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import recast
from bench_align import DATA, HALVES
from zhen_align.align.align import align_pair
from zhen_align.align.lexicon import lexicon
from zhen_align.align.sequences import align_sentences
from zhen_align.align.tokens import Text
from zhen_align.evaluate.files import hash_of, hash_of_sources, read_ladder
from zhen_align.evaluate.signature import signature
from zhen_align.evaluate.tally import Tally, total
from zhen_align.read.document import parse
from zhen_align.types import Alignment, Sentence

SETS = ("d2l", "dolphin")
LINES = "as lines"
Links = set[tuple[int, int]]


@dataclass(frozen=True)
class Gold:
    """A pair of texts: links that are known, and the paragraph of each sentence, if known."""

    name: str
    zh: recast.Side
    en: recast.Side
    links: Links
    known: tuple[set[int], set[int]]
    homes: tuple[dict[int, int], dict[int, int]]


def read(name: str, half: str) -> Iterator[Gold]:
    folder = DATA / name / "sent"
    names = sorted(path.stem for path in (folder / "gold_block").glob("*.align"))
    start = HALVES[half]
    for stem in names if start is None else names[start::2]:
        zh, en = (_side(folder, lang, stem) for lang in ("zh", "en"))
        exact = _beads(folder / "gold_exact" / f"{stem}.align")
        blocks = _beads(folder / "gold_block" / f"{stem}.align")
        yield Gold(
            f"{name} {stem}",
            *recast.facing(zh, en, blocks),
            {(z, e) for zh_side, en_side in exact for z in zh_side for e in en_side},
            ({z for side, _ in exact for z in side}, {e for _, side in exact for e in side}),
            (
                {z: n for n, (side, _) in enumerate(blocks) for z in side},
                {e: n for n, (_, side) in enumerate(blocks) for e in side},
            ),
        )


def _side(folder: Path, lang: str, stem: str) -> recast.Side:
    texts = (folder / lang / stem).read_text("utf-8").removesuffix("\n").split("\n")
    homes = [int(n) for n in (folder / "para" / lang / stem).read_text().split()]
    return recast.side(lang, texts, homes)


def _beads(path: Path) -> list[tuple[list[int], list[int]]]:
    return [
        (sorted(n for n in bead.zh if isinstance(n, int)),
         sorted(n for n in bead.en if isinstance(n, int)))
        for bead in read_ladder(path)
    ]  # fmt: skip


def _owners(written: recast.Written, sentence: Sentence) -> list[int]:
    """Return the sentences of the source that one of ours holds, or is part of."""
    starts = [start for start, _, _ in written.places]
    at = max(0, bisect_right(starts, sentence.span.start) - 1)
    found = []
    size = sentence.span.end - sentence.span.start
    for start, end, number in written.places[at:]:
        if start >= sentence.span.end:
            break
        common = min(end, sentence.span.end) - max(start, sentence.span.start)
        if 2 * common > min(size, end - start):
            found.append(number)
    return found


def links(found: Alignment, zh: recast.Written, en: recast.Written) -> Links:
    return {
        (z, e)
        for bead in found.beads
        for one in bead.zh
        for other in bead.en
        for z in _owners(zh, one)
        for e in _owners(en, other)
    }


def as_lines(gold: Gold) -> Links:
    zh, en = ([Text(text) for text in side.texts] for side in (gold.zh, gold.en))
    return {
        (z, e)
        for step in align_sentences(zh, en)
        for z in range(step.zh, step.zh + step.zh_count)
        for e in range(step.en, step.en + step.en_count)
    }


def cast(gold: Gold, name: str, suffix: str) -> tuple[Links, tuple[set[int], set[int]]]:
    """Return the links found in one cast, and the sentences that stand in it."""
    rng = random.Random(f"{gold.name} {name}")
    zh, en = (recast.written(side) for side in recast.CASTS[name](gold.zh, gold.en, rng))
    found = align_pair(parse(f"x.zh.{suffix}", zh.text), parse(f"x.en.{suffix}", en.text))
    there = {n for _, _, n in zh.places}, {n for _, _, n in en.places}
    return links(found, zh, en), there


def exact(gold: Gold, found: Links, there: tuple[set[int], set[int]]) -> Tally:
    wanted = {(z, e) for z, e in gold.links if z in there[0] and e in there[1]}
    judged = {(z, e) for z, e in found if z in gold.known[0] or e in gold.known[1]}
    met = len(wanted & judged)
    return Tally(met, len(judged), met, len(wanted))


def within(gold: Gold, found: Links, there: tuple[set[int], set[int]]) -> Tally:
    zh_homes, en_homes = gold.homes
    judged = {(z, e) for z, e in found if z in zh_homes and e in en_homes}
    right = {(z, e) for z, e in judged if zh_homes[z] == en_homes[e]}
    met = len({z for z, _ in right}) + len({e for _, e in right})
    paired = {zh_homes[z] for z in there[0] & set(zh_homes)}
    paired &= {en_homes[e] for e in there[1] & set(en_homes)}
    wanted = [z for z in there[0] if zh_homes.get(z) in paired]
    wanted += [e for e in there[1] if en_homes.get(e) in paired]
    return Tally(len(right), len(judged), met, len(wanted))


def show(gold: Gold, found: Links, there: tuple[set[int], set[int]], most: int) -> None:
    """Print some of the wrong and the missed links."""
    wanted = {(z, e) for z, e in gold.links if z in there[0] and e in there[1]}
    judged = {(z, e) for z, e in found if z in gold.known[0] or e in gold.known[1]}
    for name, some in (("wrong", judged - wanted), ("missed", wanted - judged)):
        for z, e in sorted(some)[:most]:
            print(
                f"    {name} {gold.name} {z}|{e} {gold.zh.texts[z][:40]} | {gold.en.texts[e][:70]}"
            )


def row(name: str, how: str, exacts: Sequence[Tally], withins: Sequence[Tally]) -> dict[str, Any]:
    near, far = total(exacts), total(withins)
    return {
        "set": name, "cast": how, "p": round(near.precision, 4), "r": round(near.recall, 4),
        "f1": round(near.f1, 4), "links": near.wanted,
        "within p": round(far.precision, 4), "within r": round(far.recall, 4),
        "within f1": round(far.f1, 4),
    }  # fmt: skip


def rows(name: str, args: argparse.Namespace) -> Iterator[dict[str, Any]]:
    golds = list(read(name, args.half))
    for how in (LINES, *recast.CASTS):
        if args.only not in ("", how):
            continue
        near, far = [], []
        for gold in golds:
            if how == LINES:
                there = set(range(len(gold.zh.texts))), set(range(len(gold.en.texts)))
                found = as_lines(gold)
            else:
                found, there = cast(gold, how, args.suffix)
            near.append(exact(gold, found, there))
            far.append(within(gold, found, there))
            show(gold, found, there, args.errors)
        yield row(name, how, near, far)


def main() -> None:
    """Print a line a set and cast, or JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=tuple(HALVES), default="test")
    parser.add_argument("--only", default="", help="one cast")
    parser.add_argument("--set", choices=SETS, help="one set")
    parser.add_argument("--suffix", choices=("md", "txt"), default="md")
    parser.add_argument("--errors", type=int, default=0, help="print so many a text")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not DATA.is_dir():
        print("../shared is not here: nothing to recast")
        return
    lexicon()
    for name in (args.set,) if args.set else SETS:
        for each in rows(name, args):
            text = "  ".join(f"{key} {value}" for key, value in each.items() if key != "set")
            print(json.dumps(each) if args.json else f"{each['set']:8} {text}", flush=True)
    gold = hash_of((f for f in DATA.rglob("*.align")), DATA)
    print(signature(hash_of_sources(), gold, {"half": args.half, "suffix": args.suffix}))


if __name__ == "__main__":
    main()
