"""Documents that say what translates what, as glossaries: each unit is a pair to judge.

Not here: which format a document is in (memory_read.py, catalogue_read.py and their like).
"""

import html
import re
from collections import defaultdict

from zhen_align.errors import GlossaryError
from zhen_align.glossary.exchange.grid import Grid
from zhen_align.read.decode import decode
from zhen_align.read.document import parse
from zhen_align.types import Document, Lang

_LONGEST = 80  # characters; what is longer is a sentence, no term
_TAG = re.compile(r"<[^<>]*>")
_ESCAPE = re.compile(r'\\(["\\])')


def pairs(data: bytes, where: str, style: str) -> Grid:
    """Return the pairs of a file in a format of read/ that are short enough for terms."""
    document = parse(where, decode(data, where)[0], format=style)
    units: dict[str, dict[Lang, str]] = defaultdict(dict)
    for block in document.blocks:
        units[block.address].setdefault(block.lang, _plain(document, block.span.of(document.text)))
    grid = [["en", "zh", "status"]]
    for unit in units.values():
        en, zh = unit.get(Lang.EN, ""), unit.get(Lang.ZH, "")
        if en and zh and max(len(en), len(zh)) <= _LONGEST:
            grid.append([en, zh, "candidate"])
    if len(grid) == 1:
        what = "holds no short pairs of Chinese and English"
        raise GlossaryError(what, where=where, fix="name a list of terms")
    return grid


def _plain(document: Document, text: str) -> str:
    """Return the words without the format's marks."""
    if document.format in {"tmx", "xliff"}:
        text = html.unescape(_TAG.sub("", text))
    elif document.format == "po":
        text = _ESCAPE.sub(r"\1", re.sub(r'"\s*[\r\n]+\s*"', "", text))
    elif document.format == "columns":
        text = text.replace('""', '"')
    return " ".join(text.split())
