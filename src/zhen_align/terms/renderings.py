"""Which stretch of the Chinese renders which English term, occurrence by occurrence.

For one alignment: every term that stands in a bead, and what most likely renders it there,
with the evidence of the whole document. A rendering that nobody has seen before is a guess
like any other. What is expected, and what is a fault, is decided over the whole set of
documents (`lint.consistency`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from zhen_align.terms import english
from zhen_align.terms.fitness import Fit, Wording, fit, wording
from zhen_align.terms.gather import Concept, Gathered, Observation, gather
from zhen_align.terms.linking import uncut
from zhen_align.terms.names import names
from zhen_align.terms.pairing import Link, pair
from zhen_align.terms.reading import Reading, read
from zhen_align.terms.rendering_data import KEPT, NOTHING, Rendered, Seen, TermSeen
from zhen_align.terms.scoring import others
from zhen_align.terms.segments import Segment
from zhen_align.terms.termhood import termhood
from zhen_align.types import Alignment, Span

_LEAST_LOGIT = -4.0
_LETTERS = re.compile(r"[^\W\d_]")
_MOST_LINKS = 12
_CLAIMED = 4.0


@dataclass(frozen=True, slots=True)
class _Offer:
    """A place that may render a term's occurrence."""

    score: float
    key: str
    en: Span
    zh: Span
    form: str


def renderings(alignment: Alignment) -> Rendered:
    """Return what one alignment shows."""
    return rendered(read(alignment))


def rendered(reading: Reading) -> Rendered:
    """Return what an alignment shows that has been read."""
    if not reading.beads:
        return Rendered()
    gathered = gather(reading.beads)
    latin = names(gathered)
    concepts = [
        each
        for key, each in sorted(gathered.concepts.items())
        if key not in latin and each.beads and (not key.startswith("=") or each.definitions)
    ]
    weighed = [each for each in concepts if _is_weighed(each, gathered)]
    links = {
        key: [one for one in found if one.logit > _LEAST_LOGIT or one.defined][:_MOST_LINKS]
        for key, found in pair(gathered, weighed).items()
    }
    brackets = {
        number: tuple(d.zh for d in bead.defined if d.zh is not None and d.in_chinese)
        for number, bead in enumerate(reading.beads)
    }
    return _Writer(gathered, concepts, links, brackets).written()


def _is_weighed(concept: Concept, gathered: Gathered) -> bool:
    """Whether what renders a term here may say what is expected of it.

    What stands once is held against other texts, but one word alone only against its own, and
    a part of a longer term says nothing new. What renders such a one is not asked here: where
    something is expected of it the second look comes to it all the same.
    """
    beads = set(concept.beads)
    if len(beads) > 1 or concept.definitions or concept.defined or concept.abbreviations:
        return True
    places = gathered.beads[concept.beads[0]].en
    own = places[concept.key]
    if len(own) != 1:
        return True
    first, last = own[0].start, own[0].end
    return " " in concept.key and not any(
        span.start <= first and last <= span.end
        for key, spans in places.items()
        if key != concept.key
        for span in spans
    )


