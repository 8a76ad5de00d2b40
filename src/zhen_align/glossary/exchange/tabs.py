"""The glossary's own format, from a copy that somebody edited."""

from zhen_align.errors import GlossaryError
from zhen_align.glossary.exchange.grid import Grid
from zhen_align.glossary.rows import unescape
from zhen_align.glossary.spreadsheet import records
from zhen_align.read.decode import decode


def read(data: bytes, where: str) -> Grid:
    """Return the cells of a TSV file."""
    lines = list(records(decode(data, where)[0], where))
    width = len(lines[0].cells) if lines else 0
    for line in lines:
        if len(line.cells) != width:
            raise GlossaryError(
                f"{len(line.cells)} fields, but the header names {width}",
                where=f"{where}:{line.line}",
                fix="put the missing tab back",
            )
    return [[unescape(cell) for cell in line.cells] for line in lines]
