"""What a translation must carry over as it is: code, links, formulas, roles, placeholders.

Each stretch that is no language gets a kind and a key; the same key on both sides is the
same thing, however it is written. Emphasis is found here too, though its words are text.
Not here: citations and references (citations.py), and what a difference is worth.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from zhen_align.types import Span


class MarkKind(StrEnum):
    """What a stretch of markup is."""

    CODE = "code"
    LINK = "link"
    FORMULA = "formula"
    ROLE = "role"
    PLACEHOLDER = "placeholder"
    EMPHASIS = "emphasis"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of markup; its span counts from where the text began, a link's text included."""

    span: Span
    kind: MarkKind
    key: str


REFERENCE_ROLES = frozenset(
    ("ref", "numref", "eqref", "cite", "citep", "citet", "footcite", "doc", "label", "eqlabel")
)
_ROLE = re.compile(r"(?::(?P<a>[A-Za-z][\w.+:-]*):|\{(?P<b>[A-Za-z][\w:.+-]*)\})`(?P<body>[^`]*)`")
_TARGET = re.compile(r"<([^<>]+)>\s*$")
# their words are shown to the reader, so a translation writes its own
_SPOKEN = frozenset(
    ("term", "dfn", "guilabel", "menuselection", "abbr", "strong", "emphasis", "sub", "sup", "i")
)
_LINK_TARGET = re.compile(r"\]\(\s*<?([^\s>]*?)>?(?:\s+[\"'].*)?\s*\)$", re.DOTALL)
_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*)([^<>]*)>")
_SOURCE = re.compile(r"\b(?:src|href)\s?=\s?[\"']?([^\"'\s>]+)")
_HTML_TEXT = (
    "a abbr article aside audio b big blockquote body br button caption center cite code col "
    "dd del details dfn div dl dt em figcaption figure font footer form h1 h2 h3 h4 h5 h6 head "
    "header hr html i iframe img input ins kbd label li link main mark meta nav ol option p pre "
    "q s samp script section select small source span strike strong style sub summary sup table "
    "tbody td template textarea tfoot th thead title tr tt u ul var video"
)
_HTML = frozenset(_HTML_TEXT.split())
_PLACEHOLDER = re.compile(r"\{\{.*\}\}|\$?\{[\w.]+\}|%(?:\(\w+\)|\d\$)?[sdifrxXc@]")
_LANGUAGE_PART = re.compile(
    r"(?<=[/._-])(?:zh[-_](?:cn|tw|hans|hant|hk)|en[-_](?:us|gb)|zh|en|cn|chinese|english)"
    r"(?=[/._?#-]|$)",
    re.IGNORECASE,
)
_TEX_WORDS = re.compile(
    r"\\(?:text\w{0,4}|mbox|mathrm|operatorname|tag|label)\*?\{[^{}]*\}"
    r"|\\(?:left|right|[bB]igg?[lr]?|displaystyle|limits|quad|qquad)(?![A-Za-z])|\\[,;:! ]"
)
# 第 $i$ 个 has no ending to its ordinal
_TEX_ORDINAL = re.compile(
    r"\^\{?\s?(?:\\(?:mathrm|text|mathit)\s?\{\s?)?(?:th|st|nd|rd)\s?\}{1,2}$"
)
_TEX_SAME = (
    ("\\times", "×"),
    ("\\leq", "\\le"),
    ("\\geq", "\\ge"),
    ("\\ldots", "…"),
    ("\\cdots", "…"),
    ("\\dots", "…"),
)
_TEX_NOISE = re.compile(r"[\s{}~&]+|\\\\|[.,;:，。；：、]+$")
_EMPHASIS = re.compile(
    r"(?<![\w*\\])(\*\*|__)(?=[^\s*_])[^*_\n]{1,200}?(?<=[^\s*_])\1(?!\*)"
    r"|(?<![\w*\\])\*(?=[^\s*])[^*\n]{1,200}?(?<=[^\s*])\*(?![\w*])"
)


