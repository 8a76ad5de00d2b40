"""How alike every text of one side is to every text of the other, and how likely one work.

The likeness is a cosine of what two texts share, names and numbers counting more. By itself
it says little: long texts, short ones and crowded fields have their own levels. What tells
is how far a pair stands above its best rivals in its row and column, in likeness and in how
closely sentences match, so that a logistic model of those is the chance; the share of texts
without a partner is then estimated from the chances themselves (Saerens, Latinne and
Decaestecker, 2002). Fitted by `bench/fit_works.py`.
"""

from dataclasses import dataclass

import numpy as np

from zhen_align.align.lexicon import Ints
from zhen_align.align.tokens import Floats
from zhen_align.compare.bags import Bag, Table, shared
from zhen_align.compare.closeness import Sentences
from zhen_align.compare.marks import Spoken
from zhen_align.compare.wording import Shared

LITERAL = 1.5
_PRIOR = 60.0  # texts that the expected shares count for
_ROWS = 512
_TOP = 11
FEATURES = (
    "one", "likeness", "over row", "over column", "log likeness", "log closeness",
    "closer than row", "closer than column",
)  # fmt: skip
WEIGHTS = (1.3, 1.74, 2.05, 0.78, 0.5, 2.89, 2.1, 1.1)
FITTED = 0.635
"""Share of right pairs among those that the weights were fitted to."""
_LITERAL_IN_SENTENCE = 0.5  # sentences of one text share its names: there they tell less
_UNKNOWN = 0.3  # weight of words that nothing on the other side can stand for
_LEAST_CLOSER = 0.02  # strangers' sentences match so much less than the whole texts are alike
_CLOSE_FLOOR = 0.05
_ROUNDS = 50
_FLOOR = 0.02


@dataclass(frozen=True, slots=True)
class Mutual:
    """Pairs that are each other's best: their numbers, likeness and chances.

    `plain` is the chance as the model has it, `chance` after the share of texts without a
    partner was taken into account. `features` are what the model is asked with.
    """

    a: Ints
    b: Ints
    likeness: Floats
    features: Floats
    plain: Floats
    chance: Floats


@dataclass(frozen=True, slots=True)
class Owners:
    """Which text each part belongs to; `same[i]` is the text of b that text i of a is itself."""

    a: Ints
    b: Ints
    same: dict[int, int]


@dataclass
class _Best:
    """The best likenesses of each column so far, best first, and whose they are."""

    value: Table
    owner: Ints

    def add(self, block: Table, first: int) -> None:
        """Take a block of rows into account."""
        rows = np.broadcast_to(np.arange(first, first + len(block))[:, None], block.shape)
        value = np.concatenate([self.value, block])
        owner = np.concatenate([self.owner, rows])
        if len(value) > _TOP:
            kept = np.argpartition(-value, _TOP - 1, axis=0)[:_TOP]
            value = np.take_along_axis(value, kept, axis=0)
            owner = np.take_along_axis(owner, kept, axis=0)
        self.value, self.owner = value, owner


def mutual(spoken: Spoken, owners: Owners, least_rival: float) -> Mutual:
    """Return the pairs of texts that are each other's best.

    Rows and columns of `spoken.whole` are parts; a text is as like another as their best parts.
    """
    said = spoken.whole
    worth = _worth(said)
    a, b = _weighed(said, *worth)
    many_a, many_b = int(owners.a.max()) + 1, int(owners.b.max()) + 1
    a_first = np.searchsorted(owners.a, np.arange(many_a))
    b_first = np.searchsorted(owners.b, np.arange(many_b))
    columns = _Best(np.zeros((0, many_b), dtype=np.float32), np.zeros((0, many_b), dtype=np.int64))
    row_value = np.zeros((many_a, min(_TOP, many_b)), dtype=np.float32)
    row_owner = np.zeros((many_a, min(_TOP, many_b)), dtype=np.int64)
    ends = np.append(a_first[1:], len(owners.a))
    start = 0
    while start < many_a:
        end = max(start + 1, int(np.searchsorted(ends, a_first[start] + _ROWS, side="right")))
        block = shared(a.part(int(a_first[start]), int(ends[end - 1])), b, len(said.b_common))
        if len(block) > end - start:
            block = np.maximum.reduceat(block, a_first[start:end] - a_first[start], axis=0)
        if block.shape[1] > many_b:
            block = np.maximum.reduceat(block, b_first, axis=1)
        for text in range(start, end):
            if text in owners.same:
                block[text - start, owners.same[text]] = 0.0
        columns.add(block, start)
        order = np.argpartition(-block, row_value.shape[1] - 1, axis=1)[:, : row_value.shape[1]]
        row_value[start:end] = np.take_along_axis(block, order, axis=1)
        row_owner[start:end] = order
        start = end
    del a, b
    sentences = _sentences(spoken, owners, *worth)
    return _judged(
        (row_value, row_owner), (columns.value.T, columns.owner.T), least_rival, sentences
    )


def _worth(said: Shared) -> tuple[Floats, Floats]:
    """Return how telling each type is that both texts of a pair hold it."""
    a_seen, b_seen = said.a.seen(len(said.a_common)), said.b.seen(len(said.b_common))
    return (
        _idf(a_seen, said.a.rows, said.a_common),
        _idf(b_seen, said.b.rows, said.b_common),
    )


