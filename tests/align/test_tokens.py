"""What counts as evidence, and which types may stand for which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhen_align.align.forms import value
from zhen_align.align.lexicon import Lexicon
from zhen_align.align.tokens import Text, of_lines, tokenize
from zhen_align.types import Block, Document, Kind, Lang, Span

# a written number, its scale, another way to write the same
VALUES = [
    (("5.85", "B"), ("58.5", "亿")),
    (("1,200,000", None), ("120", "万")),
    (("3", " million"), ("300", "万")),
    (("2", "千"), ("2,000", None)),
    (("1", "萬億"), ("1", "trillion")),
]


@pytest.mark.parametrize(("one", "other"), VALUES)
def test_equal_values_are_equal_literals(
    one: tuple[str, str | None], other: tuple[str, str | None]
) -> None:
    """A number is known by its value, however it is written."""
    assert value(*one) == value(*other)


def test_other_values_are_other_literals() -> None:
    """Ten times as much is not the same."""
    assert value("5.85", "B") != value("5.85", "亿")


# text, the forms found in it
LITERALS = [
    ("in [12] and [3]", ["in", "[12]", "and", "[3]"]),
    ("BERT-base", ["bert-base", "bert", "base"]),
    ("共 3 亿条", ["#3e+08"]),  # 300 million in all
    ("GPT4 得 97.5 分", ["gpt4", "#97.5"]),  # scores 97.5
    ("LLMs", ["llm"]),
    ("bus", ["bus"]),
]


@pytest.mark.parametrize(("text", "forms"), LITERALS)
def test_literals(lex: Lexicon, text: str, forms: list[str]) -> None:
    """Words with their parts, numbers by value, citations whole."""
    side, _, _ = tokenize([Text(text)], [Text("")], lex)
    assert [side.names[t] for t in side.type.tolist() if t >= side.words] == forms


def test_english_words_are_stems_in_their_places(lex: Lexicon) -> None:
    """A compound gives its parts, each at the compound's place; stop words give nothing."""
    text = "The fine-tuned models"
    _, side, _ = tokenize([Text("")], [Text(text)], lex)
    found = [
        (side.names[t], round(s * len(text))) for t, s in zip(side.type, side.share, strict=True)
    ]
    assert found == [("fine", 4), ("tune", 4), ("model", 15)]


@given(
    st.lists(st.text(alphabet="模型数据，a B9.[1]", max_size=12), max_size=4),
    st.lists(st.text(alphabet="model dta,9.[1]ZB", max_size=12), max_size=4),
)
def test_tokens_stay_in_their_units(lex: Lexicon, zh: list[str], en: list[str]) -> None:
    """Units, types, places and pairs are all within their bounds, whatever the texts."""
    if not zh or not en:
        return
    a, b, pairs = tokenize([Text(t) for t in zh], [Text(t) for t in en], lex)
    for side, texts in ((a, zh), (b, en)):
        assert side.units == len(texts)
        assert len(side.unit) == len(side.type) == len(side.share)
        assert all(0 <= unit < len(texts) for unit in side.unit.tolist())
        assert all(0 <= number < side.types for number in side.type.tolist())
        assert all(0 <= share < 1 for share in side.share.tolist())
        assert len(side.names) == side.types
    assert all(0 <= number < a.types for number in pairs.zh.tolist())
    assert all(0 <= number < b.types for number in pairs.en.tolist())
    assert (pairs.strength > 0).all()


def names(zh: str, en: str, lex: Lexicon) -> set[tuple[str, str]]:
    """Return the pairs of types between two texts, by name."""
    a, b, pairs = tokenize([Text(zh)], [Text(en)], lex)
    return {(a.names[z], b.names[e]) for z, e in zip(pairs.zh, pairs.en, strict=True)}


def test_pairs_join_translations_and_literals(lex: Lexicon) -> None:
    """A word with its translation's stem, a name and a number with themselves."""
    found = names("模型 BERT 有 １２ 层", "The models of BERT have 12 layers", lex)  # full width
    assert {("模型", "model"), ("bert", "bert"), ("#12", "#12")} <= found


def test_what_is_no_language_counts_as_a_whole(lex: Lexicon) -> None:
    """A formula or an address given beside the text stands for itself."""
    a, b, pairs = tokenize([Text("见", ("$x^2$",))], [Text("see", ("$x^2$",))], lex)
    joined = {(a.names[z], b.names[e]) for z, e in zip(pairs.zh, pairs.en, strict=True)}
    assert ("$x^2$", "$x^2$") in joined


def test_lines_are_taken_as_written() -> None:
    """A formula in a line of its own file is no whole: its parts may stand on the other side."""
    text = "若$n_k$为零。\n\n停。\n"  # if n_k is zero; stop
    blocks = (
        Block(Span(0, 9), Kind.PARAGRAPH, Lang.ZH, opaque=(Span(1, 6),)),
        Block(Span(11, 13), Kind.PARAGRAPH, Lang.ZH),
    )
    document = Document("a", text, blocks, (0, 10, 11, 14), format="lines")
    assert of_lines(document) == [Text("若$n_k$为零。"), Text("停。")]
