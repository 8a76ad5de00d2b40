"""A Chinese term of few sentences that is called two things in English.

A term is called two things where a sentence with its characters has words for them that no other
sentence with the term has, while the others have a word in common that is missing here (双细胞:
doublet, and once twin cells), or another word beside the same head (环境RNA: ambient RNA,
environmental RNA). Words that anything else in the Chinese says are no evidence. Whether it is
told is decided in `lint.consistency`.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from zhen_align.terms.dictionary import Dictionary
from zhen_align.terms.english_words import word_kind
from zhen_align.terms.reading import Read
from zhen_align.terms.rendering_back import root
from zhen_align.terms.rendering_data import Twin
from zhen_align.terms.rendering_strings import few, spelt
from zhen_align.terms.stopwords import LEADING, STOP
from zhen_align.text.opaque import blanked
from zhen_align.types import Span

_WORD = re.compile(r"[A-Za-z]+")
_LONGEST = 4
_TIED = 0.6
_SHORT = 3
_A_WORD = 2.5
"""Characters that an English word in two sentences may stand for, where no dictionary knows it."""
_WHOLE, _MOST, _HALF = 0.75, 0.6, 0.5
_NOT_LAST = frozenset(("verb", "adverb", "modifier", "number"))
_VERBS = frozenset(("verb", "rare verb", "adverb"))
_AHEAD = 1.5
_STRANGE, _UNEVEN = 0.25, 0.1


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a sentence: `free` where nothing but the term says it, `tied` its characters."""

    span: Span
    text: str
    low: str
    root: str
    heavy: bool
    free: bool
    tied: frozenset[int]


_Row = Sequence[_Word]
Consistent = Callable[["_Term", int, int], bool]


@dataclass(frozen=True, slots=True)
class _Term:
    """A Chinese string, and the words of every sentence with it."""

    zh: str
    words: Mapping[int, _Row]
    roots: Mapping[int, frozenset[str]]


def twins_back(reads: Sequence[Read]) -> Iterator[Twin]:
    """Yield what a Chinese term is called in one sentence, and what in others."""
    dictionary = Dictionary({word for read in reads for word in read.words.split()})
    search = _Search({read.segment.bead: read for read in reads}, dictionary)
    yield from search.run()


