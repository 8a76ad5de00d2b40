"""One pair of texts, looked at twice: quickly for a first path, then closely near it.

Not here: what several texts teach each other (`sequences`), the features (`features`) and
the search (`search`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from zhen_align.align import borders
from zhen_align.align.corridor import around, centred
from zhen_align.align.cues import MIXED, Cues, cues
from zhen_align.align.features import Features, Usual
from zhen_align.align.learn import Counts, Lessons, count, visible
from zhen_align.align.lexicon import lexicon
from zhen_align.align.matches import Corridor, chances, find_matches
from zhen_align.align.meaning import Encoder, Meaning
from zhen_align.align.search import NEVER, Grid, Scored, best_path
from zhen_align.align.stretch import Stretch, allowed, chunks
from zhen_align.align.tokens import Floats, Pairs, Text, Tokens, tokenize
from zhen_align.align.weights import FEATURES, TYPES, Weights

_QUICK_TYPES = ((1, 1), (1, 2), (2, 1), (1, 3), (1, 0))
_QUICK_FEATURES = frozenset({"en words", "zh words", "literals", "length", "ratio"})
_CLOSE = 5
_CHUNK = 2000
"""Rows whose tables are made together."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Two texts as tokens and cues, the pairs of types that may match, and the corridor.

    `meaning` is there where an encoder is.
    """

    zh: Tokens
    en: Tokens
    zh_cues: Cues
    en_cues: Cues
    pairs: Pairs
    corridor: Corridor
    meaning: Meaning | None = None


def prepare(
    zh: Sequence[Text],
    en: Sequence[Text],
    corridor: Corridor | None,
    encoder: Encoder | None = None,
) -> Prepared:
    """Tokenise two texts and find the corridor where none is given."""
    zh_tokens, en_tokens, pairs = tokenize(zh, en, lexicon())
    corridor = corridor or centred(zh_tokens, en_tokens, pairs)
    meaning = Meaning.of(zh, en, encoder) if encoder else None
    return Prepared(zh_tokens, en_tokens, cues(zh), cues(en), pairs, corridor, meaning)


def first_look(ready: Prepared, weights: Weights) -> tuple[Prepared, Counts]:
    """Return the texts with the corridor drawn close, and what the first path teaches."""
    stretch = stretch_of(ready)
    grid = Grid.of(scored(stretch, usual(ready), weights, _QUICK_TYPES, _QUICK_FEATURES))
    steps = best_path(with_priors(grid, weights))
    counts = count(ready.zh, ready.en, steps, stretch.matches)
    if ready.corridor.zh_part is None:
        ready = replace(ready, corridor=around(steps, ready.corridor, _CLOSE))
    return ready, counts


def closer_look(ready: Prepared, weights: Weights) -> Grid:
    """Return the scores of all beads near the first path, without the priors."""
    return Grid.of(scored(stretch_of(ready), usual(ready), weights))


def taught(ready: Prepared, lessons: Lessons) -> Prepared:
    """Return two texts with the words that were learned among those that may match."""
    return replace(ready, pairs=joined(ready.pairs, visible(ready.zh, ready.en, lessons)))


def stretch_of(ready: Prepared) -> Stretch:
    """Return the texts with the matches inside their corridor."""
    matches = find_matches(ready.zh, ready.en, ready.pairs, ready.corridor)
    cues = ready.zh_cues, ready.en_cues
    return Stretch(ready.zh, ready.en, *cues, ready.corridor, matches, ready.meaning)


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
    weight_of |= {borders.MIXED: 1.0, MIXED: 1.0}
    longest = max(x for x, _ in types)
    for first, skipped, part in chunks(stretch, _CHUNK, longest):
        features = Features(part, usual, types, names, weight_of)
        rows, width = min(_CHUNK, stretch.zh.units - first), part.corridor.width
        here = slice(skipped, skipped + rows)
        for number, (x, y) in enumerate(types):
            score = np.zeros(part.shape, dtype=np.float32)
            if not y:
                score[here] += zh_alone[first : first + rows, None]
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
