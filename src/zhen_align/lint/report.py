"""What a run has to say: its findings, and what it was able to check at all.

`coverage` is there so that green never means empty: text that was not aligned, files
without a partner and glossary rows that can never match are counted, not passed over.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from zhen_align.lint.finding import Finding, Severity
from zhen_align.lint.suppress import Unused


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the run was able to check; shares are of the characters of a language's text."""

    files: int = 0
    pairs: int = 0
    unpaired: tuple[str, ...] = ()
    aligned_zh: float = 0.0
    aligned_en: float = 0.0
    glossary_rows: int = 0
    glossary_rows_never_matchable: int = 0
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stale:
    """Findings that a baseline accepts and that are no longer there, `count` of them."""

    path: str
    rule: str
    fingerprint: str
    count: int
    message: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that an output may show.

    `texts` are the files looked at. `known` findings were left out by a baseline; of
    those in `stale` it is out of date. `scope` says so where not all findings are shown.
    """

    findings: tuple[Finding, ...] = ()
    coverage: Coverage = field(default_factory=Coverage)
    unused: tuple[Unused, ...] = ()
    version: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    known: int = 0
    stale: tuple[Stale, ...] = ()
    scope: str = ""

    def worst(self) -> Severity:
        """Return the gravest severity; off where there is no finding."""
        return max((f.severity for f in self.findings), key=lambda s: s.rank, default=Severity.OFF)

    def fails(self, fail_on: str) -> bool:
        """Whether a finding is at or above `fail_on`."""
        return self.worst().rank >= max(1, Severity(fail_on).rank)
