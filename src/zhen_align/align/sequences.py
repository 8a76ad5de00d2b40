"""Sequences of sentences to beads: a quick first path, what it teaches, a closer look.

Texts given together are one collection: words learned from all of them, and how often
each type of bead occurs, count for each. All that one text gives to the others are
counts, so the order of the texts does not matter.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from zhen_align.align.homes import Homes, at_home, housed
from zhen_align.align.learn import Counts, learn
from zhen_align.align.looks import Prepared, closer_look, first_look, prepare, taught, with_priors
from zhen_align.align.matches import Corridor
from zhen_align.align.meaning import Encoder
from zhen_align.align.moves import with_moves
from zhen_align.align.search import Grid, Step, best_path, search
from zhen_align.align.tokens import Text
from zhen_align.align.trust import trusted
from zhen_align.align.weights import Weights, adapted

_ROUNDS = 1
_DOUBTFUL = 0.5
"""Less is doubted than in documents: a path through a whole text has seen all that is near."""
_MOVED = 0.65
"""So sure a bead out of order must be: of those less sure most were wrong."""
_STRANGERS, _CLEAR = 0.4, 20.0
"""Texts that share so many words may as well be none of each other, and how sharply that shows."""


def align_sentences(
    zh: Sequence[Text],
    en: Sequence[Text],
    corridor: Corridor | None = None,
    weights: Weights | None = None,
    encoder: Encoder | None = None,
    homes: Homes | None = None,
) -> list[Step]:
    """Return the beads between two sequences of sentences, in order."""
    return align_collection([(zh, en)], [corridor], weights, encoder, [homes])[0]


def align_collection(
    texts: Sequence[tuple[Sequence[Text], Sequence[Text]]],
    corridors: Sequence[Corridor | None] = (),
    weights: Weights | None = None,
    encoder: Encoder | None = None,
    homes: Sequence[Homes | None] = (),
    *,
    elsewhere: bool = False,
) -> list[list[Step]]:
    """Return the beads of each pair of texts; what one teaches helps the others.

    With an `encoder` the nearness of its vectors counts, too; with `homes` the paragraphs.
    What the path left alone on both sides is sought `elsewhere`, out of order.
    """
    weights = weights or Weights()
    ready = [
        housed(prepare(zh, en, corridor, encoder), home) if zh and en else None
        for (zh, en), corridor, home in zip_longest(texts, corridors, homes)
    ]
    looks = [first_look(one, weights) if one else None for one in ready]
    lessons = learn(counts for _, counts in filter(None, looks))
    known = [taught(look[0], lessons) if look else None for look in looks]
    grids = [at_home(closer_look(one, weights), weights) if one else None for one in known]
    tuned = _settled([grid for grid in grids if grid], weights)
    paths = [
        search(with_priors(grid, tuned)) if grid else _alone(len(zh), len(en))
        for grid, (zh, en) in zip(grids, texts, strict=True)
    ]
    found = [
        _doubted(*look, path) if look else path for path, look in zip(paths, looks, strict=True)
    ]
    if not elsewhere:
        return found
    return [
        _with_moves(one, path, weights) if one else path
        for path, one in zip(found, known, strict=True)
    ]


def _with_moves(ready: Prepared, path: list[Step], weights: Weights) -> list[Step]:
    """Return a path with beads between what it left alone, by their Chinese places."""
    found = with_moves(ready, path, weights, _DOUBTFUL, _MOVED)
    return sorted(found, key=lambda step: (step.zh, step.en))


def _doubted(ready: Prepared, counts: Counts, path: list[Step]) -> list[Step]:
    """Return a path whose beads are believed as far as the texts are translations."""
    whole = ready.corridor.zh_part is None
    trust = 1 / (1 + math.exp(-_CLEAR * (counts.shared - _STRANGERS))) if whole else 1.0
    return [
        replace(step, chance=step.chance * trust) if step.zh_count and step.en_count else step
        for step in trusted(ready, path)
    ]


def _settled(grids: Sequence[Grid], weights: Weights) -> Weights:
    """Return the weights with the priors fitted to how the texts are translated."""
    tuned = weights
    for _ in range(_ROUNDS):
        seen = Counter(
            (step.zh_count, step.en_count)
            for grid in grids
            for step in best_path(with_priors(grid, tuned))
        )
        tuned = adapted(weights, seen)
    return tuned


def _alone(zh: int, en: int) -> list[Step]:
    return [Step(i, 0, 1, 0, 1.0) for i in range(zh)] + [Step(zh, j, 0, 1, 1.0) for j in range(en)]
