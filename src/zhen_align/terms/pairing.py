"""How well a Chinese unit renders an English one: evidence in, a logit out.

Association alone takes whatever stands beside a term; the dictionary alone knows no new
term. Together, with the length, the variety of the neighbours, and what other words of
the bead explain better, they are right where either is wrong. Deciding is done elsewhere.
"""

import heapq
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from zhen_align.terms.fitness import Fit, Wording, fit, gap, related, wording
from zhen_align.terms.gather import Concept, Gathered, Observation
from zhen_align.terms.wordclass import tag

_MOST_CANDIDATES = 120
_BEADS_LOOKED_AT = 6
_COMPLETE = 0.3
_STEADY, _GOOD_GAP = 0.75, 0.5
_NEARLY_ALWAYS = 0.85
_ENOUGH_TO_SEE = 3  # beads before "nearly always" means anything
_PLAUSIBLE_GAP = 0.7
_RIVALRY, _FAR = 0.7, 1.5  # what it weighs that another term has the unit, at most this far ahead
_UNEXPLAINED = 0.2  # the rank of a unit of which the words explain nothing
_UNSEEN = 4.0  # more than all that a unit without a word to speak for it may still gain
_NO_HEADS = {"v", "d", "p", "c"}
_ENOUGH_BEADS = 4  # from here on association alone may name a rendering


@dataclass(frozen=True, slots=True)
class Link:
    """A concept and a rendering: its logit, and in how many beads both stand.

    `complete` says that the dictionary finds something of every word of the term in it,
    `steady` that it is rarely missing, of a likely length, and not unexplained.
    """

    zh: str
    logit: float
    together: int
    defined: int = 0
    complete: bool = False
    steady: bool = False


@dataclass(slots=True)
class _Draft:
    zh: str
    together: int
    base: float
    rank: float
    defined: int
    complete: bool
    steady: bool


def pair(gathered: Gathered, concepts: Sequence[Concept]) -> dict[str, list[Link]]:
    """Return for each concept its possible renderings, best first."""
    best: dict[str, list[tuple[float, str]]] = {}
    drafts = {concept.key: _drafts(concept, gathered, best) for concept in concepts}
    for ranks in best.values():
        ranks.sort(reverse=True)
    links = {}
    for key, listed in drafts.items():
        found = []
        for draft in listed:
            rival = next((rank for rank, other in best[draft.zh] if other != key), None)
            behind = 0.0 if rival is None else max(-_FAR, min(_FAR, rival - draft.rank))
            logit = draft.base - _RIVALRY * behind
            found.append(
                Link(
                    draft.zh,
                    round(logit, 4),
                    draft.together,
                    draft.defined,
                    draft.complete,
                    draft.steady,
                )
            )
        links[key] = sorted(found, key=lambda link: (-link.logit, link.zh))
    return links


def _drafts(
    concept: Concept, gathered: Gathered, best: dict[str, list[tuple[float, str]]]
) -> list[_Draft]:
    """Return the renderings worth a thought; `best` learns the rank of every one looked at."""
    beads = [gathered.beads[n] for n in sorted(set(concept.beads))]
    term = wording(concept.key, gathered)
    if not term.stems:
        return []
    stands: dict[str, int] = {}
    for n, bead in enumerate(beads):
        for zh in bead.zh:
            stands[zh] = stands.get(zh, 0) | 1 << n
    # where the Chinese writes the abbreviation itself, no rendering is missing
    plain = sum(1 << n for n, bead in enumerate(beads) if not _in_letters(concept, bead))
    fits = []
    for zh in _chosen(concept, stands, gathered):
        if zh in concept.defined or related(zh, term, gathered):
            fits.append(fit(zh, term, gathered))
        elif len(beads) >= _ENOUGH_BEADS:
            together = stands[zh].bit_count()
            due = together + (plain & ~stands[zh]).bit_count()
            if _by_counts(zh, together, due, gathered) > 4.0 * gap(zh, term) - _UNSEEN:
                fits.append(fit(zh, term, gathered))
            else:
                dice = 2 * together / (due + gathered.zh_beads[zh])
                rank = math.log(dice) + math.log(_UNEXPLAINED)
                best.setdefault(zh, []).append((rank, concept.key))
    good = [one.zh for one in fits if one.is_good]
    together_of = {one.zh: stands[one.zh].bit_count() for one in fits}
    others = {one.zh: _others(one, term, _some(stands[one.zh], beads), gathered) for one in fits}
    cut = _cut_short(fits, together_of, others)
    drafts = []
    for one in fits:
        seen = stands[one.zh]
        for zh in _excuses(one, good):
            seen |= stands[zh]
        due = together_of[one.zh] + (plain & ~seen).bit_count()
        shown = (together_of[one.zh], due, others[one.zh], one.zh in cut)
        draft = _draft(concept, one, shown, gathered)
        best.setdefault(one.zh, []).append((draft.rank, concept.key))
        drafts.append(draft)
    return drafts


