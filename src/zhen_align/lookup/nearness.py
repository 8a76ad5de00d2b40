"""How near a query is to a form: typing slips, also inside a longer term.

A slip is a letter or character too many, too few, another, or two swapped. How many are
forgiven depends on the length: in LLM one is already another term.
"""

from collections.abc import Iterator
from functools import lru_cache

from zhen_align.terms.forms import chinese_key
from zhen_align.text.fold import fold
from zhen_align.text.scripts import han_count

_INSIDE = 0.8  # a longer term that holds the query is meant less often than the query itself
_OTHER_CASE = 0.97
_SWAPPED = 0.75  # of a slip: two letters in the wrong order leave no doubt which they were


def nearness(query: str, form: str) -> float:
    """Return 1 for the same form, less for each slip, 0 for another term.

    >>> nearness("langauge model", "language model") > nearness("langauge model",
    ...     "large language model") > 0
    True
    >>> nearness("kernel", "attention")
    0.0
    """
    if query == form:
        return 1.0
    if han_count(query):
        return _near(chinese_key(query), chinese_key(form), "")
    return min(_near(plain(query), plain(form), " "), _OTHER_CASE)


def forgiven(query: str) -> int:
    """Return how many slips a query of this length may have and still be told from others."""
    if not query.isascii() and han_count(query):
        return 1 if 2 <= len(query) <= 5 else len(query) // 3
    return 1 if len(query) < 6 else 2 if len(query) < 16 else 3


@lru_cache(maxsize=1 << 16)
def plain(text: str) -> str:
    """Return a Latin form without case, hyphens and doubled blanks."""
    return " ".join(fold(text).text.replace("-", " ").casefold().split())


def _near(query: str, form: str, gap: str) -> float:
    slips = forgiven(query)
    whole = _score(query, form, slips)
    if whole or len(form) <= len(query):
        return whole
    parts = _parts(query, form, gap)
    return _INSIDE * max((_score(query, part, slips) for part in parts), default=0)


def _score(query: str, form: str, slips: int) -> float:
    if abs(len(query) - len(form)) > slips:
        return 0.0
    weight = weighed(query, form, slips)
    return 0.0 if weight > slips else 1 - weight / (max(len(query), len(form)) + 1)


def _parts(query: str, form: str, gap: str) -> Iterator[str]:
    """Yield the stretches of the form that are as long as the query, in words or characters."""
    if not gap:
        size = len(query)
        yield from (form[at : at + size] for at in range(len(form) - size + 1))
        return
    words, size = form.split(), query.count(" ") + 1
    yield from (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))


def weighed(a: str, b: str, most: int) -> float:
    """Return the slips between two strings, a swap as part of one; more than `most` is too many.

    >>> weighed("langauge", "language", 2), weighed("langage", "language", 2)
    (0.75, 1.0)
    """
    a, b = _unlike(a, b)
    if len(a) == len(b) == 2 and a == b[::-1]:
        return _SWAPPED
    return float(_distance(a, b, most))


def slips_between(a: str, b: str, most: int) -> int:
    """Return the number of slips between two strings, or more than `most`.

    >>> slips_between("langauge", "language", 2), slips_between("abc", "xyz", 1)
    (1, 2)
    """
    return _distance(*_unlike(a, b), most)


def _unlike(a: str, b: str) -> tuple[str, str]:
    """Cut off what both begin and end with."""
    start, end = 0, 0
    least = min(len(a), len(b))
    while start < least and a[start] == b[start]:
        start += 1
    while end < least - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return a[start : len(a) - end], b[start : len(b) - end]


def _distance(a: str, b: str, most: int) -> int:
    if not a or not b:
        return min(len(a) + len(b), most + 1)
    if most < 1 or abs(len(a) - len(b)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        older, before, row = before, row, [i] + [most + 1] * len(b)
        # further off the diagonal lie more slips than are forgiven
        for j in range(max(1, i - most), min(len(b), i + most) + 1):
            right = b[j - 1]
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                best = min(best, older[j - 2] + 1)
            row[j] = best
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
