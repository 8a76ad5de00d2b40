"""The words of `qualities`, `terms`, `traits`, `fields` and `kinds` as expressions.

Each is made when it is first asked for: of some hundreds a text needs a few.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from zhen_align.lint.opposites.fields import FIELDS
from zhen_align.lint.opposites.kinds import KINDS
from zhen_align.lint.opposites.qualities import AXES, NEITHER
from zhen_align.lint.opposites.terms import TERMS
from zhen_align.lint.opposites.traits import TRAITS

FIRST_SET = sum(table.strip("\n").count("\n\n") + 1 for table in (AXES, TERMS, TRAITS))
"""The number of the first axis of `fields`; those of `kinds` follow."""

_BEGUN = re.compile(r"@?(?P<letters>[A-Za-z'’]+)(?!\?)")


class Pole(NamedTuple):
    """One end of an axis, or one member of a set of kinds; `axis` is the number of either."""

    axis: int
    end: int

    @property
    def others(self) -> Iterator["Pole"]:
        """The other ends."""
        return (Pole(self.axis, end) for end in range(len(axes()[self.axis])) if end != self.end)


class Words:
    """English words as an expression, which is made and asked where a text may have one of them."""

    def __init__(self, written: str) -> None:
        """Take words as the tables have them."""
        self._written = written
        # the letters that each word begins with: looking for them takes a tenth as long
        begun = (_BEGUN.match(word) for word in written.split())
        self._signs = tuple({found["letters"].lower() if found else "" for found in begun})

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return english(self._written)

    def find(self, text: str) -> list[re.Match[str]]:
        """Return where the words stand in a text."""
        small = _small(text)
        may_stand = any(sign in small for sign in self._signs)
        return list(self._pattern.finditer(text)) if may_stand else []


@lru_cache(maxsize=8)  # one text is asked for many words in turn
def _small(text: str) -> str:
    return text.lower()


class Listed(NamedTuple):
    """The words of a pole as they are listed: the certain ones, and all that may say it."""

    sure_en: str
    all_en: str
    sure_zh: str
    all_zh: str


@cache
def sure_en(pole: Pole) -> Words:
    """Return the certain English words of a pole."""
    return Words(_listed(pole).sure_en)


@cache
def all_en(pole: Pole) -> Words:
    """Return all English words of a pole."""
    return Words(_listed(pole).all_en)


@cache
def all_zh(pole: Pole) -> re.Pattern[str]:
    """Return an expression for all Chinese words of a pole."""
    return re.compile("|".join(_listed(pole).all_zh.split()))


def says_any(axis: int, text: str) -> bool:
    """Whether an English text has a certain word of any pole of an axis."""
    return any(sure_en(Pole(axis, end)).find(text) for end in range(len(axes()[axis])))


@cache
def poles_of_words() -> dict[str, tuple[Pole, ...]]:
    """Return the poles of each certain Chinese word; those on none have an empty tuple."""
    found: dict[str, tuple[Pole, ...]] = dict.fromkeys(NEITHER, ())
    for number, axis in enumerate(axes()):
        for end, listed in enumerate(axis):
            for word in listed.sure_zh.split():
                found[word] = (*found.get(word, ()), Pole(number, end))
    return found


@cache
def any_word() -> re.Pattern[str]:
    """Return an expression for every Chinese word of `poles_of_words`."""
    return any_of(poles_of_words())


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return an expression for any of some Chinese words, longer ones first."""
    rest: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        rest.setdefault(word[0], []).append(word[1:])
    return re.compile("|".join(f"{first}(?:{'|'.join(more)})" for first, more in rest.items()))


@cache
def axes() -> tuple[tuple[Listed, ...], ...]:
    """Return what is listed of each axis and each set, pole by pole."""
    fours = [part.splitlines() for table in (AXES, TERMS) for part in _parts(table)]
    pairs = [((four[0], four[2]), (four[1], four[3])) for four in fours]
    sets = [
        [line.split(" = ") for line in part.splitlines()]
        for table in (TRAITS, FIELDS, KINDS)
        for part in _parts(table)
    ]
    return tuple(tuple(_read(en, zh) for en, zh in axis) for axis in (*pairs, *sets))


def _parts(table: str) -> list[str]:
    return [part.replace("\n  ", " ") for part in table.strip("\n").split("\n\n")]


def _read(en: str, zh: str) -> Listed:
    sides = [f"{side} ".partition(" | ") for side in (en, zh)]
    return Listed(*(words for sure, _, more in sides for words in (sure, f"{sure} {more}")))


def _listed(pole: Pole) -> Listed:
    return axes()[pole.axis][pole.end]


@cache
def english(written: str) -> re.Pattern[str]:
    """Return an expression for English words as the tables have them."""
    stems = [word.replace("_", r"[\s-]").replace("*", r"\w*") for word in written.split()]
    stems = [re.sub("^@(.*)", r"(?-i:\\w*\1(?![a-z])\\S*)", stem) for stem in stems]
    cased = [f"(?-i:{stem})" if stem[0].isupper() else stem for stem in stems]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(cased) or '(?!)'})(?![\w-])", re.IGNORECASE)
