"""Markup that a translator fits to the readers is left alone; what is torn beside it is told."""

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.lint.finding import Finding
from zhen_align.pipeline import alignments, parsed

HEAD = 'msgid ""\nmsgstr ""\n"Language: zh_CN\\n"\n\n'


def told(texts: dict[str, str], target: str = "zh") -> list[Finding]:
    """Return the errors and warnings of a pair of pages, or of a catalogue."""
    read = [parsed(name, text.encode()) for name, text in texts.items()]
    found = lint(alignments(read, "", fixed=len(texts) > 1), (), Options(target=target)).findings
    return [f for f in found if f.severity != "info"]


def page(en: str, zh: str, ending: str = "md", target: str = "zh") -> list[str]:
    """Return what is said of a page."""
    return [f.message for f in told({f"x.zh.{ending}": zh, f"x.en.{ending}": en}, target)]


def catalogue(en: str, zh: str) -> list[str]:
    """Return what is said of a message, whose lines may be several."""
    said = f'{HEAD}msgid "{en}"\nmsgstr "{zh}"\n'
    return [f.message for f in told({"x.zh.po": said})]


FITTED = [
    # the same in two languages, of which a translator may write either
    ("Join the [forum](https://a.example/).", "加入[论坛](https://a.example/c/zh/)。", "md"),
    ("A [range](https://a.example/) of it.", "它的[范围](https://a.example/lang/zh-CN/)。", "md"),
    ("Open `http://<host>:80/a` now.", "现在打开 `http://<主机>:80/a`。", "md"),
    ("Run `ssh --tap <user>@b` now.", "现在运行 `ssh --tap <用户>@b`。", "md"),
    ('See <a href="#tap">it</a>.\n\n## Tap', '参见<a href="#龙头">它</a>。\n\n## 龙头', "md"),
    ("Run::\n\n   make tap\n\nGo on.", "运行：\n\n.. code:: sh\n\n   make tap\n\n继续。", "rst"),
    ("Here $x_{\\text{max}}^2$ is big.", "此处 $x_\\text{max}^{2}$ 很大。", "md"),
]


@pytest.mark.parametrize(("en", "zh", "ending"), FITTED)
def test_what_is_fitted_to_its_readers_is_left_alone(en: str, zh: str, ending: str) -> None:
    """In both directions where Chinese may be the source."""
    assert page(en, zh, ending) == []


def test_a_placeholder_in_code_may_be_translated_from_chinese() -> None:
    """The English has words where the Chinese has others; the rest must be the same."""
    zh = "现在打开 `http://<主机>:80/状态`。"
    assert page("Open `http://<host>:80/state` now.", zh, target="en") == []
    assert page("Open `http://<host>:81/state` now.", zh, target="en") != []


MESSAGES = [
    # a message, its translation, what was there before, what is told of that
    ("The table has 1.5 million rows.", '表有 150 "\n"万行。', ("150", "15"), "too small"),
    ("Sorted as <land>/<year>.", "按 <国家>/<年份> 排序。", ("<国家>", ""), "is not in"),
    (">>> import taps as t\\n", ">>> import taps as t\\n", (">>>", ">>"), ">>> is missing"),
    ("Move to _Bin", "移到回收站(_B)", ("(_B)", "（_B）"), "full-width"),
    ("Move to _bin now", "现在移到回收站(_B)", ("现在移到回收站(_B)", "Move to _bin now"), "left"),
    ("Here $\\\\frac{1}{n}$ is it.", "此处 $\\\\frac{1}{n}$ 即是。", ("\\\\f", "f"), "backslash"),
    ("\\\\frac{1}{n}", "\\\\frac{1}{n} 为", ("{n}", "{n"), "no partner"),
]


@pytest.mark.parametrize(("en", "zh", "edit", "message"), MESSAGES)
def test_what_is_torn_in_a_message_is_told(
    en: str, zh: str, edit: tuple[str, str], message: str
) -> None:
    """What a program reads, and numbers whose unit stands in the next line."""
    assert catalogue(en, zh) == []
    found = catalogue(en, zh.replace(*edit))
    assert [m for m in found if message in m] != [], found


def test_the_address_of_a_translator_has_no_source() -> None:
    """Catalogues name their translators in a message of its own."""
    assert catalogue("translator-credits", "王一 <wang@a.example>") == []


