"""Directives, labels and fences around the text that differ from the source's.

`{note}` that has become `{warning}`, `(label)=` that was renamed, a fence that has lost a colon or
is never closed: none of it is in a sentence, so whole documents are compared, line by line.
Not here: what stands inside blocks of code (blocks_apart.py).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhen_align.lint.facts import Pair
from zhen_align.lint.markup.blocks_apart import Changed, change_at, replaced
from zhen_align.types import Document, Kind, Span

_MARKDOWN = re.compile(
    r"^[ \t>]*(?:(?:`{3,}|~{3,}|:{3,})[ \t]*(?P<directive>\{[\w:.+-]+\})"
    r"|:{3,}[ \t]*(?P<plain>[A-Za-z][\w-]*)"
    r"|(?:!!!|\?\?\?\+?)[ \t]+(?P<admonition>[A-Za-z][\w-]*)|\[!(?P<alert>[A-Za-z]+)\]"
    r"|(?P<label>\([\w.:-]+\)=)[ \t]*$|:(?:name|label):[ \t]*(?P<option>[\w.:-]+)[ \t]*$)",
    re.MULTILINE,
)
_RST = re.compile(
    r"^[ \t]*(?:\.\.[ \t]+(?:(?P<directive>[A-Za-z][\w:.+-]*)::|_(?P<label>[\w .:+-]+):[ \t]*$)"
    r"|:(?:name|label):[ \t]*(?P<option>[\w.:-]+)[ \t]*$)",
    re.MULTILINE,
)
# what each format writes, and what a text without any of it does not hold
_PATTERNS = {
    "markdown": (_MARKDOWN, (":::", "```", "~~~", "!!!", "???", "[!", ")=", ":name:")),
    "rst": (_RST, ("::", ".. _", ":name:")),
}
_LABELS = ("label", "option")
# their title says what they are, in the language of the text
_OPEN_NAMES = frozenset({"admonition", "details", "dropdown", "container", "div", "block"})
_ALIKE = {"sourcecode": "code-block", "code": "code-block"}
_OF_LANGUAGE = re.compile(r"(?<![a-z])(?:zh(?:[_-]?(?:cn|tw|hans|hant))?|cn|chs|en)(?![a-z])")
_FENCE = re.compile(r"^[ \t>]*(?P<fence>`{3,}|~{3,}|:{3,})[ \t]*(?P<info>[^`\r\n]*?)[ \t]*$", re.M)
_PROSE = re.compile(r"\{[\w:.+-]+\}")
_BROKEN = re.compile(r"^[ \t>]*(?P<mark>(?::{1,2}|`{2})\{[\w:.+-]+\})(?!`)[^`\r\n]*$", re.M)
_BROKEN_END = re.compile(r"^[ \t>]*(?P<mark>::|``)[ \t]*$", re.M)


@dataclass(frozen=True, slots=True)
class _Mark:
    kind: str
    key: str
    name: str
    span: Span


def spoilt(pair: Pair) -> Iterator[Changed]:
    """Yield the directives, labels and fences of a target that its source has otherwise."""
    target, source = pair.target_document, pair.source_document
    if target.path == source.path or target.format != source.format:
        return
    yield from _swapped(target, source)
    if target.format == "markdown":
        yield from _broken(target, source)


def _swapped(target: Document, source: Document) -> Iterator[Changed]:
    for old, new in replaced(_marks(source), _marks(target), lambda m: f"{m.kind} {m.key}"):
        if old.kind == new.kind and not _may_differ(old, new, target.text):
            yield change_at(target, new.span, old.span)


def _may_differ(old: _Mark, new: _Mark, text: str) -> bool:
    """Whether two marks may stand for each other: a title says more, labels are the text's own."""
    if old.key == new.key:
        return True
    if old.kind == "directive":
        return not _OPEN_NAMES.isdisjoint((old.key, new.key))
    # what the target itself refers to was renamed on purpose
    return re.search(rf"[`<#]{re.escape(new.name)}[`>)]", text) is not None


def _marks(document: Document) -> list[_Mark]:
    """Return the directives and labels of a document, in order; code has none."""
    pattern, signs = _PATTERNS.get(document.format, (None, ()))
    if pattern is None or not any(sign in document.text for sign in signs):
        return []
    found = []
    for match in pattern.finditer(document.text):
        group = match.lastgroup or ""
        span, said = Span(*match.span(group)), match[group].strip("{}()=")
        if _in_code(document, span, option=group == "option"):
            continue
        if group in _LABELS:
            key = _OF_LANGUAGE.sub("", said.casefold()).strip("-_ ")
            found.append(_Mark("label", key, said, span))
        else:
            name = said.casefold()
            found.append(_Mark("directive", _ALIKE.get(name, name), said, span))
    return found


def _in_code(document: Document, span: Span, *, option: bool) -> bool:
    """Whether a line stands inside a block that is no text, and is not how it begins."""
    at = document.block_at(span.start)
    block = document.blocks[at] if at >= 0 else None
    if block is None or block.kind is not Kind.OPAQUE or span.end > block.span.end:
        return False
    first = document.text[block.span.start : span.start]
    # the options of a directive are told apart from code that shows one by its braces
    return "\n" in first and not (option and _PROSE.search(first.partition("\n")[0]))


def _broken(target: Document, source: Document) -> Iterator[Changed]:
    """Yield the fences of a target that open nothing or are never closed, in sound sources."""
    found = False
    for pattern in (_BROKEN, _BROKEN_END):
        here = list(pattern.finditer(target.text))
        if here and pattern.search(source.text):
            continue
        for match in here:
            span = Span(*match.span("mark"))
            if not _in_code(target, span, option=False):
                found = True
                message = f"{match['mark']} is no fence: it has lost a mark"
                yield change_at(target, span, None, message)
    if not found and (left := _unclosed(target.text)) and not _unclosed(source.text):
        message = "the fence that is opened here is not closed, or one above it has no beginning"
        yield change_at(target, left[0], None, message)


def _unclosed(text: str) -> Sequence[Span]:
    """Return the fences that are opened and never closed, and those opened inside another."""
    if not any(mark in text for mark in ("```", "~~~", ":::")):
        return []
    stack: list[tuple[str, bool, Span]] = []
    inside: list[Span] = []
    for match in _FENCE.finditer(text):
        fence, info = match["fence"], match["info"]
        last = stack[-1] if stack else None
        if last and not info and fence.startswith(last[0]):
            stack.pop()
        elif last and not last[1]:
            if info and fence == last[0]:  # shown as code, or what the end before it was to close
                inside.append(Span(*match.span("fence")))
        elif info or fence[0] != ":":
            prose = fence[0] == ":" or _PROSE.match(info) is not None
            stack.append((fence, prose, Span(*match.span("fence"))))
    return [*(span for _, _, span in stack), *inside]
