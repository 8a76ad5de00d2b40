"""Lines -> paragraphs: which neighbouring lines are one piece of running text.

In a Markdown file of one language all lines of a paragraph belong together. Anywhere else
a line is a paragraph of its own, as in interleaved and scraped texts, unless the breaks
show that a program made them: every line as full as its width allowed, or broken after a
comma or before a small letter. Joining too little is mended later (a paragraph torn in
pieces can still be paired), joining two languages is not, so in doubt lines stay apart.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from zhen_align.read.pieces import Piece, Shape
from zhen_align.text.scripts import HAN, han_count, language, word_count
from zhen_align.types import Lang, Span

_BREAK = re.compile(r"[ \t]*(?:\r\n|\n|\r)((?:[ \t]*>)*)[ \t\u3000]*")
_WIDE = re.compile(f"[{HAN}\u3000-\u303f\uff01-\uff60\u2014\u2018-\u201d\u2026]")
_FIRST_WORD = re.compile(f"[{HAN}]|[^\\s{HAN}]+")
_END_MARK = re.compile(r"[.!?。！？…:：;；][\"'”’」』)）\]】*_]*$")
_LABEL = re.compile(r"(\*\*|__)[^*_]{1,60}\1\s*[:：]|(?:\*\*|__)[^*_]{1,60}[:：](?:\*\*|__)")
_NARROWEST, _WIDEST = 40, 130
_JOINED = frozenset({Shape.TEXT, Shape.ITEM})
_ONE_LANGUAGE = 0.1
"""Up to this share of the other language a file counts as being in one."""


@dataclass(frozen=True, slots=True)
class Line:
    """A piece with what the joining asks about it."""

    piece: Piece
    text: str
    lang: Lang

    @property
    def width(self) -> int:
        """Return the line's width in columns, Chinese characters taking two."""
        return _columns(self.text)

    @property
    def lead(self) -> int:
        """Return the width of what could have been taken up by the line before."""
        word = _FIRST_WORD.match(self.text)
        return _columns(word[0]) + (0 if _WIDE.match(self.text) else 1) if word else 0


def one_language(text: str, pieces: Sequence[Piece]) -> bool:
    """Say whether all running text is, but for a little, in one language."""
    chinese = english = 0.0
    for piece in pieces:
        if piece.shape in {Shape.TEXT, Shape.ITEM, Shape.HEADING} and not piece.comment:
            line = piece.span.of(text)
            han, words = han_count(line), 1.7 * word_count(line)
            chinese += han if (lang := language(line)) is Lang.ZH else 0
            english += words if lang is Lang.EN else 0
    return min(chinese, english) <= _ONE_LANGUAGE * (chinese + english)


def wrap(text: str, pieces: Sequence[Piece], *, markdown: bool) -> list[Piece]:
    """Return the pieces with the lines of a paragraph joined."""
    together = markdown and one_language(text, pieces)
    runs = [[_line(text, piece) for piece in run] for run in _runs(text, pieces)]
    widths = _widths(runs)
    joined: list[Piece] = []
    for run in runs:
        joints = _markdown(run) if together else _evident(run, widths)
        joined.extend(_join(text, [line.piece for line in run], joints))
    return joined


def _line(text: str, piece: Piece) -> Line:
    words = piece.span.of(text)
    return Line(piece, words, language(words) if piece.shape in _JOINED else Lang.NONE)


def _widths(runs: Sequence[Sequence[Line]]) -> dict[Lang, int]:
    """Return the width that each language is wrapped at, where long enough runs tell it."""
    widths: dict[Lang, int] = {}
    for run in runs:
        for lines in _stretches(run) if len(run) > 2 else ():
            if len(lines) > 2 and _filled(lines, width := max(line.width for line in lines)):
                widths[lines[0].lang] = max(width, widths.get(lines[0].lang, 0))
    return widths


