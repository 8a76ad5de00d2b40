"""What the lines between two texts are: fences, directives, macros, tags, marks of lists.

Each becomes a shape: a kind, and what must be the same in every language. The bodies of code and
formulas, comments and the text itself are left out. Not here: how two pages are held against each
other (frame.py).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhen_align.types import Block, Document, Kind, Span

_LINE = re.compile(r"[^\r\n]+")
_COMMENT = re.compile(r"<!--.*?-->|<!--|-->|\{/\*.*?\*/\}", re.DOTALL)
_SHAPE = re.compile(
    r"(?P<code>(?:`{3,}|~{3,})[ \t]*[^\s{}\[,:=]*|>>> )"
    r"|(?P<end>:{3,})[ \t]*$"
    r"|:{3,}[ \t]*\{?(?P<container>[\w-]+)"
    r"|(?P<admonition>!!!|\?\?\?\+?)(?=[ \t])"
    r"|\[!(?P<alert>\w+)\]"
    r"|\.\.[ \t]+(?P<directive>[A-Za-z][\w:+-]*)::"
    r"|\.\.[ \t]+(?P<label>_)[^:\n]+:[ \t]*$"
    r"|(?P<target>\([\w.:-]+\)=)[ \t]*$"
    r"|:(?P<option>[a-z][a-z-]*):(?=[ \t]|$)"
    r"|\{\{[<%]?[ \t]*(?P<macro>[#/]?[ \t]*[\w-]+)"
    r"|\{%-?[ \t]*(?P<liquid>\w+)"
    r"|<(?P<tag>/?[A-Za-z][\w.-]*)"
    r"|(?P<import>import[ \t][^\n]*['\"];?)[ \t]*$"
    r"|\[\[(?P<toc>[\w-]+)\]\][ \t]*$"
    r"|(?P<picture>!\[)"
    r"|(?P<divider>\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?)?)[ \t]*$"
    r"|(?P<rule>={2,}|-{2,}|~{2,}|\^{2,}|\*{3,}|_{3,}|\"{3,}|#{3,}|`{2,}|\+{3,})[ \t]*$"
    r"|(?P<formula>\$\$|\\\[|\\begin\{)"
)
_MARKS = re.compile(
    r"(?P<quote>>)|(?P<heading>#{1,6})(?=[ \t])|(?P<item>[-*+]|\d{1,3}[.)]|#\.)(?=[ \t]|$)"
    r"|(?P<definition>:)(?=[ \t])|(?P<box>\[[ xX]\])(?=[ \t])|(?P<tab>===!?)(?=[ \t]+[\"'])"
)
_ID = re.compile(r"\{/\*[ \t]*(?P<id>[^#{}*\n]+?)[ \t]*\*/\}(?=[ \t]*$)", re.MULTILINE)
# marks with which the reader lets a text begin
_LEADING = re.compile(r":[ \t]+|===!?[ \t]+|!(?=\[)")
_INNER = re.compile(r"(?<=\n)[ \t]*(?:(?P<definition>:)(?=[ \t])|(?P<rule>([=~^-])\3+)[ \t]*\Z)")
_NAMES = re.compile(r"\[\[[\w-]+\]\]|(?=\S*[_./()])[\w./()<>:-]+", re.ASCII)
_BODY = re.compile(
    r">>> |\.\.[ \t]+(?:code|code-block|sourcecode|parsed-literal|math|raw|prompt|ipython)::"
)
# reStructuredText begins code by a directive or by two colons, as one likes
_LITERALS, _LITERAL = frozenset(("code", "code-block", "sourcecode")), "::"
_FENCE = re.compile(r"(?P<mark>```+|~~~+|\$\$)(?P<info>[^`\n]*)$", re.MULTILINE)
_BEFORE_FENCE = re.compile(r"[ \t>]*(?:[-*+] |\d+\. )?[ \t]*")
_PROSE = re.compile(r"[ \t]*\{(?!code|math|eval-rst|literalinclude|mermaid)[A-Za-z]")
_MANY = 50
_NO_TEXT = (Kind.METADATA, Kind.NAVIGATION, Kind.OPAQUE, Kind.CAPTION)
_TITLED = re.compile(r"[ \t>]*(?::{3,}|!!!|\?\?\?|===|\.\. )")


@dataclass(frozen=True, slots=True)
class Shape:
    """A mark or line that is no text: its kind, what must be the same, and where it stands."""

    kind: str
    key: str
    span: Span


def shapes(document: Document, bodies: Sequence[Span], start: int, end: int) -> list[Shape]:
    """Return the shapes between two places, of which the first ends and the second begins a text.

    The last line of these holds what stands before the second text: `> `, `- `, `## `. `bodies`
    are the blocks of code and formulas of the document.
    """
    found: list[Shape] = []
    head = document.text.rfind("\n", 0, start) + 1
    named = _ID.search(document.text, head, max(start, end)) if start > 0 else None
    if named and "\n" not in document.text[head : named.start()]:
        found.append(Shape("id", named["id"].casefold(), Span(*named.span())))
    if end < len(document.text) and (leading := _LEADING.match(document.text, end)):
        end = leading.end()
    text = document.text[start:end]
    for comment in _COMMENT.finditer(text) if "--" in text or "{/*" in text else ():
        text = text[: comment.start()] + _LINE.sub(_blank, comment[0]) + text[comment.end() :]
    first = bisect_left(bodies, start, key=lambda body: body.end)
    inside = [body for body in bodies[first : first + _MANY] if body.start < end]
    for line in _LINE.finditer(text):
        at = start + line.start()
        if inside and any(body.start < at < body.end for body in inside):
            continue
        if inside and any(at <= body.start < start + line.end() for body in inside):
            found += _of_line(line[0], at, code=True)
        elif start > 0 and line.start() == 0 and document.text[start - 1] not in "\r\n":
            found += _of_line(line[0], at, rest=True)
        else:
            found += _of_line(line[0], at, last=line.end() == len(text))
    return found


def inner(document: Document, block: Block) -> list[Shape]:
    """Return the marks that the reader leaves inside a text: of definitions, below a title."""
    said = block.span.of(document.text)
    return [
        Shape(kind, _key(kind, found[kind]), Span(*found.span(kind)).shifted(by=block.span.start))
        for found in (_INNER.finditer(said) if "\n" in said else ())
        if (kind := "rule" if found["rule"] else "definition")
    ]


def _blank(line: re.Match[str]) -> str:
    return " " * len(line[0])


def bodies(document: Document) -> list[Span]:
    """Return the blocks of code and formulas of a document, each from its fence to its end."""
    if document.format == "rst":
        return list(_literals(document))
    found: list[Span] = []
    opened: re.Match[str] | None = None
    for fence in _FENCE.finditer(document.text):
        line = document.text.rfind("\n", 0, fence.start()) + 1
        if not _BEFORE_FENCE.fullmatch(document.text, line, fence.start()):
            continue
        if opened is None:
            if fence["mark"] == "$$" and fence["info"].rstrip().endswith("$$"):
                continue
            if not _PROSE.match(fence["info"]):
                opened = fence
        elif fence["mark"].startswith(opened["mark"]) and not fence["info"].strip():
            found.append(Span(opened.start("mark"), fence.end()))
            opened = None
    return found


def _literals(document: Document) -> Iterator[Span]:
    """Yield the literal blocks of reStructuredText; comments in code are blocks of their own."""
    start, end = -1, -1
    for block in document.blocks:
        is_body = block.kind is Kind.OPAQUE and _is_body(document, block)
        between = document.text[end : block.span.start] if start >= 0 else "-"
        if start >= 0 and (block.comment or (is_body and not between.strip())):
            end = block.span.end
            continue
        if start >= 0:
            yield Span(start, end)
        start, end = (block.span.start, block.span.end) if is_body else (-1, -1)
    if start >= 0:
        yield Span(start, end)


def is_frame(document: Document, block: Block) -> bool:
    """Whether a block is no text of its own: a title of a container, a name, a comment, code."""
    if block.kind in _NO_TEXT or block.comment:
        return True
    said = block.span.of(document.text)
    if _NAMES.fullmatch(said):
        return True
    line = document.text.rfind("\n", 0, block.span.start) + 1
    return block.kind is Kind.HEADING and _TITLED.match(document.text, line) is not None


def _is_body(document: Document, block: Block) -> bool:
    said = document.text
    return _BODY.match(said, block.span.start) is not None or said[block.span.start] not in ".<:`"


def _of_line(
    said: str, start: int, *, rest: bool = False, last: bool = False, code: bool = False
) -> Iterator[Shape]:
    """Yield the shapes of a line: `rest` of one that ends a text, the `last`, which begins one."""
    at, marked = 0, False
    while said.startswith(">", at):
        yield Shape("quote", "", Span(start + at, start + at + 1))
        at += 1 + (said[at + 1 : at + 2] == " ")
    if not rest and (last or _MARKS.match(said, at + _blanks(said, at))) and _blanks(said, at) > 1:
        yield Shape("indent", "", Span(start + at, start + at + _blanks(said, at)))
    while not rest and (mark := _MARKS.match(said, at + _blanks(said, at))):
        kind = mark.lastgroup or ""
        key = str(len(mark[0])) if kind == "heading" else ""
        if kind == "item":
            key = "1" if mark[0][0].isdigit() or mark[0] == "#." else "*"
        yield Shape(kind, key, Span(*mark.span()).shifted(by=start))
        marked, at = True, mark.end()
    at += _blanks(said, at)
    if at >= len(said):
        return
    if shape := _SHAPE.match(said, at):
        kind = shape.lastgroup or ""
        key = _key(kind, shape[kind])
        if kind == "directive" and key in _LITERALS:
            kind, key = "code", _LITERAL
        yield Shape(kind, key, Span(*shape.span()).shifted(by=start))
    elif code:
        yield Shape("code", _LITERAL, Span(start + at, start + len(said)))
    elif marked and not last:
        yield Shape("line", " ".join(said[at:].split()), Span(start + at, start + len(said)))


def _key(kind: str, said: str) -> str:
    """Return what of a shape must be the same."""
    key = "".join(said.split()).rstrip(";").replace('"', "'").casefold()
    if kind == "code":
        return key.strip("`~>")
    if kind == "divider":
        return str(key.strip("|").count("|") + 1)
    if kind in ("end", "picture", "formula", "label", "target", "definition"):
        return ""
    return key[0] if kind == "rule" else key


def _blanks(said: str, at: int) -> int:
    return len(said[at:]) - len(said[at:].lstrip(" \t"))
