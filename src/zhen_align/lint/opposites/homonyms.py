"""Where a word of two senses is rendered in the one that is not meant: "recall" by 回忆.

It is told where the document itself renders the word in the other sense elsewhere, or nothing in
it speaks for the sense that stands here. A phrase of one field is told wherever nothing else in the
sentence asks for what stands there. Not here: the words (`senses`), the phrases (`phrases`,
`phrases_zh`).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from zhen_align.lint.dictionary import said as means
from zhen_align.lint.opposites import phrases, phrases_zh
from zhen_align.lint.opposites.field_words import FIELD_WORDS
from zhen_align.lint.opposites.poles import any_of, english
from zhen_align.lint.opposites.said import Reversed, Said, reversed_at
from zhen_align.lint.opposites.senses import CHINESE, ENGLISH
from zhen_align.types import Lang

_ENGLISH_WORD = re.compile("[A-Za-z]{3,}")

_AGAIN = 3  # sentences that speak of a field

Bead = tuple[Said, Said]


class Sense(NamedTuple):
    """A word, its renderings in the sense that is meant and in another one, and what for that.

    All are written as in `senses`: of some hundred a text needs a few as expressions. A phrase
    has but the sense that is not meant; `field` are words of the texts for which it holds.
    """

    lang: Lang
    is_odd: bool
    word: str
    meant: str
    other: str
    support: str
    is_phrase: bool = False
    field: str = ""


def homonyms(beads: Sequence[Bead]) -> Iterator[tuple[int, Reversed]]:
    """Yield the words of a document's beads that are rendered in a sense that is not meant."""
    for number, (zh, en) in enumerate(beads):
        for match in _any_rendering().finditer(zh.text):
            for sense in _of_english()[match[0]]:
                there = english(sense.word).search(en.text)
                if there and _is_told(sense, number, beads, match, there):
                    yield number, reversed_at(zh, en, match.span(), there.span())
        for match in _any_word().finditer(zh.text):
            for sense in _of_chinese()[match[0]]:
                wrong = english(sense.other).search(en.text)
                if wrong and _is_told(sense, number, beads, match, wrong):
                    yield number, reversed_at(zh, en, match.span(), wrong.span())


def _is_told(
    sense: Sense, number: int, beads: Sequence[Bead], zh: re.Match[str], en: re.Match[str]
) -> bool:
    if not sense.is_phrase:
        return _is_wrong(sense, number, beads)
    if sense.lang is Lang.EN:
        return not _explained(zh[0], _without(en))
    return not _explained(_without(zh), en[0])


def _explained(zh: str, en: str) -> bool:
    """Whether an English text has a word for a Chinese one."""
    return any(means(zh, [word.lower() for word in _ENGLISH_WORD.findall(en)]))


def _without(match: re.Match[str]) -> str:
    """Return the text around what was found."""
    return f"{match.string[: match.start()]}\n{match.string[match.end() :]}"


def _is_wrong(sense: Sense, number: int, beads: Sequence[Bead]) -> bool:
    mine, theirs = (_chinese, english) if sense.lang is Lang.ZH else (english, _chinese)
    word, support = mine(sense.word), mine(sense.support)
    meant, other = theirs(sense.meant), theirs(sense.other)
    said, rendered = _sides(sense, beads[number])
    if meant.search(rendered) or support.search(said):
        return False
    if sense.field and not _is_about(sense.field, beads):
        return False
    elsewhere = [_sides(sense, each) for n, each in enumerate(beads) if n != number]
    own = [right for left, right in elsewhere if word.search(left)]
    as_meant = sum(1 for right in own if meant.search(right))
    as_other = sum(1 for right in own if other.search(right))
    if as_meant or as_other or not sense.is_odd:
        return as_meant > 2 * as_other
    return not any(support.search(left) for left, _ in elsewhere)


def _is_about(field: str, beads: Sequence[Bead]) -> bool:
    """Whether the English of a document uses the words of a field again and again."""
    words = english(field)
    return sum(1 for _, en in beads if words.search(en.text)) >= _AGAIN


def _sides(sense: Sense, bead: Bead) -> tuple[str, str]:
    """Return the text of the word's language, and that of its renderings."""
    zh, en = bead[0].text, bead[1].text
    return (zh, en) if sense.lang is Lang.ZH else (en, zh)


@cache
def _any_rendering() -> re.Pattern[str]:
    return any_of(_of_english())


@cache
def _any_word() -> re.Pattern[str]:
    return any_of(_of_chinese())


@cache
def _of_english() -> dict[str, list[Sense]]:
    """Return the senses of English words by the Chinese word that is not meant."""
    found: dict[str, list[Sense]] = {}
    phrased = _phrases(Lang.EN, phrases.ENGLISH)
    for sense in (*_senses(Lang.EN, ENGLISH), *_field_senses(), *phrased):
        for rendering in sense.other.split():
            found.setdefault(rendering, []).append(sense)
    return found


@cache
def _of_chinese() -> dict[str, list[Sense]]:
    """Return the senses of Chinese words by the word."""
    found: dict[str, list[Sense]] = {}
    for sense in (*_senses(Lang.ZH, CHINESE), *_phrases(Lang.ZH, phrases_zh.CHINESE)):
        for word in sense.word.split():
            found.setdefault(word, []).append(sense)
    return found


def _senses(lang: Lang, table: str) -> Iterator[Sense]:
    for line in _lines(table):
        word, meant, other, support = f"{line.removeprefix('! ')} ".split(" = ")
        yield Sense(lang, line.startswith("! "), word, meant, other, support)


def _phrases(lang: Lang, table: str) -> Iterator[Sense]:
    for line in _lines(table):
        word, other = line.split(" = ")
        yield Sense(lang, True, word, "", other, "", is_phrase=True)


def _field_senses() -> Iterator[Sense]:
    for part in FIELD_WORDS.strip("\n").split("\n\n"):
        field, rows = part.removeprefix("@ ").split("\n", 1)
        for sense in _senses(Lang.EN, rows):
            yield sense._replace(is_odd=True, field=field)


def _lines(table: str) -> list[str]:
    return table.strip("\n").replace("\n  ", " ").splitlines()


@cache
def _chinese(words: str) -> re.Pattern[str]:
    return re.compile("|".join(words.split()) or "(?!)")
