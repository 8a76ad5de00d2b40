"""Chinese terms are found by how they are read, in any of the ways people write that."""

import pytest

from zhen_align.glossary.rows import Row
from zhen_align.lookup import pinyin
from zhen_align.lookup.answer import How, answer, lookup
from zhen_align.lookup.memory import Memory
from zhen_align.lookup.readings import readings

ROWS = [
    Row("large language model", "大语言模型"),
    Row("language model", "语言模型"),
    Row("determinant", "行列式"),
    Row("behaviour", "行为"),
    Row("green channel", "绿色通道"),
    Row("LLM agent", "LLM智能体"),
    Row("Xi'an", "西安"),
]
STORE = Memory(ROWS)

# what is typed, and the Chinese term that comes first
TYPED = [
    ("dayuyan moxing", "大语言模型", "without tones"),
    ("dayuyanmoxing", "大语言模型", "without blanks"),
    ("da4 yu3yan2 mo2 xing2", "大语言模型", "tones as digits"),
    ("dà yǔyán móxíng", "大语言模型", "tones as marks"),
    ("DaYuYanMoXing", "大语言模型", "with capitals"),
    ("dyymx", "大语言模型", "initials"),
    ("yymx", "语言模型", "initials of the shorter term"),
    ("yuyan moxing", "语言模型", "the term itself before the longer one"),
    ("hanglieshi", "行列式", "a character with two readings, in a word"),
    ("xingwei", "行为", "the same character in another word"),
    ("lvsetongdao", "绿色通道", "v for ü"),
    ("lüsè tōngdào", "绿色通道", "ü with a tone"),
    ("lu:4 se4 tong1 dao4", "绿色通道", "u: for ü"),
    ("llm zhinengti", "LLM智能体", "Latin letters read as themselves"),
    ("llmznt", "LLM智能体", "and among initials"),
    ("xi'an", "西安", "an apostrophe between syllables"),
]


@pytest.mark.parametrize(("typed", "term", "gloss"), TYPED, ids=[gloss for *_, gloss in TYPED])
def test_pinyin_suggests(typed: str, term: str, gloss: str) -> None:
    """Each way of writing brings the term first, as a suggestion or as the English form."""
    found = answer(STORE, typed)
    first = [match.row.zh for match in found.matches] or [s.row.zh for s in found.suggestions]
    assert first[0] == term


def test_a_wrong_tone_is_another_word() -> None:
    """Tones may be left out, but not be others."""
    assert pinyin.fit(pinyin.asked("da4yu3yan2mo2xing2"), "da4 yu3 yan2 mo2 xing2") > 0
    assert pinyin.fit(pinyin.asked("da4yu3yan2mo2xing4"), "da4 yu3 yan2 mo2 xing2") == 0


def test_pinyin_is_never_an_answer() -> None:
    """A reading has several terms: it only suggests."""
    found = lookup(ROWS, "dyymx")
    assert not found.matches
    assert found.suggestions[0].how is How.PINYIN


def test_a_part_of_a_reading_is_whole_syllables() -> None:
    """`yanmo` stands inside, `anmo` does not begin a syllable."""
    reading = "da4 yu3 yan2 mo2 xing2"
    assert pinyin.fit("yanmo", reading) > 0
    assert pinyin.fit("anmo", reading) == 0
    assert pinyin.fit("yanm", reading) == 0


def test_what_has_no_reading_is_left_out() -> None:
    """Not half read."""
    assert readings({"〇囧々", "模型"}).get("模型") == "mo2 xing2"  # model
    assert pinyin.asked("GPT-4") == ""
    assert pinyin.asked("模型") == ""
