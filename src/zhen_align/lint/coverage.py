"""Counts what a run was able to check: files, aligned text, glossary rows that can match."""

from collections.abc import Sequence

from zhen_align.glossary.index import Side
from zhen_align.glossary.rows import Row
from zhen_align.lint.judged import Terms
from zhen_align.lint.report import Coverage
from zhen_align.text.scripts import han_count
from zhen_align.types import Alignment, Document, Kind, Lang, Sentence

_NO_TEXT = (Kind.METADATA, Kind.NAVIGATION, Kind.OPAQUE)


def coverage(
    alignments: Sequence[Alignment],
    unpaired: Sequence[Document],
    terms: Terms,
    rules: Sequence[str],
    sure: float = 0.0,
) -> Coverage:
    """Count what could be checked; a bead less sure than `sure` was not."""
    judged = terms.rows
    paths = {doc.path for a in alignments for doc in (a.zh, a.en)}
    return Coverage(
        files=len(paths | {doc.path for doc in unpaired}),
        pairs=len(alignments),
        unpaired=tuple(sorted({doc.path for doc in unpaired})),
        aligned_zh=_share(alignments, unpaired, Lang.ZH, sure),
        aligned_en=_share(alignments, unpaired, Lang.EN, sure),
        glossary_rows=len(judged),
        glossary_rows_never_matchable=sum(
            not can_match(n, row, terms) for n, row in enumerate(judged)
        ),
        rules=tuple(rules),
    )


def _share(
    alignments: Sequence[Alignment], unpaired: Sequence[Document], lang: Lang, sure: float
) -> float:
    """Return which part of the text of a language stands in a sure bead with both sides."""
    aligned = total = 0
    for a in alignments:
        for bead in a.beads:
            size = sum(map(_size, bead.zh if lang is Lang.ZH else bead.en))
            total += size
            aligned += size if bead.zh and bead.en and bead.score >= sure else 0
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
