"""Lines that hold both languages side by side -> a piece for each; labels of a language out.

`English<br>中文`, two columns with a tab or a wide gap between, elements that name their
language, `原文：…` over `译文：…`. The marks between stand outside the pieces. Such a line
must show both languages, so that a break or a gap inside one stays where it is. Not here:
headings, items and cells with a slash or a blank between the languages (`bilingual`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from zhen_align.read.facing import can_translate
from zhen_align.read.inline import turns
from zhen_align.read.pieces import Piece, Shape, trimmed
from zhen_align.read.wrap import one_language
from zhen_align.text.scripts import language
from zhen_align.types import Lang, Span

_RUNNING = frozenset({Shape.TEXT, Shape.ITEM, Shape.HEADING, Shape.CAPTION})
_BREAKS = re.compile(r"(?:\s*<br\s*/?>)+\s*", re.IGNORECASE)
_ENDS = re.compile(r"(?:\s*<br\s*/?>)+\Z", re.IGNORECASE)
_GAP = re.compile(r"[ \u3000]*\t[ \t\u3000]*| {3,}|\u3000{2,}")
_TOLD = re.compile(r"</(\w+)>\s*<\1\b[^<>]*\blang\s*=[^<>]*>", re.IGNORECASE)
_TAGS = re.compile(r"(?:<[^<>]*>\s*)+")
_COLUMNS = 3
"""How many lines with a gap between the languages make two columns."""

_BOLD = r"(?:\*\*|__)?"
_WORD = (
    r"(?:英文|中文|英语|汉语)?(?:原文|译文)|英文|中文|英语|汉语|英|中|原|译|"
    r"en|zh|cn|english|chinese|original|source|translation|target"
)
_LABEL = re.compile(
    rf"{_BOLD}(?:[\[【(（](?P<told>{_WORD})[\]】)）]\s*[:：]?|(?P<said>{_WORD})\s*{_BOLD}\s*[:：])"
    rf"{_BOLD}\s*(?=\S)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    rf"{_BOLD}[\[【]?(?:(?:论文|文章|中文|英文|原文|译文)?(?:标题|题目|题名|篇名)|"
    rf"(?:(?:english|chinese|paper|original) )?title)(?:[\]】]\s*[:：]?|{_BOLD}\s*[:：])"
    rf"{_BOLD}\s*(?=\S)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[。；;]|[.!?]\s+\S")


def apart(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with the languages of a line apart, and without labels of a language."""
    found = [part for piece in pieces for part in _broken(text, piece)]
    found = _columns(text, found)
    turned = turns(text, found)
    found = [
        part
        for at, piece in enumerate(found)
        for part in _cut(text, piece, [(n, n) for n in turned.get(at, ())]) or [piece]
    ]
    return _unlabelled(text, found)


def _broken(text: str, piece: Piece) -> Iterator[Piece]:
    """Yield a line's parts where breaks, or marks that name a language, are between them."""
    words = piece.span.of(text)
    if piece.shape not in _RUNNING or "<" not in words:
        yield piece
        return
    if ends := _ENDS.search(words):
        piece = _part(text, piece, piece.span.start, piece.span.start + ends.start())
        words = piece.span.of(text)
    yield from (
        _cut(text, piece, [m.span() for m in _BREAKS.finditer(words)])
        or _cut(text, piece, [m.span() for m in _TOLD.finditer(words)][:2])
        or [piece]
    )


def _cut(text: str, piece: Piece, marks: Sequence[tuple[int, int]]) -> list[Piece]:
    """Return the parts between marks, neighbours of one language together; none if all are."""
    begin = piece.span.start
    starts = [begin, *(begin + end for _, end in marks)]
    ends = [*(begin + start for start, _ in marks), piece.span.end]
    parts: list[tuple[int, int, Lang]] = []
    for start, end in zip(starts, ends, strict=True):
        lang = language(text[start:end])
        if parts and lang in {parts[-1][2], Lang.NONE}:
            parts[-1] = parts[-1][0], end, parts[-1][2]
        else:
            parts.append((start, end, lang))
    if {lang for *_, lang in parts} != {Lang.ZH, Lang.EN}:
        return []
    return [_part(text, piece, start, end) for start, end, _ in parts]


