"""Merge what extraction found into what people decided: pure, and never against a person.

Decision 0004 gives the rules; `store.update` runs this between reading and writing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from zhen_align.glossary.rows import Row, Status, Table, fingerprint
from zhen_align.terms.candidate import Candidate
from zhen_align.terms.forms import chinese_key, english_key


def merge(table: Table, candidates: Iterable[Candidate]) -> Table:
    """Return the table with the program's rows brought up to date and all rows in order."""
    fresh = _proposed(candidates, _Settled.of(table.rows), len(table.extra))
    rows = _ordered(table.rows, fresh)
    return Table(tuple(replace(row, line=n) for n, row in enumerate(rows, 2)), table.columns)


@dataclass(frozen=True, slots=True)
class Changes:
    """What a build did to the program's rows: rows that are new, reworded, gone."""

    new: tuple[Row, ...] = ()
    changed: tuple[Row, ...] = ()
    gone: tuple[Row, ...] = ()


def changes(old: Table, new: Table) -> Changes:
    """Compare two tables, the second made from the first by `merge`."""
    before = {(row.en, row.abbr, row.zh): row for row in old.rows if row.is_program}
    after = {(row.en, row.abbr, row.zh): row for row in new.rows if row.is_program}
    return Changes(
        new=tuple(row for key, row in after.items() if key not in before),
        changed=tuple(row for key, row in after.items() if before.get(key, row) != row),
        gone=tuple(row for key, row in before.items() if key not in after),
    )


def term_key(row: Row) -> str:
    """Return what orders the terms; rows that share it are one term's."""
    return row.en.strip().casefold()


@dataclass(frozen=True, slots=True)
class _Settled:
    """What people have judged, so that it is not proposed again."""

    pairs: frozenset[tuple[str, str]]
    english: frozenset[str]
    chinese: frozenset[str]
    corrected: frozenset[str]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> "_Settled":
        people = [row for row in rows if not row.is_program]
        # a row that was copied and then edited has not replaced the one it was copied from
        standing = {row.source for row in rows if row.is_program}
        no_terms = [row for row in people if row.status is Status.REJECTED]
        return cls(
            pairs=frozenset((english_key(row.en), chinese_key(row.zh)) for row in people),
            english=frozenset(english_key(row.en) for row in no_terms if not row.zh.strip()),
            chinese=frozenset(chinese_key(row.zh) for row in no_terms if not row.en.strip()),
            corrected=frozenset(
                row.source
                for row in people
                if row.source.startswith("auto-") and row.source not in standing
            ),
        )

    def covers(self, row: Row) -> bool:
        en, zh = english_key(row.en), chinese_key(row.zh)
        return (
            (en, zh) in self.pairs
            or en in self.english
            or zh in self.chinese
            or row.source in self.corrected
        )


def _proposed(found: Iterable[Candidate], settled: _Settled, added: int) -> Iterator[Row]:
    seen = set()
    for one in sorted(found, key=lambda c: (-c.count, c.en, c.abbr, c.zh)):
        row = Row(
            en=one.en,
            zh=one.zh,
            abbr=one.abbr,
            count=str(one.count),
            share=f"{one.share:.2f}",
            source=fingerprint(one.en, one.abbr, one.zh),
            extra=("",) * added,
        )
        what = (row.en, row.abbr, row.zh)
        if what not in seen and not settled.covers(row):
            seen.add(what)
            yield row


def _ordered(old: Sequence[Row], fresh: Iterable[Row]) -> Iterator[Row]:
    """Yield term after term; `fresh` fills the places that the program's rows had in each."""
    waiting: dict[str, list[Row]] = {}
    for row in fresh:
        waiting.setdefault(term_key(row), []).append(row)
    places = {key: list(rows) for key, rows in _by_term(old)}
    for key in sorted({*waiting, *places}):
        mine = iter(waiting.get(key, ()))
        for row in places.get(key, ()):
            if not row.is_program:
                yield row
            elif (next_of_mine := next(mine, None)) is not None:
                yield next_of_mine
        yield from mine


def _by_term(rows: Sequence[Row]) -> Iterator[tuple[str, Iterator[Row]]]:
    return groupby(sorted(rows, key=term_key), key=term_key)
