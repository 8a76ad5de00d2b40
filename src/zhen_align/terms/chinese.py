"""Chinese units that could be terms: runs of words, and characters that cling together.

The text is cut into atoms: a Han character, or a whole Latin word, which terms may hold
(AI模型). One text is enough for all of this; what the segmenter does not know comes out of
the statistics of a collection (ngrams.py).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from zhen_align.terms.hanwords import CUTS, EDGE, INSIDE, NO_END, NO_PART, OPENS, WHILE
from zhen_align.terms.wordclass import tag
from zhen_align.text.scripts import HAN
from zhen_align.text.segmenter import JIEBA, Segmenter
from zhen_align.types import Span

ATOM = re.compile(
    rf"(?P<han>[{HAN}])|[A-Za-z0-9\u00c0-\u024f\u0370-\u03ff]+(?:[-_./+&][A-Za-z0-9]+)*"
)
LONGEST_RUN = 5
LONGEST_GRAM = 10
_NO_BEGINNING = {"u", "c", "r", "uj", "ul", "y", "e"}
_PREFIXES = {"自", "非"}
"""Words that are a prefix where a word of more than one character follows: 自注意力."""
_FUNCTION = {"u", "p", "c", "r", "uj", "ul", "y", "e"}
_NOUNS = {"几何", "余切", "本地", "自我", "同种", "本科", "因果", "假说"}
"""What the segmenter takes for function words: geometry, local, causal."""
_QUANTITY = re.compile(r"\d[\d.]*|[一二两三四五六七八九十百千万亿数几]+|若干|[每各]")
BEGINS, HARD, SOFT, RUN = 1, 2, 4, 8
"""The marks of an atom: a word begins here, no term holds it, or hardly any; a run begins."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring atoms of a text; `words` are the segmenter's, (from, to) in atoms.

    `hard` are atoms that no term holds, `soft` those of function words that a term may hold
    all the same where the segmenter cut it to such pieces (比 and 对 in 多序列比对).
    """

    atoms: tuple[str, ...]
    places: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[tuple[int, int], ...]
    hard: frozenset[int]
    soft: frozenset[int]

    @property
    def stops(self) -> frozenset[int]:
        """Return the atoms of all function words."""
        return self.hard | self.soft


def atoms(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield stretches of atoms with nothing but blanks beside Han between them."""
    run: list[re.Match[str]] = []
    for m in ATOM.finditer(text):
        if run:
            gap = text[run[-1].end() : m.start()]
            latin = not run[-1]["han"] and not m["han"]
            if gap.strip() or "\0" in gap or (latin and not gap.isspace()):
                yield run
                run = []
        run.append(m)
    if run:
        yield run


def runs(text: str, segmenter: Segmenter = JIEBA) -> list[Run]:
    """Return the runs of a (Simplified) text with the segmenter's word boundaries."""
    found = []
    for run in atoms(text):
        joined = "".join(m[0] if m["han"] else "\uffff" for m in run)
        hard: set[int] = set()
        soft: set[int] = set()
        places = []
        at = 0
        words = cut(joined, segmenter)
        for word, behind in zip(words, [*words[1:], ""], strict=True):
            here = range(at, at + len(word))
            if word in _PREFIXES and _may_be_prefixed(behind):
                pass
            elif word in INSIDE or (tag(word) in _FUNCTION and word not in _NOUNS):
                (hard if word in NO_PART else soft).update(here)
            places.append((at, at + len(word)))
            at += len(word)
        found.append(
            Run(
                tuple(m[0] for m in run),
                tuple(m.start() for m in run),
                tuple(m.end() for m in run),
                tuple(places),
                frozenset(hard),
                frozenset(soft),
            )
        )
    return found


def _may_be_prefixed(word: str) -> bool:
    return len(word) > 1 and word[0] != "\uffff" and tag(word)[:1] in ("n", "v", "a", "")


def name(atoms: Sequence[str]) -> str:
    """Return the atoms as one string: a blank only between two Latin words."""
    if not any(_is_latin(atom) for atom in atoms):
        return "".join(atoms)
    text = atoms[0]
    for before, atom in pairwise(atoms):
        text += f" {atom}" if _is_latin(before) and _is_latin(atom) else atom
    return text


