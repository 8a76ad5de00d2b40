"""Alignments as they are shown: beads with names, the findings that stand in them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from zhen_align.lint.finding import Finding, Place
from zhen_align.lint.outputs.places import identities
from zhen_align.report.overview import Found, Pairing, Piece, Text
from zhen_align.text.lines import line_starts
from zhen_align.types import Alignment, Bead, Document, Sentence


def pairings(alignment: Alignment, text: str, doubtful_below: float) -> list[Pairing]:
    """Return the beads of a text in the order they have."""
    starts = {
        document.path: line_starts(document.text) for document in (alignment.zh, alignment.en)
    }
    follows = _follows(alignment.beads)
    return [
        Pairing(
            name=f"{text}-b{number}",
            unit=bead.unit,
            kind=bead.kind,
            score=round(bead.score, 4),
            doubtful=bead.score < doubtful_below,
            moved=bead.moved,
            zh=_pieces(alignment.zh, bead.zh, starts[alignment.zh.path]),
            en=_pieces(alignment.en, bead.en, starts[alignment.en.path]),
            follows=f"{text}-b{follows[number]}" if number in follows else "",
        )
        for number, bead in enumerate(alignment.beads, 1)
    ]


def _pieces(
    document: Document, sentences: Sequence[Sentence], starts: Sequence[int]
) -> tuple[Piece, ...]:
    return tuple(
        Piece(
            document.path,
            bisect_right(starts, s.span.start),
            s.span.start,
            s.span.end,
            s.span.of(document.text),
        )
        for s in sentences
    )


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


def place(findings: Sequence[Finding], texts: Iterable[Text]) -> list[Found]:
    """Give every finding its name, its text and, where it stands in one, its bead."""
    starts: dict[tuple[str, int], list[Pairing]] = {}
    owners: dict[str, str] = {}
    for text in texts:
        owners.setdefault(text.zh, text.name)
        owners.setdefault(text.en, text.name)
        for bead in text.beads:
            for piece in (*bead.zh, *bead.en):
                starts.setdefault((piece.path, piece.start), []).append(bead)
    found = []
    for name, finding in zip(identities(findings), findings, strict=True):
        inside = _bead(finding, starts)
        owner = inside.partition("-")[0] or owners.get(finding.place.path, "")
        found.append(Found(f"f-{name.replace(':', '-')}", owner, inside, finding))
    return found


def _bead(finding: Finding, starts: dict[tuple[str, int], list[Pairing]]) -> str:
    """Return the bead that has the sides a finding names; a text may have several partners."""
    sides = [side for side in (finding.zh, finding.en) if side is not None]
    near = [bead for side in sides for bead in starts.get((side.path, side.span.start), [])]
    fits = max(near, key=lambda bead: sum(map(_has, [bead] * len(sides), sides)), default=None)
    return fits.name if fits else ""


def _has(bead: Pairing, side: Place) -> bool:
    return any(
        piece.path == side.path and piece.start == side.span.start for piece in (*bead.zh, *bead.en)
    )
