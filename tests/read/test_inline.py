"""Paragraphs in which each sentence is followed by its translation are read as both languages."""

from zhen_align.pipeline import parsed
from zhen_align.types import Kind, Lang

# the English beside each is its gloss
PAGE = (
    "The valve is closed. 阀门已关闭。\n\n"
    "The pump is old. 水泵很旧。It leaks every day. 它每天都漏水。\n\n"
    "The filter is new! 过滤器是新的！\n"
)


def read(text: str) -> list[tuple[Lang, str]]:
    """Return the blocks of a Markdown text that take part in alignment."""
    blocks = parsed("x.md", text.encode()).blocks
    return [(b.lang, b.span.of(text)) for b in blocks if b.kind is not Kind.OPAQUE]


def test_each_sentence_stands_apart() -> None:
    """Where all of a page is written so, the languages take turns."""
    assert read(PAGE) == [
        (Lang.EN, "The valve is closed."),
        (Lang.ZH, "阀门已关闭。"),
        (Lang.EN, "The pump is old."),
        (Lang.ZH, "水泵很旧。"),
        (Lang.EN, "It leaks every day."),
        (Lang.ZH, "它每天都漏水。"),
        (Lang.EN, "The filter is new!"),
        (Lang.ZH, "过滤器是新的！"),
    ]


def test_the_chinese_may_come_first() -> None:
    """The order of the languages does not matter."""
    page = "阀门已关闭。The valve is closed.\n\n水泵很旧。The pump is old.\n\n它漏水。It leaks.\n"
    assert [lang for lang, _ in read(page)] == [Lang.ZH, Lang.EN] * 3


def test_a_sentence_left_in_english_stays_where_it_is() -> None:
    """One such paragraph among others is no page of two languages."""
    page = "阀门已经关闭。The pump is old. 它漏水。\n\n工人每天早晨检查压力。\n\n报告在周末寄出。\n"
    assert [lang for lang, _ in read(page)] == [Lang.ZH] * 3


def test_few_sentences_are_not_enough() -> None:
    """A short text with a quotation is left whole."""
    assert len(read("他说过一句话。The pump is old.\n")) == 1


def test_names_at_the_end_of_a_sentence_are_no_turn() -> None:
    """A Latin name before a full stop makes no English sentence."""
    page = "我们使用 PyTorch. 结果很好。\n\n再用 NumPy. 速度很快。\n\n后用 SciPy. 也很好。\n"
    assert [lang for lang, _ in read(page)] == [Lang.ZH] * 3
