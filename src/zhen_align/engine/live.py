"""How often people's rows stand in the texts as they are now, part by part.

What a part shows of the rows is kept under both: an edit has one part counted again.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhen_align.config import Config
from zhen_align.engine.cache import key_of
from zhen_align.engine.codec import decoded, encode
from zhen_align.engine.collection import Collection, Kind, Part
from zhen_align.engine.session import cache_at
from zhen_align.glossary.rows import Row, Table, render
from zhen_align.glossary.usage import usage
from zhen_align.types import Alignment


@dataclass(frozen=True, slots=True)
class _Counted:
    """The numbers of the rows that a part has, and in how many of its aligned pairs."""

    rows: tuple[int, ...]
    counts: tuple[int, ...]


def counts(rows: Sequence[Row], texts: Collection, config: Config) -> Counter[int]:
    """Return for each row that occurs, by its number, in how many aligned pairs."""
    cache = cache_at(config.root if config.cache else None)
    said = render(Table(tuple(rows))).encode()
    found: Counter[int] = Counter()
    for part in texts.parts:
        known = all(part.keys) and not part.errors
        key = key_of(b"usage", said, *map(str.encode, part.keys)) if known else ""
        one = decoded(_Counted, cache.get(key)) if cache is not None and key else None
        if one is None:
            made, _ = usage(rows, _paired(part), 0)
            one = _Counted(tuple(made), tuple(made.values()))
            if cache is not None and key:
                cache.put(key, encode(one))
        found.update(dict(zip(one.rows, one.counts, strict=False)))
    return found


def _paired(part: Part) -> Iterator[Alignment]:
    for text in part.shown.texts:
        if text.kind is Kind.PAIRED and (alignment := part.alignment(text)) is not None:
            yield alignment
