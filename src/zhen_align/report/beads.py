"""Alignments as they are shown: beads with names, the findings that stand in them."""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from zhen_align.lint.finding import Finding, Place
from zhen_align.lint.outputs.places import identities
from zhen_align.lookup.pairs import pieces
from zhen_align.report.overview import Found, Pairing, Text
from zhen_align.types import Alignment, Bead


def pairings(alignment: Alignment, text: str, doubtful_below: float) -> list[Pairing]:
    """Return the beads of a text in the order they have."""
    follows = _follows(alignment.beads)
    return [
        Pairing(
            name=f"{text}-b{number}",
            unit=bead.unit,
            kind=bead.kind,
            score=round(bead.score, 4),
            doubtful=bead.score < doubtful_below,
            moved=bead.moved,
            zh=pieces(alignment.zh, bead.zh),
            en=pieces(alignment.en, bead.en),
            follows=f"{text}-b{follows[number]}" if number in follows else "",
        )
        for number, bead in enumerate(alignment.beads, 1)
    ]


def _follows(beads: Sequence[Bead]) -> dict[int, int]:
    """Return, for each moved bead, the last bead in its place whose English stands before it."""
    placed = sorted((b.en[0].span, n) for n, b in enumerate(beads, 1) if b.en and not b.moved)
    spans = [span for span, _ in placed]
    found = {}
    for number, bead in enumerate(beads, 1):
        if bead.moved and bead.en:
            at = bisect_right(spans, bead.en[0].span)
            if at:
                found[number] = placed[at - 1][1]
    return found


def place(findings: Sequence[Finding], texts: Sequence[Text]) -> list[Found]:
    """Give every finding its name, its text and, where it stands in one, its bead."""
    owners: dict[str, str] = {}
    for text in texts:
        owners.setdefault(text.zh, text.name)
        owners.setdefault(text.en, text.name)
    beads = _Beads(bead for text in texts for bead in text.beads)
    found = []
    for name, finding in zip(identities(findings), findings, strict=True):
        inside = beads.of(finding)
        owner = inside.partition("-")[0] or owners.get(finding.place.path, "")
        found.append(Found(f"f-{name.replace(':', '-')}", owner, inside, finding))
    return found


class _Beads:
    """Finds the beads that hold a place; in a text with several partners there are several."""

    def __init__(self, beads: Iterable[Pairing]) -> None:
        held: dict[str, list[tuple[int, int, int]]] = {}
        self._beads = list(beads)
        for number, bead in enumerate(self._beads):
            for piece in (*bead.zh, *bead.en):
                held.setdefault(piece.path, []).append((piece.start, piece.end, number))
        self._held = {path: sorted(places) for path, places in held.items()}

    def of(self, finding: Finding) -> str:
        """Return the bead that a finding stands in.

        What is missing stands behind a neighbour: there the other side tells, and the sides
        of the bead that was judged, which may be a run of several on one side only.
        """
        sides = [side for side in (finding.zh, finding.en) if side is not None]
        spots = [finding.place, finding.other, *sides, finding.place]
        if finding.place.span.start == finding.place.span.end:
            spots = spots[1:]
        for spot in spots:
            near = self._at(spot) if spot is not None else []
            if near:
                # max keeps the first of equals: the pair that is read first
                return max(near, key=lambda bead: sum(_has(bead, side) for side in sides)).name
        return ""

    def _at(self, spot: Place) -> list[Pairing]:
        """Return the beads that hold the beginning of a place, in order."""
        held = self._held.get(spot.path, [])
        at = bisect_right(held, (spot.span.start, sys.maxsize, 0))
        start = held[at - 1][0] if at else 0
        first = bisect_left(held, (start, 0, 0))
        return [self._beads[n] for _, end, n in held[first:at] if spot.span.start <= end]


def _has(bead: Pairing, side: Place) -> bool:
    return any(
        piece.path == side.path and piece.start == side.span.start for piece in (*bead.zh, *bead.en)
    )
