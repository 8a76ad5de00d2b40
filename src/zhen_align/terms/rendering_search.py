"""What stands where an expected rendering is missing: a second look at single sentences.

The first look (`renderings.py`) asks which stretches go with a term all over a document, and is
blind to what stands there once. Here the expected rendering is known, and missing: every
stretch of the sentence that shares characters with it, or that the dictionary ties to the term,
is weighed, and the best one kept. Whether it is a fault is decided in `lint.consistency`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from zhen_align.terms.chinese import ATOM, BEGINS, HARD, RUN, SOFT
from zhen_align.terms.dictionary import Dictionary
from zhen_align.terms.fitness import Wording, fit, length, related, wording
from zhen_align.terms.gather import Gathered, Observation
from zhen_align.terms.learned import learn
from zhen_align.terms.ngrams import Units
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
from zhen_align.terms.rendering_weights import AGREED, Look, logit
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


class _Atom(NamedTuple):
    start: int
    end: int
    mark: int

    @property
    def begins(self) -> bool:
        return bool(self.mark & (BEGINS | RUN))


class _Stretch(NamedTuple):
    """A row of atoms that a term may consist of; `soft` is its share of function words.

    `left` and `right` say whether it begins and ends where words do.
    """

    span: Span
    zh: str
    form: str
    left: bool
    right: bool
    soft: float


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
        self.gathered = _known(reading.beads)
        self.reads = {read.segment.bead: read for read in reading.beads}
        self.beads = {each.segment.bead: each for each in self.gathered.beads}
        self.plain = {number: read.plain for number, read in self.reads.items()}
        self.texts = {number: rendering_key(plain) for number, plain in self.plain.items()}
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
            stretches = self._stretches(bead.bead) if gaps else []
            seen = {(self.keys[use[0]], self.forms[use[3]]) for use in uses if use[3] >= 0}
            told: dict[str, list[Span]] = {}  # two occurrences are not rendered by one place
            for gap in gaps:
                best = self._best(gap, stretches, bead.bead, told.setdefault(gap.key, []), seen)
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
        self,
        gap: _Gap,
        stretches: Sequence[_Stretch],
        number: int,
        told: Sequence[Span],
        seen: Set[tuple[str, str]],
    ) -> Guess | None:
        """Return the likeliest stretch; what the first look came to as well is the likelier."""
        best: Guess | None = None
        most = _LEAST
        for look, place, form in self._looks(gap, stretches, number):
            if any(place.start < t.end and t.start < place.end for t in told):
                continue
            value = logit(look)
            agreed = AGREED * ((gap.key, form) in seen)
            if value > _LEAST and value + agreed > most:
                most = value + agreed
                best = Guess(
                    gap.key, number, (gap.en.start, gap.en.end), (place.start, place.end),
                    form, round(value, 2), gap.partly,
                    look.again, look.elsewhere,
                )  # fmt: skip
        return best

    def _looks(
        self, gap: _Gap, stretches: Sequence[_Stretch], number: int
    ) -> Iterator[tuple[Look, Span, str]]:
        """Yield the stretches that may stand for a missing rendering, and what speaks for them."""
        bead = self.beads[number]
        if gap.key not in self.wordings:
            self.wordings[gap.key] = wording(gap.key, self.gathered)
        words = self.wordings[gap.key]
        first, last, characters = gap.form[0], gap.form[-1], set(gap.form)
        for one in stretches:
            form = one.form
            apart = form[0] != first and form[-1] != last
            if form == gap.form or (apart and not (one.left and one.right)):
                continue
            if characters.isdisjoint(form) and not related(one.zh, words, self.gathered):
                continue
            place = bead.segment.zh.back(one.span)
            if any(_conflict(place, own, spare=spare) for own, spare in gap.taken):
                continue
            yield self._look(gap, one, bead), place, form

    def _stretches(self, number: int) -> list[_Stretch]:
        """Return the stretches of a bead's Chinese that could be a rendering."""
        plain = self.plain[number]
        found = []
        for span, left, right, soft in _rows(_atoms(plain, self.reads[number].marks)):
            zh = "".join(span.of(plain).split())
            form = rendering_key(zh)
            if len(form) >= 2 and han_count(form):
                found.append(_Stretch(span, zh, form, left, right, soft))
        return found

    def _look(self, gap: _Gap, one: _Stretch, bead: Observation) -> Look:
        words, form = self.wordings[gap.key], one.form
        found = fit(one.zh, words, self.gathered)
        same = _in_common(form, gap.form)
        turned = form == gap.form[::-1]
        there = self._beads_with(form)
        again = len(there & self.standing[gap.key])
        return Look(
            same / len(form), same / len(gap.form),
            form[0] == gap.form[0] or turned, form[-1] == gap.form[-1] or turned,
            found.covered, found.weakest, found.explained,
            others(found, words, (bead,), self.gathered),
            abs(length(one.zh) - length(gap.form)) / length(gap.form), one.left, one.right,
            one.soft, len(form) > len(gap.form), form in gap.form, gap.form in form, gap.partly,
            max(0, again - 1), len(there) - again,
        )  # fmt: skip

    def _beads_with(self, form: str) -> frozenset[int]:
        known = self.found_in.get(form)
        if known is None:
            known = frozenset(number for number, text in self.texts.items() if form in text)
            self.found_in[form] = known
        return known


def _known(reads: Sequence[Read]) -> Gathered:
    """Return what words mean in these beads, and nothing of what only counting all units tells."""
    stems = [frozenset(read.stems.split()) for read in reads]
    beads = [
        Observation(number, read.segment, {}, {}, own, "")
        for number, (read, own) in enumerate(zip(reads, stems, strict=True))
    ]
    spoken = (frozenset(read.spoken.split()) for read in reads)
    dictionary = Dictionary({word for read in reads for word in read.words.split()})
    learned = learn(zip(stems, spoken, strict=True))
    return Gathered(beads, {}, Units([], [], []), dictionary, learned)


def _conflict(place: Span, taken: Span, *, spare: bool) -> bool:
    if spare and place.start <= taken.start and taken.end <= place.end and place != taken:
        return False
    return place.start < taken.end and taken.start < place.end


def _atoms(plain: str, marks: str) -> list[_Atom]:
    found = list(ATOM.finditer(plain))
    if len(found) != len(marks):
        return []
    return [_Atom(m.start(), m.end(), ord(mark) - 48) for m, mark in zip(found, marks, strict=True)]


def _rows(atoms: Sequence[_Atom]) -> Iterator[tuple[Span, bool, bool, float]]:
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

    >>> _in_common("损失函数", "代价函数"), _in_common("训练集", "集训"), _in_common("群集", "集群")
    (2, 1, 2)
    """
    if len(a) == len(b) == 2 and a == b[::-1]:
        return 2  # a word turned round is mostly a word for the same
    row = [0] * (len(b) + 1)
    for x in a:
        before = 0
        for n, y in enumerate(b, 1):
            before, row[n] = row[n], before + 1 if x == y else max(row[n], row[n - 1])
    return row[-1]
