"""Plant what translators do into texts whose gold is known, and see whether it is noticed.

Questions. Lines: what of texts in which clauses and sentences were dealt out anew (2-2, 2-3),
as one collection and one document at a time? Which sentences without a partner are known?
Documents: the same for sentences and paragraphs that were left out or added, in one file
and in two; and which moved sentences and paragraphs are found, and are said to be moved? Of
two neighbours that changed places either may be said to have moved: `paired` counts both.

    python bench/bench_planted.py [--half dev|test|all] [--json]
"""

import argparse
import json
import random
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from bench_align import DATA, Collection, from_steps, read
from planted import planted
from recut import Piece, Recut, documents
from spoilt import Item, Paragraph, Place, gapped, paragraphs, rearranged, written
from zhen_align.align.align import align_document, align_pair
from zhen_align.align.lexicon import lexicon
from zhen_align.align.order import rising
from zhen_align.align.search import Step
from zhen_align.align.sequences import align_collection
from zhen_align.align.tokens import Text
from zhen_align.evaluate import beads, calibration
from zhen_align.evaluate.beads import Joined
from zhen_align.evaluate.files import hash_of, hash_of_sources
from zhen_align.evaluate.signature import signature
from zhen_align.evaluate.tally import Tally, total
from zhen_align.read.document import parse
from zhen_align.types import Alignment, Sentence

SIZE = 75
SHOWN = ("1-1", "1-2", "1-3", "2-1", "2-2", "2-3", "1-0", "0-1")
_VERSES = {"dev": (0, 2400), "test": (2400, None), "all": (0, None)}

Texts = tuple[list[str], list[str]]


def aligned(texts: Sequence[Texts], alone: bool) -> list[list[Step]]:
    every = [([Text(t) for t in zh], [Text(t) for t in en]) for zh, en in texts]
    if alone:
        return [align_collection([one], elsewhere=True)[0] for one in every]
    return align_collection(every, elsewhere=True)


def pieces(name: str, half: str) -> list[Piece]:
    """Return what translates each other for certain: verses, or exact beads of prose."""
    if name == "verses":
        collection = read(name, "all")
        zh, en = collection.texts[0]
        first, last = _VERSES[half]
        gold = collection.golds["block"][0][first:last]
        return [
            ("".join(zh[k] for k in _in(b.zh)), " ".join(en[k] for k in _in(b.en))) for b in gold
        ]
    collection = read(name, half)
    found = [
        (zh[_in(bead.zh)[0]], en[_in(bead.en)[0]])
        for (zh, en), gold in zip(collection.texts, collection.golds["exact"], strict=True)
        for bead in gold
        if bead.kind == "1-1"
    ]
    return [p for p in found if len(p[0]) > 8 and p[0][-1] in "。？！；" and p[1][-1] in ".?!;"]


def _in(keys: frozenset[Any]) -> list[int]:
    return sorted(keys)


def recuts(name: str, half: str) -> list[Recut]:
    return list(documents(pieces(name, half), SIZE, half))


def recut_rows(half: str) -> Iterator[dict[str, Any]]:
    for name in ("verses", "d2l", "dolphin"):
        made = recuts(name, half)
        golds = [[Joined(frozenset(z), frozenset(e)) for z, e in one.beads] for one in made]
        for alone in (False, True):
            found = [from_steps(s) for s in aligned([(m.zh, m.en) for m in made], alone)]
            pairs = list(zip(golds, found, strict=True))
            kinds: dict[str, Tally] = {}
            for gold, said in pairs:
                for kind, tally in beads.by_kind(gold, said).items():
                    kinds[kind] = kinds.get(kind, Tally()) + tally
            recall = {k: f"{kinds[k].met}/{kinds[k].wanted}" for k in SHOWN if k in kinds}
            answers = [each for gold, said in pairs for each in calibration.judged(gold, said)]
            yield {
                "bench": "recut", "set": name, "aligned": "each" if alone else "together",
                "f1": round(total(beads.strict(g, f) for g, f in pairs).f1, 4), **recall,
                "calibration error": round(calibration.expected_error(answers), 3),
            }  # fmt: skip


