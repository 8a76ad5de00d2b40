"""Runs of short lines: what stands among the words of a menu belongs to the menu.

The side of a journal's page lists services, downloads and people, one a line. Some are
stock words, which `noise` knows; the lines between them look like headings.
"""

import re
from collections.abc import Iterator, Sequence

from zhen_align.read import labels
from zhen_align.read.facts import Page
from zhen_align.read.pieces import Shape
from zhen_align.types import Kind

_LEAST = 4
_KNOWN = 1 / 3
_SHORT = 14
"""The size of the longest line of a menu, in Han characters or their worth."""
_LISTS = re.compile(r"参考文献|目\s*录|references|contents", re.IGNORECASE)
_BLANK = re.compile(r"(?:\r\n|\n|\r)[ \t\u3000]*(?:\r\n|\n|\r)")
_ABLE = frozenset({Kind.NAVIGATION, Kind.METADATA, Kind.HEADING})


def in_menus(page: Page, kinds: Sequence[Kind]) -> list[Kind]:
    """Return the kinds with the short lines of menus made navigation."""
    found = list(kinds)
    for run in _runs(page, kinds):
        known = sum(kinds[at] is Kind.NAVIGATION for at in run)
        if len(run) >= _LEAST and known >= _KNOWN * len(run):
            for at in run:
                if kinds[at] is Kind.HEADING and not _is_section(page, at, kinds):
                    found[at] = Kind.NAVIGATION
    return found


def _runs(page: Page, kinds: Sequence[Kind]) -> Iterator[list[int]]:
    """Yield the stretches of short unmarked lines without a blank line between."""
    run: list[int] = []
    for at, (line, kind) in enumerate(zip(page.lines, kinds, strict=True)):
        able = kind in _ABLE and line.size <= _SHORT and line.piece.shape is Shape.TEXT
        end = page.lines[run[-1]].piece.span.end if run else 0
        if run and (not able or _BLANK.search(page.text, end, line.piece.span.start)):
            yield run
            run = []
        if able:
            run.append(at)
    if run:
        yield run


def _is_section(page: Page, at: int, kinds: Sequence[Kind]) -> bool:
    """Say whether a stock word heads what follows; before a menu, a list's name is its tab."""
    words = page.lines[at].folded
    if not labels.STOCK.fullmatch(words):
        return False
    below = kinds[at + 1] if at + 1 < len(kinds) else Kind.OPAQUE
    return not (_LISTS.fullmatch(words) and below is Kind.NAVIGATION)
