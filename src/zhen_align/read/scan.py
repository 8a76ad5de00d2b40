"""Markdown line by line: text -> pieces, for Markdown and for plain text that carries it.

Each construct of more than one line has a function below that looks at one place and
either takes lines from there or declines; the first in `_TAKERS` that takes them wins. A
construct that is never closed is no construct: its first line alone is read as a mark, so
that a stray fence cannot hide the rest of a file. Lines are not joined here (see `wrap`).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from zhen_align.read import asciidoc, marks, myst
from zhen_align.read.pieces import Piece, Shape, trimmed
from zhen_align.types import Span

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|$)")
_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})(?P<info>[^`\r\n]*)$")
_FORMULA = re.compile(r"\$\$|\\\[|\\begin\{(?P<name>[a-zA-Z]+\*?)\}")
_FORMULA_REACH = 10_000
_RAW = re.compile(r"<(?P<name>script|style|pre|svg|textarea|iframe|math)\b[^<>]*>", re.IGNORECASE)
_DIRECTIVE = re.compile(r"\.\.[ \t]+(?P<name>[\w-]+)::|\.\.[ \t]+_[^:]+:|\.\.[ \t]*$")
_BODY_IS_CODE = re.compile(
    r"(?:code|code-block|sourcecode|math|image|figure|toctree|highlight|literalinclude|raw|include|"
    r"parsed-literal|auto(?:module|class|function)|csv-table|plot|contents)"
)
_COLONS = re.compile(
    r":{3,}[ \t]*(?:\{?[\w.-]+\}?)?[ \t]*|!!![ \t]+\w+[ \t]*|\?\?\?\+?[ \t]+\w+[ \t]*"
)
# comments for programs, lawyers and editors; the rest may be the source text, kept in sight
REMARK = re.compile(
    r"zhen-align|(?-i:[a-z]+(?:-[a-z]+)+)(?=[\s:]|\Z)|"
    r"(?:toc|endtoc|more|truncate|tabs?|begin\b.{0,30}|end\b.{0,30})\s*\Z|"
    r"(?:eslint|TODO|FIXME|NOTE TO|DO NOT EDIT|SPDX)\b|(?:copyright|©|\(c\)) |"
    r".{0,300}?(?:licen[sc]ed (?:under|to)|all rights reserved|www\.apache\.org/licenses)",
    re.IGNORECASE | re.DOTALL,
)
_DEFINITION = re.compile(
    r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]$|"
    r":(?:(?:eq)?label|width|height|align|alt|name|class|target|begin_tab|end_tab):.*$|"
    r"\{\{[<%][^{}\n]{0,300}[>%]\}\}$|\{%[^{}\n]{0,300}%\}$|"
    r"\([\w-]+\)=$|(?:import|export)\s[^。]{1,200}\bfrom\s+['\"][^'\"]+['\"];?$|"
    r"(?:\[!\[[^\[\]]*\]\([^()]*\)\]\([^()]*\)\s*)+$|"
    r"\[[^\[\]]+\]:[ \t]*(?:<|[\w.:/#-]*[./#])\S*(?:[ \t]+[\"'(].*)?$"
)
_CODE = re.compile(r"[={}();<>$\\]|^\s*(?:import|from|def|class|return|sudo|pip|npm|git|cd|make)\b")
_COMMAND = re.compile(r"(?=.*(?:[|/\"]|\s--?\w)).*[^.!?:;,\s]$")


@dataclass(frozen=True, slots=True)
class Source:
    """A stretch of a text cut into lines, and what is known of closers that never come."""

    text: str
    end: int
    markdown: bool
    lines: tuple[Span, ...]
    myst: bool
    missing: set[str] = field(default_factory=set)
    opened: list[str] = field(default_factory=list)
    """The fences of directives whose body is prose, and that are not closed yet."""

    def after(self, number: int) -> Iterator[Span]:
        """Yield the lines below line `number`."""
        for below in range(number + 1, len(self.lines)):
            yield self.lines[below]

    def closed(self, closer: str, start: int) -> int:
        """Return where the next `closer` after `start` ends, 0 if there is none."""
        if closer in self.missing:
            return 0
        found = self.text.find(closer, start, self.end)
        if found < 0:
            self.missing.add(closer)
            return 0
        return found + len(closer)


@dataclass(frozen=True, slots=True)
class Taken:
    """The pieces of a construct and the offset behind it."""

    pieces: tuple[Piece, ...]
    end: int


def scan(text: str, start: int = 0, end: int | None = None, *, markdown: bool) -> list[Piece]:
    """Return the pieces of `text[start:end]`, each line its own, in order."""
    end = len(text) if end is None else end
    lines = tuple(Span(*found.span(1)) for found in _LINE.finditer(text, start, end))
    source = Source(text, end, markdown, lines, markdown and myst.is_used(text, start, end))
    pieces: list[Piece] = []
    done = start
    for number, line in enumerate(lines):
        begin = max(line.start, done)
        while done <= line.end and begin < line.end:
            quote = marks.QUOTE.match(text, begin, line.end)
            inner = Span(quote.end() if quote else begin, line.end)
            taken = _take(source, number, inner, pieces)
            if taken is None:
                _add(pieces, text, inner)
                break
            pieces.extend(taken.pieces)
            done = begin = taken.end
    return pieces


def _take(source: Source, number: int, line: Span, before: list[Piece]) -> Taken | None:
    at = trimmed(source.text, line.start, line.end)
    if at.start == at.end:
        return None
    for taker in _TAKERS:
        if taken := taker(source, number, at, before):
            return taken
    return None


def _add(pieces: list[Piece], text: str, line: Span) -> None:
    """Add an ordinary line; underlining turns the line before it into a heading."""
    if marks.RULE.fullmatch(text, line.start, line.end):
        rule = trimmed(text, line.start, line.end)
        before = pieces[-1] if pieces else None
        if before and before.shape is Shape.TEXT and _underlines(text, before.span, rule):
            level = {"=": 1, "-": 2}.get(text[rule.start], 3)
            pieces[-1] = replace(before, shape=Shape.HEADING, level=level)
        if rule.start < rule.end:
            pieces.append(Piece(rule, Shape.OPAQUE))
        return
    pieces.extend(marks.pieces(text, line.start, line.end))


def _underlines(text: str, words: Span, rule: Span) -> bool:
    between = text[words.end : rule.start].replace("\r\n", "\n")
    return (
        sum(between.count(end) for end in "\r\n") == 1
        and " " not in rule.of(text)
        and text[rule.start] in "=-~^\"'`+#"
        and words.end - words.start <= 4 * max(rule.end - rule.start, 12)
    )


def _fence(source: Source, number: int, line: Span, before: list[Piece]) -> Taken | None:
    opening = _FENCE.match(source.text, line.start, line.end)
    if not opening:
        return None
    fence = opening["fence"]
    first = Taken((Piece(line, Shape.OPAQUE),), line.end)
    if source.opened and fence.startswith(source.opened[-1]) and not opening["info"].strip():
        source.opened.pop()
        return first
    if name := myst.PROSE.match(source.text, *opening.span("info")):
        source.opened.append(fence)
        return Taken(*myst.opened(source.text, line, name, source.after(number)))
    if fence in source.missing:
        return first
    for other in source.after(number):
        inside = source.text[other.start : other.end].strip(" \t>")
        if inside.startswith(fence) and not inside.strip(fence[0]):
            whole = trimmed(source.text, line.start, other.end)
            return Taken((Piece(whole, Shape.OPAQUE),), other.end)
    source.missing.add(fence)
    return first


def _asciidoc(source: Source, number: int, line: Span, before: list[Piece]) -> Taken | None:
    found = not source.markdown and asciidoc.piece(source.text, line, source.after(number))
    return Taken((found,), found.span.end) if found else None


def _formula(source: Source, number: int, line: Span, before: list[Piece]) -> Taken | None:
    opening = _FORMULA.match(source.text, line.start, line.end)
    if not opening:
        return None
    closers = {"$$": "$$", "\\[": "\\]"}
    closer = closers.get(opening[0]) or f"\\end{{{opening['name']}}}"
    reach = min(source.end, opening.end() + _FORMULA_REACH)
    end = source.text.find(closer, opening.end(), reach) + len(closer)
    if end < opening.end():
        return None
    rest = _LINE.match(source.text, end, source.end)
    if rest is not None and not any(ch.isalpha() for ch in rest[1]):
        end = rest.end(1)
    elif end <= line.end:
        return None
    return Taken((Piece(trimmed(source.text, line.start, end), Shape.OPAQUE),), end)


def _comment(source: Source, number: int, line: Span, before: list[Piece]) -> Taken | None:
    if source.myst and source.text.startswith("%", line.start):
        return Taken((Piece(line, Shape.OPAQUE),), line.end)
    if source.text.startswith("<?", line.start):  # an instruction to some program
        end = source.closed("?>", line.start + 2)
        opaque = Piece(trimmed(source.text, line.start, end), Shape.OPAQUE) if end else None
        return Taken((opaque,), end) if opaque else None
    if not source.text.startswith("<!--", line.start):
        return None
    end = source.closed("-->", line.start + 4)
    if not end:
        return None
    words = trimmed(source.text, line.start + 4, end - 3)
    if REMARK.match(source.text, words.start, words.end):
        return Taken((Piece(trimmed(source.text, line.start, end), Shape.OPAQUE),), end)
    inner = scan(source.text, words.start, words.end, markdown=source.markdown)
    return Taken(tuple(replace(piece, comment=True) for piece in inner), end)


def _raw(source: Source, number: int, line: Span, before: list[Piece]) -> Taken | None:
    opening = _RAW.match(source.text, line.start, line.end)
    if not opening:
        return None
    closer = f"</{opening['name']}>"
    end = source.closed(closer, opening.end())
    return (
        Taken((Piece(trimmed(source.text, line.start, end), Shape.OPAQUE),), end) if end else None
    )


def _directive(source: Source, number: int, line: Span, before: list[Piece]) -> Taken | None:
    """Take RST's `.. name::` with its body where that is no prose, `:::name`, `[x]: address`."""
    text = source.text
    if _DEFINITION.match(text, line.start, line.end):
        return Taken((Piece(line, Shape.OPAQUE),), line.end)
    if colons := _COLONS.match(text, line.start, line.end):
        brace = text.find("{", line.start, colons.end())
        if brace >= 0 and (name := myst.PROSE.match(text, brace, line.end)):
            return Taken(*myst.opened(text, line, name, source.after(number)))
        words = trimmed(text, colons.end(), line.end)
        mark = Piece(trimmed(text, line.start, words.start), Shape.OPAQUE)
        heading = Piece(words, Shape.HEADING, level=6)
        return Taken((mark, heading) if words.start < words.end else (mark,), line.end)
    opening = _DIRECTIVE.match(text, line.start, line.end)
    if not opening:
        return None
    end = line.end
    if _BODY_IS_CODE.fullmatch(opening["name"] or ""):
        margin = marks.indent(text, source.lines[number].start, line.end)
        for other in source.after(number):
            blank = not other.of(text).strip()
            if not blank and marks.indent(text, other.start, other.end) <= margin:
                break
            end = end if blank else other.end
    return Taken((Piece(trimmed(source.text, line.start, end), Shape.OPAQUE),), end)


