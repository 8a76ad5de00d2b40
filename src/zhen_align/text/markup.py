"""What a translation must carry over as it is: code, links, formulas, roles, placeholders.

Each stretch that is no language gets a kind and a key; the same key on both sides is the
same thing, however it is written. Emphasis is found here too, though its words are text.
Not here: citations and references (citations.py), and what a difference is worth.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import unescape

from zhen_align.text.addresses import link_key
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


BROKEN = "\0"  # how the key of a link begins that is written so that it leads nowhere
_REFERENCE_ROLES_TEXT = "ref numref eqref eq cite citep citet footcite doc label eqlabel"
_REFERENCE_ROLES = frozenset(_REFERENCE_ROLES_TEXT.split())
ROLE = re.compile(r"(?::(?P<a>[A-Za-z][\w.+:-]*):|\{(?P<b>[A-Za-z][\w:.+-]*)\})`(?P<body>[^`]*)`")
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
_PLACEHOLDER = re.compile(
    r"\{\{.*\}\}|\$?\{[\w.]+(?:[!:][^{}\s]+)?\}"
    r"|%(?:\(\w+\)|\d\$)?[-+#0]?\d*(?:\.\d+)?(?:hh?|ll?|z)?[sdifruxXcgp@]|%n"
)
_TEX_WORDS = re.compile(
    r"\\(?:text\w{0,4}|mbox|mathrm|operatorname|tag|label)\*?\{[^{}]*\}"
    r"|\\(?:left|right|[bB]igg?[lr]?|displaystyle|limits|quad|qquad)(?![A-Za-z])|\\[,;:! ]"
)
# set as words, and yet what is computed
_TEX_FUNCTION = re.compile(
    r"\\(?:mathrm|operatorname|text)\*?\{\s*((?:arg\s?)?(?:max|min)|softmax|sign|log|exp|sin|cos|tanh)\s*\}"
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
    ("\\|", "|"),
    ("\\Vert", "|"),
    ("，", ","),
)
_BETWEEN = re.compile(r"[(\[{)\]}]|[,=<>:]|\\(?:in(?![ft])|[lg]eq?|neq?(?!g)|sim|to|approx)")
_SCRIPT = re.compile(r"[_^](?:\{((?:[^{}]|\{[^{}]*\})*)\}|(\\[A-Za-z]+|[^{}]))")
_TEX_NOTHING = re.compile(r"[\s~&]+")
_TEX_NOISE = re.compile(r"[\s{}~&]+|\\\\|[.,;:，。；：、]+$")
_DISPLAY = re.compile(
    r"\\begin\{(?P<name>(?:equation|align|gather|multline|displaymath|eqnarray|flalign|alignat|math)\*?)\}"
    r"(?P<inner>.*)\\end\{(?P=name)\}",
    re.DOTALL,
)
_SET_AS_CODE = re.compile(r"<(?:code|kbd|samp|tt)(?:\s[^<>]*)?>", re.IGNORECASE)
_CODE_ELEMENT = re.compile(
    r"<(?P<tag>code|kbd|samp|tt|var)(?:\s[^<>]*)?>(?P<body>[^<>]*)</(?P=tag)>", re.IGNORECASE
)
_NUMBERED_TAG = re.compile(r"</?\d{1,2}\s?/?>")
_SUBSTITUTION = re.compile(r"(?<![\w|\\])\|(?:[A-Za-z]{2}|[\u4e00-\u9fff])[\w.-]{1,40}\|(?![\w|])")
_ADDRESSED = re.compile(r"<((?:https?:|mailto:|[\w./-]*[./#])[^<>\s]*)>\s*$")
_MAIL = re.compile(r"[\w.%+-]+@(?:[\w-]+\.)+[A-Za-z]{2,}", re.ASCII)
_UNLINKED = re.compile(r"\](?:\s+[(（]|（)\s?$")  # [text] (address): a blank too much
_TEX_BRACE = tuple("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ}^_")
_EMPHASIS = re.compile(
    r"(?:(?<![A-Za-z\d*\\])(\*\*)|(?<![\w\\])(__))(?=[^\s*_])[^*_\n]{1,200}?(?<=[^\s*_])(?:\1|\2)(?!\*)"
    r"|(?<![A-Za-z\d*\\])\*(?=[^\s*])[^*\n]{1,200}?(?<=[^\s*])\*(?![A-Za-z\d*])"
)


def is_reference(role: str) -> bool:
    """Whether a role refers to something or cites it, by its full name.

    >>> is_reference("ref"), is_reference("cite:t"), is_reference("py:func")
    (True, True, False)
    """
    return not _REFERENCE_ROLES.isdisjoint(role.lower().split(":"))


JOIN = re.compile(r'"[ \t]*\r?\n[ \t]*"')  # of the lines of a message in a catalogue


def marks(text: str, opaque: Sequence[Span], *, written: bool = False) -> Iterator[Mark]:
    """Yield the markup of a text, given its stretches that are no language.

    `written` says that a backslash is written as two, as in the messages of a catalogue.

    >>> from zhen_align.text.opaque import opaque
    >>> text = "见 [手册](a/b.md) 与 `fit()`"
    >>> [(mark.kind.value, mark.key, mark.span.of(text)) for mark in marks(text, opaque(text))]
    [('link', 'a/b', '[手册](a/b.md)'), ('code', 'fit()', '`fit()`')]
    """
    opened: list[int] = []
    for number, span in enumerate(opaque):
        body = JOIN.sub("", span.of(text))
        if written and "\\\\" in body:
            body = body.replace("\\\\", "\\")
        if not body:
            continue
        if body in ("[", "!["):
            opened.append(span.start)
            continue
        start, end = span.start, span.end
        if body.startswith("]("):
            start = opened.pop() if opened else start
        if _SET_AS_CODE.fullmatch(body) and number + 1 < len(opaque):
            end = opaque[number + 1].end
            said = " ".join(text[span.end : opaque[number + 1].start].split())
            found: tuple[MarkKind, str] | None = MarkKind.CODE, said
        else:
            found = _mark(body, text[max(0, start - 3) : start], text[end : end + 1])
        if found is not None and found[1]:
            yield Mark(Span(start, end), *found)
    if "|" in text:
        hidden = _hidden(text, opaque)
        for said_for in _SUBSTITUTION.finditer(text):
            if not hidden[said_for.start()]:
                yield Mark(Span(*said_for.span()), MarkKind.ROLE, said_for[0])
    if "*" in text or "__" in text:
        yield from _emphasis(text, opaque)


def _mark(body: str, before: str, after: str) -> tuple[MarkKind, str] | None:
    """Return kind and key of one stretch; None for what may differ freely.

    `before` and `after` are the characters around it.
    """
    role = ROLE.fullmatch(body)
    if role:
        return _role((role["a"] or role["b"]).lower(), role["body"])
    if body[0] == "`":
        return _ticked(body, after)
    if (body[0] == "$" and not body.startswith("${")) or body.startswith(("\\(", "\\[")):
        return MarkKind.FORMULA, formula_key(body)
    if display := _DISPLAY.fullmatch(body):
        return MarkKind.FORMULA, formula_key(display["inner"])
    if body.startswith("]("):
        target = _LINK_TARGET.match(body)
        return MarkKind.LINK, link_key(target[1] if target else "")
    if _PLACEHOLDER.fullmatch(body):
        # in \mathbf{X} the braces are TeX's, of a formula that is not closed; ::{note} is no fence
        return (
            None
            if before[-1:] in _TEX_BRACE or before in (":", "::")
            else (MarkKind.PLACEHOLDER, "".join(body.split()))
        )
    if body[0] == "<":
        element = _CODE_ELEMENT.fullmatch(body)
        said = " ".join(unescape(element["body"]).split()) if element else ""
        return (MarkKind.CODE, said) if said else _angle(body)
    if "@" in body and _MAIL.fullmatch(body):
        return MarkKind.LINK, f"mailto:{body.lower()}"
    if "://" in body or body.startswith("www.") or re.match(r"[\w.-]+\.[a-z]{2,}/", body):
        return MarkKind.LINK, (BROKEN if _UNLINKED.search(before) else "") + link_key(body)
    return None


def _ticked(body: str, after: str) -> tuple[MarkKind, str]:
    """Read what stands in backticks: code, or a link `text <address>`_."""
    inner = body.strip("`")
    address = _ADDRESSED.search(inner)
    if address and not body.startswith("``"):
        # without the underscore it is shown as it is written, and leads nowhere
        return MarkKind.LINK, ("" if after == "_" else BROKEN) + link_key(address[1])
    return MarkKind.CODE, " ".join(inner.split()).rstrip(" ?,;.，。；")


def _role(name: str, body: str) -> tuple[MarkKind, str] | None:
    if is_reference(name):
        return None
    last = name.rpartition(":")[2]
    if last == "math":
        return MarkKind.FORMULA, formula_key(body)
    target = _TARGET.search(body)
    if target is None and last in _SPOKEN:
        return MarkKind.ROLE, f":{last}:"
    said = target[1] if target else " ".join(body.split())
    # how much of a name is shown, and its brackets, are the writer's choice
    return MarkKind.ROLE, f":{last}:{said.lstrip('~!.').removesuffix('()') or said}"


def _angle(body: str) -> tuple[MarkKind, str] | None:
    """Read a tag: its address counts, an unknown one is a placeholder, the rest is layout."""
    if "://" in body.split()[0]:
        return MarkKind.LINK, link_key(body[1:-1])
    if _NUMBERED_TAG.fullmatch(body):
        return MarkKind.PLACEHOLDER, "".join(body.split())
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
    cardinal = _TEX_ORDINAL.sub("", inner.strip())
    if cardinal != inner.strip() and cardinal[0] == "(" and cardinal[-1] == ")":
        cardinal = cardinal[1:-1]
    inner = _TEX_WORDS.sub("", _TEX_FUNCTION.sub(r"\1", cardinal))
    for one, other in _TEX_SAME:
        inner = inner.replace(one, other)
    return _TEX_NOISE.sub("", _TEX_NOISE.sub("", inner))


def formula_scripts(body: str) -> list[str]:
    """Return what stands in the indices and exponents of a formula, with or without braces.

    >>> formula_scripts("$x_{ij}^2$"), formula_scripts("$x_ij^{2}$")
    (['ij', '2'], ['i', '2'])
    """
    plain = _TEX_ORDINAL.sub("", body.replace("\\\\", "\\").strip("$ \n"))
    inner = _TEX_NOTHING.sub("", _TEX_WORDS.sub(lambda m: "w" * m[0].endswith("}"), plain))
    for one, other in _TEX_SAME:
        inner = inner.replace(one, other)
    return [re.sub(r"[{}]", "", found[1] or found[2] or "") for found in _SCRIPT.finditer(inner)]


def formula_pieces(key: str) -> list[str]:
    """Return what stands between the relations and commas of a formula, by its key.

    >>> formula_pieces(formula_key(r"$a_1, b \\in F(x, y)$"))
    ['a_1', 'b', 'F(x,y)']
    """
    pieces, depth, start = [], 0, 0
    for found in _BETWEEN.finditer(key):
        if found[0] in "([{":
            depth += 1
        elif found[0] in ")]}":
            depth -= 1
        elif depth <= 0:
            pieces.append(key[start : found.start()])
            start = found.end()
    return [piece for piece in (*pieces, key[start:]) if piece]


def _hidden(text: str, opaque: Sequence[Span]) -> bytearray:
    """Return for each character whether it is no language."""
    hidden = bytearray(len(text))
    for span in opaque:
        hidden[span.start : span.end] = b"\1" * (span.end - span.start)
    return hidden


def _emphasis(text: str, opaque: Sequence[Span]) -> Iterator[Mark]:
    hidden = _hidden(text, opaque)
    for found in _EMPHASIS.finditer(text):
        if not hidden[found.start()]:
            yield Mark(Span(found.start(), found.end()), MarkKind.EMPHASIS, "emphasis")
