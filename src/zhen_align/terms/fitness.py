"""How far the words of a term and the characters of a rendering explain each other.

The dictionary and the shape speak here, and no counts: they hold for one bead as for many.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from zhen_align.terms.chinese import cut
from zhen_align.terms.english_words import remainder
from zhen_align.terms.gather import Gathered, Weights, stems_of, words_of
from zhen_align.terms.hanwords import CUTS, EDGE, INSIDE
from zhen_align.terms.wordclass import tag

_LATIN = re.compile(r"[A-Za-z0-9\u00c0-\u03ff][A-Za-z0-9\u00c0-\u03ff\-_./+]*")
# one Chinese word of two characters, nearly, for each English one
_LENGTH_A_WORD = 1.9
_LONG = 11  # letters: such a word is made of two, or takes three characters
_GOOD_COVER = 0.5
_MEANS = 0.6  # a character explained so far by the dictionary is said by that word
_TIED = 0.3  # a character explained so far belongs to the term
_NO_BEGINNING = {"p", "c", "r", "d", "u"}
_PREFIXES = frozenset("可不未非无反过超再自最多")  # which words begin with, and terms
_LOOSE_VERB, _LOOSE_INSIDE = 0.5, 0.5
_GOOD_GAP = 0.5
_AFFIXES = (
    (re.compile(r"^pre"), re.compile("^[预前]")),
    (re.compile(r"^over"), re.compile("^过")),
    (re.compile(r"^auto"), re.compile("^自")),
    (re.compile(r"^(?:hyper|super|ultra)"), re.compile("^超")),
    (re.compile(r"^anti"), re.compile("^[抗反]")),
    (re.compile(r"^de[a-z]"), re.compile("^去")),
    (re.compile(r"^re[a-z]"), re.compile("^[重再]")),
    (re.compile(r"^meta"), re.compile("^元")),
    (re.compile(r"^micro"), re.compile("^[微显]")),
    (re.compile(r"^[a-z]+[ai]ble"), re.compile("^可")),
    (re.compile(r"(?:logist|ician|apist)$"), re.compile("[师家者员生]$")),
    (re.compile(r"^(?:un|non)"), re.compile("^[未无非不]")),
    (re.compile(r"^self"), re.compile("^自")),
    (re.compile(r"^multi"), re.compile("^多")),
    (re.compile(r"^bio"), re.compile("^生物")),
    (re.compile(r"^nano"), re.compile("^纳米")),
    (re.compile(r"^neuro"), re.compile("^神经")),
    (re.compile(r"^(?:bi|dual)"), re.compile("^双")),
    (re.compile(r"^sub"), re.compile("^[子下亚]")),
    (re.compile(r"^semi"), re.compile("^半")),
    (re.compile(r"^co[- ]"), re.compile("^[共协]")),
    (re.compile(r"(?:er|or)$"), re.compile("[器机者]$")),
    (re.compile(r"i[sz]ation$"), re.compile("化$")),
    (re.compile(r"(?:ity|ness)$"), re.compile("性$")),
    (re.compile(r"(?:logy|ics)$"), re.compile("学$")),
)


class Fit(NamedTuple):
    """A rendering beside a term.

    `covered` is how far the term's words are found in it on average, `weakest` the least of
    them; `own` how far each character is explained, `explained` their average; `gap` how
    unlike the lengths are, `longer` whether the Chinese is the longer one; `last` whether the
    head of the term stands at its end, `affixed` whether a prefix or suffix is rendered;
    `loose` is how far it begins like words of the sentence around it, `inner` and `tail` how
    far it goes on and ends like them.
    """

    zh: str
    covered: float
    weakest: float
    own: tuple[float, ...]
    explained: float
    gap: float
    longer: bool
    last: bool
    affixed: bool
    loose: float = 0.0
    inner: float = 0.0
    tail: float = 0.0

    @property
    def looks(self) -> float:
        """How far all of it looks like words of the sentence around it."""
        return self.loose + self.inner + self.tail

    @property
    def is_good(self) -> bool:
        """Whether the dictionary alone would believe it."""
        return self.covered * self.explained >= _GOOD_COVER and self.gap < _GOOD_GAP


@dataclass(frozen=True, slots=True)
class Wording:
    """What there is to explain of a term: its words' stems, what is left without a prefix.

    `size` is how many words it counts as, `affixes` what the Chinese of its prefixes and
    suffixes looks like; `signs` are characters and `learned` words that speak for it;
    `is_learned` says that the texts know a stem.
    """

    stems: tuple[str, ...]
    rests: tuple[str, ...]
    size: float
    affixes: tuple[re.Pattern[str], ...]
    signs: frozenset[str]
    learned: tuple[str, ...]
    is_learned: bool


def wording(key: str, gathered: Gathered) -> Wording:
    """Return what there is to explain of the term with this key."""
    words = words_of(key)
    stems = tuple(stems_of(key, gathered.dictionary))
    return Wording(
        stems,
        tuple(map(remainder, words)),
        _size(words),
        _affixes_of(key),
        frozenset(ch for stem in stems for ch in gathered.dictionary.weights(stem)),
        tuple(word for stem in stems for word in gathered.learned.get(stem, ())),
        any(stem in gathered.learned for stem in stems),
    )


def fit(zh: str, term: Wording, gathered: Gathered) -> Fit:
    """Compare a Chinese unit with the stems of a term's words."""
    memo = gathered.explained
    coverage = [
        memo.get((stem, rest, zh)) or _explained(stem, rest, zh, gathered)
        for stem, rest in zip(term.stems, term.rests, strict=True)
    ]
    if len(coverage) == 1:
        own = coverage[0]
        covered = weakest = max(own)
    else:
        if term.is_learned:
            coverage = _shared_out(coverage, term.stems, zh, gathered)
        each = [max(weights) for weights in coverage]
        own = tuple(map(max, *coverage))
        covered, weakest = sum(each) / len(each), min(each)
    size = length(zh)
    loose, inner, tail = _loose(zh, own)
    return Fit(
        zh,
        covered=covered,
        weakest=weakest,
        own=own,
        explained=sum(own) / len(own),
        gap=gap(zh, term),
        longer=size > _LENGTH_A_WORD * term.size,
        last=max(coverage[-1][-2:]) >= 0.3,
        affixed=bool(term.affixes) and any(han.search(zh) for han in term.affixes),
        loose=loose,
        inner=inner,
        tail=tail,
    )


