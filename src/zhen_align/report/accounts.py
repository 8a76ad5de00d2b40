"""Accounts of one work among the texts of a report, found as `compare` finds them.

Texts that are aligned with each other stand in the report already and are not compared
again. Not here: how works are found and compared (`engine.comparison`).
"""

from collections.abc import Sequence

from zhen_align.compare.result import Comparison
from zhen_align.config import Config
from zhen_align.engine import comparison
from zhen_align.engine.session import Session, Watcher
from zhen_align.glossary.rows import Row


def compared(
    session: Session, config: Config, watcher: Watcher, rows: Sequence[Row] = ()
) -> tuple[Comparison, str]:
    """Return the accounts of one work among the texts of a session, and what is to be noted."""
    names = {path for each in session.alignments for path in (each.zh.path, each.en.path)}
    note = f"accounts of one work are not looked for among more than {comparison.MOST:,} texts"
    partners = ((each.zh.path, each.en.path) for each in session.paired)
    found = comparison.unasked(names, partners, config, watcher, rows)
    return found, note if len(names) > comparison.MOST else ""
