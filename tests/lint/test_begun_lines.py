"""Lines that should begin a block and do not: each is told when spoilt, silent when it is right."""

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.pipeline import alignments, parsed

EN = """---
title: 'A pump for you'
summary: "How it works: briefly"
---

# Pump

Open the tap with `open()`, shut it with `shut()`, and read `level` as often as you like.

- Wait until the tank is full.
- Then close the tap.
- Call the engineer at last.

Before that:

* `fast`: how it is done

!!! tip "Which tap?"
    Use the lower one.

See the [plan](plan.md){.wide} first.

## Options of it

Pass `level` here:

```python
pump.open(level=3)
```

- `size`
  - : How much water.

{{Sample("Options of it", 30)}}
"""
ZH = """---
title: '给你的水泵'
summary: "工作原理：简述"
---

# 水泵

用 `open()` 打开龙头，用 `shut()` 关闭，并随时读取 `level`。

- 等到水箱装满。
- 然后关闭龙头。
- 最后打电话给工程师。

在此之前：

* `fast`：如何进行

!!! tip "哪个龙头？"
    使用下方的那个。

请先看[方案](plan.md){.wide}。

## 它的选项

在此传入 `level`：

```python
pump.open(level=3)
```

- `size`
  - : 有多少水。

{{Sample("它的选项", 30)}}
"""
RST_EN = (
    "The pump\n========\n\nSee the `plan <https://a.example/p>`_ of the pump.\n\n"
    "Taps\n----\n\nOpen them.\n"
)
RST_ZH = "水泵\n====\n\n参见水泵的 `方案 <https://a.example/p>`_ 。\n\n龙头\n----\n\n打开它们。\n"


def told(zh: str, en: str = EN, ending: str = "md") -> list[str]:
    """Return what is told of the markup of a Chinese page."""
    texts = {f"a.zh.{ending}": zh, f"a.en.{ending}": en}
    read = [parsed(name, text.encode()) for name, text in texts.items()]
    report = lint(alignments(read, ""), (), Options(target="zh", only=("markup-mismatch",)))
    return [f.message for f in report.findings if f.severity != "info"]


def test_pages_that_are_right_are_silent() -> None:
    """What a translator may change is no fault."""
    assert told(ZH) == []
    assert told(ZH.replace("'给你的水泵'", '"给你的水泵"')) == []
    assert told(RST_ZH, RST_EN, "rst") == []


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("'给你的水泵'", "给你的水泵'", "给你的水泵' is read otherwise"),
        ("'给你的水泵'", "水泵: 给你", "水泵: 给你 is read otherwise"),
        ('"工作原理：简述"', '"工作原理"：简述', "is read otherwise"),
        ("。\n- 然后", "。然后", "an item has run into the one before it"),
        ("前：\n\n*", "前：\n*", "the empty line before this text is lost"),
        ("* `fast`", "*`fast`", "* begins no item"),
        ('"哪个龙头？"', "“哪个龙头？”", "begins no block"),
        ("){.wide}", ") {.wide}", "{.wide} is shown as text"),
        ("[方案](plan.md){.wide}", "`方案 <https://a.example/p>`_", "is no link of Markdown"),
        ("读取 `level`", "读取 level", "`level` has become level"),
        ("传入 `level`", "传入 `水位`", "`level` has become `水位`"),
        ("- `size`", "- `大小`", "`size` has become `大小`"),
        ('"它的选项"', '"Options of it"', "no heading of this page is called Options of it"),
    ],
)
def test_a_spoilt_line_is_told(right: str, wrong: str, said: str) -> None:
    """With what is wrong in it."""
    assert ZH.count(right) == 1
    assert any(said in message for message in told(ZH.replace(right, wrong)))


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("水泵\n====", "水泵\n===", "this line is too short for its title"),
        ("`方案 <https://a.example/p>`_", "[方案](https://a.example/p)", "is no link of re"),
    ],
)
def test_a_spoilt_line_of_restructuredtext(right: str, wrong: str, said: str) -> None:
    """A Chinese character takes two columns."""
    assert any(said in m for m in told(RST_ZH.replace(right, wrong), RST_EN, "rst"))


def test_what_the_source_does_too_is_its_dialect() -> None:
    """A mark that the source writes alike is silent."""
    wrong = "!!! tip “Which tap?”", "!!! tip “哪个龙头？”"
    right = '!!! tip "Which tap?"', '!!! tip "哪个龙头？"'
    assert told(ZH.replace(right[1], wrong[1]), EN.replace(right[0], wrong[0])) == []
    both = RST_ZH.replace("====", "==="), RST_EN.replace("========", "=======")
    assert told(*both, ending="rst") == []


def test_a_list_that_was_put_together_has_a_layout() -> None:
    """Several items that run into one another are the translator's choice."""
    assert told(ZH.replace("。\n- 然后", "。然后").replace("。\n- 最后", "。最后")) == []
