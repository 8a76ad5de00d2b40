"""Scripts and languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhen_align.text.scripts import han_count, is_han, language, word_count
from zhen_align.types import Lang

CASES = [
    ("zh", "模型很大。", "plain Chinese"),
    ("en", "The model is large.", "plain English"),
    (
        "zh",
        "基于Transformer和The Pile训练的CodeT5与Code Llama在HumanEval上对比",
        "many Latin names",
    ),
    (
        "zh",
        "Anna Berg, Li Wei, Tom Hill, Ida Moe (某学会高级会员)",
        "names, Chinese in brackets only",
    ),
    ("en", "The term 注意力机制 is used throughout.", "English that quotes a Chinese word"),
    ("en", "“注意力” is what the model needs", "English that begins with the quoted word"),
    (
        "en",
        "We call this 涌现能力 (emergent abilities), and 思维链 is its cause.",
        "two quoted terms",
    ),
    ("zh", "所谓“the curse of dimensionality”是指维数灾难", "Chinese that quotes English"),
    ("zh", "《The Art of the Deal》是一本书", "Chinese with an English book title"),
    ("zh", "使用BERT", "two characters and a name"),
    ("zh", "见 https://example.org/the/path/to/a/page/of/the/book", "an address weighs nothing"),
    ("zh", "运行 `pip install the package and be done with it`", "code weighs nothing"),
    ("en", "Transformer", "one Latin word"),
    ("zh", "词", "one character"),
    ("zh", "〇", "the zero"),
    ("zh", "\U00020000\U00030000", "rare extension characters"),
    ("-", "", "empty"),
    ("-", "1,024 — 3.5%", "numbers"),
    ("-", "https://example.org/a/b-c", "bare address"),
    ("-", "name@example.org", "bare e-mail"),
    ("-", "`git pull`", "bare code"),
    ("-", "Привет, мир", "another script"),
    (
        "mixed",
        "这是一个很大的模型，用处也很多。This is a very large model that is of use to many of us.",
        "a sentence of each",
    ),
]


@pytest.mark.parametrize(("lang", "text", "gloss"), CASES, ids=[case[2] for case in CASES])
def test_language(lang: str, text: str, gloss: str) -> None:
    """Each row is in the language named."""
    assert language(text) == Lang(lang)


def test_counts() -> None:
    """Han characters and Latin words are counted one by one, contractions as one word."""
    assert han_count("用BERT模型，〇") == 4
    assert word_count("don't use BERT-large 模型") == 4
    assert word_count("3D, 110M and the 2nd") == 2
    assert not is_han("あ")
    assert not is_han("")


@given(st.text(max_size=50))
def test_any_text_has_a_language(text: str) -> None:
    """Nothing crashes, and only text with letters has a language."""
    assert language(text) in Lang
    if not any(ch.isalpha() or is_han(ch) for ch in text):
        assert language(text) is Lang.NONE
