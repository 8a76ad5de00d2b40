"""Where two opposites have changed places: "A on the anode side, B on the cathode side".

Each side says both, once, each in a clause of its own; but the clause around the one is, by the
dictionary, the translation of the clause around the other. A translation that puts its clauses in
another order moves what stands around the words with them, and is excused so. The dictionary is
asked only where the two stand in another order than in the source.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from zhen_align.lint.dictionary import in_common
from zhen_align.lint.opposites.poles import sure_en
from zhen_align.lint.opposites.reversed import Standing
from zhen_align.lint.opposites.said import Said
from zhen_align.text.quantities_types import Key, Measure
from zhen_align.types import Span

_EN_CUT = re.compile(r"[,;:]| (?:and|while|but|whereas|than) ")
_ZH_CUT = re.compile("[，；,;：\n]")

Two = tuple[tuple[int, int], tuple[int, int]]


class Crossed(NamedTuple):
    """Two words of the Chinese that stand in each other's place, and those of the English."""

    zh: Span
    en: Span
    zh_words: tuple[str, str]
    en_words: tuple[str, str]


class _Number(NamedTuple):
    """Where a number stands, what it may mean, and what it is a number of."""

    at: tuple[int, int]
    keys: frozenset[Key]
    kind: tuple[Measure, str]


def crossed(zh: Said, en: Said, stand: Standing) -> Iterator[Crossed]:
    """Yield the opposites of a bead that have changed places."""
    for pole, ones in stand.items():
        for other in pole.others if len(ones) == 1 else ():
            others = stand.get(other, [])
            if other.end < pole.end or len(others) != 1:
                continue
            here = [sure_en(each).find(en.text) for each in (pole, other)]
            if [len(found) for found in here] != [1, 1]:
                continue
            mine = (ones[0].span(), others[0].span())
            theirs = (here[0][0].span(), here[1][0].span())
            if (mine[0] < mine[1]) == (theirs[0] < theirs[1]):
                continue
            if not (_apart(zh.text, mine, _ZH_CUT) and _apart(en.text, theirs, _EN_CUT)):
                continue
            if _exchanged(zh.text, mine, en.text, theirs):
                yield _crossed(zh, mine, en, theirs)


def crossed_numbers(zh: Said, en: Said) -> Iterator[Crossed]:
    """Yield the first two numbers of a bead that have changed places."""
    theirs = _numbers(en)
    mine = _numbers(zh) if len(theirs) > 1 else []
    both = [(a, b) for a in mine for b in theirs if a.keys == b.keys]
    for n, (one, en_one) in enumerate(both):
        for two, en_two in both[n + 1 :]:
            if (one.at < two.at) == (en_one.at < en_two.at) or one.kind != two.kind:
                continue
            here, there = (one.at, two.at), (en_one.at, en_two.at)
            if not (_apart(zh.text, here, _ZH_CUT) and _apart(en.text, there, _EN_CUT)):
                continue
            if _exchanged(zh.text, here, en.text, there, each=True):
                yield _crossed(zh, here, en, there)
                return


def _numbers(side: Said) -> list[_Number]:
    """Return the numbers that a side says once."""
    found = [
        _Number((at + q.span.start, at + q.span.end), q.keys, (q.kind, q.unit))
        for at, text in side.starts
        for q in text.quantities
        if q.strong and q.digits
    ]
    return [one for one in found if sum(not one.keys.isdisjoint(b.keys) for b in found) == 1]


def _apart(text: str, two: Two, cut: re.Pattern[str]) -> bool:
    first, second = sorted(two)
    return cut.search(text, first[1], second[0]) is not None


def _exchanged(zh: str, mine: Two, en: str, theirs: Two, *, each: bool = False) -> bool:
    """Whether the clauses around words fit those around their opposites better, taken together.

    With `each`, both must.
    """
    zh_one, zh_other = (_around(zh, at, _ZH_CUT) for at in mine)
    en_one, en_other = (_around(en, at, _EN_CUT) for at in theirs)
    across = in_common(zh_other, en_one), in_common(zh_one, en_other)
    along = in_common(zh_one, en_one), in_common(zh_other, en_other)
    if each and not (across[0] > along[0] and across[1] > along[1]):
        return False
    return sum(across) > sum(along)


def _around(text: str, at: tuple[int, int], cut: re.Pattern[str]) -> str:
    """Return what else the clause says that a word stands in."""
    edges = [0, *(found.end() for found in cut.finditer(text)), len(text)]
    start = max(edge for edge in edges if edge <= at[0])
    end = min(edge for edge in edges if edge >= at[1])
    return f"{text[start : at[0]]} {text[at[1] : end]}"


def _crossed(zh: Said, mine: Two, en: Said, theirs: Two) -> Crossed:
    spans, pairs = [], []
    for side, two in ((zh, mine), (en, theirs)):
        first, second = sorted(two)
        start, end = side.span(*first).start, side.span(*second).end
        spans.append(Span(start, end))
        pairs.append((side.written[slice(*first)], side.written[slice(*second)]))
    return Crossed(spans[0], spans[1], pairs[0], pairs[1])