class _Writer:
    """Puts terms, forms and beads into flat rows."""

    def __init__(
        self,
        gathered: Gathered,
        concepts: Sequence[Concept],
        links: Mapping[str, list[Link]],
        brackets: Mapping[int, Sequence[Span]],
    ) -> None:
        self.brackets = brackets
        self.gathered, self.links = gathered, links
        self.concepts = [each for each in concepts if links.get(each.key, True)]
        self.number = {each.key: n for n, each in enumerate(self.concepts)}
        self.form: dict[str, int] = {}
        self.fits: dict[tuple[str, str], Fit] = {}
        self.wordings: dict[str, Wording] = {}
        self.latin: dict[str, re.Pattern[str]] = {}

    def written(self) -> Rendered:
        """Return everything."""
        terms = tuple(map(self._term, self.concepts))
        beads = tuple(seen for bead in self.gathered.beads if (seen := self._bead(bead)).uses)
        return Rendered(terms, tuple(self.form), beads)

    def _term(self, concept: Concept) -> TermSeen:
        listed = self.links.get(concept.key, ())
        worth = 0.0
        if listed:
            best, beads = listed[0], len(set(concept.beads))
            worth = termhood(concept, best.zh, best.logit, beads, 1.0, self.gathered)
        shown = concept.key.lstrip("=")
        if concept.forms or concept.initial:
            shown = english.canonical(dict(concept.forms), dict(concept.initial))
        rows = tuple(n for one in listed for n in self._link(concept, one))
        abbreviations = tuple(sorted(concept.abbreviations))
        return TermSeen(concept.key, shown, abbreviations, round(100 * worth), rows)

    def _link(self, concept: Concept, one: Link) -> Iterator[int]:
        found = self._fit(concept.key, one.zh)
        shares = (one.logit, found.covered, found.weakest, found.explained)
        yield self._form(one.zh)
        yield from (round(100 * share) for share in shares)
        yield one.defined

    def _bead(self, bead: Observation) -> Seen:
        seg = bead.segment
        uses = []
        brackets = {zh.end for zh in self.brackets.get(bead.number, ())}
        chosen = _assigned(list(self._offers(bead)))
        for key in sorted(bead.en):
            if key not in self.number:
                continue
            kept = self._stays(key, bead.zh_latin)
            for span in bead.en[key]:
                en, one = seg.en.back(span), chosen.get((key, span))
                row = [KEPT if kept else NOTHING, 0, 0, 0]
                # what stays Latin is rendered beside itself only by a bracket, or surely
                if one and (not kept or one.score > 0 or one.zh.end in brackets):
                    zh = seg.zh.back(one.zh)
                    said = one.zh.end in brackets or _is_all(seg, span, one.zh)
                    row = [self._form(one.form), zh.start, zh.end, int(said)]
                uses.append((self.number[key], en.start, en.end, *row))
        uses.sort(key=lambda use: (use[1], -use[2], use[0]))
        return Seen(seg.bead, tuple(n for use in uses for n in use))

    def _stays(self, key: str, zh_latin: str) -> bool:
        """Whether the Latin letters of a Chinese text have the term, or an abbreviation of it."""
        if not zh_latin:
            return False
        concept = self.concepts[self.number[key]]
        folded = zh_latin.casefold()
        if not any(form.casefold() in folded for form in _in_letters(concept)):
            return False  # most terms: making a pattern for each takes long
        if key not in self.latin:
            self.latin[key] = _in_latin(concept)
        return self.latin[key].search(zh_latin) is not None

    def _offers(self, bead: Observation) -> Iterator[_Offer]:
        for key, spans in bead.en.items():
            if key not in self.links:
                continue
            for one in uncut([one for one in self.links[key] if one.zh in bead.zh]):
                mine = self._wording(key)
                claimed = others(self._fit(key, one.zh), mine, (bead,), self.gathered)
                score = one.logit - _CLAIMED * claimed
                for en in spans:
                    for zh in bead.zh[one.zh]:
                        yield _Offer(score, key, en, zh, one.zh)

    def _form(self, zh: str) -> int:
        return self.form.setdefault(zh, len(self.form))

    def _wording(self, key: str) -> Wording:
        if key not in self.wordings:
            self.wordings[key] = wording(key, self.gathered)
        return self.wordings[key]

    def _fit(self, key: str, zh: str) -> Fit:
        if (key, zh) not in self.fits:
            self.fits[key, zh] = fit(zh, self._wording(key), self.gathered)
        return self.fits[key, zh]


def _assigned(offers: Sequence[_Offer]) -> dict[tuple[str, Span], _Offer]:
    """Return the best offer for each occurrence: apart stays apart, and inside stays inside."""
    chosen: dict[tuple[str, Span], _Offer] = {}
    taken: list[tuple[Span, Span]] = []
    for one in sorted(offers, key=lambda o: (-o.score, o.key, o.en.start, o.zh.start)):
        if (one.key, one.en) in chosen:
            continue
        if all(_agree(one.en, one.zh, en, zh) for en, zh in taken):
            chosen[one.key, one.en] = one
            taken.append((one.en, one.zh))
    return chosen


def _agree(en: Span, zh: Span, other_en: Span, other_zh: Span) -> bool:
    """Whether two occurrences lie to each other as their renderings do."""
    if not en.meets(other_en):
        return not zh.meets(other_zh)
    if en.start >= other_en.start and en.end <= other_en.end:
        return zh.start >= other_zh.start and zh.end <= other_zh.end
    if en.start <= other_en.start and en.end >= other_en.end:
        return zh.start <= other_zh.start and zh.end >= other_zh.end
    return zh.meets(other_zh)


def _is_all(segment: Segment, en: Span, zh: Span) -> bool:
    """Whether a heading or a keyword is a term of several words, and nothing else."""
    if not segment.named or " " not in en.of(segment.en.text):
        return False
    rests = ((segment.en.text, en), (segment.zh.text, zh))
    return not any(_LETTERS.search(s[: span.start] + s[span.end :]) for s, span in rests)


def _in_letters(concept: Concept) -> Iterator[str]:
    """Yield all that a term is called in Latin letters."""
    yield from (*concept.forms, *concept.initial, concept.key.lstrip("="), *concept.abbreviations)


def _in_latin(concept: Concept) -> re.Pattern[str]:
    """Return what finds the term in Latin letters: an abbreviation of it, or itself."""
    forms = {*concept.forms, *concept.initial, concept.key.lstrip("=")}
    exact = "|".join(sorted(map(re.escape, concept.abbreviations))) or "(?!)"
    loose = "|".join(sorted(map(re.escape, forms)))
    return re.compile(rf"(?<![A-Za-z0-9])(?:{exact}|(?i:{loose}))(?:e?s)?(?![A-Za-z0-9])")
