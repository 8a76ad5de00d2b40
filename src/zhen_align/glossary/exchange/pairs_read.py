"""A list of two columns, whatever they are called and whatever parts them -> pairs to judge."""

from zhen_align.glossary.exchange.grid import Grid
from zhen_align.glossary.exchange.told import pairs


def read(data: bytes, where: str) -> Grid:
    """Return the pairs of a list."""
    return pairs(data, where, "columns")
