"""reStructuredText -> pieces: sections by their underlines, directives, fields, literal blocks.

A construct is known by its first line and its indentation; each has a function below that
takes lines or declines. Of a directive that nobody knows, the argument is opaque and the
body is text. Lines are joined into paragraphs in `wrap`, as for Markdown. Roles and other
marks inside a line are found for all formats alike (`text/opaque`).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from zhen_align.read import marks
from zhen_align.read import rst_names as names
from zhen_align.read.pieces import Field, Piece, Reading, Shape, trimmed
from zhen_align.read.rst_tables import RULE, list_table, table
from zhen_align.read.scan import REMARK
from zhen_align.read.wrap import wrap
from zhen_align.types import Span

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|$)")
_DIRECTIVE = re.compile(r"\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?(?P<name>[\w:+.-]*\w)::(?:[ \t]+|$)")
_TARGET = re.compile(r"(?:\.\.[ \t]+_[^:]+:|__[ \t]+\S)")
_NOTE = re.compile(r"\.\.[ \t]+\[[^\[\]\s]+\][ \t]+")
_COMMENT = re.compile(r"\.\.(?:[ \t]+|$)")
_FIELD = re.compile(r":(?P<name>(?![:\s])(?:[^:\\\r\n`]|\\.|:(?!\s|$|`))*):(?:[ \t]+|$)")
_ITEM = re.compile(
    r"(?:[-*+•‣][ \t]+|(?:\d{1,3}|#|[A-Za-z])[.)][ \t]+|\((?:\d{1,3}|#|[A-Za-z])\)[ \t]+)"
)
_DEEPEST = 40
_ON_TOP = (Shape.HEADING, Shape.METADATA, Shape.OPAQUE)


@dataclass(slots=True)
class Source:
    """The lines of a text, what was found in them, and the styles of its headings so far."""

    text: str
    lines: list[Span]
    pieces: list[Piece] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    comment: bool = False
    depth: int = 0
    stop: int = 0  # the first line that is not there for whoever reads now
    top: bool = True  # nothing but a title, fields and what is hidden so far

    def said(self, at: int) -> str:
        """Return a line, nothing beyond what is being read."""
        return self.lines[at].of(self.text) if at < self.stop else ""

    def indent(self, at: int) -> int:
        """Return the width before a line's words."""
        return marks.indent(self.text, self.lines[at].start, self.lines[at].end)

    def words(self, at: int) -> Span:
        """Return a line without the blanks around it."""
        return trimmed(self.text, self.lines[at].start, self.lines[at].end)

    def below(self, at: int, margin: int) -> int:
        """Return the first line from `at` on that is no further right than `margin`."""
        end = at
        while at < self.stop:
            if self.said(at).strip():
                if self.indent(at) <= margin:
                    break
                end = at + 1
            at += 1
        return end

    def add(self, start: int, end: int, shape: Shape = Shape.TEXT, **more: int | bool) -> None:
        """Add a piece, if it has words."""
        span = trimmed(self.text, start, end)
        if span.start < span.end:
            piece = Piece(span, shape, comment=self.comment)
            self.top &= shape in _ON_TOP and len(self.styles) <= 1
            self.pieces.append(replace(piece, **more) if more else piece)  # type: ignore[arg-type]

    def hide(self, first: int, last: int) -> None:
        """Add lines that are no text."""
        if first < last:
            self.add(self.lines[first].start, self.lines[last - 1].end, Shape.OPAQUE)


def read(text: str) -> Reading:
    """Read a reStructuredText file."""
    source = Source(text, [Span(*found.span(1)) for found in _LINE.finditer(text)])
    _scan(source, 0, len(source.lines))
    return Reading(tuple(wrap(text, source.pieces, markdown=True)), tuple(source.fields))


def _scan(source: Source, at: int, end: int) -> None:
    """Read the lines from `at` to `end`; what is nested too deeply is left out."""
    if source.depth > _DEEPEST:
        source.hide(at, end)
        return
    source.depth += 1
    before, source.stop = source.stop, end
    while at < end:
        if not source.said(at).strip():
            at += 1
            continue
        at = next(to for taker in _TAKERS if (to := taker(source, at)) > at)
    source.depth, source.stop = source.depth - 1, before


def _section(source: Source, at: int) -> int:
    """Take a title with its underline, or between two lines."""
    over = bool(RULE.fullmatch(source.said(at).strip()))
    title = at + over
    line, under = source.said(title).strip(), source.said(title + 1).strip()
    mark = source.said(at).strip() if over else under
    fits = RULE.fullmatch(under) and len(under) >= min(4, len(line)) and under[:1] == mark[:1]
    if not line or not fits or RULE.fullmatch(line) or (not over and source.indent(title)):
        if over and not line:  # a line between paragraphs
            source.hide(at, at + 1)
            return at + 1
        return at
    style = mark[0] * (1 + over)
    if style not in source.styles:
        source.styles.append(style)
    words = source.words(title)
    source.add(words.start, words.end, Shape.HEADING, level=1 + source.styles.index(style))
    return title + 2


