"""What stands around the texts of a page: marks that are lost, other ones, or written wide.

Each case is told before the fix and silent after it; the pages of `bench/mended` measure more.
"""

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.pipeline import alignments, parsed

# the same short page on both sides: a lamp, its parts, its hours
MARKDOWN = (
    """# Lamp

The lamp shines at night.

## Parts {#parts}

- The glass is clear.
- The wick is made of cotton.

:::note
Do not touch the hot glass.
:::

{{Chart}}

## Hours

> [!TIP]
> Clean the lamp every week.

| Day | Hours |
|-----|-------|
| Monday | Six hours at night |

```sh
lamp --on
```

!!! danger "Fire"

    The lamp may fall over.

    Keep some water close by.

`--dim`
: The light becomes weaker.

- [ ] Buy some more oil.

The lamp goes out at dawn.

![The lamp on its shelf](lamp.png)
""",
    """# 灯

这盏灯在夜里发光。

## 零件 {#parts}

- 玻璃是透明的。
- 灯芯由棉花制成。

:::note
不要触摸滚烫的玻璃。
:::

{{Chart}}

## 时间

> [!TIP]
> 每周都要清洁这盏灯。

| 日期 | 时间 |
|-----|-------|
| 星期一 | 夜里六个小时 |

```sh
lamp --on
```

!!! danger "火灾"

    这盏灯可能会倒下。

    请在附近放一些水。

`--dim`
: 光线变弱。

- [ ] 再买一些油。

这盏灯在黎明时熄灭。

![架子上的灯](lamp.png)
""",
)
RST = (
    """.. _lamp:

Lamp
====

The lamp shines at night [#oil]_.

.. versionadded:: 2.0

Turn it on before it gets dark.

.. warning::

   Do not touch the hot glass.

.. figure:: lamp.png
   :width: 80%

   The lamp on its shelf

- The glass is clear.
- The wick is made of cotton.

.. _hours:

Hours
-----

The lamp goes out at dawn.

.. [#oil] It burns one litre of oil.
""",
    """.. _lamp:

灯
====

这盏灯在夜里发光 [#oil]_。

.. versionadded:: 2.0

天黑之前把它打开。

.. warning::

   不要触摸滚烫的玻璃。

.. figure:: lamp.png
   :width: 80%

   架子上的灯

- 玻璃是透明的。
- 灯芯由棉花制成。

.. _hours:

时间
-----

这盏灯在黎明时熄灭。

.. [#oil] 它燃烧一升油。
""",
)
PAGES = {"md": MARKDOWN, "rst": RST}
CASES = [
    # format, what stands in the mended translation, what stood there before, what is told
    ("md", "{{Chart}}\n\n", "", "{{Chart is lost"),
    ("md", ":::note\n", "", ":::note is lost"),
    ("md", "## 时间", "### 时间", "## has become ###"),
    ("md", "## 时间", "＃＃ 时间", "is no heading"),
    ("md", "{#parts}", "{#零件}", "parts has become 零件"),
    ("md", "{#parts}", "｛#parts｝", "is no attribute"),
    ("md", "> [!TIP]\n> 每周", "> [!TIP]\n\n每周", "the mark of a quotation is lost"),
    ("md", "[!TIP]", "[！TIP]", "is no alert"),
    ("md", "    请在附近", "请在附近", "the indentation of this text is lost"),
    ("md", "!!! danger", "！！！ danger", "is no admonition"),
    ("md", "!!! danger", "!!! 危险", "is no container"),
    ("md", ": 光线", "光线", "the mark of a definition is lost"),
    ("md", "- [ ] 再", "- 再", "the box of a task is lost"),
    ("md", "- [ ] 再", "- [] 再", "is no box"),
    ("md", ":::note", "：：：note", "is no container"),
    ("md", "```sh", "```代码", "```sh has become ```代码"),
    ("md", "```sh\nlamp --on\n```\n", "", "a block of code is lost"),
    ("md", "![架子", "[架子", "a picture is lost"),
    ("md", "![架子", "！[架子", "is no picture"),
    ("md", "|-----|-------|\n", "", "the line under the head of a table is lost"),
    ("rst", ".. versionadded:: 2.0\n\n", "", ".. versionadded:: is lost"),
    ("rst", ".. versionadded::", "versionadded::", "is no directive"),
    ("rst", ".. versionadded::", "..versionadded::", "is no directive"),
    ("rst", ".. warning::", ".. warning：：", "is no directive"),
    ("rst", "   :width:", "   ：width：", "is no option"),
    ("rst", "   :width:", "   :宽度:", "is no option"),
    ("rst", ".. _hours:", ".. hours:", "is no label"),
    ("rst", ".. _hours:\n\n", "", ".. _hours: is lost"),
    ("rst", ".. [#oil] 它", "[#oil] 它", "is no note"),
    ("rst", "时间\n-----", "时间\n=====", "----- has become ====="),
]


def told(ending: str, target: str) -> list[str]:
    """Return the errors and warnings about the markup of a page."""
    texts = {f"x.zh.{ending}": target, f"x.en.{ending}": PAGES[ending][0]}
    read = [parsed(name, text.encode()) for name, text in texts.items()]
    found = lint(alignments(read, "", fixed=True), (), Options(target="zh")).findings
    return [f.message for f in found if f.severity != "info" and f.rule == "markup-mismatch"]


@pytest.mark.parametrize("ending", PAGES)
def test_the_same_frame_is_silent(ending: str) -> None:
    """Nothing is said where all marks are kept."""
    assert told(ending, PAGES[ending][1]) == []


