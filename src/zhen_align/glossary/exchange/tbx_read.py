"""TBX of version 3 (either style) and 2 -> the glossary's rows; other languages are left out.

Of an entry the first English full form is the term, its acronym the abbreviation, other
English forms terms of their own; each goes with every Chinese form. A Chinese form
without a status is a candidate. No entity is expanded, and no DTD is fetched.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from zhen_align.errors import GlossaryError
from zhen_align.glossary.exchange.grid import Grid
from zhen_align.glossary.exchange.lines import HEADER
from zhen_align.glossary.exchange.tbx import NOTE, STATUSES
from zhen_align.glossary.rows import Status
from zhen_align.read.told import language_named
from zhen_align.types import Lang

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_OURS = {name: ours for ours, name in STATUSES.items() if ours in {"preferred", "admitted"}} | {
    "deprecatedTerm-admn-sts": "deprecated",
    "supersededTerm-admn-sts": "deprecated",
    "preferred": "preferred",
    "admitted": "admitted",
    "deprecated": "deprecated",
    "notRecommended": "deprecated",
    "superseded": "deprecated",
    "obsolete": "deprecated",
    "forbidden": "forbidden",
}
_SHORT = {"acronym", "abbreviation", "initialism", "shortForm"}
_ROOTS = {"tbx", "martif"}
_ENTRIES, _SECTIONS = {"conceptEntry", "termEntry"}, {"langSec", "langSet"}
_TERMS = {"termSec", "tig", "ntig", "termGrp"}


def read(data: bytes, where: str) -> Grid:
    """Return the cells of what a term base says about Chinese and English."""
    if re.search(rb"<!ENTITY", data):
        raise GlossaryError("declares entities", where=where, fix="export it again without them")
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, LookupError, ValueError) as error:  # an encoding, too
        raise GlossaryError(f"is no TBX: {error}", where=where, fix="export it again") from None
    if _name(root) not in _ROOTS:
        what = f"is no TBX: its root is <{_name(root)}>"
        raise GlossaryError(what, where=where, fix="name a term base, or another --format")
    return [HEADER, *(line for entry in root.iter() if _name(entry) in _ENTRIES
                      for line in _lines(entry))]  # fmt: skip


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _lines(entry: Element) -> Iterator[list[str]]:
    domain = ""
    forms: dict[Lang, list[Element]] = {Lang.EN: [], Lang.ZH: []}
    for child in entry:
        if _name(child) in _SECTIONS:
            lang = language_named(child.get(_LANG) or child.get("lang") or "")
            if lang in forms:
                forms[lang] += [each for each in child if _name(each) in _TERMS]
    for element in entry.iter():
        if _kind(element) == "subjectField" and not domain:
            domain = _text(element)
    full = [_term(each) for each in forms[Lang.EN] if _noted(each, "termType") not in _SHORT]
    short = [_term(each) for each in forms[Lang.EN] if _noted(each, "termType") in _SHORT]
    if not full:
        full, short = short[:1], short[1:]
    for number, en in enumerate(full):
        for each in forms[Lang.ZH]:
            zh = _term(each)
            if en and zh:
                status, note = _judged(each, en, zh)
                abbr = short[0] if short and number == 0 else ""
                yield [en, abbr, zh, status, domain, note]


def _judged(term: Element, en: str, zh: str) -> tuple[str, str]:
    """Return the status of a rendering and its note, our own note about the status left out."""
    status = _OURS.get(_noted(term, "administrativeStatus"), "candidate")
    notes = []
    for element in term.iter():
        if _name(element) == "note":
            text = _note(element)
            own = text.removeprefix(NOTE)
            if own != text and own in set(Status):
                status = own
            elif text:
                notes.append(text)
    return "keep" if en == zh and status == "preferred" else status, "; ".join(notes)


def _term(section: Element) -> str:
    return next((_text(each) for each in section.iter() if _name(each) == "term"), "")


def _noted(section: Element, kind: str) -> str:
    return next((_text(each) for each in section.iter() if _kind(each) == kind), "")


def _kind(element: Element) -> str:
    """Return what an element says: its type in one style, its own name in the other."""
    return element.get("type") or _name(element)


def _note(element: Element) -> str:
    """Return a note with its line breaks, the indentation of the file left out."""
    return "\n".join(line.strip() for line in "".join(element.itertext()).strip().split("\n"))


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
