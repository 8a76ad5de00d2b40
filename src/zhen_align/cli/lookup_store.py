"""Where `lookup` finds the glossary: its index, brought up to date, or the rows in memory."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from zhen_align.cli import common
from zhen_align.config import Config

if TYPE_CHECKING:
    from zhen_align.lookup.answer import Answer, Store
    from zhen_align.lookup.columns import Screen


def answered(
    asked: Iterable[str], config: Config, *, context: int = 0, quiet: bool = False
) -> "list[Answer]":
    """Return the answer to each query, with up to `context` aligned pairs for each match."""
    import sqlite3

    from zhen_align.lookup.answer import answer

    queries = list(asked)
    found = store(config, quiet=quiet)
    try:
        answers = [answer(found, query) for query in queries]
    except (sqlite3.Error, ValueError, TypeError) as fault:
        if not config.cache:
            raise
        found = remade(config, fault, quiet=quiet)
        answers = [answer(found, query) for query in queries]
    return _with_contexts(answers, config, context, quiet=quiet) if context else answers


def _with_contexts(
    answers: "list[Answer]", config: Config, most: int, *, quiet: bool
) -> "list[Answer]":
    from dataclasses import replace

    from zhen_align.cli import lookup_pairs

    pairs = lookup_pairs.opened(config)
    with lookup_pairs.damage_named():
        dressed = [
            replace(
                each,
                matches=tuple(
                    replace(match, contexts=lookup_pairs.contexts(pairs, match.row, most))
                    for match in each.matches
                ),
            )
            for each in answers
        ]
    hits = [hit for each in dressed for match in each.matches for hit in match.contexts]
    lookup_pairs.warn_of_changes(pairs, hits, quiet=quiet)
    return dressed


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


def screen(output: str) -> "Screen":
    """Return what the reader of an output looks at."""
    import shutil

    from zhen_align.cli.output import wants_color
    from zhen_align.lookup.columns import Screen

    return Screen(shutil.get_terminal_size((100, 24)).columns, wants_color(output))


def remade(config: Config, fault: object, *, quiet: bool) -> "Store":
    """Return what answers instead of an index that turned out to be damaged."""
    common.note(f"the index in .zhen/lookup is damaged ({fault}): made anew", quiet=quiet)
    return _updated(config, quiet=quiet, anew=True)


def _updated(config: Config, *, quiet: bool, anew: bool = False) -> "Store":
    """Return the index after it was made, or the rows where no file can be made."""
    import sqlite3

    from zhen_align.cli.progress import Progress
    from zhen_align.engine import collecting, index_terms, index_update
    from zhen_align.engine.index_file import DamagedError
    from zhen_align.lookup.memory import Memory

    path = index_terms.path_of(config.root, config.glossary_path)
    stamp = index_update.settled(config.glossary_path)
    with collecting.paused():
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
