"""Sequences of sentences to beads: a quick first path, what it teaches, a closer look.

Texts given together are one collection: words learned from all of them, and how often
each type of bead occurs, count for each. All that one text gives to the others are
counts, so the order of the texts does not matter.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

import numpy as np

from zhen_align.align.corridor import around, centred
from zhen_align.align.cues import Cues, cues
from zhen_align.align.features import Features, Stretch, Usual, allowed, chunks
from zhen_align.align.learn import Counts, Lessons, count, learn, visible
from zhen_align.align.lexicon import lexicon
from zhen_align.align.matches import Corridor, chances, find_matches
from zhen_align.align.search import NEVER, Grid, Scored, Step, best_path, search
from zhen_align.align.tokens import Floats, Pairs, Text, Tokens, tokenize
from zhen_align.align.weights import FEATURES, TYPES, Weights, adapted

_QUICK_TYPES = ((1, 1), (1, 2), (2, 1), (1, 3), (1, 0))
_QUICK_FEATURES = frozenset({"en words", "zh words", "literals", "length", "ratio"})
_CLOSE = 5
_ROUNDS = 1
_CHUNK = 2000
"""Rows whose tables are made together."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Two texts as tokens and cues, the pairs of types that may match, and the corridor."""

    zh: Tokens
    en: Tokens
    zh_cues: Cues
    en_cues: Cues
    pairs: Pairs
    corridor: Corridor


def align_sentences(
    zh: Sequence[Text],
    en: Sequence[Text],
    corridor: Corridor | None = None,
    weights: Weights | None = None,
) -> list[Step]:
    """Return the beads between two sequences of sentences, in order."""
    return align_collection([(zh, en)], [corridor], weights)[0]


def align_collection(
    texts: Sequence[tuple[Sequence[Text], Sequence[Text]]],
    corridors: Sequence[Corridor | None] = (),
    weights: Weights | None = None,
) -> list[list[Step]]:
    """Return the beads of each pair of texts; what one teaches helps the others."""
    weights = weights or Weights()
    ready = [
        prepare(zh, en, corridor) if zh and en else None
        for (zh, en), corridor in zip_longest(texts, corridors)
    ]
    looks = [first_look(one, weights) if one else None for one in ready]
    lessons = learn(counts for _, counts in filter(None, looks))
    grids = [closer_look(look[0], lessons, weights) if look else None for look in looks]
    tuned = _settled([grid for grid in grids if grid], weights)
    return [
        search(with_priors(grid, tuned)) if grid else _alone(len(zh), len(en))
        for grid, (zh, en) in zip(grids, texts, strict=True)
    ]


def prepare(zh: Sequence[Text], en: Sequence[Text], corridor: Corridor | None) -> Prepared:
    """Tokenise two texts and find the corridor where none is given."""
    zh_tokens, en_tokens, pairs = tokenize(zh, en, lexicon())
    corridor = corridor or centred(zh_tokens, en_tokens, pairs)
    return Prepared(zh_tokens, en_tokens, cues(zh), cues(en), pairs, corridor)


def first_look(ready: Prepared, weights: Weights) -> tuple[Prepared, Counts]:
    """Return the texts with the corridor drawn close, and what the first path teaches."""
    stretch = stretch_of(ready)
    grid = Grid.of(scored(stretch, usual(ready), weights, _QUICK_TYPES, _QUICK_FEATURES))
    steps = best_path(with_priors(grid, weights))
    counts = count(ready.zh, ready.en, steps, stretch.matches)
    if ready.corridor.zh_part is None:
        ready = replace(ready, corridor=around(steps, ready.corridor, _CLOSE))
    return ready, counts


def closer_look(ready: Prepared, lessons: Lessons, weights: Weights) -> Grid:
    """Return the scores of all beads near the first path, without the priors."""
    taught = replace(ready, pairs=joined(ready.pairs, visible(ready.zh, ready.en, lessons)))
    return Grid.of(scored(stretch_of(taught), usual(taught), weights))


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


def stretch_of(ready: Prepared) -> Stretch:
    """Return the texts with the matches inside their corridor."""
    matches = find_matches(ready.zh, ready.en, ready.pairs, ready.corridor)
    return Stretch(ready.zh, ready.en, ready.zh_cues, ready.en_cues, ready.corridor, matches)


def usual(ready: Prepared) -> Usual:
    """Return what is usual in the texts."""
    zh, en, pairs = ready.zh, ready.en, ready.pairs
    zh_chance = chances(zh, en, pairs.zh, pairs.en)
    return Usual.of(zh, en, zh_chance, chances(en, zh, pairs.en, pairs.zh))


def scored(
    stretch: Stretch,
    usual: Usual,
    weights: Weights,
    types: tuple[tuple[int, int], ...] = TYPES,
    names: frozenset[str] = frozenset(FEATURES),
) -> Scored:
    """Return the score of every bead of a stretch, without the priors of the types."""
    tables = np.full((len(types), *stretch.shape), NEVER, dtype=np.float32)
    zh_alone = weights.zh_alone_size * relative(stretch.zh.size)
    weight_of = dict(zip(FEATURES, weights.features, strict=True))
    longest = max(x for x, _ in types)
    for first, skipped, part in chunks(stretch, _CHUNK, longest):
        features = Features(part, usual, types, names)
        rows, width = min(_CHUNK, stretch.zh.units - first), part.corridor.width
        here = slice(skipped, skipped + rows)
        for number, (x, y) in enumerate(types):
            score = np.zeros(part.shape, dtype=np.float32)
            if not y:
                score[here] += zh_alone[first : first + rows, None]
            else:
                for name, table in features.of_type(x, y):
                    score += np.float32(weight_of[name]) * table
            score[~allowed(part, x, y)] = NEVER
            tables[number, first : first + rows, :width] = score[here]
    alone = weights.en_alone_size * relative(stretch.en.size)
    return Scored(stretch.corridor, types, tables, alone)


def relative(sizes: Floats) -> Floats:
    """Return how long sentences are beside the usual one, on a log scale."""
    logs = np.log(sizes)
    relative: Floats = np.clip(logs - logs.mean(), -2.0, 2.0)
    return relative


def with_priors(grid: Grid, weights: Weights) -> Grid:
    """Return the scores with the priors of the types."""
    priors = [weights.priors[TYPES.index(kind)] for kind in grid.types]
    return grid.with_priors(priors, weights.alone)


def joined(pairs: Pairs, more: Pairs) -> Pairs:
    """Return both sets of pairs."""
    return Pairs(
        np.concatenate([pairs.zh, more.zh]),
        np.concatenate([pairs.en, more.en]),
        np.concatenate([pairs.strength, more.strength]),
    )


def _alone(zh: int, en: int) -> list[Step]:
    return [Step(i, 0, 1, 0, 1.0) for i in range(zh)] + [Step(zh, j, 0, 1, 1.0) for j in range(en)]
