"""Where the lines of a text begin, and which line and column an offset is.

Line ends are `\\n`, `\\r\\n` and `\\r`, and only these: form feeds and the Unicode
separators stand inside a line, as they do in editors. Nothing is normalised.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

_END = re.compile(r"\r\n|\n|\r")


def line_starts(text: str) -> tuple[int, ...]:
    """Return the offset of each line's first character; an empty text has one line.

    >>> line_starts("甲\\r\\n乙\\n")
    (0, 3, 5)
    """
    return (0, *(end.end() for end in _END.finditer(text)))


def position(starts: Sequence[int], offset: int) -> tuple[int, int]:
    """Return the 1-based line and column of an offset.

    >>> position((0, 3, 5), 4)
    (2, 2)
    """
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1