def _chosen(concept: Concept, stands: Mapping[str, int], gathered: Gathered) -> list[str]:
    """Return the units that go with a concept best by counts, and those that brackets name."""
    size = len(set(concept.beads))
    likely = [
        (-bits.bit_count() / (size + gathered.zh_beads[zh]), zh) for zh, bits in stands.items()
    ]
    chosen = [zh for _, zh in heapq.nsmallest(_MOST_CANDIDATES, likely)]
    return chosen + sorted((concept.defined.keys() & stands.keys()).difference(chosen))


def _by_counts(zh: str, together: int, due: int, gathered: Gathered) -> float:
    """Return what the counts alone say for a rendering."""
    left, right = gathered.units.entropy(zh)
    return (
        4.6 * together / due
        + 0.4 * together / gathered.zh_beads[zh]
        + 0.33 * left
        + 0.45 * right
        - 7.4
    )


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
            for more in (1, 2)
            for whole in sure.get(len(one.zh) + more, ())
        )
    }


def _in_letters(concept: Concept, bead: Observation) -> bool:
    """Whether the Chinese of a bead has the concept's abbreviation as it is."""
    return any(
        re.search(rf"(?<![A-Za-z0-9]){re.escape(abbr)}(?![A-Za-z0-9])", bead.zh_latin)
        for abbr in concept.abbreviations
    )


def _draft(
    concept: Concept,
    one: Fit,
    shown: tuple[int, int, float, bool],
    gathered: Gathered,
) -> _Draft:
    together, due, others, cut = shown
    defined = concept.defined[one.zh]
    dice = 2 * together / (due + gathered.zh_beads[one.zh])
    base = (
        _by_counts(one.zh, together, due, gathered)
        + 1.0 * dice * math.log(together) * max(0.0, 1 - one.gap)
        + 1.8 * one.covered
        + 0.9 * one.weakest
        - _length_matters(concept, one) * one.gap
        - 3.2 * others
        - 1.5 * cut
        - 2.0 * (bool(defined) and _opens_with_verb(one))
        + 1.0 * one.last
        + 1.4 * one.affixed
        + _by_definition(concept, one.zh, others)
    )
    rank = math.log(dice) + math.log(_UNEXPLAINED + one.covered * one.explained)
    steady = together >= _STEADY * due and one.gap < _GOOD_GAP and one.covered >= _COMPLETE
    return _Draft(one.zh, together, base, rank, defined, one.weakest >= _COMPLETE, steady)


def _opens_with_verb(one: Fit) -> bool:
    """Whether a rendering begins with a verb that no word of the term explains (服用药物)."""
    head = one.zh[:2]
    return len(one.zh) > 2 and max(one.own[:2]) < _COMPLETE and tag(head)[:1] in _NO_HEADS


def _length_matters(concept: Concept, one: Fit) -> float:
    """Return the weight of an unlikely length: a definition may well be long, seldom short."""
    if one.zh in concept.whole_runs:
        return 0.5 if one.longer else 2.0
    return 1.5 if concept.defined[one.zh] and one.longer else 4.0


def _by_definition(concept: Concept, zh: str, others: float) -> float:
    """Return what brackets add: most to the whole run before them, unless others explain it."""
    defined = concept.defined[zh]
    if not defined:
        return 0.0
    whole = 1.5 * max(0.0, 1 - 4 * others) if zh in concept.whole_runs else 0.0
    return 3.0 + min(2.0, 0.5 * defined) + whole


def _others(one: Fit, term: Wording, beads: Iterable[Observation], gathered: Gathered) -> float:
    """Return the share of characters that only other words of the bead explain."""
    mine = sum(1 << n for n, weight in enumerate(one.own) if weight >= 0.6)
    total = count = 0
    for bead in beads:
        bits = 0
        for stem, mask in _beside(bead, one.zh, gathered):
            if stem not in term.stems:
                bits |= mask
        total += (bits & ~mine).bit_count()
        count += 1
    return total / len(one.zh) / count if count else 0.0


def _beside(bead: Observation, zh: str, gathered: Gathered) -> list[tuple[str, int]]:
    known = gathered.beside.get((bead.number, zh))
    if known is None:
        masks = gathered.dictionary.masks(zh)
        known = [(stem, mask) for stem, mask in masks.items() if stem in bead.stems]
        gathered.beside[bead.number, zh] = known
    return known


def shares(counts: Mapping[str, int]) -> dict[str, float]:
    """Return each rendering's part of all of a term's aligned occurrences."""
    total = sum(counts.values())
    return {zh: n / total for zh, n in counts.items()} if total else {}
