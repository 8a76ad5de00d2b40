"""How well a Chinese unit renders an English one: evidence in, a logit out.

Association alone takes whatever stands beside a term; the dictionary alone knows no new
term. Together, with the length, the variety of the neighbours, and what other words of
the bead explain better, they are right where either is wrong. Deciding is done elsewhere.
"""

import heapq
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from zhen_align.terms.fitness import Fit, fit, gap, related, wording
from zhen_align.terms.gather import Concept, Gathered, Observation
from zhen_align.terms.scoring import UNEXPLAINED, Draft, by_counts, draft, others

_MOST_CANDIDATES = 80
_LEAST_PART = 0.08  # of a term's beads: what stands in fewer is no rendering of its own
_BEADS_LOOKED_AT = 6
_NEARLY_ALWAYS = 0.85
_ENOUGH_TO_SEE = 3  # beads before "nearly always" means anything
_PLAUSIBLE_GAP = 0.7
_RIVALRY, _FAR = 0.7, 1.5  # what it weighs that another term has the unit, at most this far ahead
_UNSEEN = 4.0  # more than all that a unit without a word to speak for it may still gain
_PART_ONLY, _MEANT = 3.0, 1.0  # what it weighs that a part of the term means just that
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


@dataclass(frozen=True, slots=True)
class Drafted:
    """What some concepts may be rendered by, and how every unit looked at ranks among them."""

    drafts: dict[str, list[Draft]]
    best: dict[str, list[tuple[float, str]]]


Work = Callable[[Sequence[Concept]], Drafted]
Spread = Callable[[Work, Sequence[Sequence[Concept]]], Iterable[Drafted]]
_PART = 500  # concepts that are drafted in one go


def pair(
    gathered: Gathered, concepts: Sequence[Concept], spread: Spread = map
) -> dict[str, list[Link]]:
    """Return for each concept its possible renderings, best first.

    `spread` may draft the parts in several processes, as `map` would in one.
    """
    count = -(-len(concepts) // _PART)
    drafted = spread(partial(_drafted, gathered), [concepts[n::count] for n in range(count)])
    drafts: dict[str, list[Draft]] = {}
    best: dict[str, list[tuple[float, str]]] = {}
    for part in drafted:
        drafts |= part.drafts
        for zh, ranked in part.best.items():
            best.setdefault(zh, []).extend(ranked)
    for ranks in best.values():
        ranks.sort(reverse=True)
    links = {}
    for key in (concept.key for concept in concepts):
        listed = drafts[key]
        found = []
        for each in listed:
            rival = next((rank for rank, other in best[each.zh] if other != key), None)
            behind = 0.0 if rival is None else max(-_FAR, min(_FAR, rival - each.rank))
            logit = each.base - _RIVALRY * behind
            found.append(
                Link(
                    each.zh,
                    round(logit, 4),
                    each.together,
                    each.defined,
                    each.complete,
                    each.steady,
                )
            )
        links[key] = sorted(found, key=lambda link: (-link.logit, link.zh))
    owned = {key: listed[0] for key, listed in links.items() if listed}
    return {key: _without_parts(key, listed, owned) for key, listed in links.items()}


def _without_parts(key: str, links: list[Link], owned: Mapping[str, Link]) -> list[Link]:
    """Put renderings back that leave a word unsaid, and are what a part of the term means."""
    words = key.split(" ")
    if len(words) < 2:
        return links
    parts = [
        owned[part]
        for first in range(len(words))
        for last in range(first + 1, len(words) + 1)
        if (part := " ".join(words[first:last])) != key and part in owned
    ]
    meant = {part.zh for part in parts if part.logit > _MEANT}
    if meant.isdisjoint(link.zh for link in links):
        return links
    put = [
        replace(link, logit=round(link.logit - _PART_ONLY, 4), steady=False)
        if link.zh in meant and not link.complete and not link.defined
        else link
        for link in links
    ]
    return sorted(put, key=lambda link: (-link.logit, link.zh))


def _drafted(gathered: Gathered, concepts: Sequence[Concept]) -> Drafted:
    best: dict[str, list[tuple[float, str]]] = {}
    return Drafted({each.key: _drafts(each, gathered, best) for each in concepts}, best)


def _drafts(
    concept: Concept, gathered: Gathered, best: dict[str, list[tuple[float, str]]]
) -> list[Draft]:
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
            if by_counts(zh, together, due, gathered) > 4.0 * gap(zh, term) - _UNSEEN:
                fits.append(fit(zh, term, gathered))
            else:
                dice = 2 * together / (due + gathered.zh_beads[zh])
                rank = math.log(dice) + math.log(UNEXPLAINED)
                best.setdefault(zh, []).append((rank, concept.key))
    good = [one.zh for one in fits if one.is_good]
    together_of = {one.zh: stands[one.zh].bit_count() for one in fits}
    claimed = {one.zh: others(one, term, _some(stands[one.zh], beads), gathered) for one in fits}
    cut = _cut_short(fits, together_of, claimed)
    drafts = []
    for one in fits:
        seen = stands[one.zh]
        for zh in _excuses(one, good):
            seen |= stands[zh]
        due = together_of[one.zh] + (plain & ~seen).bit_count()
        shown = (together_of[one.zh], due, claimed[one.zh], one.zh in cut)
        made = draft(concept, one, shown, gathered)
        best.setdefault(one.zh, []).append((made.rank, concept.key))
        drafts.append(made)
    return drafts


def _chosen(concept: Concept, stands: Mapping[str, int], gathered: Gathered) -> list[str]:
    """Return the units that go with a concept best by counts, and those that brackets name."""
    size = len(set(concept.beads))
    least = _LEAST_PART * size
    likely = [
        (-bits.bit_count() / (size + gathered.zh_beads[zh]), zh)
        for zh, bits in stands.items()
        if bits.bit_count() >= least
    ]
    chosen = [zh for _, zh in heapq.nsmallest(_MOST_CANDIDATES, likely)]
    return chosen + sorted((concept.defined.keys() & stands.keys()).difference(chosen))


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


def shares(counts: Mapping[str, int]) -> dict[str, float]:
    """Return each rendering's part of all of a term's aligned occurrences."""
    total = sum(counts.values())
    return {zh: n / total for zh, n in counts.items()} if total else {}
