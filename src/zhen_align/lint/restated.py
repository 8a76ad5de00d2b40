"""Sentences of the target that say in other words what a neighbour has said, beyond the source.

One more sentence than the source has, a translation too long by about its length, and the source
as well explained without it: then two sentences stand for one. They must also share words, for
a dictionary may know too little of what the source says. Not here: sentences that are alike
(doubled.py).
"""

from collections.abc import Callable, Iterator, Sequence

from zhen_align.lint.cover import Cover
from zhen_align.lint.doubled import DIGITS, content, plain
from zhen_align.lint.facts import BeadFacts, Pair, Text
from zhen_align.lint.lengths import Usual, usual_ratio
from zhen_align.types import Lang, Span, Unit

_LEAST = 5.0
_TOO_LONG = 0.7, 2.0  # by so much of its length; a source that lacks more is another matter
_FOUND, _EXPLAINED = 0.6, 0.45
_HELD = {Lang.EN: 0.4, Lang.ZH: 0.5}  # of its words, or its characters
_NEEDED = 0.2  # of what the source says, by this sentence alone


def restated(
    pair: Pair, cover_of: Callable[[], Cover], sure: float
) -> Iterator[tuple[BeadFacts, Text, Text]]:
    """Yield each sentence that says again what another beside it says, and that other."""
    usual, told = usual_ratio(pair, pair.source), set[Span]()
    for number, bead in enumerate(pair.beads):
        for texts in _runs(pair.beads, number) if bead.bead.score >= sure else ():
            found = _again(bead, texts, usual, cover_of)
            if found is not None and found[0].sentence.span not in told:
                text, first = found
                told.add(text.sentence.span)
                yield bead, text, first


def _runs(beads: Sequence[BeadFacts], number: int) -> Iterator[list[Text]]:
    """Yield the sentences of a bead that are more than its source, and with lone ones beside it."""
    bead = beads[number]
    if not bead.is_whole:
        return
    own = list(bead.target.texts)
    if len(own) > len(bead.source.texts):
        yield own
    for near in (number - 1, number + 1):
        if 0 <= near < len(beads) and not beads[near].source.texts:
            yield sorted([*own, *beads[near].target.texts], key=lambda t: t.sentence.span)


def _again(
    bead: BeadFacts, texts: Sequence[Text], usual: Usual, cover_of: Callable[[], Cover]
) -> tuple[Text, Text] | None:
    """Return the last sentence that only says again what another of them says, and that other."""
    surplus = sum(t.size for t in texts) - usual.ratio * bead.source.size
    for text in reversed(texts):
        if text.sentence.unit is not Unit.SENTENCE or text.size < _LEAST:
            continue
        if not _TOO_LONG[0] <= surplus / text.size <= _TOO_LONG[1]:
            continue
        rest = [other for other in texts if other is not text]
        first = max(rest, key=lambda other: _held(text, other))
        if _held(text, first) >= _HELD[text.lang] and _is_spare(bead, text, rest, cover_of()):
            return text, first
    return None


def _held(text: Text, other: Text) -> float:
    """Return which share of the words of a sentence another has; all of its figures it must."""
    figures = [DIGITS.findall(t.text) for t in (text, other)]
    if not set(figures[0]) <= set(figures[1]):
        return 0.0
    mine, theirs = (
        {*content(t), *own} if t.lang is Lang.EN else {*plain(t)}
        for t, own in zip((text, other), figures, strict=True)
    )
    return len(mine & theirs) / len(mine) if mine else 0.0


def _is_spare(bead: BeadFacts, text: Text, rest: Sequence[Text], cover: Cover) -> bool:
    """Whether the source says what a sentence says, and is as well explained without it."""
    here, others = cover.numbers([text]), cover.numbers(rest)
    source, lang = cover.numbers(bead.source.texts), bead.source.lang
    if cover.share(text.lang, here, source) < _FOUND:
        return False
    without = cover.share(lang, source, others)
    return without >= _EXPLAINED and cover.share(lang, source, here + others) - without <= _NEEDED
