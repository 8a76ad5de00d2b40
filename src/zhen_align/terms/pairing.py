"""How well a Chinese unit renders an English one: evidence in, a logit out.

Association alone takes whatever stands beside a term; the dictionary alone knows no new
term. Together, with the length, the variety of the neighbours, and what other words of
the bead explain better, they are right where either is wrong. Deciding is done elsewhere.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zhen_align.terms.fitness import Fit, fit, related
from zhen_align.terms.gather import Concept, Gathered, Observation, stems_of

_MOST_CANDIDATES = 120
_BEADS_LOOKED_AT = 6
_COMPLETE = 0.3
_NEARLY_ALWAYS = 0.85
_ENOUGH_TO_SEE = 3  # beads before "nearly always" means anything
_PLAUSIBLE_GAP = 0.7
_ENOUGH_BEADS = 4  # from here on association alone may name a rendering


@dataclass(frozen=True, slots=True)
class Link:
    """A concept and a rendering: its logit, and in how many beads both stand.

    `complete` says that the dictionary finds something of every word of the term in it.
    """

    zh: str
    logit: float
    together: int
    defined: int = 0
    complete: bool = False


@dataclass(slots=True)
class _Draft:
    zh: str
    together: int
    base: float
    rank: float
    defined: int
    complete: bool


def pair(gathered: Gathered, concepts: Sequence[Concept]) -> dict[str, list[Link]]:
    """Return for each concept its possible renderings, best first."""
    drafts = {concept.key: _drafts(concept, gathered) for concept in concepts}
    best: dict[str, list[tuple[float, str]]] = {}
    for key, listed in drafts.items():
        for draft in listed:
            best.setdefault(draft.zh, []).append((draft.rank, key))
    for ranks in best.values():
        ranks.sort(reverse=True)
    links = {}
    for key, listed in drafts.items():
        found = []
        for draft in listed:
            rival = next((rank for rank, other in best[draft.zh] if other != key), None)
            gap = 0.0 if rival is None else max(-1.5, min(1.5, rival - draft.rank))
            logit = draft.base - 0.7 * gap
            found.append(
                Link(draft.zh, round(logit, 4), draft.together, draft.defined, draft.complete)
            )
        links[key] = sorted(found, key=lambda link: (-link.logit, link.zh))
    return links


def _drafts(concept: Concept, gathered: Gathered) -> list[_Draft]:
    beads = [gathered.beads[n] for n in sorted(set(concept.beads))]
    together: Counter[str] = Counter()
    for bead in beads:
        together.update(bead.zh.keys())
    stems = stems_of(concept.key, gathered.dictionary)
    if not stems:
        return []
    likely = {zh: n / (len(beads) + gathered.zh_beads[zh]) for zh, n in together.items()}
    chosen = sorted(likely, key=lambda zh: (-likely[zh], zh))[:_MOST_CANDIDATES]
    chosen += sorted(zh for zh in concept.defined if zh in together and zh not in chosen)
    fits = [
        fit(zh, stems, concept.key, gathered)
        for zh in chosen
        if len(beads) >= _ENOUGH_BEADS or zh in concept.defined or related(zh, stems, gathered)
    ]
    # where the Chinese writes the abbreviation itself, no rendering is missing
    plain = [bead for bead in beads if not _in_letters(concept, bead)]
    good = [one.zh for one in fits if one.is_good]
    others = {one.zh: _others(one.zh, one.own, stems, beads, gathered) for one in fits}
    cut = _cut_short(fits, together, others)
    drafts = []
    for one in fits:
        excused = _excuses(one, good)
        missing = sum(
            one.zh not in bead.zh and not any(zh in bead.zh for zh in excused) for bead in plain
        )
        due = together[one.zh] + missing
        shown = (together[one.zh], due, others[one.zh], one.zh in cut)
        drafts.append(_draft(concept, one, shown, gathered))
    return drafts


def _excuses(one: Fit, good: Sequence[str]) -> list[str]:
    """Return the other renderings that excuse a bead from having this one.

    A text may render a term in two ways, each of them right by the dictionary; but what
    is a part of the other is no second way.
    """
    if not one.is_good:
        return []
    return [zh for zh in good if zh not in one.zh and one.zh not in zh]


def _cut_short(fits: Sequence[Fit], together: Counter[str], others: dict[str, float]) -> set[str]:
    """Return the units that nearly always stand inside a longer one: heads cut off, tails lost.

    The longer one counts only if no other word of the bead explains what it has more.
    """
    return {
        one.zh
        for one in fits
        if together[one.zh] >= _ENOUGH_TO_SEE
        and any(
            one.zh in whole.zh
            and one.zh != whole.zh
            and len(whole.zh) <= len(one.zh) + 2
            and together[whole.zh] >= _NEARLY_ALWAYS * together[one.zh]
            and others[whole.zh] <= others[one.zh] + 0.05
            and whole.gap < _PLAUSIBLE_GAP
            for whole in fits
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
    left, right = gathered.counts.entropy(one.zh)
    defined = concept.defined[one.zh]
    dice = 2 * together / (due + gathered.zh_beads[one.zh])
    base = (
        4.6 * together / due
        + 0.4 * together / gathered.zh_beads[one.zh]
        + 1.0 * dice * math.log(together) * max(0.0, 1 - one.gap)
        + 1.8 * one.covered
        + 0.9 * one.weakest
        + 0.33 * left
        + 0.45 * right
        - _length_matters(concept, one) * one.gap
        - 3.2 * others
        - 1.5 * cut
        + 1.0 * one.last
        + 1.4 * one.affixed
        - 7.4
        + _by_definition(concept, one.zh, others)
    )
    rank = math.log(dice) + math.log(0.2 + one.covered * one.explained)
    return _Draft(one.zh, together, base, rank, defined, one.weakest >= _COMPLETE)


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


def _others(
    zh: str,
    own: Sequence[float],
    stems: Sequence[str],
    beads: Sequence[Observation],
    gathered: Gathered,
) -> float:
    """Return the share of characters that only other words of the bead explain."""
    masks = gathered.dictionary.masks(zh)
    mine = sum(1 << n for n, weight in enumerate(own) if weight >= 0.6)
    shares = []
    for bead in [bead for bead in beads if zh in bead.zh][:_BEADS_LOOKED_AT]:
        bits = 0
        for stem, mask in masks.items():
            if stem in bead.stems and stem not in stems:
                bits |= mask
        shares.append((bits & ~mine).bit_count() / len(zh))
    return sum(shares) / len(shares) if shares else 0.0


def shares(counts: Mapping[str, int]) -> dict[str, float]:
    """Return each rendering's part of all of a term's aligned occurrences."""
    total = sum(counts.values())
    return {zh: n / total for zh, n in counts.items()} if total else {}
