"""What is left over on both sides of the same few beads: a pair by elimination.

A word that no dictionary knows (eavesdropper) stands in two beads, a Chinese unit that no
other word explains in just the same two, and nothing else does: they are each other's.
"""

from collections.abc import Mapping, Sequence

from zhen_align.terms.fitness import fit, wording
from zhen_align.terms.gather import Concept, Gathered, words_of
from zhen_align.terms.pairing import Link
from zhen_align.terms.stopwords import GENERIC

_LEAST, _MOST = 2, 8
_LIKELY_GAP, _LIKELY_GAP_LONG = 0.6, 0.8
_LOOSE_VERB, _COMPLETE, _PART = 0.5, 0.3, 0.45
_LOGIT = 0.5
_GENERAL = 8


def leftovers(
    gathered: Gathered,
    concepts: Sequence[Concept],
    settled: Mapping[str, Sequence[Link]],
) -> dict[str, list[Link]]:
    """Return a link for each concept that has none, where one unit alone is left for it."""
    homes: dict[tuple[int, ...], list[str]] = {}
    for concept in concepts:
        beads = tuple(sorted(set(concept.beads)))
        if concept.key not in settled and _LEAST <= len(beads) <= _MOST:
            homes.setdefault(beads, []).append(concept.key)
    found = {}
    for beads, keys in homes.items():
        whole = [k for k in keys if not any(k != o and f" {k} " in f" {o} " for o in keys)]
        if len(whole) != 1 or not _is_rare(whole[0], gathered):
            continue
        free = _free(whole[0], beads, gathered, settled)
        fitting = [zh for zh in free if _fits(whole[0], zh, beads, gathered)]
        if len(fitting) == 1:
            found[whole[0]] = [Link(fitting[0], _LOGIT, len(beads), alone=True)]
    return found


def _is_rare(key: str, gathered: Gathered) -> bool:
    """Whether a term is made of something else than words of every text."""
    words = words_of(key)
    if len(words) == 1:
        return key not in GENERIC and gathered.dictionary.generality(words[0]) < _GENERAL
    return not all(word in GENERIC for word in words)


def _free(
    key: str, beads: Sequence[int], gathered: Gathered, settled: Mapping[str, Sequence[Link]]
) -> list[str]:
    """Return the units that stand in just these beads, and in part of which nothing else does."""
    first = gathered.beads[beads[0]]
    units = {
        zh
        for zh in first.zh
        if gathered.zh_beads[zh] == len(beads)
        and all(zh in gathered.beads[n].zh for n in beads[1:])
    }
    said = {
        settled[other][0].zh
        for n in beads
        for other in gathered.beads[n].en
        if other in settled and not key.startswith(other)
    }
    longest = {zh for zh in units if not any(zh != other and zh in other for other in units)}
    return sorted(zh for zh in longest if not any(one in zh or zh in one for one in said))


def _fits(key: str, zh: str, beads: Sequence[int], gathered: Gathered) -> bool:
    """Whether a unit may render a term by its looks, and no other word explains it."""
    term = wording(key, gathered)
    one = fit(zh, term, gathered)
    if one.looks > _LOOSE_VERB or one.gap > (_LIKELY_GAP_LONG if one.longer else _LIKELY_GAP):
        return False
    if len(term.stems) > 1 and one.weakest < _COMPLETE and one.explained >= _PART:
        return False
    around = {stem for n in beads for stem in gathered.beads[n].stems}.difference(term.stems)
    return not any(
        mask.bit_count() > 1
        for stem, mask in gathered.dictionary.masks(zh).items()
        if stem in around
    )
