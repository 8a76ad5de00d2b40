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
