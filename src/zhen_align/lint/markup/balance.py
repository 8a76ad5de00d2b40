"""Tags, shortcodes and tabs of a target that are opened and never closed, or the reverse.

Each name is judged by itself, and only where the source has as many ends as beginnings.
"""

import re
from collections.abc import Iterator

from zhen_align.types import Span

_VOID_TEXT = "area base br col embed hr img input link meta param source track wbr"
_VOID = frozenset(_VOID_TEXT.split())
_HTML_TEXT = "a b code details div em i kbd span strong sub summary sup table ul ol center figure"
_HTML = frozenset(_HTML_TEXT.split())
_PAIRED = (
    re.compile(
        r"<(?P<end>/?)(?P<name>[A-Za-z][\w.:-]*)(?P<rest>(?:\s(?:\"[^\"]*\"|'[^']*'|\{[^{}]*\}|[^<>\"'{}])*?)?)"
        r"(?P<alone>/?)>"
    ),
    re.compile(r"\{\{[<%]\s*(?P<end>/?)\s*(?P<name>[\w/-]+)[^{}]*?(?P<alone>/?)\s*[>%]\}\}"),
    re.compile(r"\{%-?\s*(?P<end>end)?(?P<name>[a-z_]+)[^%{}]*%\}(?P<alone>)"),
    re.compile(r"(?m)^[ \t]*:(?:begin|(?P<end>end))_(?P<name>tab):(?P<alone>)"),
)


def unbalanced(target: str, source: str) -> Iterator[tuple[Span, str]]:
    """Yield the beginnings without an end, and the ends without a beginning, of a target."""
    for pattern in _PAIRED:
        here = _lone(pattern, target)
        if not here:
            continue
        there = _lone(pattern, source)
        names = {found["name"].lower() for found in pattern.finditer(source)}
        for name, span in here.items():
            known = name in names or (name in _HTML and pattern is _PAIRED[0])
            if name not in there and known:
                said = " ".join(span.of(target).split())
                yield span, f"{said} has no {'beginning' if '/' in said[:5] else 'end'}"


def _lone(pattern: re.Pattern[str], text: str) -> dict[str, Span]:
    """Return the first beginning or end of each name that has no partner."""
    opened: dict[str, list[Span]] = {}
    lone: dict[str, Span] = {}
    for found in pattern.finditer(text):
        name = found["name"].lower()
        if found["alone"] or name in _VOID:
            continue
        if not found["end"]:
            opened.setdefault(name, []).append(Span(*found.span()))
        elif opened.get(name):
            opened[name].pop()
        else:
            lone.setdefault(name, Span(*found.span()))
    for name, spans in opened.items():
        if spans:
            lone.setdefault(name, spans[0])
    return lone
