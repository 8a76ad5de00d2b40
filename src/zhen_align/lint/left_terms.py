"""Two or more plain words of the source that stand in a Chinese sentence: a term left in English.

It may be meant so, as authors keep what they find no word for; where the translation has a word
for it elsewhere it is not. Names, code, quotations and what stands in brackets are no such terms.
Not here: whole runs of prose (rules/untranslated.py).
"""

import re
from collections.abc import Iterator

from zhen_align.lint.dictionary import known
from zhen_align.lint.facts import BLANK, BeadFacts, Pair, Side, Text
from zhen_align.lint.prose import own_voice
from zhen_align.text.scripts import HAN, has_han
from zhen_align.text.small_words import SMALL
from zhen_align.types import Lang, Span, Unit

_TERM = re.compile(
    rf"(?<![A-Za-z] )(?<=[{HAN}，。；、： ])[a-z][a-z'-]+(?: [a-z][a-z'-]+){{1,3}}"
    rf"(?=[{HAN}，。；、： ])(?! [A-Za-z{BLANK}])"
)
LISTED = (Unit.KEYWORD, Unit.TITLE)
_ELSEWHERE = 3  # sentences of the source for each in which it is left


class KeptTerms:
    """The terms that stay as they are, folded."""

    def __init__(self, pair: Pair) -> None:
        self.forms = {
            " ".join(row.en.split()).casefold() for row in pair.terms.rows if row.status == "keep"
        }

    def holds(self, run: str) -> bool:
        """Whether a run is a kept term and little else."""
        folded = " ".join(run.split()).casefold().strip(" .,;:")
        return any(form in folded and len(folded) <= len(form) + 4 for form in self.forms)


def terms_left(
    text: Text, bead: BeadFacts, pair: Pair, kept: KeptTerms
) -> Iterator[tuple[Span, bool]]:
    """Yield the terms left in a sentence, and whether the text has its own word for them."""
    if text.lang is not Lang.ZH or text.sentence.unit in LISTED:
        return
    if not _TERM.search(text.plain) or not has_han(text.plain) or text.is_literature:
        return
    for found in _TERM.finditer(own_voice(text.plain)):
        term = found[0]
        words = term.split()
        if words[0] in SMALL or not all(known(words)) or kept.holds(term):
            continue
        if not _saying(bead.source, term):
            continue
        here = [text for each in pair.beads for text in _saying(each.target, term)]
        there = [text for each in pair.beads for text in _saying(each.source, term)]
        if all(has_han(each.text) for each in here):  # else its heading is kept, too
            yield Span(*found.span()), len(there) >= _ELSEWHERE * len(here)


def _saying(side: Side, term: str) -> list[Text]:
    return [text for text in side.texts if term in text.plain.lower()]
