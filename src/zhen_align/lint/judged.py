"""The rows of a glossary that people have judged, and where their forms stand in a text.

What nobody has looked at judges nothing, and must not hide what somebody has judged.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from zhen_align.glossary.index import Index
from zhen_align.glossary.rows import Row, Status

JUDGED = (Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED, Status.FORBIDDEN, Status.KEEP)


@dataclass(frozen=True)
class Terms:
    """The rows of a glossary that people have judged, and where their forms stand in a text."""

    rows: tuple[Row, ...] = ()

    @classmethod
    def of(cls, rows: Sequence[Row]) -> "Terms":
        """Return the judged ones of some rows."""
        return cls(tuple(row for row in rows if row.status in JUDGED))

    @cached_property
    def index(self) -> Index:
        """The matching index over these rows, longer terms hiding shorter ones."""
        return Index(self.rows)

    @cached_property
    def banned(self) -> frozenset[int]:
        """The numbers of the rows whose pair must not be used."""
        bad = (Status.DEPRECATED, Status.FORBIDDEN)
        return frozenset(n for n, row in enumerate(self.rows) if row.status in bad)

    @cached_property
    def allowed(self) -> Mapping[str, Sequence[Row]]:
        """The rows that may be used, by English form, the preferred ones first."""
        rows: dict[str, list[Row]] = {}
        for row in sorted(self.rows, key=lambda row: row.status is not Status.PREFERRED):
            if row.status not in (Status.DEPRECATED, Status.FORBIDDEN):
                rows.setdefault(row.en.casefold(), []).append(row)
        return rows
