"""How near a query is to a form: typing slips, also inside a longer term.

A slip is a letter or character too many, too few, another, or two swapped. How many are
forgiven depends on the length: in LLM one is already another term.
"""

from functools import lru_cache

from zhen_align.terms.forms import chinese_key
from zhen_align.text.scripts import han_count

_INSIDE = 0.8  # a longer term that holds the query is meant less often than the query itself
_OTHER_CASE = 0.97


def nearness(query: str, form: str) -> float:
    """Return 1 for the same form, less for each slip, 0 for another term.

    >>> nearness("langauge model", "language model") > nearness("langauge model",
    ...     "large language model") > 0
    True
    >>> nearness("kernel", "attention")
    0.0
    """
    if han_count(query):
        return _near(chinese_key(query), chinese_key(form), "")
    if query == form:
        return 1.0
    low = _near(_plain(query), _plain(form), " ")
    return min(low, _OTHER_CASE)


def _near(query: str, form: str, gap: str) -> float:
    slips = _forgiven(query)
    whole = _score(query, form, slips)
    if whole or len(form) <= len(query):
        return whole
    return _INSIDE * max(
        (_score(query, part, slips) for part in _parts(query, form, gap)), default=0
    )


def _score(query: str, form: str, slips: int) -> float:
    if abs(len(query) - len(form)) > slips:
        return 0.0
    distance = slips_between(query, form, slips)
    return 0.0 if distance > slips else 1 - distance / (max(len(query), len(form)) + 1)


def _forgiven(query: str) -> int:
    if han_count(query):
        return 1 if 2 <= len(query) <= 5 else len(query) // 3
    return 1 if len(query) < 6 else 2 if len(query) < 16 else 3


def _parts(query: str, form: str, gap: str) -> list[str]:
    """Return the stretches of the form that are as long as the query, in words or characters."""
    if not gap:
        size = len(query)
        return [form[at : at + size] for at in range(len(form) - size + 1)]
    words, size = form.split(), len(query.split())
    return [" ".join(words[at : at + size]) for at in range(len(words) - size + 1)]


@lru_cache(maxsize=1 << 16)
def _plain(text: str) -> str:
    return " ".join(text.replace("-", " ").casefold().split())


def slips_between(a: str, b: str, most: int) -> int:
    """Return the number of slips between two strings, or more than `most`.

    >>> slips_between("langauge", "language", 2), slips_between("abc", "xyz", 1)
    (1, 2)
    """
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    if not a or not b:
        return min(len(a) + len(b), most + 1)
    if most < 1:
        return most + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        older, before, row = before, row, [i] + [0] * len(b)
        for j, right in enumerate(b, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                row[j] = min(row[j], older[j - 2] + 1)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
