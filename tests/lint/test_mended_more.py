"""More faults of markup that people mend: catalogues, AsciiDoc, lines of code, labels, names.

Each case is told before the fix and silent after it; the pages of `bench/mended` measure more.
"""

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.lint.finding import Finding
from zhen_align.pipeline import alignments, parsed

HEAD = 'msgid ""\nmsgstr ""\n"Language: zh_CN\\n"\n\n'


def told(texts: dict[str, str], *, info: bool = False) -> list[Finding]:
    """Return the errors and warnings of a pair of pages, or of one that holds both languages."""
    read = [parsed(name, text.encode()) for name, text in texts.items()]
    found = lint(alignments(read, "", fixed=len(texts) > 1), (), Options(target="zh")).findings
    return [f for f in found if info or f.severity != "info"]


def messages(pairs: list[tuple[str, str]]) -> str:
    """Return a catalogue."""
    return HEAD + "\n".join(f'msgid "{en}"\nmsgstr "{zh}"\n' for en, zh in pairs)


CATALOGUE = [
    # a message, its mended translation, what stood there before, what is told
    ("The pump %s is on.\\n", "水泵 %s 已打开。\\n", ("。\\n", "。"), "has no line end"),
    ("The pump is on.", "水泵已打开。", ("。", "。\\n"), "has a line end"),
    ("It took %.1f s.", "用时 %.1f 秒。", ("%.1f", "%.2f"), "%.1f has become %.2f"),
    ("It took %lu s.", "用时 %lu 秒。", ("%lu", "%u"), "%lu has become %u"),
    ("%s has %d taps", "%2$d 个龙头属于 %1$s", ("%1$s", "%3$s"), "%s has become %3$s"),
    ("About %d%% done", "已完成约 %d%%", ("%%", "%"), "%% is not in"),
    ("The <b>pump</b> is on.", "<b>水泵</b>已打开。", ("<b>水泵</b>", "水泵"), "<b> is not in"),
    ("**Note**: it is on.", "**注意**：它开着。", ("意**", "意"), "the emphasis is not closed"),
    (
        "Use:\\n  -a  open it\\n  -b  shut it",
        "用法：\\n  -a  打开\\n  -b  关闭",
        ("-b", "-d"),
        "-b is",
    ),
    (
        "Use:\\n  open\\n  shut",
        "用法：\\n  打开\\n  关闭",
        ("打开\\n  ", "打开"),
        "run into one another",
    ),
    ("Run it with --all taps.", "用 --all 运行所有龙头。", ("--all", "--al"), "--all is not in"),
    ("Hello :name, it is on.", ":name，您好，它开着。", (":name", "：name"), ":name is not in"),
    (
        "{n, plural, other {# taps}}",
        "{n, plural, other {# 个龙头}}",
        ("plural", "复数"),
        "{n,plural is not in",
    ),
    ("Press Ctrl+C to stop the pump.", "按 Ctrl+C 停止水泵。", ("+C", "+V"), "Ctrl+C has become"),
    (
        "It is in /etc/pump/tap.",
        "它在 /etc/pump/tap 中。",
        ("tap", "top"),
        "/etc/pump/tap has become",
    ),
    (
        "At {time:HH:mm} it is on.",
        "{time:HH:mm} 时它开着。",
        ("HH", "hh"),
        "{time:HH:mm} has become",
    ),
]


@pytest.mark.parametrize(("en", "zh", "edit", "message"), CATALOGUE)
def test_faults_of_a_message_are_told(
    en: str, zh: str, edit: tuple[str, str], message: str
) -> None:
    """A program that shows the message would stumble over it."""
    faulty = zh.replace(*edit)
    assert faulty != zh
    assert told({"x.zh.po": messages([(en, zh)])}) == []
    found = [f.message for f in told({"x.zh.po": messages([(en, faulty)])})]
    assert [m for m in found if message in m] != [], found


