"""Blocks of code, displayed formulas and pictures that differ a little from the source's.

They are no sentences and stand in no bead, so they are compared here: in order, those between
two that agree. Only a small difference counts: a block that is quite another was put there on
purpose. Comments and lines with Chinese in them are translated, and pass. Not here: directives,
their labels and their fences (directives.py).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TypeVar

from zhen_align.lint.facts import Pair
from zhen_align.lint.finding import Severity
from zhen_align.lint.markup.code_lines import Line, one_apart
from zhen_align.text.addresses import link_key
from zhen_align.text.distance import slips
from zhen_align.text.markup import formula_key, formula_scripts
from zhen_align.types import Document, Kind, Span

Piece = TypeVar("Piece")
_LIKE = 0.2  # the part of a line that may differ
_LEAST = 4
_FEW = 0.25
_LONGEST = 400
_FENCE = re.compile(r"(?:`{3,}|~{3,})(?:[^\n]*\n|[ \t]*\{[^{}]*\}[ \t]*\S)")
_LITERAL = re.compile(
    r"\.\.[ \t]+(?:code|code-block|sourcecode|parsed-literal|toctree|doctest|testcode|prompt)::"
    r"|<pre\b|>>> "
)
_MATH = re.compile(r"\.\.[ \t]+math::")
_OPENING = re.compile(r"^[ \t>]*(?:(?:`{3,}|~{3,})[ \t]*\{[\w:.+-]+\}|:(?:name|label):.*)")
_PICTURE = re.compile(r"\]\(\s*<?([^\s>)]+)")
_INFO = re.compile(r"(?:`{3,}|~{3,}|\.\.(?:code|code-block|sourcecode)::)(?P<rest>.*)")
_COUNTED = re.compile(r"^[ \t]*\d+[、，.,](?!\d)")  # a list of steps, set like code
_REST = 2
_BEFORE = 40
_QUOTED = re.compile("[\"'“”‘’]")  # words of the reader, who may be told another example
_OPTION = re.compile(r"--[a-z][\w-]*(?:=\S+)?")
_COMMENT = re.compile(r"(?:^|\s)(?:#|//|--|;)\s.*$|<!--.*?-->|/\*.*?\*/")
_COMMENT_SIGNS = ("#", "//", "--", ";", "/*")
_LINE = re.compile(r"[^\n]+")
_PROSE = re.compile(r"(?:[A-Za-z’'-]+[,;]? ){3,}[A-Za-z’'-]+[.,;:!?]?", re.ASCII)
_SAID = re.compile(r"\"[^\"]*\"|'[^']*'|`[^`]*`")
_ELEMENT = re.compile(r">[^<>]*<")
_LETTER = re.compile(r"[^\W\d_a-zA-Z]")  # of a language, where code has ASCII alone


@dataclass(frozen=True, slots=True)
class Changed:
    """A stretch of the target in or near its block number `block`, and what it was in the source.

    What is broken by itself, or lost, has a message that says how, and how grave that is.
    """

    block: int
    span: Span
    source: Span | None
    message: str = ""
    weight: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class _Block:
    number: int
    span: Span
    kind: str
    key: str
    lines: tuple[Line, ...] = ()
    scripts: tuple[str, ...] = ()


def changed(pair: Pair) -> Iterator[Changed]:
    """Yield what differs a little in the blocks that are no text, in order."""
    target, source = pair.target_document, pair.source_document
    if target.path == source.path:
        return
    here, there = _blocks(target), _blocks(source)
    if not (here and there):
        return
    for old, new in replaced(there, here, lambda block: block.key, same=True):
        if old.kind == new.kind:
            yield from _differences(new, old)


def change_at(
    document: Document,
    span: Span,
    source: Span | None,
    message: str = "",
    weight: Severity = Severity.ERROR,
) -> Changed:
    """Return what was changed at a place, with the block that the place is in, or after."""
    return Changed(max(0, document.block_at(span.start)), span, source, message, weight)


def replaced(
    was: Sequence[Piece], now: Sequence[Piece], key: Callable[[Piece], str], *, same: bool = False
) -> Iterator[tuple[Piece, Piece]]:
    """Yield what stands where as many others stood, old and new; `same`: what agrees, too.

    >>> list(replaced("abcde", "axcyzde", str))
    [('b', 'x')]
    """
    matcher = SequenceMatcher(None, [*map(key, was)], [*map(key, now)], autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if (what == "replace" or (same and what == "equal")) and b - a == d - c:
            yield from zip(was[a:b], now[c:d], strict=True)


def _blocks(document: Document) -> list[_Block]:
    found = []
    for number, block in enumerate(document.blocks):
        if block.kind is not Kind.OPAQUE:
            continue
        span, said = block.span, block.span.of(document.text)
        if said.startswith(("$$", "\\[", "\\begin")) or _MATH.match(said):
            key, scripts = formula_key(_MATH.sub("", said)), tuple(formula_scripts(said))
            found.append(_Block(number, span, "formula", key, scripts=scripts))
            continue
        if picture := _PICTURE.match(said):
            kind, key = "picture", link_key(picture[1])
            span = Span(picture.start(1), picture.end(1)).shifted(by=block.span.start)
        elif _FENCE.match(said) or _LITERAL.match(said) or _is_announced(document, block.span):
            lines = tuple(_lines(block.span, document.text))
            key = "\n".join(line.key for line in lines if line.key)
            found.append(_Block(number, span, "code", key, lines))
            continue
        else:
            continue
        found.append(_Block(number, span, kind, key))
    return found


def _is_announced(document: Document, span: Span) -> bool:
    """Whether a block is code because the paragraph before it ends in `::`."""
    if document.format != "rst" or document.text.startswith("..", span.start):
        return False
    return document.text[max(0, span.start - _BEFORE) : span.start].rstrip().endswith("::")


def _lines(span: Span, text: str) -> list[Line]:
    """Return the lines of a block that are no comments; the key is the same in every language."""
    found = []
    for line in _LINE.finditer(text, span.start, span.end):
        opening = _OPENING.match(line[0])
        code = _COUNTED.sub("", line[0][opening.end() :] if opening else line[0])
        if any(sign in code for sign in _COMMENT_SIGNS):
            code = _COMMENT.sub("", code)
        said = "".join(code.split()).rstrip(";")
        said = said if "#" in said else link_key(said)
        if said or opening:
            plain = line[0].strip()
            start = line.start() + len(line[0]) - len(line[0].lstrip())
            prose = " " in plain and _PROSE.fullmatch(plain)
            told = prose or (not said.isascii() and _LETTER.search(said))
            place = Span(start, start + len(plain))
            found.append(Line(place, line[0], "" if told else said))
    return found


def _differences(new: _Block, old: _Block) -> Iterator[Changed]:
    if new.kind != "code":
        misset = new.key == old.key and new.scripts != old.scripts
        if misset or _alike(new.key, old.key):
            yield Changed(new.number, new.span, old.span)
        return
    here, there = [line for line in new.lines if line.key], [line for line in old.lines if line.key]
    # one line of a block that is otherwise the same was not written anew
    one = len(here) == len(there) > _REST and len(here) - _common(there, here) == 1
    told = False
    for was, says in _opposite(old, new) if new.key != old.key else ():
        lost = _alike(says.key, was.key) or _lacks_option(says.text, was.text)
        if lost or (one and _is_other(says, was)):
            told = True
            yield Changed(new.number, says.span, was.span)
    if not told:
        for span, old_span, said in one_apart(new.lines, old.lines):
            yield Changed(new.number, span, old_span, said, Severity.WARNING)


def _opposite(old: _Block, new: _Block) -> Iterator[tuple[Line, Line]]:
    """Yield the lines of two blocks that stand in each other's place and are not the same."""
    if len(old.lines) == len(new.lines):
        both = [
            (a, b) if a.key and b.key else (_without_words(a), _without_words(b))
            for a, b in zip(old.lines, new.lines, strict=True)
        ]
        apart = [(a, b) for a, b in both if a.key and b.key and a.key != b.key]
        if len(apart) <= max(1, _FEW * len(both)):
            yield from apart
            return
    there, here = ([line for line in block.lines if line.key] for block in (old, new))
    yield from replaced(there, here, lambda line: line.key)


