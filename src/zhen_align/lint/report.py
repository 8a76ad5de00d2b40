"""What a run has to say: its findings, and what it was able to check at all.

`coverage` is there so that green never means empty: text that was not aligned, files
without a partner and glossary rows that can never match are counted, not passed over.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from zhen_align.glossary.index import Side
from zhen_align.glossary.rows import Row
from zhen_align.lint.facts import Terms
from zhen_align.lint.finding import Finding, Severity
from zhen_align.lint.suppress import Unused
from zhen_align.text.scripts import han_count
from zhen_align.types import Alignment, Document, Kind, Lang, Sentence

_NO_TEXT = (Kind.METADATA, Kind.NAVIGATION, Kind.OPAQUE)


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


def coverage(
    alignments: Sequence[Alignment],
    unpaired: Sequence[Document],
    terms: Terms,
    rules: Sequence[str],
) -> Coverage:
    """Count what could be checked."""
    judged = terms.rows
    paths = {doc.path for a in alignments for doc in (a.zh, a.en)}
    return Coverage(
        files=len(paths | {doc.path for doc in unpaired}),
        pairs=len(alignments),
        unpaired=tuple(sorted({doc.path for doc in unpaired})),
        aligned_zh=_share(alignments, unpaired, Lang.ZH),
        aligned_en=_share(alignments, unpaired, Lang.EN),
        glossary_rows=len(judged),
        glossary_rows_never_matchable=sum(
            not can_match(n, row, terms) for n, row in enumerate(judged)
        ),
        rules=tuple(rules),
    )


def _share(alignments: Sequence[Alignment], unpaired: Sequence[Document], lang: Lang) -> float:
    """Return which part of the text of a language stands in a bead with both sides."""
    aligned = total = 0
    for a in alignments:
        for bead in a.beads:
            size = sum(map(_size, bead.zh if lang is Lang.ZH else bead.en))
            total += size
            aligned += size if bead.zh and bead.en else 0
    for document in unpaired:
        total += sum(
            block.span.end - block.span.start
            for block in document.blocks
            if block.lang is lang and block.kind not in _NO_TEXT
        )
    return round(aligned / total, 4) if total else 0.0


def _size(sentence: Sentence) -> int:
    return sentence.span.end - sentence.span.start


def can_match(number: int, row: Row, terms: Terms) -> bool:
    """Whether the matcher finds a row in its own forms, each where its language stands."""
    if han_count(row.en) and not han_count(row.zh):  # the columns are swapped
        return False
    found = {
        ref.side
        for form in (row.en, row.abbr, row.zh)
        for match in terms.index.all(form)
        for ref in match.refs
        if ref.row == number
    }
    return Side.ZH in found and bool(found & {Side.EN, Side.ABBR})
