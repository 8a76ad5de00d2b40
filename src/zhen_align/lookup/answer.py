"""What the glossary says about a query: matches, terms that contain it, and near misses.

A match is the very term, in some spelling. What is only near is a suggestion, set apart;
nobody who asks for LMM is told about LLM as if that were the answer. Pure on rows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from zhen_align.glossary.latin import abbreviation_key, is_abbreviation, keys
from zhen_align.glossary.rows import Row, Status
from zhen_align.lookup.nearness import nearness
from zhen_align.terms.forms import chinese_key
from zhen_align.text.fold import fold
from zhen_align.text.scripts import han_count

MOST_SUGGESTIONS = 8
MOST_RELATED = 20
_ORDER = {
    status: place
    for place, status in enumerate(
        (
            Status.PREFERRED,
            Status.KEEP,
            Status.ADMITTED,
            Status.CANDIDATE,
            Status.DEPRECATED,
            Status.FORBIDDEN,
        )
    )
}


class How(StrEnum):
    """How a row was found."""

    EXACT = "exact"
    ABBR = "abbr"
    VARIANT = "variant"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Match:
    """A row whose term was asked for; `contexts` are sentence pairs that use it."""

    row: Row
    how: How
    contexts: tuple[object, ...] = ()


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


def lookup(rows: Sequence[Row], query: str) -> Answer:
    """Answer one query; suggestions are made only where nothing matches.

    >>> rows = [Row("large language model", "大语言模型", abbr="LLM")]
    >>> [(m.row.zh, m.how.value) for m in lookup(rows, "LLMs").matches]
    [('大语言模型', 'variant')]
    >>> answer = lookup(rows, "LMM")
    >>> len(answer.matches), answer.suggestions[0].row.abbr
    (0, 'LLM')
    """
    asked = Asked.of(query)
    terms = [row for row in rows if row.status is not Status.REJECTED]
    matches = _matches(terms, asked)
    return Answer(
        query=query,
        matches=tuple(matches),
        related=tuple(_related(terms, asked)),
        suggestions=() if matches else tuple(_suggestions(terms, asked)),
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as every form is compared with it."""

    text: str
    english: frozenset[str]
    abbreviation: str
    chinese: str

    @classmethod
    def of(cls, query: str) -> "Asked":
        """Prepare a query."""
        text = " ".join(query.split())
        if han_count(text):
            return cls(text, frozenset(), "", chinese_key(text))
        if is_abbreviation(fold(text).text):
            return cls(text, frozenset(), abbreviation_key(text), "")
        return cls(text, english_keys(text), abbreviation_key(text), "")

    def may_be(self, form: str) -> bool:
        """Whether it is worth the time to compare: spellings of a term begin alike."""
        if not form.isascii():
            return not han_count(form)
        return not self.text.isascii() or form[:2].casefold() == self.text[:2].casefold()

    def may_be_in(self, form: str) -> bool:
        """Whether it is worth the time to look for the query inside the form."""
        plain = form.isascii() and self.text.isascii()
        return not plain or self.text[:2].casefold() in form.casefold()


@lru_cache(maxsize=1 << 12)
def english_keys(form: str) -> frozenset[str]:
    """Return what an English form is known by: parted at hyphens, and written closed."""
    return frozenset(" ".join(parts) for parts in keys(form))


def _matches(rows: Sequence[Row], asked: Asked) -> list[Match]:
    found = [Match(row, how) for row in rows if (how := _how(row, asked)) is not None]
    rank = list(How)
    return sorted(
        found, key=lambda m: (rank.index(m.how), _ORDER[m.row.status], -_number(m.row.share))
    )


def _how(row: Row, asked: Asked) -> How | None:
    if not asked.text:
        return None
    if asked.text in (row.en, row.zh):
        return How.EXACT
    if asked.text == row.abbr:
        return How.ABBR
    if asked.chinese:
        return How.VARIANT if chinese_key(row.zh) == asked.chinese else None
    if asked.abbreviation in _short_keys(row):
        return How.VARIANT
    full = (f for f in (row.en, row.zh) if asked.may_be(f) and not is_abbreviation(f))
    return How.VARIANT if any(asked.english & english_keys(form) for form in full) else None


def _short_keys(row: Row) -> set[str]:
    """Return the keys of a row's forms whose case is their meaning."""
    forms = {form for form in (row.en, row.zh) if is_abbreviation(form)}
    return {abbreviation_key(form) for form in forms | {row.abbr} if form}


def _related(rows: Sequence[Row], asked: Asked) -> list[str]:
    """Return the forms of terms that contain what was asked for and more."""
    found: dict[str, tuple[int, int, str]] = {}
    for row in rows:
        for form in _containing(row, asked):
            found[form] = min(
                found.get(form, (9, 0, "")), (_ORDER[row.status], len(form), form.casefold())
            )
    return sorted(found, key=found.__getitem__)[:MOST_RELATED]


def _containing(row: Row, asked: Asked) -> Iterator[str]:
    if asked.chinese:
        key = chinese_key(row.zh)
        if asked.chinese in key and asked.chinese != key:
            yield row.zh
        return
    for form in dict.fromkeys((row.en, row.zh)):
        if asked.english and asked.may_be_in(form):
            theirs = english_keys(form)
            inside = (f" {mine} " in f" {key} " for mine in asked.english for key in theirs)
            if not theirs & asked.english and any(inside):
                yield form
        elif form != asked.text and asked.abbreviation in form.replace("-", " ").split():
            yield form


def _suggestions(rows: Sequence[Row], asked: Asked) -> list[Suggestion]:
    found = []
    for row in rows:
        forms = (row.zh,) if asked.chinese else (row.en, row.abbr)
        score = max((nearness(asked.text, form) for form in forms if form), default=0.0)
        if score > 0:
            found.append(Suggestion(row, round(score, 3)))
    found.sort(key=lambda s: (-s.score, _ORDER[s.row.status], -_number(s.row.count), s.row.en))
    return found[:MOST_SUGGESTIONS]


def _number(value: str) -> float:
    try:
        return float(value)
    except ValueError:
        return 0.0
