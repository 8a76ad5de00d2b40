"""Which findings are about files that somebody touched, or named.

All texts are judged; this only narrows what is shown. A pair is touched when either of
its files is. Asking git is engine/changed.py's business.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from zhen_align.lint.report import Report
from zhen_align.types import Alignment


def narrowed(
    report: Report, alignments: Sequence[Alignment], names: Collection[str], said: str
) -> Report:
    """Return the report with what is about the pairs of the named files; `said` says which."""
    wanted = set(names)
    for alignment in alignments:
        paths = {alignment.zh.path, alignment.en.path}
        if not paths.isdisjoint(names):
            wanted |= paths
    texts = {path: text for path, text in report.texts.items() if path in wanted}
    return replace(
        report,
        findings=tuple(f for f in report.findings if f.place.path in wanted),
        unused=tuple(u for u in report.unused if u.path in wanted or not u.line),
        texts=texts,
        scope=f"shown are {said}: {len(texts)} of {len(report.texts)} files",
    )
