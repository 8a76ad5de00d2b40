"""What MyST adds to Markdown: directives with prose in a fence, and lines of comment.

One directive in, its first lines as pieces out. Its closing fence is the business of `scan`, and
what a directive with code holds is nobody's.
"""

import re
from collections.abc import Iterable
from itertools import islice

from zhen_align.read.pieces import Piece, Shape, trimmed
from zhen_align.types import Span

# a fence with prose inside, by name; what follows the name is its title, or its text
PROSE = re.compile(
    r"\{(?P<name>note|warning|tip|important|caution|danger|hint|attention|error|todo|seealso|margin|"
    r"epigraph|glossary|versionadded|versionchanged|deprecated|tab-set|grid|figure|(?P<named>table)|"
    r"(?P<headed>admonition|dropdown|details|card|sidebar|topic|tab-item|grid-item-card|"
    r"(?:prf:|proof:)?(?:theorem|proof|lemma|definition|corollary|remark|example)|exercise|solution)"
    r")\}[ \t]*(?:\d[\w.]*(?=[ \t]|$)[ \t]*)?",
    re.IGNORECASE,
)
_USED = re.compile(r"^(?:`{3,}|:{3,})\{|^\([\w.:-]+\)=[ \t]*$|\{[\w:]+\}`", re.MULTILINE)
_OPTION = re.compile(r":[\w-]+:.*")
_REACH = 60  # lines of options and of a caption
_NO_CAPTION = ("`", "~", ":::", "|", "!", "#")


def is_used(text: str, start: int, end: int) -> bool:
    """Whether a stretch of Markdown has anything that only MyST has.

    >>> is_used("See {ref}`x`.", 0, 13), is_used("100% of it", 0, 10)
    (True, False)
    """
    return _USED.search(text, start, end) is not None


def opened(
    text: str, line: Span, name: re.Match[str], below: Iterable[Span]
) -> tuple[tuple[Piece, ...], int]:
    """Return the pieces of a directive's first lines, with the caption of a figure, and the end.

    `line` opens it, `name` is the match of `PROSE` in it, `below` are the lines after it.
    """
    if name["name"].lower() == "figure":
        return _figure(text, line, below)
    words = trimmed(text, name.end(), line.end)
    if words.start == words.end:
        return (Piece(line, Shape.OPAQUE),), line.end
    shape = Shape.HEADING if name["headed"] else Shape.CAPTION if name["named"] else Shape.TEXT
    mark = Piece(trimmed(text, line.start, words.start), Shape.OPAQUE)
    return (mark, Piece(words, shape, level=6)), line.end


def _figure(text: str, line: Span, below: Iterable[Span]) -> tuple[tuple[Piece, ...], int]:
    """Take the options of a figure, in either of two styles, and its first paragraph."""
    lines = [trimmed(text, other.start, other.end) for other in islice(below, _REACH)]
    at, end = 0, line.end
    if lines and lines[0].of(text) == "---":
        closed = (n for n, other in enumerate(lines[1:], 2) if other.of(text) == "---")
        at = next(closed, 0)
    while at < len(lines) and _OPTION.fullmatch(lines[at].of(text)):
        at += 1
    end = lines[at - 1].end if at else end
    mark = Piece(Span(line.start, end), Shape.OPAQUE)
    while at < len(lines) and lines[at].start == lines[at].end:
        at += 1
    said: list[Span] = []
    for other in lines[at:]:
        if other.start == other.end or other.of(text).startswith(_NO_CAPTION):
            break
        said.append(other)
    if not said:
        return (mark,), end
    return (mark, Piece(Span(said[0].start, said[-1].end), Shape.CAPTION)), said[-1].end
