"""Where the terms stand in the aligned texts: live counts, shares, and sentence pairs.

One look through all beads finds every form of every row, the longest match each time, as
lint does. The look is taken again, in a thread, when forms change. Not here: how the
texts are aligned (engine/).
"""

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from unicodedata import east_asian_width

from zhen_align.errors import ZhenError
from zhen_align.glossary.index import Index, Side
from zhen_align.glossary.merge import term_key
from zhen_align.glossary.rows import Row
from zhen_align.text.lines import position
from zhen_align.types import Alignment, Bead, Document, Sentence

Forms = tuple[str, str, str]
Parts = list[tuple[str, bool]]  # a text in stretches; True for those that are the term


@dataclass(frozen=True, slots=True)
class Place:
    """One side of an example: where it begins, and its text with the term set apart."""

    path: str
    line: int
    parts: Parts


@dataclass(frozen=True, slots=True)
class Example:
    """A bead in which a term stands."""

    zh: Place
    en: Place
    score: float


@dataclass(frozen=True, slots=True)
class Seen:
    """The beads, by number, in which pairs and terms stand."""

    pairs: dict[Forms, list[int]] = field(default_factory=dict)
    terms: dict[str, list[int]] = field(default_factory=dict)


class Evidence:
    """What the texts say about the rows; empty until there are alignments."""

    def __init__(self) -> None:
        """Begin without texts."""
        self.version = 0
        self.total = self.done = 0
        self.ready = False
        self.errors: tuple[str, ...] = ()
        self._beads: list[tuple[Alignment, Bead]] = []
        self._seen = Seen()
        self._rows: Sequence[Row] | None = None
        self._forms: set[Forms] | None = None
        self._news = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closed = False

    def hold(self, alignments: Iterable[Alignment], errors: Iterable[ZhenError] = ()) -> None:
        """Take in the texts."""
        self._beads = [
            (each, bead) for each in alignments for bead in each.beads if bead.zh and bead.en
        ]
        self.errors = tuple(str(error) for error in errors)

    def follow(self) -> None:
        """Look for the rows in the texts, now and whenever they change, in a thread."""
        self._thread = threading.Thread(target=self._follow, name="evidence", daemon=True)
        self._thread.start()

    def wake(self, rows: Sequence[Row]) -> None:
        """Hear which rows there are now."""
        if rows is not self._rows:
            with self._news:
                self._rows = rows
                self._news.notify()

    def close(self) -> None:
        """Look no more."""
        with self._news:
            self._closed = True
            self._news.notify()
        if self._thread is not None:
            self._thread.join(5)

    def look(self, rows: Sequence[Row]) -> None:
        """Look for the forms of `rows`, unless they have been looked for already."""
        forms = {(row.en, row.abbr, row.zh) for row in rows}
        if forms != self._forms:
            self._seen = _seen(rows, self._beads)
            self._forms = forms
            self.version += 1
        self.ready = True

    def _follow(self) -> None:
        last: Sequence[Row] | None = None
        while True:
            with self._news:
                while self._rows is last and not self._closed:
                    self._news.wait()
                last = self._rows
            if self._closed or last is None:
                return
            self.look(last)

    @property
    def seen(self) -> Seen:
        """Which beads hold what."""
        return self._seen

    def examples(
        self, rows: Sequence[Row], numbers: Sequence[int], first: int, most: int
    ) -> list[Example]:
        """Return beads by their numbers, from the `first` on, the forms of `rows` set apart."""
        index = Index(rows)
        return [_example(*self._beads[n], index) for n in numbers[first : first + most]]


def numbers_of(seen: Seen, row: Row, terms_rows: Sequence[Row], which: str) -> list[int]:
    """Return the beads with the pair of `row`, with its term, or with its term and no rendering."""
    if which == "row":
        return seen.pairs.get((row.en, row.abbr, row.zh), [])
    every = seen.terms.get(term_key(row), [])
    if which == "term":
        return every
    known = {n for each in terms_rows for n in seen.pairs.get((each.en, each.abbr, each.zh), ())}
    return [n for n in every if n not in known]


def _seen(rows: Sequence[Row], beads: Sequence[tuple[Alignment, Bead]]) -> Seen:
    index = Index(rows)
    keys = [term_key(row) for row in rows]
    found = Seen()
    for number, (alignment, bead) in enumerate(beads):
        en = {
            ref.row
            for match in index.find(_text(alignment.en, bead.en))
            for ref in match.refs
            if ref.side is not Side.ZH
        }
        if not en:
            continue
        zh = {
            ref.row
            for match in index.find(_text(alignment.zh, bead.zh))
            for ref in match.refs
            if ref.side is Side.ZH
        }
        for key in {keys[n] for n in en}:
            found.terms.setdefault(key, []).append(number)
        for forms in {(rows[n].en, rows[n].abbr, rows[n].zh) for n in en & zh}:
            found.pairs.setdefault(forms, []).append(number)
    return found


def _example(alignment: Alignment, bead: Bead, index: Index) -> Example:
    return Example(
        _place(alignment.zh, bead.zh, index, chinese=True),
        _place(alignment.en, bead.en, index, chinese=False),
        bead.score,
    )


def _place(
    document: Document, sentences: Sequence[Sentence], index: Index, *, chinese: bool
) -> Place:
    text = _text(document, sentences)
    parts: Parts = []
    done = 0
    for match in index.find(text):
        if any((ref.side is Side.ZH) is chinese for ref in match.refs):
            parts += [(text[done : match.span.start], False), (match.span.of(text), True)]
            done = match.span.end
    parts.append((text[done:], False))
    line, _ = position(document.lines, sentences[0].span.start)
    return Place(document.path, line, [part for part in parts if part[0]])


def _text(document: Document, sentences: Sequence[Sentence]) -> str:
    """Return sentences as one line; no blank parts two that end and begin in Chinese."""
    line = ""
    for each in sentences:
        more = " ".join(each.span.of(document.text).split())
        line += more if east_asian_width(line[-1:] or " ") in "WF" else f" {more}"
    return line.strip()
