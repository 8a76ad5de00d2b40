"""What stands between an opening and a closing tag: the words, and the marks among them."""

from collections.abc import Collection, Iterator

from zhen_align.read.elements import Tag
from zhen_align.read.pieces import trimmed
from zhen_align.types import Span

Segment = tuple[Span, tuple[Span, ...]]


def segment(text: str, opening: Tag, rest: Iterator[Tag], native: Collection[str]) -> Segment:
    """Read up to the tag that closes `opening`; return the words' place and what is opaque.

    Elements named in `native` hold code of the original format: they are opaque whole.
    """
    start = end = opening.span.end
    if opening.closes:
        return Span(start, start), ()
    marks: list[Span] = []
    nameless: list[Span] = []
    held: list[Tag] = []
    for tag in rest:
        if tag.name == opening.name and tag.closes and not tag.opens and not held:
            end = tag.span.start
            break
        end = tag.span.end
        if held:
            if tag.name == held[-1].name and tag.closes and not tag.opens:
                first = held.pop()
                if not held:
                    marks.append(Span(first.span.start, tag.span.end))
            elif tag.name == held[-1].name and not tag.closes:
                held.append(tag)
        elif tag.name in native and not tag.closes:
            held.append(tag)
        else:
            marks.append(tag.span)
            nameless += [] if tag.name else [tag.span]
    words = trimmed(text, start, end)
    for mark in nameless:  # a comment or the frame of CDATA at an end is no part of the words
        if mark.start <= words.start < mark.end:
            words = trimmed(text, mark.end, max(mark.end, words.end))
    for mark in reversed(nameless):
        if words.start <= mark.start < words.end <= mark.end:
            words = trimmed(text, words.start, mark.start)
    held_in = (m for m in marks if m.start < words.end and m.end > words.start)
    return words, tuple(Span(max(m.start, words.start), min(m.end, words.end)) for m in held_in)
