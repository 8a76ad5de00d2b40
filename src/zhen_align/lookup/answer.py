"""What the glossary says about a query: matches, terms that contain it, and near misses.

A match is the very term, in some spelling. What is only near is a suggestion, set apart;
nobody who asks for LMM is told about LLM as if that were the answer. Where rows may be
found is a `Store`'s business (memory.py, or a file); what they are to the query is said here.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from zhen_align.glossary.latin import abbreviation_key, is_abbreviation
from zhen_align.glossary.rows import Row
from zhen_align.lookup.keys import (
    ORDER,
    english_keys,
    inner_words,
    is_chinese,
    number_in,
    phrases,
)
from zhen_align.terms.forms import chinese_key
from zhen_align.text.fold import fold

if TYPE_CHECKING:
    from zhen_align.lookup.concordance import Hit

MOST_RELATED = 20


class How(StrEnum):
    """How a row was found."""

    EXACT = "exact"
    ABBR = "abbr"
    VARIANT = "variant"
    FUZZY = "fuzzy"
    PINYIN = "pinyin"


class Term(NamedTuple):
    """A row of the glossary and how its Chinese form is read."""

    row: Row
    reading: str = ""


class Store(Protocol):
    """Where the rows of a glossary lie, with what finds them (keys.py)."""

    def entries(self, key: str) -> Sequence[int]:
        """Return what stands under a key, in order."""

    def words(self, key: str) -> Sequence[str]:
        """Return the words that are found by half of them."""

    def term(self, number: int) -> Term:
        """Return the term of a row's number."""


