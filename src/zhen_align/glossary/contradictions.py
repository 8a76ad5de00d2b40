"""People's rows that cannot both hold: a warning with both lines, never an error."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from zhen_align.glossary.rows import Row, Status, Table
from zhen_align.terms.forms import chinese_key, english_key


@dataclass(frozen=True, slots=True, order=True)
class Contradiction:
    """Two rows, by their lines in the file, and why they cannot both hold."""

    first: int
    second: int
    why: str


def contradictions(table: Table) -> list[Contradiction]:
    """Return every pair of people's rows that contradict each other, in file order."""
    terms: dict[tuple[str, str], list[Row]] = {}
    for row in table.rows:
        if row.status is not Status.CANDIDATE:
            terms.setdefault((english_key(row.en), row.domain.strip().casefold()), []).append(row)
    found = (
        Contradiction(min(a.line, b.line), max(a.line, b.line), why)
        for rows in terms.values()
        for a, b in combinations(rows, 2)
        for why in _why(a, b)
    )
    return sorted(found)


def _why(a: Row, b: Row) -> Iterator[str]:
    # two expansions of one abbreviation, or a short form with its own rendering, may differ
    if a.abbr and b.abbr and a.abbr != b.abbr:
        return
    if chinese_key(a.zh) == chinese_key(b.zh):
        if a.status is not b.status:
            yield f"`{a.en}` = `{a.zh}` is both {a.status} and {b.status}"
        return
    statuses = {a.status, b.status}
    if statuses == {Status.PREFERRED} and a.abbr == b.abbr:
        yield f"`{a.en}` has two preferred renderings, `{a.zh}` and `{b.zh}`"
    elif statuses == {Status.PREFERRED, Status.KEEP}:
        yield f"`{a.en}` is both translated and kept"
    elif Status.REJECTED in statuses and len(statuses) == 2:
        whole = a if a.status is Status.REJECTED else b
        if not whole.zh.strip():
            yield f"`{a.en}` is rejected as a term, yet has a reviewed rendering"
