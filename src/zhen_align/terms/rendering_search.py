"""What stands where an expected rendering is missing: a second look at single sentences.

The first look (`renderings.py`) asks which stretches go with a term all over a document, and is
blind to what stands there once. Here the expected rendering is known, and missing: every
stretch of the sentence that shares characters with it, or that the dictionary ties to the term,
is weighed, and the best one kept. Whether it is a fault is decided in `lint.consistency`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from zhen_align.terms.chinese import ATOM, BEGINS, HARD, RUN, SOFT
from zhen_align.terms.fitness import Wording, fit, length, related, wording
from zhen_align.terms.gather import Gathered, Observation, gather
from zhen_align.terms.reading import Read, Reading
from zhen_align.terms.rendering_data import (
    KEPT,
    USE,
    Expected,
    Guess,
    Missed,
    Rendered,
    Seen,
    Tally,
    rows,
)  # fmt: skip
from zhen_align.terms.rendering_key import rendering_key
from zhen_align.terms.rendering_weights import Look, logit
from zhen_align.terms.scoring import others
from zhen_align.text.scripts import han_count
from zhen_align.types import Span

_LONGEST = 9
_LEAST = -4.0


def second_look(reading: Reading, seen: Rendered, expected: Sequence[Expected]) -> Missed:
    """Return what is expected and missing in one alignment, and what stands there instead."""
    if not expected or not seen.beads:
        return Missed()
    return _Search(reading, seen, {each.key: each.form for each in expected}).run()


@dataclass(frozen=True, slots=True)
class _Atom:
    start: int
    end: int
    mark: int

    @property
    def begins(self) -> bool:
        return bool(self.mark & (BEGINS | RUN))


@dataclass(frozen=True, slots=True)
class _Gap:
    """An occurrence of a term whose rendering is missing.

    No place in `taken` is its own, but what is there more often than needed may lie in it.
    """

    key: str
    form: str
    en: Span
    taken: tuple[tuple[Span, bool], ...]
    partly: bool


class _Search:
    def __init__(self, reading: Reading, seen: Rendered, wanted: Mapping[str, str]) -> None:
        self.seen, self.wanted = seen, wanted
        self.keys = [term.key for term in seen.terms]
        self.forms = [rendering_key(form) for form in seen.forms]
        self.gathered: Gathered = gather(reading.beads)
        self.reads = {read.segment.bead: read for read in reading.beads}
        self.beads = {each.segment.bead: each for each in self.gathered.beads}
        self.texts = {number: rendering_key(read.plain) for number, read in self.reads.items()}
        self.standing: dict[str, set[int]] = {}
        for bead in seen.beads:
            for use in rows(bead.uses, USE):
                self.standing.setdefault(self.keys[use[0]], set()).add(bead.bead)
        self.wordings: dict[str, Wording] = {}
        self.found_in: dict[str, frozenset[int]] = {}

    def run(self) -> Missed:
        due: Counter[str] = Counter()
        done: Counter[str] = Counter()
        guesses = []
        for bead in self.seen.beads:
            uses = list(rows(bead.uses, USE))
            for key in sorted({self.keys[u[0]] for u in uses if u[3] != KEPT}):
                if key in self.wanted:
                    due[key] += 1
                    done[key] += self.wanted[key] in self.texts[bead.bead]
            gaps = list(self._gaps(bead, uses))
            atoms = _atoms(self.reads[bead.bead]) if gaps else []
            told: dict[str, list[Span]] = {}  # two occurrences are not rendered by one place
            for gap in gaps:
                best = self._best(gap, atoms, bead.bead, told.setdefault(gap.key, []))
                if best is not None:
                    guesses.append(best)
                    told[gap.key].append(Span(*best.target))
        tallies = tuple(Tally(key, due[key], done[key]) for key in sorted(due))
        return Missed(tallies, tuple(guesses))

    def _gaps(self, bead: Seen, uses: Sequence[tuple[int, ...]]) -> Iterator[_Gap]:
        text = self.texts[bead.bead]
        tokens = Counter(self.keys[use[0]] for use in uses)
        for term, start, end, form, *_ in uses:
            key = self.keys[term]
            expected = self.wanted.get(key)
            if expected is None or form == KEPT or text.count(expected) >= tokens[key]:
                continue
            beside = [
                (Span(first, last), self.forms[what])
                for other, from_, to, what, first, last, _ in uses
                if what >= 0
                and (to <= start or end <= from_)
                and self.wanted.get(self.keys[other]) == self.forms[what]
            ]
            needed = Counter(what for _, what in beside)
            taken = tuple((place, text.count(what) > needed[what]) for place, what in beside)
            yield _Gap(key, expected, Span(start, end), taken, expected in text)

    def _best(
        self, gap: _Gap, atoms: Sequence[_Atom], number: int, told: Sequence[Span]
    ) -> Guess | None:
        best: Guess | None = None
        for look, place, form in self._looks(gap, atoms, number):
            if any(place.start < t.end and t.start < place.end for t in told):
                continue
            value = logit(look)
            if value > (best.logit if best else _LEAST):
                best = Guess(
                    gap.key, number, (gap.en.start, gap.en.end), (place.start, place.end),
                    form, round(value, 2), gap.partly,
                )  # fmt: skip
        return best

    def _looks(
        self, gap: _Gap, atoms: Sequence[_Atom], number: int
    ) -> Iterator[tuple[Look, Span, str]]:
        """Yield the stretches that may stand for a missing rendering, and what speaks for them."""
        plain, bead = self.reads[number].plain, self.beads[number]
        if gap.key not in self.wordings:
            self.wordings[gap.key] = wording(gap.key, self.gathered)
        words = self.wordings[gap.key]
        for span, left, right, soft in _stretches(atoms):
            zh = "".join(span.of(plain).split())
            form = rendering_key(zh)
            if len(form) < 2 or form == gap.form or not han_count(form):
                continue
            head, tail = form[0] == gap.form[0], form[-1] == gap.form[-1]
            if not (left and right) and not (head or tail):
                continue
            if set(gap.form).isdisjoint(form) and not related(zh, words, self.gathered):
                continue
            place = bead.segment.zh.back(span)
            if any(_conflict(place, own, spare=spare) for own, spare in gap.taken):
                continue
            yield self._look(gap, zh, form, bead, (left, right, soft)), place, form

    def _look(
        self, gap: _Gap, zh: str, form: str, bead: Observation, edges: tuple[bool, bool, float]
    ) -> Look:
        words = self.wordings[gap.key]
        found = fit(zh, words, self.gathered)
        same = _in_common(form, gap.form)
        there = self._beads_with(form)
        again = len(there & self.standing[gap.key])
        return Look(
            same / len(form), same / len(gap.form),
            form[0] == gap.form[0], form[-1] == gap.form[-1],
            found.covered, found.weakest, found.explained,
            others(found, words, (bead,), self.gathered),
            abs(length(zh) - length(gap.form)) / length(gap.form),
            *edges, len(form) > len(gap.form), form in gap.form, gap.form in form, gap.partly,
            max(0, again - 1), len(there) - again,
        )  # fmt: skip

    def _beads_with(self, form: str) -> frozenset[int]:
        known = self.found_in.get(form)
        if known is None:
            known = frozenset(number for number, text in self.texts.items() if form in text)
            self.found_in[form] = known
        return known


def _conflict(place: Span, taken: Span, *, spare: bool) -> bool:
    if spare and place.start <= taken.start and taken.end <= place.end and place != taken:
        return False
    return place.start < taken.end and taken.start < place.end


def _atoms(read: Read) -> list[_Atom]:
    found = list(ATOM.finditer(read.plain))
    if len(found) != len(read.marks):
        return []
    return [
        _Atom(m.start(), m.end(), ord(mark) - ord("0"))
        for m, mark in zip(found, read.marks, strict=True)
    ]


def _stretches(atoms: Sequence[_Atom]) -> Iterator[tuple[Span, bool, bool, float]]:
    """Yield rows of atoms that a term may consist of.

    With each come whether it begins and ends where words do, and its share of function words.
    """
    for first, head in enumerate(atoms):
        soft = 0
        for last in range(first, min(len(atoms), first + _LONGEST)):
            atom = atoms[last]
            if atom.mark & HARD or (last > first and atom.mark & RUN):
                break
            soft += bool(atom.mark & SOFT)
            right = last + 1 == len(atoms) or atoms[last + 1].begins
            yield Span(head.start, atom.end), head.begins, right, soft / (last - first + 1)


def _in_common(a: str, b: str) -> int:
    """Return the length of the longest row of characters that both have in this order.

    >>> _in_common("损失函数", "代价函数"), _in_common("训练集", "集训")
    (2, 1)
    """
    row = [0] * (len(b) + 1)
    for x in a:
        before = 0
        for n, y in enumerate(b, 1):
            before, row[n] = row[n], before + 1 if x == y else max(row[n], row[n - 1])
    return row[-1]