def _runs(text: str, pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the stretches of text lines with nothing but a line end between them."""
    run: list[Piece] = []
    for piece in pieces:
        if run and piece.shape is Shape.TEXT and _follows(text, run[-1], piece):
            run.append(piece)
            continue
        if run:
            yield run
        run = [piece]
    if run:
        yield run


def _follows(text: str, before: Piece, piece: Piece) -> bool:
    return (
        before.shape in _JOINED
        and before.comment == piece.comment
        and _BREAK.fullmatch(text, before.span.end, piece.span.start) is not None
    )


def _markdown(lines: Sequence[Line]) -> list[bool]:
    """Join all but what is broken on purpose, labelled, or the title in the other language."""
    return [
        not (a.piece.ends or _LABEL.match(b.text) or _stand_apart(a, b)) for a, b in pairwise(lines)
    ]


def _stand_apart(a: Line, b: Line) -> bool:
    english = next((line for line in (a, b) if line.lang is Lang.EN), None)
    return (
        a.lang != b.lang
        and Lang.NONE not in {a.lang, b.lang}
        and (english is not None and word_count(english.text) >= 4 and not han_count(english.text))
    )


def _evident(lines: Sequence[Line], widths: Mapping[Lang, int]) -> list[bool]:
    """Join where the breaks between lines of the same language look like a program's."""
    joints: list[bool] = []
    for stretch in _stretches(lines):
        joints += [*_same_language(stretch, widths), False]
    return joints[:-1]


def _stretches(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Yield the neighbouring lines of one language; what has none goes with those before."""
    start = 0
    for end in range(1, len(lines) + 1):
        if end == len(lines) or lines[end].lang not in {lines[start].lang, Lang.NONE}:
            yield lines[start:end]
            start = end


def _slack(lines: Sequence[Line]) -> int:
    return 2 if lines[0].lang is Lang.ZH else 0


def _full(lines: Sequence[Line], width: int) -> list[bool]:
    """Say of each line but the last whether the next line's first word had no room in it."""
    return [a.width + b.lead > width - _slack(lines) for a, b in pairwise(lines)]


def _filled(lines: Sequence[Line], width: int) -> bool:
    """Say whether lines are as full as their width allows, and broken within sentences."""
    full = _full(lines, width)
    open_ends = [not _END_MARK.search(line.text) for line in lines[:-1]]
    return (
        _NARROWEST <= width <= _WIDEST
        and sum(full) >= max(2, 0.6 * len(full))
        and any(f and o for f, o in zip(full, open_ends, strict=True))
    )


_BAR = re.compile(r"\s[|｜∣│/›»]\s|\t")


def _menu(line: Line) -> bool:
    """Say whether a line is words with bars between, which no program breaks."""
    return len(_BAR.findall(line.text)) >= 2


def _same_language(lines: Sequence[Line], widths: Mapping[Lang, int]) -> list[bool]:
    width = max(line.width for line in lines)
    filled = _filled(lines, width)
    usual = widths.get(lines[0].lang, 0)
    if usual and width <= usual:
        width, filled = usual, True
    full = _full(lines, width)
    return [
        not (
            a.piece.ends
            or _menu(a)
            or _menu(b)
            or (b.piece.indent > a.piece.indent + 1 and a.piece.shape is Shape.TEXT)
        )
        and (
            (filled and full[at])
            or (a.width >= _NARROWEST and width <= _WIDEST and _runs_on(a, b))
            or (a.piece.shape is Shape.ITEM and b.piece.indent >= a.piece.indent + 2)
        )
        for at, (a, b) in enumerate(pairwise(lines))
    ]


def _runs_on(a: Line, b: Line) -> bool:
    """Say whether a sentence plainly goes on in the next line."""
    return a.text.endswith((",", "，", "、")) and not b.text[:1].isupper()


def _join(text: str, run: Sequence[Piece], joints: Sequence[bool]) -> Iterator[Piece]:
    current = run[0]
    for piece, joint in zip(run[1:], joints, strict=True):
        if not joint:
            yield current
            current = piece
            continue
        marks = _BREAK.fullmatch(text, current.span.end, piece.span.start)
        quoted = (Span(*marks.span(1)),) if marks and marks[1] else ()
        current = replace(
            current,
            span=Span(current.span.start, piece.span.end),
            opaque=(*current.opaque, *quoted, *piece.opaque),
            ends=piece.ends,
        )
    yield current


def _columns(text: str) -> int:
    return len(text) + sum(1 for _ in _WIDE.finditer(text))
