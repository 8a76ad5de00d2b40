"""LaTeX -> pieces, with places in the file: commands and formulas inside a piece are opaque.

Nothing is run, expanded or fetched: `\\input` is passed over, a macro is a name. Of a command
that nobody knows, an argument with a blank or a Chinese character is text, one without is a
name. What is never closed is no construct. The preamble gives the title and metadata only.
Comments are left out, though they do not part a paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from zhen_align.read import latex_names as names
from zhen_align.read.pieces import Piece, Reading, Shape, trimmed
from zhen_align.text.scripts import han_count
from zhen_align.types import Span

_TOKEN = re.compile(
    r"(?P<comment>%[^\r\n]*)|(?P<blank>(?>\r\n|\n|\r)(?:[ \t]*(?>\r\n|\n|\r))+)|"
    r"(?P<math>\$\$(?:[^$\\]|\\.){1,5000}\$\$|"
    r"\$(?:[^$\\\r\n]|\\.|(?:\r\n|\n|\r)(?![ \t]*[\r\n])){1,3000}\$)|"
    r"\\(?:verb|lstinline)\*?(?P<fence>[|!+/=#\"'~^@;:])(?P<code>[^\r\n]{0,500}?)(?P=fence)|"
    r"\\(?P<edge>begin|end)[ \t]*\{(?P<env>[^{}\\\r\n]{1,60})\}|"
    r"\\(?P<name>[A-Za-z@]+)\*?|\\(?P<mark>[^A-Za-z@])|(?P<brace>[{}])|(?P<cell>&)",
    re.DOTALL,
)
_GAP = re.compile(r"[ \t]*(?:(?>\r\n|\n|\r)[ \t]*)?")
_BRACE = re.compile(r"\\.|%[^\r\n]*|[{}]", re.DOTALL)
_OPTION = re.compile(r"\[[^\[\]{}\r\n]{0,300}(?:\{[^{}]{0,300}\}[^\[\]{}\r\n]{0,300}){0,8}\]")
_ESCAPED = frozenset("%&_$#")
_REACH = 20_000  # how far a displayed formula may go on
_LONGEST_NAME = 60
_LOOKED_AT = 2_000  # of an argument, to tell whether it is text


@dataclass(slots=True)
class _State:
    """The piece under way and what is open around it."""

    text: str
    closes: dict[int, int]
    opens: dict[int, int]
    shape: Shape = Shape.TEXT
    level: int = 0
    start: int = -1
    end: int = 0
    words: bool = False
    lists: int = 0
    tables: int = 0
    marks: list[Span] = field(default_factory=list)
    cells: list[Span] = field(default_factory=list)
    cell: tuple[int, int] = (-1, 0)
    until: list[int] = field(default_factory=list)  # where headings and captions under way close
    missing: set[str] = field(default_factory=set)


def read(text: str) -> Reading:
    """Read a LaTeX file, or a part of one."""
    return Reading(tuple(_pieces(text)))


def _pieces(text: str) -> Iterator[Piece]:
    body = text.find("\\begin{document}")
    last = text.find("\\end{document}", max(body, 0))
    last = len(text) if last < 0 else last
    closes = _closes(text)
    state = _State(text, closes, {close: opened for opened, close in closes.items()})
    at = 0
    while found := _TOKEN.search(text, at, last):
        preamble = found.start() < body and not state.until
        if not preamble:
            _say(state, at, found.start())
        at = found.end()
        if found["comment"] is not None:
            state.marks.append(Span(*found.span()))
        elif found["blank"]:
            yield from _flush(state)
        elif found["edge"]:
            yield from _edge(state, found)
            at = _after_edge(state, found)
        elif found["name"]:
            if preamble and found["name"] not in {*names.HEADINGS, *names.METADATA}:
                continue
            yield from _around(state, found)
            at = _command(state, found)
        elif found["brace"]:
            if state.until and found.start() == state.until[-1]:
                state.until.pop()
                yield from _flush(state)
            else:
                _brace(state, Span(*found.span()))
        elif found["mark"] in ("(", "["):
            at = _formula(state, found)
        elif found["cell"] or found["mark"] == "\\":
            yield from _break(state, found)
            at = _option(text, at) if found["mark"] else at
        elif found["mark"] in _ESCAPED:
            _say(state, found.start(), found.end())
        else:
            _hold(state, Span(*found.span()), content=found["math"] or found["code"] is not None)
    if body < at or body < 0:
        _say(state, min(at, last), last)
    yield from _flush(state)


def _closes(text: str) -> dict[int, int]:
    """Return for each brace that is closed where that is, in one pass."""
    opened: list[int] = []
    closes: dict[int, int] = {}
    for brace in _BRACE.finditer(text):
        if brace[0] == "{":
            opened.append(brace.start())
        elif brace[0] == "}" and opened:
            closes[opened.pop()] = brace.start()
    return closes


def _say(state: _State, start: int, end: int) -> None:
    """Take words into the piece under way."""
    span = trimmed(state.text, start, end)
    if span.start < span.end:
        state.words = True
        _reach(state, span)


def _hold(state: _State, span: Span, *, content: object = None) -> None:
    """Take a stretch that is no language; `content` can begin and end a piece."""
    state.marks.append(span)
    if content:
        _reach(state, span)


def _brace(state: _State, span: Span) -> None:
    """Take a brace; one that closes what the piece has opened belongs to it."""
    _hold(state, span, content=0 <= state.start <= state.opens.get(span.start, -1))


def _reach(state: _State, span: Span) -> None:
    state.start = span.start if state.start < 0 else state.start
    state.end = span.end
    if state.tables:
        begun = state.cell[0]
        state.cell = (span.start if begun < 0 else begun, span.end)


def _flush(state: _State) -> Iterator[Piece]:
    """End the piece under way."""
    if state.words:
        span = trimmed(state.text, state.start, state.end)
        marks, cells = (
            tuple(each for each in some if span.start <= each.start and each.end <= span.end)
            for some in (state.marks, state.cells)
        )
        cells = cells if len(cells) > 1 else ()
        shape = Shape.ROW if cells else state.shape
        yield Piece(span, shape, level=state.level, opaque=marks, cells=cells)
    state.start, state.words, state.cell = -1, False, (-1, 0)
    state.marks, state.cells = [], []
    if not state.until:
        state.shape, state.level = Shape.TEXT, 0


def _break(state: _State, found: re.Match[str]) -> Iterator[Piece]:
    """End a cell, a row, or only a line."""
    if not state.tables:
        _hold(state, Span(*found.span()))
        return
    start, end = state.cell
    if start >= 0:
        state.cells.append(trimmed(state.text, start, end))
    elif found["cell"]:
        state.cells.append(Span(found.start(), found.start()))
    state.cell = (-1, 0)
    state.marks.append(Span(*found.span()))
    if not found["cell"]:
        state.cells = [each for each in state.cells if each.start >= state.start >= 0]
        yield from _flush(state)


def _edge(state: _State, found: re.Match[str]) -> Iterator[Piece]:
    """Begin or end an environment: all but formulas part what is before from what is after."""
    name, opening = found["env"], found["edge"] == "begin"
    if name in names.MATH and not state.tables:
        return
    if state.tables and not opening and state.cells and state.cell[0] >= 0:
        state.cells.append(trimmed(state.text, *state.cell))
    yield from _flush(state)
    if name in names.LISTS:
        state.lists = max(0, state.lists + (1 if opening else -1))
    elif name in names.TABLES:
        state.tables = max(0, state.tables + (1 if opening else -1))


def _after_edge(state: _State, found: re.Match[str]) -> int:
    """Return where to go on: behind what holds no text, and behind the arguments."""
    name, at = found["env"], found.end()
    if found["edge"] == "end":
        return at
    if name in names.SKIPPED or name in names.MATH:
        closer = f"\\end{{{name}}}"
        end = -1 if closer in state.missing else state.text.find(closer, at)
        if end < 0:
            state.missing.add(closer)
            return at
        _hold(state, Span(found.start(), end + len(closer)), content=name in names.MATH)
        return end + len(closer)
    at = _option(state.text, at)
    while (end := state.closes.get(_next(state.text, at), -1)) >= 0:
        start = _next(state.text, at)
        if start != at and state.text[at:start].strip(" \t"):
            break  # on the next line it is text
        if han_count(state.text[start:end]) or end - start > _LONGEST_NAME:
            break
        at = _option(state.text, end + 1)
    return at


def _around(state: _State, found: re.Match[str]) -> Iterator[Piece]:
    """End the piece before a command that begins another one."""
    name = found["name"]
    block = name in names.HEADINGS or name in names.CAPTIONS or name in names.METADATA
    if (block and not state.until) or name in {"item", "par"}:
        yield from _flush(state)
    if name == "item":
        state.shape, state.level = Shape.ITEM, max(1, state.lists)
    elif block and not state.until:
        shape = Shape.HEADING if name in names.HEADINGS else Shape.CAPTION
        state.shape = Shape.METADATA if name in names.METADATA else shape
        state.level = names.HEADINGS.get(name, 0)


def _command(state: _State, found: re.Match[str]) -> int:
    """Take a command with those arguments that are no text; return where to go on."""
    text, name = state.text, found["name"]
    end = _option(text, found.end())
    hidden = names.FIRST_IS_OPAQUE.get(name, 0)
    begins = False
    takes = name not in names.LAYOUT or name in names.OPAQUE or name in names.VISIBLE
    while takes and (close := state.closes.get(opened := _next(text, end), -1)) >= 0:
        inside = text[opened + 1 : min(close, opened + _LOOKED_AT)]
        if hidden > 0:
            hidden -= 1
        elif name not in names.OPAQUE and _is_text(name, inside):
            begins = True
            if state.shape in (Shape.HEADING, Shape.CAPTION, Shape.METADATA) and not state.until:
                # its own argument: the piece ends where that does
                state.until.append(close)
                return opened
            break
        end = _option(text, close + 1)
    else:
        if not state.until and name in {*names.HEADINGS, *names.CAPTIONS, *names.METADATA}:
            state.shape, state.level = Shape.TEXT, 0  # it has no argument
    content = begins or (name not in names.LAYOUT and name != "item")
    _hold(state, Span(found.start(), end), content=content)
    return end


def _is_text(name: str, inside: str) -> bool:
    """Say whether an argument is text: known to be, or with a blank or a Chinese character."""
    if name in names.VISIBLE or name in {*names.HEADINGS, *names.CAPTIONS, *names.METADATA}:
        return True
    return bool(han_count(inside) or (" " in inside.strip() and "=" not in inside))


def _formula(state: _State, found: re.Match[str]) -> int:
    """Take a formula in brackets; one that is never closed is its first mark alone."""
    closer = "\\)" if found["mark"] == "(" else "\\]"
    end = -1
    if closer not in state.missing:
        end = state.text.find(closer, found.end())
        if end < 0:
            state.missing.add(closer)
    if end < 0 or end - found.end() > _REACH:
        _hold(state, Span(*found.span()))
        return found.end()
    _hold(state, Span(found.start(), end + 2), content=True)
    return end + 2


def _option(text: str, at: int) -> int:
    """Return the end of the optional argument that stands here."""
    found = _OPTION.match(text, at)
    return found.end() if found else at


def _next(text: str, at: int) -> int:
    """Return where the next argument would begin."""
    gap = _GAP.match(text, at)
    return gap.end() if gap else at
