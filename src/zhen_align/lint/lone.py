"""What a sentence without a partner says: enough to be missed, or a name, a picture, a cell.

Not here: whether it stands elsewhere (completeness.py).
"""

import re

from zhen_align.lint.facts import Side, Text
from zhen_align.text.distance import near
from zhen_align.text.scripts import HAN, han_count, word_count
from zhen_align.text.small_words import SMALL
from zhen_align.types import Document, Kind, Lang, Unit

LISTED = (Unit.CELL, Unit.KEYWORD)
"""What is held against the other side in rows, not as sentences."""

# a list of literature is no text: Chandra L, Sol K. A Title.
_NOT_SAID = re.compile(r"(?:\[?\d+[\].]?\s*)?[A-Z][\w'-]+ [A-Z]{1,3}(?:,|\.\s|\set al)")
# authors, each with the name in Latin letters: 陈晓 (Xiao Chen)¹、林岚 (Lan Lin)
_BYLINE = re.compile(
    rf"(?:[{HAN}·]{{2,15}} ?[(（][A-Z][^\d()（）{HAN}]*[)）][^{HAN}]{{0,8}}[和与]?)+"
)
# people: 海伦·罗（Helen Roe）¹，林远²
_PARTED = r"[\s\d¹²³⁴⁵⁶⁷⁸⁹*†‡,，、;；]"
_NAME = (
    rf"(?:[{HAN}]{{1,8}}(?:[·・][{HAN}]{{1,8}})+|[{HAN}]{{2,4}})(?:\s?[（(][A-Z][^（）()]*[）)])?"
)
_NAMES = re.compile(rf"(?=.*[·・（(]){_NAME}(?:{_PARTED}+{_NAME})*{_PARTED}*")
_ENOUGH_WORDS = 6
_WORDS = {Lang.EN: 3, Lang.ZH: 4}
_LABEL = re.compile(r"[\W\d_]*(?:[A-Z]\.|[IVX]+\.)?\s*")


def speaks(side: Side) -> bool:
    """Whether a lone sentence is more than a name, a picture or a cell."""
    for text in side.texts:
        if text.sentence.unit in LISTED or _BYLINE.fullmatch(text.plain):
            continue
        count = han_count(text.plain) if side.lang is Lang.ZH else word_count(text.plain)
        block = text.block
        if block is not None and block.kind is Kind.HEADING:
            if count:
                return True
        elif (
            count >= _WORDS[side.lang]
            and (side.lang is Lang.ZH or _is_sentence(text, count))
            and not text.is_literature
        ):
            return True
    return False


def _is_sentence(text: Text, count: int) -> bool:
    """Whether English words say something, and are no title or reference."""
    if _NOT_SAID.match(text.plain):
        return False
    return count >= _ENOUGH_WORDS or any(word in SMALL for word in text.plain.lower().split())


def names_people(text: str) -> bool:
    """Whether a stretch only names people, whom the other language may name in its own way.

    >>> names_people("海伦·罗（Helen Roe）¹，林远²")
    True
    """
    return _NAMES.fullmatch(text.strip()) is not None


def is_kept(side: Side, other: Document) -> bool:
    """Whether a heading stands in its own language on the other side, too: A. Transformer."""
    text = side.texts[0]
    block, number = text.block, text.sentence.block
    if block is None or block.kind is not Kind.HEADING or side.lang is not Lang.EN:
        return False
    said = _said(text.text)
    # in a file of both languages it stands next to the heading; others are of other sections
    blocks = list(other.blocks)
    if other.path == side.document.path:
        blocks = blocks[max(0, number - 1) : number] + blocks[number + 1 : number + 2]
    return any(
        each.kind is Kind.HEADING
        and each.lang is Lang.EN
        and near(said, _said(each.span.of(other.text)))
        for each in blocks
    )


def _said(heading: str) -> str:
    return _LABEL.sub("", heading, count=1).rstrip("*_ ").lower()
