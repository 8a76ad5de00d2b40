"""Chinese words that a blank has cut, or in which one character was taken for another: 末来.

Of a character the document is asked first: with one that looks alike it says the word again and
again, with this one only here. Then the dictionary: it has the one word, which the English says,
and none around the other character.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from zhen_align.lint.dictionary import in_common, word_across, words_around
from zhen_align.lint.facts import Text
from zhen_align.text.lookalikes import ALIKE
from zhen_align.text.scripts import HAN
from zhen_align.text.spoilt import cut_words
from zhen_align.types import Lang, Span, Unit

_ENDED = re.compile("[。！？；][”’」』）]?$")
_MOST_CUTS = 3  # with more, blanks are how this text is set
_AGAIN = 2
# so often beside others that two of them together are no word
_SMALL = frozenset(
    "的了是在和与及或而且但为对从到把被将由其这那它们我你他不也都就还又很更最可能会要使有个些自每各等之以于所并则中上下"
)
_AROUND = 4
_RUN = re.compile(f"[{HAN}]{{2,}}")


def apart(text: Text, together: Counter[str]) -> Iterator[tuple[Span, str]]:
    """Yield Chinese words with a blank inside, in sentences where it can part nothing.

    The dictionary knows them, or the document has them whole: `together` counts its pairs.
    """
    if text.lang is not Lang.ZH or text.sentence.unit is not Unit.SENTENCE:
        return
    plain = text.plain
    found = list(cut_words(plain)) if _ENDED.search(plain) else []
    for span, at in found if len(found) <= _MOST_CUTS else ():
        said = span.of(plain)
        whole = said[:at] + said[at + 1 :]
        word = word_across(whole, at)
        pair = whole[at - 1 : at + 1]
        if word is None and together[pair] >= _AGAIN and not _SMALL.intersection(pair):
            word = at - 1, at + 1
        if word is not None:
            place = Span(span.start + word[0], span.start + word[1] + 1)
            yield place, whole[word[0] : word[1]]


def pairs_of(texts: Iterable[str]) -> Counter[str]:
    """Return how often two Chinese characters stand side by side in some texts."""
    runs = [run for text in texts for run in _RUN.findall(text)]
    return Counter(run[n : n + 2] for run in runs for n in range(len(run) - 1))


def misread(text: str, other: str, pairs: Counter[str]) -> Iterator[tuple[Span, str]]:
    """Yield the words in which one character is taken for another, and what they should be.

    `other` is the English of the text, which says them.
    """
    for run in _RUN.finditer(text) if other else ():
        said = run[0]
        for at, ch in enumerate(said):
            if ch not in ALIKE or max(_beside(said, at, ch, pairs)) > 1:
                continue
            for right in ALIKE[ch]:
                if max(_beside(said, at, right, pairs)) >= _AGAIN:
                    found = _word(said, at, right, pairs)
                    if found is not None and in_common(found[1], other):
                        yield found[0].shifted(by=run.start()), found[1]
                        break


def _beside(said: str, at: int, ch: str, pairs: Counter[str]) -> tuple[int, int]:
    """Return how often a character stands between its neighbours in the texts."""
    before, after = said[at - 1 : at] if at else "", said[at + 1 : at + 2]
    return pairs[before + ch], pairs[ch + after]


def _word(said: str, at: int, right: str, pairs: Counter[str]) -> tuple[Span, str] | None:
    """Return the word that another character makes, where this one makes none."""
    start, end = max(0, at - _AROUND), at + _AROUND + 1
    if words_around(said[start:end], at - start):
        return None
    text = said[start:at] + right + said[at + 1 : end]
    for first, last in words_around(text, at - start):
        word = text[first:last]
        if all(pairs[word[n : n + 2]] >= _AGAIN for n in range(len(word) - 1)):
            return Span(start + first, start + last), word
    return None
