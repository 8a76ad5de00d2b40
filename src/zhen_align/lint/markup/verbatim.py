"""Keys that are pressed together (Ctrl+C) and paths (/etc/hosts) that a translation has otherwise.

They stand in the text as plain words. Of keys those are told of which one half agrees: another
letter, or another key held down; keys with a name of their own (Enter, Space) are translated. Of
paths those that are nearly the source's. Not here: what is set as code or as a link (match.py).
"""

import re
from collections.abc import Iterator
from typing import TypeVar

from zhen_align.lint.facts import BeadFacts, Side
from zhen_align.text.distance import slips
from zhen_align.types import Span

Key = TypeVar("Key")
_HELD = "Ctrl|Control|Alt|Shift|Cmd|Command|Option|Meta|Super|Win"
_KEYS = re.compile(
    rf"(?<![\w+-])(?P<held>(?:{_HELD})(?:\s?[+-]\s?(?:{_HELD}))*)\s?[+-]\s?"
    r"(?P<key>[A-Za-z\d](?!\w)|F\d{1,2}(?!\w))",
    re.ASCII | re.IGNORECASE,
)
_PATH = re.compile(r"(?<![\w:/.~<-])(?:~|\.{1,2})?/(?:[\w.-]+/)+[\w.-]*\w", re.ASCII)
_LIKE = 0.3


def spoken_otherwise(bead: BeadFacts) -> Iterator[tuple[Span, Span]]:
    """Yield the one pair of keys, or path, of a target that is another in the source, and that."""
    now, was = _keys(bead.target), _keys(bead.source)
    new, old = _apart(now, was), _apart(was, now)
    if len(new) == len(old) == 1 and any(a == b for a, b in zip(new[0], old[0], strict=True)):
        yield now[new[0]], was[old[0]]
    paths, there = _paths(bead.target), _paths(bead.source)
    here, other = _apart(paths, there), _apart(there, paths)
    if len(here) == len(other) == 1:
        most = int(_LIKE * max(len(here[0]), len(other[0])))
        if slips(here[0], other[0], most) <= most:
            yield paths[here[0]], there[other[0]]


def _apart(one: dict[Key, Span], other: dict[Key, Span]) -> list[Key]:
    return [key for key in one if key not in other]


def _keys(side: Side) -> dict[tuple[str, str], Span]:
    """Return the keys of a side, what is held down apart from the last, with their places."""
    found: dict[tuple[str, str], Span] = {}
    for text in side.texts:
        for keys in _KEYS.finditer(text.plain) if "+" in text.plain or "-" in text.plain else ():
            held = re.sub(r"\s?[+-]\s?", "+", keys["held"].casefold())
            held = held.replace("control", "ctrl").replace("command", "cmd")
            found.setdefault((held, keys["key"].casefold()), text.span(Span(*keys.span())))
    return found


def _paths(side: Side) -> dict[str, Span]:
    return {
        path[0]: text.span(Span(*path.span()))
        for text in side.texts
        for path in (_PATH.finditer(text.plain) if "/" in text.plain else ())
    }
