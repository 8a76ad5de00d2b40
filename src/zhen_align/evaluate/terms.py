"""Extracted terms against those that a reader marked.

Terms count as found by their keys: case, number, hyphens and script do not matter. Gold is
never complete, so precision is a lower bound; names that stay Latin are in no gold and are
left out of it.
"""

from collections.abc import Iterable, Sequence

from zhen_align.evaluate.gold import Term
from zhen_align.evaluate.tally import Tally
from zhen_align.terms.candidate import Candidate
from zhen_align.terms.forms import chinese_key, english_key

Pair = tuple[str, str]


def _wanted(terms: Iterable[Term]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for term in terms:
        found.setdefault(english_key(term.en), set()).update(map(chinese_key, term.zh))
    return found


def _keys(candidate: Candidate) -> Pair:
    return english_key(candidate.en), chinese_key(candidate.zh)


def recall(terms: Iterable[Term], candidates: Iterable[Candidate]) -> Tally:
    """Return how many terms are found with one of their renderings at least."""
    wanted = _wanted(terms)
    said = {_keys(c) for c in candidates}
    met = sum(any((en, zh) in said for zh in renderings) for en, renderings in wanted.items())
    return Tally(met, met, met, len(wanted))


def renderings(terms: Iterable[Term], candidates: Iterable[Candidate]) -> Tally:
    """Return how many pairs of term and rendering are found."""
    wanted = {(en, zh) for en, every in _wanted(terms).items() for zh in every}
    met = len(wanted & {_keys(c) for c in candidates})
    return Tally(met, met, met, len(wanted))


def precision_at(
    terms: Iterable[Term], candidates: Sequence[Candidate], sizes: Iterable[int]
) -> dict[int, Tally]:
    """Return, for the best so many candidates, how many are pairs of the gold."""
    wanted = _wanted(terms)
    ranked = sorted(candidates, key=lambda c: (-c.score, c.en, c.zh))
    translated = [_keys(c) for c in ranked if c.en != c.zh]
    found = {}
    for size in sizes:
        best = translated[:size]
        right = sum(zh in wanted.get(en, ()) for en, zh in best)
        found[size] = Tally(right, len(best))
    return found
