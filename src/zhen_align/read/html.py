"""HTML -> pieces, with places in the raw file: tags and entities inside a piece are opaque.

Tags are found by a pattern, not by a parser, because parsers give no offsets of what they
repair. Elements that begin a block end the piece before them; all other tags stand inside.
Scripts, styles and preformatted text are opaque, `nav` and its like navigation.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from zhen_align.read.parallel import apart
from zhen_align.read.pieces import Field, Piece, Reading, Shape, trimmed
from zhen_align.read.scan import REMARK
from zhen_align.types import Span

_ATTRIBUTES = r"(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*"
_TOKEN = re.compile(
    rf"<!--(?P<comment>(?:(?!-->|<!--).)*)-->|<[!?][^<>]*>|"
    rf"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]*)(?P<attributes>(?=[\s/>]){_ATTRIBUTES})>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[\w:-]+)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'>]+))"
)
_HIDDEN = frozenset({"script", "style", "pre", "svg", "math", "textarea", "iframe", "template"})
_NAVIGATION = frozenset({"nav", "footer", "menu", "select", "button", "form"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol"})
_CAPTIONS = frozenset({"figcaption", "caption"})
_CODE = frozenset({"code", "kbd", "samp", "tt", "var"})
_BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|br|center|dd|details|dir|div|dl|dt|fieldset|figure|head|"
    r"header|hr|html|legend|li|link|main|meta|noscript|option|p|section|summary|table|tbody|td|tfoot|"
    r"th|thead|title|tr|h[1-6]|" + "|".join(_HIDDEN | _NAVIGATION | _LISTS | _CAPTIONS)
)
_DEEPEST = 200
_APART = frozenset({Shape.OPAQUE, Shape.CAPTION, Shape.NAVIGATION, Shape.HEADING})
_LONGEST_ROW = 600


@dataclass(slots=True)
class _State:
    """What is open while the tags go by."""

    start: int = -1
    end: int = 0
    words: bool = False
    marks: list[Span] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    cells: list[list[Piece]] | None = None
    code: int = -1
    unclosed: set[str] = field(default_factory=set)


def read(text: str) -> Reading:
    """Read an HTML file."""
    return Reading(tuple(apart(text, list(_pieces(text)))), tuple(_fields(text)))


def _pieces(text: str) -> Iterator[Piece]:
    state = _State()
    done = 0
    while True:
        tag = _TOKEN.search(text, done)
        _text(text, state, done, tag.start() if tag else len(text))
        if tag is None:
            break
        done = tag.end()
        name = (tag["name"] or "").lower()
        if name in _HIDDEN and not tag["close"]:
            yield from _flush(state)
            done = _after(text, state, name, done)
            yield from _hand(state, Piece(Span(tag.start(), done), Shape.OPAQUE))
        elif tag["comment"] is not None and not state.words:
            yield from _flush(state)
            for piece in _comment(text, Span(*tag.span("comment"))):
                yield from _hand(state, piece)
        elif name == "img" and not state.words:
            yield from _flush(state)
            for piece in _image(tag):
                yield from _hand(state, piece)
        elif _BLOCKS.fullmatch(name):
            yield from _flush(state)
            yield from _block(text, state, name, closing=bool(tag["close"]))
        else:
            _inline(state, Span(*tag.span()), name, closing=bool(tag["close"]))
    yield from _flush(state)
    for cell in state.cells or ():
        yield from cell


def _text(text: str, state: _State, start: int, end: int) -> None:
    span = trimmed(text, start, end)
    if span.start < span.end:
        state.start = span.start if state.start < 0 else state.start
        state.end = span.end
        state.words = True


def _inline(state: _State, tag: Span, name: str, *, closing: bool) -> None:
    """Note a tag inside a piece; what `code` and its like hold is opaque with them."""
    if name in _CODE and closing and state.code >= 0:
        state.marks.append(Span(state.code, tag.end))
        state.code = -1
    else:
        state.marks.append(tag)
        state.code = tag.start if name in _CODE and not closing else state.code
    state.start = tag.start if state.start < 0 else state.start
    state.end = tag.end


def _flush(state: _State) -> Iterator[Piece]:
    """End the piece under way."""
    if state.words:
        shape, level = _shape(state.open)
        span = Span(state.start, state.end)
        piece = Piece(span, shape, level=level, opaque=tuple(state.marks))
        yield from _hand(state, piece)
    state.start, state.words, state.marks, state.code = -1, False, [], -1


def _hand(state: _State, piece: Piece) -> Iterator[Piece]:
    """Yield a piece, or keep it with its cell until the row is over."""
    if state.cells:
        state.cells[-1].append(piece)
    else:
        yield piece


def _block(text: str, state: _State, name: str, *, closing: bool) -> Iterator[Piece]:
    """Keep account of what is open; a row is handed on when it ends."""
    if name == "tr" or (name == "table" and closing):
        if state.cells:
            yield from _row(text, state.cells)
        state.cells = None if closing else []
    elif name in {"td", "th"} and state.cells is not None and not closing:
        state.cells.append([])
    if closing:
        if name in state.open:
            del state.open[len(state.open) - 1 - state.open[::-1].index(name) :]
    elif name not in {"br", "hr", "link", "meta"} and len(state.open) < _DEEPEST:
        if name in {"li", "p", "tr", "td", "th", "option"} and state.open[-1:] == [name]:
            state.open.pop()
        state.open.append(name)


def _row(text: str, cells: list[list[Piece]]) -> Iterator[Piece]:
    """Yield a row, or its pieces where the table only makes the page's layout."""
    pieces = [piece for cell in cells for piece in cell]
    whole = Span(pieces[0].span.start, pieces[-1].span.end) if pieces else Span(0, 0)
    plain = len(cells) > 1 and all(len(cell) <= 1 for cell in cells)
    plain = plain and not any(piece.shape in _APART or piece.comment for piece in pieces)
    if not plain or whole.end - whole.start > _LONGEST_ROW:
        yield from pieces
        return
    if pieces:
        tags = (Span(*tag.span()) for tag in _TOKEN.finditer(text, whole.start, whole.end))
        spans = tuple(piece.span for piece in pieces)
        yield Piece(whole, Shape.ROW, cells=spans, opaque=tuple(tags))


