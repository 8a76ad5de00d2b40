"""A text's words, names and numbers as numbers, so that ten thousand texts fit in memory.

Each process takes the marks of its texts; only arrays travel. Chinese words are numbered as
in the lexicon, stems and literals by their hashes. Not here: what sharing them is worth.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from zhen_align.align.dictionary import STOP_IN_TEXT
from zhen_align.align.forms import Seen, folded
from zhen_align.align.lexicon import (
    Hashes,
    Ints,
    Lexicon,
    find_words,
    lexicon,
    stem_hash,
    stems,
)
from zhen_align.align.tokens import Floats
from zhen_align.compare.bags import Bag, bag
from zhen_align.compare.wording import (
    HAN_SHARES,
    LAST_SHARE,
    RAREST,
    Flags,
    Shared,
    stem_shares,
)
from zhen_align.types import Lang


@dataclass(frozen=True, slots=True)
class Marks:
    """What a text holds, each once: words (numbers or hashes) and literals (hashes)."""

    words: Hashes
    literals: Hashes


def marks(text: str, lang: Lang) -> Marks:
    """Return the marks of a text in one language."""
    plain = folded(text)
    words: set[str] = set()
    literals: set[str] = set()
    for own, as_literal in Seen.of([plain]).forms:
        words.update(own)
        literals.update(as_literal)
    if lang is Lang.ZH:
        numbers = np.unique(find_words(plain, lexicon())[2]).astype(np.uint64)
        return Marks(numbers, _hashed(literals))
    stemmed = {_stem(word) for word in words if word not in STOP_IN_TEXT}
    return Marks(_hashed(stemmed), _hashed(literals))


@cache
def _stem(word: str) -> str:
    return stems([word])[0]


def _hashed(words: Iterable[str]) -> Hashes:
    return np.array(sorted(stem_hash(word) for word in words), dtype=np.uint64)


def across(zh: Sequence[Marks], en: Sequence[Marks]) -> Shared:
    """Return what Chinese and English texts may share: `a` is Chinese, `b` English."""
    lex = lexicon()
    zh_row, zh_word = _flat([each.words for each in zh])
    en_row, en_stem = _flat([each.words for each in en])
    heads, zh_word_type = np.unique(zh_word, return_inverse=True)
    known, en_word_type = np.unique(en_stem, return_inverse=True)
    zh_lit_row, zh_lit = _flat([each.literals for each in zh])
    en_lit_row, en_lit = _flat([each.literals for each in en])
    literals = np.intersect1d(zh_lit, en_lit)
    pair_zh, pair_en = _pairs(heads.astype(np.int64), known, lex)
    own = np.arange(len(literals))
    return Shared(
        _bag((zh_row, zh_word_type), _within(zh_lit_row, zh_lit, literals), len(heads), len(zh)),
        _bag((en_row, en_word_type), _within(en_lit_row, en_lit, literals), len(known), len(en)),
        np.concatenate([pair_zh, own + len(heads)]),
        np.concatenate([pair_en, own + len(known)]),
        _whole(_head_shares(heads.astype(np.int64), lex), len(literals)),
        _whole(stem_shares(known), len(literals)),
        _names(len(heads), len(literals)),
        _names(len(known), len(literals)),
    )


def within(texts: Sequence[Marks], lang: Lang) -> Shared:
    """Return what texts in one language share with each other."""
    row, word = _flat([each.words for each in texts])
    words, kind = np.unique(word, return_inverse=True)
    shares = (
        _head_shares(words.astype(np.int64), lexicon()) if lang is Lang.ZH else stem_shares(words)
    )
    held = bag(row, kind, np.ones(len(row)), len(texts), max(len(words), 1))
    same = np.arange(len(words))
    none = _names(len(words), 0)
    return Shared(held, held, same, same, shares, shares, none, none)


def _flat(lists: Sequence[Hashes]) -> tuple[Ints, Hashes]:
    row = np.repeat(np.arange(len(lists)), [len(each) for each in lists])
    whole = np.concatenate(lists) if lists else np.zeros(0, dtype=np.uint64)
    return row, whole


def _within(row: Ints, found: Hashes, known: Hashes) -> tuple[Ints, Ints]:
    """Return those that are known, by their places among them."""
    kept = np.isin(found, known)
    return row[kept], np.searchsorted(known, found[kept])


def _bag(words: tuple[Ints, Ints], literals: tuple[Ints, Ints], count: int, rows: int) -> Bag:
    row = np.concatenate([words[0], literals[0]])
    kind = np.concatenate([words[1], literals[1] + count])
    types = int(kind.max(initial=0)) + 1
    return bag(row, kind, np.ones(len(row)), rows, types)


def _pairs(heads: Ints, known: Hashes, lex: Lexicon) -> tuple[Ints, Ints]:
    """Return the pairs of Chinese and English types that the dictionary knows."""
    place = np.searchsorted(known, lex.en_hash)
    place[place == len(known)] = 0
    type_of = np.where(known[place] == lex.en_hash, place, -1) if len(known) else place - 1
    first, count = lex.en_first[heads], lex.en_first[heads + 1] - lex.en_first[heads]
    zh = np.repeat(np.arange(len(heads)), count)
    at = np.repeat(first - (np.cumsum(count) - count), count) + np.arange(int(count.sum()))
    en = type_of[lex.en_id[at]]
    return zh[en >= 0], en[en >= 0]


def _head_shares(heads: Ints, lex: Lexicon) -> Floats:
    length = np.searchsorted(lex.zh_first, heads, side="right") - 1
    table = np.full(int(length.max(initial=0)) + len(HAN_SHARES), LAST_SHARE)
    table[: len(HAN_SHARES)] = HAN_SHARES
    shares: Floats = table[length]
    return shares


def _whole(shares: Floats, literals: int) -> Floats:
    """Return the expected shares of words, and those of literals after them."""
    return np.concatenate([shares, np.full(literals, RAREST)])


def _names(words: int, literals: int) -> Flags:
    return np.arange(words + literals) >= words