PAGES = [
    # a page, its translation, what was there before, what is told of that
    (
        "[![Tap](a.svg)](https://a.example/b)\n\nIt is on.",
        "[![龙头](a.svg)](https://a.example/b)\n\n它开着。",
        ("[![", "[["),
        "exclamation mark",
    ),
    (
        "![Tap](a.svg)\n[![Tap](b.svg)](https://a.example/b)\n\nIt is on.",
        "![龙头](a.svg)\n[![龙头](b.svg)](https://a.example/b)\n\n它开着。",
        ("[![", "!["),
        "a bracket is missing before this picture",
    ),
    (
        "Here $x_{ij}$ is the weight of it.",
        "此处 $x_{ij}$ 是它的权重。",
        ("{ij}", "ij"),
        "the braces of an index",
    ),
    ("Here $a \\gg b$ holds.", "此处 $a \\gg b$ 成立。", ("\\gg", "gg"), "a backslash of"),
    (
        "It is on.\n\n$$x_{ij} = 1$$\n\nGo on.",
        "它开着。\n\n$$x_{ij} = 1$$\n\n继续。",
        ("{ij}", "ij"),
        "has become",
    ),
    (
        "- `tap` {{optional_inline}}\n  - : It is on.",
        "- `tap` {{optional_inline}}\n  - : 它开着。",
        ("}}", "}"),
        "has lost a brace",
    ),
    (
        "## One {#one}\n\nSee [it](a.md#tap-it) and [b](b.md#old-b).\n\n## Two {#two}",
        "## 一 {#one}\n\n参见[它](a.md#tap-it)和[乙](b.md#old-b)。\n\n## 二 {#two}",
        ("#tap-it", "#打开它"),
        "has become",
    ),
    (
        "It needs Python 3.10 or later.",
        "它需要 Python 3.10 及以上版本。",
        ("3.10", "3.1"),
        "3.10",
    ),
    (
        "Run it:\n\n```sh\nmake tap --all\n```\n\nGo on.",
        "运行：\n\n```sh\nmake tap --all\n```\n\n继续。",
        (" --all", ""),
        "has become",
    ),
    (
        "- Old taps\n- Pumps\n- Priority queues\n- Water\n\nGo on.",
        "- 旧龙头\n- 水泵\n- 优先级队列\n- 水\n\n继续。",
        ("优先级队列", "Priority queues"),
        "left in English",
    ),
    (
        "---\ntitle: Taps\ndescription: >-\n  How the taps of it are opened.\n---\n\nIt is on.",
        "---\ntitle: 龙头\ndescription: >-\n  如何打开房屋的龙头。\n---\n\n它开着。",
        ("如何打开房屋的龙头。", "How the taps of it are opened."),
        "left in English",
    ),
]


@pytest.mark.parametrize(("en", "zh", "edit", "message"), PAGES)
def test_what_is_torn_on_a_page_is_told(
    en: str, zh: str, edit: tuple[str, str], message: str
) -> None:
    """Silent where it is whole."""
    assert page(en, zh) == []
    found = page(en, zh.replace(*edit))
    assert [m for m in found if message in m] != [], found


def test_an_id_is_missed_on_an_english_page_where_its_words_are_another() -> None:
    """What most programs make of a heading's words needs no id."""
    zh = "## 打开龙头 {#open}\n\n它开着。\n\n## 水泵 {#pump}\n\n它关着。"
    en = "## Opening taps {#open}\n\nIt is on.\n\n## Pump\n\nIt is off.\n\n{#end}"
    assert page(en.replace("\n\n{#end}", ""), zh, target="en") == []
    en = "## Opening taps\n\nIt is on.\n\n## Pump {#pump}\n\nIt is off."
    assert ["is lost" in m for m in page(en, zh, target="en")] == [True]


ADOC = """= Taps

Open it.

. Log in to the house.
. Open the tap:
+
[source,sh]
----
tap schedule list --now
tap open --all
----

Go on.
"""


def test_code_of_asciidoc_is_no_prose() -> None:
    """A line of it stands in both languages; a dash in it, and an item made a title, is told."""
    zh = ADOC
    words = {
        "Taps": "龙头",
        "Open it": "打开它",
        "Go on": "继续",
        "Log in to the house": "登录房屋",
    }
    for en_said, zh_said in {**words, "Open the tap:": "打开龙头：", ".\n": "。\n"}.items():
        zh = zh.replace(en_said, zh_said)
    assert page(ADOC, zh, "adoc") == []
    assert page(ADOC, zh.replace("--all", "—all"), "adoc") != []
    assert page(ADOC, zh.replace(". 打开", ".打开"), "adoc") != []