def _explicit(source: Source, at: int) -> int:
    """Take what two dots begin: a directive, a target, a footnote, a comment."""
    words, margin = source.words(at), source.indent(at)
    if directive := _DIRECTIVE.match(source.text, words.start, words.end):
        return _directive(source, at, directive)
    if _TARGET.match(source.text, words.start, words.end):
        source.hide(at, at + 1)
        return at + 1
    if note := _NOTE.match(source.text, words.start, words.end):
        source.add(note.end(), words.end, Shape.ITEM)
        return at + 1
    if not (comment := _COMMENT.match(source.text, words.start, words.end)):
        return at
    end = source.below(at + 1, margin)
    if comment.end() == words.end and end == at + 1:
        return at + 1
    said = source.words(at + 1).start if comment.end() == words.end else comment.end()
    if REMARK.match(source.text, said, source.lines[end - 1].end):
        source.hide(at, end)
        return end
    before, source.comment = source.comment, True
    source.add(comment.end(), words.end)
    _scan(source, at + 1, end)
    source.comment = before
    return max(end, at + 1)


def _directive(source: Source, at: int, found: re.Match[str]) -> int:
    """Take a directive: code as a whole, else its argument by what it is, and its body."""
    name, words = found["name"].lower(), source.words(at)
    end = source.below(at + 1, source.indent(at))
    if names.CODE.fullmatch(name):
        source.hide(at, end)
        return end
    argument = trimmed(source.text, found.end(), words.end)
    if name in names.HEADED:
        source.add(argument.start, argument.end, Shape.HEADING, level=6)
    elif name in names.TITLED and name != "figure":
        source.add(argument.start, argument.end, Shape.CAPTION)
    elif name in names.SAID or name in names.DATED:
        version = re.match(r"\S+", argument.of(source.text)) if name in names.DATED else None
        source.add(argument.start + (version.end() if version else 0), argument.end)
    body = at + 1
    while body < end and _FIELD.match(source.said(body).strip()):
        body += 1
    if name == "list-table":
        list_table(source, body, end)
        return end
    first = len(source.pieces)
    _scan(source, body, end)
    if name == "figure" and len(source.pieces) > first:
        source.pieces[first] = replace(source.pieces[first], shape=Shape.CAPTION)
    return end


def _field(source: Source, at: int) -> int:
    """Take a field; before the text begins they say what the document is."""
    words = source.words(at)
    found = _FIELD.match(source.text, words.start, words.end)
    if found is None:
        return at
    end = source.below(at + 1, source.indent(at))
    if source.top and not source.comment:
        value = trimmed(source.text, found.end(), source.lines[max(at, end - 1)].end)
        said = " ".join(value.of(source.text).split())
        source.fields.append(Field(found["name"].lower(), (said,)))
        source.add(words.start, value.end, Shape.METADATA)
        return max(end, at + 1)
    source.add(found.end(), words.end, Shape.ITEM, level=1)
    return at + 1


def _doctest(source: Source, at: int) -> int:
    """Take a session of Python, to the next blank line."""
    if not source.said(at).lstrip().startswith(">>> "):
        return at
    end = at
    while source.said(end).strip():
        end += 1
    source.hide(at, end)
    return end


def _text(source: Source, at: int) -> int:
    """Take a line of text or of a list, and the literal block that it announces."""
    words, margin = source.words(at), source.indent(at)
    item = _ITEM.match(source.text, words.start, words.end)
    start = item.end() if item else words.start
    if words.of(source.text).startswith("| "):
        source.add(words.start + 2, words.end, ends=True)
        return at + 1
    below = bool(source.said(at + 1).strip())
    # a line right above deeper ones is a term that they explain
    ends = not item and below and source.indent(at + 1) > margin
    shape, level = (Shape.ITEM, 1 + margin // 2) if item else (Shape.TEXT, 0)
    source.add(start, words.end, shape, level=level, indent=margin, ends=ends)
    if not words.of(source.text).endswith("::") or below:
        return at + 1
    end = source.below(at + 1, margin)
    source.hide(at + 1, end)
    return max(end, at + 1)


_TAKERS: tuple[Callable[[Source, int], int], ...] = (
    table,
    _section,
    _explicit,
    _field,
    _doctest,
    _text,  # takes whatever it is
)