@dataclass(frozen=True, slots=True)
class Match:
    """A row whose term was asked for; `contexts` are sentence pairs that use it."""

    row: Row
    how: How
    contexts: tuple["Hit", ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A row whose term is near what was asked for, 1 being the same."""

    row: Row
    score: float
    how: How = How.FUZZY


@dataclass(frozen=True, slots=True)
class Answer:
    """What the glossary says about one query; `related` are the terms that contain it."""

    query: str
    matches: tuple[Match, ...]
    related: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]


def answer(store: Store, query: str) -> Answer:
    """Answer one query; suggestions are made only where nothing matches."""
    asked = Asked.of(query)
    matches = _matches(store, asked)
    related = tuple(_related(store, asked))
    if matches:
        return Answer(query, matches, related, ())
    from zhen_align.lookup.suggest import suggestions

    return Answer(query, (), related, tuple(suggestions(store, asked.text)))


def lookup(rows: Sequence[Row], query: str) -> Answer:
    """Answer one query from a few rows.

    >>> rows = [Row("large language model", "大语言模型", abbr="LLM")]
    >>> [(m.row.zh, m.how.value) for m in lookup(rows, "LLMs").matches]
    [('大语言模型', 'variant')]
    >>> found = lookup(rows, "LMM")
    >>> len(found.matches), found.suggestions[0].row.abbr
    (0, 'LLM')
    """
    from zhen_align.lookup.memory import Memory

    return answer(Memory(rows), query)


class Asked(NamedTuple):
    """A query as every form is compared with it."""

    text: str
    english: frozenset[str] = frozenset()
    abbreviation: str = ""
    chinese: str = ""

    @classmethod
    def of(cls, query: str) -> "Asked":
        """Prepare a query."""
        text = " ".join(query.split())
        if is_chinese(text):
            return cls(text, chinese=chinese_key(text))
        if is_abbreviation(fold(text).text):
            return cls(text, abbreviation=abbreviation_key(text))
        return cls(text, english_keys(text), abbreviation_key(text))

    def found_by(self) -> Iterator[str]:
        """Yield the keys under which the very term stands, if it is in the glossary."""
        if self.chinese:
            yield "z" + self.chinese
            return
        for key in self.english:
            yield "e" + key
        yield "a" + self.abbreviation if self.abbreviation else "x" + self.text


def rank_of(row: Row) -> tuple[int, float, int]:
    """Return what orders rows that are equally near: status, share, then as in the file."""
    return ORDER[row.status], -number(row.share), row.line


def number(value: str) -> float:
    """Return the number that a field holds; 0 where it holds none."""
    try:
        return float(value)
    except ValueError:
        return 0.0


def terms(store: Store, stored: Iterable[int]) -> Iterator[Term]:
    """Yield the terms of entries, each once."""
    for each in dict.fromkeys(map(number_in, stored)):
        yield store.term(each)


_RANK = {how: place for place, how in enumerate(How)}


def _matches(store: Store, asked: Asked) -> tuple[Match, ...]:
    if not asked.text:
        return ()
    stored = [each for key in asked.found_by() for each in store.entries(key)]
    rows = (term.row for term in terms(store, stored))
    found = [Match(row, how) for row in rows if (how := _how(row, asked)) is not None]
    if len(found) > 1:
        found.sort(key=lambda match: (_RANK[match.how], rank_of(match.row)))
    return tuple(found)


def _how(row: Row, asked: Asked) -> How | None:
    if asked.text in (row.en, row.zh):
        return How.EXACT
    if asked.text == row.abbr:
        return How.ABBR
    if asked.chinese:
        forms = (row.zh, row.en, row.abbr)
        same = any(chinese_key(form) == asked.chinese for form in forms if is_chinese(form))
        return How.VARIANT if same else None
    if asked.abbreviation and asked.abbreviation in _short_keys(row):
        return How.VARIANT
    full = (form for form in (row.en, row.zh) if not is_abbreviation(form))
    return How.VARIANT if any(asked.english & english_keys(form) for form in full) else None


def _short_keys(row: Row) -> set[str]:
    """Return the keys of a row's forms whose case is their meaning."""
    forms = {form for form in (row.en, row.zh) if is_abbreviation(form)}
    return {abbreviation_key(form) for form in forms | {row.abbr} if form}


def _related(store: Store, asked: Asked) -> list[str]:
    """Return the forms of terms that contain what was asked for and more, the best first."""
    parts, containing = _wanted(asked)
    found: dict[str, tuple[int, int, str]] = {}
    last = -1
    for stored in min(map(store.entries, parts), key=len, default=()):
        # rows of one status and length are all seen before the list ends
        if len(found) >= MOST_RELATED and stored >> 32 != last:
            break
        last = stored >> 32
        row = store.term(number_in(stored)).row
        for form in (row.en, row.zh):
            if containing(form):
                rank = (ORDER[row.status], len(form), form.casefold())
                found[form] = min(found.get(form, rank), rank)
    return sorted(found, key=found.__getitem__)[:MOST_RELATED]


def _wanted(asked: Asked) -> tuple[list[str], Callable[[str], bool]]:
    """Return the keys of which each finds all longer forms, and what tells such a form."""
    if asked.chinese:
        part = asked.chinese
        pairs = ["c" + part[at : at + 2] for at in range(max(1, len(part) - 1))]
        return pairs, partial(_around, part)
    if asked.english:
        words = inner_words(asked.text)
        return ["w" + key for key in _phrases(words)], partial(_longer, f" {' '.join(words)} ")
    return ["b" + asked.abbreviation], partial(_beside, asked.text, asked.abbreviation)


def _phrases(words: tuple[str, ...]) -> Iterable[str]:
    """Return two neighbouring words at a time, which few terms share, or the one there is."""
    return [each for each in phrases(words) if " " in each or len(words) == 1]


def _around(part: str, form: str) -> bool:
    if not is_chinese(form):
        return False
    key = chinese_key(form)
    return part in key and part != key


def _longer(words: str, form: str) -> bool:
    if is_chinese(form) or is_abbreviation(form):
        return False
    whole = f" {' '.join(inner_words(form))} "
    return words in whole and words != whole


def _beside(text: str, short: str, form: str) -> bool:
    return short in form.replace("-", " ").split() and form != text and not is_chinese(form)
