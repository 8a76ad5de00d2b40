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
_VERSES = 6
_LINK = re.compile(r"<a\b[^<>]*>[^<>]*</a>|\[[^\[\]]*\]\([^()]*\)", re.IGNORECASE)
_HERE = re.compile(r"href\s*=\s*[\"']?#|\]\(#")
_LISTS = re.compile(r"参考文献|目\s*录|references|contents", re.IGNORECASE)
_BLANK = re.compile(r"(?:\r\n|\n|\r)[ \t\u3000]*(?:\r\n|\n|\r)")
_TEXT = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.KEYWORDS, Kind.ROW})
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
    for run in _linked(page, kinds):
        known = sum(_leads_nowhere(page, at) for at in run)
        if len(run) > 1 and known >= _KNOWN * len(run):
            for at in run:
                found[at] = Kind.NAVIGATION
    return found


def _leads_nowhere(page: Page, at: int) -> bool:
    """Say whether a link is a menu's word, or only goes to a place on the same page."""
    line = page.lines[at]
    return (
        labels.NAVIGATION.fullmatch(line.folded) is not None or _HERE.search(line.text) is not None
    )


def running(page: Page, kinds: Sequence[Kind]) -> list[Kind]:
    """Return the kinds with lines like headings made text where nearly all lines are so.

    Verses, slides and lists without marks have no end marks; only what stands above the
    first blank line heads them.
    """
    short = [
        at
        for at, kind in enumerate(kinds)
        if kind is Kind.HEADING
        and page.lines[at].piece.shape is Shape.TEXT
        and not labels.STOCK.fullmatch(page.lines[at].folded)
    ]
    prose = any(line.sentences and line.size > _SHORT for line in page.lines)
    rest = sum(kind in _TEXT for kind in kinds)
    if page.marked or prose or len(short) < _VERSES or len(short) <= 2 * rest:
        return list(kinds)
    first = short[0]
    while first + 1 < len(kinds) and not _apart(page, first):
        first += 1
    lines = {at for at in short if at > first}
    return [Kind.PARAGRAPH if at in lines else kind for at, kind in enumerate(kinds)]


def _apart(page: Page, at: int) -> bool:
    """Say whether a blank line follows."""
    end, start = page.lines[at].piece.span.end, page.lines[at + 1].piece.span.start
    return _BLANK.search(page.text, end, start) is not None


def _linked(page: Page, kinds: Sequence[Kind]) -> Iterator[list[int]]:
    """Yield the stretches of items that are each a link and nothing else."""
    run: list[int] = []
    for at, (line, kind) in enumerate(zip(page.lines, kinds, strict=True)):
        if kind is Kind.ITEM and line.size <= _SHORT and _LINK.fullmatch(line.text):
            run.append(at)
        elif run:
            yield run
            run = []
    if run:
        yield run


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
