"""The encoder that a run asks for: loaded once in each process, its vectors kept on disk."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhen_align.engine.vectors import KeptVectors

_allowed: set[str] = set()


def allow_download(name: str) -> None:
    """Let an encoder be fetched that is not on this machine; nothing else is."""
    _allowed.add(name)


@cache
def encoder_of(name: str, root: Path | None) -> "KeptVectors | None":
    """Return an encoder that encodes no text twice, if one is named.

    `root` is the folder of the `.zhen/`.
    """
    if not name:
        return None
    from zhen_align.align.encoder.load import load
    from zhen_align.engine.vectors import KeptVectors

    return KeptVectors(load(name, allow_download=name in _allowed), root)


@cache
def encoder_name(name: str) -> str:
    """Return what tells an encoder from every other, for the keys of the cache."""
    if not name:
        return ""
    from zhen_align.align.encoder.load import fingerprint

    return fingerprint(name, allow_download=name in _allowed)