def _shape(opened: list[str]) -> tuple[Shape, int]:
    """Return what the innermost telling element makes of its text."""
    if _NAVIGATION.intersection(opened):
        return Shape.NAVIGATION, 0
    for name in reversed(opened):
        if name in _HEADINGS:
            return Shape.HEADING, _HEADINGS[name]
        if name == "li":
            return Shape.ITEM, sum(other in _LISTS for other in opened)
        if name in _CAPTIONS:
            return Shape.CAPTION, 0
        if name == "title":
            return Shape.METADATA, 0
    return Shape.TEXT, 0


def _after(text: str, state: _State, name: str, start: int) -> int:
    """Return where a hidden element ends; one that is never closed ends at once."""
    if name in state.unclosed:
        return start
    close = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, start)
    if close is None:
        state.unclosed.add(name)
    return close.end() if close else start


def _comment(text: str, inner: Span) -> Iterator[Piece]:
    words = trimmed(text, inner.start, inner.end)
    if words.start < words.end:
        remark = REMARK.match(text, words.start, words.end) or "<" in words.of(text)
        yield Piece(words, Shape.OPAQUE if remark else Shape.TEXT, comment=True)


def _image(tag: re.Match[str]) -> Iterator[Piece]:
    for found in _ATTRIBUTE.finditer(tag["attributes"]):
        kind = "double" if found["double"] else "single"
        if found["name"].lower() == "alt" and found[kind]:
            begin = tag.start("attributes")
            span = trimmed(tag.string, begin + found.start(kind), begin + found.end(kind))
            if span.start < span.end:
                yield Piece(span, Shape.CAPTION)


def _fields(text: str) -> Iterator[Field]:
    """Yield what `<meta>` and `<title>` say, under the names that `meta` looks for."""
    known = {
        "title": "title", "doi": "doi", "arxiv_id": "arxiv", "publication_date": "date",
        "date": "date", "published_time": "date", "author": "authors", "keywords": "keywords",
    }  # fmt: skip
    values: dict[str, list[str]] = {}
    for tag in _TOKEN.finditer(text, 0, _HEAD):
        if (tag["name"] or "").lower() != "meta":
            continue
        found = {
            a["name"].lower(): html.unescape(a["double"] or a["single"] or a["bare"] or "")
            for a in _ATTRIBUTE.finditer(tag["attributes"])
        }
        name = re.sub(r"^(?:citation_|dc\.|article:|og:)", "", found.get("name", "").lower())
        if name in known and found.get("content"):
            values.setdefault(known[name], []).append(found["content"])
    for key, told in values.items():
        parts = re.split(r"\s*[,;，；]\s*", told[0]) if key == "keywords" else told
        yield Field(key, tuple(part for part in parts if part))


_HEAD = 50_000
"""How far from the beginning a file's head can reach."""
