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
_WORDS = 8
_STOP = re.compile(r"(?:[.!?]|[。！？]|…|\.\.\.)[\"'”’)）]*$")
_TAG = re.compile(r"<[^<>]*>")
_ESCAPE = re.compile(r'\\(["\\])')


def pairs(data: bytes, where: str, style: str) -> Grid:
    """Return the pairs of a file in a format of read/ that can be terms."""
    found = _units(data, where, style)
    grid = [["en", "zh", "status"]]
    grid += [[en, zh, "candidate"] for en, zh in found if _can_be_term(en, zh)]
    if len(grid) == 1:
        what = "holds no short pairs of Chinese and English"
        raise GlossaryError(what, where=where, fix="name a list of terms")
    return grid


def left_out(data: bytes, where: str, style: str) -> int:
    """Return how many pairs of such a file are sentences, and so no terms."""
    return sum(not _can_be_term(*unit) for unit in _units(data, where, style))


def _units(data: bytes, where: str, style: str) -> list[tuple[str, str]]:
    """Return the English and the Chinese of each unit that has both."""
    document = parse(where, decode(data, where)[0], format=style)
    units: dict[str, dict[Lang, str]] = defaultdict(dict)
    for block in document.blocks:
        units[block.address].setdefault(block.lang, _plain(document, block.span.of(document.text)))
    both = ((unit.get(Lang.EN, ""), unit.get(Lang.ZH, "")) for unit in units.values())
    return [(en, zh) for en, zh in both if en and zh]


def _can_be_term(en: str, zh: str) -> bool:
    """Say whether a pair is short and ends as no sentence does.

    >>> _can_be_term("water tank", "水箱"), _can_be_term("Close the lid.", "合上盖子。")
    (True, False)
    """
    if max(len(en), len(zh)) > _LONGEST or en.count(" ") >= _WORDS:
        return False
    return _STOP.search(en) is None and _STOP.search(zh) is None


def _plain(document: Document, text: str) -> str:
    """Return the words without the format's marks."""
    if document.format in {"tmx", "xliff"}:
        text = html.unescape(_TAG.sub("", text))
    elif document.format == "po":
        text = _ESCAPE.sub(r"\1", re.sub(r'"\s*[\r\n]+\s*"', "", text))
    elif document.format == "columns":
        text = text.replace('""', '"')
    return " ".join(text.split())
