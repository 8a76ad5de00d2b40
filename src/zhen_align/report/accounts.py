"""Accounts of one work among the texts of a report, found as `compare` finds them.

Texts that are aligned with each other stand in the report already and are not compared
again. Not here: how works are found and compared (`engine.comparison`).
"""

from collections.abc import Sequence

from zhen_align.compare.result import NOTHING, Comparison
from zhen_align.config import Config
from zhen_align.engine import comparison
from zhen_align.engine.session import Session, Watcher
from zhen_align.engine.tasks import Source
from zhen_align.glossary.rows import Row

MOST = 1_000
"""Texts among which accounts are looked for unasked."""


def compared(
    session: Session, config: Config, watcher: Watcher, rows: Sequence[Row] = ()
) -> tuple[Comparison, str]:
    """Return the accounts of one work among the texts of a session, and what is to be noted."""
    partners = {frozenset((each.zh.path, each.en.path)) for each in session.paired}
    names = sorted({path for each in session.alignments for path in (each.zh.path, each.en.path)})
    if len(names) < 2 or set(names) in partners or "-" in names:
        return NOTHING, ""
    if len(names) > MOST:
        return NOTHING, f"accounts of one work are not looked for among more than {MOST:,} texts"
    sources = [Source(name, config.root / name) for name in names]
    found = comparison.run(sources, config, watcher, rows, partners=partners).comparison
    groups = [each for each in found.groups if frozenset(each.works) not in partners]
    candidates = [each for each in found.candidates if frozenset(each.works) not in partners]
    return Comparison(tuple(groups), tuple(candidates), found.accounts, found.missing), ""