def test_an_accelerator_is_missed_where_others_are_kept() -> None:
    """Whether menus have keys at all is the translator's choice; losing one is not."""
    kept = [("&Open", "打开(&O)"), ("&Close", "关闭(&C)")]
    lost = told({"x.zh.po": messages([*kept, ("&Save it", "保存")])})
    assert [f.message for f in lost] == ["the key &S is not in the translation"]
    assert told({"x.zh.po": messages([("&Open", "打开"), ("&Save it", "保存")])}) == []


# format, English, mended Chinese, what stood there before, what is told; English is the gloss
PAGES = [
    ("md", "The tap.[^a]\n\n[^a]: Old.\n", "龙头。[^a]\n\n[^a]: 旧的。\n", ("。[^a]", "。"), "^a"),
    ("md", "See [it][p].\n\n[p]: a/b\n", "见[它][p]。\n\n[p]: a/b\n", ("[它][p]", "它"), "p"),
    (
        "md",
        "---\nhide_title: true\nweight: 3\n---\n\nIt is on.\n",
        "---\nhide_title: true\nweight: 4\n---\n\n它开着。\n",
        ("hide_title", "hide_titel"),
        "hide_titel",
    ),
    (
        "md",
        "---\nhide_title: true\nweight: 3\n---\n\nIt is on.\n",
        "---\nhide_title: true\nweight: 4\n---\n\n它开着。\n",
        ("true", "false"),
        "hide_title: false",
    ),
    ("md", "***Note:*** it is on.\n", "***注意：*** 它开着。\n", ("：***", "：**"), "**"),
    (
        "md",
        "See [it][p].\n\n[p]: ch2-taps.html\n",
        "见[它][p]。\n\n[p]: ch2-taps.html\n",
        ("taps", "tap"),
        "[p]: ch2-tap.html",
    ),
    (
        "md",
        "Read <https://a.example/b> first.\n",
        "请先读 <https://a.example/b>。\n",
        (">", ""),
        "<https://a.example/b",
    ),
    (
        "md",
        "It is on.\n\n<!-- old tap -->\n",
        "它开着。\n\n<!-- old tap -->\n",
        (" -->\n", "\n"),
        "<!-- old tap\n",
    ),
    (
        "md",
        "[Tap](a.md){ .button }\n",
        "[龙头](a.md){ .button }\n",
        ("button", "按钮"),
        "{ .按钮 }",
    ),
    (
        "md",
        "<!-- taps -->\n\nIt is on.\n",
        "<!-- taps -->\n\n它开着。\n",
        ("taps", "龙头"),
        "<!-- 龙头 -->",
    ),
    (
        "md",
        "See the [tap](../a.md#hot) first.\n",
        "请先看[龙头](../a.md#hot)。\n",
        ("#hot", ""),
        "[龙头](../a.md)",
    ),
    (
        "md",
        "With $a$ we have $b = \\frac{a}{2}$ here.\n",
        "由$a$得$b = \\frac{a}{2}$。\n",
        ("$b = \\frac{a}{2}$", "b = \\frac{a}{2}"),
        "\\frac",
    ),
    (
        "md",
        "Here $\\alpha$ is the slope.\n",
        "其中$\\alpha$是斜率。\n",
        ("alpha", "beta"),
        "$\\beta$",
    ),
    (
        "md",
        "Open `src/main.rs` now.\n",
        "现在打开 `src/main.rs`。\n",
        ("main", "主"),
        "`src/主.rs`",
    ),
    ("md", "It is `'low'` now.\n", "现在是 `'low'`。\n", ("low", "低"), "`'低'`"),
    (
        "md",
        "Set it:\n\n```yaml\ntap:\n  hot: 1\n  cold: 2\n  warm: 3\n  mild: 4\n```\n",
        "设置：\n\n```yaml\ntap:\n  hot: 1\n  cold: 2\n  warm: 3\n  mild: 4\n```\n",
        ("  warm", "warm"),
        "warm: 3",
    ),
    (
        "md",
        "Set it:\n\n```yaml\ntap:\n  hot: 1\n  cold: 2\n  warm: 3\n```\n",
        "设置：\n\n```yaml\ntap:\n  hot: 1\n  cold: 2\n  warm: 3\n```\n",
        ("  cold: 2\n", ""),
        "",
    ),
    (
        "md",
        "Set it:\n\n```yaml\ntap:\n  hot: 1\n  cold: 2\n```\n",
        "设置：\n\n```yaml\ntap:\n  hot: 1\n  cold: 2\n```\n",
        ("cold", "冷水"),
        "冷水: 2",
    ),
    (
        "md",
        "import Tap from '@taps/Tap';\n\nIt is on.\n",
        "import Tap from '@taps/Tap';\n\n它开着。\n",
        ("taps/Tap", "taps/Top"),
        "import Tap from '@taps/Top';",
    ),
    (
        "rst",
        "Tap\n===\n\nIt is on [#a]_ today.\n\n.. [#a] Hot.\n",
        "龙头\n====\n\n今天它开着 [#a]_。\n\n.. [#a] 热的。\n",
        (" [#a]_", ""),
        "#a",
    ),
    (
        "rst",
        "Tap\n===\n\nSee Pump_ first.\n\n.. _Pump: https://a.example/\n",
        "龙头\n====\n\n请先看 Pump_ 。\n\n.. _Pump: https://a.example/\n",
        ("Pump_ ", "Pump "),
        "Pump",
    ),
    (
        "rst",
        "Tap\n===\n\n.. note::\n\n   It is on.\n",
        "龙头\n====\n\n.. note::\n\n   它开着。\n",
        ("   它", "它"),
        ".. note::",
    ),
    (
        "rst",
        "Tap\n===\n\nSee `the tap <https://a.example/b>`_ first.\n",
        "龙头\n====\n\n请先看 `龙头 <https://a.example/b>`_ 。\n",
        ("龙头 <", "龙头<"),
        "`龙头<https://a.example/b>`_",
    ),
    (
        "rst",
        "Tap\n===\n\nWrite this::\n\n   tap.open(1)\n",
        "龙头\n====\n\n写下这些::\n\n   tap.open(1)\n",
        ("::\n", "：\n"),
        "tap.open(1)",
    ),
    (
        "rst",
        "Tap\n===\n\n:param str name: its name\n:returns: the tap\n",
        "龙头\n====\n\n:param str name: 名称\n:returns: 龙头\n",
        ("name:", "名字:"),
        ":param str 名字:",
    ),
    (
        "rst",
        "Tap\n===\n\n.. image:: a.png\n   :align: center\n",
        "龙头\n====\n\n.. image:: a.png\n   :align: center\n",
        ("center", "居中"),
        "居中",
    ),
    (
        "rst",
        "Tap\n===\n\n.. function:: open(flag='c')\n\n   Opens it; *flag* says how it is opened.\n",
        "龙头\n====\n\n.. function:: open(flag='c')\n\n   打开它；*flag* 说明如何打开。\n",
        ("*flag*", "*标志*"),
        "*标志*",
    ),
    (
        "rst",
        "Tap\n===\n\n.. math::\n\n   y = a x + b\n",
        "龙头\n====\n\n.. math::\n\n   y = a x + b\n",
        ("+ b", "- b"),
        ".. math::\n\n   y = a x - b",
    ),
    (
        "adoc",
        "= Tap\n\nNOTE: It is on.\n",
        "= 龙头\n\nNOTE: 它开着。\n",
        ("NOTE: ", "注意："),
        "注意：",
    ),
    (
        "adoc",
        "= Tap\n:v: 2.4\n\nIt is on.\n",
        "= 龙头\n:v: 2.4\n\n它开着。\n",
        ("2.4", "2.3"),
        ":v: 2.3",
    ),
    (
        "adoc",
        "= Tap\n\n== Hot\n\nIt is on.\n",
        "= 龙头\n\n== 热\n\n它开着。\n",
        ("== 热", "==热"),
        "==",
    ),
    (
        "adoc",
        "= Tap\n\n----\ntap --open=1\n----\n\nIt is on.\n",
        "= 龙头\n\n----\ntap --open=1\n----\n\n它开着。\n",
        ("=1\n----", "=1"),
        "----",
    ),
    (
        "adoc",
        "= Tap\n\n----\ntap --open=1\n----\n\nIt is on.\n",
        "= 龙头\n\n----\ntap --open=1\n----\n\n它开着。\n",
        ("--open", "--shut"),
        "tap --shut=1",
    ),
    (
        "adoc",
        "= Tap\n\nTap {v} is on, see xref:a.adoc[it].\n",
        "= 龙头\n\n龙头 {v} 开着，见 xref:a.adoc[它]。\n",
        ("{v}", "{版本}"),
        "{版本}",
    ),
]


