"""Sentences of the target that say the same again, in a bead of their own."""

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.text.opaque import opaque
from zhen_align.types import Alignment, Bead, Block, Document, Kind, Lang, Sentence, Span, Unit

# two Chinese sentences that have one English one between them; whether the second is told
CASES = [
    ("三项困难由严先生在1898年提出。", "三项困难，由严先生于1898年提出。", True, "said anew"),
    ("三项困难由严先生在1898年提出。", "三项困难，由严先生于1899年提出。", False, "another year"),
    ("三项困难由Yan在1898年提出。", "三项困难，由Fan于1898年提出。", False, "another name"),
    ("三项困难由严先生在1898年提出。", "它们至今仍被译者时常引用和讨论。", False, "something else"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "is_told", "case"), CASES, ids=[c[3] for c in CASES])
def test_one_source_for_two(first: str, second: str, is_told: bool, case: str) -> None:
    """Two sentences for one are told where the second says what the first said."""
    zh = first + second
    en = "Yan named the three difficulties, which translators still quote, in 1898."
    documents = [
        Document(f"x.{lang}", text, (Block(span, Kind.PARAGRAPH, lang, opaque(text)),))
        for lang, text in ((Lang.ZH, zh), (Lang.EN, en))
        for span in [Span(0, len(text))]
    ]
    spans = Span(0, len(first)), Span(len(first), len(zh))
    bead = Bead(
        tuple(Sentence(span, Lang.ZH, Unit.SENTENCE) for span in spans),
        (Sentence(Span(0, len(en)), Lang.EN, Unit.SENTENCE),),
        0.99,
    )
    alignment = Alignment(documents[0], documents[1], (bead,))
    told = lint([alignment], (), Options(target="zh", only=("sentence-added",))).findings
    assert [f.place.text for f in told if "twice" in f.message] == [second] * is_told, case
