"""Searches the index of aligned pairs; what it finds comes by file name, then in file order.

Full-text search brings candidates, the text decides (lookup/pairs.py). Candidates are
taken one by one, so that the first screen of a common word does not wait for the last.
"""

import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path

from zhen_align.engine.index_pairs import BETWEEN, File, files, opened, path_of, when
from zhen_align.engine.index_terms import Stamp
from zhen_align.lookup.pairs import Pair, Piece
from zhen_align.terms.forms import simplified

_ENOUGH = 2_000  # candidates that are sorted as a whole
_SAMPLE = 1_000  # pairs
_COMMON = 0.03  # of them
_MOST_WORDS = 200  # that one string may be a part of


class Pairs:
    """An open index of aligned pairs."""

    def __init__(self, connection: sqlite3.Connection, root: Path) -> None:
        """Search here; the texts are named from `root`."""
        self._connection = connection
        self._root = root

    @classmethod
    def of(cls, root: Path) -> "Pairs | None":
        """Open the index of a project; None where there is none; raises `DamagedError`."""
        connection = opened(path_of(root))
        return None if connection is None else cls(connection, root)

    @cached_property
    def files(self) -> list[File]:
        """The texts in the index, by name."""
        return list(files(self._connection))

    def candidates(self, expression: str, wanted: Callable[[File], bool]) -> Iterator[Pair]:
        """Yield the pairs that have the tokens of a full-text expression.

        Where the beginning of a token stands all over, as a single character may, the pairs
        are taken as they come: gathering all of its tokens would take longer.
        """
        if expression.endswith("*)") and self._common(expression, wanted):
            yield from self._all(wanted)
            return
        first = self._numbers(expression, 0, 1 << 62, _ENOUGH + 1)
        if len(first) <= _ENOUGH:
            yield from self._ordered(first, wanted)
            return
        for file in self.files:
            if wanted(file):
                ask = "SELECT rowid FROM token WHERE token MATCH ? AND rowid BETWEEN ? AND ?"
                here = (expression, file.first, file.last)
                for (number,) in self._connection.execute(ask + " ORDER BY rowid", here):
                    yield self._pair(number, file)

    def _common(self, expression: str, wanted: Callable[[File], bool]) -> bool:
        """Whether the one character of an expression is in many pairs of a sample."""
        character = expression.rpartition('"')[0][-1]
        sample = [*islice(self._all(wanted), _SAMPLE)]
        has = sum(
            character in simplified("".join(piece.text for piece in (*pair.zh, *pair.en)))
            for pair in sample
        )
        return has >= _COMMON * _SAMPLE

    def _all(self, wanted: Callable[[File], bool]) -> Iterator[Pair]:
        for file in filter(wanted, self.files):
            for number in range(file.first, file.last + 1):
                yield self._pair(number, file)

    def holding(self, text: str, wanted: Callable[[File], bool]) -> Iterator[Pair]:
        """Yield the pairs that hold a text without any token, by reading them all."""
        ask = "SELECT number FROM pair WHERE number BETWEEN ? AND ? AND instr(zh || en, ?)"
        for file in filter(wanted, self.files):
            for (number,) in self._connection.execute(ask, (file.first, file.last, text)):
                yield self._pair(number, file)

    def words_with(self, part: str) -> list[str]:
        """Return the tokens that have a string inside them."""
        made = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.known USING fts5vocab(main, token, row)"
        self._connection.execute(made)
        ask = "SELECT term FROM known WHERE instr(term, ?) ORDER BY doc DESC LIMIT ?"
        return [term for (term,) in self._connection.execute(ask, (part, _MOST_WORDS))]

    def changed(self, paths: Sequence[str]) -> list[str]:
        """Return those texts that are not any more what they were when they were indexed."""
        ask = "SELECT stamp FROM source WHERE path = ?"
        found = []
        for path in dict.fromkeys(paths):
            known = self._connection.execute(ask, (path,)).fetchone()
            try:
                now = when(Stamp.of(self._root / path))
            except OSError:
                now = ""
            if known is None or known[0] != now:
                found.append(path)
        return found

    def _numbers(self, expression: str, first: int, last: int, most: int) -> list[int]:
        ask = "SELECT rowid FROM token WHERE token MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?"
        here = (expression, first, last, most)
        return [number for (number,) in self._connection.execute(ask, here)]

    def _ordered(self, numbers: Sequence[int], wanted: Callable[[File], bool]) -> Iterator[Pair]:
        by_place = sorted(self.files, key=lambda file: file.first)
        starts = [file.first for file in by_place]
        found = [(by_place[bisect_right(starts, number) - 1], number) for number in numbers]
        for file, number in sorted(found, key=lambda one: (one[0].name, one[1])):
            if wanted(file):
                yield self._pair(number, file)

    def _pair(self, number: int, file: File) -> Pair:
        ask = "SELECT zh, en, places, score FROM pair WHERE number = ?"
        zh, en, places, score = self._connection.execute(ask, (number,)).fetchone()
        left, _, right = places.partition("|")
        zh_path, en_path = file.paths
        return Pair(file.name, _pieces(zh_path, zh, left), _pieces(en_path, en, right), score)


def _pieces(path: str, said: str, places: str) -> tuple[Piece, ...]:
    found = []
    for text, place in zip(said.split(BETWEEN), places.split(" "), strict=True):
        line, _, start = place.partition(",")
        found.append(Piece(path, int(line), int(start), int(start) + len(text), text))
    return tuple(found)