def line_rows(half: str) -> Iterator[dict[str, Any]]:
    for name in ("d2l", "dolphin"):
        c = read(name, half)
        made = [
            planted(
                texts,
                [(_in(b.zh), _in(b.en)) for b in c.golds["exact"][n]],
                [],
                c.texts[(n + 1) % len(c.texts)],
                random.Random(n),
            )
            for n, texts in enumerate(c.texts)
        ]
        for alone in (False, True):
            right = found = wanted = 0
            steps = aligned([(m.zh, m.en) for m in made], alone)
            for one, path in zip(made, steps, strict=True):
                both = [(z, e) for z, e in one.exact if z and e]
                zh = {s.zh for s in path if not s.en_count}
                en = {s.en for s in path if not s.zh_count}
                zh_known, en_known = (
                    {k for z, _ in both for k in z},
                    {k for _, e in both for k in e},
                )
                sides = ((zh, one.zh_alone, zh_known), (en, one.en_alone, en_known))
                for said, lone, known in sides:
                    right += len(said & lone)
                    found += len(said & (lone | known))
                    wanted += len(lone)
            tally = Tally(right, found, right, wanted)
            how = "each" if alone else "together"
            yield {"bench": "alone, lines", "set": name, "aligned": how, **tally.figures()}


def texts_of(c: Collection) -> Iterator[tuple[int, list[Paragraph]]]:
    for number, steps in enumerate(aligned(c.texts, alone=False)):
        found = paragraphs(c.texts[number], c.golds["block"][number], steps)
        if len(found) >= 12:
            yield number, found


def in_pair(
    text: Sequence[Paragraph], order: Sequence[int]
) -> tuple[Alignment, list[Place], list[Place]]:
    zh, zh_places = written([[tuple(text[n].zh)] for n in order], "")
    en, en_places = written([[tuple(p.en)] for p in text], " ")
    return align_pair(parse("x.zh.md", zh), parse("x.en.md", en)), zh_places, en_places


def in_one(text: Sequence[Paragraph]) -> tuple[Alignment, list[Place], list[Place]]:
    both, places = written([[tuple(p.en), tuple(p.zh)] for p in text], " ")
    english = {id(item) for p in text for item in p.en}
    zh = [place for place in places if id(place[2]) not in english]
    return align_document(parse("x.md", both)), zh, [p for p in places if id(p[2]) in english]


def moved_lines(half: str) -> Iterator[dict[str, Any]]:
    """Yield what is found of moved sentences where a text comes one sentence a line."""
    for name in ("d2l", "dolphin"):
        made = [rearranged(t, random.Random(n)) for n, t in texts_of(read(name, half))]
        zh = [[item for n in m.order for item in m.text[n].zh] for m in made]
        en = [[item for p in m.text for item in p.en] for m in made]
        texts = [
            ([Text(i.text) for i in a], [Text(i.text) for i in b])
            for a, b in zip(zh, en, strict=True)
        ]
        wanted: Counter[str] = Counter()
        met: Counter[str] = Counter()
        said = wrong = 0
        for m, a, b, steps in zip(
            made, zh, en, align_collection(texts, elsewhere=True), strict=True
        ):
            wanted.update(m.beads.values())
            seen = set()
            for s in crossing_steps(steps):
                homes = {i.bead for i in a[s.zh : s.zh + s.zh_count]}
                homes |= {i.bead for i in b[s.en : s.en + s.en_count]}
                said += 1
                wrong += len(homes) > 1
            for s in steps:
                homes = {i.bead for i in a[s.zh : s.zh + s.zh_count]}
                if s.en_count and homes == {i.bead for i in b[s.en : s.en + s.en_count]}:
                    seen |= homes
            met.update(how for bead, how in m.beads.items() if bead in seen)
        recall = {how: f"{met[how]}/{wanted[how]}" for how in sorted(wanted)}
        yield {
            "bench": "moved", "set": name, "aligned": "lines",
            "r": round(met.total() / max(1, wanted.total()), 3), **recall,
            "said": said, "of those wrong pairs": wrong,
        }  # fmt: skip


