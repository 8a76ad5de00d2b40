"""Two sequences of sentences to beads: a quick first path, then a closer look round it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from zhen_align.align.corridor import around, centred
from zhen_align.align.cues import Cues, cues
from zhen_align.align.features import Features, Stretch, Usual, allowed
from zhen_align.align.lexicon import lexicon
from zhen_align.align.matches import Corridor, chances, find_matches
from zhen_align.align.search import NEVER, Scored, Step, best_path, search
from zhen_align.align.tokens import Pairs, Text, Tokens, tokenize
from zhen_align.align.weights import TYPES, Weights

_QUICK = ((1, 1), (1, 2), (2, 1), (1, 3), (1, 0))
_CLOSE = 7


@dataclass(frozen=True, slots=True)
class Side:
    """One text's sentences as tokens and cues."""

    tokens: Tokens
    cues: Cues


@dataclass(frozen=True, slots=True)
class Prepared:
    """Two texts, ready to be aligned as often as is wanted."""

    zh: Side
    en: Side
    pairs: Pairs
    corridor: Corridor


def prepare(zh: Sequence[Text], en: Sequence[Text], corridor: Corridor | None) -> Prepared:
    """Tokenise two texts and find the corridor where none is given."""
    zh_tokens, en_tokens, pairs = tokenize(zh, en, lexicon())
    return Prepared(
        Side(zh_tokens, cues(zh)),
        Side(en_tokens, cues(en)),
        pairs,
        corridor or centred(zh_tokens, en_tokens, pairs),
    )


def stretch_of(prepared: Prepared, corridor: Corridor, pairs: Pairs) -> Stretch:
    """Return the whole text as one stretch."""
    zh, en = prepared.zh, prepared.en
    matches = find_matches(zh.tokens, en.tokens, pairs, corridor)
    return Stretch(zh.tokens, en.tokens, zh.cues, en.cues, corridor, matches)


def usual(prepared: Prepared, pairs: Pairs) -> Usual:
    """Return what is usual in the text."""
    zh, en = prepared.zh.tokens, prepared.en.tokens
    return Usual.of(
        zh, en, chances(zh, en, pairs.zh, pairs.en), chances(en, zh, pairs.en, pairs.zh)
    )


def scored(
    stretch: Stretch, usual: Usual, weights: Weights, types: tuple[tuple[int, int], ...] = TYPES
) -> Scored:
    """Return the score of every bead of a stretch."""
    features = Features(stretch, usual, types)
    tables = np.full((len(types), *stretch.shape), NEVER, dtype=np.float32)
    for number, (x, y) in enumerate(types):
        score = np.full(stretch.shape, weights.priors[TYPES.index((x, y))], dtype=np.float32)
        if y:
            for weight, table in zip(weights.features, features.of_type(x, y), strict=True):
                if weight:
                    score += np.float32(weight) * table
        ok = allowed(stretch, x, y)
        tables[number][ok] = score[ok]
    return Scored(stretch.corridor, types, tables, np.full(stretch.en.units, weights.alone))


def align_sentences(
    zh: Sequence[Text],
    en: Sequence[Text],
    corridor: Corridor | None = None,
    weights: Weights | None = None,
) -> list[Step]:
    """Return the beads between two sequences of sentences, in order."""
    if not zh or not en:
        nulls = [Step(i, 0, 1, 0, 1.0) for i in range(len(zh))]
        return nulls + [Step(len(zh), j, 0, 1, 1.0) for j in range(len(en))]
    return align_prepared(prepare(zh, en, corridor), weights or Weights())


def align_prepared(
    prepared: Prepared, weights: Weights, learned: Pairs | None = None
) -> list[Step]:
    """Return the beads of prepared texts, with what was learned elsewhere if there is some."""
    pairs = prepared.pairs if learned is None else joined(prepared.pairs, learned)
    habits = usual(prepared, pairs)
    corridor = prepared.corridor
    if corridor.zh_part is None and corridor.width > 2 * _CLOSE + 2:
        quick = scored(stretch_of(prepared, corridor, pairs), habits, weights, _QUICK)
        corridor = around(best_path(quick), corridor, _CLOSE)
    return search(scored(stretch_of(prepared, corridor, pairs), habits, weights))


def joined(pairs: Pairs, more: Pairs) -> Pairs:
    """Return both sets of pairs."""
    return Pairs(
        np.concatenate([pairs.zh, more.zh]),
        np.concatenate([pairs.en, more.en]),
        np.concatenate([pairs.strength, more.strength]),
    )
