"""Pair the lines of files cast into the layouts of real pages; print a table and the speed.

Questions: which line pairs are found in each layout, and is noise left alone? Is every file
of `../shared/seeds` read and covered? How long, and in how much memory, are files of 300 and
1,200 pairs of blocks paired? Casts of the held-out half by default; develop on `--half dev`.
A pair is right where its lines share text for certain, and no mistake where they may.

    python bench/bench_pairing.py [--half dev|test|all] [--only LAYOUT] [--errors N] [--json]
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casts import EASY, HARD, STRANGE, Cast, casts, interleave, numbered, paragraphs
from zhen_align.align.align import align_document
from zhen_align.align.lexicon import lexicon
from zhen_align.evaluate.documents import line_pairs, pairs_tally
from zhen_align.evaluate.files import hash_of, hash_of_sources
from zhen_align.evaluate.signature import signature
from zhen_align.evaluate.tally import Tally, total
from zhen_align.read.document import parse
from zhen_align.read.files import load
from zhen_align.types import Alignment, Kind, Lang

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
SETS = ("d2l", "dolphin")
HALVES = {"dev": True, "test": False, "all": None}
SIZES = {300: 1.5, 1200: 6.0}  # blocks of each language: seconds allowed
MEGABYTES = 600
SILENT = (Kind.METADATA, Kind.NAVIGATION, Kind.OPAQUE)


@dataclass(frozen=True)
class Answer:
    """One cast: its figures, how many lines of noise were paired, what was wrong."""

    cast: Cast
    tally: Tally
    noise: int
    wrong: tuple[tuple[int, int], ...]
    missed: tuple[tuple[int, int], ...]


def answer(cast: Cast) -> Answer:
    found = line_pairs(align_document(parse("x.md", cast.text)))
    wanted, allowed = set(cast.gold), set(cast.allowed)
    noise = {en for en, _ in found} | {zh for _, zh in found}
    return Answer(
        cast,
        pairs_tally(found, wanted, allowed),
        len(noise & cast.noise),
        tuple(sorted(found - allowed - wanted)),
        tuple(sorted(wanted - found)),
    )


def layouts(source: str, half: str, only: str, errors: int) -> Iterator[dict[str, Any]]:
    """Yield the figures of each layout, and of the easy and the hard ones together."""
    groups = {"easy": EASY, "hard": HARD, "strange": STRANGE}
    for group, makers in groups.items():
        chosen = {kind: make for kind, make in makers.items() if only in ("", kind)}
        by_kind: dict[str, list[Answer]] = {kind: [] for kind in chosen}
        for cast in casts(SHARED / "data" / source / "sent", chosen, HALVES[half]):
            by_kind[cast.kind].append(answer(cast))
        for kind, answers in by_kind.items():
            yield figures(source, kind, answers)
            show(answers, errors)
        yield figures(source, group.upper(), [a for some in by_kind.values() for a in some])


def figures(source: str, kind: str, answers: list[Answer]) -> dict[str, Any]:
    tally = total(a.tally for a in answers)
    noise = {"noise": sum(a.noise for a in answers), "of": sum(len(a.cast.noise) for a in answers)}
    return {"set": source, "layout": kind, **tally.figures(), **noise}


def show(answers: Iterable[Answer], errors: int) -> None:
    """Print some of the wrong and the missed pairs."""
    for answer in answers:
        for name, pairs in (("wrong", answer.wrong), ("missed", answer.missed)):
            for en, zh in pairs[: max(0, errors)]:
                errors -= 1
                lines = answer.cast.lines
                print(f"  {name} {answer.cast.name} {en}|{zh} {lines[en - 1][:70]} | ", end="")
                print(lines[zh - 1][:50])


def sound(alignment: Alignment) -> dict[str, Any]:
    """Return what must hold of any file, gold or none."""
    document = alignment.zh
    linked = [n for link in alignment.links for n in link.zh + link.en]
    units = [s.span for bead in alignment.beads for s in bead.zh + bead.en]
    prose = {
        lang: [b for b in document.blocks if b.lang is lang and b.kind not in SILENT]
        for lang in (Lang.ZH, Lang.EN)
    }
    covered = {s.block for bead in alignment.beads for s in bead.zh + bead.en}
    sizes = {lang: sum(b.span.end - b.span.start for b in prose[lang]) for lang in prose}
    paired = {
        lang: sum(
            document.blocks[n].span.end - document.blocks[n].span.start
            for link in alignment.links
            for n in (link.zh if lang is Lang.ZH else link.en)
            if document.blocks[n].kind not in SILENT
        )
        for lang in prose
    }
    return {
        "blocks": len(document.blocks),
        "links": len(alignment.links),
        "zh": len(prose[Lang.ZH]),
        "en": len(prose[Lang.EN]),
        "paired zh": round(paired[Lang.ZH] / max(1, sizes[Lang.ZH]), 3),
        "paired en": round(paired[Lang.EN] / max(1, sizes[Lang.EN]), 3),
        "sound": len(set(linked)) == len(linked)
        and len(set(units)) == len(units)
        and all(document.blocks.index(b) in covered for some in prose.values() for b in some),
    }


def long_file(pairs: int, layout: str) -> str:
    """Return a file of so many pairs of paragraphs, in one layout."""
    every = [p for s in SETS for _, ps in paragraphs(SHARED / "data" / s / "sent") for p in ps]
    pieces = interleave((every * (pairs // len(every) + 1))[:pairs])
    if layout == "halves":
        pieces.sort(key=lambda piece: piece.lang)
    return numbered(pieces, "long", layout).text


def timed(pairs: int, layout: str) -> None:
    """Print, from a process of its own, how long a file takes and how much memory."""
    text = long_file(pairs, layout)
    lexicon()
    align_document(parse("x.md", "Warm up.\n热身。\n"))  # warm up: imports are not pairing
    start, busy = time.perf_counter(), time.process_time()
    found = align_document(parse("x.md", text))
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = {"pairs": pairs, "layout": layout, "links": len(found.links)}
    times = {"seconds": round(seconds, 2), "busy": round(busy, 2), "mb": round(peak)}
    print(json.dumps(figures | times))


def speeds() -> Iterator[dict[str, Any]]:
    for pairs, limit in SIZES.items():
        for layout in ("interleaved", "halves"):
            command = [sys.executable, __file__, "--timed", f"{pairs}:{layout}"]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            figures = json.loads(done.stdout)
            fits = figures["seconds"] <= limit and figures["mb"] <= MEGABYTES
            yield figures | {"within": fits}


def main() -> None:
    """Print tables, or JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=HALVES, default="test")
    parser.add_argument("--only", default="", help="one layout")
    parser.add_argument("--errors", type=int, default=0, help="print so many a layout")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--no-speed", action="store_true")
    parser.add_argument("--timed", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.timed:
        pairs, layout = args.timed.split(":")
        timed(int(pairs), layout)
        return
    if not SHARED.is_dir():
        print("../shared is not here: nothing to pair")
        return
    for source in SETS:
        for each in layouts(source, args.half, args.only, args.errors):
            text = (
                f"{each['set']:8} {each['layout']:12} P {each['p']:.4f} R {each['r']:.4f}"
                f" F1 {each['f1']:.4f} of {each['wanted']:5}; noise {each['noise']}/{each['of']}"
            )
            print(json.dumps(each) if args.json else text, flush=True)
    for path in sorted((SHARED / "seeds").glob("*.txt")) if not args.only else ():
        document = load(path, path.name)
        each = {"seed": path.name} | sound(align_document(document))
        text = "  ".join(f"{name} {value}" for name, value in each.items())
        print(json.dumps(each) if args.json else text, flush=True)
    for each in speeds() if not (args.no_speed or args.only) else ():
        text = "  ".join(f"{name} {value}" for name, value in each.items())
        print(json.dumps(each) if args.json else text, flush=True)
    data = [f for s in SETS for f in (SHARED / "data" / s / "sent").rglob("*") if f.is_file()]
    print(signature(hash_of_sources(), hash_of(data, SHARED), {"half": args.half}))


if __name__ == "__main__":
    main()
