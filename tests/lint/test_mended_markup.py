"""Markup that people mend in documentation: told before the fix, silent after it.

The pages of `bench/mended` measure more of this; here each test of the rules has its own case.
"""

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.lint.finding import Finding
from zhen_align.pipeline import alignments, parsed

MD = "md"
RST = "rst"


def findings(ending: str, en: str, zh: str, target: str = "zh") -> list[Finding]:
    """Return the errors and warnings of a pair of pages."""
    read = [parsed(f"x.zh.{ending}", zh.encode()), parsed(f"x.en.{ending}", en.encode())]
    report = lint(alignments(read, "", fixed=True), (), Options(target=target))
    return [f for f in report.findings if f.severity != "info"]


# format, English, mended Chinese, what stood there before, what is told; English is the gloss
CASES = [
    (
        MD,
        "<div>\n\nThe pump is on.\n\n</div>\n\nIt runs.\n",
        "<div>\n\n水泵已打开。\n\n</div>\n\n它在运行。\n",
        ("</div>\n", ""),
        ["<div>"],
    ),
    (
        MD,
        "{{< note >}}\nThe pump is on.\n{{< /note >}}\n",
        "{{< note >}}\n水泵已打开。\n{{< /note >}}\n",
        ("{{< /", "{{< "),
        ["{{< note >}}"],
    ),
    (
        MD,
        "{{< note >}}\nThe pump is on.\n{{< /note >}}\n",
        "{{< note >}}\n水泵已打开。\n{{</ note >}}\n",
        ("{{</ note >}}", "{{< /tip >}}"),
        ["{{< note >}}"],
    ),
    (
        MD,
        ":begin_tab:`a`\nThe pump is on.\n:end_tab:\n",
        ":begin_tab:`a`\n水泵已打开。\n:end_tab:\n",
        (":end_tab:", ""),
        [":begin_tab:"],
    ),
    (MD, "The **pump** is on.\n", "**水泵**已打开。\n", ("泵**", "泵"), ["**"]),
    (MD, "The **pump** is on.\n", "这台**水泵**已打开。\n", ("**水泵**", "** 水泵 **"), ["**"]),
    (
        MD,
        "Let $a = 1$ be the flow and $b$ the time.\n",
        "设$a = 1$为流量，$b$为时间。\n",
        ("$b$", "$b"),
        ["$"],
    ),
    (
        MD,
        "# Pump\n\n## Valve\n\nIt is on.\n",
        "# 水泵\n\n## 阀门\n\n它开着。\n",
        ("## ", "##"),
        ["##"],
    ),
    (
        MD,
        "| Part | Use |\n| --- | --- |\n| pump | water |\n",
        "| 部件 | 用途 |\n| --- | --- |\n| 水泵 | 供水 |\n",
        ("| --- | --- |", "| --- |"),
        ["| --- |"],
    ),
    (
        MD,
        "| Part | Use |\n| --- | --- |\n| pump | water |\n",
        "| 部件 | 用途 |\n| --- | --- |\n| 水泵 | 供水 |\n",
        ("| 供水 |", "|"),
        ["| 水泵 |"],
    ),
    (
        MD,
        "See [the pump][p] first.\n\n[p]: https://a.example/p\n",
        "请先看[水泵][p]。\n\n[p]: https://a.example/p\n",
        ("[水泵][p]", "[水泵][q]"),
        ["[水泵][q]"],
    ),
    (
        MD,
        "It needs 3 litres.[^a]\n\n[^a]: Each hour.\n",
        "它需要 3 升。[^a]\n\n[^a]: 每小时。\n",
        ("[^a]: ", "注："),
        ["[^a]"],
    ),
    (MD, "One line<br>more.\n", "一行<br>更多。\n", ("<br>", "<br/"), ["<br/"]),
    (MD, "It is 3&nbsp;m.\n", "它长 3&nbsp;米。\n", ("&nbsp;", "&nbsp"), ["&nbsp"]),
    (MD, "Use {{Pump}} here.\n", "在此使用 {{Pump}}。\n", ("{{Pump}}", "{{Pump}"), ["{{Pump}"]),
    (
        MD,
        "See [the pump](#pump).\n\n# Pump {#pump}\n\nIt is on.\n",
        "参见[水泵](#pump)。\n\n# 水泵 {#pump}\n\n它开着。\n",
        ("(#pump)", "(#水泵)"),
        ["水泵"],
    ),
    (
        MD,
        "# Pump {#pump}\n\nIt is on.\n\n## Valve {#valve}\n\nIt is off.\n",
        "# 水泵 {#pump}\n\n它开着。\n\n## 阀门 {#valve}\n\n它关着。\n",
        (" {#valve}", ""),
        [""],
    ),
    (
        MD,
        "(pump)=\n# Pump\n\nSee {ref}`pump` again.\n",
        "(pump)=\n# 水泵\n\n再看 {ref}`pump`。\n",
        ("(pump)=\n", ""),
        ["pump"],
    ),
    (
        MD,
        "::: tip\nIt is on.\n:::\n",
        "::: tip\n它开着。\n:::\n",
        ("::: tip", ":: tip"),
        [":: tip"],
    ),
    (MD, "> [!NOTE]\n> It is on.\n", "> [!NOTE]\n> 它开着。\n", ("NOTE", "注意"), ["> [!注意]"]),
    (
        MD,
        "See {ref}`pump` first.\n",
        "请先看 {ref}`pump`。\n",
        ("{ref}`", "{ref} `"),
        ["{ref} "],
    ),
    (
        MD,
        "---\ntitle: The pump\nid: pump\n---\n\nIt is on.\n",
        "---\ntitle: 水泵\nid: pump\n---\n\n它开着。\n",
        ("id: pump", "编号: pump"),
        ["编号:"],
    ),
    (
        MD,
        "---\ntitle: The pump\nid: pump\n---\n\nIt is on.\n",
        "---\ntitle: 水泵\nid: pump\n---\n\n它开着。\n",
        ("id: pump", "id: 水泵"),
        ["id: 水泵"],
    ),
    (
        MD,
        "- Open it.\n- Close it.\n- Clean it now.\n- Fill it.\n- Empty it.\n",
        "- 打开它。\n- 关闭它。\n- 现在清洁它。\n- 装满它。\n- 清空它。\n",
        ("- 清空", "-清空"),
        ["-"],
    ),
    (
        MD,
        '{{< feature state="beta" for="1.4" >}}\n\nIt is on.\n',
        '{{< feature for="1.4" state="beta" >}}\n\n它开着。\n',
        ("1.4", "1.3"),
        ['{{< feature for="1.3" state="beta" >}}'],
    ),
    (
        MD,
        '<img id="pump" src="a.png">\n\nIt is on.\n',
        '<img id="pump" src="a.png">\n\n它开着。\n',
        ('"pump"', '"水泵"'),
        ['<img id="水泵" src="a.png">'],
    ),
    (
        MD,
        "{% include x.html %}\n\nIt is on.\n",
        "{% include x.html %}\n\n它开着。\n",
        ("x.html", "y.html"),
        ["{% include y.html %}"],
    ),
    (
        MD,
        "The pump is on.\n\n```rust,ignore\nlet a = 1;\nrun(a);\n```\n",
        "水泵已打开。\n\n```rust,ignore\nlet a = 1;\nrun(a);\n```\n",
        ("rust,ignore", "rust"),
        ["```rust"],
    ),
    (
        MD,
        "Run it:\n\n```\nfind('?', here)\n```\n",
        "运行：\n\n```\nfind('?', here)\n```\n",
        ("'?', h", "'？', h"),
        ["find('？', here)"],
    ),
    (
        MD,
        "The `a`, `b`, `c`, `d` and `e` are set.\n\nThen set `hot_tap` to on.\n",
        "`a`、`b`、`c`、`d` 和 `e` 已设置。\n\n然后将 `hot_tap` 设为打开。\n",
        ("`hot_tap`", "hot_tap"),
        ["hot_tap"],
    ),
    (
        MD,
        "| Tap | Use |\n| --- | --- |\n| `hot` | For the tea |\n| `cold` | For the dog |\n",
        "| 龙头 | 用途 |\n| --- | --- |\n| `hot` | 用来泡茶 |\n| `cold` | 给狗喝 |\n",
        ("| `cold` | 给狗喝 |\n", ""),
        [""],
    ),
    (
        RST,
        "Pump\n====\n\nThe state of ``pump`` is kept.\n",
        "水泵\n====\n\n``pump`` 的状态会保留。\n",
        ("``pump``", "`pump`"),
        ["`pump`"],
    ),
    (
        RST,
        "Pump\n====\n\nCall ``pump()`` to start it.\n",
        "水泵\n====\n\n调用 ``pump()`` 启动它。\n",
        ("``pump()``", "``pump()"),
        ["``"],
    ),
    (
        RST,
        "Pump\n====\n\n.. note::\n\n   It is on, and it stays so all day.\n",
        "水泵\n====\n\n.. note::\n\n   它开着，而且会整天开着。\n",
        ("note::", "注意::"),
        [".. 注意::"],
    ),
    (
        RST,
        "Pump\n====\n\nIt uses :class:`Pump` for this.\n",
        "水泵\n====\n\n为此它使用 :class:`Pump`。\n",
        (":class:`", "：class:`"),
        ["：class:"],
    ),
    (
        RST,
        "Pump\n====\n\nIt returns :const:`None` here.\n",
        "水泵\n====\n\n在此返回 :const:`None`。\n",
        (":const:`None`", ":const:``None``"),
        [":const:``None``"],
    ),
    (
        RST,
        "Pump\n====\n\n.. versionchanged:: 3.2\n   It is faster than it was.\n",
        "水泵\n====\n\n.. versionchanged:: 3.2\n   它比以前更快。\n",
        ("3.2", "3.1"),
        ["3.1"],
    ),
    (
        RST,
        "Pump\n====\n\n.. image:: img/pump.png\n   :width: 80%\n\nIt is on.\n",
        "水泵\n====\n\n.. image:: img/pump.png\n   :width: 80%\n\n它开着。\n",
        ("80%", "8%"),
        ["8%"],
    ),
    (
        RST,
        "Pump\n====\n\nIt is by :ref:`pump <p>` here.\n",
        "水泵\n====\n\n它在 :ref:`水泵 <p>` 旁边，\n又见 :ref:`水泵 <p>`，再见 :ref:`水泵 <p>`。\n",
        ("又见 :ref:", "又见:ref:"),
        [":ref:`水泵 <p>`"],
    ),
    (
        "html",
        "<p>The <em>pump</em> is on.</p><pre>pump --start now</pre>",
        "<p><em>水泵</em>已打开。</p><pre>pump --start now</pre>",
        ("</em>", ""),
        ["<em>"],
    ),
    (
        "html",
        "<p>The <em>pump</em> is on.</p><pre>pump --start now</pre>",
        "<p><em>水泵</em>已打开。</p><pre>pump --start now</pre>",
        ("--start", "--stop"),
        ["<pre>pump --stop now</pre>"],
    ),
]


