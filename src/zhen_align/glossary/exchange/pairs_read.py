"""A list of two columns, whatever they are called and whatever parts them -> pairs to judge."""

from zhen_align.glossary.exchange.grid import Grid
from zhen_align.glossary.exchange.told import pairs
from zhen_align.read.decode import decode
from zhen_align.read.document import parse


def read(data: bytes, where: str) -> Grid:
    """Return the pairs of a list."""
    return pairs(parse(where, decode(data, where)[0], format="columns"))