def marks(run: Run) -> str:
    """Return a character for each atom of a run: what begins there, and what no term holds."""
    begins = {first for first, _ in run.words}
    return "".join(
        chr(
            ord("0")
            + (RUN if at == 0 else 0)
            + (BEGINS if at in begins else 0)
            + (HARD if at in run.hard else 0)
            + (SOFT if at in run.soft else 0)
        )
        for at in range(len(run.atoms))
    )


def units(run: Run) -> Iterator[tuple[int, int]]:
    """Yield the units that are rows of words: where they begin, and how many atoms they have."""
    for n, (first, _) in enumerate(run.words):
        head = "".join(run.atoms[slice(*run.words[n])])
        if head in EDGE:
            continue
        for start, last in run.words[n : n + LONGEST_RUN]:
            if last - first > LONGEST_GRAM or not run.stops.isdisjoint(range(start, last)):
                break
            tail = "".join(run.atoms[start:last])
            if tail not in EDGE and tail not in NO_END and _clean(run.atoms[first:last]):
                yield first, last - first


def plain_words(run: Run) -> Iterator[str]:
    """Yield the segmenter's words that mean something by themselves."""
    for first, last in run.words:
        atoms = run.atoms[first:last]
        if first not in run.hard and first not in run.soft and not _is_latin(atoms[0]):
            yield "".join(atoms)


def suffixes(run: Run, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield what a bracket that opens at character `end` may stand behind, shortest first.

    Every word border may be the left edge, and 的 may stand inside: what is defined is seldom
    in a dictionary, and longer than what recurs by itself.
    """
    if end not in run.ends:
        return
    last = run.ends.index(end) + 1
    counted = _counted(run)
    for first, stop in reversed(run.words):
        word = "".join(run.atoms[first:stop])
        if first in counted:
            continue
        if first >= last or word in NO_PART or _begins_none(word):
            continue
        inner = len(word) > 1 and word in INSIDE and tag(word) != "p"
        if word in CUTS or (word in WHILE and first) or (inner and word not in OPENS):
            continue
        if last - first > LONGEST_GRAM + 4:
            break
        if _clean(run.atoms[first:last]):
            yield name(run.atoms[first:last]), first, last


def _counted(run: Run) -> set[int]:
    """Return where words of measure begin: what stands behind a quantity, and is one character."""
    return {
        behind[0]
        for word, behind in pairwise(run.words)
        if behind[1] - behind[0] == 1 and _QUANTITY.fullmatch("".join(run.atoms[slice(*word)]))
    }


def _begins_none(word: str) -> bool:
    return tag(word) in _NO_BEGINNING and word not in _NOUNS


def is_whole(run: Run, first: int, last: int) -> bool:
    """Whether a unit reaches back to the start of its run or to a function word, none inside."""
    before = next((word for word in run.words if word[1] == first), None)
    if first and before is None:
        return False
    told = "".join(run.atoms[slice(*before)]) if before else ""
    cut = not first or first - 1 in run.hard or told in CUTS or told in WHILE
    cut = cut or (len(told) > 1 and first - 1 in run.soft)
    head = next((stop for begin, stop in run.words if begin == first), first)
    inner = head if "".join(run.atoms[first:head]) in OPENS else first + 1
    # the bracket says where it ends, so that its last word may look like a function word: 交并比
    tail = next((begin for begin, stop in run.words if stop == last and begin > first), last)
    return cut and not any(n in run.hard or n in run.soft for n in range(inner, tail))


def span(run: Run, first: int, last: int) -> Span:
    """Return the characters of some atoms of a run."""
    return Span(run.places[first], run.ends[last - 1])


def _clean(row: tuple[str, ...]) -> bool:
    """Whether the unit has Chinese in it, and is not one character that means too much."""
    if all(map(_is_latin, row)) or row[0].isdigit():
        return False
    return len(row) > 1 or tag(row[0])[:1] in ("n", "v", "a", "z", "g")


def _is_latin(atom: str) -> bool:
    return atom[0] < "\u0400"


def cut(text: str, segmenter: Segmenter = JIEBA) -> list[str]:
    """Return the words of a run, Latin atoms being one mark each."""
    found: list[str] = []
    done = 0
    for place in segmenter.spans(text):
        found.extend(text[done : place.start])
        found.append(place.of(text))
        done = place.end
    found.extend(text[done:])
    return found
