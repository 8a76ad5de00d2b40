"""A few words of the source inside a Chinese sentence that can be no name.

What leads the sentence in (See also:), what joins two pieces of code, and the words of a link.
Not here: longer runs (rules/untranslated.py).
"""

import re
from collections.abc import Iterator

from zhen_align.lint.facts import BLANK, BeadFacts, Text
from zhen_align.text.scripts import has_han
from zhen_align.text.small_words import SMALL
from zhen_align.types import Span

_LINKED = re.compile(r"(?<!!)\[([a-z][a-z' -]+)\]\(")
_LEAST_LINKED = 3
_JOINT = re.compile(rf"{BLANK} (and|or|and the|or the) {BLANK}")
_LEAD = re.compile(
    r"[ *_]*((?:See also|Note|Notes|Important|Warning|Tip|Hint|Example|Caution|For example|Remark|"
    r"E\.g\.|I\.e\.|By default|In addition|However)(?=[:：,，. *_]))"
)


def left_words(text: Text, bead: BeadFacts) -> Iterator[Span]:
    """Yield the words of a Chinese sentence that were left as in its source."""
    yield from _linked(text, bead)
    yield from _led_in(text, bead)


def _linked(text: Text, bead: BeadFacts) -> Iterator[Span]:
    """Yield the words of links that are part of a sentence of the source, and no title."""
    for found in _LINKED.finditer(text.text) if "](" in text.text else ():
        words = found[1].split()
        prose = len(words) >= _LEAST_LINKED and any(word in SMALL for word in words[1:])
        if prose and any(found[0] in other.text for other in bead.source.texts):
            yield Span(*found.span(1))


def _led_in(text: Text, bead: BeadFacts) -> Iterator[Span]:
    """Yield a joint between two pieces of code, and the words that lead in a Chinese sentence."""
    if not has_han(text.plain):
        return
    there = " ".join(other.plain for other in bead.source.texts)
    for found in _JOINT.finditer(text.plain):
        if _JOINT.search(there):
            yield Span(*found.span(1))
    first = _LEAD.match(text.plain)
    if first and any(other.plain.lstrip(" *_").startswith(first[1]) for other in bead.source.texts):
        yield Span(*first.span(1))
