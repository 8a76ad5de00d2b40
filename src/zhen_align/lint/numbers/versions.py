"""Versions that are told with a v before them, v1.25: they are names, and yet numbers.

One of the target that stands nowhere in the source is set against one of the source that stands
nowhere in the target. v1.30 and v1.30.0 may be one. Versions without a v are read as other numbers
are, but for a nought at their end: as numbers, 3.1 and 3.10 are one.
"""

import re
from collections.abc import Iterator

from zhen_align.lint.facts import BeadFacts, Side
from zhen_align.types import Span

_VERSION = re.compile(r"(?<![\w./@-])[vV](\d+(?:\.\d+){0,3})(?![\w-]|\.\d)", re.ASCII)

_NAMED = re.compile(
    r"(?<![\w.])(?P<name>[A-Z]\w*[a-z]\w*) (?P<said>\d+\.\d+)(?![\w%]|\.\d)", re.ASCII
)
_LATER = re.compile(
    r"\+|\W{0,2}(?:(?:or|and) (?:later|newer|above|higher|up)|"
    r"[及或]?(?:以上|更高|更新|之后|以后|后续)|版)"
)


def other_versions(bead: BeadFacts) -> Iterator[tuple[Span, Span]]:
    """Yield the versions of the target that differ from those of the source, with these."""
    here, there = _versions(bead.target), _versions(bead.source)
    if here and there:
        extra = [span for said, span in here.items() if not _stands(said, bead.source)]
        missing = [span for said, span in there.items() if not _stands(said, bead.target)]
        yield from zip(extra, missing, strict=False)
    named, was = _named(bead.target), _named(bead.source)
    for name in named.keys() & was.keys():
        (said, span), (old, place) = named[name], was[name]
        if said != old and old in (f"{said}0", said.removesuffix("0")):
            yield span, place


def _named(side: Side) -> dict[str, tuple[str, Span]]:
    """Return the least versions that are asked of programs, by their names."""
    return {
        found["name"]: (found["said"], text.span(Span(*found.span("said"))))
        for text in side.texts
        for found in _NAMED.finditer(text.plain)
        if _LATER.match(text.plain, found.end())
    }


def _versions(side: Side) -> dict[str, Span]:
    return {
        found[1]: text.span(Span(*found.span()))
        for text in side.texts
        for found in _VERSION.finditer(text.plain)
    }


def _stands(version: str, side: Side) -> bool:
    """Whether the digits of a version stand in a text in any form, more or less of them."""
    parts = version.split(".")
    short = r"\.".join(parts[:2]) if len(parts) > 1 and parts[-1] == "0" else re.escape(version)
    pattern = re.compile(rf"(?<![\d.]){short}(?:\.0)*(?!\d|\.\d)", re.ASCII)
    return any(pattern.search(text.text) for text in side.texts)
