"""The dates at the head of an article: 收稿日期, Received, Accepted.

They belong to no bead, for such lines are not prose. A date is held against the other side's only
where both have as many lines of dates and all else in two of them is the same.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from zhen_align.lint.facts import BeadFacts, Pair, Side, Text
from zhen_align.lint.numbers.agree import same
from zhen_align.lint.numbers.match import Clash, Placed, Why
from zhen_align.types import Bead, Document, Kind, Lang, Sentence, Unit

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)


def dated(pair: Pair) -> Iterator[BeadFacts]:
    """Yield the lines of dates of two texts, in pairs."""
    zh = _lines(pair.alignment.zh, Lang.ZH)
    en = _lines(pair.alignment.en, Lang.EN)
    if len(zh) == len(en):
        for own, other in zip(zh, en, strict=True):
            bead = Bead((own,), (other,), 1.0)
            yield BeadFacts(bead, _side(pair, own), _side(pair, other), pair.target)


def other_date(bead: BeadFacts) -> Clash | None:
    """Return the one part of the one date in which two lines differ, though each has it elsewhere.

    2024 may stand for 2025 in a line that has both.
    """
    target, source = _dates(bead.target), _dates(bead.source)
    if list(map(len, target)) != list(map(len, source)):
        return None
    differ = [
        (t, s)
        for here, there in zip(target, source, strict=True)
        for t in here
        if not any(same(t.quantity, s.quantity) for s in there)
        for s in there
        if s.quantity.kind is t.quantity.kind
    ]
    return Clash(*differ[0], Why.INSTEAD) if len(differ) == 1 else None


def _dates(side: Side) -> list[list[Placed]]:
    """Return the parts of each date."""
    parts = [Placed(span, q) for span, q in side.quantities if q.part is not None]
    return [list(date) for _, date in groupby(parts, key=lambda placed: placed.span)]


def _side(pair: Pair, line: Sentence) -> Side:
    document = pair.alignment.zh if line.lang is Lang.ZH else pair.alignment.en
    return Side((Text(document, line, line.lang, pair.terms),), document, line.lang)


def _lines(document: Document, lang: Lang) -> list[Sentence]:
    return [
        Sentence(block.span, lang, Unit.SENTENCE, number)
        for number, block in enumerate(document.blocks)
        if block.kind is Kind.METADATA
        and block.lang is lang
        and _YEAR.search(document.text, block.span.start, block.span.end)
    ]
