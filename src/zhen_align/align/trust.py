"""Whether two texts are translations of each other just here: a path always finds something.

Between strangers, too, there is a best path, and each of its beads may be far better than
its rivals. What tells is how many of all words found a partner, in a bead and in those
around it: about two thirds in technical translations, two fifths in free and literary ones,
a sixth to a third in texts that are none. So what is usual is asked of the text itself.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from zhen_align.align.looks import Prepared
from zhen_align.align.matches import find_matches
from zhen_align.align.search import Step
from zhen_align.align.tokens import Floats

_AROUND = 3
_USUAL, _LEAST = 0.42, 0.26
"""The share of words at which a bead is doubtful: where nothing is known, and at the least."""
_BEST, _BELOW = 0.7, 0.65
"""The share of a text is that of its better beads, since a part may be another text's; what
has so much less is doubtful."""
_FEW = 10
"""So many beads of a text are worth as much as what is usual in others."""
_MOST = 4.0
# fitted to texts whose second half, or all of it, was exchanged for another's
_OWN, _NEAR, _BEFORE = 0.5, 1.57, 1.93


_ENOUGH = 0.8


def trusted(ready: Prepared, steps: Sequence[Step]) -> list[Step]:
    """Return the steps of a path, each believed as far as its words and its neighbours' tell.

    Where paragraphs are known to be partners, whoever knew it has judged their words before:
    there only what is far from a translation is believed less.
    """
    own, near = told(ready, steps)
    known, homes = ready.corridor.zh_part, ready.corridor.zh_home
    found = []
    for step, one, other in zip(steps, own.tolist(), near.tolist(), strict=True):
        if step.zh_count and step.en_count:
            logit = _OWN * one + _NEAR * other + _BEFORE
            trust = 1 / (1 + math.exp(-logit))
            if known is not None and not (homes is not None and homes[step.zh]):
                trust = min(1.0, trust / _ENOUGH)
            step = replace(step, chance=step.chance * trust)
        found.append(step)
    return found


def told(ready: Prepared, steps: Sequence[Step]) -> tuple[Floats, Floats]:
    """Return for each bead how far its words, and those around it, say translation or not.

    Positive says that it is one. Sentences alone get 0 and count for nothing.
    """
    zh, en = ready.zh, ready.en
    zh_bead = np.full(zh.units, -1, dtype=np.int64)
    en_bead = np.full(en.units, -1, dtype=np.int64)
    joined = [n for n, s in enumerate(steps) if s.zh_count and s.en_count]
    for number, at in enumerate(joined):
        step = steps[at]
        zh_bead[step.zh : step.zh + step.zh_count] = number
        en_bead[step.en : step.en + step.en_count] = number
    matches = find_matches(zh, en, ready.pairs, ready.corridor)
    zh_at, en_at = zh_bead[zh.unit], en_bead[en.unit]
    inside = (zh_at[matches.zh] >= 0) & (zh_at[matches.zh] == en_at[matches.en])
    found = np.zeros(len(joined))
    words = np.zeros(len(joined))
    for bead, hit in ((zh_at, matches.zh), (en_at, matches.en)):
        met = np.zeros(len(bead), dtype=np.bool_)
        met[hit[inside]] = True
        words += np.bincount(bead[bead >= 0], minlength=len(joined))
        found += np.bincount(bead[met], minlength=len(joined))
    own, near = np.zeros(len(steps)), np.zeros(len(steps))
    box = np.ones(2 * _AROUND + 1)
    if joined:
        around = [np.convolve(x, box)[_AROUND : _AROUND + len(joined)] for x in (found, words)]
        least = _doubtful(around[0], around[1])
        own[joined] = _over(found, words, least)
        near[joined] = _over(around[0], around[1], least)
    return own, near


def _doubtful(found: Floats, words: Floats) -> float:
    """Return the share of words at which a bead of this text is doubtful."""
    usual = float(np.quantile(found / np.maximum(words, 1.0), _BEST))
    here = min(max(_BELOW * usual, _LEAST), _USUAL)
    return _USUAL + (here - _USUAL) * len(found) / (len(found) + _FEW)


def _over(found: Floats, words: Floats, least: float) -> Floats:
    over = (found / np.maximum(words, 1.0) - least) * np.sqrt(words)
    return np.clip(over, -_MOST, _MOST)
