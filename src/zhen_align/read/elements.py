"""The tags of an XML text with their places: no entity is expanded, nothing is fetched.

A parser gives no offsets of what stands inside an element, and expands what a hostile
file declares. Here a tag is a pattern, and an entity is five characters of text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from zhen_align.types import Span

_TAG = re.compile(
    r"<!--(?:(?!-->).)*-->|<!\[CDATA\[(?P<data>(?:(?!\]\]>).)*)\]\]>|<\?(?:(?!\?>).)*\?>|<![^<>]*>|"
    r"<(?P<close>/?)(?:[\w.-]+:)?(?P<name>[A-Za-z_][\w.-]*)"
    r"(?P<attributes>(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*)\s*(?P<empty>/?)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"<]*)\"|'([^'<]*)')")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, or a comment, declaration or end of CDATA (then without a name)."""

    span: Span
    name: str = ""
    opens: bool = False
    closes: bool = False
    attributes: Mapping[str, str] = field(default_factory=dict)


def tags(text: str) -> Iterator[Tag]:
    """Yield the tags of a text in order; `<a/>` opens and closes; prefixes are left out."""
    for found in _TAG.finditer(text):
        span = Span(*found.span())
        if found["data"] is not None:  # what it holds is text, its two marks are not
            inner = Span(*found.span("data"))
            yield Tag(Span(span.start, inner.start))
            yield Tag(Span(inner.end, span.end))
        elif found["name"]:
            attributes = {
                a[1]: a[2] or a[3] or "" for a in _ATTRIBUTE.finditer(found["attributes"])
            }
            closing, empty = bool(found["close"]), bool(found["empty"])
            yield Tag(span, found["name"], not closing, closing or empty, attributes)
        else:
            yield Tag(span)