@pytest.mark.parametrize(("ending", "en", "zh", "edit", "place"), PAGES)
def test_a_fault_of_a_page_is_told(
    ending: str, en: str, zh: str, edit: tuple[str, str], place: str
) -> None:
    """The faulty page has this finding and the mended one has none."""
    faulty = zh.replace(*edit, 1)
    assert faulty != zh
    assert told({f"x.zh.{ending}": zh, f"x.en.{ending}": en}) == []
    found = told({f"x.zh.{ending}": faulty, f"x.en.{ending}": en})
    marked = [f.place.text for f in found if f.rule == "markup-mismatch"]
    assert place in marked, found


SOUND = [
    (
        "md",
        "See [it](https://p.example/#eNo9jUEKgzA).\n",
        "见[它](https://p.example/#eNpFjk0KgzB)。\n",
    ),
    ("md", "Open `your/file.md` now.\n", "现在打开 `你的/文件.md`。\n"),
    (
        "md",
        "Say `'hello'`.\n\n```py\nsay('hello')\n```\n",
        "说 `'你好'`。\n\n```py\nsay('你好')\n```\n",
    ),
    (
        "md",
        "Set it:\n\n- Here:\n\n  ```yaml\n  tap:\n    hot: 1\n  ```\n",
        "设置：\n\n- 此处：\n\n  ```yaml\n    tap:\n      hot: 1\n  ```\n",
    ),
    (
        "md",
        "Set it:\n\n```py\nopen(1)  # hot\n# and then\nshut(2)\nwait(3)\n```\n",
        "设置：\n\n```py\nopen(1)  # 热\nshut(2)\nwait(3)\n```\n",
    ),
    ("md", "Press Ctrl+C or Enter to go on.\n", "按 Ctrl-C 或回车键继续。\n"),
    (
        "md",
        "<!-- Old taps. Do not move them away. -->\n\nIt is on.\n",
        "<!-- Old taps. Do not move them away. -->\n\n它开着。\n",
    ),
    (
        "rst",
        "In this chapter you see how\n:class:`~tap.Tap` shuts off the water.\n",
        "本章介绍\n:class:`~tap.Tap` 如何关闭水源。\n",
    ),
    (
        "md",
        "- [Hot taps](#hot-taps)\n\n## Hot taps[[hot-taps]]\n\nThey burn.\n",
        "- [热水龙头](#hot-taps)\n\n## 热水龙头[[hot-taps]]\n\n它们烫手。\n",
    ),
    (
        "md",
        "Show it:\n\n```html\n<p>\n  It runs for two\n  hours and then stops.\n</p>\n```\n",
        "显示：\n\n```html\n<p>\n  水流两小时后停止。\n</p>\n```\n",
    ),
    (
        "md",
        '<?code-excerpt "lib/tap.dart (Tap)"?>\n\nThe tap is on.\n',
        "龙头开着。\n",
    ),
    (
        "md",
        '## hotTap <Badge type="tip" text="^1.3" />\n\nIt is on.\n',
        '## hotTap <Badge type="tip" text="^1.3" />\n\n它开着。\n',
    ),
    ("po", messages([("&Open\\tCtrl+O", "")]), messages([("&Open\\tCtrl+O", "打开(&O)\\tCtrl+O")])),
]


