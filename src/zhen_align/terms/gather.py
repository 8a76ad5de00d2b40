"""The readings of a collection put together: which concepts there are, and where.

Abbreviations are merged with their long forms here, per document, before anything is
counted: two documents may mean two things by the same letters.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from zhen_align.terms import english, ngrams
from zhen_align.terms.dictionary import Dictionary
from zhen_align.terms.english_words import remainder
from zhen_align.terms.forms import english_key
from zhen_align.terms.initials import bare, key_of
from zhen_align.terms.learned import Learned, learn
from zhen_align.terms.meanings import form_of, meanings
from zhen_align.terms.phrases import Phrases, phrases, spelt
from zhen_align.terms.reading import Defined, Read
from zhen_align.terms.segments import Segment, unnumbered
from zhen_align.types import Span

_LONGEST_LISTED = 6
_EXACT = 8  # a count up to which each one more matters
_SMALL = {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to"}

Weights = tuple[float, ...]


@dataclass(slots=True)
class Observation:
    """One bead: its units by key, and the stems of its English words."""

    number: int
    segment: Segment
    en: dict[str, list[Span]]
    zh: dict[str, list[Span]]
    stems: frozenset[str]
    zh_latin: str
    small: str = ""
    """The same in small letters."""


@dataclass(slots=True)
class Concept:
    """An English form under all its spellings, and what is known of it besides counts."""

    key: str
    forms: Counter[str] = field(default_factory=Counter)
    initial: Counter[str] = field(default_factory=Counter)
    """Forms where a capital means nothing: at the head of a sentence, in a title."""
    abbreviations: Counter[str] = field(default_factory=Counter)
    beads: list[int] = field(default_factory=list)
    defined: Counter[str] = field(default_factory=Counter)
    """Chinese runs that a bracket puts beside it, each ending where the rendering ends."""
    headed: set[str] = field(default_factory=set)
    """Chinese headings that stand beside it, where neither has anything else."""
    whole_runs: set[str] = field(default_factory=set)
    """Those of them that begin where the text before them ends: a mark, a function word."""
    definitions: int = 0
    named: int = 0
    spelt: int = 0
    """Beads where the long form itself stands, not only its abbreviation."""


@dataclass(slots=True)
class Gathered:
    """Everything pairing needs."""

    beads: list[Observation]
    concepts: dict[str, Concept]
    units: ngrams.Units
    dictionary: Dictionary
    learned: Learned = field(default_factory=dict)
    zh_beads: Mapping[str, int] = field(default_factory=dict)
    """In how many beads a unit stands, in steps (see `in_steps`)."""
    segment_of: dict[tuple[str, int], Segment] = field(default_factory=dict)
    explained: dict[tuple[str, str | None, str], Weights] = field(default_factory=dict)
    """How far a stem (and what is left of its word without a prefix) explains a unit: a memo."""
    beside: dict[tuple[int, str], list[tuple[str, int]]] = field(default_factory=dict)
    """In a bead, the stems that cover characters of a unit, and which: a memo."""


def gather(beads: Sequence[Read]) -> Gathered:
    """Put the beads of all readings together."""
    plain = [bead.plain for bead in beads]
    units = ngrams.find(
        [
            ngrams.Marked(text, bead.marks, bead.whole, list(_edges(bead)))
            for text, bead in zip(plain, beads, strict=True)
        ]
    )
    vocabulary = {word for bead in beads for word in bead.words.split()}
    vocabulary |= set(map(remainder, vocabulary)) - {""}
    found = Gathered([], {}, units, Dictionary(vocabulary))
    meant = meanings(beads)
    held = {pair: phrases(long_of.values()) for pair, long_of in meant.items()}
    times: Counter[str] = Counter()
    for number, bead in enumerate(beads):
        segment = bead.segment
        long_of = meant.get(segment.pair, {})
        en = _english(bead, long_of, held.get(segment.pair, ()), found.concepts, number)
        zh: dict[str, list[Span]] = {}
        for unit, place in units.found[number]:
            zh.setdefault(unit, []).append(place)
        _define(bead, plain[number], long_of, found.concepts, en, units.named[number], zh, number)
        if segment.listed:
            _listed(segment, units.whole[number], found.concepts, en, zh)
        elif segment.named:
            _headed(segment, plain[number], found.concepts, en, zh)
        times.update(zh.keys())
        latin = plain[number].translate({0: " "})
        stems = frozenset(bead.stems.split())
        found.segment_of[segment.pair, segment.bead] = segment
        found.beads.append(Observation(number, segment, en, zh, stems, latin, latin.lower()))
    found.zh_beads = {zh: in_steps(count) for zh, count in times.items()}
    found.learned = learn(
        (seen.stems, frozenset(bead.spoken.split()))
        for seen, bead in zip(found.beads, beads, strict=True)
    )
    return found


@cache
def in_steps(count: int) -> int:
    """Return a count as it is while small, else rounded up to a step a fifth above the last.

    What is worked out from it stays the same when a few more are found somewhere.

    >>> [in_steps(n) for n in (1, 7, 8, 99, 100, 101)]
    [1, 7, 8, 108, 108, 108]
    """
    if count <= _EXACT:
        return count
    return math.ceil(_EXACT * 2 ** (math.ceil(4 * math.log2(count / _EXACT) - 1e-9) / 4))


def _listed(
    segment: Segment,
    whole: tuple[str, Span] | None,
    concepts: dict[str, Concept],
    en: Mapping[str, object],
    zh: dict[str, list[Span]],
) -> None:
    """Note that the two sides of a keyword or cell are each other's rendering, whole."""
    key = key_of(unnumbered(segment.en.text))
    if whole is not None and key in en:
        unit, place = whole
        concepts[key].defined[unit] += 1
        concepts[key].whole_runs.add(unit)
        if place not in zh.setdefault(unit, []):
            zh[unit].append(place)


