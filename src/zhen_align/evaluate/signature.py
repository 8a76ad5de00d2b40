"""What a figure was made with, in one line: without it a number cannot be made again."""

import hashlib
from collections.abc import Iterable, Mapping

from zhen_align import __version__


def digest(parts: Iterable[tuple[str, bytes]]) -> str:
    """Return a short hash of named contents; their order does not matter.

    >>> digest([("a", b"1"), ("b", b"2")]) == digest([("b", b"2"), ("a", b"1")])
    True
    """
    whole = hashlib.sha256()
    for name, data in sorted(parts):
        whole.update(f"{name}\0{len(data)}\0".encode())
        whole.update(data)
    return whole.hexdigest()[:12]


def signature(sources: str, gold: str, settings: Mapping[str, object] | None = None) -> str:
    """Return version, sources, gold and settings, the latter by name.

    >>> signature("abc", "def", {"k": 5}).partition(" ")[2]
    'sources:abc gold:def k:5'
    """
    chosen = [f"{name}:{value}" for name, value in sorted((settings or {}).items())]
    parts = [f"zhen-align-{__version__}", f"sources:{sources}", f"gold:{gold}", *chosen]
    return " ".join(parts)
