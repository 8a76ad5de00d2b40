"""Aligned texts made by hand, so that no test of lint depends on the aligner."""

from collections.abc import Callable, Sequence

import pytest

from zhen_align.text.opaque import opaque
from zhen_align.types import Alignment, Bead, Block, Document, Kind, Lang, Sentence, Span, Unit

Align = Callable[..., Alignment]


def _document(path: str, lang: Lang, lines: Sequence[str]) -> tuple[Document, list[Sentence]]:
    """Return a document of one block a line, and its sentences."""
    text, blocks, sentences = "", [], []
    for line in lines:
        span = Span(len(text), len(text) + len(line))
        hidden = tuple(found.shifted(by=span.start) for found in opaque(line))
        blocks.append(Block(span, Kind.PARAGRAPH, lang, hidden))
        sentences.append(Sentence(span, lang, Unit.SENTENCE, len(blocks) - 1))
        text += line + "\n"
    return Document(path, text, tuple(blocks)), sentences


@pytest.fixture
def align() -> Align:
    """Return a function that makes one bead of each pair of lines, (zh, en)."""

    def make(*pairs: tuple[str, str], name: str = "x", score: float = 0.99) -> Alignment:
        zh, zh_sentences = _document(f"{name}.zh.md", Lang.ZH, [pair[0] for pair in pairs])
        en, en_sentences = _document(f"{name}.en.md", Lang.EN, [pair[1] for pair in pairs])
        beads = tuple(
            Bead(
                (a,) if a.span.end > a.span.start else (),
                (b,) if b.span.end > b.span.start else (),
                score,
            )
            for a, b in zip(zh_sentences, en_sentences, strict=True)
        )
        return Alignment(zh, en, beads)

    return make
