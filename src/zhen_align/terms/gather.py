"""One reading of the beads: which units stand where, what brackets define, which names occur.

Abbreviations are merged with their long forms here, per document, before anything is
counted: two documents may mean two things by the same letters.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from zhen_align.terms import chinese, english
from zhen_align.terms.definitions import Definition, definitions
from zhen_align.terms.dictionary import Dictionary
from zhen_align.terms.forms import english_key, simplified
from zhen_align.terms.initials import bare, is_abbreviation
from zhen_align.terms.learned import Learned, learn
from zhen_align.terms.segments import BLANK, Segment
from zhen_align.terms.stopwords import STOP
from zhen_align.types import Span

_WORD = re.compile(r"[A-Za-z]+")
_AGREEMENT = 0.8
_SMALL = {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to"}


@dataclass(slots=True)
class Observation:
    """One bead: its units by key, and the stems of its English words."""

    segment: Segment
    en: dict[str, list[Span]]
    zh: dict[str, list[Span]]
    stems: frozenset[str]
    zh_latin: str


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
    counts: chinese.Counts
    dictionary: Dictionary
    learned: Learned = field(default_factory=dict)
    zh_beads: Counter[str] = field(default_factory=Counter)


def key_of(form: str) -> str:
    """Return the key of an English form; what is mostly capitals keeps its case.

    >>> key_of("Language Models"), key_of("LLMs"), key_of("GPT-4")
    ('language model', '=LLM', '=GPT-4')
    """
    word = form.strip()
    if " " not in word and is_abbreviation(word):
        return "=" + bare(word)
    return english_key(word)


def gather(segments: Sequence[Segment]) -> Gathered:
    """Read every bead once."""
    vocabulary = {w.lower() for seg in segments for w in _WORD.findall(seg.en.text)}
    dictionary = Dictionary(vocabulary)
    plain = [simplified(seg.zh.text) for seg in segments]
    runs = [chinese.runs(text) for text in plain]
    counts = chinese.count([run for bead in runs for run in bead])
    found = Gathered([], {}, counts, dictionary)
    meant = _meanings(segments)
    for number, segment in enumerate(segments):
        long_of = meant[segment.pair]
        units = _english(segment, dictionary, long_of, found.concepts, number)
        zh: dict[str, list[Span]] = {}
        for run in runs[number]:
            for unit, first, last in chinese.candidates(run, counts):
                zh.setdefault(unit, []).append(chinese.span(run, first, last))
        _define(segment, plain[number], long_of, found.concepts, units, runs[number], zh, number)
        found.zh_beads.update(zh.keys())
        words = {w.lower() for w in _WORD.findall(segment.en.text)} - STOP
        latin = plain[number].translate({0: " "})
        found.beads.append(
            Observation(
                segment, units, zh, frozenset(map(dictionary.stem, words)), latin,
            )
        )  # fmt: skip
    taught = (
        (bead.stems, frozenset(word for run in own for word in chinese.plain_words(run)))
        for bead, own in zip(found.beads, runs, strict=True)
    )
    found.learned = learn(taught)
    return found


def _meanings(segments: Sequence[Segment]) -> dict[str, dict[str, str]]:
    """Return for each document its abbreviations and the key of what each stands for."""
    votes: dict[str, dict[str, Counter[str]]] = {}
    for segment in segments:
        here = votes.setdefault(segment.pair, {})
        # the English side says it first hand; the Chinese one may have guessed
        for side, weight in ((segment.en.text, 3), (segment.zh.text, 1)):
            for d in definitions(side):
                if d.en and d.abbr:
                    short = bare(d.abbr.of(side))
                    here.setdefault(short, Counter())[english_key(_form(d.en, side))] += weight
    everywhere: dict[str, Counter[str]] = {}
    for here in votes.values():
        for short, longs in here.items():
            everywhere.setdefault(short, Counter()).update(longs)
    # a document that does not say what it means means what all the others mean, if they agree
    agreed = {short: _first(longs) for short, longs in everywhere.items() if _agree(longs)}
    return {
        pair: agreed | {short: _first(longs) for short, longs in here.items()}
        for pair, here in votes.items()
    }


def _first(votes: Counter[str]) -> str:
    return max(sorted(votes), key=votes.__getitem__)


def _agree(votes: Counter[str]) -> bool:
    return max(votes.values()) >= _AGREEMENT * sum(votes.values())


def _form(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())


def _english(
    segment: Segment,
    dictionary: Dictionary,
    long_of: dict[str, str],
    concepts: dict[str, Concept],
    number: int,
) -> dict[str, list[Span]]:
    text = segment.en.text
    found: dict[str, list[Span]] = {}
    spelt: set[str] = set()
    for unit in english.units(text, dictionary):
        form = _form(unit.span, text)
        key = key_of(form)
        short = bare(form)
        if short in long_of:
            key = long_of[short]
            _concept(concepts, key).abbreviations[short] += 1
        else:
            _spell(_concept(concepts, key), form, text, unit.span)
            spelt.add(key)
        found.setdefault(key, []).append(unit.span)
    for d in definitions(text):
        if d.en:
            form = _form(d.en, text)
            key = english_key(form)
            concept = _concept(concepts, key)
            concept.definitions += 1
            if d.abbr:
                concept.abbreviations[bare(d.abbr.of(text))] += 1
            if d.en not in found.setdefault(key, []):
                _spell(concept, form, text, d.en)
                found[key].append(d.en)
            spelt.add(key)
    whole = key_of(text.strip(" .:;*#" + BLANK)) if segment.named else ""
    for key in found:
        concept = concepts[key]
        concept.beads.append(number)
        concept.named += key == whole
        concept.spelt += key in spelt
    return found


def _define(
    segment: Segment,
    plain: str,
    long_of: dict[str, str],
    concepts: dict[str, Concept],
    units: dict[str, list[Span]],
    runs: Sequence[chinese.Run],
    zh: dict[str, list[Span]],
    number: int,
) -> None:
    """Note what the brackets say is the Chinese of what, on either side of the bead."""
    for text, is_zh in ((segment.en.text, False), (plain, True)):
        for d in definitions(text):
            if d.zh is None:
                continue
            key = _defined_key(d, text, long_of)
            concept = _concept(concepts, key)
            if key not in units:
                if not is_zh or (key.startswith("=") and key not in concepts):
                    continue
                # the bracket shows the English, though the other side words it otherwise
                units[key] = []
                concept.beads.append(number)
            if d.en and not (concept.forms or concept.initial):
                _spell(concept, _form(d.en, text), text, d.en)
            if d.abbr and not key.startswith("="):
                concept.abbreviations[bare(d.abbr.of(text))] += 1
            concept.definitions += 1
            if is_zh:
                for unit, place, whole in _behind(runs, d.zh):
                    concept.defined[unit] += 1
                    if whole:
                        concept.whole_runs.add(unit)
                    if place not in zh.setdefault(unit, []):
                        zh[unit].append(place)


def _behind(runs: Sequence[chinese.Run], zh: Span) -> Iterator[tuple[str, Span, bool]]:
    """Yield what may be the rendering before a bracket, and whether it is the whole run."""
    for run in runs:
        for unit, first, last in chinese.suffixes(run, zh.end):
            place = chinese.span(run, first, last)
            if place.start >= zh.start:
                yield unit, place, chinese.is_whole(run, first, last)


def _defined_key(d: Definition, text: str, long_of: dict[str, str]) -> str:
    if d.en:
        form = _form(d.en, text)
        return long_of.get(bare(form)) or key_of(form)
    assert d.abbr is not None
    short = bare(d.abbr.of(text))
    return long_of.get(short) or "=" + short


def _spell(concept: Concept, form: str, text: str, span: Span) -> None:
    """Note how a form is written, capitals that mean nothing apart."""
    (concept.initial if english.is_initial(text, span) else concept.forms)[form] += 1


def _concept(concepts: dict[str, Concept], key: str) -> Concept:
    return concepts.setdefault(key, Concept(key))


def words_of(key: str) -> list[str]:
    """Return the words a concept is made of, without function words."""
    words = re.findall(r"[^\W_]+", key)
    return [word for word in words if word not in _SMALL] or words


def stems_of(key: str, dictionary: Dictionary) -> list[str]:
    """Return the stems of a concept's words."""
    return [dictionary.stem(word.lower()) for word in words_of(key)]
