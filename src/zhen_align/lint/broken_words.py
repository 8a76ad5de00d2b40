"""Words in pieces that the dictionary makes whole: `recon structed`, `velo city`, `a gent`.

A piece that nobody knows, beside one that makes it a word, is enough. Pieces that are words
themselves need more: three that make one, an article after an article, or the other language,
which says the whole word and none of its pieces. Not here: what is broken by its looks alone
(text/damage.py).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from zhen_align.lint.dictionary import known, said
from zhen_align.text.damage import BEGINNINGS, ENDINGS, Suspect, preceding, unligated, words
from zhen_align.text.small_words import SHORT_WORDS, SMALL
from zhen_align.text.word_parts import (
    BEHIND_VERBS,
    CLOSING,
    COMBINING,
    DETERMINERS,
    LOOSE,
    LOOSE_PARTS,
    OPENING,
    PREFIXED,
    SHARDS,
    TAILS,
)
from zhen_align.types import Span

_RARE = 2
_SHORT = 3
_ENOUGH = 2
_FORMS = ("er", "ers", "est", "r", "st", "ing", "able")
_ALONE = re.compile(r"(?<![\w'’.@/\[“:-])(?<!\")[A-Za-z][a-z]{5,}(?![\w'’@/\](:-]|\.\w)", re.ASCII)
_LONG, _LONGER, _LEAST = 7, 12, 4
_NOUN = re.compile("(?:sis|[ts]ion|ment|ness|[ae]nce|ship|ism|er|or|ure|age|[ae]ncy)s?$")
_STEM = re.compile(
    "^[a-z]{2,}?(?:[ts]ion|ment|[ae]nce|ness|cess|ity|ing|acy|ism|ical|ive|ous)"
    "|^[a-z]{4,}?(?:ed|ly)"
)
_ENDED = ("ation", "ations", "ically", "ified", "ibility", "ability", "ology")

_NEGATIVE = re.compile("[不非无無未难難没沒]")

Beside = Sequence[tuple[str, int, int]]


@dataclass
class Vocabulary:
    """What is known of words: how often each stands in the texts, and what the dictionary says.

    `running` are the texts themselves, in small letters.
    """

    seen: Counter[str]
    running: str = ""
    _known: dict[str, bool] = field(default_factory=dict)

    @cached_property
    def strange(self) -> frozenset[str]:
        """The words of the texts that nobody knows."""
        self.learn(self.seen)
        return frozenset(filter(self.is_strange, self.seen))

    def learn(self, words: Iterable[str]) -> None:
        """Ask the dictionary for some words at once."""
        new = sorted({word for word in words if word not in self._known})
        if new:
            self._known |= dict(zip(new, known(new), strict=True))

    def knows(self, word: str) -> bool:
        """Whether the dictionary has a word."""
        if word not in self._known:
            self.learn((word,))
        return self._known[word]

    def is_strange(self, piece: str) -> bool:
        """Whether a piece is no word that anybody knows."""
        if piece in SHORT_WORDS or self.seen[piece] > _RARE or self.knows(piece):
            return False
        if piece.endswith("ves") and self.knows(piece.removesuffix("ves") + "f"):
            return False
        return not any(
            piece.endswith(form) and len(piece) - len(form) > _SHORT - 1
            and self.knows(piece.removesuffix(form))
            for form in _FORMS
        )  # fmt: skip

    def completes(self, first: Suspect) -> bool:
        """Whether a letter that stands by itself makes a word of what is none."""
        word, rest = first.word.lower(), first.pieces[1].lower()
        # a letter that stands further on was no initial of the word it stands before
        loose = first.span.end - first.span.start == len(rest) and len(rest) > _LEAST
        return word in SMALL or (self.knows(word) and (loose or self.is_strange(rest)))


def broken(text: str, beside: Beside, other: str, vocabulary: Vocabulary) -> Iterator[Suspect]:
    """Yield the words of an English text that are in pieces.

    `beside` are its neighbours joined, `other` is the Chinese, if any.
    """
    for joined, start, end in beside:
        whole = vocabulary.knows(joined)
        likely = whole or vocabulary.seen[joined] >= _ENOUGH
        if not likely and not joined.endswith(_ENDED):
            continue
        suspect = Suspect(Span(start, end), tuple(text[start:end].split(" ")), joined)
        if likely and _is_broken(suspect, whole, text, other, vocabulary):
            yield suspect
        elif not likely and _is_shredded(suspect, vocabulary):
            yield replace(suspect, word="")


def unligated_words(text: str, beside: Beside, vocabulary: Vocabulary) -> Iterator[Suspect]:
    """Yield words that lost a ligature: signi cant, ecient."""
    if vocabulary.strange.isdisjoint(words(text)):
        return
    places = [found.span() for found in _ALONE.finditer(text)]
    for start, end in (*places, *((start, end) for _, start, end in beside)):
        pieces = text[start:end].lower().split(" ")
        if len(pieces) > _ENOUGH or not _lost_letters(pieces, vocabulary):
            continue
        candidates = list(unligated(" ".join(pieces)))
        vocabulary.learn(candidates)
        for whole in candidates:
            if vocabulary.knows(whole):
                yield Suspect(Span(start, end), tuple(pieces), whole)
                break


def _lost_letters(pieces: list[str], vocabulary: Vocabulary) -> bool:
    """Whether nobody knows the pieces of a word."""
    if len(pieces) == 1:
        return pieces[0] in vocabulary.strange
    first, last = pieces
    if first in vocabulary.strange:
        return last not in SMALL
    return last in vocabulary.strange


def _is_shredded(s: Suspect, vocabulary: Vocabulary) -> bool:
    """Whether a splinter stands before the end of a word that nobody knows: ade nylation."""
    first, last = s.pieces[0], s.pieces[-1]
    return (
        len(s.pieces) == _ENOUGH
        and len(first) <= _SHORT
        and first.islower()
        and first not in SHORT_WORDS
        and first not in BEGINNINGS
        and vocabulary.seen[first] == 1
        and last.endswith(_ENDED)
        and vocabulary.is_strange(last)
    )


def _is_broken(s: Suspect, whole: bool, text: str, other: str, vocabulary: Vocabulary) -> bool:
    pieces = [piece.lower() for piece in s.pieces]
    if s.word in LOOSE:
        return False
    if len(pieces) == _ENOUGH and pieces[0] == "a" and preceding(text, s.span.start) in DETERMINERS:
        return True
    strange = [piece for piece in pieces if vocabulary.is_strange(piece)]
    if strange:
        if SMALL.intersection(pieces):
            told = vocabulary.seen[s.word] > 0 or (bool(other) and said(other, (s.word,))[0])
            return whole and told
        return whole or pieces[-1] in strange
    if len(pieces) > 2:
        return whole and not (SMALL | LOOSE_PARTS).intersection(pieces[1:])
    if whole and any(_is_shard(piece, s.word, vocabulary) for piece in pieces):
        return True
    return whole and bool(other) and _is_told(pieces, s.word, other)


def _is_shard(piece: str, word: str, vocabulary: Vocabulary) -> bool:
    """Whether a piece is the end of a word, or stands but here while the word does elsewhere."""
    if piece in SHARDS:
        return True
    loose = piece in SHORT_WORDS or piece in BEGINNINGS | COMBINING | LOOSE_PARTS
    rest = word.removeprefix(piece) if word.startswith(piece) else word.removesuffix(piece)
    loose |= rest in SMALL or rest in LOOSE_PARTS
    rare = len(piece) <= _SHORT + 1 and vocabulary.seen[piece] == 1
    return rare and not loose and vocabulary.seen[word] > 0


def _is_told(pieces: list[str], word: str, other: str) -> bool:
    """Whether the other language says a word, and nothing of its pieces."""
    if pieces[0] in COMBINING or LOOSE_PARTS.intersection(pieces):
        return False
    begun = pieces[0] in BEGINNINGS
    content = [piece for piece in pieces[begun:] if piece not in SMALL]
    says, *others = said(other, (word, *content))
    return says and not any(others)


def run_together(text: str, other: str, vocabulary: Vocabulary) -> Iterator[Suspect]:
    """Yield two words without the blank between them, where nobody knows the one they make.

    `other` is the Chinese, if any, which may say both.
    """
    for found in _ALONE.finditer(text):
        word = found[0].lower()
        if vocabulary.seen[word] > 1 or len(word) < _LONG:
            continue
        for cut in _cuts(word):
            first, rest = word[:cut], word[cut:]
            if not vocabulary.knows(word) and _may_stand(first, rest, other, vocabulary):
                pieces = found[0][:cut], found[0][cut:]
                yield Suspect(Span(*found.span()), pieces, " ".join(pieces))
                break


def _cuts(word: str) -> Iterator[int]:
    """Yield where a word may be two: behind an article, before a small word, in its middle."""
    for small in OPENING:
        if word.startswith(small) and len(word) - len(small) >= _LEAST:
            yield len(small)
    for small in PREFIXED if word[-1] == "s" else ():
        if word.startswith(small) and len(word) - len(small) > _LEAST:
            yield len(small)
    for small in CLOSING:
        if word.endswith(small) and len(word) - len(small) >= _LEAST:
            yield len(word) - len(small)
    for small in BEHIND_VERBS:
        if word.endswith((f"ed{small}", f"ing{small}")):
            yield len(word) - len(small)
    if word[0] == "a" and _NOUN.search(word) and len(word) > _LONG:
        yield 1
    yield from range(_LEAST + 1, len(word) - _LEAST + 1)


def _may_stand(first: str, rest: str, other: str, vocabulary: Vocabulary) -> bool:
    if first in OPENING:
        if rest in SMALL or not vocabulary.knows(rest):
            return False
        return vocabulary.seen[rest] > 0 or (bool(other) and said(other, (rest,))[0])
    if first in PREFIXED:
        # insecurities are no securities
        plain = bool(other) and not _NEGATIVE.search(other)
        several = rest[-2:] not in ("ss", "us", "is") and vocabulary.knows(rest)
        return plain and several and said(other, (rest,))[0]
    if rest in CLOSING:
        sure = max(len(first) - _SHORT, len(rest)) > _SHORT or vocabulary.seen[first] > 0
        return first not in SMALL and sure and vocabulary.knows(first)
    if rest in BEHIND_VERBS:
        return vocabulary.knows(first)
    if first == "a":
        return rest[0] not in "aeiou" and vocabulary.knows(rest)
    if not (vocabulary.knows(first) and vocabulary.knows(rest)):
        return False
    noun = _STEM.fullmatch(first) and rest not in TAILS | ENDINGS and not rest.endswith("ed")
    # shorter ones are seldom slips: whitespace, commandline
    if noun or len(first) + len(rest) < _LONGER:
        return bool(noun)
    return f"{first} {rest}" in vocabulary.running or (
        bool(other) and rest not in TAILS | ENDINGS and all(said(other, (first, rest)))
    )
