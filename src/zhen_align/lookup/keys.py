"""What the rows of a glossary are found by: keys, the same in memory and in a file.

A key is a letter for its kind and what all spellings share. The row numbers under a key
come in the order in which they are worth showing, so that the first ones are enough.

e  an English form, its words without case, hyphen and plural    a  an abbreviation, in its case
z  a Chinese form, simplified                                    x  a form that is none of these
w  one or two neighbouring words of an English form              b  an abbreviation inside a form
c  one or two neighbouring characters of a Chinese form          k  a Latin form, letters only
h  half a form and how long the whole is: a single slip leaves one half as it was
p, i, s  pinyin: in full, initials, the beginning of each part

Not here: whether a row found by a key is an answer (answer.py).
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise
from operator import add

from zhen_align.glossary.latin import abbreviation_key, is_abbreviation, keys
from zhen_align.glossary.rows import Row, Status
from zhen_align.lookup import pinyin
from zhen_align.lookup.nearness import plain
from zhen_align.terms.forms import chinese_key, singular
from zhen_align.text.scripts import HAN

ORDER = {
    status: place
    for place, status in enumerate(
        (
            Status.PREFERRED,
            Status.KEEP,
            Status.ADMITTED,
            Status.CANDIDATE,
            Status.DEPRECATED,
            Status.FORBIDDEN,
        )
    )
}
NEARLY = frozenset("khpis")
"""The kinds of keys that find what is only near."""
_NUMBER = (1 << 32) - 1
_SHORTEST = 3  # letters: half of a shorter Latin form is nothing to go by
_OTHER = re.compile(r"[^a-z0-9]+")
_HAN = re.compile(f"[{HAN}]")


def entry(row: Row, form: str, number: int) -> int:
    """Return what stands under a key: it sorts by status, then length, and holds the number."""
    return ORDER[row.status] << 48 | min(len(form), 0xFFFF) << 32 | number


def number_in(stored: int) -> int:
    """Return the number of the row that an entry stands for."""
    return stored & _NUMBER


def is_chinese(form: str) -> bool:
    """Whether a form has Chinese characters."""
    return not form.isascii() and _HAN.search(form) is not None


@lru_cache(maxsize=1 << 14)
def english_keys(form: str) -> frozenset[str]:
    """Return what an English form is known by: parted at hyphens, and written closed."""
    return frozenset(" ".join(parts) for parts in keys(form))


@lru_cache(maxsize=1 << 14)
def inner_words(form: str) -> tuple[str, ...]:
    """Return the words of an English form, each without its plural; none of what is not one."""
    parted = next(keys(form), [])
    return tuple(map(singular, parted))


def of_row(row: Row) -> Iterator[tuple[str, list[str]]]:
    """Yield each form of a row with the keys that find it as it is, or in longer terms."""
    for form, kind in _forms(row):
        if kind is _Kind.CHINESE:
            key = chinese_key(form)
            parts = {*key, *map(add, key, key[1:])}
            yield form, ["z" + key, *["c" + part for part in parts]]
        elif kind is _Kind.SHORT:
            key = abbreviation_key(form)
            found = ["a" + key if key else "x" + " ".join(form.split())]
            yield form, found + ["b" + token for token in _tokens(form) if token != form]
        else:
            yield form, _latin(form)


def nearly(row: Row, reading: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each form of a row with the keys that find it by what is nearly the form."""
    for form, kind in _forms(row):
        if kind is _Kind.CHINESE:
            yield form, list(halves(chinese_key(form)))
        elif letters := closed(form):
            yield form, ["k" + letters, *halves(letters)]
    if reading:
        yield row.zh, list(pinyin.keys(reading))


class _Kind(Enum):
    CHINESE = auto()
    SHORT = auto()
    """An abbreviation."""
    LATIN = auto()


def _forms(row: Row) -> Iterator[tuple[str, _Kind]]:
    """Yield the forms, each once, and what they are."""
    yield row.en, _kind(row.en)
    if row.zh != row.en:
        yield row.zh, _kind(row.zh)
    if row.abbr.strip() and row.abbr not in (row.en, row.zh):
        yield row.abbr, _Kind.CHINESE if is_chinese(row.abbr) else _Kind.SHORT


def _kind(form: str) -> _Kind:
    if is_chinese(form):
        return _Kind.CHINESE
    return _Kind.SHORT if is_abbreviation(form) else _Kind.LATIN


def _latin(form: str) -> list[str]:
    known_by = list(keys(form))
    if not known_by:
        return ["x" + " ".join(form.split())]
    found = ["e" + " ".join(parts) for parts in known_by]
    found += ["w" + phrase for phrase in phrases(tuple(map(singular, known_by[0])))]
    if not form.islower():
        found += ["b" + token for token in _tokens(form) if is_abbreviation(token)]
    return found


def _tokens(form: str) -> list[str]:
    return form.replace("-", " ").split()


def closed(form: str) -> str:
    """Return the letters and digits of a Latin form, without case.

    >>> closed("Pre-training of GPT-4")
    'pretrainingofgpt4'
    """
    if form.isascii():
        return _OTHER.sub("", form.lower())
    return "".join(ch for ch in plain(form) if ch.isalnum())


def phrases(words: tuple[str, ...]) -> set[str]:
    """Return the words, and each two neighbours."""
    return {*words, *(f"{a} {b}" for a, b in pairwise(words))}


def halves(key: str) -> Iterator[str]:
    """Yield the keys of the two halves of a form.

    >>> list(halves("kernel"))
    ['h6<ker', 'h6>nel']
    """
    size = len(key)
    if size >= (_SHORTEST if key.isascii() else 2):
        yield f"h{size}<{key[: size // 2]}"
        yield f"h{size}>{key[size // 2 :]}"


def near_halves(query: str) -> Iterator[str]:
    """Yield the keys of all forms that are one slip away from a query."""
    for size in (len(query), len(query) - 1, len(query) + 1):
        middle = size // 2
        if size >= 2:
            yield f"h{size}<{query[:middle]}"
            yield f"h{size}>{query[middle - size :]}"
    middle = len(query) // 2
    if len(query) >= 2:  # a swap across the middle touches both halves
        swapped = query[: middle - 1] + query[middle] + query[middle - 1] + query[middle + 1 :]
        yield f"h{len(query)}<{swapped[:middle]}"


def words_of(row: Row) -> Iterator[str]:
    """Yield the words whose slips are mended one by one."""
    for form in {row.en, row.zh}:
        if not is_chinese(form) and not is_abbreviation(form):
            yield from plain(form).split()
