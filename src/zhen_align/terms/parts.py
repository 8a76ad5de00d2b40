"""The candidates of a collection's parts put together, as if they were of one collection.

Each part has judged by what it has itself: what a part shows too rarely is not known from
there. Counts are sums, a share is of all occurrences, and a term is wanted as much as where
it is wanted most, and more the oftener it comes.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from zhen_align.terms.candidate import LEAST_SHARE, Candidate
from zhen_align.terms.forms import chinese_key, english_key

_OFTEN = 0.7  # what the logarithm of a count weighs in a score, as in extract.termhood
_CERTAIN = 1e-4  # a score is no nearer to 0 and 1


@dataclass(slots=True)
class _Rendering:
    """One rendering of a term in all parts; the forms are counted."""

    forms: Counter[str] = field(default_factory=Counter)
    count: int = 0
    best: Candidate | None = None


@dataclass(slots=True)
class _Term:
    """A term in all parts."""

    forms: Counter[str] = field(default_factory=Counter)
    abbreviations: Counter[str] = field(default_factory=Counter)
    renderings: dict[str, _Rendering] = field(default_factory=dict)
    occurrences: float = 0.0


def merged(parts: Sequence[Sequence[Candidate]]) -> list[Candidate]:
    """Return the candidates of all parts, best first; those of a single part as they are.

    >>> one = [Candidate("kernel", "", "内核", 3, 1.0, 0.8)]
    >>> two = [Candidate("kernel", "", zh, 1, 0.5, 0.4) for zh in ("内核", "核")]
    >>> [(each.zh, each.count, each.share) for each in merged([one, two])]
    [('内核', 4, 0.8), ('核', 1, 0.2)]
    """
    if len(parts) == 1:
        return list(parts[0])
    terms: dict[str, _Term] = {}
    for part in parts:
        _add(terms, part)
    found = [one for term in terms.values() for one in _candidates(term)]
    return sorted(found, key=lambda c: (-c.score, -c.count, c.en, c.zh))


def _add(terms: dict[str, _Term], part: Iterable[Candidate]) -> None:
    seen: set[str] = set()
    for each in part:
        key = _key(each)
        term = terms.setdefault(key, _Term())
        if key not in seen:  # what a share is a share of
            seen.add(key)
            term.occurrences += each.count / each.share
        term.forms[each.en] += each.count
        if each.abbr:
            term.abbreviations[each.abbr] += each.count
        rendering = term.renderings.setdefault(chinese_key(each.zh), _Rendering())
        rendering.forms[each.zh] += each.count
        rendering.count += each.count
        if rendering.best is None or _rank(each) > _rank(rendering.best):
            rendering.best = each


def _key(each: Candidate) -> str:
    """Return what is one term: names that stay Latin are apart, their case is their meaning."""
    return f"={each.en}" if each.en == each.zh else english_key(each.en)


def _rank(each: Candidate) -> tuple[float, int, str, str]:
    return each.score, each.count, each.en, each.zh


def _candidates(term: _Term) -> Iterable[Candidate]:
    main = max(term.renderings.values(), key=lambda one: (one.count, _most(one.forms)))
    for one in term.renderings.values():
        share = min(1.0, one.count / term.occurrences)
        if one.best is not None and (one is main or share >= LEAST_SHARE):
            abbr = _most(term.abbreviations) if term.abbreviations else ""
            score = _oftener(one.best, one.count)
            yield Candidate(
                _most(term.forms), abbr, _most(one.forms), one.count, round(share, 6), score
            )


def _most(counted: Counter[str]) -> str:
    return max(sorted(counted), key=counted.__getitem__)


def _oftener(best: Candidate, count: int) -> float:
    """Return the score of a candidate that is seen `count` times."""
    sure = min(1 - _CERTAIN, max(_CERTAIN, best.score))
    value = math.log(sure / (1 - sure)) + _OFTEN * math.log(count / best.count)
    return round(1 / (1 + math.exp(-value)), 4)
