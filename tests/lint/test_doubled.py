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


# an English sentence or none for each of two Chinese ones, or the other way; whether it is told
NEIGHBOURS = [
    ("zh", "水泵每天用四升油，很少漏水。", "水泵很少漏水，每天要用四升油。", True, "said anew"),
    ("zh", "水泵每天用四升油，很少漏水。", "水泵很少漏水，每天要用9升油。", False, "figures"),
    ("zh", "Ana水泵每天用四升油，很少漏水。", "Oru水泵很少漏水，每天用四升油。", False, "a name"),
    ("zh", "水泵每天用四升油，很少漏水。", "工人们在周末把它拆开清洗一遍。", False, "else"),
    ("en", "The pump burns four litres of oil a day and seldom leaks.",
     "Each day the pump burns four litres of oil.", True, "said anew in English"),
    ("en", "The pump burns four litres of oil a day and seldom leaks.",
     "The workers take it apart and clean it at the weekend.", False, "something else in English"),
]  # fmt: skip


@pytest.mark.parametrize("last", [True, False])
@pytest.mark.parametrize(
    ("lang", "first", "second", "is_told", "case"), NEIGHBOURS, ids=[c[4] for c in NEIGHBOURS]
)
def test_a_neighbour_without_source(
    lang: str, first: str, second: str, is_told: bool, case: str, last: bool
) -> None:
    """What only says again what its neighbour says stands twice, whichever has the source."""
    said, other = f"{first} {second}", "x" if lang == "zh" else "水泵"
    texts = {Lang.ZH: said if lang == "zh" else other, Lang.EN: other if lang == "zh" else said}
    documents = [
        Document(f"x.{lang}", text, (Block(Span(0, len(text)), Kind.PARAGRAPH, lang),))
        for lang, text in texts.items()
    ]
    target, source = Lang(lang), Lang.EN if lang == "zh" else Lang.ZH
    spans = Span(0, len(first)), Span(len(first) + 1, len(said))
    beads = []
    for number, span in enumerate(spans):
        own = (Sentence(span, target, Unit.SENTENCE),)
        has = number == (0 if last else 1)
        foreign = (Sentence(Span(0, len(other)), source, Unit.SENTENCE),) if has else ()
        beads.append(Bead(own, foreign, 0.9) if lang == "zh" else Bead(foreign, own, 0.9))
    alignment = Alignment(documents[0], documents[1], tuple(beads))
    told = lint([alignment], (), Options(target=lang, only=("sentence-added",))).findings
    assert any("twice" in f.message for f in told) is is_told, case
