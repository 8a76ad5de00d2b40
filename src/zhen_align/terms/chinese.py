"""Chinese units that could be terms: runs of words, and characters that cling together.

The text is cut into atoms: a Han character, or a whole Latin word, which terms may hold
(AI模型). Words come from the segmenter; what it does not know comes out of the statistics
of the corpus: n-grams whose neighbours vary and whose halves belong together.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from zhen_align.terms.hanwords import CUTS, EDGE, HARD, INSIDE, LEFT, NO_END, RIGHT
from zhen_align.terms.wordclass import tag
from zhen_align.text.scripts import HAN
from zhen_align.types import Span

_ATOM = re.compile(
    rf"(?P<han>[{HAN}])|[A-Za-z0-9\u00c0-\u024f\u0370-\u03ff]+(?:[-_./+&][A-Za-z0-9]+)*"
)
_LONGEST_RUN = 5
_LONGEST_GRAM = 10
_LEAST_ENTROPY = 1.0
_LEAST_COHESION = 4.0
_LEAST_COHESION_SOFT = 6.0
_OF_THE_MOST = 0.8
_MOST_ENTROPY = 2.5
_NO_BEGINNING = {"u", "c", "r", "uj", "ul", "y", "e"}
_FUNCTION = {"u", "p", "c", "r", "uj", "ul", "y", "e"}


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


@dataclass(slots=True)
class Counts:
    """How often n-grams occur, and what stands beside them."""

    total: int = 0
    times: Counter[str] = field(default_factory=Counter)
    left: dict[str, Counter[str]] = field(default_factory=dict)
    right: dict[str, Counter[str]] = field(default_factory=dict)

    def entropy(self, gram: str) -> tuple[float, float]:
        """Return how much the neighbours on the left and on the right vary, in bits."""
        return _entropy(self.left.get(gram)), _entropy(self.right.get(gram))


def atoms(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield stretches of atoms with nothing but blanks beside Han between them."""
    run: list[re.Match[str]] = []
    for m in _ATOM.finditer(text):
        if run:
            gap = text[run[-1].end() : m.start()]
            latin = not run[-1]["han"] and not m["han"]
            if gap.strip() or "\0" in gap or "\n" in gap or (latin and gap != " "):
                yield run
                run = []
        run.append(m)
    if run:
        yield run


def runs(text: str) -> list[Run]:
    """Return the runs of a (Simplified) text with the segmenter's word boundaries."""
    found = []
    for run in atoms(text):
        joined = "".join(m[0] if m["han"] else "\uffff" for m in run)
        hard: set[int] = set()
        soft: set[int] = set()
        places = []
        at = 0
        for word in _cut(joined):
            here = range(at, at + len(word))
            if word in INSIDE or tag(word) in _FUNCTION:
                (hard if word in HARD else soft).update(here)
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


def name(atoms: Sequence[str]) -> str:
    """Return the atoms as one string: a blank only between two Latin words."""
    if not any(_is_latin(atom) for atom in atoms):
        return "".join(atoms)
    text = atoms[0]
    for before, atom in pairwise(atoms):
        text += f" {atom}" if _is_latin(before) and _is_latin(atom) else atom
    return text


def count(all_runs: Sequence[Run]) -> Counts:
    """Count n-grams that come twice, and their neighbours."""
    counts = Counts()
    alive: set[tuple[str, ...]] | None = None
    for size in range(1, _LONGEST_GRAM + 1):
        seen: Counter[tuple[str, ...]] = Counter()
        for run in all_runs:
            row = run.atoms
            if size == 1:
                counts.total += len(row)
            for at in range(len(row) - size + 1):
                gram = row[at : at + size]
                # what is rare is rare in every longer gram: level by level, few survive
                if alive is None or (gram[:-1] in alive and gram[1:] in alive):
                    seen[gram] += 1
        alive = {gram for gram, n in seen.items() if n >= 2}
        if not alive:
            break
        for gram, n in seen.items():
            if n >= 2 or size == 1:
                counts.times[name(gram)] = n
        _neighbours(counts, all_runs, alive, size)
    return counts


def _neighbours(
    counts: Counts, all_runs: Sequence[Run], alive: set[tuple[str, ...]], size: int
) -> None:
    edge = 0
    for run in all_runs:
        row = run.atoms
        for at in range(len(row) - size + 1):
            gram = row[at : at + size]
            if gram in alive:
                edge += 1
                key = name(gram)
                # every edge of a run counts as a neighbour of its own
                before = row[at - 1] if at else f"<{edge}"
                after = row[at + size] if at + size < len(row) else f">{edge}"
                counts.left.setdefault(key, Counter())[before] += 1
                counts.right.setdefault(key, Counter())[after] += 1


