"""Where a smooth function is least: limited-memory BFGS, the same steps every time."""

from collections.abc import Callable, Sequence

import numpy as np

from zhen_align.align.tokens import Floats

_ENOUGH = 0.3  # a step that gains less is the last


def descend(
    loss: Callable[[Floats], tuple[float, Floats]], start: Floats, steps: int, memory: int = 8
) -> Floats:
    """Return where a smooth function is least, by limited-memory BFGS from `start`.

    >>> descend(lambda v: (float(((v - 3) ** 2).sum() * 9), 18 * (v - 3)), np.zeros(2), 9).round(2)
    array([3., 3.])
    """
    value, slope = loss(start)
    moves: list[tuple[Floats, Floats]] = []
    for _ in range(steps):
        way = _way(slope, moves[-memory:])
        size = 1.0
        while True:
            there = start - size * way
            new_value, new_slope = loss(there)
            if new_value < value - 1e-4 * size * float(slope @ way) or size < 1e-3:
                break
            size /= 2
        if (there - start) @ (new_slope - slope) > 1e-9:
            moves.append((there - start, new_slope - slope))
        gained = value - new_value
        start, value, slope = there, new_value, new_slope
        if abs(gained) < _ENOUGH:
            break
    return start


def _way(slope: Floats, moves: Sequence[tuple[Floats, Floats]]) -> Floats:
    """Return the direction to go back along: the slope, bent as the last moves say."""
    way, shares = slope.copy(), []
    for move, bend in reversed(moves):
        share = float(move @ way) / float(bend @ move)
        shares.append(share)
        way -= share * bend
    if moves:
        move, bend = moves[-1]
        way *= float(move @ bend) / float(bend @ bend)
    else:
        way *= min(1.0, 0.3 / max(float(np.abs(slope).max()), 1e-9))
    for (move, bend), share in zip(moves, reversed(shares), strict=True):
        way += move * (share - float(bend @ way) / float(bend @ move))
    return way
