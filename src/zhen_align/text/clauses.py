"""Clauses: what stands between the marks inside a sentence.

A clause keeps the mark that ends it; brackets are clauses of their own. Decimal points,
thousands and what is no language are never cut. Not here: grammar; a list of three nouns
is three clauses.
"""

import re
from collections.abc import Sequence

from zhen_align.text.scripts import HAN
from zhen_align.types import Span

_CUT = re.compile(
    rf"[，；：。！？…]+[”’」』）]*|[,;:](?:(?=[\s{HAN}])|(?<=[{HAN}].)(?!\d))|"
    r"[.!?](?=\s|$)|—+\s?|\s(?:—+\s?|–+\s)|(?=[(（])|(?<=[)）])"
)


def clauses(text: str, opaque: Sequence[Span] = ()) -> list[Span]:
    """Return the clauses of a text in order, blanks at their edges left out.

    >>> text = "它快，但占 1,024 兆（很多）。"
    >>> [span.of(text) for span in clauses(text)]
    ['它快，', '但占 1,024 兆', '（很多）。']
    >>> [span.of("它快,但贵,GPT便宜") for span in clauses("它快,但贵,GPT便宜")]
    ['它快,', '但贵,', 'GPT便宜']
    >>> [span.of("in 5–9 ms – or so") for span in clauses("in 5–9 ms – or so")]
    ['in 5–9 ms –', 'or so']
    """
    hidden = bytearray(len(text) + 1)
    for span in opaque:
        hidden[span.start : span.end] = b"\1" * (span.end - span.start)
    found: list[Span] = []
    start = 0
    for cut in _CUT.finditer(text):
        if hidden[cut.start()] or cut.end() <= start:
            continue
        _add(found, text, start, cut.end())
        start = cut.end()
    _add(found, text, start, len(text))
    return found


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if inner := piece.strip():
        begin = start + len(piece) - len(piece.lstrip())
        found.append(Span(begin, begin + len(inner)))
