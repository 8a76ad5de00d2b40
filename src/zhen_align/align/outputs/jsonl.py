"""One JSON object a bead and line, with exact places: for programs."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from zhen_align.text.lines import position
from zhen_align.types import Alignment, Bead, Document, Lang, Sentence


def render(alignments: Iterable[Alignment], target: Lang) -> Iterator[str]:
    """Yield a line for each bead, in the order they have."""
    for alignment in alignments:
        for bead in alignment.beads:
            yield json.dumps(_record(alignment, bead), ensure_ascii=False) + "\n"


def _record(alignment: Alignment, bead: Bead) -> dict[str, Any]:
    return {
        "pair": alignment.name,
        "unit": bead.unit,
        "kind": bead.kind,
        "score": round(bead.score, 4),
        "moved": bead.moved,
        "zh": [_place(alignment.zh, sentence) for sentence in bead.zh],
        "en": [_place(alignment.en, sentence) for sentence in bead.en],
    }


def _place(document: Document, sentence: Sentence) -> dict[str, Any]:
    start, end = sentence.span.start, sentence.span.end
    place = {
        "path": document.path,
        "line": position(document.lines, start)[0],
        "start": start,
        "end": end,
        "text": document.text[start:end],
    }
    address = document.blocks[sentence.block].address
    return place | ({"address": address} if address else {})