def _open_table(source: Source, number: int, line: Span, before: list[Piece]) -> Taken | None:
    """Take a table whose rows have no bars at their ends: only its rule shows what it is."""
    text = source.text
    if text.startswith("|", line.start) or not (head := marks.cells(text, line)):
        return None
    rule = next(source.after(number), line)
    bars = text.count("|", rule.start, rule.end)
    if not bars or not marks.SEPARATOR.fullmatch(text, rule.start, rule.end):
        return None
    found = [
        Piece(line, Shape.ROW, cells=head),
        Piece(trimmed(text, rule.start, rule.end), Shape.OPAQUE),
    ]
    for other in source.after(number + 1):
        row = trimmed(text, other.start, other.end)
        cells = marks.cells(text, row)
        if not cells or text.startswith("|", row.start):
            break
        found.append(Piece(row, Shape.ROW, cells=cells))
    return Taken(tuple(found), found[-1].span.end)


def _indented(source: Source, number: int, line: Span, before: list[Piece]) -> Taken | None:
    """Take code that only its indentation shows, where nothing else can be meant."""
    text, first = source.text, source.lines[number]
    if not source.markdown or marks.indent(text, first.start, first.end) < 4:
        return None
    listed = any(piece.shape is Shape.ITEM for piece in before[-3:])
    alone = number == 0 or not source.lines[number - 1].of(text).strip()
    words = line.of(text)
    sure = (_CODE.search(words) or _COMMAND.match(words)) and words.isascii() and "](" not in words
    if (
        listed
        or not alone
        or not sure
        or marks.pieces(text, line.start, line.end)[0].shape != "text"
    ):
        return None
    end = line.end
    for other in source.after(number):
        if not other.of(text).strip() or marks.indent(text, other.start, other.end) < 4:
            break
        end = other.end
    return Taken((Piece(trimmed(source.text, line.start, end), Shape.OPAQUE),), end)


_TAKERS: tuple[Callable[[Source, int, Span, list[Piece]], Taken | None], ...] = (
    _comment,
    _fence,
    _asciidoc,
    _formula,
    _raw,
    _directive,
    _open_table,
    _indented,
)
