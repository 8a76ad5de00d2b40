"""The rows of a glossary and their keys in memory, for programs that ask many times."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from zhen_align.glossary.rows import Row, Status
from zhen_align.lookup import keys
from zhen_align.lookup.answer import Term
from zhen_align.lookup.readings import readings


class Memory:
    """A store that is made of rows; rejected ones are no terms and are left out.

    What finds a term by what is only near it is made when the first query has no match.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        """Take in the rows."""
        self._rows = [row for row in rows if row.status is not Status.REJECTED]
        self._exact = self._found_by(lambda _, row: keys.of_row(row))
        self._near: dict[str, list[int]] = {}
        self._words: dict[str, list[str]] = {}
        self._readings: list[str] = []

    def entries(self, key: str) -> Sequence[int]:
        """Return what stands under a key, in order."""
        if key[0] not in keys.NEARLY:
            return self._exact.get(key, ())
        if not self._readings:
            self._come_near()
        return self._near.get(key, ())

    def words(self, key: str) -> Sequence[str]:
        """Return the words that are found by half of them."""
        return self._words.get(key, ())

    def term(self, number: int) -> Term:
        """Return the term of a row's number."""
        return Term(self._rows[number], self._readings[number] if self._readings else "")

    def _found_by(
        self, of: Callable[[int, Row], Iterable[tuple[str, list[str]]]]
    ) -> dict[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, row in enumerate(self._rows):
            for form, found_by in of(number, row):
                stored = keys.entry(row, form, number)
                for key in found_by:
                    found[key].append(stored)
        for each in found.values():
            each.sort()
        return dict(found)

    def _come_near(self) -> None:
        said = readings({row.zh for row in self._rows if keys.is_chinese(row.zh)})
        self._readings = [said.get(row.zh, "") for row in self._rows]
        self._near = self._found_by(lambda number, row: keys.nearly(row, self._readings[number]))
        for word in sorted({word for row in self._rows for word in keys.words_of(row)}):
            for half in keys.halves(word):
                self._words.setdefault(half, []).append(word)
