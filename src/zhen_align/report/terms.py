"""What the terms of a glossary have become in some texts: live counts, bead by bead.

A bead counts for a term where the English side holds one of its forms, and for a rendering
where the Chinese side holds that as well. Renderings that differ in width or script are one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from zhen_align.glossary.index import Index, Match, Ref, Side
from zhen_align.glossary.rows import Row, Status
from zhen_align.lookup.pairs import Piece
from zhen_align.report.overview import Pairing, Rendering, Term
from zhen_align.terms.forms import chinese_key, english_key

_PLACES = 3  # beads that a rendering names


@dataclass(frozen=True)
class _Known:
    """The rows that may be found, what matches them, and the names of term and rendering."""

    rows: tuple[Row, ...]
    index: Index
    terms: tuple[str, ...]
    renderings: tuple[str, ...]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> "_Known":
        wanted = tuple(
            row for row in rows if row.status is not Status.REJECTED and row.en and row.zh
        )
        return cls(
            wanted,
            Index(wanted),
            tuple(english_key(row.en) for row in wanted),
            tuple(chinese_key(row.zh) for row in wanted),
        )


@dataclass
class _Tally:
    """The beads of one term: how many, and the names of those of each rendering."""

    beads: int = 0
    kept: int = 0
    none: int = 0
    names: dict[str, list[str]] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)


def terms(rows: Sequence[Row], beads: Iterable[Pairing]) -> tuple[Term, ...]:
    """Return the terms that occur and are rendered, those with the most beads first."""
    known = _Known.of(rows)
    tallies: dict[str, _Tally] = {}
    for bead in beads:
        if bead.zh and bead.en:
            _count(bead, known, tallies)
    found = [_term(known.rows, tally) for tally in tallies.values() if tally.names]
    return tuple(sorted(found, key=lambda term: (-term.count, term.en, term.abbr)))


def _count(bead: Pairing, known: _Known, tallies: dict[str, _Tally]) -> None:
    left = {ref.row for ref in _refs(known.index.find(_plain(bead.en))) if ref.side is not Side.ZH}
    if not left:
        return
    right = _refs(known.index.find(_plain(bead.zh)))
    rendered = sorted({ref.row for ref in right if ref.side is Side.ZH} & left)
    kept = {known.terms[ref.row] for ref in right if ref.side is Side.ABBR}
    for term in sorted({known.terms[row] for row in left}):
        tally = tallies.setdefault(term, _Tally())
        tally.beads += 1
        rows = [row for row in rendered if known.terms[row] == term]
        tally.kept += not rows and term in kept
        tally.none += not rows and term not in kept
        for row in rows:
            rendering = known.renderings[row]
            _better(tally.rows, rendering, row, known.rows)
            names = tally.names.setdefault(rendering, [])
            if bead.name not in names[-1:]:
                names.append(bead.name)


def _refs(matches: Iterable[Match]) -> list[Ref]:
    return [ref for match in matches for ref in match.refs]


def _plain(pieces: Sequence[Piece]) -> str:
    return " ".join(" ".join(piece.text.split()) for piece in pieces)


def _better(chosen: dict[str, int], rendering: str, row: int, rows: Sequence[Row]) -> None:
    """Let a row that somebody has judged speak for a rendering, else the first."""
    before = chosen.setdefault(rendering, row)
    if rows[before].status is Status.CANDIDATE and rows[row].status is not Status.CANDIDATE:
        chosen[rendering] = row


def _term(rows: Sequence[Row], tally: _Tally) -> Term:
    """Name a term after its most frequent rendering's row; renderings come in that order."""
    order = sorted(tally.names, key=lambda r: (-len(tally.names[r]), tally.rows[r]))
    counts = [len(tally.names[rendering]) for rendering in order]
    total = tally.none + tally.kept + sum(counts)
    chosen = [rows[tally.rows[rendering]] for rendering in order]
    return Term(
        en=chosen[0].en,
        abbr=next((row.abbr for row in chosen if row.abbr), ""),
        count=tally.beads,
        kept=tally.kept,
        none=tally.none,
        inconsistency=round(1 - counts[0] / sum(counts), 4),
        renderings=tuple(
            Rendering(
                zh=row.zh,
                status=row.status.value,
                count=count,
                share=round(count / total, 4),
                where=tuple(tally.names[rendering][:_PLACES]),
            )
            for rendering, row, count in zip(order, chosen, counts, strict=True)
        ),
    )
