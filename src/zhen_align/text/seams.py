"""A text without the marks where its format joins strings: 250 "⏎"万次 is 250 万次.

Catalogues break a long string where they like, within a number too. Not here: which stretches of
a document are such marks; they are among what is opaque in it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from zhen_align.types import Span

_SEAM = re.compile(r"\"\s*[\r\n]\s*\"")
_BREAK = re.compile(r"\\[nr]")


class Seamless(NamedTuple):
    """A text without its seams, what is opaque in it, and where each character stood before."""

    text: str
    opaque: tuple[Span, ...]
    places: tuple[int, ...]

    def before(self, span: Span) -> Span:
        """Return where a span of this text stands in the text with seams."""
        if span.start == span.end:
            at = self.places[span.start] if span.start < len(self.places) else self.places[-1] + 1
            return Span(at, at)
        return Span(self.places[span.start], self.places[span.end - 1] + 1)


def seamless(text: str, opaque: Sequence[Span]) -> Seamless | None:
    r"""Return a text without its seams, a line break right before one as a blank; None without any.

    >>> seamless('about 250 "\n"cases', [Span(10, 13)]).text
    'about 250 cases'
    """
    seams = [span for span in opaque if _SEAM.fullmatch(text, span.start, span.end)]
    if not seams:
        return None
    starts = {span.start for span in seams}
    breaks = [
        span
        for span in opaque
        if span.end in starts and _BREAK.fullmatch(text, span.start, span.end)
    ]
    out = {at for span in seams for at in range(span.start, span.end)}
    out |= {span.start for span in breaks}
    places = tuple(at for at in range(len(text)) if at not in out)
    blanks = {span.end - 1 for span in breaks}
    marks = tuple(
        Span(bisect_left(places, span.start), bisect_left(places, span.end))
        for span in opaque
        if span not in seams and span not in breaks
    )
    return Seamless("".join(" " if at in blanks else text[at] for at in places), marks, places)
