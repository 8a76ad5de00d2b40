"""Abbreviations of the source that the translation gives as words, and as the wrong ones.

MCTS may be spelled out as Monte Carlo tree search wherever it stands; English words with the same
initials that are not what it was defined as are a guess, and so is in Chinese what most readers
take it for (`usual_expansions`). Not here: brackets that define (definitions).
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zhen_align.lint.facts import BeadFacts, Pair, Side, Text
from zhen_align.lint.meanings import by_short, meanings, same
from zhen_align.lint.usual_expansions import usual
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
    """Yield what stands in place of abbreviations that mean something else."""
    known = by_short([*meanings(pair, Lang.EN), *meanings(pair, Lang.ZH)])
    shorts = sorted(filter(_CAPITALS.fullmatch, known))
    for bead in pair.beads if shorts else ():
        for short in shorts:
            if not _says(bead.source, short) or any(short in t.text for t in bead.target.texts):
                continue
            longs = [meaning.long for meaning in known[short]]
            for text in bead.target.texts:
                found = _runs(text.plain, short) if text.lang is Lang.EN else ()
                for span in (*found, *_usual(text, bead, short, longs)):
                    said = " ".join(span.of(text.text).split())
                    if not any(same(said, long) for long in longs):
                        yield SpelledOut(bead, text.span(span), short, said, longs[0])


def _says(side: Side, short: str) -> bool:
    """Whether a side has an abbreviation, in the plural or not."""
    return any(
        short in text.text and any(bare(name.text) == short for name in text.names)
        for text in side.texts
    )


def _usual(text: Text, bead: BeadFacts, short: str, longs: Sequence[str]) -> Iterator[Span]:
    """Yield the Chinese for what an abbreviation usually stands for, and does not here."""
    english, chinese = usual(short)
    if text.lang is Lang.EN or any(same(english, long) for long in longs):
        return
    if any(english.lower() in t.text.lower() for t in bead.source.texts):
        return
    for said in chinese:
        if (at := text.plain.find(said)) >= 0:
            yield Span(at, at + len(said))


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