class _Search:
    def __init__(self, reads: Mapping[int, Read], dictionary: Dictionary) -> None:
        self.reads, self.dictionary = reads, dictionary
        self.plain = {number: read.plain for number, read in reads.items()}
        self.times = Counter(
            each
            for read in reads.values()
            for each in {root(m[0].lower()) for m in _WORD.finditer(read.segment.en.text)}
        )

    def run(self) -> Iterator[Twin]:
        for zh, beads, hosts in few(self.plain):
            term = self._term(zh, sorted(beads))
            for number, words, expected, sure in self._odd(term, hosts):
                read = self.reads[number]
                place = spelt(zh).search(read.plain)
                assert place is not None
                here = read.segment.zh.back(Span(*place.span()))
                there = read.segment.en.back(Span(words[0].span.start, words[-1].span.end))
                named = any(self.reads[other].segment.named for other in beads - {number})
                yield Twin(
                    zh, zh, number, (here.start, here.end), (there.start, there.end),
                    _said(words), expected, round(sure, 2), named=named,
                )  # fmt: skip

    def _term(self, zh: str, beads: Sequence[int]) -> _Term:
        words = {number: tuple(self._words(zh, number)) for number in beads}
        roots = {n: frozenset(word.root for word in row) for n, row in words.items()}
        return _Term(zh, words, roots)

    def _words(self, zh: str, number: int) -> Iterator[_Word]:
        """Yield the words of a sentence, and what ties each to the term."""
        plain, text = self.plain[number], self.reads[number].segment.en.text
        rest = blanked(plain, [Span(*m.span()) for m in spelt(zh).finditer(plain)], " ")
        found = [m for m in _WORD.finditer(text) if len(m[0]) > 1]
        stems = frozenset(self.dictionary.stem(m[0].lower()) for m in found)
        said = {stem for _, _, known in self.dictionary.said(rest, stems) for stem in known}
        said |= {self.dictionary.stem(m[0].lower()) for m in _WORD.finditer(rest)}
        latin = {m[0].lower(): frozenset(range(*m.span())) for m in _WORD.finditer(zh)}
        for m in found:
            low = m[0].lower()
            stem, heavy = self.dictionary.stem(low), low not in STOP
            shares = self.dictionary.explained(stem, zh) if heavy else ()
            tied = frozenset(n for n, share in enumerate(shares) if share >= _TIED)
            tied |= latin.get(low, frozenset())
            yield _Word(
                Span(*m.span()), m[0], low, root(low), heavy, heavy and stem not in said, tied
            )

    def _odd(self, term: _Term, hosts: Set[int]) -> Iterator[tuple[int, _Row, str, float]]:
        """Yield the sentences where a term is called otherwise: the words, what is expected."""
        groups = _groups(term, self._consistent)
        for group in groups[1:]:
            if len(group) > 1 and len(groups[0]) < _AHEAD * len(group):
                continue
            for number in sorted(group - hosts):
                others = sorted(term.words.keys() - group)
                gone = frozenset[str]().union(*(term.roots[other] for other in others))
                found = self._literal(term, number, gone)
                if found is None:
                    continue
                words, sure = found
                if len(groups[0]) > 1:
                    expected = self._held(term, sorted(groups[0]), words, number)
                elif len(term.words) == 2:
                    expected = _beside(term, others[0], words, number)
                else:
                    expected = ""
                if expected:
                    yield number, words, expected, sure

    def _consistent(self, term: _Term, one: int, other: int) -> bool:
        """Whether two sentences have words in common that may be all of the term."""
        mine = {word.root: word for word in term.words[one] if word.free}
        theirs = {word.root for word in term.words[other] if word.free}
        tied: set[int] = set()
        strange = 0.0
        for each in mine.keys() & theirs:
            tied |= mine[each].tied
            if not mine[each].tied and self.times[each] <= 2 * len(term.words):
                strange += max(_A_WORD, _SHORT * (len(term.zh) <= _SHORT))
        return len(tied) + strange >= _WHOLE * len(term.zh)

    def _literal(self, term: _Term, number: int, gone: Set[str]) -> tuple[_Row, float] | None:
        """Return the words that say a term by its characters, one of them in no other sentence."""
        best: tuple[float, _Row] | None = None
        for row in _rows(term.words[number]):
            if not self._may_name(term, number, row, gone):
                continue
            tied = frozenset[int]().union(*(word.tied for word in row))
            strange = sum(not word.tied for word in row)
            share = len(tied) / len(term.zh)
            if not (_HALF <= share < _WHOLE if strange else share >= _MOST):
                continue
            # one row that says all of it is the better, the more like the term it is in length
            value = share - _STRANGE * strange - _UNEVEN * abs(len(row) - len(term.zh) / 2)
            if best is None or value > best[0]:
                best = value, row
        return (best[1], best[0]) if best else None

    def _may_name(self, term: _Term, number: int, row: _Row, gone: Set[str]) -> bool:
        text = self.reads[number].segment.en.text
        strange = sum(not word.tied for word in row)
        if strange > 1 or not all(word.free or word.tied for word in row):
            return False
        kinds = [word_kind(word.low, self.dictionary) for word in row]
        if kinds[-1] in _NOT_LAST or not _VERBS.isdisjoint(kinds):
            return False
        if any(_is_praise(text, word) for word in row):
            return False
        if not any(word.free and not _is_like(word.root, gone) for word in row):
            return False
        if len(row) > 1:
            return True
        # its head alone is the term shortened; another word for all of it may be as good
        stem = self.dictionary.stem(row[0].low)
        return 0 in row[0].tied and not self.dictionary.means(term.zh, (stem,))

    def _held(self, term: _Term, group: Sequence[int], words: _Row, number: int) -> str:
        """Return what the others call it: a word that all of them have, and that is rare."""
        common = frozenset.intersection(*(term.roots[each] for each in group))
        free = {word.root for word in term.words[group[0]] if word.free}
        held = {
            each
            for each in (common & free) - term.roots[number]
            if self.times[each] <= 2 * len(group) + 1
            if not _is_like(each, {word.root for word in words})
        }
        rows = (row for row in _rows(term.words[group[0]]) if all(w.free or w.tied for w in row))
        best = max(
            rows,
            key=lambda row: (
                sum(word.root in held for word in row),
                sum(bool(word.tied) for word in row),
                -len(row),
            ),
            default=(),
        )
        return _said(best) if any(word.root in held for word in best) else ""