@pytest.mark.parametrize(("ending", "en", "zh", "edit", "told"), CASES)
def test_a_fault_is_told_and_its_fix_is_silent(
    ending: str, en: str, zh: str, edit: tuple[str, str], told: list[str]
) -> None:
    """The faulty page has this finding and the mended one has none."""
    faulty = zh.replace(*edit)
    assert faulty != zh
    assert [f.message for f in findings(ending, en, zh)] == []
    assert told[0] in [f.place.text for f in findings(ending, en, faulty)]


LEAN = [
    ("**注意：** 水泵已打开。", []),
    ("**注意**：水泵已打开。", []),
    ("**注意：**水泵已打开。", ["**"]),
    ("打开**“水泵”** 。", ["**"]),
    ("**`pump`**\u200b 已打开。", []),
]


@pytest.mark.parametrize(("zh", "told"), LEAN)
def test_bold_marks_need_room(zh: str, told: list[str]) -> None:
    """A closing mark between a colon and a letter closes nothing in most programs."""
    read = [parsed("x.zh.md", zh.encode()), parsed("x.en.md", b"**Note:** `pump` is on.\n")]
    found = lint(alignments(read, "", fixed=True), (), Options(target="zh")).findings
    cramped = [f for f in found if "a letter outside" in f.message]
    assert [f.place.text for f in cramped] == told
    assert all(f.severity == "info" for f in cramped)


