"""A text's words, names and numbers as numbers, so that ten thousand texts fit in memory.

Each process takes the marks of its texts; only arrays travel. Chinese words are numbered as
in the lexicon, stems and literals by their hashes. Not here: what sharing them is worth.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

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
from zhen_align.text.sentences import sentences
from zhen_align.types import Lang

Lines = npt.NDArray[np.uint32]

Column = tuple[Ints, Hashes]
"""Sentences by their numbers, and what each holds."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the sentences of a text hold: words (numbers or hashes) and literals (hashes).

    `word_line` and `literal_line` say in which sentence; a sentence holds each once.
    """

    words: Hashes
    word_line: Lines
    literals: Hashes
    literal_line: Lines


@dataclass(frozen=True, slots=True)
class Spoken:
    """What texts of two sides may share, as wholes and sentence by sentence.

    The sentences `a` and `b` have the types of `whole`; `a_text` and `b_text` say of which
    text each is.
    """

    whole: Shared
    a: Bag
    b: Bag
    a_text: Ints
    b_text: Ints


def marks(text: str, lang: Lang) -> Marks:
    """Return the marks of a text in one language."""
    lines = [span.of(line) for line in folded(text).splitlines() for span in sentences(line, lang)]
    seen = Seen.of(lines)
    if lang is Lang.ZH:
        starts = np.cumsum([0, *(len(line) + 1 for line in lines[:-1])])
        place, _, number = find_words("\n".join(lines), lexicon())
        words = _columns(np.searchsorted(starts, place, side="right") - 1, number)
    else:
        words = _held(
            seen,
            [[_hash(_stem(w)) for w in own if w not in STOP_IN_TEXT] for own, _ in seen.forms],
        )
    literals = _held(seen, [[_hash(each) for each in own] for _, own in seen.forms])
    return Marks(*words, *literals)


def _held(seen: Seen, forms: Sequence[Sequence[int]]) -> tuple[Hashes, Lines]:
    """Return the columns of tokens, given the hashes of each number."""
    known: dict[int, int] = {}
    types = [[known.setdefault(each, len(known)) for each in own] for own in forms]
    line, kind, _ = seen.rows(types)
    return _columns(line, np.array(list(known), dtype=np.uint64)[kind])


def _columns(line: Ints, held: Ints | Hashes) -> tuple[Hashes, Lines]:
    """Return what sentences hold, each once, in the order of the sentences."""
    order = np.lexsort((held, line))
    line, held = line[order], held[order]
    first = np.ones(len(line), dtype=np.bool_)
    first[1:] = (line[1:] != line[:-1]) | (held[1:] != held[:-1])
    return held[first].astype(np.uint64), line[first].astype(np.uint32)


@cache
def _stem(word: str) -> str:
    return stems([word])[0]


@cache
def _hash(word: str) -> int:
    return stem_hash(word)


def across(zh: Sequence[Marks], en: Sequence[Marks]) -> Spoken:
    """Return what Chinese and English texts may share: `a` is Chinese, `b` English."""
    lex = lexicon()
    zh_text, zh_first = _lines(zh)
    en_text, en_first = _lines(en)
    heads, zh_words = _typed(_words(zh, zh_first))
    known, en_words = _typed(_words(en, en_first))
    zh_literals, en_literals = _literals(zh, zh_first), _literals(en, en_first)
    literals = np.intersect1d(zh_literals[1], en_literals[1])
    pair_zh, pair_en = _pairs(heads.astype(np.int64), known, lex)
    own = np.arange(len(literals))
    a = _bag(zh_words, _within(zh_literals, literals), len(heads), len(zh_text))
    b = _bag(en_words, _within(en_literals, literals), len(known), len(en_text))
    whole = Shared(
        _grouped(a, zh_text, len(zh)),
        _grouped(b, en_text, len(en)),
        np.concatenate([pair_zh, own + len(heads)]),
        np.concatenate([pair_en, own + len(known)]),
        _whole(_head_shares(heads.astype(np.int64), lex), len(literals)),
        _whole(stem_shares(known), len(literals)),
        _names(len(heads), len(literals)),
        _names(len(known), len(literals)),
    )
    return Spoken(whole, a, b, zh_text, en_text)


def within(texts: Sequence[Marks], lang: Lang) -> Spoken:
    """Return what texts in one language share with each other."""
    text, first = _lines(texts)
    words, (row, kind) = _typed(_words(texts, first))
    shares = (
        _head_shares(words.astype(np.int64), lexicon()) if lang is Lang.ZH else stem_shares(words)
    )
    lines = bag(row, kind, np.ones(len(row)), len(text), max(len(words), 1))
    held = _grouped(lines, text, len(texts))
    same = np.arange(len(words))
    none = _names(len(words), 0)
    whole = Shared(held, held, same, same, shares, shares, none, none)
    return Spoken(whole, lines, lines, text, text)


def _lines(texts: Sequence[Marks]) -> tuple[Ints, Ints]:
    """Return of which text each sentence is, and the number of each text's first."""
    count = np.array(
        [
            1 + max(int(t.word_line.max(initial=0)), int(t.literal_line.max(initial=0)))
            for t in texts
        ],
        dtype=np.int64,
    )
    return np.repeat(np.arange(len(texts)), count), np.cumsum(count) - count


def _words(texts: Sequence[Marks], first: Ints) -> Column:
    return _flat([(each.word_line, each.words) for each in texts], first)


def _literals(texts: Sequence[Marks], first: Ints) -> Column:
    return _flat([(each.literal_line, each.literals) for each in texts], first)


def _flat(columns: Sequence[tuple[Lines, Hashes]], first: Ints) -> Column:
    count = [len(line) for line, _ in columns]
    line = np.concatenate([np.zeros(0, dtype=np.int64), *(each for each, _ in columns)])
    held = np.concatenate([np.zeros(0, dtype=np.uint64), *(each for _, each in columns)])
    return line.astype(np.int64) + np.repeat(first, count), held


def _typed(held: Column) -> tuple[Hashes, tuple[Ints, Ints]]:
    """Return the different words, and the column in their numbers."""
    words, kind = np.unique(held[1], return_inverse=True)
    return words, (held[0], kind)


def _within(held: Column, known: Hashes) -> tuple[Ints, Ints]:
    """Return those that are known, by their places among them."""
    kept = np.isin(held[1], known)
    return held[0][kept], np.searchsorted(known, held[1][kept])


def _bag(words: tuple[Ints, Ints], literals: tuple[Ints, Ints], count: int, rows: int) -> Bag:
    row = np.concatenate([words[0], literals[0]])
    kind = np.concatenate([words[1], literals[1] + count])
    return bag(row, kind, np.ones(len(row)), rows, int(kind.max(initial=0)) + 1)


def _grouped(lines: Bag, text: Ints, texts: int) -> Bag:
    """Return the bag of texts whose sentences are the rows of another."""
    types = int(lines.type.max(initial=0)) + 1
    return bag(text[lines.row], lines.type, lines.weight, texts, types)


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
