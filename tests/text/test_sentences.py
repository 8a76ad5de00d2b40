"""What holds for the sentences of any text: nothing lost, opaque spans whole, linear time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhen_align.text.sentences import sentences
from zhen_align.types import Lang, Span

TEXTS = st.one_of(
    st.text(
        alphabet="。！？…”“」）（(['\"*_.!?,;:])12aZ模型的 \n\u3000\t😀ＡéΩ-—<>/`$",
        max_size=60,
    ),
    st.text(max_size=40),
    st.lists(
        st.sampled_from(
            [
                "We test.",
                "e.g.",
                "Fig. 3",
                "[12]",
                " ",
                "\n",
                "模型很大。",
                "”",
                "（见图）",
                ".[R]We",
                "1. ",
            ]
        ),
        max_size=15,
    ).map("".join),
)
LANGS = st.sampled_from(list(Lang))


@st.composite
def with_opaque(draw: st.DrawFn) -> tuple[str, list[Span]]:
    """Draw a text and sorted, disjoint, non-empty stretches of it."""
    text = draw(TEXTS)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    return text, [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]


@settings(max_examples=300, deadline=None)
@given(with_opaque(), LANGS)
def test_sentences_cover_the_text_but_blanks(drawn: tuple[str, list[Span]], lang: Lang) -> None:
    """The spans are trimmed, in order, and only blanks stand between and around them."""
    text, opaque = drawn
    done = 0
    for span in sentences(text, lang, opaque):
        assert not text[done : span.start].strip()
        assert span.start < span.end
        assert span.of(text) == span.of(text).strip()
        done = span.end
    assert not text[done:].strip()


@settings(max_examples=200, deadline=None)
@given(with_opaque(), LANGS)
def test_no_sentence_ends_inside_an_opaque_span(drawn: tuple[str, list[Span]], lang: Lang) -> None:
    """No end, and no begin, falls inside an opaque span unless it is all blanks there."""
    text, opaque = drawn
    for span in sentences(text, lang, opaque)[:-1]:
        assert not any(shut.start < span.end < shut.end for shut in opaque)


@settings(max_examples=100, deadline=None)
@given(TEXTS, LANGS)
def test_line_ends_are_blanks(text: str, lang: Lang) -> None:
    """A text broken at other places has the same sentences, apart from the blanks."""
    broken = text.replace(" ", "\n")
    assert sentences(broken, lang) == sentences(broken.replace("\n", "\r"), lang)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u3000"])
def test_a_blank_text_has_no_sentences(text: str) -> None:
    """Blanks alone are nothing."""
    assert sentences(text, Lang.EN) == []


@pytest.mark.parametrize("lang", [Lang.EN, Lang.ZH, Lang.MIXED, Lang.NONE])
def test_both_languages_are_cut_in_any_text(lang: Lang) -> None:
    """The mark decides, not the label of the text."""
    text = "It works. 它有效。很好"
    assert [span.of(text) for span in sentences(text, lang)] == ["It works.", "它有效。", "很好"]


def test_brackets_that_close_late_are_cut_inside() -> None:
    """Only what closes soon is one piece; a long bracket holds sentences like any text."""
    long = "（" + "甲" * 40 + "。" + "乙" * 40 + "）完。"
    assert len(sentences("前" + long, Lang.ZH)) == 2
    assert len(sentences("前" + long, Lang.EN)) == 1


HOSTILE = [
    "." * 100_000,
    "a." * 50_000,
    "a. " * 30_000,
    "A. " * 30_000,
    "e.g. " * 20_000,
    "3. " * 30_000,
    "(" * 100_000,
    "(a.)" * 25_000,
    "([" * 50_000 + "." + "])" * 50_000,
    '."' * 50_000,
    "。”" * 50_000,
    "。[1" * 30_000,
    "x. [1] " * 15_000,
    " " + "x. [1] " * 15_000,
    ".[1]" * 25_000,
    ". . " * 25_000,
    "aa,bb " * 16_000,
    "甲？" * 50_000,
    "“甲？”他" * 20_000,
    "a" * 100_000,
    " " * 100_000,
    ". " + " " * 100_000,
    "x" * 50_000 + "." + "y" * 50_000,
    "</a" * 30_000,
    "He said. " * 11_000,
    "*." * 50_000,
    "[^" * 50_000,
    "。[" + "1," * 50_000,
    "a.¹" * 30_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:8] for text in HOSTILE])
def test_time_is_linear_in_hostile_texts(text: str) -> None:
    """Ten times the text takes nowhere near a hundred times as long."""

    def seconds(sample: str) -> float:
        start = time.process_time()
        sentences(sample, Lang.EN)
        return time.process_time() - start

    sentences(text[:1000], Lang.EN)
    whole = min(seconds(text) for _ in range(2))
    assert whole < 40 * max(seconds(text[: len(text) // 10]), 0.01)


def test_a_text_of_a_million_characters_takes_no_minute() -> None:
    """A guard against slips of a factor of ten; `bench/` has the real figure."""
    text = "We measure e.g. 3.5 points, see Fig. 2 (or Eq. 3).[4] 模型很大，训练很慢。" * 16_000
    start = time.process_time()
    found = sentences(text, Lang.EN)
    assert len(found) == 32_000
    assert time.process_time() - start < 10
