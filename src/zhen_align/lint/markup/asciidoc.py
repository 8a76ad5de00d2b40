"""Markup of AsciiDoc, which is read as plain text: attributes, blocks, macros, headings.

Told is what stands where the source has something else, and what is broken by itself where the
source is sound. Not here: the targets of links and images (skeleton.py).
"""

import re
from collections.abc import Iterator

from zhen_align.lint.facts import Pair
from zhen_align.lint.markup.blocks_apart import Changed, change_at, replaced
from zhen_align.text.scripts import HAN, has_han
from zhen_align.types import Span

ENDINGS = (".adoc", ".asciidoc", ".asc")
"""Files that are read as plain text, where a line of a paragraph may look like a whole one."""
_LINE = re.compile(
    r"^(?:\[(?P<style>[a-z][\w,%.#-]*(?:,[^\[\]\n\"]*)?)\]|:(?P<attribute>!?[\w-]+:[ \t]*[!-~]*)"
    r"|\[\[(?P<anchor>[^\[\]\n]+)\]\]|(?P<condition>(?:ifn?def|ifeval|endif)::\S*)"
    r"|(?P<note>NOTE|TIP|IMPORTANT|WARNING|CAUTION)(?=: )"
    r"|\[(?P<alert>NOTE|TIP|IMPORTANT|WARNING|CAUTION)\])"
    r"[ \t]*(?=$|(?<=[A-Z]): )",
    re.MULTILINE,
)
_FENCE = re.compile(r"^(-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|\|={3,})[ \t]*$", re.MULTILINE)
_DOTTED = re.compile(r"^(?:(?P<item>\.{1,5})[ \t]|(?P<title>\.)(?=[^\s.]))", re.MULTILINE)
_CODE = re.compile(r"^(-{4,}|\.{4,})[ \t]*\n(?P<body>.*?)^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_BROKEN = (
    (
        re.compile(rf"^={{2,6}}(?=[{HAN}])", re.MULTILINE),
        "is no heading: a blank is missing after it",
    ),
    (
        re.compile(r"\b(?:xref|link|image|kbd|btn|menu|footnote|include|icon):{1,2}[^\s\[【]*【"),
        "is no macro: its bracket is full-width",
    ),
    (re.compile(rf"\{{[{HAN}]+\}}"), "is no attribute: its name was translated"),
    (re.compile(r"^(?:ifn?def|ifeval|endif)::[^\[\n]*$", re.MULTILINE), "has lost its brackets"),
)
_NOTE = re.compile(r"^(?:注意?|提示|警告|重要|小心|当心|说明|备注)(?:：|: )", re.MULTILINE)


def asciidoc(pair: Pair) -> Iterator[Changed]:
    """Yield what is broken or another in the target, a file of AsciiDoc."""
    target, source = pair.target_document, pair.source_document
    if target.path == source.path or not target.path.endswith(ENDINGS):
        return
    for old, new in replaced(_lines(source.text), _lines(target.text), lambda line: line[0]):
        if old[0].split()[0] == new[0].split()[0]:
            yield change_at(target, new[1], old[1])
    there, here = _items(source.text), _items(target.text)
    if len(there) == len(here):
        apart = [(old, new) for old, new in zip(there, here, strict=True) if old[0] != new[0]]
        for old, new in apart if len(apart) == 1 and apart[0][1][0] == "title" else ():
            yield change_at(target, new[1], old[1], "is no item: a blank is missing after its mark")
    for pattern, says in _BROKEN:
        if not pattern.search(source.text):
            for found in pattern.finditer(target.text):
                yield change_at(target, Span(*found.span()), None, f"{found[0].strip()} {says}")
    if _notes(source.text) > _notes(target.text):
        for found in _NOTE.finditer(target.text):
            message = f"{found[0].strip()} begins no note: its name was translated"
            yield change_at(target, Span(*found.span()), None, message)
    yield from (
        change_at(target, span, None, "the block that is opened here is not closed")
        for kind, span in _odd(target.text).items()
        if kind not in _odd(source.text)
    )
    yield from _code(pair)


def _lines(text: str) -> list[tuple[str, Span]]:
    """Return the lines that are no text: kind and what must be the same, and their places."""
    return [
        (f"{found.lastgroup} {found[found.lastgroup or 0]}", Span(*found.span()))
        for found in _LINE.finditer(text)
    ]


def _items(text: str) -> list[tuple[str, Span]]:
    """Return the items with a dot and the titles of blocks, which a blank tells apart."""
    found = _DOTTED.finditer(text)
    return [(each.lastgroup or "", Span(*each.span(each.lastgroup or 0))) for each in found]


def _notes(text: str) -> int:
    return sum(found["note"] is not None for found in _LINE.finditer(text))


def _odd(text: str) -> dict[str, Span]:
    """Return the marks of blocks that stand an odd number of times, each where it stands last."""
    found: dict[str, list[Span]] = {}
    for fence in _FENCE.finditer(text):
        found.setdefault(fence[1], []).append(Span(*fence.span(1)))
    return {kind: spans[-1] for kind, spans in found.items() if len(spans) % 2}


def _code(pair: Pair) -> Iterator[Changed]:
    """Yield the one line of a block of code that is another, its mark apart."""
    target, source = pair.target_document, pair.source_document
    now, was = list(_CODE.finditer(target.text)), list(_CODE.finditer(source.text))
    for new, old in zip(now, was, strict=False) if len(now) == len(was) else ():
        here, there = _placed(new), _placed(old)
        apart = [(a, b) for a, b in zip(here, there, strict=False) if a[0] != b[0]]
        if len(here) == len(there) and len(apart) == 1 and not has_han(apart[0][0][0]):
            yield change_at(target, apart[0][0][1], apart[0][1][1])


def _placed(block: re.Match[str]) -> list[tuple[str, Span]]:
    found, at = [], block.start("body")
    for line in block["body"].splitlines(keepends=True):
        said = " ".join(line.split())
        if said:
            found.append((said, Span(at, at + len(line.rstrip()))))
        at += len(line)
    return found
