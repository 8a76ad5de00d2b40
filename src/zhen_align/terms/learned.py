"""What the texts themselves teach: Chinese words that go with an English stem bead by bead.

No dictionary knows a field's newest words, but a word that nearly always comes with a stem
renders it, and then explains that stem inside longer terms too.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

_LEAST_BEADS = 4
_LEAST_DICE = 0.4
_LEAST_RATIO = 15.0
_STEPS = 10  # of strength: a little more shall not change what is worked out from it

Learned = Mapping[str, Mapping[str, float]]


def learn(beads: Iterable[tuple[frozenset[str], frozenset[str]]]) -> dict[str, dict[str, float]]:
    """Return for each stem the Chinese words it goes with, and how well, up to 1.

    The beads are given as the stems of the one side and the words of the other.
    """
    pairs = list(beads)
    stems = Counter(stem for ours, _ in pairs for stem in ours)
    words = Counter(word for _, theirs in pairs for word in theirs)
    together = _together(pairs, stems, words)
    dice = {
        (stem, word): 2 * n / (stems[stem] + words[word])
        for (stem, word), n in together.items()
        if 2 * n > _LEAST_DICE * (stems[stem] + words[word])
    }
    best: dict[str, float] = {}
    for (_, word), value in dice.items():
        best[word] = max(best.get(word, 0.0), value)
    found: dict[str, dict[str, float]] = {}
    for (stem, word), value in sorted(dice.items()):
        if ratio(together[stem, word], stems[stem], words[word], len(pairs)) > _LEAST_RATIO:
            strength = (value / best[word]) ** 2 * min(1.0, 1.5 * value)
            found.setdefault(stem, {})[word] = round(_STEPS * strength) / _STEPS
    return found


def _together(
    pairs: Sequence[tuple[frozenset[str], frozenset[str]]],
    stems: Counter[str],
    words: Counter[str],
) -> dict[tuple[str, str], int]:
    """Return in how many beads a stem and a word stand together, where those are enough."""
    ours = {stem: n for n, stem in enumerate(s for s in stems if stems[s] >= _LEAST_BEADS)}
    theirs = {word: n for n, word in enumerate(w for w in words if words[w] >= _LEAST_BEADS)}
    if not ours or not theirs:
        return {}
    rows = []
    for left, right in pairs:
        one = np.array([ours[stem] for stem in left if stem in ours], dtype=np.int64)
        other = np.array([theirs[word] for word in right if word in theirs], dtype=np.int64)
        rows.append((one[:, None] * len(theirs) + other).ravel())
    keys, times = np.unique(np.concatenate(rows), return_counts=True)
    often = times >= _LEAST_BEADS
    stem_of, word_of = list(ours), list(theirs)
    return {
        (stem_of[key // len(theirs)], word_of[key % len(theirs)]): n
        for key, n in zip(keys[often].tolist(), times[often].tolist(), strict=True)
    }


def ratio(both: int, one: int, other: int, total: int) -> float:
    """Return the log-likelihood ratio of two things seen together, 0 where no more than chance.

    >>> ratio(5, 10, 50, 100), round(ratio(10, 10, 10, 100), 1)
    (0.0, 65.0)
    """
    if both * total <= one * other:
        return 0.0
    cells = (both, one - both, other - both, total - one - other + both)
    rows, columns = (one, total - one), (other, total - other)
    expected = (
        rows[0] * columns[0] / total,
        rows[0] * columns[1] / total,
        rows[1] * columns[0] / total,
        rows[1] * columns[1] / total,
    )
    seen = zip(cells, expected, strict=True)
    return 2 * sum(n * math.log(n / e) for n, e in seen if n > 0 and e > 0)
