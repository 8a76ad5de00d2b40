"""What two sides may share, whatever their languages: words by the dictionary, names, numbers.

Across the languages a Chinese word reaches the English stems of its glosses; within one
language a word reaches itself. How common a word is anyway is told by how many entries of
the dictionary explain themselves with it: two short texts cannot tell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np
import numpy.typing as npt

from zhen_align.align.lexicon import Hashes, Ints, lexicon, stem_hash
from zhen_align.align.matches import spread
from zhen_align.align.tokens import Floats, Pairs, Text, Tokens, tokenize
from zhen_align.compare.bags import Bag, bag
from zhen_align.compare.families import with_families
from zhen_align.types import Lang

_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:'[a-z]+)?")
_COMMON = 0.0004  # share of texts with a word, for each entry that is explained with it
RAREST, _COMMONEST = 0.001, 0.5
HAN_SHARES = (0.2, 0.2, 0.02, 0.004)  # share of texts with a word of so many characters
LAST_SHARE = 0.001
_SMALL = re.compile(r"#\d$")

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Shared:
    """Both sides' tokens and which may stand for which.

    `a_common` and `b_common` say for each type in what share of texts one expects it;
    `a_name` and `b_name` which types are names or numbers, `a_small` which are bare digits.
    """

    a: Bag
    b: Bag
    pair_a: Ints
    pair_b: Ints
    a_common: Floats
    b_common: Floats
    a_name: Flags
    b_name: Flags
    a_small: Flags = field(default_factory=lambda: np.zeros(0, dtype=np.bool_))
    b_small: Flags = field(default_factory=lambda: np.zeros(0, dtype=np.bool_))

    def turned(self) -> "Shared":
        """Return the same with the sides exchanged."""
        order = np.argsort(self.pair_b, kind="stable")
        return Shared(
            self.b, self.a, self.pair_b[order], self.pair_a[order], self.b_common, self.a_common,
            self.b_name, self.a_name, self.b_small, self.a_small,
        )  # fmt: skip

    def reached(self, strength: Floats) -> Bag:
        """Return `a` in the types of `b`: whatever each of its types may stand for.

        `strength` is per type of `a`.
        """
        count = np.bincount(self.pair_a, minlength=len(self.a_common))
        first = np.cumsum(count) - count
        token, pair = spread(first[self.a.type], count[self.a.type])
        return bag(
            self.a.row[token],
            self.pair_b[pair],
            (self.a.weight * strength[self.a.type])[token],
            self.a.rows,
            len(self.b_common),
        )


def between(
    a: Sequence[Text], b: Sequence[Text], langs: tuple[Lang, Lang], *, near: bool = False
) -> Shared:
    """Return what the units of two sides may share; each side is in one language.

    With `near` a gloss reaches words of its family too: criterion that of criteria.
    """
    if langs == (Lang.EN, Lang.ZH):
        return between(b, a, (Lang.ZH, Lang.EN), near=near).turned()
    if langs[0] is not langs[1]:
        zh, en, pairs = tokenize(a, b, lexicon())
        if near:
            pairs = with_families(zh, en, pairs)
        return _shared(zh, en, pairs, _han_common(zh.names[: zh.words]), _stem_common(en))
    kind = Lang.EN if langs[0] is Lang.EN else Lang.ZH
    # the literals of one side are those that the other has, so the two are cut as one
    both = [*a, *b]
    zh, en, _ = tokenize(both, both if kind is Lang.EN else [Text("")] * len(both), lexicon())
    side = en if kind is Lang.EN else zh
    common = _stem_common(side) if kind is Lang.EN else _han_common(side.names[: side.words])
    same = np.arange(side.types)
    # stems of names are words already
    kept = _numbers(side) if kind is Lang.EN else np.ones(side.types, dtype=np.bool_)
    side = _only(side, kept)
    pairs = Pairs(same, same, np.ones(side.types))
    halves = side.part(0, len(a)), side.part(len(a), len(both))
    return _shared(*halves, pairs, common, common)


def _numbers(side: Tokens) -> npt.NDArray[np.bool_]:
    """Say which types are words, or literals that are no word."""
    kept = np.ones(side.types, dtype=np.bool_)
    kept[side.words :] = [not _WORD.fullmatch(name) for name in side.names[side.words :]]
    return kept


def _only(side: Tokens, kept: npt.NDArray[np.bool_]) -> Tokens:
    chosen = kept[side.type]
    return replace(side, unit=side.unit[chosen], type=side.type[chosen], share=side.share[chosen])


def _shared(a: Tokens, b: Tokens, pairs: Pairs, a_common: Floats, b_common: Floats) -> Shared:
    order = np.argsort(pairs.zh, kind="stable")
    sides = []
    for side, common in ((a, a_common), (b, b_common)):
        name = np.arange(side.types) >= side.words
        small = np.array([_SMALL.match(each) is not None for each in side.names], dtype=np.bool_)
        small = small if len(small) else np.zeros(0, dtype=np.bool_)
        whole = np.full(side.types, RAREST)
        whole[: side.words] = common
        ones = np.ones(len(side.unit))
        sides.append((bag(side.unit, side.type, ones, side.units, side.types), whole, name, small))
    (one, ca, na, sa), (two, cb, nb, sb) = sides
    return Shared(one, two, pairs.zh[order], pairs.en[order], ca, cb, na, nb, sa, sb)


@cache
def _explained() -> Ints:
    """Return how many entries of the dictionary are explained with each stem."""
    lex = lexicon()
    return np.bincount(np.asarray(lex.en_id), minlength=len(lex.en_hash)).astype(np.int64)


def _stem_common(side: Tokens) -> Floats:
    hashes = np.array([stem_hash(name) for name in side.names[: side.words]], dtype=np.uint64)
    return stem_shares(hashes)


def stem_shares(hashes: Hashes) -> Floats:
    """Return in what share of texts one expects each stem, by its hash."""
    lex = lexicon()
    at = np.searchsorted(lex.en_hash, hashes)
    at[at == len(lex.en_hash)] = 0
    count = np.where(lex.en_hash[at] == hashes, _explained()[at], 0)
    common: Floats = np.clip(_COMMON * count, RAREST, _COMMONEST)
    return common


def _han_common(names: Sequence[str]) -> Floats:
    shares = [HAN_SHARES[len(n)] if len(n) < len(HAN_SHARES) else LAST_SHARE for n in names]
    return np.array(shares, dtype=np.float64)
