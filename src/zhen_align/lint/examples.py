"""Where a document shows code: a comment that stands there is an example, and disables nothing.

Not here: what disables rules (suppress.py).
"""

import re
from collections.abc import Iterator

from zhen_align.read.latex_names import SKIPPED
from zhen_align.types import Document, Kind, Span

_BEGIN = re.compile(rf"\\begin\{{(?P<name>{'|'.join(map(re.escape, sorted(SKIPPED)))})\}}")
_VERB = re.compile(r"\\(?:verb|lstinline)\*?([|!+/=#\"'~^@;:])[^\r\n]{0,500}?\1")
_DIRECTIVE = re.compile(r"[ \t]*\.\.[ \t]")


def shown_code(document: Document) -> list[Span]:
    """Return the code of a document; each stretch begins before what it shows."""
    if document.format == "latex":
        return [*_environments(document.text), *_inline(document.text)]
    blocks = [block.span for block in document.blocks if block.kind is Kind.OPAQUE]
    inner = [span for block in document.blocks for span in block.opaque]
    literal = list(_literal(document.text, blocks)) if document.format == "rst" else []
    code = [
        span for span in (*blocks, *inner) if document.text.startswith(("`", "~~~"), span.start)
    ]
    return [*code, *literal]


def _environments(text: str) -> Iterator[Span]:
    """Yield what stands between a begin and an end that make LaTeX take all as it is."""
    end, open_ones = 0, set()
    for begin in _BEGIN.finditer(text):
        if begin.start() < end or begin["name"] in open_ones:
            continue
        close = text.find(rf"\end{{{begin['name']}}}", begin.end())
        if close < 0:
            open_ones.add(begin["name"])
        else:
            end = close
            yield Span(begin.start(), end)


def _inline(text: str) -> Iterator[Span]:
    for found in _VERB.finditer(text):
        yield Span(*found.span())


def _literal(text: str, blocks: list[Span]) -> Iterator[Span]:
    """Yield directives that hold code, and the blocks after two colons."""
    for block in blocks:
        if _DIRECTIVE.match(text, block.start):
            yield block
        before = text[max(0, block.start - 1000) : block.start].rstrip()
        line = before[before.rfind("\n") + 1 :]
        if before.endswith("::") and not _DIRECTIVE.match(line):
            yield Span(max(0, text.rfind("\n", 0, block.start)), block.end)