def crossing_steps(steps: Sequence[Step]) -> list[Step]:
    """Return the fewest steps without which the others keep both orders."""
    both = [s for s in steps if s.zh_count and s.en_count]
    kept = set(rising([s.en for s in both]))
    return [s for s in both if s.en not in kept]


def _at(places: Sequence[Place], unit: Sentence) -> Item:
    starts = [start for start, _, _ in places]
    return places[max(0, bisect_right(starts, unit.span.start) - 1)][2]


def alone_rows(half: str) -> Iterator[dict[str, Any]]:
    for name in ("d2l", "dolphin"):
        c = read(name, half)
        for layout in ("one file", "two files"):
            right = found = wanted = 0
            for number, text in texts_of(c):
                strangers = c.texts[(number + 1) % len(c.texts)]
                made = gapped(text, strangers, random.Random(number))
                it, *places = (
                    in_one(made) if layout == "one file" else in_pair(made, range(len(made)))
                )
                lone = [b for b in it.beads if not (b.zh and b.en)]
                units = ([u for b in lone for u in b.zh], [u for b in lone for u in b.en])
                for side, where in zip(units, places, strict=True):
                    said = {id(item): item for item in (_at(where, u) for u in side)}
                    judged = [item for item in said.values() if not item.unknown]
                    right += sum(item.alone for item in judged)
                    found += len(judged)
                    wanted += sum(item.alone for _, _, item in where)
            tally = Tally(right, found, right, wanted)
            yield {"bench": "alone, documents", "set": name, "aligned": layout, **tally.figures()}


def moved_rows(half: str) -> Iterator[dict[str, Any]]:
    for name in ("d2l", "dolphin"):
        wanted: Counter[str] = Counter()
        met: Counter[str] = Counter()
        said = wrong = beside = 0
        for number, text in texts_of(read(name, half)):
            made = rearranged(text, random.Random(number))
            it, zh, en = in_pair(made.text, made.order)
            wanted.update(made.beads.values())
            seen, paired = set(), set()
            for bead in it.beads:
                homes = {_at(zh, u).bead for u in bead.zh} | {_at(en, u).bead for u in bead.en}
                if bead.moved:
                    said += 1
                    wrong += len(homes) > 1
                    seen |= homes if len(homes) == 1 else set()
                elif len(homes) == 1 and bead.zh and bead.en:
                    paired |= homes
            met.update(how for bead, how in made.beads.items() if bead in seen)
            beside += sum(bead in paired - seen for bead in made.beads)
        recall = {how: f"{met[how]}/{wanted[how]}" for how in sorted(wanted)}
        yield {
            "bench": "moved", "set": name, "aligned": "two files",
            "r": round(met.total() / max(1, wanted.total()), 3), **recall,
            "paired": round((met.total() + beside) / max(1, wanted.total()), 3),
            "said": said, "of those wrong pairs": wrong,
        }  # fmt: skip


def main() -> None:
    """Print a line a set, or JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=tuple(_VERSES), default="test")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not DATA.is_dir():
        print("../shared is not here: nothing to plant into")
        return
    lexicon()
    for rows in (recut_rows, line_rows, alone_rows, moved_rows, moved_lines):
        for row in rows(args.half):
            text = "  ".join(f"{name} {value}" for name, value in row.items() if name != "bench")
            print(json.dumps(row) if args.json else f"{row['bench']:17} {text}", flush=True)
    gold = hash_of((f for f in DATA.rglob("*.align")), DATA)
    print(signature(hash_of_sources(), gold, {"half": args.half}))


if __name__ == "__main__":
    main()
