"""PO -> pairs to judge: each entry is one."""

from zhen_align.glossary.exchange.grid import Grid
from zhen_align.glossary.exchange.told import pairs


def read(data: bytes, where: str) -> Grid:
    """Return the pairs of a catalogue."""
    return pairs(data, where, "po")
