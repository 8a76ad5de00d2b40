"""Pieces of a page left in the source's language, beside those that are names."""

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.pipeline import alignments, parsed
from zhen_align.types import Lang


def left(zh: str, en: str, target: Lang = Lang.ZH) -> list[str]:
    """Return the places of what is untranslated."""
    read = [parsed("x.zh.md", zh.encode()), parsed("x.en.md", en.encode())]
    found = lint(alignments(read, "", fixed=True), (), Options(target=target)).findings
    return [f.place.text for f in found if f.rule == "untranslated"]


EN = """# Taps

The pump has a **tap**, a **hose** and a **valve**. Click **Refresh** to see `hot` and `cold`.

See also: [Valve guide](./valve.md), [Hoses](./hose.md) and [Pump list](./pump.md).

| Part | Range | Notes |
| --- | --- | --- |
| tap | 3 to 5 | Closed each day |
| hose | 2 | Optional |
"""
ZH = """# 龙头

水泵有**龙头**、**软管**和**阀门**。点击**刷新**查看 `hot` 和 `cold`。

另请参阅：[阀门指南](./valve.md)、[软管](./hose.md)和[水泵列表](./pump.md)。

| 部件 | 范围 | 备注 |
| --- | --- | --- |
| 龙头 | 3 至 5 | 每天关闭 |
| 软管 | 2 | 可选 |
"""
# what was translated, and what it is in English
INTO_CHINESE = [
    ("**刷新**", "**Refresh**", "Refresh"),
    ("`hot` 和 `cold`", "`hot` and `cold`", "and"),
    ("另请参阅", "See also", "See also"),
    ("[阀门指南]", "[Valve guide]", "Valve guide"),
    ("| 范围 |", "| Range |", "Range"),
    ("| 每天关闭 |", "| Closed each day |", "Closed each day"),
    ("| 3 至 5 |", "| 3 to 5 |", "3 to 5"),
    ("| 可选 |", "| Optional |", "Optional"),
]


@pytest.mark.parametrize(("mended", "faulty", "told"), INTO_CHINESE)
def test_a_piece_left_in_english_is_told(mended: str, faulty: str, told: str) -> None:
    """Where the page translates its others of the kind, the one that was left is a slip."""
    assert left(ZH, EN) == []
    assert left(ZH.replace(mended, faulty), EN) == [told]


NAMES = [
    # what both texts have, and why it may stay
    ("**阀门**", "**valve**", "**Kestrel**", "no word of English"),
    ("**阀门**", "**valve**", "**Blue River**", "capitals throughout"),
    (
        "[阀门指南](./valve.md)",
        "[Valve guide](./valve.md)",
        "[Valve guide](https://a.example)",
        "another site",
    ),
    ("| 可选 |", "| Optional |", "| `tap` |", "code"),
    ("| 可选 |", "| Optional |", "| GPU |", "an abbreviation"),
    ("| 可选 |", "| Optional |", "| Alpha |", "a word, but none that the text uses as one"),
    ("另请参阅", "See also", "NOTE", "a mark of some formats"),
    ("。点击", ". Click", " Spark. **Spark**", "a name that stands in the text, too"),
]


@pytest.mark.parametrize(("zh", "en", "both", "why"), NAMES)
def test_names_and_code_may_stay(zh: str, en: str, both: str, why: str) -> None:
    """What is no word, or is used as a name, stands in both languages alike."""
    assert left(ZH.replace(zh, both), EN.replace(en, both)) == [], why


def test_a_page_that_keeps_its_cells_has_a_style() -> None:
    """One cell of many is a slip; a table in English was left so on purpose."""
    kept = "| Part | Range | Notes |\n| --- | --- | --- |\n| tap | 3 | Closed |\n"
    assert left(f"# 龙头\n\n{kept}", f"# Taps\n\n{kept}") == []


INTO_ENGLISH = [
    ("**Refresh**", "**刷新**", "刷新"),
    ("| Optional |", "| 可选 |", "可选"),
    ("[Hoses]", "[软管]", "软管"),
    ("# Taps", "# 龙头", "龙头"),
]


@pytest.mark.parametrize(("mended", "faulty", "told"), INTO_ENGLISH)
def test_a_piece_left_in_chinese_is_told(mended: str, faulty: str, told: str) -> None:
    """Chinese that stands in an English page as in its source was left."""
    assert left(ZH, EN, Lang.EN) == []
    assert left(ZH, EN.replace(mended, faulty), Lang.EN) == [told]


def test_front_matter_left_in_chinese_is_told() -> None:
    """Titles, descriptions and lists of keywords are read by people."""
    zh = "---\ntitle: 水泵的龙头\ntags: [龙头, 软管]\n---\n\n水泵已打开。\n"
    en = "---\ntitle: The tap of the pump\ntags: [tap, hose]\n---\n\nThe pump is on.\n"
    assert left(zh, en, Lang.EN) == []
    assert left(zh, en.replace("The tap of the pump", "水泵的龙头"), Lang.EN) == ["水泵的龙头"]
    assert left(zh, en.replace("[tap, hose]", "[龙头, 软管]"), Lang.EN) == ["龙头, 软管"]
