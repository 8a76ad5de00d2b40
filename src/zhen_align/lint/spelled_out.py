"""Abbreviations of a Chinese source that the English gives as words, and as the wrong ones.

MCTS may be spelled out as Monte Carlo tree search wherever it stands; words with the same initials
that are not what it was defined as are a guess. Not here: brackets that define (definitions).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from zhen_align.lint.facts import BeadFacts, Pair
from zhen_align.lint.meanings import by_short, meanings, same
from zhen_align.terms.initials import bare
from zhen_align.text.small_words import SMALL
from zhen_align.types import Lang, Span

_WORD = re.compile(r"[A-Za-z]+")
_JOIN = re.compile(r"[ \n-]|-\n")
_CAPITALS = re.compile(r"[A-Z]{3,8}")


class SpelledOut(NamedTuple):
    """Words that stand for an abbreviation of the source, and what it was defined as."""

    judged: BeadFacts
    span: Span  # in the document
    short: str
    long: str
    right: str


def spelled_out(pair: Pair) -> Iterator[SpelledOut]:
    """Yield what the English puts in place of abbreviations that mean something else."""
    if pair.target is not Lang.EN:
        return
    known = by_short([*meanings(pair, Lang.EN), *meanings(pair, Lang.ZH)])
    for bead in pair.beads if known else ():
        shorts = {bare(name.text) for text in bead.source.texts for name in text.names}
        for short in sorted(short for short in shorts & known.keys() if _CAPITALS.fullmatch(short)):
            if any(short in text.text for text in bead.target.texts):
                continue
            longs = [meaning.long for meaning in known[short]]
            for text in bead.target.texts:
                for span in _runs(text.plain, short):
                    said = " ".join(span.of(text.text).split())
                    if not any(same(said, long) for long in longs):
                        yield SpelledOut(bead, text.span(span), short, said, longs[0])


def _runs(text: str, short: str) -> Iterator[Span]:
    """Yield the runs of words whose initials are an abbreviation, but for small words."""
    words = list(_WORD.finditer(text))
    for first in range(len(words)):
        at, letters = first, short.lower()
        while letters and at < len(words):
            word = words[at][0].lower()
            if at > first and not _JOIN.fullmatch(text, words[at - 1].end(), words[at].start()):
                break
            if word[0] == letters[0]:
                letters = letters[1:]
            elif at == first or word not in SMALL:
                break
            at += 1
        if not letters:
            yield Span(words[first].start(), words[at - 1].end())
