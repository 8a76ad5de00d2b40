"""Chinese on English pages: told wherever it is shown, silent where it is kept on purpose."""

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.pipeline import alignments, parsed

ZH = """# 水泵

打开水泵。它会运行 5 分钟。

## 配件

| 名称 | 用途 |
| --- | --- |
| `tap` | 控制水流 |

![水泵的照片](pump.png)

<Tab value="a" label="界面">

1. 关闭水泵。

</Tab>

按下“停止”。
"""
EN = """# Pump

Switch the pump on. It runs for 5 minutes.

## Parts

| Name | Use |
| --- | --- |
| `tap` | Controls the flow |

![A picture of the pump](pump.png)

<Tab value="a" label="Interface">

1. Switch the pump off.

</Tab>

Press “Stop”.
"""


def told(zh: str, en: str, ending: str = "md") -> list[str]:
    """Return what is told of an English page."""
    read = [parsed(f"x.zh.{ending}", zh.encode()), parsed(f"x.en.{ending}", en.encode())]
    report = lint(
        alignments(read, "", fixed=True), (), Options(target="en", only=("untranslated",))
    )
    return [f.place.text for f in report.findings]


LEFT = [
    ("# Pump", "# 水泵", ["水泵"]),
    ("It runs for 5 minutes.", "它会运行 5 分钟。", ["它会运行 5 分钟。"]),
    ("It runs for", "它已运行了 for", ["它已运行了"]),
    ("Parts", "配件", ["配件"]),
    ("| Use |", "| 用途 |", ["用途"]),
    ("Controls the flow", "控制水流", ["控制水流"]),
    ("A picture of the pump", "水泵的照片", ["水泵的照片"]),
    ('"Interface"', '"界面"', ["界面"]),
    ("Switch the pump off.", "关闭水泵。", ["关闭水泵。"]),
    ("Switch the pump off.", "请关上这个泵。", ["请关上这个泵。"]),
    ("# Pump\n", "---\ntitle: 水泵\n---\n\n# Pump\n", ["水泵"]),
    ("1. Switch", "- 路径为空。\n\n1. Switch", ["路径为空。"]),
    ("# Pump\n", "# Pump\n\n[配件](parts.md) of it\n", ["配件"]),
]


@pytest.mark.parametrize(("mended", "faulty", "found"), LEFT)
def test_chinese_is_told(mended: str, faulty: str, found: list[str]) -> None:
    """Each passage is told once, whether the source still has it or not."""
    assert EN.count(mended) == 1
    assert told(ZH, EN) == []
    assert told(ZH, EN.replace(mended, faulty)) == found


KEPT = [
    ("Press “Stop”.", "Press “停止”."),  # in marks of quotation
    ("Press “Stop”.", "It is called 停机键 there."),
    ("Press “Stop”.", "Press 停止."),  # only in marks of quotation in the source
    ("Press “Stop”.", "Press Stop (停止)."),
    ("Press “Stop”.", "The 停机键 (stop key) is red."),
    ("Press “Stop”.", "Run `停止`.\n\n    停止\n"),
    ("Press “Stop”.", "[简体中文](README.zh.md) | [日本語](README.ja.md)"),
    ("Press “Stop”.", "See [水泵的历史](https://example.org/a)."),
    ("Press “Stop”.", "See [水泵的历史](./zh/a.md)."),
    ("Press “Stop”.", "Open ./文档/水泵.md."),
    ("Press “Stop”.", "© 2021 水泵厂"),
    ("Press “Stop”.", "<!-- 待办 -->"),
    ("1. Switch", "- 李娜\n\n1. Switch"),  # a person
    ("| Name | Use |", "| Name | Chinese |"),
    ("Press “Stop”.", "| Word | Use |\n| --- | --- |\n| 控制 | verb |"),
]


@pytest.mark.parametrize(("mended", "kept"), KEPT)
def test_chinese_is_kept(mended: str, kept: str) -> None:
    """Quotations, names and other languages' names stay Chinese."""
    assert EN.count(mended) == 1
    english = EN.replace(mended, kept)
    if "Chinese" in kept:
        english = english.replace("Controls the flow", "控制水流")
    assert told(ZH, english) == []


def test_a_title_may_stand_beside_its_translation() -> None:
    """A Chinese name in the head of a page is a name."""
    assert told("# 水泵\n\n打开它。\n", "# Pump 水泵\n\nSwitch it on.\n") == []


def test_figures_of_rst_have_alternative_text() -> None:
    """An option is shown to readers who cannot see the figure."""
    zh = "水泵\n====\n\n打开它。\n\n.. image:: a.png\n   :alt: 水泵的照片\n"
    en = "Pump\n====\n\nSwitch it on.\n\n.. image:: a.png\n   :alt: 水泵的照片\n"
    assert told(zh, en, "rst") == ["水泵的照片"]


def test_the_words_of_a_reference_are_shown() -> None:
    """A role may carry words of its own."""
    zh = "水泵\n====\n\n参见 :doc:`水泵教程 <train>` 。\n"
    en = "Pump\n====\n\nSee :doc:`水泵教程 <train>`.\n"
    assert told(zh, en, "rst") == ["水泵教程"]