def _shared_out(
    coverage: list[Weights], stems: Sequence[str], zh: str, gathered: Gathered
) -> list[Weights]:
    """Return what each stem explains, without what it only goes with and another stem means.

    Where a text speaks of drug discovery, discovery goes with 药物 too.
    """
    known = [_explained(stem, None, zh, gathered) for stem in stems]
    if known == coverage:
        return coverage
    best = list(map(max, *known))
    return [
        weights
        if weights == own
        else tuple(
            weight if mine >= _TIED or most < _MEANS else min(weight, mine)
            for weight, mine, most in zip(weights, own, best, strict=True)
        )
        for weights, own in zip(coverage, known, strict=True)
    ]


def _loose(zh: str, own: Sequence[float]) -> tuple[float, float, float]:
    """Return how far a rendering begins, goes on and ends like words of the sentence around it.

    A function word or a verb that no word of the term explains is seldom a part of it.
    """
    first, last, inner = _edges(zh)
    loose = tail = 0.0
    if first and max(own[: len(first)]) < _TIED:
        head = tag(first)[:1]
        if first in _PREFIXES:
            pass
        elif first in INSIDE or first in CUTS or head in _NO_BEGINNING:
            loose += 1.0
        elif head == "v" and len(first) > 1:
            loose += _LOOSE_VERB
    if last and max(own[-len(last) :]) < _TIED and (last in INSIDE or last in EDGE):
        tail = 1.0
    return loose, _LOOSE_INSIDE * inner, tail


