"""XLIFF -> pairs to judge: each unit is one."""

from zhen_align.glossary.exchange.grid import Grid
from zhen_align.glossary.exchange.told import pairs
from zhen_align.read.decode import decode
from zhen_align.read.document import parse


def read(data: bytes, where: str) -> Grid:
    """Return the pairs of an XLIFF file."""
    return pairs(parse(where, decode(data, where)[0], format="xliff"))
