"""Claims and their clauses, as units to be matched.

A long sentence of one account is often a list of what the other says one by one: then its
clauses match where the sentence as a whole does not. Short clauses go with their
neighbours. Not here: what a clause's match is worth.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from zhen_align.align.lexicon import Ints
from zhen_align.align.tokens import Text
from zhen_align.text.clauses import clauses
from zhen_align.text.scripts import han_count, word_count
from zhen_align.types import Lang

_LEAST = {Lang.ZH: 10, Lang.EN: 6}  # Han characters or words


@dataclass(frozen=True, slots=True)
class Units:
    """The texts of sentences and clauses, each sentence before its clauses.

    `owner` is the number of the sentence, in rising order; `whole` marks the sentences.
    """

    texts: tuple[Text, ...]
    owner: Ints
    whole: npt.NDArray[np.bool_]

    @property
    def first(self) -> Ints:
        """Return where each sentence's units begin."""
        return np.flatnonzero(self.whole)


def units(sentences: Sequence[Text], lang: Lang, *, cut: bool = True) -> Units:
    """Return the sentences with their clauses, or only themselves."""
    texts: list[Text] = []
    owner: list[int] = []
    whole: list[bool] = []
    for number, sentence in enumerate(sentences):
        parts = pieces(sentence.text, lang) if cut else []
        texts += [sentence, *(Text(part) for part in parts)]
        owner += [number] * (1 + len(parts))
        whole += [True, *(False for _ in parts)]
    return Units(tuple(texts), np.array(owner, dtype=np.int64), np.array(whole, dtype=np.bool_))


def pieces(text: str, lang: Lang) -> list[str]:
    """Return the clauses of a sentence, short ones joined; none where there is but one.

    >>> pieces("The pump fills all of the tanks, and the valve closes in three seconds.", Lang.EN)
    ['The pump fills all of the tanks,', 'and the valve closes in three seconds.']
    """
    size = han_count if lang is Lang.ZH else word_count
    found: list[str] = []
    start = 0
    for clause in clauses(text):
        if size(text[start : clause.end]) >= _LEAST[lang]:
            found.append(text[start : clause.end].strip())
            start = clause.end
    if found and text[start:].strip():
        found[-1] = text[text.rindex(found[-1], 0, start) :].strip()
    return found if len(found) > 1 else []
