"""Accounts of works, made from the development data: a Chinese one that is condensed, and an
English one that says it all. Every other file makes the part to look at, the rest the part
to score. Not here: pools of works (`works`).
"""

import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
SETS = ("d2l", "dolphin")
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


def passages(half: str, *, verses: bool = True, sets: Sequence[str] = SETS) -> list[list[Passage]]:
    """Return the aligned passages of every document of a half, in order."""
    folders = [(DATA / name / "sent", "gold_block") for name in sets]
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


def name(chance: random.Random) -> str:
    """Return an invented name."""
    parts = [chance.choice(_ONSETS) + chance.choice(_RHYMES) for _ in range(chance.choice((2, 3)))]
    return "".join(parts).capitalize() + chance.choice(("", "Net", "-2", "BERT"))


def told(chosen: Sequence[Passage], chance: random.Random) -> Account:
    """Return a work of these passages, its Chinese account condensed."""
    zh = [sentence for passage in chosen for sentence in passage.zh]
    en = [sentence for passage in chosen for sentence in passage.en]
    return Account(condensed(zh, chance), " ".join(en))
