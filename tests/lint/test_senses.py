"""Words of two senses: which one a document means, and what speaks for the other."""

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.types import Alignment, Bead, Block, Document, Kind, Lang, Sentence, Span, Unit


def told_of(pairs: list[tuple[str, str]], target: str = "zh") -> list[str]:
    """Return the stretches that the rule flags in a document of several pairs."""
    documents, sides = [], []
    for lang, texts in ((Lang.ZH, [zh for zh, _ in pairs]), (Lang.EN, [en for _, en in pairs])):
        spans, at = [], 0
        for text in texts:
            spans.append(Span(at, at + len(text)))
            at += len(text) + 1
        blocks = tuple(Block(span, Kind.PARAGRAPH, lang, ()) for span in spans)
        documents.append(Document(f"x.{lang}", "\n".join(texts), blocks))
        sides.append([Sentence(s, lang, Unit.SENTENCE, n) for n, s in enumerate(spans)])
    beads = tuple(Bead((zh,), (en,), 0.99) for zh, en in zip(*sides, strict=True))
    alignment = Alignment(documents[0], documents[1], beads)
    options = Options(target=target, only=("meaning-reversed",))
    return [finding.place.text for finding in lint([alignment], (), options).findings]


MEANT = ("召回率很高。", "The recall is high.")
SENSES = [
    ([MEANT, ("回忆下降。", "Its recall falls.")], ["回忆"], "rendered otherwise elsewhere"),
    ([("回忆下降。", "Its recall falls.")], [], "nothing says what is meant"),
    ([MEANT, ("回忆下降。", "What they remember is the recall.")], [], "the bead speaks for it"),
    ([MEANT, ("召回和回忆。", "The recall.")], [], "the meant one stands there, too"),
    ([MEANT, *[("回忆下降。", "Its recall falls.")] * 2], [], "said so as often"),
    ([("下面列出学期。", "The terms are listed.")], ["学期"], "hardly ever right"),
    (
        [("下面列出学期。", "The terms are listed."), ("学校很大。", "The school is big.")],
        [],
        "another place speaks for it",
    ),
    ([("图书馆", "A library.")], [], "not odd by itself"),
]


@pytest.mark.parametrize(("pairs", "flags", "case"), SENSES, ids=[row[2] for row in SENSES])
def test_senses(pairs: list[tuple[str, str]], flags: list[str], case: str) -> None:
    """A word in a sense that the document does not mean is told."""
    assert told_of(pairs) == flags, case


def test_senses_of_chinese_words() -> None:
    """With English as the translation, the sense of a Chinese word is judged."""
    meant = ("聚合很快。", "The aggregation is fast.")
    wrong = ("聚合很慢。", "The polymerization is slow.")
    assert told_of([meant, wrong], "en") == ["polymerization"]
    assert told_of([wrong], "en") == []
    assert told_of([("神经网络很慢。", "The nerve network is slow.")], "en") == ["nerve network"]


PHRASES = [
    ("用光束搜索解码。", "Decode by beam search.", ["光束"], "the light of a beam"),
    ("先用光束照射，再用集束搜索。", "After light beams, beam search.", [], "a beam of light"),
    ("先平移，后翻译。", "A rotation and a translation.", ["翻译"], "a phrase of several words"),
    ("译者翻译旋转和平移。", "Translators render rotations and translations.", [], "a translator"),
    ("银行里有存储体冲突。", "The bank has bank conflicts.", [], "the word again, outside of it"),
    ("谷物在长大。", "The grain is growing.", [], "not in its phrase"),
]


@pytest.mark.parametrize(("zh", "en", "flags", "case"), PHRASES, ids=[row[3] for row in PHRASES])
def test_phrases(zh: str, en: str, flags: list[str], case: str) -> None:
    """A phrase of one field is told in another sense of its words, where nothing asks for it."""
    assert told_of([(zh, en)]) == flags, case
    assert told_of([(zh, en)] * 3) == flags * 3, f"{case}, however often"


def test_phrases_in_chinese() -> None:
    """With English as the translation, phrases in Chinese are judged."""
    assert told_of([("中性粒细胞很多。", "Many neutral cells.")], "en") == ["neutral cells"]
    other = ("中性粒细胞在中性细胞旁。", "Neutrophils lie beside neutral cells.")
    assert told_of([other], "en") == []
    assert told_of([("学习率很高。", "The learning rate is high.")], "en") == []


ANTENNAS = [("天线很高。", "The antenna is high.")] * 3


def test_words_of_a_field() -> None:
    """A word is told in the sense of another field, where the text speaks of its own."""
    wrong = ("网络有五个细胞。", "The network has five cells.")
    assert told_of([*ANTENNAS, wrong]) == ["细胞"]
    assert told_of([*ANTENNAS[:2], wrong]) == []
    assert told_of([*ANTENNAS, wrong, ("组织很小。", "The tissue is small.")]) == []
    assert told_of([*ANTENNAS, ("网络有五个小区。", "The network has five cells.")]) == []
