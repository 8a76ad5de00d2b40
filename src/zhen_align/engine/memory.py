"""How memory that is freed is kept for the next text: giving it back each time costs much time."""

import ctypes
import sys
from functools import cache

TRIM, MMAP = 64 << 20, 32 << 20
"""Bytes that malloc keeps at its end, and from where on an array has pages of its own."""
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # malloc.h


@cache
def keep_freed() -> None:
    """Let this process, and those that it forks, keep some memory; where glibc is, else nothing."""
    if sys.platform != "linux":
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_TRIM_THRESHOLD, TRIM)
        mallopt(_MMAP_THRESHOLD, MMAP)
