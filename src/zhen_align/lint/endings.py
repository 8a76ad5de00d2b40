"""How a sentence stands at the end of its block: with a mark or without, last, or gone on with.

Not here: what it means that a mark is missing (rules/truncated.py).
"""

import re

from zhen_align.lint.facts import BLANK, Text
from zhen_align.types import Document, Kind, Unit

_FINAL = re.compile(r"[。．.！!？?…;；:：|]['\"’”」』）)\]】》*_~`]*\s*$|\.\.\.\s*$")
_PROSE = (Unit.SENTENCE, Unit.ITEM, Unit.CAPTION)


def may_end(text: Text, source: Text) -> bool:
    """Whether a sentence is the last of its block, and nothing goes on after it.

    A short line without a mark looks like a heading, but not where its source is none.
    """
    block = source.block
    headed = text.sentence.unit in (Unit.HEADING, Unit.TITLE)
    torn = headed and block and block.kind is Kind.PARAGRAPH
    return (
        (text.sentence.unit in _PROSE or bool(torn))
        and ends_block(text)
        and not goes_on(text.document, text.sentence.block)
        and bool(bare(text))
    )


def ends_block(text: Text) -> bool:
    """Whether nothing of its block stands after a sentence."""
    block = text.block
    if block is None:
        return False
    rest = text.document.text[text.sentence.span.end : block.span.end]
    return not rest.strip(" \t\n*_~")


def is_followed(text: Text) -> bool:
    """Whether another item follows an item."""
    after = text.document.blocks[text.sentence.block + 1 : text.sentence.block + 2]
    return any(block.kind is Kind.ITEM for block in after)


def goes_on(document: Document, number: int) -> bool:
    """Whether a formula, code or a list follows, which the sentence leads to."""
    after = document.blocks[number + 1 : number + 2]
    block = document.blocks[number]
    if block.kind is Kind.ITEM and after and after[0].kind is Kind.ITEM:
        return after[0].level > block.level
    rest = document.text[block.span.end :][:20].lstrip()
    return rest.startswith(("$$", "```", "\\[", "|", ">", "-", "*", "1", ":", "<", "!")) or any(
        block.kind in (Kind.OPAQUE, Kind.ITEM, Kind.ROW) for block in after
    )


def is_final(text: Text) -> bool:
    """Whether a sentence ends in a mark, or in what is no language."""
    plain = text.plain.rstrip()
    return not plain or plain[-1] == BLANK or _FINAL.search(plain) is not None


def bare(text: Text) -> str:
    """Return a sentence without the signs of emphasis behind it."""
    return text.plain.rstrip(" \t\n*_~")
