"""The glossary in the formats of other tools; one file each, and one line in a table here.

A writer has `write(grid) -> bytes`, a reader `read(data, where) -> grid`; what the cells
of a grid mean is `grid.py`'s business alone.
"""

from importlib import import_module
from typing import Any

WRITERS = {
    "csv": "zhen_align.glossary.exchange.commas",
    "xlsx": "zhen_align.glossary.exchange.workbook",
    "jieba": "zhen_align.glossary.exchange.jieba_words",
}
READERS = {
    "csv": "zhen_align.glossary.exchange.commas",
    "xlsx": "zhen_align.glossary.exchange.workbook",
    "tsv": "zhen_align.glossary.exchange.tabs",
}


def module(name: str, table: dict[str, str]) -> Any:
    """Return the module that `table` names for a format."""
    return import_module(table[name])
