"""Latin words of a text and the keys of Latin forms: inflection, hyphens, abbreviations."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from zhen_align.terms.forms import american, singular
from zhen_align.text.fold import fold

_LETTER = r"A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff"
_WORD = re.compile(rf"[{_LETTER}]+(?:\.\d+)*(?:\+\+|#)?")
_PLAIN = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*")
_LONGEST_ABBREVIATION = 8  # more letters in capitals are a word that shouts
_HYPHENS = frozenset("-\u2010\u2011\u2012\u2013")


class Word(NamedTuple):
    """A word of a folded text: its place, itself, what it compares by, and what follows it."""

    start: int
    end: int
    text: str
    key: str
    hyphen: bool
    number_follows: bool
    stops: bool


def words(text: str) -> list[Word]:
    """Return the words; a hyphen parts them, and `stops` says that no term goes on behind."""
    found = []
    places = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    for at, (start, end) in enumerate(places):
        following = places[at + 1][0] if at + 1 < len(places) else len(text)
        gap = text[end:following]
        hyphen = gap in _HYPHENS and following < len(text)
        found.append(
            Word(
                start,
                end,
                text[start:end],
                _key(text[start:end]),
                hyphen,
                hyphen and text[following].isdigit(),
                not (hyphen or gap == " " or gap in ("'", "’", "/") or not gap.strip()),
            )
        )
    return found


def keys(form: str) -> Iterator[list[str]]:
    """Yield the words a form is known by, last one singular: parted, then closed at hyphens."""
    if _PLAIN.fullmatch(form):  # as most forms are: nothing to fold, nothing to close
        parted = [_key(word) for word in form.split(" ")]
        yield [*parted[:-1], singular(parted[-1])]
        return
    found = words(fold(form).text)
    if not found or any(word.stops for word in found[:-1]):
        return
    parted = [word.key for word in found]
    yield [*parted[:-1], singular(parted[-1])]
    if any(word.hyphen for word in found):
        closed, joined = [], ""
        for word in found:
            joined += word.key
            if not word.hyphen:
                closed.append(joined)
                joined = ""
        yield [*closed[:-1], singular(closed[-1])]


def abbreviation_key(form: str) -> str:
    """Return what an abbreviation is known by: its letters in their case, without hyphens.

    >>> abbreviation_key("R-CNNs"), abbreviation_key("SAM")
    ('RCNN', 'SAM')
    """
    plain = _PLAIN.fullmatch(form)
    key = form.replace(" ", "") if plain else "".join(w.text for w in words(fold(form).text))
    return key[:-1] if re.fullmatch(r".*[A-Z0-9].*[A-Z0-9]s", key) else key


def is_abbreviation(form: str) -> bool:
    """Whether a form is one word of mostly capitals, so that its case is its meaning.

    >>> [is_abbreviation(f) for f in ("SAM", "T-PLMs", "ResNet", "self-attention", "LLM agent")]
    [True, True, False, False, False]
    """
    if form.islower() or " " in form.strip():
        return False
    letters = [ch for ch in form if ch.isalpha()]
    capitals = sum(ch.isupper() for ch in letters)
    latin = all(ch < "\u2e80" for ch in letters)
    short = latin and len(letters) <= _LONGEST_ABBREVIATION
    return short and capitals >= 2 and 2 * capitals >= len(letters)


@lru_cache(maxsize=1 << 15)
def _key(word: str) -> str:
    """Return the word without case, in American spelling, its plural left."""
    return american(word.casefold())
