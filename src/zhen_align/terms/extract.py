"""Alignments to candidates: gather, pair, link, and say which of it a reviewer would want."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, MutableMapping, Sequence

from zhen_align.terms import english, wordclass
from zhen_align.terms.candidate import LEAST_SHARE, Candidate, Place
from zhen_align.terms.dictionary import Dictionary
from zhen_align.terms.drafts import Drafted, Spread
from zhen_align.terms.gather import Concept, Gathered, gather, words_of
from zhen_align.terms.leftover import leftovers
from zhen_align.terms.linking import Usage, link
from zhen_align.terms.names import abbreviated, names
from zhen_align.terms.pairing import Link, pair, shares
from zhen_align.terms.reading import Reading, read
from zhen_align.terms.stopwords import GENERIC
from zhen_align.terms.termhood import termhood
from zhen_align.text.segmenter import JIEBA, Segmenter
from zhen_align.types import Alignment

LEAST_LOGIT = 1.0
LEAST_LOGIT_COMPLETE = 0.0
LEAST_LOGIT_DEFINED = -1.0
LEAST_LOGIT_FEW = 2.0
"""For what a few beads say and the dictionary does not back."""
FEW = 4
LEAST_LOGIT_STEADY = -1.0
"""For what nearly always comes along, and has a likely length."""
LEAST_HOSTS, LEAST_LOGIT_NESTED = 2, 1.5
"""Longer terms of which a term must be a part, where it never stands by itself."""
NESTED_COUNTS = 0.5
"""What an occurrence inside a longer term says of how much a term is wanted."""
LEAST_ACTION, LEAST_GENERIC = 2, 3
"""Beads before a phrase that may begin with a verb, or a word of every text, is looked at."""
LEAST_SCORE = 0.16
LEAST_SHARE_UNSAID = 0.25
"""For a second rendering that the words of the term do not explain."""
LEAST_SHARE_NESTED, LEAST_NESTED = 0.15, 3
"""For a second rendering that is a part of the first, or holds it: often only ill cut."""
_PLURAL = re.compile(r"(?<=[A-Z]{2})s$")
"""What Chinese takes over with an abbreviation, and the glossary does not want: LLMs."""


def extract(
    alignments: Sequence[Alignment],
    *,
    min_count: int = 1,
    min_score: float = LEAST_SCORE,
    segmenter: Segmenter = JIEBA,
) -> list[Candidate]:
    """Return the terms of some aligned texts with their renderings, best first."""
    readings = (read(each, segmenter) for each in alignments)
    return found(readings, min_count=min_count, min_score=min_score)


def found(
    readings: Iterable[Reading],
    *,
    min_count: int = 1,
    min_score: float = LEAST_SCORE,
    spread: Spread = map,
    memory: MutableMapping[str, Drafted] | None = None,
) -> list[Candidate]:
    """Return what `extract` does, of readings; `spread` and `memory` are as in `pair`."""
    beads = [bead for reading in readings for bead in reading.beads]
    if not beads:
        return []
    gathered = gather(beads)
    kept = names(gathered)
    worth = [
        c
        for c in gathered.concepts.values()
        if c.key not in kept and _worth_pairing(c, gathered.dictionary)
    ]
    links = pair(gathered, worth, spread, memory, few=True)
    accepted = {key: listed for key, listed in links.items() if listed and _accepted(listed[0])}
    accepted |= leftovers(gathered, worth, accepted)
    short = {key: gathered.concepts[key].abbreviations for key in accepted}
    used = link(gathered.beads, accepted, LEAST_LOGIT_DEFINED, short)
    proposed = [*kept.values()]
    for key, usage in used.items():
        proposed += _candidates(gathered.concepts[key], accepted[key], usage, gathered)
    unsaid = (c for key, c in gathered.concepts.items() if key not in used and key not in kept)
    proposed += [one for c in unsaid if (one := abbreviated(c, gathered)) is not None]
    wanted = [one for one in proposed if one.count >= min_count and one.score >= min_score]
    return sorted(wanted, key=lambda c: (-c.score, -c.count, c.en, c.zh))


def _worth_pairing(concept: Concept, dictionary: Dictionary) -> bool:
    """Whether a unit recurs, or something other than counts speaks for it."""
    if concept.key.startswith("="):
        # beside an abbreviation stands whatever the sentence is about: only brackets tell
        return bool(concept.definitions)
    seen = len(set(concept.beads))
    if not concept.definitions and english.opens_with_action(concept.key, dictionary):
        return seen >= LEAST_ACTION or (seen >= 2 and bool(concept.named))
    if concept.key in GENERIC:
        return seen >= LEAST_GENERIC
    often = seen >= 2
    many_words = len(words_of(concept.key)) >= 2
    return often or bool(concept.definitions or concept.named) or many_words


def _accepted(best: Link) -> bool:
    if best.defined:
        return best.logit > LEAST_LOGIT_DEFINED
    if best.complete and best.together >= 2:
        alone = best.alone and best.said
        return best.logit > (LEAST_LOGIT_STEADY if alone else LEAST_LOGIT_COMPLETE)
    if best.together >= 2 and best.steady:
        return best.logit > LEAST_LOGIT_STEADY
    if best.alone:
        return best.logit > LEAST_LOGIT_COMPLETE
    few = best.together < FEW and not best.complete
    return best.logit > (LEAST_LOGIT_FEW if few else LEAST_LOGIT)


def _candidates(
    concept: Concept,
    links: Sequence[Link],
    usage: Usage,
    gathered: Gathered,
) -> list[Candidate]:
    renderings = _renderings(concept, links, usage)
    renderings = _folded(renderings)
    counts = {zh: len(places) for zh, places in renderings.items()}
    if not counts:
        return []
    parts = shares(counts)
    main = max(sorted(counts), key=counts.__getitem__)
    of = {one.zh: one for one in links}
    en = _shown(concept)
    abbr = _abbreviation(concept)
    found = []
    for zh, places in renderings.items():
        nested = zh != main and (zh in main or main in zh)
        if parts[zh] < (LEAST_SHARE_NESTED if nested else LEAST_SHARE):
            continue
        told = zh == main or of[zh].said or of[zh].defined
        if parts[zh] < LEAST_SHARE_UNSAID and not told:
            continue
        if nested and counts[zh] < LEAST_NESTED:
            continue
        beads = max(usage.beads, counts[zh]) + NESTED_COUNTS * len(usage.nested.get(zh, ()))
        score = termhood(concept, zh, of[zh].logit, beads, parts[zh], gathered)
        shown = _surface(places, gathered, zh)
        found.append(
            Candidate(en, abbr, shown, counts[zh], parts[zh], score, tuple(sorted(places)))
        )
    return found


def _renderings(
    concept: Concept, links: Sequence[Link], usage: Usage
) -> Mapping[str, Sequence[Place]]:
    """Return the places of each rendering; where a term stands by itself, those alone.

    What only ever is a part of one longer term is none; what several share is one.
    """
    free, parts = usage.renderings, usage.nested
    best = links[0]
    if not parts or best.zh in free or not (best.complete and best.steady):
        return free
    if best.logit < LEAST_LOGIT_NESTED or len(_smallest(concept.key, usage)) < LEAST_HOSTS:
        return free
    if " " not in concept.key and wordclass.tag(best.zh)[:1] not in ("n", ""):
        return free
    return {**free, best.zh: _one_a_bead(parts[best.zh])} if best.zh in parts else free


def _smallest(key: str, usage: Usage) -> list[str]:
    """Return the longer terms that have a term as their head, without those that hold another."""
    hosts = [h for h in usage.hosts if h.endswith(f" {key}") or " " not in key]
    return [h for h in hosts if not any(o != h and f" {o} " in f" {h} " for o in hosts)]


def _folded(renderings: Mapping[str, Sequence[Place]]) -> dict[str, list[Place]]:
    """Return the renderings without those that another writes with other capitals."""
    best: dict[str, str] = {}
    found: dict[str, list[Place]] = {}
    for zh in sorted(renderings, key=lambda zh: (-len(renderings[zh]), zh)):
        same = _PLURAL.sub("", zh).casefold()
        found.setdefault(best.setdefault(same, zh), []).extend(renderings[zh])
    return {zh: found[zh] for zh in renderings if zh in found}


def _one_a_bead(places: Iterable[Place]) -> list[Place]:
    """Return the first of the places in each bead."""
    return [*{(place.pair, place.bead): place for place in reversed([*places])}.values()]


def _shown(concept: Concept) -> str:
    if concept.key.startswith("="):
        return concept.key[1:]
    if not (concept.forms or concept.initial):
        return concept.key
    return english.canonical(dict(concept.forms), dict(concept.initial))


def _abbreviation(concept: Concept) -> str:
    if not concept.abbreviations:
        return ""
    return max(sorted(concept.abbreviations), key=concept.abbreviations.__getitem__)


def _surface(places: Sequence[Place], gathered: Gathered, zh: str) -> str:
    """Return the rendering in the script that the texts write it in most."""
    seen: Counter[str] = Counter()
    for place in places:
        segment = gathered.segment_of[place.pair, place.bead]
        start = next(
            here + place.zh.start - there
            for here, there in reversed(segment.zh.starts)
            if place.zh is not None and there <= place.zh.start
        )
        assert place.zh is not None
        text = segment.zh.text[start : start + place.zh.end - place.zh.start]
        text = re.sub(r"(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])", "", text)
        seen[_PLURAL.sub("", text)] += 1
    return max(sorted(seen), key=seen.__getitem__) if seen else zh