def test_tables_may_have_no_bars_at_their_ends() -> None:
    """What stands above a rule with bars in it is the head of a table."""
    en = "Tap | Use\n--- | ---\n`hot` | Filled by `pump`\n"
    zh = "龙头 | 用途\n--- | ---\n`hot` | Filled by `pump`\n"
    assert [f.place.text for f in findings(MD, en, zh)] == ["Filled by `pump`"]


UNTRANSLATED = [
    ("# 水泵\n\n## 打开\n\n它开着。\n", "## 打开", "## Open the tap", "Open the tap"),
    ("---\ntitle: 打开水泵\n---\n\n它开着。\n", "打开水泵", "How to open the pump", ""),
    ("- 打开它。\n- 全部清空。\n", "全部清空。", "Close it.", "Close it."),
]


@pytest.mark.parametrize(("zh", "mended", "faulty", "told"), UNTRANSLATED)
def test_short_passages_are_told(zh: str, mended: str, faulty: str, told: str) -> None:
    """Headings, titles and items that stand there as in the source are untranslated."""
    en = (
        "---\ntitle: How to open the pump\n---\n\n# Pump\n\n## Open the tap\n\nIt is on.\n\n"
        "- Open it.\n- Close it.\n"
    )
    spoilt = zh.replace(mended, faulty)
    found = [f.place.text for f in findings(MD, en, spoilt) if f.rule == "untranslated"]
    assert found == [told or faulty]


def test_names_stay_as_they_are() -> None:
    """A heading in capitals that sentences write so too is a name."""
    en = "# Tools\n\n## Open Water\n\nOpen Water is a tool.\n\n## Taps\n\nAll.\n\n## Pumps\n\nOn.\n"
    zh = "# 工具\n\n## Open Water\n\nOpen Water 是工具。\n\n## 龙头\n\n全部。\n\n## 水泵\n\n开。\n"
    assert findings(MD, en, zh) == []


def test_a_note_of_the_translator_is_no_addition() -> None:
    """What says that the translator speaks was not taken from the source."""
    en = "# Pump\n\nThe pump is on.\n\nThe valve is closed.\n"
    note = "译者注：本文中的水泵均指电动水泵，共有 3 种型号。"
    zh = f"# 水泵\n\n{note}\n\n水泵已打开。\n\n阀门已关闭。\n"
    assert findings(MD, en, zh) == []


def test_an_id_may_be_added_in_chinese() -> None:
    """Where English is the target, its headings are their own ids."""
    assert findings(MD, "# Pump\n\nIt is on.\n", "# 水泵 {#pump}\n\n它开着。\n", target="en") == []
