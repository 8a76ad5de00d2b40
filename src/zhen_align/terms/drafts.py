"""What may render each concept, before its rivals are known; what is known is not done again.

A draft depends on the beads of its concept and on how common the units in them are, and on
nothing else: a digest of just that finds it again after a change elsewhere. How common a
unit is comes in steps, so that one more occurrence changes few digests.
"""

import heapq
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from itertools import chain

from zhen_align.terms.fitness import Fit, fit, gap, related, wording
from zhen_align.terms.gather import Concept, Gathered, Observation
from zhen_align.terms.scoring import UNEXPLAINED, Draft, by_counts, draft, others

_MOST_CANDIDATES = 80
_LEAST_LETTERS = 3
_LEAST_PART = 0.08  # of a term's beads: what stands in fewer is no rendering of its own
_BEADS_LOOKED_AT = 6
_NEARLY_ALWAYS = 0.85
_ENOUGH_TO_SEE = 3  # beads before "nearly always" means anything
_PLAUSIBLE_GAP = 0.7
_UNSEEN = 6.0  # more than all that a unit without a word to speak for it may still gain
_ENOUGH_BEADS = 4  # from here on association alone may name a rendering
_PART = 200  # concepts that are drafted in one go
_KEPT = 4.0  # what it weighs that the Chinese writes the word itself where a rendering stands
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Rank:
    """A unit that no word of a concept explains, and how it ranks all the same."""

    zh: str
    rank: float


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a concept may be rendered by, and how all other units that were looked at rank."""

    drafts: tuple[Draft, ...]
    unexplained: tuple[Rank, ...] = ()


@dataclass(frozen=True, slots=True)
class Memory:
    """The drafts of a build, each beside its digest, as the cache keeps them."""

    digests: tuple[str, ...]
    drafts: tuple[Drafted, ...]


Work = Callable[[Sequence[Concept]], list[Drafted]]
Spread = Callable[[Work, Sequence[Sequence[Concept]]], Iterable[list[Drafted]]]


def drafted(
    gathered: Gathered,
    concepts: Sequence[Concept],
    spread: Spread,
    memory: MutableMapping[str, Drafted] | None = None,
) -> dict[str, Drafted]:
    """Return the drafts of concepts by key; a `memory` is left with these, by digest."""
    if memory is None:
        return _made(gathered, concepts, spread)
    names = digests(gathered, concepts)
    made = _made(gathered, [c for c in concepts if names[c.key] not in memory], spread)
    found = {
        each.key: made[each.key] if each.key in made else memory[names[each.key]]
        for each in concepts
    }
    memory.clear()
    memory.update((names[key], one) for key, one in found.items())
    return found


def _made(gathered: Gathered, concepts: Sequence[Concept], spread: Spread) -> dict[str, Drafted]:
    count = -(-len(concepts) // _PART)
    parts = [concepts[n::count] for n in range(count)]
    return {
        each.key: one
        for part, done in zip(parts, spread(partial(_drafted, gathered), parts), strict=True)
        for each, one in zip(part, done, strict=True)
    }


def digests(gathered: Gathered, concepts: Sequence[Concept]) -> dict[str, str]:
    """Return for each concept a name of all that its drafts depend on."""
    seen: dict[int, bytes] = {}
    return {each.key: _digest(each, gathered, seen) for each in concepts}


def _digest(concept: Concept, gathered: Gathered, seen: dict[int, bytes]) -> str:
    term = wording(concept.key, gathered)
    said = (
        concept.key,
        sorted(concept.defined.items()),
        sorted(concept.whole_runs),
        sorted(concept.headed),
        sorted(concept.abbreviations),
        [sorted(gathered.learned.get(stem, {}).items()) for stem in term.stems],
        [gathered.dictionary.in_texts(rest) for rest in term.rests],
    )
    digest = blake2b(repr(said).encode("utf-8", "surrogatepass"), digest_size=12)
    for number in sorted(set(concept.beads)):
        if number not in seen:
            seen[number] = _digest_of_bead(gathered.beads[number], gathered)
        digest.update(seen[number])
    return digest.hexdigest()


def _digest_of_bead(bead: Observation, gathered: Gathered) -> bytes:
    units = [(zh, gathered.zh_beads[zh]) for zh in sorted(bead.zh)]
    said = repr((units, sorted(bead.stems), bead.zh_latin))
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=12).digest()


def _drafted(gathered: Gathered, concepts: Sequence[Concept]) -> list[Drafted]:
    return [_drafts(each, gathered) for each in concepts]


def _drafts(concept: Concept, gathered: Gathered) -> Drafted:
    """Return the renderings worth a thought, and how all others that were looked at rank."""
    beads = [gathered.beads[n] for n in sorted(set(concept.beads))]
    term = wording(concept.key, gathered)
    if not term.stems:
        return Drafted(())
    unexplained: list[Rank] = []
    chosen = _chosen(concept, beads, gathered)
    stands = _standing(chosen, beads)
    # where the Chinese writes the abbreviation itself, no rendering is missing
    plain = sum(1 << n for n, bead in enumerate(beads) if not _in_letters(concept, bead))
    kept = sum(1 << n for n, bead in enumerate(beads) if _is_kept(concept, bead))
    fits = []
    for zh in chosen:
        if zh in concept.defined or related(zh, term, gathered):
            fits.append(fit(zh, term, gathered))
        elif len(beads) >= _ENOUGH_BEADS:
            together = stands[zh].bit_count()
            due = together + (plain & ~stands[zh]).bit_count()
            if by_counts(zh, together, due, gathered) > 4.0 * gap(zh, term) - _UNSEEN:
                fits.append(fit(zh, term, gathered))
            else:
                dice = 2 * together / (due + gathered.zh_beads[zh])
                rank = math.log(dice) + math.log(UNEXPLAINED)
                unexplained.append(Rank(zh, round(rank, _DIGITS)))
    good = [one.zh for one in fits if one.is_good]
    together_of = {one.zh: stands[one.zh].bit_count() for one in fits}
    claimed = {one.zh: others(one, term, _some(stands[one.zh], beads), gathered) for one in fits}
    cut = _cut_short(fits, together_of, claimed)
    found = []
    for one in fits:
        seen = stands[one.zh]
        for zh in _excuses(one, good):
            seen |= stands[zh]
        due = together_of[one.zh] + (plain & ~seen).bit_count()
        shown = (together_of[one.zh], due, claimed[one.zh], one.zh in cut)
        written = not concept.defined[one.zh] and 2 * (seen & kept).bit_count() > seen.bit_count()
        made = draft(concept, one, shown, gathered, less=_KEPT if written else 0.0)
        found.append(made)
    return Drafted(tuple(found), tuple(unexplained))


def _chosen(concept: Concept, beads: Sequence[Observation], gathered: Gathered) -> list[str]:
    """Return the units that go with a concept best by counts, and those that brackets name."""
    size = len(beads)
    least = _LEAST_PART * size
    times = Counter(chain.from_iterable(bead.zh for bead in beads))
    often = gathered.zh_beads
    likely = [(-n / (size + often[zh]), zh) for zh, n in times.items() if n >= least]
    chosen = [zh for _, zh in heapq.nsmallest(_MOST_CANDIDATES, likely)]
    return chosen + sorted((concept.defined.keys() & times.keys()).difference(chosen))


def _standing(units: Sequence[str], beads: Sequence[Observation]) -> dict[str, int]:
    """Return in which of the beads each unit stands, a bit for each bead."""
    stands = dict.fromkeys(units, 0)
    for n, bead in enumerate(beads):
        for zh in stands.keys() & bead.zh.keys():
            stands[zh] |= 1 << n
    return stands


def _excuses(one: Fit, good: Sequence[str]) -> list[str]:
    """Return the other renderings that excuse a bead from having this one.

    A text may render a term in two ways, each of them right by the dictionary; but what
    is a part of the other is no second way.
    """
    if not one.is_good:
        return []
    return [zh for zh in good if zh not in one.zh and one.zh not in zh]


def _some(bits: int, beads: Sequence[Observation]) -> Iterator[Observation]:
    """Yield the first few of the beads whose bits are set."""
    for _ in range(_BEADS_LOOKED_AT):
        if not bits:
            return
        yield beads[(bits & -bits).bit_length() - 1]
        bits &= bits - 1


def _cut_short(
    fits: Sequence[Fit], together: Mapping[str, int], others: dict[str, float]
) -> set[str]:
    """Return the units that nearly always stand inside a longer one: heads cut off, tails lost.

    The longer one counts only if no other word of the bead explains what it has more.
    """
    sure: dict[int, list[Fit]] = {}
    for whole in fits:
        if together[whole.zh] >= _ENOUGH_TO_SEE * _NEARLY_ALWAYS and whole.gap < _PLAUSIBLE_GAP:
            sure.setdefault(len(whole.zh), []).append(whole)
    return {
        one.zh
        for one in fits
        if together[one.zh] >= _ENOUGH_TO_SEE
        and any(
            together[whole.zh] >= _NEARLY_ALWAYS * together[one.zh]
            and one.zh in whole.zh
            and others[whole.zh] <= others[one.zh] + 0.05
            and whole.looks <= one.looks
            for more in (1, 2)
            for whole in sure.get(len(one.zh) + more, ())
        )
    }


def _is_kept(concept: Concept, bead: Observation) -> bool:
    """Whether the Chinese of a bead has a term of one word as it is: Adagrad beside 算法."""
    if " " in concept.key or len(concept.key) < _LEAST_LETTERS or concept.key not in bead.small:
        return False
    return bool(re.search(rf"(?<![a-z0-9]){re.escape(concept.key)}(?![a-z0-9])", bead.small))


def _in_letters(concept: Concept, bead: Observation) -> bool:
    """Whether the Chinese of a bead has the concept's abbreviation as it is."""
    return any(
        re.search(rf"(?<![A-Za-z0-9]){re.escape(abbr)}(?![A-Za-z0-9])", bead.zh_latin)
        for abbr in concept.abbreviations
    )
