"""Words, numbers and names as they stand in running text, and the forms they are known by.

A number is known by its value, a name with a hyphen by its parts too. Each different token
is looked at once, however often it stands in a text. Not here: what may stand for what
(`tokens`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from zhen_align.align.lexicon import Ints, stems

_WIDE = {c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x2019: 0x27}
_HYPHENS = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212), 0x2D)
_FOLD = _WIDE | _HYPHENS
_TOKEN = re.compile(
    r"(?P<cite>\[\d+\])"
    r"|(?P<num>(?<![A-Za-z\d])\d[\d,]*(?:\.\d+)?)"
    r"(?P<scale>\s?(?:[十百千]?[万萬亿億]+|[百千]|thousand|million|billion|trillion|[KkMBT])"
    r"(?![A-Za-z\d]))?"
    r"|(?P<word>[A-Za-z\u00c0-\u024f\u0370-\u03ff][A-Za-z\d\u00c0-\u024f\u0370-\u03ff]*"
    r"(?:[-_./'][A-Za-z\d]+)*)"
)
_BETWEEN = "\0"
_PART = re.compile(r"[-_./']")
_SCALES = {
    "百": 1e2, "千": 1e3, "thousand": 1e3, "k": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6,
    "million": 1e6, "m": 1e6, "千万": 1e7, "亿": 1e8, "十亿": 1e9, "billion": 1e9, "b": 1e9,
    "百亿": 1e10, "千亿": 1e11, "万亿": 1e12, "trillion": 1e12, "t": 1e12,
}  # fmt: skip

Rows = tuple[Ints, Ints, Ints]
"""Unit, type and place of tokens."""


def folded(text: str) -> str:
    """Return a text with full-width letters and the kinds of hyphens made one."""
    return text.translate(_FOLD)


def value(number: str, scale: str | None) -> str:
    """Return a literal for a written number, equal for equal values.

    >>> value("5.85", "B") == value("58.5", "亿")
    True
    """
    amount = float(number.replace(",", ""))
    if scale:
        unit = scale.strip().lower().replace("萬", "万").replace("億", "亿")
        amount *= _SCALES.get(unit, 1.0)
    return f"#{amount:.8g}"


def forms(found: re.Match[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the English words of a token, and the literals that it may be met as."""
    word = found["word"]
    if not word:
        literal = value(found["num"], found["scale"]) if found["num"] else found["cite"]
        return (), (literal,)
    low = word.lower()
    whole = low.removesuffix("s") if len(low) > 3 else low
    parts = tuple(part for part in _PART.split(low) if part)
    if len(parts) == 1:
        return parts, (whole,)
    return parts, (whole, *(part for part in parts if len(part) > 1))


def written(text: str, place: int, name: str) -> str:
    """Return how the token of that name at a place is written, or its name where it is not there.

    >>> written("58.5亿 parameters", 0, "#5.85e+09"), written("two models", 4, "model")
    ('58.5亿', 'models')
    """
    found = _TOKEN.match(text.translate(_FOLD), place)
    if found is None:
        return name
    words, literals = forms(found)
    return found[0] if name in literals or name in stems(words) else name


@dataclass(frozen=True, slots=True)
class Seen:
    """Where tokens stand in texts: unit, place, number; and the forms of each number."""

    unit: Ints
    place: Ints
    number: Ints
    forms: list[tuple[tuple[str, ...], tuple[str, ...]]]

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Seen":
        """Find the tokens of all texts in one go."""
        numbers: dict[str, int] = {}
        every: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
        found: list[int] = []
        places: list[int] = []
        for match in _TOKEN.finditer(_BETWEEN.join(texts)):
            token = match[0]
            number = numbers.get(token)
            if number is None:
                number = numbers[token] = len(every)
                every.append(forms(match))
            found.append(number)
            places.append(match.start())
        starts = np.cumsum([0] + [len(t) + 1 for t in texts[:-1]], dtype=np.int64)
        place = np.array(places, dtype=np.int64)
        unit = np.searchsorted(starts, place, side="right") - 1
        return cls(unit, place - starts[unit], np.array(found, dtype=np.int64), every)

    def rows(self, types: Sequence[Sequence[int]]) -> "Rows":
        """Return the tokens as types, given the types of each number."""
        count = np.array([len(some) for some in types], dtype=np.int64)
        flat = np.array([kind for some in types for kind in some], dtype=np.int64)
        first = np.cumsum(count) - count
        many = count[self.number]
        at = np.repeat(first[self.number], many) + _within(many)
        return np.repeat(self.unit, many), flat[at], np.repeat(self.place, many)


def _within(count: Ints) -> Ints:
    """Return 0..n - 1 for each count, one after the other."""
    ends = np.cumsum(count)
    found: Ints = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - count, count)
    return found