def marks(text: str, opaque: Sequence[Span]) -> Iterator[Mark]:
    """Yield the markup of a text, given its stretches that are no language.

    >>> from zhen_align.text.opaque import opaque
    >>> text = "见 [手册](a/b.md) 与 `fit()`"
    >>> [(mark.kind.value, mark.key, mark.span.of(text)) for mark in marks(text, opaque(text))]
    [('link', 'a/b', '[手册](a/b.md)'), ('code', 'fit()', '`fit()`')]
    """
    opened: list[int] = []
    for span in opaque:
        body = span.of(text)
        if body in ("[", "!["):
            opened.append(span.start)
            continue
        start = span.start
        if body.startswith("]("):
            start = opened.pop() if opened else start
        found = _mark(body)
        if found is not None and found[1]:
            yield Mark(Span(start, span.end), *found)
    if "*" in text or "__" in text:
        yield from _emphasis(text, opaque)


def _mark(body: str) -> tuple[MarkKind, str] | None:
    """Return kind and key of one stretch; None for what may differ freely."""
    role = _ROLE.fullmatch(body)
    if role:
        return _role((role["a"] or role["b"]).lower(), role["body"])
    if body[0] == "`":
        return MarkKind.CODE, " ".join(body.strip("`").split()).rstrip(" ?,;.，。；")
    if (body[0] == "$" and not body.startswith("${")) or body.startswith(("\\(", "\\[")):
        return MarkKind.FORMULA, formula_key(body)
    if body.startswith("]("):
        target = _LINK_TARGET.match(body)
        return MarkKind.LINK, link_key(target[1] if target else "")
    if _PLACEHOLDER.fullmatch(body):
        return MarkKind.PLACEHOLDER, "".join(body.split())
    if body[0] == "<":
        return _angle(body)
    if "://" in body or body.startswith("www.") or re.match(r"[\w.-]+\.[a-z]{2,}/", body):
        return MarkKind.LINK, link_key(body)
    return None


def _role(name: str, body: str) -> tuple[MarkKind, str] | None:
    last = name.rpartition(":")[2]
    if last in REFERENCE_ROLES:
        return None
    if last in ("math", "eq"):
        return MarkKind.FORMULA, formula_key(body)
    target = _TARGET.search(body)
    if target is None and last in _SPOKEN:
        return MarkKind.ROLE, f":{last}:"
    return MarkKind.ROLE, f":{last}:{target[1] if target else ' '.join(body.split())}"


def _angle(body: str) -> tuple[MarkKind, str] | None:
    """Read a tag: its address counts, an unknown one is a placeholder, the rest is layout."""
    if "://" in body.split()[0]:
        return MarkKind.LINK, link_key(body[1:-1])
    tag = _TAG.fullmatch(body)
    if tag is None:
        return None
    source = _SOURCE.search(tag[3])
    if source:
        return MarkKind.LINK, link_key(source[1])
    if tag[2].lower() in _HTML or tag[1]:
        return None
    return MarkKind.PLACEHOLDER, f"<{tag[2]}>"


def formula_key(body: str) -> str:
    """Return what all ways to set one formula share; words and blanks in it do not count.

    >>> formula_key("$ x_{i}, $") == formula_key("$x_i$")
    True
    """
    inner = body.strip("$")
    if inner.startswith(("\\(", "\\[")):
        inner = inner[2:-2]
    inner = _TEX_WORDS.sub("", _TEX_ORDINAL.sub("", inner.strip()))
    for one, other in _TEX_SAME:
        inner = inner.replace(one, other)
    return _TEX_NOISE.sub("", _TEX_NOISE.sub("", inner))


def link_key(target: str) -> str:
    """Return what the addresses of one page in two languages share.

    >>> link_key("../en/api.md") == link_key("../zh/api.zh.md")
    True
    """
    plain = target.rstrip("/").removesuffix(".html").removesuffix(".md")
    plain, sign, anchor = plain.partition("#")
    plain = plain.removesuffix(".html").removesuffix(".md")
    plain = re.sub(r"^http:", "https:", _LANGUAGE_PART.sub("", plain))
    plain = re.sub(r"(?<=[^./])[._-]+(?=/|$)|(?<=/)[_-]+(?=/|$)", "", plain)
    plain = re.sub(r"(?<!:)/{2,}", "/", plain)
    # an anchor is made from a heading, which is translated; alone it is all there is
    return plain.rstrip("/") or (sign + anchor if sign else "")


def _emphasis(text: str, opaque: Sequence[Span]) -> Iterator[Mark]:
    hidden = bytearray(len(text))
    for span in opaque:
        hidden[span.start : span.end] = b"\1" * (span.end - span.start)
    for found in _EMPHASIS.finditer(text):
        if not hidden[found.start()]:
            yield Mark(Span(found.start(), found.end()), MarkKind.EMPHASIS, "emphasis")
