"""Sentences of a document whose translation stands in another place, inside a block or out.

Blocks that moved are found by `peel`; here single sentences that the beads left alone on
both sides are held against each other, wherever in the two texts they stand.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from zhen_align.align.corridor import whole
from zhen_align.align.learn import count, learn
from zhen_align.align.looks import Prepared, prepare, taught
from zhen_align.align.matches import Corridor, find_matches
from zhen_align.align.moves import untangled, with_moves
from zhen_align.align.search import Step
from zhen_align.align.tokens import Text, Tokens
from zhen_align.align.weights import Weights
from zhen_align.types import Bead, Sentence, Unit

_SMALL = 4
"""Beads of more sentences teach nothing."""
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
    steps = {_step(bead, zh, en): bead for bead in running}
    ready = _taught(prepare(*texts, whole(len(zh), len(en))), list(steps))
    weights = weights or Weights()
    joined = untangled(ready, with_moves(ready, list(steps), weights), weights)
    kept = {id(steps[step]) for step in joined if step in steps}
    rest = [bead for bead in beads if bead.unit not in _RUNNING or id(bead) in kept]
    return rest + [_bead(step, zh, en) for step in joined if step not in steps]


def _taught(ready: Prepared, steps: Sequence[Step]) -> Prepared:
    """Return the texts with the words that their beads teach, in whatever order those stand."""
    both = [s for s in steps if s.zh_count and s.en_count and s.zh_count + s.en_count <= _SMALL]
    zh = _gathered(ready.zh, [range(s.zh, s.zh + s.zh_count) for s in both])
    en = _gathered(ready.en, [range(s.en, s.en + s.en_count) for s in both])
    places = np.arange(len(both) + 1)
    matches = find_matches(zh, en, ready.pairs, Corridor(places, places))
    path = [Step(n, n, 1, 1, 1.0) for n in range(len(both))]
    return taught(ready, learn([count(zh, en, path, matches)]))


def _gathered(side: Tokens, groups: Sequence[range]) -> Tokens:
    """Return the tokens of some sentences, each group of them as one."""
    number = np.full(side.units, -1, dtype=np.int64)
    for at, group in enumerate(groups):
        number[group.start : group.stop] = at
    kept = number[side.unit] >= 0
    return replace(
        side,
        unit=number[side.unit[kept]],
        type=side.type[kept],
        share=side.share[kept],
        size=np.ones(len(groups)),
    )


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
