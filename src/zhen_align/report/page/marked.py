"""A sentence with the places that findings name marked in it."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from zhen_align.lint.finding import Finding, Severity
from zhen_align.lint.finding import Place as Spot
from zhen_align.lookup.pairs import Piece
from zhen_align.report.page.markup import esc


def marked(piece: Piece, findings: Sequence[Finding]) -> str:
    """Return the sentence as markup; where findings overlap, the gravest gives the mark."""
    spots = [*_spots(piece, findings)]
    if not spots:
        return esc(piece.text)
    cuts = sorted({0, len(piece.text), *(cut for start, end, _ in spots for cut in (start, end))})
    parts = []
    for cut, end in pairwise([*cuts, cuts[-1]]):
        gaps = [severity for a, b, severity in spots if a == b == cut]
        if gaps:
            parts.append(f'<mark class="gap {_worst(gaps)}"></mark>')
        over = [severity for a, b, severity in spots if a <= cut and end <= b and a < b]
        text = esc(piece.text[cut:end])
        parts.append(f'<mark class="{_worst(over)}">{text}</mark>' if over and text else text)
    return "".join(parts)


def _spots(piece: Piece, findings: Iterable[Finding]) -> Iterable[tuple[int, int, Severity]]:
    """Yield the marks that lie in a sentence, from its beginning."""
    for finding in findings:
        for spot in (finding.place, finding.other):
            if spot is not None and _meets(piece, spot):
                start = max(spot.span.start, piece.start) - piece.start
                end = min(spot.span.end, piece.end) - piece.start
                yield start, end, finding.severity


def _meets(piece: Piece, spot: Spot) -> bool:
    if spot.path != piece.path:
        return False
    if spot.span.start == spot.span.end:
        return piece.start <= spot.span.start <= piece.end
    return spot.span.start < piece.end and piece.start < spot.span.end


def _worst(severities: Iterable[Severity]) -> str:
    return max(severities, key=lambda severity: severity.rank).value
