"""What can count as evidence: the tokens of both sides and which may stand for which.

A unit is whatever is aligned: a line, a paragraph, a sentence. Chinese units give
dictionary words, English ones stems; both give literals, which stand for themselves:
Latin words, numbers by value, citations, addresses, formulas and code. Types are
numbered per call, Chinese and English apart. Not here: what a match is worth.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from zhen_align.align.dictionary import STOP_IN_TEXT
from zhen_align.align.lexicon import Ints, Lexicon, find_stems, find_words, stems

Floats = npt.NDArray[np.float64]

WORD_STRENGTH = 0.4
LITERAL_STRENGTH = 0.8
_REPEATS = 4

_WIDE = {c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x2019: 0x27}
_HYPHENS = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212), 0x2D)
_FOLD = _WIDE | _HYPHENS
_TOKEN = re.compile(
    r"(?P<cite>\[\d+\])"
    r"|(?P<num>(?<![A-Za-z\d])\d[\d,]*(?:\.\d+)?)"
    r"(?P<scale>\s?(?:[十百千]?[万萬亿億]+|[百千]|thousand|million|billion|trillion|[KkMBT])"
    r"(?![A-Za-z\d]))?"
    r"|(?P<word>[A-Za-z\u00c0-\u024f\u0370-\u03ff][A-Za-z\d\u00c0-\u024f\u0370-\u03ff]*"
    r"(?:[-_./'][A-Za-z\d]+)*)"
)
_PART = re.compile(r"[-_./']")
_SCALES = {
    "百": 1e2, "千": 1e3, "thousand": 1e3, "k": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6,
    "million": 1e6, "m": 1e6, "千万": 1e7, "亿": 1e8, "十亿": 1e9, "billion": 1e9, "b": 1e9,
    "百亿": 1e10, "千亿": 1e11, "万亿": 1e12, "trillion": 1e12, "t": 1e12,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text:
    """A unit's text, what is no language blanked out, and those stretches as literals."""

    text: str
    literals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tokens:
    """One side: for each token its unit, its type and how far into the unit it stands.

    Tokens are in the order of their units. Types below `words` are words, the rest literals.
    """

    unit: Ints
    type: Ints
    share: Floats
    types: int
    words: int
    size: Floats
    names: list[str] = field(repr=False, default_factory=list)

    @property
    def units(self) -> int:
        """Return how many units there are."""
        return len(self.size)

    def part(self, first: int, last: int) -> "Tokens":
        """Return the units first..last - 1, numbered anew; tokens stand in unit order."""
        a, b = np.searchsorted(self.unit, [first, last])
        return replace(
            self,
            unit=self.unit[a:b] - first,
            type=self.type[a:b],
            share=self.share[a:b],
            size=self.size[first:last],
        )

    def chosen(self, units: Ints) -> "Tokens":
        """Return some units, in rising order, numbered anew."""
        number = np.full(self.units, -1, dtype=np.int64)
        number[units] = np.arange(len(units))
        kept = number[self.unit] >= 0
        return replace(
            self,
            unit=number[self.unit[kept]],
            type=self.type[kept],
            share=self.share[kept],
            size=self.size[units],
        )


@dataclass(frozen=True, slots=True)
class Pairs:
    """Chinese type, English type and the strength of their bond, by Chinese type."""

    zh: Ints
    en: Ints
    strength: Floats


def value(number: str, scale: str | None) -> str:
    """Return a literal for a written number, equal for equal values.

    >>> value("5.85", "B") == value("58.5", "亿")
    True
    """
    amount = float(number.replace(",", ""))
    if scale:
        unit = scale.strip().lower().replace("萬", "万").replace("億", "亿")
        amount *= _SCALES.get(unit, 1.0)
    return f"#{amount:.8g}"


