"""The glossary for programs: open the file, look at its rows, match them in text."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from zhen_align.errors import GlossaryError
from zhen_align.glossary.contradictions import Contradiction, contradictions
from zhen_align.glossary.index import Index
from zhen_align.glossary.rows import Row, Table
from zhen_align.glossary.store import read


@dataclass(frozen=True)
class Glossary:
    """A glossary as it was when it was opened; nothing here writes."""

    table: Table
    path: Path | None = None

    @classmethod
    def open(cls, path: str | Path) -> "Glossary":
        """Read the glossary TSV at `path`; that it is not there is an error."""
        place = Path(path)
        if not place.is_file():
            raise GlossaryError(
                "there is no such glossary", where=str(path), fix="make it with `zhen-align build`"
            )
        return cls(read(place, str(path)), place)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows in file order."""
        return self.table.rows

    @cached_property
    def index(self) -> Index:
        """What finds the forms of the rows in a text."""
        return Index(self.table.rows)

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """People's rows that cannot both hold."""
        return tuple(contradictions(self.table))
