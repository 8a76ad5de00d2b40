"""The keywords of two works against each other, in one language or across."""

from collections.abc import Sequence

import numpy as np

from zhen_align.align.tokens import Text
from zhen_align.compare.cells import cells
from zhen_align.compare.identity import title_key
from zhen_align.compare.result import Place
from zhen_align.text.lines import position
from zhen_align.text.scripts import han_count
from zhen_align.types import Document, Kind, Lang, Span

_ALIKE = 0.45


def keywords(document: Document) -> list[Place]:
    """Return the keywords of a page, in order."""
    found = []
    for block in document.blocks:
        if block.kind not in (Kind.KEYWORDS, Kind.METADATA):
            continue
        for cell in block.cells:
            text = cell.of(document.text)
            inner = text.strip()
            start = cell.start + len(text) - len(text.lstrip())
            lang = Lang.ZH if han_count(inner) else Lang.EN
            if inner:
                line = position(document.lines, start)[0]
                span = Span(start, start + len(inner))
                found.append(Place(document.path, line, span, str(lang), inner))
    return found


def compared(a: Document, b: Document) -> tuple[list[tuple[Place, Place]], list[Place]]:
    """Return the keywords that two works share, and those that only one has.

    Where either has none there is nothing to compare.
    """
    one, two = keywords(a), keywords(b)
    if not one or not two:
        return [], []
    keys = {title_key(place.text): place for place in two}
    both = [(p, keys[key]) for p in one if (key := title_key(p.text)) in keys]
    both += _across(one, two, both)
    shared = {place for pair in both for place in pair}
    langs = {place.lang for place in one}, {place.lang for place in two}
    alone = [p for p in (*one, *two) if p not in shared and _comparable(p, langs)]
    return both, alone


def _comparable(place: Place, langs: tuple[set[str], set[str]]) -> bool:
    """Say whether its language is worth asking for: a page in both has each keyword twice."""
    common = langs[0] & langs[1]
    return not common or place.lang in common


def _across(
    one: Sequence[Place], two: Sequence[Place], both: Sequence[tuple[Place, Place]]
) -> list[tuple[Place, Place]]:
    """Pair what is left, Chinese with English, the surest first."""
    taken = {place for pair in both for place in pair}
    found: list[tuple[Place, Place]] = []
    for langs in ((Lang.ZH, Lang.EN), (Lang.EN, Lang.ZH)):
        left = [p for p in one if p.lang == langs[0] and p not in taken]
        right = [p for p in two if p.lang == langs[1] and p not in taken]
        if not left or not right:
            continue
        table = cells([Text(p.text) for p in left], [Text(p.text) for p in right], langs)
        alike = np.sqrt(table.a_found * table.b_found)
        for i, j in zip(*np.unravel_index(np.argsort(-alike, axis=None), alike.shape), strict=True):
            pair = left[int(i)], right[int(j)]
            if alike[i, j] >= _ALIKE and not taken & set(pair):
                taken |= set(pair)
                found.append(pair)
    return found
