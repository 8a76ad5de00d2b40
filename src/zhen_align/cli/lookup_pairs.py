"""Aligned pairs for `lookup`: contexts of a row, and the concordance of a string."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from zhen_align.cli import common
from zhen_align.cli.lookup_store import screen
from zhen_align.config import Config
from zhen_align.errors import UsageError
from zhen_align.glossary.rows import Row
from zhen_align.lookup.hits import FORMATS, Concordance

if TYPE_CHECKING:
    from zhen_align.engine.index_pairs import File
    from zhen_align.engine.index_search import Pairs
    from zhen_align.lookup.concordance import Hit

_MOST_READ = 2_000  # candidates that are read to find the contexts of one row


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a concordance down; `limit` 0 is no limit."""

    paths: tuple[str, ...] = ()
    side: str = ""
    statuses: tuple[str, ...] = ()
    limit: int = 20

    def wants(self, file: "File") -> bool:
        """Whether a text, or one of a pair of texts, lies where the user said."""
        return not self.paths or any(_lies(path, self.paths) for path in file.paths)


def _lies(path: str, wanted: Sequence[str]) -> bool:
    from fnmatch import fnmatchcase

    for each in wanted:
        glob = each.removeprefix("./").rstrip("/")
        if path == glob or path.startswith(f"{glob}/") or fnmatchcase(path, glob):
            return True
    return False


def _placed(filters: Filters, pairs: "Pairs", root: Path) -> Filters:
    """Return the filters with their paths as the index names them; one that fits nothing is wrong.

    A path is that of an output (from the configuration's folder), or one from here.
    """
    return replace(filters, paths=tuple(_name(path, pairs, root) for path in filters.paths))


def _name(path: str, pairs: "Pairs", root: Path) -> str:
    here = Path(os.path.relpath(path, root)).as_posix()
    for each in ("*" if here == "." else here, path):
        if any(_lies(name, (each,)) for file in pairs.files for name in file.paths):
            return each
    fix = "name a file, folder or glob of these texts, or run zhen-align build again"
    raise UsageError("no text of the last build is there", where=path, fix=fix)


def shown(
    asked: Sequence[str], config: Config, filters: Filters, style: str, output: str, *, quiet: bool
) -> tuple[str, bool]:
    """Return the concordance of each string, and whether all of them stand somewhere."""
    pairs = opened(config)
    rows_of = _rows(asked, config, needed=bool(filters.statuses), quiet=quiet)
    with damage_named():
        filters = _placed(filters, pairs, config.root)
        found = [_concordance(each, rows_of[each], pairs, filters) for each in asked]
    warn_of_changes(pairs, [hit for each in found for hit in each.hits], quiet=quiet)
    return FORMATS[style](found, screen(output)), all(each.hits for each in found)


def opened(config: Config) -> "Pairs":
    """Open the index of aligned pairs; that there is none is an error."""
    from zhen_align.engine.index_search import Pairs

    with damage_named():
        found = Pairs.of(config.root)
    if found is None:
        raise UsageError("no aligned pairs are indexed here", fix="run zhen-align build first")
    return found


@contextmanager
def damage_named() -> Iterator[None]:
    """Say what to do where an index turns out to be damaged; bytes on a disk may be anything."""
    import sqlite3

    from zhen_align.engine.index_file import DamagedError

    try:
        yield
    except (sqlite3.Error, ValueError, TypeError, DamagedError) as damage:
        what = f"the index of aligned pairs is damaged ({damage})"
        raise UsageError(what, where=".zhen/lookup", fix="run zhen-align build again") from damage


def contexts(pairs: "Pairs", row: Row, most: int) -> "tuple[Hit, ...]":
    """Return some pairs that use both forms of a row."""
    from zhen_align.lookup import concordance

    said = concordance.both(row)
    if not said:
        return ()
    candidates = islice(pairs.candidates(said, lambda _: True), _MOST_READ)
    return tuple(islice(concordance.contexts(candidates, row), min(most, _MOST_READ)))


def warn_of_changes(pairs: "Pairs", hits: "Sequence[Hit]", *, quiet: bool) -> None:
    """Name the texts whose lines may not be where we say."""
    paths = [piece.path for hit in hits for piece in (*hit.pair.zh, *hit.pair.en)]
    for path in pairs.changed(paths):
        common.note(f"{path}: changed since the last build, places may be old", quiet=quiet)


def _rows(
    asked: Sequence[str], config: Config, *, needed: bool, quiet: bool
) -> dict[str, tuple[Row, ...]]:
    """Return the rows of each string that is a term; a glossary is needed for statuses only."""
    from zhen_align.cli.lookup_store import answered

    if not (needed or config.glossary_path.is_file()):
        return dict.fromkeys(asked, ())
    answers = answered(asked, config, quiet=quiet)
    return {each.query: tuple(match.row for match in each.matches) for each in answers}


def _concordance(query: str, rows: Sequence[Row], pairs: "Pairs", filters: Filters) -> Concordance:
    from zhen_align.glossary.latin import is_abbreviation
    from zhen_align.lookup.concordance import SIDES, any_of, asks, concordance
    from zhen_align.lookup.keys import is_chinese
    from zhen_align.lookup.pairs import Finder, Part

    # a string is looked for where its language is written first
    order = SIDES if is_chinese(query) else SIDES[::-1]
    sides = (filters.side,) if filters.side else order
    most = min(filters.limit or sys.maxsize, sys.maxsize - 1)
    said = asks(query, sides)
    finder: Finder | Part = Finder([query]) if said else Part(query)

    if said:
        candidates = pairs.candidates(said, filters.wants)
    else:
        candidates = pairs.holding(query, filters.wants)
    got = concordance(candidates, finder, rows, sides=sides, statuses=filters.statuses)
    hits = list(islice(got, most + 1))
    if not (hits or is_chinese(query) or is_abbreviation(query)) and query.isalnum():
        # no such word: words that have it inside
        inside = any_of(pairs.words_with(query.casefold()), sides)
        candidates = pairs.candidates(inside, filters.wants) if inside else iter(())
        got = concordance(candidates, Part(query), rows, sides=sides, statuses=filters.statuses)
        hits = list(islice(got, most + 1))
    return Concordance(query, tuple(hits[:most]), more=len(hits) > most)