def _part(text: str, piece: Piece, start: int, end: int) -> Piece:
    """Return a stretch of a piece without the tags and blanks at its ends."""
    span = trimmed(text, start, end)
    if lead := _TAGS.match(text, span.start, span.end):
        span = trimmed(text, lead.end(), span.end) if lead.end() < span.end else span
    for mark in sorted(piece.opaque, reverse=True):
        if mark.end == span.end and mark.start > span.start and mark.of(text)[:2] == "</":
            span = trimmed(text, span.start, mark.start)
    inside = tuple(m for m in piece.opaque if span.start <= m.start and m.end <= span.end)
    return replace(piece, span=span, opaque=inside)


def _columns(text: str, pieces: list[Piece]) -> list[Piece]:
    """Part the lines of a text in two columns."""
    gaps = {at: gap for at, piece in enumerate(pieces) if (gap := _gap(text, piece))}
    lines = sum(piece.shape in _RUNNING for piece in pieces)
    if len(gaps) < max(_COLUMNS, 0.5 * lines):
        return pieces
    found: list[Piece] = []
    for at, piece in enumerate(pieces):
        gap = gaps.get(at)
        found += _cut(text, piece, [gap]) if gap else [piece]
    return found


def _gap(text: str, piece: Piece) -> tuple[int, int] | None:
    """Return the one gap of a line that has a language on each side of it."""
    words = piece.span.of(text)
    if piece.shape not in {Shape.TEXT, Shape.ITEM} or "\n" in words:
        return None
    gaps = [gap.span() for gap in _GAP.finditer(words)]
    if len(gaps) != 1:
        return None
    first, second = words[: gaps[0][0]], words[gaps[0][1] :]
    both = {language(first), language(second)} == {Lang.ZH, Lang.EN}
    return gaps[0] if both and can_translate(first, second) else None


def _unlabelled(text: str, pieces: list[Piece]) -> list[Piece]:
    """Leave out what only says which language, or that this is the title."""
    labels = {at: label for at, piece in enumerate(pieces) if (label := _label(text, piece))}
    if not _tell_languages(text, pieces, labels):
        labels = {}
    titles = {at: t for at, piece in enumerate(pieces) if (t := _title(text, piece))}
    if titles and one_language(text, pieces):
        titles = {}
    found: list[Piece] = []
    for at, piece in enumerate(pieces):
        if at in labels:
            piece = replace(piece, span=Span(labels[at].end(), piece.span.end))
        elif at in titles:
            span = trimmed(text, titles[at].end(), piece.span.end)
            piece = replace(piece, span=span, shape=Shape.HEADING, level=0)
        found.append(piece)
    return found


def _tell_languages(
    text: str, pieces: Sequence[Piece], labels: Mapping[int, re.Match[str]]
) -> bool:
    """Say whether one label always stands before Chinese, and another before English."""
    spoken: dict[str, set[Lang]] = {}
    for at, label in labels.items():
        name = (label["told"] or label["said"]).lower()
        spoken.setdefault(name, set()).add(language(text[label.end() : pieces[at].span.end]))
    return {Lang.ZH} in spoken.values() and {Lang.EN} in spoken.values()


def _label(text: str, piece: Piece) -> re.Match[str] | None:
    if piece.shape not in {Shape.TEXT, Shape.ITEM}:
        return None
    return _LABEL.match(text, piece.span.start, piece.span.end)


def _title(text: str, piece: Piece) -> re.Match[str] | None:
    if piece.shape not in {Shape.TEXT, Shape.ITEM}:
        return None
    label = _TITLE.match(text, piece.span.start, piece.span.end)
    rest = text[label.end() : piece.span.end] if label else ""
    return label if 2 < len(rest) < 250 and not _SENTENCE_END.search(rest) else None
