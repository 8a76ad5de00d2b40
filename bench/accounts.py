"""Accounts of invented works, made from the development data: what bench_compare compares.

A work is a handful of paragraphs that translate each other, from a few places, with a name
and a figure of its own as papers have them. Its English account is all of it; its Chinese
one is condensed: sentences left out, clauses cut. Every other file makes the part to look
at, the rest the part to score.
"""

import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
SETS = ("d2l", "dolphin")
_WORDS = 150  # of an English account, about
_SHORTEST = 8  # words of a passage that is used
_ONSETS = ("b", "br", "d", "f", "gl", "k", "l", "m", "n", "pr", "r", "s", "st", "t", "v", "z")
_RHYMES = ("a", "ar", "e", "el", "en", "i", "in", "is", "o", "on", "or", "u", "um", "us")
_CLAUSE = re.compile(r"[^，；：]+[，；：]?")


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of both languages that translate each other."""

    zh: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """One text in each language about one work."""

    zh: str
    en: str


def passages(half: str, *, verses: bool = True) -> list[list[Passage]]:
    """Return the aligned passages of every document of a half, in order."""
    folders = [(DATA / name / "sent", "gold_block") for name in SETS]
    found = []
    for folder, gold in folders:
        for number, ladder in enumerate(sorted((folder / gold).glob("*.align"))):
            if half == "all" or number % 2 == (half == "odd"):
                found.append(_read(folder, ladder))
    if verses:
        folder = DATA / "verses"
        whole = _read(folder, folder / "gold_block" / "001.align")
        chunks = [whole[at : at + 100] for at in range(0, len(whole), 100)]
        found += [c for n, c in enumerate(chunks) if half == "all" or n % 2 == (half == "odd")]
    return [each for each in found if each]


def _read(folder: Path, ladder: Path) -> list[Passage]:
    zh, en = (
        (folder / lang / ladder.stem).read_text(encoding="utf-8").splitlines()
        for lang in ("zh", "en")
    )
    found = []
    for line in ladder.read_text(encoding="utf-8").splitlines():
        left, right = (json.loads(part) for part in line.split(":")[:2])
        if left and right:
            found.append(Passage(tuple(zh[n] for n in left), tuple(en[n] for n in right)))
    return found


def condensed(sentences: Sequence[str], chance: random.Random, keep: float = 0.8) -> str:
    """Return a Chinese text with sentences left out and clauses cut."""
    kept = [s for s in sentences if chance.random() < keep] or [chance.choice(list(sentences))]
    out = []
    for sentence in kept:
        clauses = _CLAUSE.findall(sentence)
        if len(clauses) > 2 and chance.random() < 0.5:
            del clauses[chance.randrange(len(clauses) - 1)]
        out.append("".join(clauses))
    return "".join(out)


def accounts(half: str, count: int, seed: int = 1) -> list[Account]:
    """Return `count` works, each of passages from a few places, used as evenly as can be."""
    chance = random.Random(seed)
    documents = passages(half)
    runs = [[passage] for document in documents for passage in document]
    runs = [run for run in runs if _size(run) >= _SHORTEST]
    found: list[Account] = []
    waiting: list[list[Passage]] = []
    while len(found) < count:
        size = _WORDS * chance.uniform(0.7, 1.4)
        chosen: list[Passage] = []
        while _size(chosen) < size:
            if not waiting:
                waiting = chance.sample(runs, len(runs))
            chosen += waiting.pop()
        chosen.insert(0, _own(chance))
        found.append(told(chosen, chance))
    return found


def _own(chance: random.Random) -> Passage:
    """Return what a work says of itself: its name, what it was tried on, how well it did."""
    name, data = _name(chance), _name(chance).upper()
    share, count = chance.randrange(500, 999) / 10, chance.randrange(1_000, 99_999)
    return Passage(
        (f"本文提出{name}。", f"在{data}的{count}个样本上，{name}达到了{share}%。"),
        (f"We propose {name}.", f"On {count:,} samples of {data}, {name} reaches {share}%."),
    )


def _name(chance: random.Random) -> str:
    parts = [chance.choice(_ONSETS) + chance.choice(_RHYMES) for _ in range(chance.choice((2, 3)))]
    return "".join(parts).capitalize() + chance.choice(("", "Net", "-2", "BERT"))


def _size(chosen: Sequence[Passage]) -> int:
    return sum(len(sentence.split()) for passage in chosen for sentence in passage.en)


def told(chosen: Sequence[Passage], chance: random.Random) -> Account:
    zh = [sentence for passage in chosen for sentence in passage.zh]
    en = [sentence for passage in chosen for sentence in passage.en]
    return Account(condensed(zh, chance), " ".join(en))