def candidates(run: Run, counts: Counts) -> Iterator[tuple[str, int, int]]:
    """Yield the units of a run: what they are called, and where they begin and end in it."""
    begins = {start: n for n, (start, _) in enumerate(run.words)}
    stops = {end: n for n, (_, end) in enumerate(run.words)}
    for first in range(len(run.atoms)):
        softly = False
        for last in range(first + 1, min(first + _LONGEST_GRAM, len(run.atoms)) + 1):
            if last - 1 in run.hard:
                break
            softly = softly or last - 1 in run.soft
            row = run.atoms[first:last]
            bordered = first in begins and last in stops
            whole = bordered and stops[last] - begins[first] < _LONGEST_RUN and not softly
            if not _clean(row):
                continue
            if whole:
                edges = (run.words[begins[first]], run.words[stops[last]])
                head, tail = ("".join(run.atoms[a:b]) for a, b in edges)
                if head not in EDGE and tail not in EDGE and tail not in NO_END:
                    yield name(row), first, last
                    continue
            # an edge that looks like a function word may be half of a word nobody listed
            plain = first in begins or row[0] not in LEFT
            plain = plain and (last in stops or row[-1] not in RIGHT)
            least = _LEAST_COHESION_SOFT if softly or whole else _LEAST_COHESION
            if plain and _clings(row, counts, least):
                yield name(row), first, last


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
    for first, stop in reversed(run.words):
        word = "".join(run.atoms[first:stop])
        if first >= last or word in HARD or tag(word) in _NO_BEGINNING:
            continue
        if word in CUTS or (len(word) > 1 and word in INSIDE and tag(word) != "p"):
            continue
        if last - first > _LONGEST_GRAM + 4:
            break
        if _clean(run.atoms[first:last]):
            yield name(run.atoms[first:last]), first, last


def is_whole(run: Run, first: int, last: int) -> bool:
    """Whether a unit reaches back to the start of its run or to a function word, none inside."""
    before = next((word for word in run.words if word[1] == first), None)
    if first and before is None:
        return False
    told = "".join(run.atoms[slice(*before)]) if before else ""
    cut = not first or first - 1 in run.hard or told in CUTS
    cut = cut or (len(told) > 1 and first - 1 in run.soft)
    return cut and not any(n in run.hard or n in run.soft for n in range(first + 1, last))


def span(run: Run, first: int, last: int) -> Span:
    """Return the characters of some atoms of a run."""
    return Span(run.places[first], run.ends[last - 1])


def _clean(row: tuple[str, ...]) -> bool:
    """Whether the unit has Chinese in it, and is not one character that means too much."""
    if all(map(_is_latin, row)) or row[0].isdigit():
        return False
    return len(row) > 1 or tag(row[0])[:1] in ("n", "v", "a", "z", "g")


def _clings(row: tuple[str, ...], counts: Counts, least: float) -> bool:
    """Whether the atoms are one unit: neighbours vary, and no cut through it is natural."""
    if len(row) < 2:
        return False
    key = name(row)
    times = counts.times.get(key, 0)
    if times < 2:
        return False
    left, right = counts.entropy(key)
    if min(left, right) < _LEAST_ENTROPY:
        return False
    weakest = min(
        times
        * counts.total
        / (counts.times.get(name(row[:cut]), 1) * counts.times.get(name(row[cut:]), 1))
        for cut in range(1, len(row))
    )
    # a short text cannot show more cohesion than how rare the unit is in it
    return math.log2(weakest) >= min(least, _OF_THE_MOST * math.log2(counts.total / times))


def _entropy(beside: Counter[str] | None) -> float:
    if not beside:
        return 0.0
    total = sum(beside.values())
    bits = -sum(n / total * math.log2(n / total) for n in beside.values())
    return min(_MOST_ENTROPY, bits)


def _is_latin(atom: str) -> bool:
    return atom[0] < "\u0400"


def _cut(text: str) -> list[str]:
    """Return the words of a run, Latin atoms being one mark each."""
    from zhen_align.text.words import words
    from zhen_align.types import Lang

    found: list[str] = []
    done = 0
    for place in words(text, Lang.ZH):
        found.extend(text[done : place.start])
        found.append(place.of(text))
        done = place.end
    found.extend(text[done:])
    return found
