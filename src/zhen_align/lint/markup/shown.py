"""A document's text with its code and comments blanked, for looking at the markup around text.

Offsets stay what they are: each blanked character becomes another, line ends stay. Not here:
what the markup means.
"""

import re

from zhen_align.lint.facts import BLANK, Pair
from zhen_align.text.opaque import blanked
from zhen_align.types import Document, Kind, Span

_MARKUP = re.compile(
    r"\.\.[ \t]+(?!code|sourcecode|parsed-literal|math|raw|literalinclude)|import\b|\*\*"
    r"|<(?!(?:script|style|pre|svg|textarea|iframe|math)\b)|\{[{%]|:|!|\[|\([\w-]+\)=|\||#"
)
_HIDDEN = re.compile(
    # each branch begins with its sign, so that what is none is passed over quickly
    r"<!--(?:(?!-->|<!--).)*-->|\{/\*(?:(?!\*/|/\*).)*\*/\}"
    r"|`(?<![`\\]`)(`*+)(?:(?!`).|(?!`\1(?!`))`++){1,2000}?(?<!`)`\1(?!`)",
    re.DOTALL,
)
_LINE = re.compile(r"[^\r\n]+")
MATTER = re.compile(r"\A\s*---[ \t]*\r?\n(?P<body>.*?)^---[ \t]*$", re.MULTILINE | re.DOTALL)
"""What stands before a page of Markdown, for programs."""


def both_shown(pair: Pair) -> tuple[str, str]:
    """Return what is shown of the target and of the source; worked out once for all rules."""
    known = pair.memory.get("shown")
    if not isinstance(known, tuple):
        known = shown(pair.target_document), shown(pair.source_document)
        pair.memory["shown"] = known
    return known


def shown(document: Document) -> str:
    """Return the text of a document without its blocks of code, code spans and comments."""
    text = document.text
    spans = [
        block.span
        for block in document.blocks
        if block.kind is Kind.OPAQUE and not _MARKUP.match(text, block.span.start)
    ]
    plain = _kept(text, spans)
    if "`" in plain or "<!--" in plain or "{/*" in plain:
        plain = _kept(plain, [Span(*found.span()) for found in _HIDDEN.finditer(plain)])
    return plain


def _kept(text: str, spans: list[Span]) -> str:
    """Blank some spans, but not the ends of their lines."""
    lines = [
        Span(*line.span()) for span in spans for line in _LINE.finditer(text, span.start, span.end)
    ]
    return blanked(text, lines, BLANK)
