"""What the dictionary says about words of the corpus: what may stand for what, and their class.

Made from the same entries as the aligner's lexicon, but kept as words: pairing needs to
know which characters of a rendering an English word explains.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property

from zhen_align.align.dictionary import entries, gloss_words
from zhen_align.align.lexicon import stems
from zhen_align.terms import chinese

_LONGEST_GLOSS = 5
_LONGEST_HEAD = 8
_FAR_ABOVE = 20.0  # times the background share before a character says anything of a word
_SURE = 0.6
_MOST_BY_CHARACTER = 0.7
_TO = re.compile(r"to (?:be )?([a-z]+)\b")
_ONE = re.compile(r"[a-z]+")


@dataclass(slots=True)
class _Gathered:
    heads: dict[str, set[str]] = field(default_factory=dict)
    verb: Counter[str] = field(default_factory=Counter)
    noun: Counter[str] = field(default_factory=Counter)
    other: Counter[str] = field(default_factory=Counter)


class Dictionary:
    """CC-CEDICT turned inside out for the stems of one corpus."""

    def __init__(self, words: Iterable[str]) -> None:
        """Read the entries whose glosses hold any of these lower-case words."""
        wanted = sorted(set(words))
        self.stem_of = dict(zip(wanted, stems(wanted), strict=True))
        self._known = set(self.stem_of.values())
        gathered = _all()
        self._gathered = gathered
        self._weights: dict[str, dict[str, float]] = {}
        self._masks: dict[str, dict[str, int]] = {}

    def stem(self, word: str) -> str:
        """Return the stem of a lower-case word."""
        if word not in self.stem_of:
            self.stem_of[word] = stems([word])[0]
        return self.stem_of[word]

    @cached_property
    def _heads_of(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for head, glossed in self._gathered.heads.items():
            for stem in glossed:
                if stem in self._known:
                    found.setdefault(stem, []).append(head)
        return found

    def masks(self, zh: str) -> dict[str, int]:
        """Return for each stem the characters of `zh` that words it translates cover."""
        if zh not in self._masks:
            found: dict[str, int] = {}
            for start in range(len(zh)):
                for size in range(1, min(_LONGEST_HEAD, len(zh) - start) + 1):
                    for stem in self._gathered.heads.get(zh[start : start + size], ()):
                        if stem not in self._known:
                            continue
                        bits = ((1 << size) - 1) << start
                        found[stem] = found.get(stem, 0) | bits
            self._masks[zh] = found
        return self._masks[zh]

    def weights(self, stem: str) -> dict[str, float]:
        """Return the characters that are typical of a stem's translations, and how much."""
        if stem not in self._weights:
            heads = self._heads_of.get(stem, [])
            counts = Counter(ch for head in heads for ch in set(head))
            self._weights[stem] = {
                ch: min(_MOST_BY_CHARACTER, n / len(heads))
                for ch, n in counts.items()
                if n / len(heads) > _FAR_ABOVE * self._background.get(ch, 0.0)
                and n / len(heads) >= 0.1
            }
        return self._weights[stem]

    @cached_property
    def _background(self) -> dict[str, float]:
        return _background()

    def explained(self, stem: str, zh: str) -> list[float]:
        """Return for each character of `zh` how far a stem explains it."""
        bits = self.masks(zh).get(stem, 0)
        weights = self.weights(stem)
        return [1.0 if bits >> n & 1 else weights.get(ch, 0.0) for n, ch in enumerate(zh)]

    def known(self, zh: str) -> bool:
        """Whether a Chinese word has an entry of its own."""
        return zh in self._gathered.heads

    def is_verb(self, word: str) -> bool:
        """Whether the glosses use an English word mostly as a verb."""
        g = self._gathered
        return g.verb[word] >= 5 and g.verb[word] > g.noun[word] + g.other[word]

    def is_noun(self, word: str, *, mostly: bool = False) -> bool:
        """Whether the glosses use an English word as a noun often enough, or mostly."""
        g = self._gathered
        rest = g.verb[word] + g.other[word]
        return g.noun[word] > 0 and (g.noun[word] > rest if mostly else 2 * g.noun[word] >= rest)

    def is_modifier(self, word: str) -> bool:
        """Whether the glosses have the word, but hardly ever as a noun."""
        g = self._gathered
        return g.other[word] + g.verb[word] > 3 * g.noun[word] and g.other[word] > 0


@cache
def _all() -> _Gathered:
    gathered = _Gathered()
    pending: list[tuple[str, list[str]]] = []
    for _, head, glosses in entries():
        if len(head) > _LONGEST_HEAD:
            continue
        words: list[str] = []
        for gloss in re.split(r"[/;]", glosses):
            content = gloss_words(gloss.strip())
            if 0 < len(content) <= _LONGEST_GLOSS:
                words += content
                _vote(gathered, gloss.strip(), content, head)
        if words:
            pending.append((head, words))
    vocabulary = sorted({word for _, words in pending for word in words})
    stem_of = dict(zip(vocabulary, stems(vocabulary), strict=True))
    for head, words in pending:
        gathered.heads.setdefault(head, set()).update(stem_of[word] for word in words)
    return gathered


@cache
def _background() -> dict[str, float]:
    heads = _all().heads
    counts = Counter(ch for head in heads for ch in set(head))
    return {ch: n / len(heads) for ch, n in counts.items()}


def _vote(gathered: _Gathered, gloss: str, content: list[str], head: str) -> None:
    """Let a gloss say what class its words are."""
    if m := _TO.match(gloss):
        gathered.verb[m[1]] += 1
    elif len(content) > 1:
        gathered.noun[content[-1]] += 1
        for word in content[:-1]:
            gathered.other[word] += 1
    elif _ONE.fullmatch(gloss):
        # one word alone is of the class that the segmenter gives the Chinese
        kind = chinese.tag(head)[:1]
        votes = gathered.verb if kind == "v" else gathered.noun if kind == "n" else gathered.other
        votes[content[0]] += 1