def _without_words(line: Line) -> Line:
    """Return a line that says something without what it says: strings, comments, elements' text."""
    code = _SAID.sub('""', _COMMENT.sub("", line.text))
    code = "".join(_ELEMENT.sub("><", code).split())
    return replace(line, key="" if _LETTER.search(code) else code)


def _lacks_option(new: str, old: str) -> bool:
    """Whether a command lost some of its options, and is the same without them."""
    kept = set(new.split())
    return "--" in old and new.split() == [
        word for word in old.split() if word in kept or not _OPTION.fullmatch(word)
    ]


def _common(a: Sequence[Line], b: Sequence[Line]) -> int:
    return sum(one.key == other.key for one, other in zip(a, b, strict=True))


def _is_other(new: Line, old: Line) -> bool:
    """Whether the one line that differs is the same command of something else, or a fence's."""
    a, b = _INFO.match(new.key), _INFO.match(old.key)
    if a and b:
        return a["rest"] != b["rest"] and bool(a["rest"] and b["rest"])
    if new.key.startswith(("#", old.key)) or old.key.startswith(new.key):
        return False  # a comment, or for more cases than the source's
    first, second = new.text.split()[0], old.text.split()[0]
    return first == second and first[-1:] not in "=:" and not _QUOTED.search(new.text + old.text)


def _alike(a: str, b: str) -> bool:
    """Whether two stretches are nearly, and not quite, the same."""
    if a == b or not _LEAST <= max(len(a), len(b)) <= _LONGEST:
        return False
    if _sorted(a) == _sorted(b):
        return False  # the parts of a sum in another order
    most = max(1, int(_LIKE * max(len(a), len(b))))
    return slips(a, b, most) <= most


def _sorted(key: str) -> Sequence[str]:
    return sorted(re.split(r"[+=]", key))
