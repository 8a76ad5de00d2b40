"""Two aligners to compare with: Gale and Church's, and one by lengths alone with free types.

Gale and Church (1993): lengths in characters, one ratio and one variance for the language
pair, six types of beads with their published priors, the whole table searched in a band. The
second takes our types with priors of technical text and a spread that shrinks with length.
Both know no word. Written from their descriptions; not here: anything of the program.
"""

import math
from collections.abc import Callable, Sequence

Bead = tuple[int, int, int, int]  # first Chinese, first English, how many of each
Cost = Callable[[float, float, int, int], float]

_BAND = 200
_VARIANCE = 6.8
_GALE_CHURCH = {
    (1, 1): 0.89, (1, 0): 0.00495, (0, 1): 0.00495, (2, 1): 0.0445, (1, 2): 0.0445, (2, 2): 0.011,
}  # fmt: skip
_FREE = {
    (1, 1): 0.84, (1, 2): 0.06, (2, 1): 0.045, (1, 0): 0.015, (0, 1): 0.015, (1, 3): 0.01,
    (3, 1): 0.006, (2, 2): 0.005, (1, 4): 0.002, (2, 3): 0.001, (3, 2): 0.001,
}  # fmt: skip


def gale_church(zh: Sequence[str], en: Sequence[str]) -> list[Bead]:
    """Return the beads by Gale and Church's measure."""
    ratio = sum(map(len, en)) / max(1, sum(map(len, zh)))

    def cost(zh_size: float, en_size: float, x: int, y: int) -> float:
        mean = (zh_size + en_size / ratio) / 2
        delta = (en_size - zh_size * ratio) / math.sqrt(max(mean, 1) * _VARIANCE)
        tail = math.erfc(abs(delta) / math.sqrt(2))
        return -math.log(max(tail, 1e-30)) - math.log(_GALE_CHURCH[x, y])

    return _search([len(t) for t in zh], [len(t) for t in en], tuple(_GALE_CHURCH), cost)


def by_length(zh: Sequence[str], en: Sequence[str]) -> list[Bead]:
    """Return the beads by log ratio of lengths, surer the longer they are."""
    zh_sizes = [sum(1.0 if c > "\u2e80" else 0.35 for c in t if c.isalnum()) + 1 for t in zh]
    en_sizes = [float(sum(c.isalnum() for c in t)) + 1 for t in en]
    ratio = sum(en_sizes) / sum(zh_sizes)
    usual = math.log(sum(en_sizes) / max(1, len(en_sizes)))

    def cost(zh_size: float, en_size: float, x: int, y: int) -> float:
        prior = -math.log(_FREE[x, y])
        if not (x and y):
            return prior
        expected = ratio * zh_size
        wide = 0.22 * (1 + 6 / math.sqrt(expected + 1))
        off = math.log(en_size / expected) / wide
        chance = (math.log(en_size) - usual - math.log(y)) / 0.7
        return prior + 0.5 * min(off * off, 40) + math.log(wide / 0.7) - 0.5 * min(chance**2, 40)

    return _search(zh_sizes, en_sizes, tuple(_FREE), cost)


def _search(
    zh: Sequence[float], en: Sequence[float], types: Sequence[tuple[int, int]], cost: Cost
) -> list[Bead]:
    """Return the cheapest way through a band round the diagonal."""
    n, m = len(zh), len(en)
    zh_sum, en_sum = [0.0], [0.0]
    for size in zh:
        zh_sum.append(zh_sum[-1] + size)
    for size in en:
        en_sum.append(en_sum[-1] + size)
    best: list[dict[int, tuple[float, int, int]]] = [{} for _ in range(n + 1)]
    best[0][0] = (0.0, 0, 0)
    for i in range(n + 1):
        centre = i * m // max(n, 1)
        for j in range(max(0, centre - _BAND), min(m, centre + _BAND) + 1):
            options = []
            for x, y in types:
                before = best[i - x].get(j - y) if i >= x and j >= y else None
                if before is not None:
                    sizes = zh_sum[i] - zh_sum[i - x], en_sum[j] - en_sum[j - y]
                    options.append((before[0] + cost(*sizes, x, y), x, y))
            if options:
                best[i][j] = min(options)
    beads: list[Bead] = []
    i, j = n, m
    while i or j:
        _, x, y = best[i][j]
        i, j = i - x, j - y
        beads.append((i, j, x, y))
    return beads[::-1]
