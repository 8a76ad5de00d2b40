"""Where a word of two senses is rendered in the one that is not meant: "recall" by 回忆.

It is told where the document itself renders the word in the other sense elsewhere, or nothing in
it speaks for the sense that stands here. Not here: the words (`senses`).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from zhen_align.lint.opposites.poles import english
from zhen_align.lint.opposites.said import Reversed, Said, reversed_at
from zhen_align.lint.opposites.senses import CHINESE, ENGLISH
from zhen_align.types import Lang

Bead = tuple[Said, Said]


class Sense(NamedTuple):
    """A word, its renderings in the sense that is meant and in another one, and what for that."""

    lang: Lang
    word: re.Pattern[str]
    meant: re.Pattern[str]
    other: re.Pattern[str]
    support: re.Pattern[str]
    is_odd: bool


def homonyms(beads: Sequence[Bead]) -> Iterator[tuple[int, Reversed]]:
    """Yield the words of a document's beads that are rendered in a sense that is not meant."""
    for number, (zh, en) in enumerate(beads):
        for match in _any_chinese().finditer(zh.text):
            for sense in _senses_in_chinese()[match[0]]:
                there = list(sense.word.finditer(en.text))
                if there and _is_wrong(sense, number, beads):
                    yield number, reversed_at(zh, en, match.span(), there[0].span())
        for sense in _senses_of_chinese():
            if here := sense.word.search(zh.text):
                wrong = sense.other.search(en.text)
                if wrong and _is_wrong(sense, number, beads):
                    yield number, reversed_at(zh, en, here.span(), wrong.span())


def _is_wrong(sense: Sense, number: int, beads: Sequence[Bead]) -> bool:
    said, rendered = _sides(sense, beads[number])
    if sense.meant.search(rendered) or sense.support.search(said):
        return False
    elsewhere = [_sides(sense, each) for n, each in enumerate(beads) if n != number]
    own = [right for left, right in elsewhere if sense.word.search(left)]
    meant = sum(1 for right in own if sense.meant.search(right))
    other = sum(1 for right in own if sense.other.search(right))
    if meant or other or not sense.is_odd:
        return meant > 2 * other
    return not any(sense.support.search(left) for left, _ in elsewhere)


def _sides(sense: Sense, bead: Bead) -> tuple[str, str]:
    """Return the text of the word's language, and that of its renderings."""
    zh, en = bead[0].text, bead[1].text
    return (zh, en) if sense.lang is Lang.ZH else (en, zh)


@cache
def _any_chinese() -> re.Pattern[str]:
    return re.compile("|".join(_senses_in_chinese()))


@cache
def _senses_in_chinese() -> dict[str, list[Sense]]:
    """Return the senses of English words by the Chinese word that is not meant."""
    found: dict[str, list[Sense]] = {}
    for odd, (word, meant, other, support) in _rows(ENGLISH):
        means = _chinese(meant), _chinese(other), english(support)
        sense = Sense(Lang.EN, english(word), *means, odd)
        for rendering in other.split():
            found.setdefault(rendering, []).append(sense)
    return found


@cache
def _senses_of_chinese() -> tuple[Sense, ...]:
    return tuple(
        Sense(Lang.ZH, _chinese(word), english(meant), english(other), _chinese(support), odd)
        for odd, (word, meant, other, support) in _rows(CHINESE)
    )


def _rows(table: str) -> Iterator[tuple[bool, list[str]]]:
    for line in table.strip("\n").replace("\n  ", " ").splitlines():
        yield line.startswith("! "), f"{line.removeprefix('! ')} ".split(" = ")


def _chinese(words: str) -> re.Pattern[str]:
    return re.compile("|".join(words.split()) or "(?!)")
