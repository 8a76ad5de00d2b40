"""Places that a target refers to and no longer has: lost labels, anchors that lead nowhere.

A label that the source sets and the target lost is only told where the target still refers to
it; an anchor is held against the headings and ids of its own page. A note that nothing refers to
any more has lost its mark. Not here: labels that were
renamed (directives.py, skeleton.py), other pages.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from zhen_align.lint.facts import Pair
from zhen_align.types import Document, Kind, Span

Broken = tuple[Span, str]
_SET = re.compile(
    r"(?=[ \t($:.{<#])(?:"  # other places are passed over quickly
    r"^[ \t]*\((?P<myst>[\w.:-]+)\)=|^\$\$[ \t]*\((?P<equation>[\w.:-]+)\)"
    r"|^[ \t]*:(?:name|label):[ \t]*(?P<option>[\w.:-]+)|:(?:eq)?label:`(?P<role>[^`\n]+)`"
    r"|^[ \t]*\.\. _(?P<rst>[\w .:+-]+):[ \t]*$"
    r"|\{[ \t]*(?:/\*[ \t]*)?(?:\.[\w-]+[ \t]+)*#(?P<heading>[\w.:-]+)"
    r"|<\w+[^<>]*\b(?:id|name)=[\"'](?P<tag>[^\"']+)|^#[^\n]*\[\[(?P<double>[\w.:-]+)\]\])",
    re.MULTILINE,
)
_USED = re.compile(
    r"(?::[a-z]+:|\{[a-z]+\})`(?:[^`<>\n]*<)?(?P<role>[^`<>\n]+)>?`|\]\(#(?P<link>[^()\s]+)\)"
)
_LINK = re.compile(r"(?:\]\(|\bhref=[\"'])#(?P<to>[^()\s\"']+)[)\"']")
_ID = re.compile(r"\s*\{[ \t]*(?:/\*)?[ \t]*#[^{}]*\}\s*$")
_DEFINED = re.compile(
    r"^[ \t>]*\[(?P<md>[^\[\]\n]+)\]:[ \t]*\S|^[ \t]*\.\. \[(?P<note>#?[\w-]+)\][ \t]+\S"
    r"|^[ \t]*\.\. _(?P<rst>[^:`\n]+):[ \t]+\S",
    re.MULTILINE,
)
_MACRO = re.compile(r"\{\{[ \t]*(?P<name>\w+)[ \t]*\([ \t]*([\"'])(?P<to>[^\"'\n]+)\2")
_NO_SLUG = re.compile(r"[^\w\s-]")
_MARKS = re.compile(r"\[([^\[\]]*)\]\([^()]*\)|[`*]|<[^<>]+>|&\w+;")


def forgotten(target: Document, source: Document) -> Iterator[Broken]:
    """Yield the first reference of a target to each label that only its source sets."""
    missing = set(_labels(source.text) - _labels(target.text))
    missing -= _places(target) if missing else set()  # a heading may be called so
    for found in _USED.finditer(target.text) if missing else ():
        group = found.lastgroup or ""
        for label in found[group].split(","):
            if label.strip() in missing:
                missing.discard(label.strip())
                yield Span(*found.span(group)), f"the label {label.strip()} is lost on this page"


def unused(target: Document, source: Document) -> Iterator[Broken]:
    """Yield the notes and addresses of a target to which only the source refers."""
    for found in _DEFINED.finditer(target.text):
        group = found.lastgroup or ""
        used = _use_of(group, found[group])
        if not used.search(target.text) and used.search(source.text):
            yield Span(*found.span(group)), f"nothing refers to {found[group]} any more"


def unheaded(pair: Pair) -> Iterator[Broken]:
    """Yield the macros of a target that name a heading, and name none: it was translated."""
    target, source = pair.target_document, pair.source_document
    here, there = _places(target), _places(source)
    uses: dict[str, list[bool]] = {}
    for found in _MACRO.finditer(source.text):
        uses.setdefault(found["name"], []).append(slug(found["to"]).replace("_", "-") in there)
    for found in _MACRO.finditer(target.text) if any(map(all, uses.values())) else ():
        place = slug(found["to"]).replace("_", "-")
        if all(uses.get(found["name"], (False,))) and place not in here:
            yield Span(*found.span("to")), f"no heading of this page is called {found['to']}"


def _places(document: Document) -> set[str]:
    """Return what leads to a place on a page: its labels, and the headings without any."""
    known = {label.casefold() for label in _labels(document.text)}
    for block in document.blocks:
        if block.kind in (Kind.HEADING, Kind.TITLE):
            line = document.text[block.span.start :].partition("\n")[0]
            if not _ID.search(line):
                known.add(slug(line))
    return known


def _use_of(kind: str, label: str) -> re.Pattern[str]:
    """Return what finds a reference to a label, and not its definition."""
    name = re.escape(label)
    if kind == "md":
        return re.compile(rf"\[{name}\](?!:)", re.IGNORECASE)
    if kind == "note":
        return re.compile(rf"\[{name}\]_")
    return re.compile(rf"(?<![\w_]){name}__?(?!\w)|`{name}`__?|<{name}_>", re.IGNORECASE)


@lru_cache(maxsize=4)  # of a target and its source, each asked for twice
def _labels(text: str) -> frozenset[str]:
    return frozenset(found[found.lastgroup or 0] for found in _SET.finditer(text))


def adrift(document: Document, plain: str) -> Iterator[Broken]:
    """Yield the links to anchors of the page that no heading and no id of it has."""
    if "](#" not in plain and '="#' not in plain:
        return
    known = _places(document)
    for found in _LINK.finditer(plain):
        if found["to"].casefold() not in known and not re.fullmatch(r"_?\d*|.*-\d+", found["to"]):
            yield Span(*found.span("to")), f"#{found['to']} leads nowhere on this page"


def slug(heading: str) -> str:
    """Return what most programs make of the words of a heading, for links to it."""
    plain = _MARKS.sub(lambda mark: mark[1] or "", heading).strip().casefold()
    return re.sub(r"\s", "-", _NO_SLUG.sub("", plain))
