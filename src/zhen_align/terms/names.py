"""Names that stay in Latin letters: literally in the Chinese of most of their beads.

A cell that is the same on both sides counts like a sentence; a sentence without a Chinese
character does not, since it may merely not have been translated.
"""

import math
import re
from collections import Counter

from zhen_align.terms.candidate import Candidate, Place
from zhen_align.terms.gather import Concept, Gathered, Observation
from zhen_align.text.scripts import HAN

LEAST_SHARE = 0.7
LEAST_SHARE_ODD = 0.5
"""For what can hardly be a word: a text often says "the model" where it could say the name."""
_CELL = 4  # words, at most, of a bead that is a cell though nobody says so
_ODD = re.compile(r".*[a-z].*[A-Z]|.*[A-Z]{2}.*[a-z]{2}|(?=.*[A-Za-z]{2}).*\d")
_SHAPE = re.compile(r".+[A-Z]|.*[A-Za-z].*\d|.*\d.*[A-Z]")
_NAME_WORD = re.compile(r"[A-Z]|\d[\d.]*$")
_NO_NAME = re.compile(
    r"[\d.,%/-]+\s?[A-Za-z]{0,2}|[IVX]+(?:[-.][A-Z])?|[\d.]+[A-Za-z]?-.*|.*\.[A-Z].*|.*\d{3}-\d{3}.*"
    r"|.*[A-Za-z]\.\d{4}.*|.*[+_`=\\].*|[vV]?\d+(?:\.[\dx]+)+.*|[A-Z]{2,}\.\d+"
    r"|[^/]+/[^/]+/.*|[a-z][\w.-]*/[\w./-]+|[a-z][\w.-]*\.[a-z]{2,4}|[a-z]+(?:\.[a-z0-9]+){2,}"
    r"|(?=(?:[A-Z]*\d){4})(?=(?:\d*[A-Z]){2})[A-Z\d]{8,}"
)
_HAN = re.compile(f"[{HAN}]")


def names(gathered: Gathered) -> dict[str, Candidate]:
    """Return the concepts that the Chinese writes in Latin, by key."""
    found = {}
    for key, concept in gathered.concepts.items():
        spelt = key.startswith("=") or concept.forms or concept.initial
        if spelt and not (concept.abbreviations and concept.spelt):
            forms = concept.forms + concept.initial or Counter({key[1:]: 1})
            form = max(sorted(forms), key=forms.__getitem__)
            one = _name(concept, key[1:] if key.startswith("=") else form, gathered)
            if one is not None:
                found[key] = one
    return found


def abbreviated(concept: Concept, gathered: Gathered) -> Candidate | None:
    """Return the abbreviation of a concept that has no rendering, if the Chinese writes it."""
    if not concept.abbreviations:
        return None
    form = max(sorted(concept.abbreviations), key=concept.abbreviations.__getitem__)
    return _name(concept, form, gathered)


def _name(concept: Concept, form: str, gathered: Gathered) -> Candidate | None:
    if _NO_NAME.fullmatch(form) or not _is_like_a_name(form, gathered):
        return None
    if not any(form in gathered.beads[n].zh_latin for n in concept.beads):
        return None
    spelt = re.escape(form)
    # beside another Latin word it is only a part of some longer name
    alone = re.compile(rf"(?<![A-Za-z0-9-])(?<![A-Za-z0-9] ){spelt}s?(?! ?[A-Za-z]|-?\d)")
    own = re.compile(rf"(?<![A-Za-z0-9-]){spelt}s?(?![A-Za-z0-9]| [A-Z][a-z]+[A-Z0-9]| \d|-\d)")
    beads = [gathered.beads[n] for n in sorted(set(concept.beads))]
    told = [
        bead
        for bead in beads
        if own.search(bead.segment.en.text) and (_HAN.search(bead.zh_latin) or _is_cell(bead))
    ]
    kept = [bead for bead in told if alone.search(bead.zh_latin)]
    least = LEAST_SHARE_ODD if _ODD.match(form) else LEAST_SHARE
    if not kept or len(kept) < least * len(told):
        return None
    shaped = bool(_SHAPE.match(form))
    if (" " in form or not shaped) and len(kept) < 2:
        return None
    places = tuple(
        Place(seg.pair, seg.bead, seg.en.back(spans[0]) if spans else None, None)
        for bead in kept
        for seg, spans in [(bead.segment, bead.en.get(concept.key))]
    )
    value = 0.9 * math.log(len(kept)) + (0.5 if shaped else -0.5) - 0.7
    score = round(1 / (1 + math.exp(-value)), 4)
    return Candidate(form, "", form, len(kept), len(kept) / len(told), score, places)


def _is_like_a_name(form: str, gathered: Gathered) -> bool:
    """Whether the words have capitals or digits, or are one that no dictionary knows."""
    if " " in form:
        return all(_SHAPE.match(word) or _NAME_WORD.match(word) for word in form.split())
    return not form.islower() or not gathered.dictionary.is_word(form)


def _is_cell(bead: Observation) -> bool:
    return bead.segment.listed or len(bead.segment.en.text.split()) <= _CELL
