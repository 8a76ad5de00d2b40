"""How well a Chinese unit renders an English one: evidence in, a logit out.

Association alone takes whatever stands beside a term; the dictionary alone knows no new
term. Together, with the length, the variety of the neighbours, and what other words of
the bead explain better, they are right where either is wrong. Deciding is done elsewhere.
"""

import math
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace

from zhen_align.terms import drafts
from zhen_align.terms.drafts import Drafted, Rank, Spread
from zhen_align.terms.gather import Concept, Gathered, stems_of
from zhen_align.terms.scoring import Draft, by_neighbours

_RIVALRY, _FAR = 0.7, 1.5  # what it weighs that another term has the unit, at most this far ahead
_ALONE = 0.75  # what it weighs that neither side ever stands without the other
_NOBODY = -math.inf
_UNRANKED = _NOBODY, _NOBODY, ""
_PART_ONLY, _MEANT = 6.0, 0.0  # what it weighs that a part of the term means just that
_WHOLE_ONLY, _SELDOM = 3.0, 4  # what it weighs that a longer term means that, where it is rare


@dataclass(frozen=True, slots=True)
class Link:
    """A concept and a rendering: its logit, and in how many beads both stand.

    `complete` says that the dictionary finds something of every word of the term in it,
    `steady` that it is rarely missing, of a likely length, and not unexplained; `said` that
    the words of the term explain all of it, `alone` that neither stands without the other.
    """

    zh: str
    logit: float
    together: int
    defined: int = 0
    complete: bool = False
    steady: bool = False
    said: bool = True
    alone: bool = False


def pair(
    gathered: Gathered,
    concepts: Sequence[Concept],
    spread: Spread = map,
    memory: MutableMapping[str, Drafted] | None = None,
    *,
    few: bool = False,
) -> dict[str, list[Link]]:
    """Return for each concept its possible renderings, best first.

    `spread` may draft the parts in several processes, as `map` would in one. `memory` has
    what was drafted before, and afterwards what was drafted now. With `few` it counts that
    neither side ever stands without the other, which says something in a few beads.
    """
    drafted = drafts.drafted(gathered, concepts, spread, memory)
    best = _best_two(drafted)
    links = {}
    for key in (concept.key for concept in concepts):
        listed = drafted[key].drafts
        found = []
        apart = _never_apart(key, listed, gathered) if few else {}
        for each in listed:
            first, second, owner = best[each.zh]
            rival = second if owner == key else first
            behind = max(-_FAR, min(_FAR, rival - each.rank)) if rival > _NOBODY else 0.0
            varied = by_neighbours(*gathered.units.entropy(each.zh))
            logit = each.base + varied - _RIVALRY * behind
            logit += apart.get(each.zh, 0.0)
            found.append(
                Link(
                    each.zh,
                    round(logit, 4),
                    each.together,
                    each.defined,
                    each.complete,
                    each.steady,
                    each.said,
                    apart.get(each.zh, 0.0) > 0,
                )
            )
        links[key] = sorted(found, key=lambda link: (-link.logit, link.zh))
    owned = {key: listed[0] for key, listed in links.items() if listed}
    wholes: dict[str, list[str]] = {}
    for key, best_one in owned.items():
        wholes.setdefault(best_one.zh, []).append(key)
    return {
        key: _without_parts(key, _without_wholes(key, listed, wholes, gathered), owned)
        for key, listed in links.items()
    }


def _never_apart(key: str, listed: Sequence[Draft], gathered: Gathered) -> dict[str, float]:
    """Return what it says for renderings that neither side ever stands without the other.

    Against parts of another of them: they never stand without what is cut off.
    """
    seen = len(set(gathered.concepts[key].beads))
    found = {d.zh for d in listed if 2 <= seen == d.together == gathered.zh_beads[d.zh]}
    cut = {zh for zh in found if any(zh != other and zh in other for other in found)}
    return {zh: -_ALONE if zh in cut else _ALONE for zh in found}


def _best_two(drafted: Mapping[str, Drafted]) -> dict[str, tuple[float, float, str]]:
    """Return of each unit the best and the second best rank, and whose the best is."""
    best: dict[str, tuple[float, float, str]] = {}
    for key, made in drafted.items():
        ranked: tuple[Draft | Rank, ...] = (*made.drafts, *made.unexplained)
        for one in ranked:
            rank = one.rank
            first, second, owner = best.get(one.zh, _UNRANKED)
            if rank > first:
                best[one.zh] = rank, first, key
            elif rank > second:
                best[one.zh] = first, rank, owner
    return best


def _without_wholes(
    key: str, links: list[Link], wholes: Mapping[str, Sequence[str]], gathered: Gathered
) -> list[Link]:
    """Put back what a longer term with these words means, where that is said but seldom."""
    dictionary = gathered.dictionary

    def is_of_whole(link: Link) -> bool:
        longer = [k for k in wholes.get(link.zh, ()) if k != key and f" {key} " in f" {k} "]
        if link.defined or link.together > _SELDOM or not longer:
            return False
        return not link.said or any(
            dictionary.says(link.zh, stems_of(other, dictionary)) for other in longer
        )

    put = [
        replace(link, logit=round(link.logit - _WHOLE_ONLY, 4), steady=False)
        if is_of_whole(link)
        else link
        for link in links
    ]
    return sorted(put, key=lambda link: (-link.logit, link.zh))


def _without_parts(key: str, links: list[Link], owned: Mapping[str, Link]) -> list[Link]:
    """Put back what leaves a word of the term unsaid, and is what a part of it means."""
    words = key.split(" ")
    if len(words) < 2:
        return links
    parts = [
        owned[part]
        for first in range(len(words))
        for last in range(first + 1, len(words) + 1)
        if (part := " ".join(words[first:last])) != key and part in owned
    ]
    meant = {part.zh for part in parts if part.logit > _MEANT and part.said}
    if meant.isdisjoint(link.zh for link in links):
        return links
    put = [
        replace(link, logit=round(link.logit - _PART_ONLY, 4), steady=False)
        if link.zh in meant and not link.defined and not link.complete
        else link
        for link in links
    ]
    return sorted(put, key=lambda link: (-link.logit, link.zh))


def shares(counts: Mapping[str, int]) -> dict[str, float]:
    """Return each rendering's part of all of a term's aligned occurrences."""
    total = sum(counts.values())
    return {zh: n / total for zh, n in counts.items()} if total else {}
