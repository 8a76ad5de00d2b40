"""Plant omissions and additions into texts whose gold is known.

From beads that are one sentence on each side for certain one side is taken out, and
sentences of other texts are put in. Both have no partner then, which is the new gold.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

Sides = tuple[Sequence[int], Sequence[int]]


@dataclass(frozen=True)
class Planted:
    """Sentences of both sides with the gold in their new numbers, and those without a partner."""

    zh: list[str]
    en: list[str]
    exact: list[Sides]
    within: list[Sides]
    zh_alone: frozenset[int]
    en_alone: frozenset[int]


def planted(
    texts: tuple[Sequence[str], Sequence[str]],
    exact: Sequence[Sides],
    within: Sequence[Sides],
    strangers: tuple[Sequence[str], Sequence[str]],
    rng: random.Random,
    share: float = 0.05,
) -> Planted:
    """Return the texts with a share of their sure sentences gone, and as many strangers."""
    single = [(z[0], e[0]) for z, e in exact if len(z) == len(e) == 1]
    gone: tuple[set[int], set[int]] = (set(), set())
    alone: tuple[set[int], set[int]] = (set(), set())
    chosen = rng.sample(single, min(len(single), max(1, round(len(single) * share))))
    for pair in chosen:
        side = rng.randrange(2)
        gone[side].add(pair[side])
        alone[1 - side].add(pair[1 - side])
    written: list[list[str]] = [[], []]
    number: list[dict[int, int]] = [{}, {}]
    lonely: list[set[int]] = [set(), set()]
    for side in (0, 1):
        before = set(rng.sample(range(len(texts[side])), min(len(texts[side]), len(chosen) // 2)))
        for at, text in enumerate(texts[side]):
            if at in before:
                lonely[side].add(len(written[side]))
                written[side].append(rng.choice(strangers[side]))
            if at in gone[side]:
                continue
            if at in alone[side]:
                lonely[side].add(len(written[side]))
            number[side][at] = len(written[side])
            written[side].append(text)

    def kept(sides: Sequence[Sides]) -> list[Sides]:
        both = [
            [[number[s][n] for n in part[s] if n in number[s]] for s in (0, 1)] for part in sides
        ]
        return [(zh, en) for zh, en in both if zh or en]

    lone: list[Sides] = [([n], []) for n in sorted(lonely[0])] + [
        ([], [n]) for n in sorted(lonely[1])
    ]
    sure = [(zh, en) for zh, en in kept(exact) if zh and en]
    return Planted(
        written[0],
        written[1],
        [*sure, *lone],
        kept(within),
        frozenset(lonely[0]),
        frozenset(lonely[1]),
    )