def forms(found: re.Match[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the English words of a token, and the literals that it may be met as."""
    word = found["word"]
    if not word:
        literal = value(found["num"], found["scale"]) if found["num"] else found["cite"]
        return (), (literal,)
    low = word.lower()
    whole = low.removesuffix("s") if len(low) > 3 else low
    parts = tuple(part for part in _PART.split(low) if part)
    if len(parts) == 1:
        return parts, (whole,)
    return parts, (whole, *(part for part in parts if len(part) > 1))


def written(text: str, place: int, name: str) -> str:
    """Return how the token of that name at a place is written, or its name where it is not there.

    >>> written("58.5亿 parameters", 0, "#5.85e+09"), written("two models", 4, "model")
    ('58.5亿', 'models')
    """
    found = _TOKEN.match(text.translate(_FOLD), place)
    if found is None:
        return name
    words, literals = forms(found)
    return found[0] if name in literals or name in stems(words) else name


def _han_size(text: str) -> float:
    han = sum(1 for c in text if "\u3400" <= c <= "\u9fff" or c >= "\U00020000")
    other = sum(1 for c in text if c.isalnum()) - han
    return han + 0.35 * other + 1.0


def _latin_size(text: str) -> float:
    return sum(1 for c in text if c.isalnum()) + 1.0


def _pack(rows: list[tuple[int, int, int]]) -> tuple[Ints, Ints, Ints]:
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    return table[:, 0], table[:, 1], table[:, 2]


def tokenize(zh: Sequence[Text], en: Sequence[Text], lex: Lexicon) -> tuple[Tokens, Tokens, Pairs]:
    """Return the tokens of both sides, with the pairs of types that may match."""
    zh_texts = [unit.text.translate(_FOLD) for unit in zh]
    en_texts = [unit.text.translate(_FOLD) for unit in en]

    # literals of the Chinese side first: only those that occur there count in English
    literal_ids: dict[str, int] = {}
    zh_literals: list[tuple[int, int, int]] = []
    for unit, text in enumerate(zh_texts):
        here = [(m.start(), form) for m in _TOKEN.finditer(text) for form in forms(m)[1]]
        zh_literals += [
            (unit, literal_ids.setdefault(form, len(literal_ids)), place)
            for place, form in [*here, *((0, form) for form in zh[unit].literals)]
        ]

    word_ids: dict[str, int] = {}
    en_words: list[tuple[int, int, int]] = []
    en_literals: list[tuple[int, int, int]] = []
    known_tokens: dict[str, tuple[list[int], list[int]]] = {}
    for unit, text in enumerate(en_texts):
        for m in _TOKEN.finditer(text):
            token = m[0]
            if token not in known_tokens:
                words, literals = forms(m)
                known_tokens[token] = (
                    [word_ids.setdefault(w, len(word_ids)) for w in words if w not in STOP_IN_TEXT],
                    [literal_ids[form] for form in literals if form in literal_ids],
                )
            words_here, literals_here = known_tokens[token]
            en_words += [(unit, n, m.start()) for n in words_here]
            en_literals += [(unit, n, m.start()) for n in literals_here]
        en_literals += [
            (unit, literal_ids[form], 0) for form in en[unit].literals if form in literal_ids
        ]

    stem_names = stems(word_ids)
    stem_ids: dict[str, int] = {}
    form_to_stem = np.array(
        [stem_ids.setdefault(stem, len(stem_ids)) for stem in stem_names], dtype=np.int64
    )
    known = find_stems(list(stem_ids), lex)

    joined = "\n".join(zh_texts)
    starts = np.cumsum([0] + [len(t) + 1 for t in zh_texts[:-1]], dtype=np.int64)
    place, length, number = find_words(joined, lex)
    zh_unit = np.searchsorted(starts, place, side="right") - 1
    numbers, first, zh_type = np.unique(number, return_index=True, return_inverse=True)
    zh_names = [joined[place[t] : place[t] + length[t]] for t in first]

    zh_tokens = _tokens(
        (zh_unit, zh_type, place - starts[zh_unit]),
        zh_literals,
        (zh_names, list(literal_ids)),
        zh_texts,
        np.array([_han_size(t) for t in zh_texts]),
    )
    word_unit, word_form, word_place = _pack(en_words)
    en_tokens = _tokens(
        (word_unit, form_to_stem[word_form] if len(word_ids) else word_form, word_place),
        en_literals,
        (list(stem_ids), list(literal_ids)),
        en_texts,
        np.array([_latin_size(t) for t in en_texts]),
    )
    return zh_tokens, en_tokens, _pairs(numbers, known, len(literal_ids), lex)


def _tokens(
    words: tuple[Ints, Ints, Ints],
    literals: list[tuple[int, int, int]],
    names: tuple[list[str], list[str]],
    texts: list[str],
    size: Floats,
) -> Tokens:
    """Put words and literals of one side together, in the order of the units."""
    unit, kind, place = _pack(literals)
    unit = np.concatenate([words[0], unit])
    kind = np.concatenate([words[1], kind + len(names[0])])
    place = np.concatenate([words[2], place])
    types = len(names[0]) + len(names[1])
    order = np.argsort(unit * (types + 1) + kind, kind="stable")
    key = (unit * (types + 1) + kind)[order]
    # a word that fills a page says no more than one that is there a few times
    kept = np.sort(order[np.arange(len(key)) - np.searchsorted(key, key) < _REPEATS])
    kept = kept[np.argsort(unit[kept], kind="stable")]
    unit, kind, place = unit[kept], kind[kept], place[kept]
    lengths = np.array([max(len(t), 1) for t in texts], dtype=np.float64)
    share = place / lengths[unit] if len(unit) else np.zeros(0)
    return Tokens(
        unit,
        kind,
        share,
        len(names[0]) + len(names[1]),
        len(names[0]),
        size,
        [*names[0], *names[1]],
    )


def _pairs(numbers: Ints, known: Ints, literal_count: int, lex: Lexicon) -> Pairs:
    """Join the dictionary's pairs with the types that occur, and each literal with itself."""
    stem_type = np.full(len(lex.en_hash), -1, dtype=np.int64)
    stem_type[known[known >= 0]] = np.flatnonzero(known >= 0)
    first, end = lex.en_first[numbers], lex.en_first[numbers + 1]
    count = end - first
    zh = np.repeat(np.arange(len(numbers)), count)
    at = np.repeat(first - np.concatenate([[0], np.cumsum(count)[:-1]]), count) + np.arange(
        int(count.sum())
    )
    en = stem_type[lex.en_id[at]]
    zh, en = zh[en >= 0], en[en >= 0]
    own = np.arange(literal_count)
    return Pairs(
        np.concatenate([zh, own + len(numbers)]),
        np.concatenate([en, own + len(known)]),
        np.concatenate([np.full(len(zh), WORD_STRENGTH), np.full(literal_count, LITERAL_STRENGTH)]),
    )
