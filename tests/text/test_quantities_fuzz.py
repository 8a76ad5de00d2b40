"""Quantities of hostile text: places always hold, nothing breaks, the time stays linear."""

import math
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from zhen_align.text.quantities import quantities
from zhen_align.text.quantities_mask import mask
from zhen_align.types import Lang, Span

WORDS = (
    "0 1 2 9 10 2021 1,000 3.14 .5 / - ~ , . : % ‰ x × ^ e k K M B T st th ( ) $ ` "
    "万 亿 兆 百 千 十 几 数 多 余 半 双 三 两 〇 点 分之 百分之 成 倍 年 月 日 世纪 年代 时 第 图 "
    "million billion hundred and of three third fold half May Jan percent points Fig. [1] "
    "\\times {,} ^{5} １ ％ ² ١ 😀 about 约 https://a.b/1 a@b.co"
)
PIECES = st.sampled_from([*WORDS.split(), "\u3000", "\n"])
NUMERALS = st.text("一二两三十百千万亿点几数多半零廿上余成分之第个倍年月日时5.", max_size=8)
TEXTS = (
    st.lists(PIECES, max_size=25).map("".join)
    | st.lists(PIECES, max_size=25).map(" ".join)
    | NUMERALS
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from([Lang.ZH, Lang.EN, Lang.MIXED]))
@example("9" * 30 + "万", Lang.ZH)
@example("10^999", Lang.EN)
@example("1e99 1e-99 9/0 0/0 0亿 0%", Lang.ZH)
@example("百分之点", Lang.ZH)
@example("十分之零", Lang.ZH)
@example("几点一", Lang.ZH)
def test_places_hold(text: str, lang: Lang) -> None:
    """Every quantity lies inside the text, in order, is not empty and has a reading."""
    found = quantities(text, lang)
    assert [q.span.start for q in found] == sorted(q.span.start for q in found)
    for q in found:
        assert 0 <= q.span.start < q.span.end <= len(text)
        assert q.readings
        assert q.keys
        assert q.low is None or (q.high is not None and q.low <= q.high)
        assert q.part is None or q.part.end <= q.span.end - q.span.start


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4))
def test_masking_moves_nothing(text: str, pairs: list[tuple[int, int]]) -> None:
    """The masked text is as long as its source, whatever spans the caller calls opaque."""
    spans = sorted({Span(min(p), max(p)) for p in pairs if max(p) <= len(text)})
    assert len(mask(text, spans).text) == len(text)


@pytest.mark.parametrize(
    "piece",
    ["1,111", "1 000 ", "$3$ ", "[1", "[1,1", "1.", "a-1", "三", "百分之", "五 hundred and ", "9",
     "10^", "1/1", "Aa", "`", "a@", "1-", "May ", "图1", "(", "20", "数", "$", "1年"],
)  # fmt: skip
@pytest.mark.parametrize("lang", [Lang.ZH, Lang.EN])
def test_time_is_linear(piece: str, lang: Lang) -> None:
    """Four times the text takes nowhere near sixteen times the time."""
    seconds = []
    for size in (1_000, 4_000):
        text = (piece * size)[:size]
        best = math.inf  # of a few: noise only ever adds
        for _ in range(3):
            start = time.process_time()
            quantities(text, lang)
            best = min(best, time.process_time() - start)
        seconds.append(best)
    assert seconds[1] < 0.05 + 9 * seconds[0]
