"""Sentences that stand twice in a text though their source does not say it twice."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from zhen_align.lint.facts import BLANK, BeadFacts, Pair, Text
from zhen_align.text.clauses import clauses
from zhen_align.text.scripts import han_count, word_count
from zhen_align.text.small_words import SMALL
from zhen_align.types import Lang, Span, Unit

_LIKE = 0.8
_LIKE_AGAIN = 0.62  # of two sentences that have one source between them
_SOURCE_LIKE = 0.6
_SAME = 0.97
_HELD = {Lang.ZH: 0.6, Lang.EN: 0.75}  # of what a sentence without a source says, said before
_LEAST_HELD = 4
_LEAST = {Lang.ZH: 10, Lang.EN: 6}
_LEAST_SAME = {Lang.ZH: 6, Lang.EN: 4}  # of sentences that are word for word the same
# pictures of one page often share their words
_NO_PROSE = (Unit.CELL, Unit.KEYWORD, Unit.TITLE, Unit.HEADING, Unit.CAPTION)
_NEAR = 2
_RUN = 4
DIGITS = re.compile(r"\d+")
_MARKS = re.compile(r"[\W_]+")
_WORDS = re.compile(r"[a-z]{2,}")


def doubled(pair: Pair) -> Iterator[tuple[BeadFacts, Text, Span, str]]:
    """Yield each sentence of the target that repeats one close before it, and what it repeats."""
    placed = [
        (number, text)
        for number, bead in enumerate(pair.beads)
        for text in bead.target.texts
        if text.sentence.unit not in _NO_PROSE
    ]
    placed.sort(key=lambda p: p[1].sentence.span)
    keys = [_key(text) for _, text in placed]
    for at, (number, text) in enumerate(placed):
        if not keys[at]:
            if at and _repeats(text, placed[at - 1][1]):
                earlier, first = placed[at - 1]
                if not _said_twice(pair.beads, earlier, number, _SAME - 0.1):
                    yield pair.beads[number], text, text.sentence.span, first.text
            continue
        for back in range(1, min(_NEAR, at) + 1):
            earlier, first = placed[at - back]
            if not keys[at - back] or not _alike(keys[at], keys[at - back], _LIKE):
                told = _told_again if earlier == number else _said_anew
                if back == 1 and told((pair.beads[earlier], pair.beads[number]), text, first):
                    yield pair.beads[number], text, text.sentence.span, first.text
                continue
            like = dice(keys[at], keys[at - back])
            least = _SAME - 0.1 if like >= _SAME else _SOURCE_LIKE
            if _alike(plain(text), plain(first), _LIKE) and not _said_twice(
                pair.beads, earlier, number, least
            ):
                yield pair.beads[number], text, text.sentence.span, first.text
                break


def repeated(pair: Pair) -> Iterator[tuple[BeadFacts, Text, Span, str]]:
    """Yield where a sentence of the target says the same clauses twice, one after the other."""
    for bead in pair.beads:
        for text in bead.target.texts:
            if han_count(text.text) < 2 * _LEAST[Lang.ZH] and text.lang is Lang.ZH:
                continue
            found = _twice(text)
            if found is not None and not any(_twice(t) for t in bead.source.texts):
                yield bead, text, text.span(found), found.of(text.text)


def _twice(text: Text) -> Span | None:
    """Return the second of two equal runs of clauses."""
    spans = clauses(text.text, text.opaque)
    keys = [_MARKS.sub("", span.of(text.text)) for span in spans]
    for size in range(1, min(len(spans) // 2, _RUN) + 1):
        for at in range(len(spans) - 2 * size + 1):
            said = "".join(keys[at : at + size])
            if keys[at : at + size] != keys[at + size : at + 2 * size]:
                continue
            count = han_count(said) if text.lang is Lang.ZH else word_count(said)
            if count >= _LEAST[text.lang]:
                return Span(spans[at + size].start, spans[at + 2 * size - 1].end)
    return _halves(text)


def _halves(text: Text) -> Span | None:
    """Return the second half of a text that is one line twice, without a mark between."""
    body = text.text.strip()
    middle = len(body) // 2
    half = body[:middle].rstrip()
    if not half or body[len(body) - len(half) :] != half or body[middle:].strip() != half:
        return None
    count = han_count(half) if text.lang is Lang.ZH else word_count(half)
    at = text.text.rindex(half)
    return Span(at, at + len(half)) if count >= _LEAST[text.lang] else None


def _key(text: Text) -> str:
    """Return what two sentences are compared by; nothing for one that is too short."""
    plain = text.plain
    count = han_count(plain) if text.lang is Lang.ZH else word_count(plain)
    return _MARKS.sub("", text.text).casefold() if count >= _LEAST[text.lang] else ""


def _repeats(text: Text, before: Text) -> bool:
    """Whether a sentence too short to be compared is, word for word, the one right before it."""
    if {text.sentence.unit, before.sentence.unit} != {Unit.SENTENCE}:
        return False
    said = _MARKS.sub("", text.text)
    if BLANK in text.plain or said != _MARKS.sub("", before.text):
        return False
    count = han_count(said) if text.lang is Lang.ZH else word_count(text.text)
    return count >= _LEAST_SAME[text.lang]


def _said_anew(beads: tuple[BeadFacts, BeadFacts], text: Text, first: Text) -> bool:
    """Whether one of two neighbours has no source, and says nothing that the other does not."""
    if sorted(len(bead.source.texts) for bead in beads) != [0, 1]:
        return False
    one, two = (text, first) if not beads[1].source.texts else (first, text)
    figures = [set(DIGITS.findall(t.text)) for t in (one, two)]
    if BLANK in one.plain or not figures[0] <= figures[1]:
        return False
    if one.lang is Lang.EN:
        return _share(*(frozenset(content(t)) for t in (one, two))) >= _HELD[Lang.EN]
    if not {n.key for n in one.names} <= {n.key for n in two.names}:
        return False
    return _share(*(frozenset(pairwise(plain(t))) for t in (one, two))) >= _HELD[Lang.ZH]


def _share(of: frozenset[Any], among: frozenset[Any]) -> float:
    """Return which share of some things is among others."""
    return len(of & among) / len(of) if len(of) >= _LEAST_HELD else 0.0


def content(text: Text) -> list[str]:
    """Return the stems of the words that say something."""
    from zhen_align.align.lexicon import stems

    return stems(w for w in _WORDS.findall(text.plain.casefold()) if w not in SMALL)


def _told_again(beads: tuple[BeadFacts, BeadFacts], text: Text, first: Text) -> bool:
    """Whether Chinese says in two sentences what its source says in one, the second time anew."""
    if text.lang is not Lang.ZH or len(beads[0].source.texts) != 1:
        return False
    if BLANK in text.plain + first.plain or [n.key for n in text.names] != [
        n.key for n in first.names
    ]:
        return False
    return _alike(plain(text), plain(first), _LIKE_AGAIN)


def plain(text: Text) -> str:
    """Return the letters, characters and figures of a sentence, those of code left out."""
    return _MARKS.sub("", text.plain.replace(BLANK, "")).casefold()


def _alike(a: str, b: str, least: float) -> bool:
    """Whether two sentences share enough pairs of characters, and all figures."""
    if min(len(a), len(b)) < 2 or DIGITS.findall(a) != DIGITS.findall(b):
        return False
    if min(len(a), len(b)) < least / (2 - least) * max(len(a), len(b)):
        return False  # the lengths alone rule it out
    return dice(a, b) >= least


def dice(a: str, b: str) -> float:
    """Return which share of the pairs of neighbouring characters two texts have in common.

    >>> dice("abcd", "abcd"), dice("abcd", "wxyz")
    (1.0, 0.0)
    """
    one, two = (Counter(pairwise(s)) for s in (a, b))
    total = one.total() + two.total()
    return 2 * (one & two).total() / total if total else 0.0


def _said_twice(beads: Sequence[BeadFacts], first: int, second: int, least: float) -> bool:
    """Whether the source around two beads has two sentences that are alike too."""
    texts = [t for b in beads[max(0, first - 1) : second + 2] for t in b.source.texts]
    keys = [_MARKS.sub("", t.text).casefold() for t in texts]
    return any(
        min(len(a), len(b)) > 1 and dice(a, b) >= least
        for n, a in enumerate(keys)
        for b in keys[n + 1 :]
    )
