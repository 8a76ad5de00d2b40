"""What only one side of a bead has, for rules that compare sets of things.

What is missing here and surplus in the bead next door was only cut elsewhere, so it is
passed over on both. Not here: what the things are, and what a difference is worth.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from zhen_align.lint.facts import BeadFacts, Pair, Shared

Placed = TypeVar("Placed")
Apart = tuple[list[Placed], list[Placed]]  # what only the target has, what only the source


def apart(
    pairs: Sequence[Pair],
    shared: Shared,
    left: Callable[[BeadFacts], Apart[Placed]],
    among: Callable[[Placed, Sequence[Placed]], bool],
) -> Iterator[tuple[BeadFacts, list[Placed], list[Placed]]]:
    """Yield every sure bead whose sides differ, with what is left of each.

    `left` compares the sides of one bead, `among` tells whether a thing is one of others.
    """
    for pair in pairs:
        beads = [b for b in pair.beads if b.is_whole or b.bead.score >= shared.sure]
        found = [left(bead) for bead in beads]
        for at, bead in enumerate(beads):
            extra, missing = found[at]
            if not (extra or missing) or not bead.is_whole or bead.bead.score < shared.sure:
                continue
            around = [found[n] for n in (at - 1, at + 1) if 0 <= n < len(beads)]
            extra = [p for p in extra if not any(among(p, lost) for _, lost in around)]
            missing = [p for p in missing if not any(among(p, added) for added, _ in around)]
            yield bead, extra, missing
