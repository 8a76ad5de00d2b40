"""Lines in both languages at once."""

import pytest

from zhen_align.read.bilingual import halves
from zhen_align.read.document import parse
from zhen_align.types import Kind, Lang, Span

# the line with ‖ around what stands between its parts
PARTED = [
    "局限性‖ ‖Limitations",
    "研究亮点‖ ‖Highlights of the study",
    "A Handbook: Pages‖ / ‖手册：参考页",
    "Abbreviations‖ | ‖缩略语",
    "Chapter 6: Measures‖ ‖第6章：指标",
    "Other clinics (7)‖ ‖其他诊所（7家）",
    "演变：从BERT到GPT‖ ‖From BERT to GPT",
    "12 minutes‖ / ‖12分钟",
]
WHOLE = [
    "局限性（Limitations）",
    "使用Docker部署",
    "Docker",
    "局限性",
    "基于 BERT 的方法",
    "在 Python 中使用 PyTorch 与 TensorFlow 和 JAX 训练",
    "一个很长很长很长很长很长的中文标题带着 Name",
]


@pytest.mark.parametrize("marked", PARTED)
def test_halves(marked: str) -> None:
    """The parts are found in both orders, with a mark between them or a blank."""
    text = marked.replace("‖", "")
    first, _, second = marked.split("‖")
    parts = halves(text, Span(0, len(text))) or ()
    assert [part.of(text) for part in parts] == [first, second]


@pytest.mark.parametrize("text", WHOLE)
def test_whole(text: str) -> None:
    """A gloss in brackets, or a name inside Chinese, is no second language."""
    assert halves(text, Span(0, len(text))) is None


PROSE = "模型很大，训练很慢，所以我们只训练了一次。\n\nThe model is large and slow to train.\n\n"


def headings(text: str) -> list[tuple[str, str]]:
    """Return words and language of all headings but the title."""
    return [
        (b.span.of(text), str(b.lang))
        for b in parse("a.md", text).blocks
        if b.kind in {"heading", "title"}
    ]


def test_bilingual_headings_are_parted_where_it_is_custom() -> None:
    """Two blocks from one line; a name in one heading of many is not taken for English."""
    text = f"# 手册 Handbook\n\n## 方法 Methods\n\n{PROSE}## 结果 Results\n\n{PROSE}"
    assert headings(text)[2:] == [
        ("方法", "zh"), ("Methods", "en"), ("结果", "zh"), ("Results", "en"),
    ]  # fmt: skip
    text = f"# 手册\n\n## 使用 Docker\n\n{PROSE}## 方法\n\n{PROSE}## 结果\n\n{PROSE}"
    assert headings(text)[1] == ("使用 Docker", "zh")


def test_a_translated_heading_keeps_its_names() -> None:
    """Where the translation stands below, the words behind the blank are a name."""
    text = f"## 使用 Docker\n## Using Docker\n\n{PROSE}## 安装 Git\n## Installing Git\n\n{PROSE}"
    assert [lang for _, lang in headings(text)] == ["zh", "en", "zh", "en"]


def test_cells_of_a_bilingual_table_are_parted() -> None:
    """A row of both languages is mixed, and its cells follow one another as the words do."""
    text = f"| Step / 步骤 | Time 时间 |\n|---|---|\n| reading / 读取 | 3 |\n\n{PROSE}"
    rows = [b for b in parse("a.md", text).blocks if b.kind == "row"]
    assert [str(b.lang) for b in rows] == ["mixed", "mixed"]
    assert [c.of(text) for c in rows[0].cells] == ["Step", "步骤", "Time", "时间"]
    assert [c.of(text) for c in rows[1].cells] == ["reading", "读取", "3"]


def test_a_slash_in_an_address_parts_nothing() -> None:
    """A heading that is a link is whole."""
    text = f"# 手册\n\n## [2.0.7 文档](../2.0.7/first/guide_to/all.md)\n\n{PROSE}"  # documents
    assert ("[2.0.7 文档](../2.0.7/first/guide_to/all.md)", "zh") in headings(text)


def test_codes_and_categories_are_no_translations() -> None:
    """A Chinese table with names in code and a column of few words stays in Chinese."""
    # rules: number-mismatch "the values differ", unit-mismatch "the units differ", spacing "blanks"
    rows = [
        ("number-mismatch", "error", "一个数量的数值不同"),
        ("unit-mismatch", "error", "单位不同"),
    ]
    rows += [("mixed-script", "info", "简体里有繁体字"), ("mild-spacing", "error", "空格不同")]
    body = "".join(
        f"| [`{name}`](rules/{name}.md) | {kind} | {said} |\n" for name, kind, said in rows
    )
    found = parse("a.zh.md", f"一页规则。\n\n| 规则 | 默认 | 何时 |\n| --- | --- | --- |\n{body}")
    assert {block.lang for block in found.blocks if block.kind is Kind.ROW} == {Lang.ZH}
    # words in small letters, each its own: these are translations
    words = (("soil moisture", "土壤湿度"), ("water pump", "水泵机"), ("probe", "探针"))
    body = "".join(f"| {en} | {zh} |\n" for en, zh in words)
    found = parse("a.md", f"| 甲 | 乙 |\n| --- | --- |\n{body}")
    assert {block.lang for block in found.blocks if block.kind is Kind.ROW} == {Lang.MIXED}


def test_a_label_that_the_translation_has_too_is_no_translation() -> None:
    """`pump.idle: (gauge)` before Chinese is a label where an English line beside it has it."""
    # pumps that wait, tanks that are full, valves that leak
    names = {"pump.idle": "等待中的水泵", "tank.full": "已满的水箱", "valve.leak": "渗漏的阀门"}
    said = {
        "pump.idle": "pumps that wait",
        "tank.full": "full tanks",
        "valve.leak": "leaking valves",
    }
    lines = [f"{key}: (gauge) {said[key]}\n\n## {key}: (gauge) {zh}\n" for key, zh in names.items()]
    found = headings("# 指标\n\n" + "\n".join(lines) + "\n" + PROSE)  # metrics
    assert all((f"{key}: (gauge) {zh}", "zh") in found for key, zh in names.items())
    # without such a line a heading whose custom it is says the same twice
    lines = [f"## {said[key].title()}: {zh}\n\n{PROSE}\n" for key, zh in names.items()]
    assert ("等待中的水泵", "zh") in headings("\n".join(lines))
