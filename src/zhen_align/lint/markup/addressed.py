"""Links and references that lead to the right page and there to another place.

The same page with another anchor, without the ending that the other links have, and the same
label by a role of another kind. Not here: links to other pages (match.py).
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from zhen_align.lint.facts import BeadFacts, Pair, Side
from zhen_align.text.markup import ROLE, MarkKind, is_reference
from zhen_align.text.scripts import has_han
from zhen_align.types import Span

Readdressed = tuple[Span, Span]
_TARGET = re.compile(
    r"(?:\]\(\s*<?|\bhref=[\"'])(?P<path>[^\s>#)\"']*)(?:#(?P<anchor>[^\s>)\"']*))?"
)
# longer, or in letters and figures of all kinds, it holds a program
_ANCHOR = re.compile(r"(?!\w{20}|\w*\d\w*[a-z]\w*[A-Z])[A-Za-z][\w.:-]*", re.ASCII)
_ENDING = re.compile(r"(?!\w+:|/).*(\.(?:md|mdx|rst|html))")
_INNER = re.compile(r"<([^<>]+)>\s*$")
# one of each line may stand for another of it
_FAMILIES = ("ref numref", "eq eqref", "cite citep citet footcite t p ts ps alp year")
_FAMILY = {name: family for family in _FAMILIES for name in family.split()}
_NAMED = re.compile(r"^#{1,6}[ \t][^\n]*\{[ \t]*(?:/\*[ \t]*)?#[A-Za-z]", re.MULTILINE)
_KEPT = 2
Link = tuple[Span, str, str]


def readdressed(bead: BeadFacts) -> Iterator[Readdressed]:
    """Yield the links and references of a target that lead elsewhere, and those of the source."""
    now, was = _links(bead.target), _links(bead.source)
    for key in now.keys() & was.keys():
        (here, path, anchor), (there, old_path, old_anchor) = now[key], was[key]
        named = (not anchor or _ANCHOR.fullmatch(anchor)) and _ANCHOR.fullmatch(old_anchor)
        ending = _ENDING.fullmatch(old_path)
        if (named and anchor.casefold() != old_anchor.casefold()) or (
            ending
            and not re.search(r"\.\w+$", path)
            and f"{ending[1]})" in bead.target.document.text
        ):
            yield here, there
    roles, old_roles = _roles(bead.target), _roles(bead.source)
    for key in roles.keys() & old_roles.keys():
        kinds, old_kinds = ({kind for _, kind in side[key]} for side in (roles, old_roles))
        if not _related(kinds, old_kinds):
            yield roles[key][0][0], old_roles[key][0][0]


def unnamed(pair: Pair, sure: float) -> Iterator[tuple[BeadFacts, Span, Span]]:
    """Yield the link whose place on another page was translated, where others were kept.

    The names of places are made from headings, which one site translates and another does not.
    """
    kept = len(_NAMED.findall(pair.target_document.text))
    lost: list[tuple[BeadFacts, Span, Span]] = []
    for bead in pair.beads:
        if not bead.is_whole or bead.bead.score < sure:
            continue
        now, was = _links(bead.target), _links(bead.source)
        for key in now.keys() & was.keys():
            (here, _, anchor), (there, _, old_anchor) = now[key], was[key]
            kept += bool(_ANCHOR.fullmatch(anchor) and anchor == old_anchor)
            if has_han(unquote(anchor)) and _ANCHOR.fullmatch(old_anchor):
                lost.append((bead, here, there))
    if kept >= _KEPT and len(lost) == 1:
        yield from lost


def _related(kinds: set[str], others: set[str]) -> bool:
    families = {_FAMILY.get(kind, kind) for kind in kinds}
    return bool(kinds & others) or not families.isdisjoint(_FAMILY.get(k, k) for k in others)


def _links(side: Side) -> dict[str, Link]:
    """Return the links of a side by what they share with the other's; those said once."""
    found: dict[str, Link] = {}
    twice = set()
    for span, mark in side.marks:
        target = _TARGET.search(span.of(side.document.text))
        if mark.kind is MarkKind.LINK and target and target["path"]:
            twice |= {mark.key} & found.keys()
            found[mark.key] = (span, target["path"], target["anchor"] or "")
    return {key: link for key, link in found.items() if key not in twice}


def _roles(side: Side) -> dict[str, list[tuple[Span, str]]]:
    """Return the references of a side by their target, with the kind of each."""
    found: dict[str, list[tuple[Span, str]]] = {}
    for text in side.texts:
        for span in text.opaque:
            role = ROLE.fullmatch(span.of(text.text))
            if role and is_reference(name := (role["a"] or role["b"]).lower()):
                inner = _INNER.search(role["body"])
                key = (inner[1] if inner else role["body"]).strip()
                found.setdefault(key, []).append((text.span(span), name.rpartition(":")[2]))
    return found
