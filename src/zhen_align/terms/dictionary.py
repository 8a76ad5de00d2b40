"""What the dictionary says about words of the corpus: what may stand for what, and their class.

Made from the same entries as the aligner's lexicon, but kept as words: pairing needs to
know which characters of a rendering an English word explains.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from functools import cache
from itertools import chain

from zhen_align.align.lexicon import stems
from zhen_align.terms.glosses import glosses

_LONGEST_HEAD = 8
_FAR_ABOVE = 20.0  # times the background share before a character says anything of a word
_OFTEN = 0.1  # of a word's translations
_NEVER = 4  # glosses with the verb, and none with a noun, before a word is thought to be none
_MOST_BY_CHARACTER = 0.7
_KINDS: dict[str, str] = {}  # of the words whose class was asked for: the same in all texts


class Dictionary:
    """CC-CEDICT turned inside out for the stems of one corpus."""

    def __init__(self, words: Iterable[str]) -> None:
        """Read the entries whose glosses hold any of these lower-case words."""
        wanted = sorted(set(words))
        self.stem_of = dict(zip(wanted, stems(wanted), strict=True))
        self._known = set(self.stem_of.values())
        self._gathered = glosses()
        self._masks: dict[str, dict[str, int]] = {}
        self.kinds = _KINDS

    def stem(self, word: str) -> str:
        """Return the stem of a lower-case word."""
        if word not in self.stem_of:
            self.stem_of[word] = stems([word])[0]
        return self.stem_of[word]

    def in_texts(self, word: str) -> bool:
        """Whether the stem of a lower-case word is one of the texts: others explain nothing."""
        return self.stem(word) in self._known

    def masks(self, zh: str) -> dict[str, int]:
        """Return for each stem the characters of `zh` that words it translates cover."""
        found = self._masks.get(zh)
        if found is None:
            heads, texts, end = self._gathered.heads, self._known, len(zh)
            found = dict(self.masks(zh[:-1])) if end > 1 else {}
            for start in range(max(0, end - _LONGEST_HEAD), end):
                said = heads.get(zh[start:])
                if said is not None:
                    bits = ((1 << end - start) - 1) << start
                    for stem in said.split():
                        if stem in texts:
                            found[stem] = found.get(stem, 0) | bits
            self._masks[zh] = found
        return found

    def weights(self, stem: str) -> dict[str, float]:
        """Return the characters that are typical of a stem's translations, and how much."""
        return _typical(stem) if stem in self._known else {}

    def explained(self, stem: str, zh: str) -> tuple[float, ...]:
        """Return for each character of `zh` how far a stem explains it."""
        bits = self.masks(zh).get(stem, 0)
        weights = self.weights(stem)
        if not bits and weights.keys().isdisjoint(zh):
            return (0.0,) * len(zh)
        return tuple([1.0 if bits >> n & 1 else weights.get(ch, 0.0) for n, ch in enumerate(zh)])

    def means(self, zh: str, stems: Collection[str]) -> bool:
        """Whether a Chinese word has an entry with one of these stems among its glosses."""
        said = self._gathered.heads.get(zh)
        return said is not None and any(stem in stems for stem in said.split())

    def breadth(self, stem: str) -> int:
        """Return how many Chinese words have a stem among their glosses."""
        return len(self._gathered.words.get(stem, "").split())

    def said(self, zh: str, stems: frozenset[str]) -> list[tuple[int, int, frozenset[str]]]:
        """Return where in a Chinese text words stand that some of these stems translate."""
        heads, size, found = self._gathered.heads, len(zh), []
        for start in range(size):
            for end in range(start + 1, min(size, start + _LONGEST_HEAD) + 1):
                said = heads.get(zh[start:end])
                if said is not None and (known := stems.intersection(said.split())):
                    found.append((start, end, frozenset(known)))
        return found

    def says(self, zh: str, stems: Iterable[str]) -> bool:
        """Whether the entry of a Chinese word has all of these stems: 绿茶 says green and tea."""
        return set(stems) <= set(self._gathered.heads.get(zh, "").split())

    def known(self, zh: str) -> bool:
        """Whether a Chinese word has an entry of its own."""
        return zh in self._gathered.heads

    def is_verb(self, word: str, *, surely: bool = False) -> bool:
        """Whether the glosses use an English word mostly, or nearly only, as a verb."""
        verb, noun, other = self._votes(word)
        return verb >= 5 and verb >= (noun + other) * (3 if surely else 1)

    def is_only_verb(self, word: str) -> bool:
        """Whether the glosses use an English word, rare as it may be, as a verb alone."""
        verb, noun, other = self._votes(word)
        return verb >= 1 and not noun and not other

    def is_action(self, gerund: str) -> bool:
        """Whether a word in -ing is a form of a verb that the glosses know as one."""
        base = gerund.removesuffix("ing")
        forms = {base, base + "e", base[:-1] if base[-1:] == base[-2:-1] else base}
        return any(self._votes(form)[0] >= 3 for form in forms)

    def generality(self, word: str) -> int:
        """Return how many glosses use an English word: the more, the less it is a term."""
        return sum(self._votes(word))

    def may_be_verb(self, word: str) -> bool:
        """Whether the glosses use an English word as a verb too, or do not know it."""
        verb, noun, other = self._votes(word)
        return bool(verb) or not (noun or other)

    def is_never_noun(self, word: str) -> bool:
        """Whether the glosses use an English word as a verb, and never as a noun."""
        verb, noun, _ = self._votes(word)
        return not noun and verb >= _NEVER

    def is_noun(self, word: str, *, mostly: bool = False, least: int = 1) -> bool:
        """Whether the glosses use an English word as a noun often enough, or mostly."""
        verb, noun, other = self._votes(word)
        return noun >= least and (noun > verb + other if mostly else 2 * noun >= verb + other)

    def is_ever_noun(self, word: str) -> bool:
        """Whether the glosses use an English word as a noun at all."""
        return self._votes(word)[1] > 0

    def is_modifier(self, word: str) -> bool:
        """Whether the glosses have the word, but hardly ever as a noun."""
        verb, noun, other = self._votes(word)
        return other + verb > 3 * noun and other >= 10

    def is_word(self, word: str) -> bool:
        """Whether the glosses use an English word, or its singular, at all."""
        return any(any(self._votes(form)) for form in (word, word.removesuffix("s")))

    def is_phrase(self, phrase: str) -> bool:
        """Whether the dictionary has just these lower-case words as a gloss (see `glosses`)."""
        return phrase in self._gathered.phrases

    def _votes(self, word: str) -> tuple[int, int, int]:
        g = self._gathered
        return g.verb.get(word, 0), g.noun.get(word, 0), g.other.get(word, 0)


@cache
def _typical(stem: str) -> dict[str, float]:
    gathered = glosses()
    heads, total = gathered.words.get(stem, "").split(), len(gathered.heads)
    counts = Counter(chain.from_iterable(map(set, heads)))
    return {
        ch: min(_MOST_BY_CHARACTER, n / len(heads))
        for ch, n in counts.items()
        if n / len(heads) >= _OFTEN
        and n / len(heads) > _FAR_ABOVE * (gathered.characters.get(ch, 0) / total)
    }
