"""Whole sentences of one text that stand, sign for sign, in the other.

Not here: paragraphs (untranslated.py), and runs inside a sentence (rules/untranslated.py).
"""

from collections.abc import Iterator

from zhen_align.lint.facts import BeadFacts, Pair, Text
from zhen_align.lint.prose import folded, says_something
from zhen_align.lint.wording import is_message
from zhen_align.text.scripts import han_count, word_count
from zhen_align.types import Kind, Lang, Unit

_LEAST_HAN = 6


def stands_whole(text: Text, bead: BeadFacts) -> bool:
    """Whether a sentence without Chinese is one of the source's, and prose."""
    key = folded(text.text)
    block = text.block
    if not any(folded(t.text) == key for t in bead.source.texts):
        return False
    # in a catalogue, each message is on its own
    message = text.document.told and is_message(text.text)
    return message or says_something(text.text, block.kind if block else Kind.PARAGRAPH)


def is_chinese(text: Text) -> bool:
    """Whether a sentence of English text is Chinese, and stands elsewhere in its file, too."""
    if text.sentence.unit is not Unit.SENTENCE or word_count(text.plain) >= han_count(text.text):
        return False
    return han_count(text.text) >= _LEAST_HAN and text.document.text.count(text.text) > 1


def chinese_in_source(pair: Pair) -> Iterator[tuple[BeadFacts, Text]]:
    """Yield the Chinese sentences of an original in English that shares its file with the Chinese.

    Which half of one file is the translation is only guessed.
    """
    if pair.source is Lang.EN and pair.source_document.path == pair.target_document.path:
        yield from ((bead, t) for bead in pair.beads for t in bead.source.texts if is_chinese(t))
