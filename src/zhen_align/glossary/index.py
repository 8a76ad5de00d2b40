"""Which terms stand where in a text: longest match, the same for lint and look-up.

Chinese forms are matched on characters, glued to whatever stands beside them, because a
segmenter cuts terms that it does not know. Latin forms are matched on words: case, the
plural of the last word, and hyphen, space or nothing between its parts make no
difference, but abbreviations keep their case. A term inside a longer one is not found.
Not here: what a match means for a translation.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from zhen_align.glossary.latin import Word, abbreviation_key, is_abbreviation, keys, words
from zhen_align.glossary.rows import Row
from zhen_align.glossary.squeeze import squeeze
from zhen_align.terms.forms import singular
from zhen_align.text.fold import fold
from zhen_align.text.scripts import han_count
from zhen_align.types import Span


class Side(StrEnum):
    """Which form of a row was found."""

    EN = "en"
    ABBR = "abbr"
    ZH = "zh"


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A row, by its place among the rows that the index was made of, and its form."""

    row: int
    side: Side


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """A stretch of the text, and every form that it is."""

    span: Span
    refs: tuple[Ref, ...]


class Index:
    """Finds the forms of rows in text; making one takes about as long as reading the rows."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Take in every form of every row; what is empty is left out."""
        self._han: dict[str, list[Ref]] = {}
        self._han_sizes: dict[str, list[int]] = {}
        self._han_singles: set[str] = set()
        self._words: dict[str, list[Ref]] = {}
        self._word_counts: dict[str, int] = {}
        self._abbreviations: dict[str, list[Ref]] = {}
        for number, row in enumerate(rows):
            for side in Side:
                self._add(getattr(row, side), Ref(number, side))

    def find(self, text: str) -> list[Match]:
        """Return the matches in reading order; where two overlap, the longer one stands.

        >>> index = Index([Row("language model", "语言模型"), Row("model", "模型")])
        >>> text = "大语言模型与模型"
        >>> [match.span.of(text) for match in index.find(text)]
        ['语言模型', '模型']
        """
        found = self._places(text)
        taken = bytearray(len(text))
        kept = []
        for start, end in sorted(found, key=lambda place: (place[0] - place[1], place[0])):
            # whatever stands already is at least as long, so it reaches over one of the edges
            if not taken[start] and not taken[end - 1]:
                taken[start:end] = b"\1" * (end - start)
                kept.append((start, end))
        return [_match(place, found[place]) for place in sorted(kept)]

    def all(self, text: str) -> list[Match]:
        """Return every match, those inside longer ones too, in reading order."""
        found = self._places(text)
        return [_match(place, found[place]) for place in sorted(found)]

    def _places(self, text: str) -> dict[tuple[int, int], list[Ref]]:
        found: dict[tuple[int, int], list[Ref]] = {}
        for span, refs in (*self._chinese(text), *self._latin(text)):
            place = span.start, span.end
            found[place] = [*found[place], *refs] if place in found else refs
        return found

    # ---------------------------------------------------------------- taking in

    def _add(self, form: str, ref: Ref) -> None:
        if han_count(form):
            self._add_han(squeeze(form).text, ref)
        elif is_abbreviation(form) or ref.side is Side.ABBR:
            key = abbreviation_key(form)
            if key:
                self._abbreviations.setdefault(key, []).append(ref)
        else:
            for parts in keys(form):
                self._words.setdefault(" ".join(parts), []).append(ref)
                most = self._word_counts.get(parts[0], 0)
                self._word_counts[parts[0]] = max(most, len(parts))

    def _add_han(self, form: str, ref: Ref) -> None:
        self._han.setdefault(form, []).append(ref)
        if len(form) == 1:
            self._han_singles.add(form)
            return
        sizes = self._han_sizes.setdefault(form[:2], [])
        if len(form) not in sizes:
            sizes.append(len(form))

    # ------------------------------------------------------------------ finding

    def _chinese(self, text: str) -> Iterator[tuple[Span, list[Ref]]]:
        if not self._han or text.isascii():
            return
        folded = squeeze(text)
        line = folded.text
        sizes_of = self._han_sizes
        for at in range(len(line)):
            sizes = sizes_of.get(line[at : at + 2])
            if sizes is None:
                continue
            for size in sizes:
                refs = self._han.get(line[at : at + size])
                if refs and at + size <= len(line) and _stands_alone(line, at, at + size):
                    yield folded.back(Span(at, at + size)), refs
        for ch in self._han_singles:
            for m in re.finditer(ch, line):
                yield folded.back(Span(*m.span())), self._han[ch]

    def _latin(self, text: str) -> Iterator[tuple[Span, list[Ref]]]:
        if not (self._words or self._abbreviations):
            return
        folded = fold(text)
        found = words(folded.text)
        if self._abbreviations:
            yield from self._exact(found, folded.back)
        if self._words:
            yield from self._inflected([[word] for word in found], folded.back)
            if any(word.hyphen for word in found):
                yield from self._inflected(list(_compounds(found)), folded.back)

    def _exact(
        self, found: Sequence[Word], back: Callable[[Span], Span]
    ) -> Iterator[tuple[Span, list[Ref]]]:
        for first, word in enumerate(found):
            key = ""
            for last in range(first, len(found)):
                key += found[last].text
                refs = self._abbreviations.get(key) or self._abbreviations.get(_without_s(key))
                if refs and not _goes_on(found, last):
                    yield back(Span(word.start, found[last].end)), refs
                if not found[last].hyphen:
                    break

    def _inflected(
        self, tokens: Sequence[Sequence[Word]], back: Callable[[Span], Span]
    ) -> Iterator[tuple[Span, list[Ref]]]:
        """Find full forms among tokens, each of them one word or a compound written closed."""
        plain = [
            token[0].key if len(token) == 1 else "".join(word.key for word in token)
            for token in tokens
        ]
        ends = [singular(key) for key in plain]
        counts = self._word_counts
        for first, head in enumerate(plain):
            if head not in counts and ends[first] not in counts:
                continue
            most = max(counts.get(head, 0), counts.get(ends[first], 0))
            for last in range(first, min(first + most, len(tokens))):
                key = " ".join([*plain[first:last], ends[last]])
                refs = self._words.get(key)
                if refs and not _goes_on(tokens[last], len(tokens[last]) - 1):
                    yield back(Span(tokens[first][0].start, tokens[last][-1].end)), refs
                if tokens[last][-1].stops:
                    break


def _match(place: tuple[int, int], refs: list[Ref]) -> Match:
    return Match(Span(*place), tuple(refs if len(refs) == 1 else sorted(set(refs))))


def _compounds(found: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield words joined by hyphens as one."""
    token: list[Word] = []
    for word in found:
        token.append(word)
        if not word.hyphen:
            yield token
            token = []
    if token:
        yield token


def _goes_on(found: Sequence[Word], last: int) -> bool:
    """Whether the name continues: GPT is not found in GPT-4."""
    return found[last].hyphen and found[last].number_follows


def _without_s(key: str) -> str:
    return key[:-1] if key.endswith("s") else ""


def _stands_alone(line: str, start: int, end: int) -> bool:
    """Whether a Latin letter or digit at an edge of the form is at the edge of its word."""
    before, after = line[start - 1 : start], line[end : end + 1]
    return not (_latin(line[start]) and _latin(before)) and not (
        _latin(line[end - 1]) and _latin(after)
    )


def _latin(ch: str) -> bool:
    return ch.isalnum() and ch < "\u0400"


def rows_found(matches: Iterable[Match]) -> set[int]:
    """Return the rows that have any form among the matches."""
    return {ref.row for match in matches for ref in match.refs}
