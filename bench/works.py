"""Invented works for measuring which texts are linked: no passage stands in two of them as it is.

A work is a run of paragraphs from one place of the development data, sometimes with a name
and figures of its own as papers have them. Its English account is all of it, its Chinese
one is condensed. Each passage is used once; where a pool is larger than the data, it is
used again with other words of the dictionary, other names and other numbers in both
languages, and its runs are cut elsewhere. Not here: reading the data (`accounts`).
"""

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from abstracts import plain_words
from accounts import Account, Passage, condensed, name, passages
from zhen_align.align.lexicon import stems
from zhen_align.terms.glosses import glosses
from zhen_align.text.words import words
from zhen_align.types import Lang

_WORDS = (80, 170)  # of an English account
_PLACE = (30, 130)  # the same, from one place
_AGAIN = 0.4  # of a passage's runs of words: so much may have stood before
_KEPT = (0.55, 0.9)  # share of the sentences that a Chinese account keeps
_NAMED, _COUNTED = 0.6, 0.5  # share of works that give themselves a name; that give figures
_SWAPPED = 0.8
_LATIN = re.compile(r"[A-Za-z]+")
_TOKEN = re.compile(r"(?<![\w.])(?:[A-Za-z][\w-]{2,}|\d{2,})(?![\w.]*\w)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Pool:
    """Works, and how often a passage of the data stands in them on average."""

    works: tuple[Account, ...]
    reuse: float


def pool(half: str, count: int, seed: int = 1) -> Pool:
    """Return so many works of a half of the data."""
    chance = random.Random(f"{half} {seed}")
    runs = list(_runs(half, chance, first=True))
    chance.shuffle(runs)
    found = [_work(run, chance) for run in runs[:count]]
    while len(found) < count:
        again = list(_runs(half, chance, first=False))
        chance.shuffle(again)
        again = again[: count - len(found)]
        found += [_work(_swapped(run, half, chance), chance) for run in again]
    return Pool(tuple(found), round(max(count / len(runs), 1.0), 1))


@cache
def _documents(half: str) -> tuple[tuple[Passage, ...], ...]:
    """Return the passages of a half, without those that say again what was said before."""
    seen: set[str] = set()
    found = []
    for document in passages(half, verses=False):
        kept = []
        for passage in document:
            said = _shingles(passage)
            if len(said & seen) <= _AGAIN * len(said):
                kept.append(passage)
            seen |= said
        found.append(tuple(kept))
    return tuple(found)


def _shingles(passage: Passage) -> set[str]:
    """Return the runs of three English words and of six Chinese characters."""
    en = _LATIN.findall(" ".join(passage.en).lower())
    zh = "".join(passage.zh)
    return {" ".join(en[n : n + 3]) for n in range(max(len(en) - 2, 1))} | {
        zh[n : n + 6] for n in range(max(len(zh) - 5, 1))
    }


def _runs(half: str, chance: random.Random, *, first: bool) -> Iterator[tuple[Passage, ...]]:
    """Yield passages for one work each, from one, two or three places of the data."""
    pieces = [
        piece
        for document in _documents(half)
        for piece in _cut(document[0 if first else chance.randrange(3) :], chance)
    ]
    chance.shuffle(pieces)
    while pieces:
        run: list[Passage] = []
        wanted = chance.randint(*_WORDS)
        while pieces and _size(run) < wanted:
            run += pieces.pop()
        if _size(run) >= wanted:
            yield tuple(run)


def _cut(document: Sequence[Passage], chance: random.Random) -> Iterator[tuple[Passage, ...]]:
    piece: list[Passage] = []
    wanted = chance.randint(*_PLACE)
    for passage in document:
        piece.append(passage)
        if _size(piece) >= wanted:
            yield tuple(piece)
            piece, wanted = [], chance.randint(*_PLACE)


def _size(passages: Sequence[Passage]) -> int:
    return sum(len(sentence.split()) for passage in passages for sentence in passage.en)


def _work(run: Sequence[Passage], chance: random.Random) -> Account:
    zh = [sentence for passage in run for sentence in passage.zh]
    en = [sentence for passage in run for sentence in passage.en]
    own = name(chance)
    if chance.random() < _NAMED:
        zh.insert(0, f"本文提出{own}。")
        en.insert(0, f"We propose {own}.")
    if chance.random() < _COUNTED:
        data, share, count = (
            name(chance).upper(), chance.randrange(500, 999) / 10, chance.randrange(1_000, 99_999)
        )  # fmt: skip
        zh.append(f"在{data}的{count}个样本上，准确率达到{share}%。")
        en.append(f"On {count:,} samples of {data} we reach an accuracy of {share}%.")
    return Account(condensed(zh, chance, chance.uniform(*_KEPT)), " ".join(en))


@cache
def _vocabulary(half: str) -> tuple[tuple[str, str], ...]:
    """Return the words that the data translates as the dictionary does, the commonest first.

    After them come others of the dictionary, for a tail as long as a language has.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for document in _documents(half):
        for passage in document:
            seen.update(list(dict.fromkeys(_translated(passage))))
    tail = [pair for pair in plain_words() if pair not in seen and " " not in pair[1]]
    return tuple(pair for pair, _ in seen.most_common()) + tuple(tail)


def _translated(passage: Passage) -> list[tuple[str, str]]:
    """Return a passage's Chinese words with their English ones, by the dictionary."""
    forms = sorted({w for s in passage.en for w in _LATIN.findall(s) if len(w) > 2})
    of_stem = dict(zip(stems([form.lower() for form in forms]), forms, strict=True))
    heads = glosses().heads
    found: dict[str, str] = {}
    text = "\n".join(passage.zh)
    for word in dict.fromkeys(span.of(text) for span in words(text, Lang.ZH)):
        for stem in heads.get(word, "").split() if len(word) > 1 else ():
            if stem in of_stem and of_stem[stem] not in found.values():
                found[word] = of_stem[stem]
                break
    return list(found.items())


def _swapped(run: Sequence[Passage], half: str, chance: random.Random) -> tuple[Passage, ...]:
    """Return passages with other words about as common, other names and other numbers."""
    every = _vocabulary(half)
    rank = {pair: n for n, pair in enumerate(every)}
    zh_new: dict[str, str] = {}
    en_new: dict[str, str] = {}
    for passage in run:
        for old in _translated(passage):
            if old[0] in zh_new or old[1] in en_new or chance.random() > _SWAPPED:
                continue
            at = rank[old]
            new = every[min(chance.randint(at // 2, at * 2 + 20), len(every) - 1)]
            zh_new[old[0]], en_new[old[1]] = new
        zh, en = " ".join(passage.zh), " ".join(passage.en)
        for token in sorted(set(_TOKEN.findall(zh)) & set(_TOKEN.findall(en))):
            if token not in zh_new and chance.random() <= _SWAPPED:
                zh_new[token] = en_new[token] = _other(token, chance)
    return tuple(
        Passage(
            tuple(_put(s, zh_new, Lang.ZH) for s in passage.zh),
            tuple(_put(s, en_new, Lang.EN) for s in passage.en),
        )
        for passage in run
    )


def _other(token: str, chance: random.Random) -> str:
    if token.isdigit():
        low = 10 ** (len(token) - 1)
        return str(chance.randrange(low, 10 * low))
    return name(chance)


def _put(sentence: str, new: dict[str, str], lang: Lang) -> str:
    if lang is Lang.EN:
        return re.sub(r"[A-Za-z][\w-]*|\d+", lambda m: new.get(m[0], m[0]), sentence, flags=re.A)
    out, done = "", 0
    for span in words(sentence, lang):
        out += sentence[done : span.start] + new.get(span.of(sentence), span.of(sentence))
        done = span.end
    return out + sentence[done:]
