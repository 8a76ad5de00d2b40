"""Headings, cells, labels and fragments left in English: told as wording, silent as names."""

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.lint.wording import is_wording
from zhen_align.pipeline import alignments, parsed

EN = """# Pump

## Before you begin

Harrow runs here.

## Closing the tap

| Setting | What it does |
| --- | --- |
| HTTP proxy | Address of a server |
| `size` | Removed in 3.2 |
| Red tap | Closes the pump |

<Tab label="With Harrow">

Use `close` instead.

</Tab>

=== "Plain manifests"

    The `size` argument.
"""
ZH = """# 水泵

## 开始之前

Harrow 在此运行。

## 关闭龙头

| 设置 | 作用 |
| --- | --- |
| HTTP 代理 | 服务器的地址 |
| `size` | 在 3.2 中移除 |
| 红色龙头 | 关闭水泵 |

<Tab label="使用 Harrow">

请改用 `close`。

</Tab>

=== "普通清单"

    参数 `size`。
"""


def told(en: str, zh: str, ending: str = "md") -> list[str]:
    """Return what is told of a Chinese page."""
    read = [parsed(f"x.zh.{ending}", zh.encode()), parsed(f"x.en.{ending}", en.encode())]
    report = lint(
        alignments(read, "", fixed=True), (), Options(target="zh", only=("untranslated",))
    )
    return [f.place.text for f in report.findings]


LEFT = [
    ("## 开始之前", "## Before you begin", "Before you begin"),
    ("作用", "What it does", "What it does"),
    ("HTTP 代理", "HTTP proxy", "HTTP proxy"),
    ("在 3.2 中移除", "Removed in 3.2", "Removed in 3.2"),
    ("红色龙头", "Red tap", "Red tap"),
    ("使用 Harrow", "With Harrow", "With Harrow"),
    ("请改用 `close`。", "Use `close` instead.", "Use `close` instead."),
    ("普通清单", "Plain manifests", "Plain manifests"),
    ("参数 `size`。", "The `size` argument.", "The `size` argument."),
]


@pytest.mark.parametrize(("mended", "faulty", "found"), LEFT)
def test_wording_is_told(mended: str, faulty: str, found: str) -> None:
    """A unit of the source that stands on the page as it is was left."""
    assert ZH.count(mended) == 1
    assert told(EN, ZH) == []
    assert told(EN, ZH.replace(mended, faulty)) == [found]


KEPT = [
    ("## Docker Compose", "## Docker Compose"),  # in capitals, where the page writes small
    ("- Plover Pi Zero", "- Plover Pi Zero"),
    ("- [How to sow a lemon](https://a.example)", "- [How to sow a lemon](https://a.example)"),
    ("- [easy to sow][sow]", "- [easy to sow][sow]"),
    ("| Type |\n| --- |\n| string or number |", "| 类型 |\n| --- |\n| string or number |"),
    ("## Beam search\n\nWe use beam search.", "## Beam search\n\n我们采用 beam search。"),
    ("| Word |\n| --- |\n| log in |", "| 词 |\n| --- |\n| log in |"),
    ("!!! quote\n    All of it is in the tap.", "!!! quote\n    All of it is in the tap."),
    ("Copyright 2021 the authors of the pump.", "Copyright 2021 the authors of the pump."),
    (
        "Permission is hereby granted to any person to use it.",
        "Permission is hereby granted to any person to use it.",
    ),
]


@pytest.mark.parametrize(("en", "zh"), KEPT)
def test_names_terms_and_licences_stay(en: str, zh: str) -> None:
    """What stays in English on purpose is not told."""
    assert told(f"{EN}\n{en}\n", f"{ZH}\n{zh}\n") == []


def test_a_column_of_english_is_data() -> None:
    """Where a column holds words of English and no Chinese, it is about them."""
    en = "# Words\n\n| Form | Use |\n|---|---|\n| Red tap | A |\n| Blue tap | B |\n"
    zh = "# 词语\n\n| 形式 | 用途 |\n|---|---|\n| Red tap | 甲 |\n| Blue tap | 乙 |\n"
    assert told(en, zh) == []
    assert told(en, zh.replace("Blue tap", "蓝色龙头")) == ["Red tap"]


def test_what_shortcodes_and_elements_show() -> None:
    """Names of tabs, heads of columns, labels before code, and the text of an element."""
    en = (
        '# Pump\n\nIt is on.\n\n{{% tab name="From source" %}}\n\n'
        '<div class="a">Closing it takes a minute.</div>\n\n**Default:** `3`\n\n'
        "{{< table >}}\nField | Meaning\n:--- | :---\n`a` | The tap\n{{< /table >}}\n"
    )
    zh = (
        '# 水泵\n\n它开着。\n\n{{% tab name="从源码" %}}\n\n'
        '<div class="a">关闭需要一分钟。</div>\n\n**默认值：** `3`\n\n'
        "{{< table >}}\n字段 | 含义\n:--- | :---\n`a` | 龙头\n{{< /table >}}\n"
    )
    assert told(en, zh) == []
    for mended, faulty in (
        ("从源码", "From source"),
        ("关闭需要一分钟。", "Closing it takes a minute."),
        ("含义", "Meaning"),
    ):
        assert told(en, zh.replace(mended, faulty)) == [faulty]
    assert len(told(en, zh.replace("**默认值：** `3`", "**Default:** `3`"))) == 1


def test_pages_of_html_have_words_in_their_head_and_in_forms() -> None:
    """The title, its description, and labels are read by people."""
    en = (
        '<html><head><title>Rain for schools</title><meta name="description" '
        'content="A gauge of rain."></head><body><nav><a href="/b">Building one</a></nav>'
        "<p>It rains.</p></body></html>"
    )
    zh = (
        '<html><head><title>学校的雨</title><meta name="description" content="雨量计。">'
        '</head><body><nav><a href="/b">自己制作</a></nav><p>下雨了。</p></body></html>'
    )
    for mended, faulty in (
        ("学校的雨", "Rain for schools"),
        ("雨量计。", "A gauge of rain."),
        ("自己制作", "Building one"),
    ):
        assert told(en, zh.replace(mended, faulty), "html") == [faulty]
    assert told(en, zh, "html") == []


@pytest.mark.parametrize(
    "said",
    ["Built-in feed plugin", "Formal definition", "a new tap", "On macOS", "`size` of the tap"],
)
def test_words(said: str) -> None:
    """A small letter, or a preposition before a name, makes wording."""
    assert is_wording(said)


@pytest.mark.parametrize(
    "said",
    ["Harrow", "Visual Studio Code", "v-if / v-else", "npm install", "let, const", "[source,bash]",
     "“to be or not to be”", "string or number", "The Harrow Book", "--no-wait", "a_b of c"],
)  # fmt: skip
def test_no_words(said: str) -> None:
    """Names, commands, types and quotations are no wording."""
    assert not is_wording(said)


def test_messages_of_a_catalogue() -> None:
    """A message that is its own translation was left, unless it is a name."""
    head = 'msgid ""\nmsgstr ""\n"Language: zh_CN\\n"\n'
    pairs = [("HTTP proxy", "HTTP proxy"), ("Harrow Hub", "Harrow Hub"), ("OK", "OK")]
    pairs += [("Open the tap", "打开龙头"), ("%s of %s", "%s of %s")]
    text = head + "".join(f'\nmsgid "{en}"\nmsgstr "{zh}"\n' for en, zh in pairs)
    read = [parsed("x.po", text.encode())]
    report = lint(alignments(read, ""), (), Options(target="zh", only=("untranslated",)))
    assert [f.place.text for f in report.findings] == ["HTTP proxy"]
