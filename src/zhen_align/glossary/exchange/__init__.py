"""The glossary in the formats of other tools; one file each, and one line in a table here.

A writer has `write(grid) -> bytes`, a reader `read(data, where) -> grid`; what the cells
of a grid mean is `grid.py`'s business alone. A format that cannot hold all that a glossary
says names what it leaves out in `LEFT_OUT`.
"""

from importlib import import_module
from typing import Any

WRITERS = {
    "csv": "zhen_align.glossary.exchange.commas",
    "xlsx": "zhen_align.glossary.exchange.workbook",
    "jieba": "zhen_align.glossary.exchange.jieba_words",
    "tbx": "zhen_align.glossary.exchange.tbx",
    "tbx-v2": "zhen_align.glossary.exchange.tbx_v2",
    "tmx": "zhen_align.glossary.exchange.memory",
    "po": "zhen_align.glossary.exchange.catalogue",
    "deepl": "zhen_align.glossary.exchange.pairs",
    "azure": "zhen_align.glossary.exchange.pairs",
    "google": "zhen_align.glossary.exchange.google",
}
READERS = {
    "csv": "zhen_align.glossary.exchange.commas",
    "xlsx": "zhen_align.glossary.exchange.workbook",
    "tsv": "zhen_align.glossary.exchange.tabs",
    "tbx": "zhen_align.glossary.exchange.tbx_read",
    "tmx": "zhen_align.glossary.exchange.memory_read",
    "po": "zhen_align.glossary.exchange.catalogue_read",
    "xlf": "zhen_align.glossary.exchange.xliff_read",
    "xliff": "zhen_align.glossary.exchange.xliff_read",
    "pairs": "zhen_align.glossary.exchange.pairs_read",
}


def module(name: str, table: dict[str, str]) -> Any:
    """Return the module that `table` names for a format."""
    return import_module(table[name])
