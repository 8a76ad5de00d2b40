"""What stands where the English of a Chinese term is missing: the second look, into English.

Where the Chinese of a sentence has a term, and the English neither its name nor a part of it, the
words there that the name or the dictionary ties to the term are gathered: 联邦学习 and federal
learning. Whether that is a fault is decided in `lint.consistency`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from zhen_align.terms.dictionary import Dictionary
from zhen_align.terms.forms import american, singular
from zhen_align.terms.gather import words_of
from zhen_align.terms.reading import Read, Reading
from zhen_align.terms.rendering_data import Expected, Guess, Missed
from zhen_align.terms.stopwords import STOP
from zhen_align.text.opaque import blanked
from zhen_align.types import Span

_WORD = re.compile(r"[A-Za-z]+")
_ENDING = re.compile(
    r"(?<=[a-z]{4})(?:ation|ion|ure|ally|al|ly|um|a|[ae]nce|[ae]nt)$|(?<=[a-z]{3})(?:ing|ed|e)$"
)
_NOT = frozenset("非不无未反")
_BEGINNING, _SHORT = 4, 3  # letters
_LETTERS = 5  # an abbreviation has fewer
_TIED = 0.6


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the English: its place, what is left without its ending, how it is tied.

    `own`: it is, or begins like, a word of the name; `meant`: the characters of the Chinese term
    that the dictionary has it for. `heavy`: no function word; `free`: nor said by anything else.
    """

    span: Span
    root: str
    own: bool
    meant: frozenset[int]
    heavy: bool
    free: bool

    @property
    def tied(self) -> bool:
        """Whether anything ties it to the term."""
        return self.own or bool(self.meant)


def look_back(reading: Reading, expected: Sequence[Expected]) -> Missed:
    """Return what stands for each Chinese term where its English is missing."""
    dictionary = Dictionary({word for read in reading.beads for word in read.words.split()})
    longest = sorted(expected, key=lambda each: (-len(each.form), each.form, each.key))
    return Missed(
        guesses=tuple(g for read in reading.beads for g in _in_bead(read, longest, dictionary))
    )


def _in_bead(read: Read, expected: Sequence[Expected], dictionary: Dictionary) -> Iterator[Guess]:
    zh = read.plain.casefold()
    taken: list[Span] = []
    for each in expected:
        found = (Span(*m.span()) for m in re.finditer(re.escape(each.form), zh))
        places = [
            span
            for span in found
            if zh[span.start - 1 : span.start] not in _NOT and not any(map(span.meets, taken))
        ]
        if not places:
            continue
        taken += places
        own = [root(word) for word in words_of(each.key)]
        words = _words(read, each.form, own, blanked(zh, places, " "), dictionary)
        groups = list(_groups(words))
        named = [group for group in groups if _says(group[1], own)]
        if len(named) >= len(places) or (not named and _is_said(words, own)):
            continue
        best = _best(words, [group for group in groups if group not in named], own)
        if best and _covers(best, each.form):
            place = read.segment.zh.back(places[0])
            here = read.segment.en.back(Span(best[0].span.start, best[-1].span.end))
            value = sum(word.tied for word in best) / len(own)
            yield Guess(
                each.key, read.segment.bead, (place.start, place.end), (here.start, here.end),
                " ".join(word.root for word in best), round(value, 2), partly=bool(named),
            )  # fmt: skip


def _covers(best: Sequence[Word], form: str) -> bool:
    """Whether words of the name are among them, or they mean half of the Chinese term."""
    meant = frozenset[int]().union(*(word.meant for word in best))
    return any(word.own for word in best) or 2 * len(meant) >= len(form)


def _says(group: Sequence[Word], own: Sequence[str]) -> bool:
    """Whether words say the name, in one word or in two."""
    return "".join(own) in "".join(word.root for word in group)


def _is_said(words: Sequence[Word], own: Sequence[str]) -> bool:
    """Whether a text says the name in pieces, or what a word of it has the initials of."""
    roots, initials = {word.root for word in words}, "".join(word.root[0] for word in words)
    return set(own) <= roots or any(word in initials for word in own if 1 < len(word) < _LETTERS)


