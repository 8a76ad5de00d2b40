"""Score and time sentence ends against peers; print a table.

Question: are our ends better than pysbd's, spaCy's sentencizer's and blingfire's on the
same gold, also where the blank between sentences was lost, at a million characters a second
with spans? Gold: the blocks of `../shared/data`, their sentences joined; every second file
to develop on (`--half dev`), the others held out (the default). Ends after a comma, colon or
semicolon (verses) and inside opaque stretches are left out of the gold, and closing brackets
that begin a sentence there are given to the one before.
A peer that is not installed is named and left out. Not a pass/fail test.

    python bench/bench_sentences.py [--half dev|test] [--errors N] [--only NAME]
"""

import argparse
import logging
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from zhen_align.text.opaque import opaque
from zhen_align.text.sentences import sentences
from zhen_align.types import Lang, Span

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
Cut = Callable[[str, tuple[Span, ...]], list[str]]


@dataclass(frozen=True)
class Block:
    """One block's text, its opaque spans, and the gold: non-blank characters before each end."""

    text: str
    opaque: tuple[Span, ...]
    ends: frozenset[int]


def inked(text: str) -> int:
    """Return how many characters are no blanks: places that no tool's blanks can shift."""
    return len("".join(text.split()))


def mended(parts: list[str]) -> list[str]:
    """Return the sentences with closing brackets that open one moved to the one before."""
    kept = parts[:1]
    for part in parts[1:]:
        rest = part.lstrip("]）)")
        kept[-1] += part[: len(part) - len(rest)]
        kept += [rest] if rest else []
    return kept


def block(parts: list[str], joint: str) -> Block:
    parts = mended(parts)
    text = joint.join(parts)
    spans = opaque(text)
    ends, place = set(), 0
    for part in parts[:-1]:
        place += len(part)
        if part[-1] not in ",;:，；：、" and not any(
            span.start < place < span.end for span in spans
        ):
            ends.add(inked(text[:place]))
        place += len(joint)
    return Block(text, spans, frozenset(ends))


def grouped(folder: Path, lang: Lang, half: str) -> Iterator[list[str]]:
    """Yield each block's sentences."""
    for at, path in enumerate(sorted((folder / "sent" / lang).iterdir())):
        if (at % 2 == 0) == (half == "dev"):
            lines = path.read_text(encoding="utf-8").splitlines()
            numbers = (folder / "sent" / "para" / lang / path.name).read_text().split()
            pairs = [(n, line) for n, line in zip(numbers, lines, strict=False) if line.strip()]
            for _, members in groupby(pairs, key=lambda pair: pair[0]):
                yield [line.strip() for _, line in members]


def verses(lang: Lang, half: str) -> Iterator[list[str]]:
    """Yield runs of eight sentences of the literary text, every second run."""
    lines = (DATA / "verses" / lang / "001").read_text(encoding="utf-8").split("\n")
    kept = [line.strip() for line in lines if line.strip()]
    for at in range(8 if half == "test" else 0, len(kept), 16):
        yield kept[at : at + 8]


def sets(lang: Lang, half: str) -> dict[str, list[Block]]:
    blank = " " if lang is Lang.EN else ""
    parts = {
        "textbook": list(grouped(DATA / "d2l", lang, half)),
        "docs": list(grouped(DATA / "dolphin", lang, half)),
        "literary": list(verses(lang, half)),
    }
    found = {name: [block(p, blank) for p in members] for name, members in parts.items()}
    if lang is Lang.EN:
        for name in ("textbook", "docs", "literary"):
            found[f"{name}, glued"] = [block(p, "") for p in parts[name]]
    return found


def ours(lang: Lang) -> Cut:
    return lambda text, spans: [span.of(text) for span in sentences(text, lang, spans)]


def ours_blind(lang: Lang) -> Cut:
    return lambda text, _: [span.of(text) for span in sentences(text, lang)]


def pysbd(lang: Lang) -> Cut:
    from pysbd import Segmenter

    segmenter = Segmenter(language=str(lang), clean=False)
    return lambda text, _: list(segmenter.segment(text))


def spacy(lang: Lang) -> Cut:
    import spacy

    nlp = spacy.blank(str(lang))
    marks = [".", "!", "?", "。", "！", "？"]
    nlp.add_pipe("sentencizer", config={"punct_chars": marks})
    nlp.max_length = 10_000_000
    return lambda text, _: [sentence.text for sentence in nlp(text).sents]


def blingfire(lang: Lang) -> Cut:
    from blingfire import text_to_sentences

    return lambda text, _: str(text_to_sentences(text)).split("\n")


TOOLS = {
    "zhen-align": ours,
    "zhen-align, nothing opaque": ours_blind,
    "pysbd": pysbd,
    "spaCy sentencizer": spacy,
    "blingfire": blingfire,
}


def cuts(parts: list[str]) -> set[int]:
    places, done = set(), 0
    for part in parts:
        done += inked(part)
        places.add(done)
    return places - {done}


def measure(cut: Cut, blocks: list[Block]) -> tuple[float, float, float, float]:
    """Return precision, recall, F and thousands of characters a second."""
    right = found = gold = 0
    start = time.perf_counter()
    parts = [cut(b.text, b.opaque) for b in blocks]
    seconds = time.perf_counter() - start
    for b, p in zip(blocks, parts, strict=True):
        ends = cuts(p)
        right, found, gold = right + len(ends & b.ends), found + len(ends), gold + len(b.ends)
    precision, recall = right / max(found, 1), right / max(gold, 1)
    f = 2 * precision * recall / max(precision + recall, 1e-9)
    return precision, recall, f, sum(len(b.text) for b in blocks) / seconds / 1000


def errors(lang: Lang, blocks: list[Block], most: int) -> None:
    shown = 0
    for b in blocks:
        for end in sorted(cuts(ours(lang)(b.text, b.opaque)) ^ b.ends):
            place = next(i for i in range(len(b.text) + 1) if inked(b.text[:i]) == end)
            kind = "missed" if end in b.ends else "cut"
            print(f"    {kind}: …{b.text[max(place - 60, 0) : place]}|{b.text[place : place + 50]}")
            shown += 1
            if shown >= most:
                return


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=["dev", "test"], default="test")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--only", default="", help="one tool, by its name in the table")
    options = parser.parse_args()
    if not DATA.is_dir():
        print("../shared/data is not here: nothing to score")
        return
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    for lang in (Lang.EN, Lang.ZH):
        tests = sets(lang, options.half)
        print(
            f"\n| {lang} | "
            + " | ".join(f"{n} ({sum(len(b.ends) for b in bs)})" for n, bs in tests.items())
            + " | kchar/s |"
        )
        print("|---" * (len(tests) + 2) + "|")
        for name, make in TOOLS.items():
            if options.only not in ("", name):
                continue
            try:
                cut = make(lang)
            except ImportError:
                print(f"| {name} | not installed |")
                continue
            cut("warm. up.", ())
            figures = [measure(cut, blocks) for blocks in tests.values()]
            cells = [f"{p:.3f}/{r:.3f}/**{f:.3f}**" for p, r, f, _ in figures]
            speed = sum(len(b.text) for bs in tests.values() for b in bs) / sum(
                sum(len(b.text) for b in bs) / figure[3]
                for bs, figure in zip(tests.values(), figures, strict=True)
            )
            print(f"| {name} | " + " | ".join(cells) + f" | {speed:,.0f} |", flush=True)
            if name == "zhen-align" and options.errors:
                for test, blocks in tests.items():
                    print(f"  {test}")
                    errors(lang, blocks, options.errors)


if __name__ == "__main__":
    main()
