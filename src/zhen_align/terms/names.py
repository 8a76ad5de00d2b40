"""Names that stay in Latin letters: literally in the Chinese of most of their beads."""

import math
import re
from collections import Counter

from zhen_align.terms.candidate import Candidate, Place
from zhen_align.terms.gather import Concept, Gathered
from zhen_align.text.scripts import HAN

LEAST_SHARE = 0.7
_SHAPE = re.compile(r".+[A-Z]|.*[A-Za-z].*\d|.*\d.*[A-Z]")
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
        if key.startswith("=") or concept.forms or concept.initial:
            one = _name(concept, gathered)
            if one is not None:
                found[key] = one
    return found


def _name(concept: Concept, gathered: Gathered) -> Candidate | None:
    if concept.abbreviations and concept.spelt:
        return None
    forms = concept.forms + concept.initial or Counter({concept.key[1:]: 1})
    form = max(sorted(forms), key=forms.__getitem__)
    if concept.key.startswith("="):
        form = concept.key[1:]
    if _NO_NAME.fullmatch(form):
        return None
    if " " in form and not all(_SHAPE.match(word) or word[0].isupper() for word in form.split()):
        return None
    if not any(form in gathered.beads[n].zh_latin for n in concept.beads):
        return None
    # beside another Latin word it is only a part of some longer name
    alone = rf"(?<![A-Za-z0-9-])(?<![A-Za-z0-9] ){re.escape(form)}s?(?! ?[A-Za-z]|-?\d)"
    pattern = re.compile(alone)
    numbers = [n for n in sorted(set(concept.beads)) if _HAN.search(gathered.beads[n].zh_latin)]
    kept = [n for n in numbers if pattern.search(gathered.beads[n].zh_latin)]
    if not kept or len(kept) < LEAST_SHARE * len(numbers):
        return None
    shaped = bool(_SHAPE.match(form))
    if (" " in form or not shaped) and len(kept) < 2:
        return None
    places = tuple(
        Place(seg.pair, seg.bead, seg.en.back(spans[0]) if spans else None, None)
        for n in kept
        for seg, spans in [(gathered.beads[n].segment, gathered.beads[n].en.get(concept.key))]
    )
    value = 0.9 * math.log(len(kept)) + (0.5 if shaped else -0.5) - 0.7
    score = round(1 / (1 + math.exp(-value)), 4)
    return Candidate(form, "", form, len(kept), len(kept) / len(numbers), score, places)
