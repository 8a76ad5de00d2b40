"""In which order beads are given, and which of them are said to have moved."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from zhen_align.types import Bead


def crossing(beads: Sequence[Bead]) -> list[Bead]:
    """Mark as moved the fewest beads without which the others keep both orders."""
    ordered = sorted((b for b in beads if b.zh and b.en), key=lambda bead: bead.zh[0].span)
    kept = set(rising([bead.en[0].span.start for bead in ordered]))
    moved = [replace(b, moved=b.en[0].span.start not in kept) for b in ordered]
    return [bead for bead in beads if not (bead.zh and bead.en)] + moved


def rising(numbers: Sequence[int]) -> list[int]:
    """Return the longest rising run of different numbers, others left out.

    >>> rising([3, 1, 2, 5, 4])
    [1, 2, 4]
    """
    tails: list[int] = []
    holders: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        place = bisect_left(tails, number)
        before.append(holders[place - 1] if place else -1)
        if place == len(tails):
            tails.append(number)
            holders.append(at)
        else:
            tails[place], holders[place] = number, at
    found = []
    at = holders[-1] if holders else -1
    while at >= 0:
        found.append(numbers[at])
        at = before[at]
    return found[::-1]


def in_order(beads: Sequence[Bead]) -> list[Bead]:
    """Sort by the Chinese side; English ones alone follow their English predecessor."""
    by_en = sorted((b for b in beads if b.en), key=lambda bead: bead.en[0].span)
    place: dict[int, tuple[int, int]] = {}
    last = -1
    for number, bead in enumerate(by_en):
        if bead.zh and not bead.moved:
            last = bead.zh[0].span.start
        place[id(bead)] = (bead.zh[0].span.start, -1) if bead.zh else (last, number)
    return sorted(
        beads, key=lambda bead: place[id(bead)] if bead.en else (bead.zh[0].span.start, -1)
    )
