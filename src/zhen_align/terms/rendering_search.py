"""What stands where an expected rendering is missing: a second look at single sentences.

The first look (`renderings.py`) asks which stretches go with a term all over a document, and is
blind to what stands there once. Here the expected rendering is known, and missing: every
stretch of the sentence that shares characters with it, or that the dictionary ties to the term,
is weighed, and the best one kept. Whether it is a fault is decided in `lint.consistency`.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from zhen_align.terms.dictionary import Dictionary
from zhen_align.terms.fitness import Wording, related, wording
from zhen_align.terms.gather import Gathered, Observation
from zhen_align.terms.learned import learn
from zhen_align.terms.ngrams import Units
from zhen_align.terms.reading import Read, Reading
from zhen_align.terms.rendering_back import look_back
from zhen_align.terms.rendering_data import (
    KEPT,
    USE,
    Expected,
    Guess,
    Missed,
    Rendered,
    Seen,
    Stray,
    Tally,
    rows,
)  # fmt: skip
from zhen_align.terms.rendering_key import rendering_key
from zhen_align.terms.rendering_sight import Places, tied
from zhen_align.terms.rendering_strays import Lack, Owners, Said
from zhen_align.terms.rendering_stretches import Atom, Stretch, atoms, content, stretches
from zhen_align.terms.rendering_twins import Known, twins
from zhen_align.terms.rendering_twins_back import twins_back
from zhen_align.terms.rendering_weights import AGREED, Look, logit, place_logit
from zhen_align.types import Span

_DIGIT, _LATIN = re.compile(r"\d"), re.compile("[a-z]")
_LEAST = -4.0
_HOPELESS = -5.0
_SENSE = 1.5
"""What it adds that the dictionary has a whole word for a term that stands twice."""


def second_look(reading: Reading, seen: Rendered, expected: Sequence[Expected]) -> Missed:
    """Return what is expected and missing in one alignment, and what stands there instead."""
    if not seen.beads:
        return Missed()
    if expected and expected[0].back:
        known = [each for each in expected if each.form]
        return replace(look_back(reading, known), twins=tuple(twins_back(reading.beads)))
    return _Search(reading, seen, {each.key: each.form for each in expected}).run()


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
        self.places = Places(self.texts)
        self.standing: dict[str, set[int]] = {}
        for bead in seen.beads:
            for use in rows(bead.uses, USE):
                self.standing.setdefault(self.keys[use[0]], set()).add(bead.bead)
        self.wordings: dict[str, Wording] = {}
        keys: dict[str, list[str]] = {}
        for key, form in wanted.items():
            keys.setdefault(form, []).append(key)
        self.owners = Owners(keys, self._wording)

    def run(self) -> Missed:
        due: Counter[str] = Counter()
        done: Counter[str] = Counter()
        guesses: list[Guess] = []
        strays: list[Stray] = []
        for bead in self.seen.beads:
            uses = list(rows(bead.uses, USE))
            for key in sorted({self.keys[u[0]] for u in uses if u[3] != KEPT}):
                if key in self.wanted:
                    due[key] += 1
                    done[key] += self.wanted[key] in self.texts[bead.bead]
            gaps = list(self._gaps(bead, uses))
            if not gaps:
                continue
            cut = atoms(self.plain[bead.bead], self.reads[bead.bead].marks)
            offered = stretches(self.plain[bead.bead], cut)
            seen = {(self.keys[use[0]], self.forms[use[3]]) for use in uses if use[3] >= 0}
            said = self._said(bead.bead, cut, uses)
            told: dict[str, list[Span]] = {}  # two occurrences are not rendered by one place
            for gap in gaps:
                best = self._best(gap, offered, said, told.setdefault(gap.key, []), seen)
                if best is not None:
                    guesses.append(best)
                    told[gap.key].append(Span(*best.target))
            strays += self._strays(said, gaps, guesses)
        tallies = tuple(Tally(key, due[key], done[key]) for key in sorted(due))
        found = twins(self.gathered, self.reads, self.places, self._wording, self._known_uses())
        return Missed(tallies, tuple(guesses), tuple(strays), tuple(found))

    def _known_uses(self) -> Known:
        """Return the renderings that the first look came to, and where expected terms stand."""
        known = Known({}, {})
        for bead in self.seen.beads:
            for term, start, end, form, *_ in rows(bead.uses, USE):
                if form >= 0:
                    by_bead = known.forms.setdefault(self.keys[term], {})
                    by_bead.setdefault(bead.bead, set()).add(self.forms[form])
                if self.keys[term] in self.wanted:
                    known.terms.setdefault(bead.bead, []).append(Span(start, end))
        return known

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

    def _said(self, number: int, cut: Sequence[Atom], uses: Sequence[tuple[int, ...]]) -> Said:
        return Said(
            self.beads[number], self.plain[number], content(cut),
            frozenset(self.keys[use[0]] for use in uses), self.gathered.dictionary,
        )  # fmt: skip

    def _best(
        self,
        gap: _Gap,
        stretches: Sequence[Stretch],
        said: Said,
        told: Sequence[Span],
        seen: Set[tuple[str, str]],
    ) -> Guess | None:
        """Return the likeliest stretch; what the first look came to as well is the likelier."""
        best: tuple[Look, Stretch, Span, float] | None = None
        most = _LEAST
        for look, one, place in self._looks(gap, stretches, said.bead):
            if any(map(place.meets, told)):
                continue
            value = logit(look)
            if gap.partly and self._is_sense(self._wording(gap.key), look, one):
                value += _SENSE
            agreed = AGREED * ((gap.key, one.form) in seen)
            if value > _LEAST and value + agreed > most:
                most = value + agreed
                best = look, one, place, value
        return self._guess(gap, said, *best) if best else None

    def _guess(
        self, gap: _Gap, said: Said, look: Look, one: Stretch, place: Span, value: float
    ) -> Guess:
        words = self._wording(gap.key)
        breadth = self._breadth(gap.key, words)
        # of a short sentence it says little
        size = len(said.content)
        unsaid = (said.unsaid(one.span, said.explained(words)) * size + 2) / (size + 4)
        return Guess(
            gap.key, said.bead.segment.bead, (gap.en.start, gap.en.end), (place.start, place.end),
            one.form, round(value, 2), gap.partly, look.again, look.elsewhere,
            round(look.same, 2), round(math.log1p(breadth), 2), round(unsaid, 2),
            sense=self._is_sense(words, look, one),
        )  # fmt: skip

    def _breadth(self, key: str, words: Wording) -> int:
        """Return how much Chinese the dictionary has for a term's words, as they are written.

        What it has not itself (designability) is a word of the field, however broad its stem is.
        """
        dictionary = self.gathered.dictionary
        if " " not in key and not dictionary.is_word(key):
            return 0
        return max(map(dictionary.breadth, words.stems), default=0)

    def _is_sense(self, words: Wording, look: Look, one: Stretch) -> bool:
        """Whether a whole word of the dictionary for one word stands where nothing else asks it."""
        alone = one.left and one.right and not (look.claimed or look.elsewhere or look.again)
        return (
            alone and len(words.stems) == 1 and self.gathered.dictionary.means(one.zh, words.stems)
        )

    def _looks(
        self, gap: _Gap, stretches: Sequence[Stretch], bead: Observation
    ) -> Iterator[tuple[Look, Stretch, Span]]:
        """Yield the stretches that may stand for a missing rendering, and what speaks for them."""
        words = self._wording(gap.key)
        first, last, characters = gap.form[0], gap.form[-1], set(gap.form)
        for one in stretches:
            form = one.form
            apart = form[0] != first and form[-1] != last
            if form == gap.form or (apart and not (one.left and one.right)):
                continue
            if _LATIN.search(form) and not _LATIN.search(gap.form):
                continue  # a name beside it, which is no other rendering
            if characters.isdisjoint(form) and (
                _DIGIT.search(form) or not related(one.zh, words, self.gathered)
            ):
                continue
            place = bead.segment.zh.back(one.span)
            if any(_conflict(place, own, spare=spare) for own, spare in gap.taken):
                continue
            standing = self.standing[gap.key]
            seen = tied(one, words, bead, self.gathered, self.places, standing)
            yield seen.beside(gap.form, partly=gap.partly), one, place

    def _strays(
        self, said: Said, gaps: Sequence[_Gap], guesses: Sequence[Guess]
    ) -> Iterator[Stray]:
        """Yield renderings of other terms that may stand where a term lacks its own."""
        number = said.bead.segment.bead
        best = {guess.key: guess.logit for guess in guesses if guess.bead == number}
        lacks = [
            Lack(gap.key, gap.form, gap.en, best.get(gap.key, _LEAST))
            for gap in {gap.key: gap for gap in reversed(gaps) if not gap.partly}.values()
        ]
        for sight, lack, place in self.owners.strays(said, lacks) if lacks else ():
            value = place_logit(sight)
            if value < _HOPELESS:
                continue
            here, form = said.bead.segment.zh.back(place), place.of(said.plain)
            yield Stray(
                lack.key, self.owners.keys[form][0], number, (lack.en.start, lack.en.end),
                (here.start, here.end), form, round(value, 2),
            )  # fmt: skip

    def _wording(self, key: str) -> Wording:
        known = self.wordings.get(key)
        if known is None:
            known = self.wordings[key] = wording(key, self.gathered)
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
    return place.meets(taken)
