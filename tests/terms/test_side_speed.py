"""Marks without end, as from a format that nests, take no more time than words."""

import time

from zhen_align.terms.segments import segments
from zhen_align.types import Alignment, Bead, Block, Document, Kind, Lang, Sentence, Span, Unit


def _document(name: str, lang: Lang, words: str) -> Document:
    text = "<g>" * 60_000 + words
    span = Span(0, len(text))
    block = Block(span, Kind.PARAGRAPH, lang, opaque=(Span(0, 180_000),))
    return Document(name, text, (block,))


def test_a_deeply_nested_unit() -> None:
    """Its marks are blanked in one go, and nothing is looked for in them again and again."""
    zh, en = _document("zh", Lang.ZH, "水泵"), _document("en", Lang.EN, "the pump")  # pump
    sides = (Sentence(doc.blocks[0].span, doc.blocks[0].lang, Unit.SENTENCE) for doc in (zh, en))
    one, other = sides
    began = time.process_time()
    found = segments(Alignment(zh, en, (Bead((one,), (other,), 1.0),)), 0.5)
    assert time.process_time() - began < 5
    assert [segment.en.text.strip("\0") for segment in found] == ["the pump"]
