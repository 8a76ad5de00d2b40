"""Markdown -> pieces; the constructs are in `scan` and `marks`, the joining in `wrap`."""

from zhen_align.read.matter import matter
from zhen_align.read.parallel import apart
from zhen_align.read.pieces import Reading
from zhen_align.read.scan import scan
from zhen_align.read.wrap import wrap


def read(text: str, *, joined: bool = True) -> Reading:
    """Read a Markdown file; `joined` says that the lines of a paragraph belong together."""
    head, fields, end = matter(text)
    body = apart(text, scan(text, end, markdown=joined))
    return Reading((*head, *wrap(text, body, markdown=joined)), tuple(fields))