def _headed(
    segment: Segment,
    plain: str,
    concepts: dict[str, Concept],
    en: Mapping[str, object],
    zh: Mapping[str, object],
) -> None:
    """Note that a heading is one unit on both sides: rather each other's rendering than not."""
    key = key_of(unnumbered(segment.en.text))
    if " " in key and key in en and unnumbered(plain) in zh:
        concepts[key].headed.add(unnumbered(plain))


def _edges(bead: Read) -> Iterator[int]:
    for defined in bead.defined:
        for first, size, _ in _rows(defined):
            yield first
            yield size


def _rows(defined: Defined) -> Iterator[tuple[int, int, int]]:
    each = iter(defined.edges)
    return zip(each, each, each, strict=True)


def _english(
    bead: Read, long_of: dict[str, str], held: Phrases, concepts: dict[str, Concept], number: int
) -> dict[str, list[Span]]:
    segment = bead.segment
    text = segment.en.text
    found: dict[str, list[Span]] = {}
    full: set[str] = set()
    units = zip(bead.english[::2], bead.english[1::2], bead.keys, bead.initial, strict=True)
    for start, end, key, initial in (*units, *spelt(text, held)):
        span = Span(start, end)
        short = key[1:] if key[0] == "=" else ""
        if short in long_of:
            key = long_of[short]
            _concept(concepts, key).abbreviations[short] += 1
        else:
            concept = _concept(concepts, key)
            (concept.initial if initial == "1" else concept.forms)[form_of(span, text)] += 1
            full.add(key)
        found.setdefault(key, []).append(span)
    for d in bead.defined:
        if d.en and not d.in_chinese:
            form = form_of(d.en, text)
            key = english_key(form)
            concept = _concept(concepts, key)
            concept.definitions += 1
            if d.abbr:
                concept.abbreviations[bare(d.abbr.of(text))] += 1
            if d.en not in found.setdefault(key, []):
                _spell(concept, form, text, d.en)
                found[key].append(d.en)
            full.add(key)
    whole = key_of(unnumbered(text)) if segment.named else ""
    apart = segment.named and segment.listed and 1 < len(whole.split()) <= _LONGEST_LISTED
    if apart and whole not in found:
        # who sets a phrase apart as a keyword calls it a term, whatever its words are
        start = text.find(unnumbered(text))
        found[whole] = [Span(start, start + len(unnumbered(text)))]
        _spell(_concept(concepts, whole), form_of(found[whole][0], text), text, found[whole][0])
        full.add(whole)
    for key in found:
        concept = concepts[key]
        concept.beads.append(number)
        concept.named += key == whole
        concept.spelt += key in full
    return found


def _define(
    bead: Read,
    plain: str,
    long_of: dict[str, str],
    concepts: dict[str, Concept],
    units: dict[str, list[Span]],
    named: Sequence[tuple[str, Span]],
    zh: dict[str, list[Span]],
    number: int,
) -> None:
    """Note what the brackets say is the Chinese of what, on either side of the bead."""
    edges = iter(named)
    for d in bead.defined:
        behind = [(*next(edges), bool(whole)) for _, _, whole in _rows(d)]
        if d.zh is None:
            continue
        text = plain if d.in_chinese else bead.segment.en.text
        key = _defined_key(d, text, long_of)
        concept = _concept(concepts, key)
        if key not in units:
            if not d.in_chinese:
                continue
            # the bracket shows the English, though the other side words it otherwise
            units[key] = []
            concept.beads.append(number)
        if d.en and not (concept.forms or concept.initial):
            _spell(concept, form_of(d.en, text), text, d.en)
        if d.abbr and not key.startswith("="):
            concept.abbreviations[bare(d.abbr.of(text))] += 1
        concept.definitions += 1
        for unit, place, whole in behind:
            concept.defined[unit] += 1
            if whole:
                concept.whole_runs.add(unit)
            if place not in zh.setdefault(unit, []):
                zh[unit].append(place)


def _defined_key(d: Defined, text: str, long_of: dict[str, str]) -> str:
    if d.en:
        form = form_of(d.en, text)
        return long_of.get(bare(form)) or key_of(form)
    assert d.abbr is not None
    short = bare(d.abbr.of(text))
    return long_of.get(short) or "=" + short


def _spell(concept: Concept, form: str, text: str, span: Span) -> None:
    """Note how a form is written, capitals that mean nothing apart."""
    (concept.initial if english.is_initial(text, span) else concept.forms)[form] += 1


def _concept(concepts: dict[str, Concept], key: str) -> Concept:
    known = concepts.get(key)
    if known is None:
        known = concepts[key] = Concept(key)
    return known


def words_of(key: str) -> list[str]:
    """Return the words a concept is made of, without function words."""
    words = re.findall(r"[^\W_]+", key)
    return [word for word in words if word not in _SMALL] or words


def stems_of(key: str, dictionary: Dictionary) -> list[str]:
    """Return the stems of a concept's words."""
    return [dictionary.stem(word.lower()) for word in words_of(key)]
