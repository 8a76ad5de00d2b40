"""Extract terms from texts that are not the project's; hold them against what can be counted.

Question: what of the figures on our own corpus holds elsewhere? Definitions of abbreviations
are held against the places that a reader found (`held_definitions.txt`). Of a textbook, the
terms that its authors set apart with emphasis and a bracket are looked for in each half of
the chapters: all rules were made on the even half. Names that stay Latin are held against those
that a reader found (`held_names.txt`). Of each collection the rows are counted; which of them
are right only a reader can say.

    python bench/bench_held_terms.py [--json]

Skips, saying so, where ../shared is absent.
"""

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from zhen_align import pipeline
from zhen_align.terms.candidate import Candidate
from zhen_align.terms.definitions import definitions
from zhen_align.terms.extract import found
from zhen_align.terms.forms import chinese_key, english_key
from zhen_align.terms.reading import Reading, read
from zhen_align.types import Alignment, Document, Kind

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
PLACES = Path(__file__).with_name("held_definitions.txt")
NAMES = Path(__file__).with_name("held_names.txt")
SILENT = (Kind.METADATA, Kind.NAVIGATION, Kind.OPAQUE)
SET_APART = re.compile(
    r"\*+([\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9-]*)\*+\s*"
    r"[（(]\s*\*?([A-Za-z][A-Za-z \-]+?)\*?\s*(?:[,，][^()（）]*)?[)）]"
)


def parsed(path: Path) -> Document:
    return pipeline.parsed(path.name, path.read_bytes())


def defined() -> dict[str, Any]:
    """Hold definitions against the places; a file that has changed is left out, saying so."""
    said: set[tuple[str, int, int]] = set()
    wanted: set[tuple[str, int, int]] = set()
    changed = []
    known: dict[str, tuple[str, list[str]]] = {}
    for line in PLACES.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            name, digest, *places = line.split()
            known[name] = (digest, places)
    for path in sorted((SHARED / "data").glob("*/raw/*.md")):
        name = f"{path.parents[1].name}/{path.name}"
        digest, places = known.get(name, ("", []))
        if digest and sha256(path.read_bytes()).hexdigest()[: len(digest)] != digest:
            changed.append(name)
            continue
        for place in places:
            first, _, last = place.partition(":")
            wanted.add((name, int(first), int(last)))
        said |= {(name, *place) for place in said_in(parsed(path))}
    both = len(said & wanted)
    return {
        "places": len(wanted),
        "precision": round(both / max(1, len(said)), 3),
        "recall": round(both / max(1, len(wanted)), 3),
        "files that have changed": changed,
    }


def said_in(text: Document) -> Iterator[tuple[int, int]]:
    """Yield where each abbreviation begins and where its long form ends."""
    for block in text.blocks:
        if block.kind not in SILENT:
            inside = block.span.of(text.text)
            for one in definitions(inside):
                last = one.en if one.en and (not one.zh or one.zh.end > one.en.end) else one.zh
                if one.abbr and last:
                    yield block.span.start + one.abbr.start, block.span.start + last.end


def textbook(half: int) -> dict[str, Any]:
    """Look for the terms that the authors of a textbook set apart, in every other chapter."""
    chapters = sorted((SHARED / "data" / "d2l" / "raw").glob("*.zh.md"))[half::2]
    pairs = [one for path in chapters for one in aligned(path)]
    readings = [read(one) for one in pairs]
    rows = found(readings)
    terms, share = set_apart(pairs, readings, rows)
    return {
        "terms": terms,
        "found with the authors' rendering": share,
        "rows for each of the terms": round(len(rows) / max(1, terms), 1),
        **counted(rows),
        **(kept(rows, "textbook-odd") if half else {}),
    }


def set_apart(
    pairs: Sequence[Alignment], readings: Sequence[Reading], rows: Sequence[Candidate]
) -> tuple[int, float]:
    """Return how many terms the authors set apart and use again, and the share that is found."""
    text = "\n".join(one.zh.text for one in pairs)
    listed = {(english_key(m[2]), chinese_key(m[1])) for m in SET_APART.finditer(text)}
    often = {(en, zh) for en, zh in listed if times(en, zh, readings) >= 2}
    said = {(english_key(one.en), chinese_key(one.zh)) for one in rows}
    terms = {en for en, _ in often}
    met = {en for en, _ in often & said}
    return len(terms), round(len(met) / max(1, len(terms)), 3)


def kept(rows: Sequence[Candidate], collection: str) -> dict[str, float]:
    """Hold the names that stay Latin against those that a reader found, by their digests."""
    wanted = {
        line.split()[1]
        for line in NAMES.read_text("utf-8").splitlines()
        if line.startswith(collection + " ")
    }
    said = {sha256(one.en.encode()).hexdigest()[:10] for one in rows if one.en == one.zh}
    both = len(said & wanted)
    return {
        "names, precision": round(both / max(1, len(said)), 3),
        "names, recall": round(both / max(1, len(wanted)), 3),
    }


def aligned(zh: Path) -> list[Alignment]:
    en = zh.with_name(zh.name.replace(".zh.", ".en."))
    return list(pipeline.alignments([parsed(zh), parsed(en)], "by name", fixed=True))


def times(en: str, zh: str, readings: Sequence[Reading]) -> int:
    """Return in how many beads both forms stand."""
    return sum(
        en in english_key(bead.segment.en.text) and zh in chinese_key(bead.segment.zh.text)
        for one in readings
        for bead in one.beads
    )


def seeds() -> dict[str, Any]:
    """Count the rows of the five pages, and hold their names against a reader's."""
    texts = [parsed(path) for path in sorted((SHARED / "seeds").glob("*.txt"))]
    pairs = [one for text in texts for one in pipeline.alignments([text], "")]
    rows = found([read(one) for one in pairs])
    return {**counted(rows), **kept(rows, "seeds")}


def counted(rows: Sequence[Candidate]) -> dict[str, float]:
    return {
        "rows": len(rows),
        "names that stay Latin": sum(one.en == one.zh for one in rows),
        "seen once": sum(one.count == 1 for one in rows),
    }


def main() -> None:
    """Print a table, or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not SHARED.is_dir():
        print("skipped: ../shared is not here")
        return
    result = {
        "definitions of abbreviations": defined(),
        "textbook, looked at": textbook(0),
        "textbook, held out": textbook(1),
        "seeds": seeds(),
    }
    if args.json:
        print(json.dumps({"bench": "held terms", **result}, ensure_ascii=False))
        return
    for name, figures in result.items():
        print(name)
        for inner, figure in figures.items():
            print(f"  {inner:<36}{figure}")


if __name__ == "__main__":
    main()
