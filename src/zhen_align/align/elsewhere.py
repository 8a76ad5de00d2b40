"""Sentences of a document whose translation stands in another place, inside a block or out.

Blocks that moved are found by `peel`; here single sentences that the beads left alone on
both sides are held against each other, wherever in the two texts they stand.
"""

from bisect import bisect_left
from collections.abc import Sequence

from zhen_align.align.corridor import whole
from zhen_align.align.looks import prepare
from zhen_align.align.moves import untangled, with_moves
from zhen_align.align.search import Step
from zhen_align.align.tokens import Text
from zhen_align.align.weights import Weights
from zhen_align.types import Bead, Sentence, Unit

_RUNNING = (Unit.SENTENCE, Unit.ITEM, Unit.CAPTION, Unit.HEADING)


def rejoined(
    beads: Sequence[Bead],
    zh_texts: dict[Sentence, Text],
    en_texts: dict[Sentence, Text],
    weights: Weights | None,
) -> list[Bead]:
    """Return the beads with sentences that were alone joined where they say the same."""
    running = [bead for bead in beads if bead.unit in _RUNNING]
    if not any(bead.zh for bead in running) or not any(bead.en for bead in running):
        return list(beads)
    zh = sorted(unit for bead in running for unit in bead.zh)
    en = sorted(unit for bead in running for unit in bead.en)
    texts = [zh_texts[unit] for unit in zh], [en_texts[unit] for unit in en]
    ready = prepare(*texts, whole(len(zh), len(en)))
    steps = {_step(bead, zh, en): bead for bead in running}
    weights = weights or Weights()
    joined = untangled(ready, with_moves(ready, list(steps), weights), weights)
    kept = {id(steps[step]) for step in joined if step in steps}
    rest = [bead for bead in beads if bead.unit not in _RUNNING or id(bead) in kept]
    return rest + [_bead(step, zh, en) for step in joined if step not in steps]


def _step(bead: Bead, zh: Sequence[Sentence], en: Sequence[Sentence]) -> Step:
    """Return a bead by the numbers of its sentences."""
    return Step(
        bisect_left(zh, bead.zh[0]) if bead.zh else 0,
        bisect_left(en, bead.en[0]) if bead.en else 0,
        len(bead.zh),
        len(bead.en),
        bead.score,
    )


def _bead(step: Step, zh: Sequence[Sentence], en: Sequence[Sentence]) -> Bead:
    zh_side = tuple(zh[step.zh : step.zh + step.zh_count])
    en_side = tuple(en[step.en : step.en + step.en_count])
    return Bead(zh_side, en_side, round(step.chance, 4), (zh_side or en_side)[0].unit)
