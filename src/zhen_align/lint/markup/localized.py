"""Links that lead to the page of the source's language, where the page's others were changed.

How a page names the languages is learned from its own links: /docs/a has become /zh-cn/docs/a,
a_cn.md has become a_en.md. A link of the same family that the change passed over leads the reader
to a page in another language. Not here: links to other pages (match.py), anchors (addressed.py).
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from zhen_align.lint.facts import Pair
from zhen_align.lint.finding import Severity
from zhen_align.lint.languages import LANGUAGES
from zhen_align.lint.markup.blocks_apart import Changed, change_at
from zhen_align.lint.markup.shown import both_shown
from zhen_align.text.addresses import language_part, link_key
from zhen_align.text.scripts import has_han
from zhen_align.types import Document, Lang, Span

_LINK = re.compile(
    r"(?=[\[h \t>])(?:"  # other places are passed over quickly
    r"(?<!!)\[(?P<said>[^\[\]\n]*)\]\(\s*<?(?P<to>[^\s()<>]+)|\bhref=[\"'](?P<html>[^\"'\s]+)"
    r"|^[ \t>]*\[[^\[\]^\n]+\]:[ \t]*<?(?P<label>[^\s<>]+))",
    re.MULTILINE,
)
_ROLE = re.compile(r"`(?P<said>[^`<>\n]*)<(?P<to>[^`<>\s]+)>`_(?P<html>)(?P<label>)")
# what leads to the page itself in the other language
_SWITCH = re.compile(r"english|chinese|中文|汉语|漢語|[简繁簡][体體]", re.IGNORECASE)
_CHINESE = re.compile(r"zh[-_](?:cn|hans|tw|hant|hk)", re.IGNORECASE)
_HOST = re.compile(r"\w+://[^/]*")
_ENDING = re.compile(r"\.\w{2,5}$")
_MANY, _FEW = 3, 2
Rule = tuple[str, str, str]  # host, first folder and ending, and what names the language


@dataclass(frozen=True, slots=True)
class _Link:
    to: str
    span: Span

    @property
    def part(self) -> str:
        """What names a language."""
        return language_part(self.to)

    def rule(self, part: str) -> Rule:
        """Return what links share that name the languages alike, with the part that does."""
        page = _page(self.to)
        host = _HOST.match(page)
        path = page[host.end() :] if host else page
        first = link_key(path).strip("/").partition("/")[0] if path.startswith("/") else "."
        ending = _ENDING.search(path)
        like = "" if part else f"{first} {ending[0] if ending else ''}"
        return host[0] if host else "", like, part


def unlocalized(pair: Pair) -> Iterator[Changed]:
    """Yield the links of a target that lead to the pages of the source's language."""
    target, source = pair.target_document, pair.source_document
    if target.path == source.path or target.told:
        return
    shown, original = both_shown(pair)
    known: dict[str, dict[str, Span]] = {}
    for link in _links(source, original):
        known.setdefault(link_key(link.to), {}).setdefault(_page(link.to), link.span)
    kept: list[tuple[_Link, Rule]] = []
    changed: Counter[Rule] = Counter()
    for link in _links(target, shown):
        was = known.get(link_key(link.to), {})
        if _page(link.to) in was:
            kept.append((link, link.rule(link.part)))
        elif was and (parts := {language_part(page) for page in was} - {link.part}):
            changed.update(map(link.rule, parts))
    for link, rule in kept:
        if _is_left(link, changed[rule], sum(other == rule for _, other in kept), pair.target):
            place = known[link_key(link.to)][_page(link.to)]
            message = f"this link leads to the {LANGUAGES[pair.source]} page"
            yield change_at(target, link.span, place, message, Severity.WARNING)


def _is_left(link: _Link, changed: int, kept: int, target: Lang) -> bool:
    """Whether a link was passed over: others like it were changed, or its language is plain."""
    if target is Lang.EN and kept <= _FEW and (_CHINESE.fullmatch(link.part) or _in_han(link.to)):
        return True
    # a file beside the page may be there in one language alone, and so may a page elsewhere
    sure = "://" not in link.to and (link.part or link.to.startswith("/"))
    return changed >= (1 if sure and kept == 1 else _MANY * kept)


def _in_han(to: str) -> bool:
    """Whether the place on a page is named in Chinese, and the page is not."""
    page, _, anchor = unquote(to).partition("#")
    return bool(page) and has_han(anchor) and not has_han(page)


def _links(document: Document, plain: str) -> Iterator[_Link]:
    """Yield the links of a document but those to itself in another language."""
    text = document.text if document.format == "rst" else plain
    for found in (_ROLE if document.format == "rst" else _LINK).finditer(text):
        if not _SWITCH.search(found["said"] or ""):
            group = next(name for name in ("to", "html", "label") if found[name])
            yield _Link(found[group], Span(*found.span(group)))


def _page(to: str) -> str:
    return to.partition("#")[0]
