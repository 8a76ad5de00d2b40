"""Terms that two accounts give differently: by their brackets and by the glossary.

A bracket says what an author means: two works that give one English form or abbreviation
another Chinese rendering, or one abbreviation another long form, disagree. Between texts in
Chinese the glossary's renderings of one term are held against each other too.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhen_align.compare.claims import Work
from zhen_align.compare.result import Difference, Place
from zhen_align.glossary.index import Index, Side
from zhen_align.glossary.rows import Row, Status
from zhen_align.terms.definitions import definitions
from zhen_align.terms.forms import chinese_key, english_key
from zhen_align.text.lines import position
from zhen_align.types import Document, Lang, Span

_JUDGED = (Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED, Status.FORBIDDEN)


@dataclass(frozen=True, slots=True)
class _Said:
    """A definition of a work: what is defined (an English key or an abbreviation), and how."""

    key: str
    form: str
    place: Place


def differences(a: Work, b: Work, rows: Sequence[Row]) -> list[Difference]:
    """Return the terms that two works give differently."""
    found = [*_defined(a, b), *_rendered(a, b, rows)]
    unique: dict[tuple[Place, Place], Difference] = {}
    for each in found:
        unique.setdefault((each.a, each.b), each)
    return list(unique.values())


def _defined(a: Work, b: Work) -> Iterator[Difference]:
    """Yield abbreviations with two long forms, and English terms with two renderings."""
    for long in (True, False):
        ours, theirs = _definitions(a, long), _definitions(b, long)
        for key in sorted(ours.keys() & theirs.keys()):
            forms = {said.form for said in ours[key]}, {said.form for said in theirs[key]}
            if forms[0] & forms[1] or any(_inside(x, y) for x in forms[0] for y in forms[1]):
                continue
            one, two = ours[key][0], theirs[key][0]
            message = f"{one.key} is “{one.place.text}” in the one, “{two.place.text}” in the other"
            yield Difference("term", one.place, two.place, message)


def _inside(x: str, y: str) -> bool:
    # the Chinese before a bracket has no left edge: the one run may end with the other
    return x.endswith(y) or y.endswith(x)


def _definitions(work: Work, long: bool) -> dict[str, list[_Said]]:
    """Return what a work defines: long forms of abbreviations, or renderings of terms."""
    found: dict[str, list[_Said]] = defaultdict(list)
    document = work.document
    for sentence in work.sentences:
        text = sentence.span.of(document.text)
        for one in definitions(text):
            start = sentence.span.start
            if long and one.abbr and one.en:
                place = _place(document, one.en.shifted(by=start), Lang.EN)
                abbr = one.abbr.of(text).removesuffix("s")
                found[abbr].append(_Said(abbr, english_key(place.text), place))
            elif not long and one.zh and (one.en or one.abbr):
                place = _place(document, one.zh.shifted(by=start), Lang.ZH)
                name = (one.en or one.abbr or one.zh).of(text)
                key = english_key(name) if one.en else name
                found[key].append(_Said(name, chinese_key(place.text), place))
    return found


def _place(document: Document, span: Span, lang: Lang) -> Place:
    line = position(document.lines, span.start)[0]
    return Place(document.path, line, span, str(lang), span.of(document.text))


def _rendered(a: Work, b: Work, rows: Sequence[Row]) -> Iterator[Difference]:
    """Yield terms of the glossary for which each work uses renderings that the other does not."""
    judged = [row for row in rows if row.status in _JUDGED and row.zh and row.zh != row.en]
    if not judged:
        return
    index = Index(judged)
    ours, theirs = _used(a, index, judged), _used(b, index, judged)
    for key in sorted(ours.keys() & theirs.keys()):
        one, two = ours[key], theirs[key]
        if not one.keys() & two.keys():
            left, right = next(iter(one.values())), next(iter(two.values()))
            message = f"{key} is {left.text} in the one, {right.text} in the other"
            yield Difference("term", left, right, message)


def _used(work: Work, index: Index, rows: Sequence[Row]) -> dict[str, dict[str, Place]]:
    """Return for each term of the glossary the renderings that a work uses, and where first."""
    found: dict[str, dict[str, Place]] = defaultdict(dict)
    document = work.document
    for sentence in work.sentences:
        if sentence.lang is not Lang.ZH:
            continue
        for match in index.find(sentence.span.of(document.text)):
            for ref in match.refs:
                if ref.side is Side.ZH:
                    row = rows[ref.row]
                    place = _place(document, match.span.shifted(by=sentence.span.start), Lang.ZH)
                    found[row.en].setdefault(chinese_key(row.zh), place)
    return found
