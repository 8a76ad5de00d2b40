"""Folding and the way back."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zhen_align.text.fold import fold
from zhen_align.types import Span

# accents, jamo, half-width kana marks, ligatures and wide forms between plain characters
HARD = st.text(
    alphabet="aé中，０Ａﬁ㎡\u0301\u0323½①ｶﾞ\u1100\u1161\u11a8\uffc2𝐀\u2f2f…　", max_size=12
)


@pytest.mark.parametrize(
    ("source", "folded"),
    [
        ("ＢＥＲＴ（２０２４）", "BERT(2024)"),
        ("面积５㎡", "面积5m2"),
        ("ﬁne", "fine"),
        ("，：；？！", ",:;?!"),
        ("。、《》“”", "。、《》“”"),
        ("全　角", "全 角"),
    ],
    ids=["wide letters", "one to many", "ligature", "wide marks", "marks kept", "wide blank"],
)
def test_folds(source: str, folded: str) -> None:
    """Widths and compatibility forms fold; Chinese punctuation proper stays."""
    assert fold(source).text == folded


@given(HARD | st.text(max_size=12))
@example("e\u0301")
@example("中\u3099か\u3099")
@example("ｶﾞ")
@example("a\uff9e\u0323\u0301")
def test_fold_is_nfkc_with_an_origin_for_each_character(source: str) -> None:
    """The text is the NFKC form; the origins rise and end with the source."""
    folded = fold(source)
    assert folded.text == unicodedata.normalize("NFKC", source)
    assert len(folded.origin) == len(folded.text) + 1
    assert list(folded.origin) == sorted(folded.origin)
    assert (folded.origin[0], folded.origin[-1]) == (0, len(source))


@given(HARD, st.data())
def test_back_holds_the_source_of_what_was_found(source: str, data: st.DataObject) -> None:
    """Folding the stretch that `back` returns gives text that holds the span's own."""
    folded = fold(source)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    found = folded.back(Span(start, end))
    assert folded.text[start:end] in fold(found.of(source)).text
    if start == end:
        assert found.start == found.end


def test_back_is_exact() -> None:
    """Places before and after an expanded character are not shifted."""
    source = "见㎡，é和ﬁn。"
    folded = fold(source)
    at = folded.text.index("和")
    assert folded.back(Span(at, at + 1)).of(source) == "和"
    assert folded.back(Span(1, 2)).of(source) == "㎡"
    assert folded.back(Span(2, 3)).of(source) == "㎡"
    assert folded.back(Span(0, len(folded.text))) == Span(0, len(source))
    # an accent that composes with nothing still belongs to its letter
    assert fold("①x\u0301").back(Span(1, 2)) == Span(1, 3)
