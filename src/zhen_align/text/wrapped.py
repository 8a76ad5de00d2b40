"""Messages of a catalogue whose lines end between a number and what it counts.

Not here: how the lines of a message are read (read/po.py).
"""

import re

from zhen_align.types import Span

_CUT = re.compile(r'(?<=\d) ?("[ \t]*\r?\n[ \t]*")(\w{1,12}|%)')


def with_units(text: str, opaque: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """Return a message, and its spans, with the word after a number in the next line beside it.

    It is as long as before: what stands between the lines follows the word.

    >>> with_units('150 "\\n"万行', (Span(4, 7),))
    ('150 万行"\\n"', (Span(start=6, end=9),))
    """
    if not _CUT.search(text):
        return text, opaque
    moved = {found.start(1): len(found[2]) for found in _CUT.finditer(text)}
    joined = _CUT.sub(lambda m: m[0][: m.start(1) - m.start()] + m[2] + m[1], text)
    return joined, tuple(span.shifted(by=moved.get(span.start, 0)) for span in opaque)
