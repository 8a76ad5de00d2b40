"""What each document means by its abbreviations.

A document's own brackets decide; what it does not say is what all other documents say, if
they agree.
"""

from collections import Counter
from collections.abc import Sequence

from zhen_align.terms.forms import english_key
from zhen_align.terms.initials import bare
from zhen_align.terms.reading import Read
from zhen_align.types import Span

_AGREEMENT = 0.8


def meanings(beads: Sequence[Read]) -> dict[str, dict[str, str]]:
    """Return for each document its abbreviations and the key of what each stands for."""
    votes: dict[str, dict[str, Counter[str]]] = {}
    for bead in beads:
        here = votes.setdefault(bead.segment.pair, {})
        for d in bead.defined:
            if d.en and d.abbr:
                side = bead.segment.zh.text if d.in_chinese else bead.segment.en.text
                short = bare(d.abbr.of(side))
                # the English side says it first hand; the Chinese one may have guessed
                weight = 1 if d.in_chinese else 3
                here.setdefault(short, Counter())[english_key(form_of(d.en, side))] += weight
    everywhere: dict[str, Counter[str]] = {}
    for here in votes.values():
        for short, longs in here.items():
            everywhere.setdefault(short, Counter()).update(longs)
    # a document that does not say what it means means what all the others mean, if they agree
    agreed = {short: _first(longs) for short, longs in everywhere.items() if _agree(longs)}
    return {
        pair: agreed | {short: _first(longs) for short, longs in here.items()}
        for pair, here in votes.items()
    }


def _first(votes: Counter[str]) -> str:
    return max(sorted(votes), key=votes.__getitem__)


def _agree(votes: Counter[str]) -> bool:
    return max(votes.values()) >= _AGREEMENT * sum(votes.values())


def form_of(span: Span, text: str) -> str:
    """Return the characters of a place with single blanks between words."""
    return " ".join(span.of(text).split())
