"""Where `lookup` finds the glossary: its index, brought up to date, or the rows in memory."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from zhen_align.cli import common
from zhen_align.config import Config

if TYPE_CHECKING:
    from zhen_align.lookup.answer import Answer, Store


def answered(asked: Iterable[str], config: Config, *, quiet: bool) -> "list[Answer]":
    """Return the answer to each query."""
    import sqlite3

    from zhen_align.lookup.answer import answer

    found = store(config, quiet=quiet)
    try:
        return [answer(found, term) for term in asked]
    except (sqlite3.Error, ValueError, TypeError) as fault:
        if not config.cache:
            raise
        found = remade(config, fault, quiet=quiet)
        return [answer(found, term) for term in asked]


def store(config: Config, *, quiet: bool) -> "Store":
    """Return what answers for the configured glossary, as it is now."""
    from zhen_align.engine import index_terms
    from zhen_align.engine.index_file import DamagedError

    if not (config.cache and config.glossary_path.is_file()):
        return _in_memory(config)
    path = index_terms.path_of(config.root, config.glossary_path)
    try:
        found = index_terms.fresh(path, config.glossary_path)
    except DamagedError as damage:
        common.note(f"{path.name} in .zhen/lookup was damaged ({damage}): made anew", quiet=quiet)
        found = None
    return found or _updated(config, quiet=quiet)


def remade(config: Config, fault: object, *, quiet: bool) -> "Store":
    """Return what answers instead of an index that turned out to be damaged."""
    common.note(f"the index in .zhen/lookup is damaged ({fault}): made anew", quiet=quiet)
    return _updated(config, quiet=quiet, anew=True)


def _updated(config: Config, *, quiet: bool, anew: bool = False) -> "Store":
    """Return the index after it was made, or the rows where no file can be made."""
    import sqlite3

    from zhen_align.cli.progress import Progress
    from zhen_align.engine import index_terms, index_update
    from zhen_align.engine.index_file import DamagedError
    from zhen_align.lookup.memory import Memory

    path = index_terms.path_of(config.root, config.glossary_path)
    stamp = index_update.settled(config.glossary_path)
    rows = common.read_glossary(config, needed=True).rows
    try:
        with Progress("indexing the glossary", quiet=quiet) as progress:
            index_update.update(path, stamp, rows, progress, anew=anew)
        found = index_terms.opened(path)
    except (OSError, sqlite3.Error, DamagedError):
        found = None  # a disk that takes no files makes look-up slower, not wrong
    return found or Memory(rows)


def _in_memory(config: Config) -> "Store":
    from zhen_align.lookup.memory import Memory

    return Memory(common.read_glossary(config, needed=True).rows)
