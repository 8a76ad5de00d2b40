"""A grid's rows by the names of their cells: what formats with fewer columns ask for."""

from collections.abc import Iterator
from dataclasses import dataclass

from zhen_align.glossary.exchange.grid import Grid, plain

HEADER = ["en", "abbr", "zh", "status", "domain", "note"]


@dataclass(frozen=True, slots=True)
class Line:
    """What a row says, without its counts."""

    en: str
    zh: str
    abbr: str = ""
    status: str = "candidate"
    domain: str = ""
    note: str = ""


def lines(grid: Grid) -> Iterator[Line]:
    """Yield the rows of a grid in their order."""
    header = [name.strip().lower() for name in grid[0]]
    places = {name: header.index(name) for name in HEADER if name in header}
    for cells in grid[1:]:
        yield Line(**{name: plain(cells[at]).strip() for name, at in places.items()})


def best(grid: Grid) -> Iterator[tuple[str, str]]:
    """Yield each English form with the rendering to use: preferred or kept, else admitted.

    An abbreviation goes with the same rendering as its full form.
    """
    chosen: dict[str, str] = {}
    judged = list(lines(grid))
    for status in ("preferred", "keep", "admitted"):
        for line in judged:
            if line.status == status and line.zh:
                for form in (line.en, line.abbr):
                    if form:
                        chosen.setdefault(form, line.zh)
    yield from sorted(chosen.items())