def _beside(term: _Term, other: int, words: _Row, number: int) -> str:
    """Return what the only other sentence calls it: another word beside the same, or tied words."""

    def strange(word: _Word) -> bool:
        roots = {each.root for each in words}
        return word.free and word.root not in term.roots[number] and not _is_like(word.root, roots)

    heads = {word.root for word in words if word.tied or word.root in term.roots[other]}
    pairs = [row for row in _rows(term.words[other]) if len(row) == 2]
    if words[-1].root in term.roots[other]:
        pairs = [(two, one) for one, two in pairs]
    for head, beside in pairs:
        if head.root in heads and strange(beside):
            return _said(sorted((head, beside), key=lambda word: word.span))
    best: tuple[int, _Row] = 0, ()
    for row in _rows(term.words[other]):
        tied = frozenset[int]().union(*(word.tied for word in row))
        few_loose = sum(not word.tied for word in row) < 2
        if few_loose and all(map(strange, row)) and len(tied) >= _HALF * len(term.zh):
            best = max(best, (len(tied), row), key=lambda each: each[0])
    return _said(best[1])


def _groups(term: _Term, consistent: Consistent) -> list[frozenset[int]]:
    """Return the sentences that call a term the same, the largest group first."""
    group = {number: frozenset((number,)) for number in term.words}
    for one, other in combinations(term.words, 2):
        if group[one] != group[other] and consistent(term, one, other):
            joined = group[one] | group[other]
            group.update(dict.fromkeys(joined, joined))
    return sorted(set(group.values()), key=lambda each: (-len(each), min(each)))


def _said(words: _Row) -> str:
    return " ".join(word.text for word in words)


def _rows(words: _Row) -> Iterator[_Row]:
    """Yield rows of words side by side without function words."""
    for first, head in enumerate(words):
        if not head.heavy:
            continue
        last = first
        while True:
            yield words[first : last + 1]
            last += 1
            if last == len(words) or last - first >= _LONGEST or not words[last].heavy:
                break
            if words[last].span.start - words[last - 1].span.end != 1:
                break


def _is_like(one: str, others: Iterable[str]) -> bool:
    """Whether a word begins like one of others, or is a part of it: kinetics, pharmacokinetics.

    >>> _is_like("transmiss", ["transmit"]), _is_like("transmiss", ["transfer"])
    (True, False)
    """
    return any(
        _begins_alike(one, other) or (len(one) > _SHORT and one in other) for other in others
    )


def _is_praise(text: str, word: _Word) -> bool:
    """Whether a word says how good a thing is, not which; but it does in small-sample learning."""
    return word.low in LEADING and not word.tied and text[word.span.end : word.span.end + 1] != "-"


def _begins_alike(one: str, other: str) -> bool:
    size, least = 0, min(len(one), len(other))
    while size < least and one[size] == other[size]:
        size += 1
    return size >= _SHORT and 4 * size >= 3 * least
