"""Alignments as text: JSON lines and the ladder. Pure; who asked is not known here."""

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any

from zhen_align.text.lines import position
from zhen_align.types import Alignment, Bead, Document, Sentence


def jsonl(alignments: Iterable[Alignment], least: float = 0.0) -> Iterator[str]:
    """Yield a JSON line for each bead of at least the score `least`, in the order they have."""
    for alignment in alignments:
        for bead in alignment.beads:
            if bead.score >= least:
                yield json.dumps(_record(alignment, bead), ensure_ascii=False) + "\n"


def ladder(alignment: Alignment, least: float = 0.0) -> Iterator[str]:
    """Yield `[zh,…]:[en,…]:score` for each bead, the lines of both texts counted from 0."""
    for bead in falling(alignment):
        if bead.score >= least:
            zh = ",".join(str(n) for n in _line_numbers(alignment.zh, bead.zh))
            en = ",".join(str(n) for n in _line_numbers(alignment.en, bead.en))
            yield f"[{zh}]:[{en}]:{bead.score:.4g}\n"


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
    return {
        "path": document.path,
        "line": position(document.lines, start)[0],
        "start": start,
        "end": end,
        "text": document.text[start:end],
    }
