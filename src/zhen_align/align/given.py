"""What a format names: blocks with one address are partners, its marks are no sentence's."""

import re
from collections import defaultdict
from collections.abc import Sequence

from zhen_align.text.opaque import blanked
from zhen_align.types import Document, Lang, Link, Span

_SURE = 0.99
_BREAK = re.compile(r"\\[nrt]|\"\s*[\r\n]\s*\"")


def given(document: Document) -> list[Link]:
    """Return a link for each unit of an exchange file that has both languages."""
    if not document.told:
        return []
    units: dict[str, dict[Lang, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, block in enumerate(document.blocks):
        units[block.address][block.lang].append(number)
    return [
        Link(tuple(unit[Lang.ZH]), tuple(unit[Lang.EN]), _SURE, f"unit {address}")
        for address, unit in units.items()
        if unit[Lang.ZH] and unit[Lang.EN]
    ]


def unbroken(words: str) -> str:
    r"""Return a unit's text with blanks for the line breaks that its format writes.

    >>> unbroken(r"Stop.\nGo.")
    'Stop.  Go.'
    """
    return _BREAK.sub(lambda found: " " * len(found[0]), words)


def uncommented(words: str, opaque: Sequence[Span]) -> str:
    """Return a text of LaTeX with blanks for the comments among what is opaque in it.

    >>> uncommented("Stop. % why?", [Span(6, 12)])
    'Stop.       '
    """
    comments = (mark for mark in opaque if words[mark.start : mark.start + 1] == "%")
    return blanked(words, comments, " ")


def joined(sentences: Sequence[Span], opaque: Sequence[Span]) -> list[Span]:
    """Return sentences; what is nothing but marks belongs to the one before.

    >>> joined([Span(0, 5), Span(5, 9)], [Span(5, 9)])
    [Span(start=0, end=9)]
    """
    found: list[Span] = []
    for each in sentences:
        held = (mark for mark in opaque if each.start <= mark.start < each.end)
        if found and sum(mark.end - mark.start for mark in held) >= each.end - each.start:
            found[-1] = Span(found[-1].start, each.end)
        else:
            found.append(each)
    return found