def _best(
    words: Sequence[Word], groups: Sequence[tuple[int, list[Word]]], own: Sequence[str]
) -> list[Word]:
    """Return the words that may stand for the term; none where a part of its name stands."""
    strange = []
    for at, group in groups:
        head = group[-1].root == own[-1] and {word.root for word in group} <= set(own)
        if head and not (at and _beside(words[at - 1], group[0]) and words[at - 1].heavy):
            return []
        wider = _widened(words, at, group, own)
        if not _is_short(wider, own):
            strange.append((sum(word.tied for word in wider), -at, wider))
    return max(strange, default=(0, 0, []), key=lambda one: one[:2])[2]


def _widened(words: Sequence[Word], at: int, group: list[Word], own: Sequence[str]) -> list[Word]:
    """Return a row with its neighbours, as long as the name, where nothing else says these."""
    wider, end = list(group), at + len(group)
    while len(wider) < len(own) and at and wider[-1].root in (own[-1], *_foreign(wider)):
        if not (words[at - 1].free and _beside(words[at - 1], wider[0])):
            break
        wider.insert(0, words[at - 1])
        at -= 1
    while len(wider) < len(own) and end < len(words) and wider[-1].root in own:
        if not (words[end].free and _beside(wider[-1], words[end])):
            break
        wider.append(words[end])
        end += 1
    return wider


def _foreign(group: Sequence[Word]) -> list[str]:
    """Return what the words of a row are, where none is of the name."""
    return [] if any(word.own for word in group) else [word.root for word in group]


def _is_short(group: Sequence[Word], own: Sequence[str]) -> bool:
    """Whether words say the name more shortly: a part of it, of its letters, or of its kind."""
    fewer = len(group) < max(2, len(own)) and all(word.own for word in group)
    joined = "".join(word.root for word in group)
    return fewer or {word.root for word in group} <= set(own) or joined in "".join(own)


def _groups(words: Sequence[Word]) -> Iterator[tuple[int, list[Word]]]:
    """Yield the rows of tied words that stand side by side, and where each begins."""
    row: list[Word] = []
    for at, word in enumerate(words):
        if row and not (word.tied and _beside(row[-1], word)):
            yield at - len(row), row
            row = []
        if word.tied:
            row.append(word)
    if row:
        yield len(words) - len(row), row


def _beside(one: Word, other: Word) -> bool:
    return other.span.start - one.span.end == 1


def _words(
    read: Read, form: str, own: Sequence[str], rest: str, dictionary: Dictionary
) -> list[Word]:
    """Return the words of the English and what ties each to the term."""
    found = []
    for m in _WORD.finditer(read.segment.en.text):
        low = m[0].lower()
        stem, bare = dictionary.stem(low), root(low)
        heavy = low not in STOP
        free = heavy and not dictionary.said(rest, frozenset((stem,)))
        tied = any(_alike(bare, word) for word in own)
        explained = dictionary.explained(stem, form) if free else ()
        meant = frozenset(n for n, share in enumerate(explained) if share >= _TIED)
        found.append(Word(Span(m.start(), m.end()), bare, tied, meant, heavy, free))
    return found


def _alike(one: str, other: str) -> bool:
    """Whether two words are one, or begin alike: federated and federal, network and net.

    >>> _alike("federat", "federal"), _alike("net", "network"), _alike("in", "inertia")
    (True, True, False)
    """
    least = min(len(one), len(other))
    return least >= _SHORT and one[:_BEGINNING][:least] == other[:_BEGINNING][:least]


@lru_cache(maxsize=1 << 14)
def root(word: str) -> str:
    """Return an English word without the endings that make no other term of it.

    >>> [root(w) for w in ("Networks", "shared", "sharing", "federated", "federal")]
    ['network', 'shar', 'shar', 'federat', 'feder']
    """
    left, before = american(singular(word).lower()), ""
    while left != before:
        left, before = _ENDING.sub("", left), left
    return left