def _sentences(spoken: Spoken, owners: Owners, rarity: Floats, worth: Floats) -> Sentences:
    said = spoken.whole
    known = np.zeros(len(rarity), dtype=np.bool_)
    known[said.pair_a] = True
    rarity = np.where(known | said.a_name, rarity, _UNKNOWN * rarity)
    return Sentences(
        spoken,
        owners.a[spoken.a_text],
        owners.b[spoken.b_text],
        rarity * np.where(said.a_name, _LITERAL_IN_SENTENCE, 1.0),
        worth * np.where(said.b_name, _LITERAL_IN_SENTENCE, 1.0),
    )


def _weighed(said: Shared, rarity: Floats, worth: Floats) -> tuple[Bag, Bag]:
    """Return both sides in the types of `b`, so that what they share sums to a cosine."""
    worth = np.where(said.b_name, LITERAL, 1.0) * worth
    telling = np.sqrt(rarity / np.log(said.a.rows + _PRIOR + 1))
    senses = np.maximum(np.bincount(said.pair_a, minlength=len(said.a_common)), 1)
    strength = np.where(said.a_name, 1.0, telling / np.sqrt(senses))
    a, b = said.reached(strength), said.b
    a_norm = np.sqrt(np.bincount(a.row, weights=a.weight**2 * worth[a.type], minlength=a.rows))
    b_norm = np.sqrt(np.bincount(b.row, weights=worth[b.type], minlength=b.rows))
    a_weight = a.weight * worth[a.type] / np.maximum(a_norm, 1e-9)[a.row]
    return (
        Bag(a.row, a.type, a_weight, a.rows),
        Bag(b.row, b.type, b.weight / np.maximum(b_norm, 1e-9)[b.row], b.rows),
    )


def _idf(seen: Ints, rows: int, common: Floats) -> Floats:
    worth: Floats = np.log((rows + _PRIOR + 1) / (seen + _PRIOR * common + 0.5))
    return np.maximum(worth, 0.01)


def _judged(
    rows: tuple[Table, Ints],
    columns: tuple[Table, Ints],
    least_rival: float,
    sentences: Sentences,
) -> Mutual:
    row_mean = _mean(rows[0])
    column_mean = _mean(columns[0])
    best_row = _best(rows, row_mean, column_mean)
    best_column = _best(columns, column_mean, row_mean)
    a = np.flatnonzero(best_column[best_row] == np.arange(len(best_row)))
    b = best_row[a]
    at = rows[1][a] == b[:, None]
    s = np.where(at, rows[0][a], 0.0).max(axis=1).astype(np.float64)
    row_rival, other_b = _rival((rows[0][a], rows[1][a]), at)
    column_rival, other_a = _rival((columns[0][b], columns[1][b]), columns[1][b] == a[:, None])
    close = sentences.closeness(a, b)
    features = np.stack(
        [
            np.ones(len(a)),
            s,
            _over(s, np.maximum(row_rival, least_rival), _FLOOR),
            _over(s, np.maximum(column_rival, least_rival), _FLOOR),
            np.log(s + _FLOOR),
            np.log(close + _CLOSE_FLOOR),
            _over(close, _close(sentences, a, other_b, row_rival, least_rival), _CLOSE_FLOOR),
            _over(close, _close(sentences, other_a, b, column_rival, least_rival), _CLOSE_FLOOR),
        ],
        axis=-1,
    )
    plain: Floats = 1 / (1 + np.exp(-(features @ np.array(WEIGHTS))))
    return Mutual(a, b, s, features, plain, corrected(plain))


def _over(own: Floats, rival: Floats, floor: float) -> Floats:
    ratio: Floats = np.log((own + floor) / (rival + floor))
    return ratio


def _close(sentences: Sentences, a: Ints, b: Ints, likeness: Floats, least: float) -> Floats:
    """Return how close rivals come, as much at least as strangers do."""
    close = np.where(likeness > 0, sentences.closeness(a, b), 0.0)
    rival: Floats = np.maximum(close, least - _LEAST_CLOSER)
    return rival


def _mean(value: Table) -> Floats:
    top = -np.sort(-value, axis=1)[:, : _TOP - 1]
    mean: Floats = top.mean(axis=1).astype(np.float64)
    return mean


def _best(side: tuple[Table, Ints], own_mean: Floats, other_mean: Floats) -> Ints:
    """Return each text's best partner, crowded ones pushed back (CSLS)."""
    score = 2 * side[0] - own_mean[:, None] - other_mean[side[1]]
    at = score.argmax(axis=1)
    best: Ints = side[1][np.arange(len(at)), at]
    return best


def _rival(side: tuple[Table, Ints], own: "np.typing.NDArray[np.bool_]") -> tuple[Floats, Ints]:
    """Return for each text how alike its best other partner is, and which that is."""
    rest = np.where(own, 0.0, side[0])
    at = rest.argmax(axis=1)
    each = np.arange(len(at))
    return rest[each, at].astype(np.float64), side[1][each, at]


def corrected(plain: Floats, fitted: float = FITTED) -> Floats:
    """Return the chances for the share of right pairs that they themselves suggest."""
    if not len(plain):
        return plain
    chance = plain
    for _ in range(_ROUNDS):
        share = float(np.clip(chance.mean(), 0.02, 0.98))
        right = plain * share / fitted
        chance = right / (right + (1 - plain) * (1 - share) / (1 - fitted))
    return chance
