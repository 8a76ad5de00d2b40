"""The poles of `qualities` and `terms` as expressions, made when one is first asked for."""

import re
from functools import cache
from typing import NamedTuple

from zhen_align.lint.opposites.qualities import AXES, NEITHER
from zhen_align.lint.opposites.terms import TERMS


class Pole(NamedTuple):
    """One end of an axis, 0 or 1."""

    axis: int
    end: int

    @property
    def opposite(self) -> "Pole":
        """Return the other end."""
        return Pole(self.axis, 1 - self.end)


class Words(NamedTuple):
    """The words of a pole: the certain English ones, and all of each language."""

    en: re.Pattern[str]
    all_en: re.Pattern[str]
    all_zh: re.Pattern[str]


@cache
def words(pole: Pole) -> Words:
    """Return the expressions of a pole."""
    lines = axes()[pole.axis]
    en, zh = lines[pole.end], lines[2 + pole.end]
    return Words(
        _english(en.partition(" | ")[0]),
        _english(en.replace(" | ", " ")),
        re.compile("|".join(zh.replace(" | ", " ").split())),
    )


@cache
def poles_of_words() -> dict[str, tuple[Pole, ...]]:
    """Return the poles of each certain Chinese word; those on none have an empty tuple."""
    found: dict[str, tuple[Pole, ...]] = dict.fromkeys(NEITHER, ())
    for number, lines in enumerate(axes()):
        for end in (0, 1):
            for word in lines[2 + end].partition(" | ")[0].split():
                found[word] = (*found.get(word, ()), Pole(number, end))
    return found


@cache
def any_word() -> re.Pattern[str]:
    """Return an expression for every Chinese word of `poles_of_words`, longer ones first."""
    return re.compile("|".join(sorted(poles_of_words(), key=len, reverse=True)))


@cache
def axes() -> tuple[tuple[str, ...], ...]:
    """Return the four lines of each axis."""
    paragraphs = [*AXES.strip("\n").split("\n\n"), *TERMS.strip("\n").split("\n\n")]
    return tuple(tuple(p.replace("\n  ", " ").splitlines()) for p in paragraphs)


def _english(written: str) -> re.Pattern[str]:
    stems = [word.replace("_", r"[\s-]").replace("*", r"\w*") for word in written.split()]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(stems)})(?![\w-])", re.IGNORECASE)
