"""The stretches of a sentence that could be a rendering, and what two renderings share."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zhen_align.terms.chinese import ATOM, BEGINS, HARD, RUN, SOFT
from zhen_align.terms.rendering_key import rendering_key
from zhen_align.text.scripts import has_han
from zhen_align.types import Span

_LONGEST = 9


class Atom(NamedTuple):
    """A Chinese character, or a word in Latin letters, and what the segmenter says of it."""

    start: int
    end: int
    mark: int

    @property
    def begins(self) -> bool:
        """Whether a word begins here."""
        return bool(self.mark & (BEGINS | RUN))


class Stretch(NamedTuple):
    """A row of atoms that a term may consist of; `soft` is its share of function words.

    `left` and `right` say whether it begins and ends where words do.
    """

    span: Span
    zh: str
    form: str
    left: bool
    right: bool
    soft: float


def stretches(plain: str, cut: Sequence[Atom]) -> list[Stretch]:
    """Return the stretches of a bead's Chinese that could be a rendering."""
    found = []
    for span, left, right, soft in _rows(cut):
        zh = "".join(span.of(plain).split())
        form = rendering_key(zh)
        if len(form) >= 2 and has_han(form):
            found.append(Stretch(span, zh, form, left, right, soft))
    return found


def content(cut: Sequence[Atom]) -> list[int]:
    """Return where in a bead's Chinese no function words stand."""
    return [atom.start for atom in cut if not atom.mark & (HARD | SOFT)]


def atoms(plain: str, marks: str) -> list[Atom]:
    """Return the atoms of a text; none where its marks do not fit."""
    found = list(ATOM.finditer(plain))
    if len(found) != len(marks):
        return []
    return [Atom(m.start(), m.end(), ord(mark) - 48) for m, mark in zip(found, marks, strict=True)]


def _rows(cut: Sequence[Atom]) -> Iterator[tuple[Span, bool, bool, float]]:
    """Yield rows of atoms that a term may consist of.

    With each come whether it begins and ends where words do, and its share of function words.
    """
    for first, head in enumerate(cut):
        soft = 0
        for last in range(first, min(len(cut), first + _LONGEST)):
            atom = cut[last]
            if atom.mark & HARD or (last > first and atom.mark & RUN):
                break
            soft += bool(atom.mark & SOFT)
            right = last + 1 == len(cut) or cut[last + 1].begins
            yield Span(head.start, atom.end), head.begins, right, soft / (last - first + 1)


def in_common(a: str, b: str) -> int:
    """Return the length of the longest row of characters that both have in this order.

    >>> in_common("损失函数", "代价函数"), in_common("训练集", "集训"), in_common("群集", "集群")
    (2, 1, 2)
    """
    if len(a) == len(b) == 2 and a == b[::-1]:
        return 2  # a word turned round is mostly a word for the same
    row = [0] * (len(b) + 1)
    for x in a:
        before = 0
        for n, y in enumerate(b, 1):
            before, row[n] = row[n], before + 1 if x == y else max(row[n], row[n - 1])
    return row[-1]
