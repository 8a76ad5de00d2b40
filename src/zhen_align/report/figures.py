"""What the plots show: scores in bins, a text in stretches, the figures on top."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from zhen_align.report.overview import (
    Bin,
    Found,
    Pairing,
    Stretch,
    Summary,
    Term,
    Text,
    counted,
)

_BINS = 10
_STRETCHES = 100


def scores(beads: Iterable[Pairing]) -> tuple[Bin, ...]:
    """Return how many beads with both sides score how."""
    counts = Counter(
        min(int(bead.score * _BINS), _BINS - 1) for bead in beads if bead.zh and bead.en
    )
    return tuple(Bin(n / _BINS, (n + 1) / _BINS, counts[n]) for n in range(_BINS))


def along(beads: Sequence[Pairing], found: Mapping[str, Sequence[Found]]) -> tuple[Stretch, ...]:
    """Cut a text into stretches of the same length; a bead may lie across several of them."""
    sizes = [sum(len(piece.text) for piece in (*bead.zh, *bead.en)) for bead in beads]
    total = sum(sizes)
    parts = min(_STRETCHES, len(beads))
    if not total:
        return ()
    shares: list[Counter[str]] = [Counter() for _ in range(parts)]
    grave: list[list[Found]] = [[] for _ in range(parts)]
    first: dict[int, str] = {}
    end = 0
    for bead, size in zip(beads, sizes, strict=True):
        start, end = end, end + size
        begins = min(start * parts // total, parts - 1)
        grave[begins].extend(found.get(bead.name, ()))
        for part in range(begins, max((end * parts - 1) // total, begins) + 1):
            first.setdefault(part, bead.name)
            # in units of 1/parts of a character, so that the cuts are exact
            low, high = max(start * parts, part * total), min(end * parts, (part + 1) * total)
            shares[part][_state(bead)] += high - low
    return tuple(
        Stretch(
            first[part],
            round(shares[part]["sure"] / total, 4),
            round(shares[part]["doubtful"] / total, 4),
            round(shares[part]["only_zh"] / total, 4),
            round(shares[part]["only_en"] / total, 4),
            *counted(grave[part]),
        )
        for part in range(parts)
    )


def _state(bead: Pairing) -> str:
    if not bead.en:
        return "only_zh"
    if not bead.zh:
        return "only_en"
    return "doubtful" if bead.doubtful else "sure"


def summary(texts: Sequence[Text], found: Sequence[Found], terms: Sequence[Term]) -> Summary:
    """Return the figures on top; texts without a partner count in none about beads."""
    beads = [bead for text in texts if text.paired for bead in text.beads]
    errors, warnings, infos = counted(found)
    return Summary(
        texts=len(texts),
        unpaired=sum(not text.paired for text in texts),
        beads=len(beads),
        aligned=sum(bool(bead.zh and bead.en) for bead in beads),
        doubtful=sum(bead.doubtful for bead in beads),
        moved=sum(bead.moved for bead in beads),
        only_zh=sum(not bead.en for bead in beads),
        only_en=sum(not bead.zh for bead in beads),
        errors=errors,
        warnings=warnings,
        infos=infos,
        terms=len(terms),
        inconsistent=sum(bool(term.inconsistency) for term in terms),
    )
