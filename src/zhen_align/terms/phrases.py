"""Long forms with small words in them: intersection over union, mixture of experts.

No noun phrase of `english.py` holds such a word. What a bracket of the document gives an
abbreviation is a term all the same, wherever else it stands.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from zhen_align.terms.english import is_initial
from zhen_align.terms.stopwords import STOP
from zhen_align.types import Span

Phrases = Sequence[tuple[str, re.Pattern[str]]]


def phrases(keys: Iterable[str]) -> Phrases:
    """Return those of some terms that have small words inside, and what finds them."""
    held = sorted(key for key in set(keys) if not STOP.isdisjoint(key.split()[1:-1]))
    return [(key, _pattern(key.split())) for key in held]


def spelt(text: str, known: Phrases) -> Iterator[tuple[int, int, str, str]]:
    """Yield where they stand in an English text, the term, and a 1 where capitals mean nothing.

    >>> text = "Two intersections over unions differ."
    >>> [text[a:b] for a, b, _, _ in spelt(text, phrases(["intersection over union", "union"]))]
    ['intersections over unions']
    """
    for key, pattern in known:
        for m in pattern.finditer(text):
            yield m.start(), m.end(), key, "01"[is_initial(text, Span(m.start(), m.end()))]


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    each = (re.escape(word) + ("" if word in STOP else "(?:e?s)?") for word in words)
    return re.compile(r"(?<![\w-])" + r"[\s-]+".join(each) + r"(?![\w-])", re.IGNORECASE)
