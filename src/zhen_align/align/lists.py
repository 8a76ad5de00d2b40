"""Items of two lists that stand for each other, in whatever order: keywords, mixed rows.

Each item takes the partner that it shares most with, the best pairs first; what shares
nothing is paired by its place when as many are left on both sides, with a low score.
"""

import math
from collections.abc import Sequence

from zhen_align.align.cells import EVIDENCE, LENGTH, cells
from zhen_align.align.lexicon import lexicon
from zhen_align.align.tokens import Text, tokenize

Match = tuple[int | None, int | None, float]

_SAME_PLACE = 0.5
_SURE = 0.97
_BY_PLACE = 0.6


def pair_items(zh: Sequence[Text], en: Sequence[Text]) -> list[Match]:
    """Return Chinese and English numbers with a probability, by the Chinese order."""
    if not zh or not en:
        return [(i, None, _SURE) for i in range(len(zh))] + [
            (None, j, _SURE) for j in range(len(en))
        ]
    zh_tokens, en_tokens, pairs = tokenize(zh, en, lexicon())
    table = cells(zh_tokens, en_tokens, pairs)
    fit = table.length(table.en_size[:, None], table.zh_size[None, :])
    score = EVIDENCE * table.words + 0.3 * LENGTH * fit
    ranked = sorted(
        (
            (float(score[j, i]) + (_SAME_PLACE if i == j else 0.0), i, j)
            for i in range(len(zh))
            for j in range(len(en))
        ),
        key=lambda found: (-found[0], found[1], found[2]),
    )
    partner: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for total, i, j in ranked:
        if total > _SAME_PLACE and i not in partner and j not in taken:
            partner[i] = (j, min(_SURE, 1 / (1 + math.exp(-2 * total))))
            taken.add(j)
    left_zh = [i for i in range(len(zh)) if i not in partner]
    left_en = [j for j in range(len(en)) if j not in taken]
    if len(left_zh) == len(left_en):
        partner |= {i: (j, _BY_PLACE) for i, j in zip(left_zh, left_en, strict=True)}
        left_zh, left_en = [], []
    found: list[Match] = [(i, *partner[i]) for i in sorted(partner)]
    return found + [(i, None, 0.5) for i in left_zh] + [(None, j, 0.5) for j in left_en]