@lru_cache(maxsize=1 << 17)
def _edges(zh: str) -> tuple[str, str, int]:
    """Return the first and last of several words of a unit, and the function words between."""
    words = cut(zh)
    if len(words) < 2:
        return "", "", 0
    inner = sum(len(word) > 1 and word in INSIDE for word in words[1:-1])
    return words[0], words[-1], inner


def gap(zh: str, term: Wording) -> float:
    """Return how unlike the lengths of a rendering and a term are."""
    return abs(math.log(length(zh) / (_LENGTH_A_WORD * term.size)))


def related(zh: str, term: Wording, gathered: Gathered) -> bool:
    """Whether the dictionary, the texts or the same letters tie a unit to any of the words."""
    if not term.signs.isdisjoint(zh):
        return True
    for word in term.learned:
        if word in zh:
            return True
    masks = gathered.dictionary.masks(zh)
    for stem in term.stems:
        if stem in masks:
            return True
    for rest in term.rests:
        if rest and gathered.dictionary.stem(rest) in masks:
            return True
    return bool(_latin(zh))


@lru_cache(maxsize=1 << 17)
def _latin(zh: str) -> tuple[tuple[int, int, str], ...]:
    """Return where Latin words stand in a unit, and what they are in small letters."""
    return tuple((m.start(), m.end(), m[0].lower()) for m in _LATIN.finditer(zh))


@lru_cache(maxsize=1 << 16)
def length(zh: str) -> float:
    """Return the length in Chinese characters, a Latin word being about two.

    >>> length("语言模型"), length("AI模型")
    (4.0, 3.9)
    """
    latin = _latin(zh)
    return float(
        len(zh) - sum(end - start for start, end, _ in latin) + _LENGTH_A_WORD * len(latin)
    )


def _explained(stem: str, rest: str | None, zh: str, gathered: Gathered) -> Weights:
    """Return how far a stem explains each character; by the dictionary alone without a rest."""
    known = gathered.explained.get((stem, rest, zh))
    if known is None:
        known = gathered.dictionary.explained(stem, zh)
        if rest is not None:
            known = _explain(known, stem, rest, zh, gathered)
        gathered.explained[stem, rest, zh] = known
    return known


def _explain(known: Weights, stem: str, rest: str, zh: str, gathered: Gathered) -> Weights:
    """Return what the texts, the word without its prefix and the same letters add."""
    dictionary = gathered.dictionary
    weights = known
    for word, strength in gathered.learned.get(stem, {}).items():
        at = zh.find(word)
        if at >= 0:
            end = at + len(word)
            raised = tuple(max(weight, strength) for weight in weights[at:end])
            weights = weights[:at] + raised + weights[end:]
    if rest:
        weights = tuple(map(max, weights, dictionary.explained(dictionary.stem(rest), zh)))
    for start, end, low in _latin(zh):
        same = stem in (dictionary.stem(low), dictionary.stem(low.removesuffix("s")))
        weights = weights[:start] + (float(same),) * (end - start) + weights[end:]
    return weights


def _size(words: Sequence[str]) -> float:
    """Return how many words there are; a prefix is half a word more."""
    return max(
        1.0, sum(1.5 if remainder(word) else 1.25 if len(word) >= _LONG else 1.0 for word in words)
    )


@lru_cache(maxsize=1 << 12)
def _affixes_of(key: str) -> tuple[re.Pattern[str], ...]:
    """Return what the Chinese would look like where a prefix or suffix is rendered."""
    words = [word.lower() for word in words_of(key)]
    ends = ("".join(words[:2]), words[-1])
    return tuple(han for en, han in _AFFIXES if any(en.search(word) for word in ends))
