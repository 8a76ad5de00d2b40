"""Words of a family: what the stemmer keeps apart and a paraphrase does not.

The dictionary glosses with one form (criterion, to analyse), the text has another (criteria,
analysis). Two stems are of a family where they begin alike for most of their length.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from zhen_align.align.tokens import WORD_STRENGTH, Pairs, Tokens
from zhen_align.terms.forms import simplified
from zhen_align.terms.glosses import glosses

_BEGIN = 4
_ALIKE = 0.6


def with_families(zh: Tokens, en: Tokens, pairs: Pairs) -> Pairs:
    """Return the pairs, and those of Chinese words with relatives of their glosses."""
    heads = glosses().heads
    by_begin = _by_begin(en.names[: en.words])
    have = set(zip(pairs.zh.tolist(), pairs.en.tolist(), strict=True))
    added: list[tuple[int, int]] = []
    for number, name in enumerate(zh.names[: zh.words]):
        for stem in heads.get(simplified(name), "").split():
            for other in by_begin.get(stem[:_BEGIN], ()):
                if (number, other) not in have and kin(stem, en.names[other]):
                    have.add((number, other))
                    added.append((number, other))
    table = np.array(added, dtype=np.int64).reshape(-1, 2)
    return Pairs(
        np.concatenate([pairs.zh, table[:, 0]]),
        np.concatenate([pairs.en, table[:, 1]]),
        np.concatenate([pairs.strength, np.full(len(table), WORD_STRENGTH)]),
    )


def _by_begin(names: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        if len(name) >= _BEGIN:
            found[name[:_BEGIN]].append(number)
    return found


def kin(one: str, other: str) -> bool:
    """Say whether two stems are of a family.

    >>> kin("criterion", "criteria"), kin("transform", "transition")
    (True, False)
    """
    alike = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        alike += 1
    return alike >= _BEGIN and alike > _ALIKE * max(len(one), len(other))
