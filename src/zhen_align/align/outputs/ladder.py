"""Line numbers only, `[0]:[0,1]:0.93`: for texts that have one sentence a line.

Chinese lines first, both counted from 0. Beads come by their Chinese lines; English ones
alone stand where they fall.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from zhen_align.text.lines import position
from zhen_align.types import Alignment, Bead, Document, Lang, Sentence


def render(alignments: Iterable[Alignment], target: Lang) -> Iterator[str]:
    """Yield a line for each bead."""
    for alignment in alignments:
        for bead in falling(alignment):
            zh = ",".join(str(n) for n in _line_numbers(alignment.zh, bead.zh))
            en = ",".join(str(n) for n in _line_numbers(alignment.en, bead.en))
            yield f"[{zh}]:[{en}]:{round(bead.score, 4)}\n"


def falling(alignment: Alignment) -> list[Bead]:
    """Return the beads by their Chinese place; one without follows its English neighbour."""
    beads = sorted((bead for bead in alignment.beads if bead.zh), key=lambda bead: bead.zh[0])
    after: dict[int, list[Bead]] = {}
    ends = sorted((bead.en[-1], at) for at, bead in enumerate(beads) if bead.en)
    for bead in sorted((bead for bead in alignment.beads if not bead.zh), key=lambda b: b.en):
        before = bisect_right(ends, (bead.en[0], len(beads))) - 1
        after.setdefault(ends[before][1] if before >= 0 else -1, []).append(bead)
    whole = after.get(-1, [])
    for at, bead in enumerate(beads):
        whole += [bead, *after.get(at, ())]
    return whole


def _line_numbers(document: Document, sentences: Iterable[Sentence]) -> list[int]:
    return [position(document.lines, each.span.start)[0] - 1 for each in sentences]
