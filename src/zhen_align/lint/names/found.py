"""The Latin names of a side that the other has not, and all of its names with their parts."""

from zhen_align.lint.facts import Side
from zhen_align.text.names import Name, key_of, names
from zhen_align.types import Span

Placed = tuple[Span, Name]


def strange(own: Side, other: Side, least: int = 3) -> list[Placed]:
    """Return the names of a side that the other does not have, however it is spelt."""
    some = [p for p in own.names if len(p[1].key) >= least and not p[1].key.isdecimal()]
    if not some:
        return []
    joined = key_of("".join(text.text for text in other.texts))
    return [p for p in some if p[1].key not in joined]


def parts(side: Side) -> list[Placed]:
    """Return the names of a side, in code too, and the parts of those with hyphens."""
    found = []
    for text in side.texts:
        every = [(text.span(name.span), name) for name in names(text.text)] if text.opaque else ()
        for place, name in every or text.placed_names:
            found.append((place, name))
            at = place.start
            for part in name.text.split("-") if "-" in name.text else ():
                inner = Span(at, at + len(part))
                found.append((inner, Name(inner, part, key_of(part))))
                at += len(part) + 1
    return found
