"""Where inside a sentence of the target one translation breaks off and the next begins.

When the end of a sentence was lost, its mark is lost too, and what is left is read as one
sentence with the next. So where one sentence of the target stands for two of the source, it is
asked which words of it belong to which: those of the first must end in a word that something must
follow, those of the second begin there, and the end of the first must be said nowhere. Not here:
texts that break off at the end of a paragraph (rules/truncated.py).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from zhen_align.lint.dictionary import meanings, stem_numbers
from zhen_align.lint.facts import BeadFacts, Text
from zhen_align.text.clauses import clauses
from zhen_align.text.small_words import SMALL
from zhen_align.types import Lang, Span

_TOKEN = re.compile(r"[A-Za-z]+|\d+(?:[.,]\d+)*", re.ASCII)
_UNSAID, _LEAST, _CROSSED = 2, 3, 2
_NEAR, _PAIR = 2, 2
_OPEN = re.compile(
    "(?:以及|[并並]|而且|并且|並且|[二两兩]者|[它他][们們]|因为|因為|由于|由於|(?P<weak>[和与與或的使將将把被]))$"
)
# no name: names follow small words, too, so what the second sentence says must begin with it
_JOINT = re.compile(
    r"(?<![\w-])(?:an?|the|of|to|in|for|with|by|and|or|but|that|which|from|as|at|on|is|are|its|"
    r"their|because|than) (?=[A-Z][a-z]*\b)"
)
Key = int | str


class Torn(NamedTuple):
    """A clause of the target that breaks off, and the sentence of the source that it is of."""

    text: Text
    span: Span
    source: Text


class _Word(NamedTuple):
    """A word and what it may be, in numbers of the dictionary or as it is written."""

    start: int
    end: int
    keys: frozenset[Key]
    says: bool


def torn(bead: BeadFacts) -> Iterator[Torn]:
    """Yield where the translations of two sentences run into each other."""
    targets, sources = bead.target.texts, bead.source.texts
    if not 0 < len(targets) < len(sources):
        return
    own = [_words(text) for text in targets]
    theirs = [_words(text) for text in sources]
    said = frozenset[Key]().union(*map(_keys, own))
    for text, words in zip(targets, own, strict=True):
        for (was, follows), source in zip(pairwise(theirs), sources, strict=False):
            zone = _between(words, _keys(was) - _keys(follows), _keys(follows) - _keys(was))
            # with more sentences about, more may be elsewhere
            least = _UNSAID if len(sources) == _PAIR else 2 * _UNSAID
            if zone is None or _unsaid(was, said) < least:
                continue
            end = _break(text, zone)
            spans = [span for span in clauses(text.text, text.opaque) if span.start < (end or 0)]
            if end is not None and spans:
                yield Torn(text, text.span(Span(spans[-1].start, end)), source)


def lacks_last(target: Text, source: Text) -> bool:
    """Whether the last word of a sentence that says something is not in its translation."""
    return _unsaid(_words(source), _keys(_words(target))) > 0


def _words(text: Text) -> list[_Word]:
    """Return the words of a sentence, overlapping ones too, in order."""
    found = []
    tokens = list(_TOKEN.finditer(text.plain))
    numbers: Sequence[int] = ()
    if text.lang is Lang.EN:
        numbers = stem_numbers([token[0].lower() for token in tokens])
    else:
        found = [
            _Word(start, start + size, frozenset(ids), size > 1)
            for start, size, ids in meanings(text.plain)
        ]
    for at, token in enumerate(tokens):
        word = token[0].lower()
        known = {numbers[at]} - {-1} if numbers else set[int]()
        found.append(_Word(*token.span(), frozenset({word, *known}), word not in SMALL))
    return sorted(found)


def _keys(words: Sequence[_Word]) -> frozenset[Key]:
    return frozenset(key for word in words for key in word.keys)


def _between(own: Sequence[_Word], was: frozenset[Key], follows: frozenset[Key]) -> Span | None:
    """Return what stands between the words of two sentences, if those hardly mix."""
    hits = [
        (word, not word.keys.isdisjoint(was))
        for word in own
        if word.keys.isdisjoint(was) != word.keys.isdisjoint(follows)
    ]
    scores = [
        sum(first for _, first in hits[:cut]) + sum(not first for _, first in hits[cut:])
        for cut in range(len(hits) + 1)
    ]
    cut = scores.index(max(scores))
    left = [word.end for word, first in hits[:cut] if first]
    right = [word.start for word, first in hits[cut:] if not first]
    if min(len(left), len(right)) < _LEAST or len(hits) - scores[cut] > _CROSSED:
        return None
    return Span(max(left), max(*left, min(right)))


def _unsaid(was: Sequence[_Word], own: frozenset[Key]) -> int:
    """Return how many words at the end of a sentence are not said."""
    count, edge = 0, None
    for word in reversed(was):
        if not word.says:
            continue
        if not word.keys.isdisjoint(own):
            break
        if edge is None or word.end <= edge:
            count, edge = count + 1, word.start
    return count


def _break(text: Text, zone: Span) -> int | None:
    """Return where between two sentences the first breaks off, if it does."""
    if text.lang is Lang.EN:
        for joint in _JOINT.finditer(text.plain):
            if zone.start <= joint.end() <= zone.end:
                return joint.end() - 1
        return None
    for end in range(zone.end, zone.start - 1, -1):
        found = _OPEN.search(text.plain[:end])
        if found and (not found["weak"] or zone.end - end <= _NEAR):
            return end
    return None