@pytest.mark.parametrize(("ending", "mended", "faulty", "says"), CASES)
def test_what_is_lost_around_a_text_is_told(
    ending: str, mended: str, faulty: str, says: str
) -> None:
    """Each mark is missed where it stood."""
    page = PAGES[ending][1]
    assert page.count(mended) == 1
    assert any(says in message for message in told(ending, page.replace(mended, faulty)))


RIGHT = [
    # what a translator may do: another mark of the list, a note of one's own, no box around a text
    ("- 玻璃是透明的。\n- 灯芯", "* 玻璃是透明的。\n* 灯芯"),
    ("这盏灯在黎明时熄灭。\n", "这盏灯在黎明时熄灭。\n\n:::tip\n译注：夏天更早。\n:::\n"),
    ("    这盏灯可能会倒下。\n\n    请在", "   这盏灯可能会倒下。\n\n   请在"),
    ("|-----|-------|", "| :-- | :-- |"),
    ("请在附近放一些水。", "请注意！[水](water.md)要放在附近。"),
]


@pytest.mark.parametrize(("mended", "other"), RIGHT)
def test_what_may_differ_is_silent(mended: str, other: str) -> None:
    """Layout that means the same is nobody's fault."""
    source = PAGES["md"][0].replace("Keep some water", "Keep some [water](water.md)")
    page = PAGES["md"][1].replace("一些水", "一些[水](water.md)")
    mended = mended.replace("一些水", "一些[水](water.md)")
    assert page.count(mended) == 1
    texts = {"x.zh.md": page.replace(mended, other), "x.en.md": source}
    read = [parsed(name, text.encode()) for name, text in texts.items()]
    found = lint(alignments(read, "", fixed=True), (), Options(target="zh")).findings
    assert [f.message for f in found if f.rule == "markup-mismatch"] == []


INSIDE = [
    # format, source, mended translation, what stood there before, what is told
    ("md", "See [the lamp](a.md).", "见[灯](a.md)。", ("[灯]", "灯]"), "a bracket of this link"),
    ("md", "See [the lamp](a.md).", "见[灯](a.md)。", ("(a.md)", "(a.md）"), "no partner"),
    ("md", "See [`~Lamp.on`].", "见 [`~Lamp.on`]。", ("`", ""), "the backticks of this"),
    ("md", "It is $n^{-4/5}$ here.", "此处为 $n^{-4/5}$。", ("}", ""), "a brace of this formula"),
    ("md", "It is $\\frac{1}{k}$.", "它是 $\\frac{1}{k}$。", ("\\", ""), "a backslash of this"),
    ("md", "It is $\\frac{1}{k}$.", "它是 $\\frac{1}{k}$。", ("\\", "＼"), "has a backslash"),
    ("md", "It is *never* off.", "它*从不*熄灭。", ("不*", "不"), "the emphasis is not closed"),
    ("rst", "See `it <https://a.b/c>`_ .", "见 `它 <https://a.b/c>`_ 。", ("c>", "c"), "a bracket"),
    (
        "rst",
        "See `it <https://a.b/c>`_ .",
        "见 `它 <https://a.b/c>`_ 。",
        (" <https://a.b/c>", ""),
        "refers to nothing",
    ),
    ("rst", "A :kbd:`a` key.", "按键 :kbd:`a` 。", (":kbd:", ":按键:"), "its name was translated"),
]


@pytest.mark.parametrize(("ending", "en", "zh", "edit", "says"), INSIDE)
def test_what_a_sentence_lost_is_told(
    ending: str, en: str, zh: str, edit: tuple[str, str], says: str
) -> None:
    """A mark that lost its partner is told, and nothing before that."""
    head = ("Lamp\n====\n\n", "灯\n====\n\n") if ending == "rst" else ("# Lamp\n\n", "# 灯\n\n")
    messages = []
    for target in (zh, zh.replace(*edit)):
        texts = {f"x.zh.{ending}": head[1] + target + "\n", f"x.en.{ending}": head[0] + en + "\n"}
        read = [parsed(name, text.encode()) for name, text in texts.items()]
        found = lint(alignments(read, "", fixed=True), (), Options(target="zh")).findings
        messages.append([f.message for f in found if f.rule == "markup-mismatch"])
    assert messages[0] == []
    assert any(says in message for message in messages[1])


def test_a_parameter_without_its_stars_is_told() -> None:
    """Where the page sets all others, the one that lost them has slipped."""
    en = "Lamp\n====\n\nTake *oil* first.\n\nThen take *wick* again.\n\nAt last use *flame* here.\n"
    zh = "灯\n====\n\n先取 *oil* 。\n\n然后再取 *wick* 。\n\n最后在这里使用 flame 。\n"
    texts = {"x.zh.rst": zh, "x.en.rst": en}
    read = [parsed(name, text.encode()) for name, text in texts.items()]
    found = lint(alignments(read, "", fixed=True), (), Options(target="zh")).findings
    assert [
        f.place.text for f in found if f.rule == "markup-mismatch" and f.severity != "info"
    ] == ["flame"]


def test_a_row_of_a_list_table_without_a_cell_is_told() -> None:
    """Each row has as many cells as the others."""
    table = ".. list-table::\n\n   * - {}\n     - {}\n   * - {}\n     - {}\n"
    en = "Lamp\n====\n\n" + table.format("Day", "Hours", "Monday", "Six at night")
    zh = "灯\n====\n\n" + table.format("日期", "时间", "星期一", "夜里六点")
    messages = []
    for target in (zh, zh.replace("     - 夜里六点\n", "")):
        read = [parsed("x.zh.rst", target.encode()), parsed("x.en.rst", en.encode())]
        found = lint(alignments(read, "", fixed=True), (), Options(target="zh")).findings
        messages.append([f.message for f in found if f.rule == "markup-mismatch"])
    assert messages[0] == []
    assert any("cells" in message for message in messages[1])
