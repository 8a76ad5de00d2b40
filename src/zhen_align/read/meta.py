"""What a document says about itself, typed: title, arXiv id, DOI, date, authors, keywords."""

import re
from collections.abc import Iterable, Iterator, Sequence

from zhen_align.read import labels
from zhen_align.read.people import names
from zhen_align.read.pieces import Field
from zhen_align.types import Block, Kind, Meta

_OUTSIDE = frozenset({Kind.METADATA, Kind.OPAQUE, Kind.NAVIGATION})
_NAME_MARKS = re.compile(r"[\d*†‡§¶#✉()]+")
_DATE_KEYS = ("date", "published", "pubdate", "created", "lastmod", "updated")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def meta(text: str, blocks: Sequence[Block], fields: Sequence[Field]) -> Meta:
    """Collect the fields from the front matter, then from the metadata lines."""
    known = {field.key: field.values for field in fields}
    lines = [block.span.of(text)[:2_000] for block in blocks if block.kind in _OUTSIDE]
    title = next((b.span.of(text) for b in blocks if b.kind is Kind.TITLE), "")
    return Meta(
        title=_first(known, ("title",)) or " ".join(title.split()),
        arxiv=_found(labels.ARXIV, [_arxiv_field(known), *lines], "id"),
        doi=_found(labels.DOI, [_first(known, ("doi",)), *lines]),
        date=_date([_first(known, _DATE_KEYS), *lines]),
        authors=known.get("authors") or known.get("author") or tuple(_authors(text, blocks)),
        keywords=known.get("keywords") or known.get("tags") or tuple(_keywords(text, blocks)),
    )


def _first(known: dict[str, tuple[str, ...]], keys: Iterable[str]) -> str:
    return next((known[key][0] for key in keys if known.get(key)), "")


def _arxiv_field(known: dict[str, tuple[str, ...]]) -> str:
    own = _first(known, ("arxiv_id", "arxiv-id", "arxiv", "eprint"))
    return own if "arxiv" in own.lower() else f"arXiv: {own}"


def _found(pattern: re.Pattern[str], lines: Iterable[str], group: str | int = 0) -> str:
    return next((found[group] for line in lines if (found := pattern.search(line))), "")


def _date(lines: Iterable[str]) -> str:
    """Return the first date as 2024-03-22 (or as much of it as is told)."""
    found = _found(labels.DATE, lines).lower()
    numbers = re.findall(r"\d+", found)
    month = next((n for n, name in enumerate(_MONTHS, 1) if name in found), 0)
    if month:
        year = max(numbers, key=len)
        day = next((n for n in numbers if n != year), "")
        numbers = [year, str(month), day]
    return "-".join(number.zfill(2) for number in numbers if number)


def _authors(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the people of the first line that lists them."""
    for block in blocks:
        words = block.span.of(text)
        if block.kind is Kind.METADATA and names(words.strip()):
            parts = re.split(r"\s*(?:[,，、;；]|\band\b|&)\s*", _NAME_MARKS.sub(" ", words))
            if len(parts) == 1:
                parts = words.split()
            yield from (" ".join(part.split()) for part in parts if part.strip())
            return


def _keywords(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if block.kind in {Kind.KEYWORDS, Kind.METADATA}:
            yield from (cell.of(text) for cell in block.cells)