@pytest.mark.parametrize(("ending", "en", "zh"), SOUND)
def test_what_may_differ_is_silent(ending: str, en: str, zh: str) -> None:
    """Programs in addresses, the reader's own names, comments, and how far a block is set in."""
    assert told({f"x.zh.{ending}": zh, f"x.en.{ending}": en}) == []


LABELS = [
    (
        "md",
        "<details>\n<summary>Other taps</summary>\n\nOne is on.\n\n</details>\n",
        "Other taps",
        "其他龙头",
    ),
    (
        "md",
        ":::{figure} a/b.png\n:name: tap\n\nHow the tap is opened\n:::\n\nOne is on.\n",
        "How the tap is opened",
        "如何打开龙头",
    ),
    (
        "rst",
        "Tap\n===\n\n.. module:: tap\n   :synopsis: Opens taps on time.\n\nOne is on.\n",
        "Opens taps on time.",
        "按时打开龙头。",
    ),
    (
        "rst",
        "Tap\n===\n\n.. list-table:: Valves\n\n   * - One valve\n     - Two\n",
        "Valves",
        "阀门",
    ),
    ("rst", "Opening the tap\n===============\n\nOne is on.\n", "Opening the tap", "打开龙头"),
    (
        "adoc",
        "= Tap\n\n.Old kinds of taps\n* One\n\nOne is on.\n",
        "Old kinds of taps",
        "旧的龙头种类",
    ),
    ("md", "You may [open the old tap](a.md) now.\n", "open the old tap", "打开旧龙头"),
]
WORDS = {"One is on.": "一个开着。", "One valve": "一个阀门", "Two": "两个", "\nOne.": "\n一个。"}
WORDS |= {
    "Tap\n===": "龙头\n====",
    "= Tap": "= 龙头",
    "* One": "* 一个",
    "You may ": "你可以",
    " now.": "。",
}


