"""Names that lost letters where a blank stands now, and which the other side has whole: P sterer.

A ligature or a letter with a stroke is what an extraction loses. Not here: names in pieces that
lack nothing (rules/text_damaged.py).
"""

import re
from collections.abc import Iterator

from zhen_align.lint.facts import Side
from zhen_align.text.small_words import SMALL
from zhen_align.types import Span

_PIECES = re.compile(r"(?<![\w'’-])(?P<first>[A-Z][a-z]{0,5}) (?P<last>[a-z]{3,})(?![\w'’-])")
_LOST = 3
_LEAST = 5


def lacunae(text: str, other: Side) -> Iterator[tuple[Span, str]]:
    """Yield the pieces of names, and the names."""
    for found in _PIECES.finditer(text):
        first, last = found["first"], found["last"]
        if first.lower() in SMALL:
            continue
        for name in dict.fromkeys(name.text for _, name in other.names):
            lost = len(name) - len(first) - len(last)
            fits = name.startswith(first) and name.endswith(last) and len(name) >= _LEAST
            if fits and 0 < lost <= _LOST and name not in text:
                yield Span(*found.span()), name
                break
