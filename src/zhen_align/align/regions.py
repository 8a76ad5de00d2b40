"""Where two files are cut into paragraphs otherwise: stretches whose sentences are searched as one.

Pairs of blocks hold where the blocks correspond. Where one file has joined, parted or lost
paragraphs, some pairs have too much text on one side and some on the other, or blocks are
left over on both. There the borders between blocks are opened, from one pair of headings to
the next; which block a sentence stands in still speaks for a bead (`homes`), and forbids
nothing. Not here: blocks that moved, which stay pairs of their own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from zhen_align.align.corridor import heaviest_chain
from zhen_align.align.homes import HEADS
from zhen_align.text.scripts import han_count, word_count
from zhen_align.types import Document, Kind, Link

RUNNING = (Kind.TITLE, Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM)
_HEADS = (Kind.TITLE, Kind.HEADING)
_PER_WORD = 1.7
_LEAST = 8.0
_SHARE = 0.3
_SURE = 0.8
_LEFT = 1_000_000


@dataclass(frozen=True, slots=True)
class Region:
    """Blocks of both sides that are searched as one, and the link that each of them is in.

    `homes` go by the Chinese and by the English block's number.
    """

    link: Link
    homes: tuple[dict[int, int], dict[int, int]] = ({}, {})


Sides = tuple[Document, Document]


def regions(
    sides: Sides, lines: tuple[Sequence[int], Sequence[int]], links: Sequence[Link]
) -> list[Region]:
    """Return what is searched as one: a link, or a stretch whose links do not fit.

    `lines` are the numbers of all blocks that take part.
    """
    found = []
    chain = _chain(sides, links)
    in_chain = {id(link) for link in chain}
    apart = [link for link in links if id(link) not in in_chain]
    gone = ({n for link in apart for n in link.zh}, {n for link in apart for n in link.en})
    free = tuple(
        [n for n in numbers if n not in away and document.blocks[n].kind in RUNNING]
        for document, numbers, away in zip(sides, lines, gone, strict=True)
    )
    for walls in _between(sides, chain):
        found += _opened(sides, free, walls)
    return [Region(link) for link in apart] + found


def _chain(sides: Sides, links: Sequence[Link]) -> list[Link]:
    """Return the links of running text that keep both orders, by the most text."""
    running = [
        link
        for link in links
        if all(_running(d, numbers) for d, numbers in zip(sides, (link.zh, link.en), strict=True))
    ]
    if not running:
        return []
    chain = heaviest_chain(
        np.array([link.zh[0] for link in running]),
        np.array([link.en[0] for link in running]),
        np.array([1.0 + _size(sides[0], link.zh) for link in running]),
    )
    kept = [running[n] for n in chain.tolist()]
    # what is joined to a link across a neighbour is not in order with it
    return [b for a, b in pairwise([None, *kept]) if b and (a is None or _after(a, b))]


def _after(a: Link, b: Link) -> bool:
    return a.zh[-1] < b.zh[0] and a.en[-1] < b.en[0]


def _running(document: Document, numbers: Iterable[int]) -> bool:
    return all(document.blocks[n].kind in RUNNING for n in numbers)


def _size(document: Document, numbers: Iterable[int]) -> float:
    """Return how long blocks are, a Latin word counted as what it takes to translate it."""
    texts = [document.blocks[n].span.of(document.text) for n in numbers]
    return sum(han_count(text) + _PER_WORD * word_count(text) for text in texts)


def _between(
    sides: Sides, chain: Sequence[Link]
) -> Iterator[tuple[list[Link], Link | None, Link | None]]:
    """Yield the links between two walls, with the walls: sure pairs of headings."""
    start: Link | None = None
    run: list[Link] = []
    for link in chain:
        blocks = [sides[0].blocks[n] for n in link.zh] + [sides[1].blocks[n] for n in link.en]
        if link.score >= _SURE and all(block.kind in _HEADS for block in blocks):
            yield run, start, link
            yield [link], None, None
            start, run = link, []
        else:
            run.append(link)
    yield run, start, None


def _opened(
    sides: Sides, free: Sequence[Sequence[int]], found: tuple[list[Link], Link | None, Link | None]
) -> list[Region]:
    """Return the region between two walls, or its links where they fit."""
    links, before, after = found
    if len(links) == 1 and before is after is None:
        return [Region(links[0])]
    zh = _inside(free[0], before.zh if before else (), after.zh if after else ())
    en = _inside(free[1], before.en if before else (), after.en if after else ())
    if not zh or not en or not _misfit(sides, links, zh, en):
        return [Region(link) for link in links]
    homes = _unpaired(sides[0], zh, 0), _unpaired(sides[1], en, 1)
    for number, link in enumerate(links, start=1):
        homes[0].update(dict.fromkeys(link.zh, number))
        homes[1].update(dict.fromkeys(link.en, number))
    why = links[0].why if len(links) == 1 else "cut otherwise, sentence by sentence"
    score = max((link.score for link in links), default=1.0)
    return [Region(Link(tuple(zh), tuple(en), score, why), homes)]


def _unpaired(document: Document, numbers: Sequence[int], side: int) -> dict[int, int]:
    """Return a home for each block that is no other's."""
    return {
        n: (HEADS if document.blocks[n].kind in _HEADS else _LEFT) + 2 * n + side for n in numbers
    }


def _inside(numbers: Sequence[int], before: tuple[int, ...], after: tuple[int, ...]) -> list[int]:
    first = before[-1] if before else -1
    last = after[0] if after else max(numbers, default=0) + 1
    return [n for n in numbers if first < n < last]


def _misfit(sides: Sides, links: Sequence[Link], zh: Sequence[int], en: Sequence[int]) -> bool:
    """Say whether some text lacks its partner on one side, and some on the other."""
    ratio = 1.0
    used = {n for link in links for n in link.zh}, {n for link in links for n in link.en}
    lacks = [0.0, 0.0]
    for side, numbers in enumerate((zh, en)):
        document = sides[side]
        left = [n for n in numbers if n not in used[side] and document.blocks[n].kind not in _HEADS]
        lacks[side] = _size(document, left)
    for link in links:
        a, b = _size(sides[0], link.zh) * ratio, _size(sides[1], link.en)
        if abs(a - b) > max(_LEAST, _SHARE * max(a, b)):
            lacks[a < b] += abs(a - b)
    return min(lacks) > _LEAST