@pytest.mark.parametrize(("ending", "en", "label", "mended"), LABELS)
def test_labels_left_in_english_are_told(ending: str, en: str, label: str, mended: str) -> None:
    """Summaries, captions, titles and the words of links, where the rest is translated."""
    faulty = en
    for word, translation in WORDS.items():
        faulty = faulty.replace(word, translation)
    good = faulty.replace(label, mended)
    found = [told({f"x.zh.{ending}": zh, f"x.en.{ending}": en}) for zh in (faulty, good)]
    left = [[f.place.text for f in each if f.rule == "untranslated"] for each in found]
    assert left == [[label], []]


XLIFF = """<xliff version="1.2"><file source-language="en" target-language="zh-CN" original="a">
<body><trans-unit id="a"><source>Press &lt;b&gt;it&lt;/b&gt; <g id="2">now</g></source>
<target>ZH</target></trans-unit></body></file></xliff>
"""


@pytest.mark.parametrize(
    ("zh", "said"),
    [
        ('<g id="2">现在</g>按&lt;b&gt;它&lt;/b&gt;', ""),
        ('<g id="3">现在</g>按&lt;b&gt;它&lt;/b&gt;', 'the mark "2"'),
        ('<g id="2">现在</g>按&lt;b&gt;它&lt;b&gt;', "<b> has no end"),
    ],
)
def test_tags_of_exchange_files_are_kept(zh: str, said: str) -> None:
    """Inline marks are known by their number; tags of the text are written as entities."""
    found = [f.message for f in told({"x.xlf": XLIFF.replace("ZH", zh)})]
    assert bool(found) == bool(said)
    assert all(said in message for message in found), found
