"""Kinds and languages of blocks."""

import pytest

from zhen_align.read.document import parse
from zhen_align.read.people import names
from zhen_align.read.tables import row_languages
from zhen_align.types import Lang

PROSE = "我们在三个数据集上训练模型。结果表明，新的方法更快也更准，训练时间减少了一半。\n\n"
FILLER = "We train the model on three data sets. The new method is faster and more exact.\n\n"


def kinds(text: str, path: str = "page.txt") -> list[tuple[str, str]]:
    """Return kind and language of each block."""
    return [(str(block.kind), str(block.lang)) for block in parse(path, text).blocks]


# a line that stands above the running text of a page
TOP = [
    ("metadata zh", "发布时间：2024年03月22日", "a date with its label"),
    ("metadata -", "2024-03-22", "a bare date"),
    ("metadata zh", "何小明，李雨，王静", "authors"),
    ("metadata zh", "何小明¹，阿里·汗²，王静¹*", "authors with marks and a foreign name"),
    ("metadata en", "Anna Berg, Tom Hill, and Ida Moe", "authors in English"),
    ("metadata en", "HE Xiaoming1, Tom HILL2*", "authors with their family names in capitals"),
    (
        "metadata zh",
        "（1. 北原大学医学院，北原 600100；2. 南港研究院，南港 600200）",
        "affiliations",
    ),
    ("metadata en", "1 School of Medicine, Port University, Port 60010, China", "an affiliation"),
    ("metadata -", "△ name@example.org", "an e-mail line"),
    ("metadata zh", "通信作者：王静，E-mail：name@example.org", "a corresponding author"),
    ("metadata en", "Received: 2024-01-02; Accepted: 2024-03-04", "dates of a manuscript"),
    ("metadata en", "DOI：10.55555/abc.2024.1", "an identifier"),
    ("metadata zh", "中图分类号：R814", "a classification"),
    ("metadata zh", "北原学报（自然科学版）2024,41(3):317-329", "a journal line"),
    ("metadata -", "1234-567X", "an ISSN"),
    ("metadata zh", "特约综述", "the type of an article"),
    ("metadata zh", "`语言模型` `医学`", "tags"),
    ("metadata en", "[Arxiv](https://arxiv.org/abs/2401.00001)", "a link to the paper"),
    ("navigation zh", "首页 | 期刊简介 | 过刊浏览 | English", "a menu"),
    ("navigation zh", "当前位置：首页 > 2024年 > 第3期", "a breadcrumb"),
    ("navigation en", "Home    Browse    For authors    About", "a menu with wide gaps"),
    ("navigation en", "Previous | Next", "a pager"),
    ("navigation zh", "上一篇：某某方法的应用", "a pager with a title"),
    ("navigation zh", "浏览次数：1873    下载次数：642", "counters"),
    ("navigation zh", "展开", "a button"),
    ("navigation en", "[English](a.md) | [Deutsch](b.md)", "links"),
    ("heading zh", "摘要", "a heading"),
    ("heading en", "Abstract", "a heading of one word"),
    ("keywords zh", "关键词：语言模型；注意力；对齐", "keywords"),
    ("keywords en", "Index Terms—language model, attention", "index terms"),
    ("caption en", "Fig. 1: The number of studies.", "a caption"),
    ("caption en", "Table II The number of studies.", "a caption without a mark"),
    ("caption zh", "图1：12个数据集的规模。", "a caption with a number behind its mark"),
    ("caption zh", "表 3 数据集的规模", "a Chinese caption without a mark"),
]


@pytest.mark.parametrize(("expected", "line", "gloss"), TOP, ids=[case[2] for case in TOP])
def test_kind_of_a_line_on_top(expected: str, line: str, gloss: str) -> None:
    """Each line is what its gloss says, above the running text of a page."""
    found = kinds(f"一种新的语言模型对齐方法\n\n{line}\n\n{PROSE}")
    assert (" ".join(found[1]), found[0]) == (expected, ("title", "zh"))


# sentences that begin as noise does
STAYS = [
    "The authors received 12 replies, and all of them are given below.",
    "Next, we train the model on the larger set for 3 epochs.",
    "Home monitoring has become cheap since 2020.",
    "Views differ on whether attention explains what a model does.",
    "Table 2 shows that the larger model is slower by a factor of 3.",
    "Fig. 1 shows the steps.",
    "Citation counts were taken from the index in May 2024.",
    "Keywords are searched in the title and in the abstract.",
    "下载模型之后，请先校验文件是否完整，再开始训练。",
    "关键词检索只看字面，因此常常漏掉同义的说法。",
    "图1显示，模型越大，训练越慢。",
    "作者认为，注意力不能解释模型的行为。",
    "Subscribe to dev@example.org before you write. Usually this is already done.",
    "订阅 `dev@example.org`，通常情况下，这已经完成。",
    "`util.js`  =>  the tools of the plug-in.",
    "首页的搜索框支持拼音，也支持英文。",
    "北原大学医学院在2020年收集了这批数据，共有三千份记录。",
]


@pytest.mark.parametrize("line", STAYS)
@pytest.mark.parametrize("path", ["page.txt", "page.md"])
def test_prose_stays_prose(line: str, path: str) -> None:
    """A sentence is a paragraph whatever word it begins with, and wherever it stands."""
    text = f"{PROSE}{FILLER}{line}\n\n{PROSE}"
    block = next(b for b in parse(path, text).blocks if b.span.of(text) == line)
    assert block.kind == "paragraph"


def test_a_label_and_its_value_on_the_next_line() -> None:
    """The value below a bare label is metadata; sentences below make the label a heading."""
    cited = "何小明. 方法[J]. 学报, 2024, 5(3): 1-5."
    page = f"{PROSE}基金项目\n\n某某基金(61234567)\n\n引用本文\n\n{cited}\n"
    assert [kind for kind, _ in kinds(page)] == ["paragraph"] + ["metadata"] * 4
    page = f"{PROSE}Funding\n\nThis work was supported by the fund of the port. It had no say.\n"
    assert [kind for kind, _ in kinds(page)][1:] == ["heading", "paragraph"]


def test_keywords_below_their_label() -> None:
    """A list under the label is keywords, and so is its translation under the list."""
    text = "Key words\n\nlanguage model; attention; alignment\n\n语言模型、注意力、对齐\n"
    document = parse("a.txt", text)
    assert [str(b.kind) for b in document.blocks] == ["heading", "keywords", "keywords"]
    assert [cell.of(text) for cell in document.blocks[2].cells] == ["语言模型", "注意力", "对齐"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("关键词：语言模型；注意力/对齐", ["语言模型", "注意力", "对齐"]),
        ("Keywords: a b, c d", ["a b", "c d"]),
        ("【关键词】 大小，快慢；训练", ["大小，快慢", "训练"]),
    ],
)
def test_the_cells_of_a_keyword_list(line: str, words: list[str]) -> None:
    """Each keyword has its place; a comma divides only where no firmer mark does."""
    block = parse("a.txt", line).blocks[0]
    assert (str(block.kind), [cell.of(line) for cell in block.cells]) == ("keywords", words)


def test_titles_in_both_languages_and_again() -> None:
    """The first heading of each language is the title, wherever it is repeated on top."""
    text = (
        "首页 | 目录 | 登录\n\n研究论文\n\n一种新的对齐方法\n\n何小明，李雨\n\n一种新的对齐方法\n"
        f"A New Method of Alignment\n\n摘要\n\n{PROSE}Abstract\n\n{FILLER}"
    )
    found = [kind for kind, _ in kinds(text)]
    above = ["navigation", "metadata", "title", "metadata", "title", "title"]
    assert found == [*above, "heading", "paragraph", "heading", "paragraph"]


def test_an_unmarked_translation_of_a_marked_heading() -> None:
    """Under `## zh`, a short English line is the heading again, not a paragraph."""
    text = f"# 文献\n\n## 语言模型\n\n`模型`\n\n> Are Language Models Useful?\n\n{PROSE}"
    assert kinds(text)[3] == ("heading", "en")
    assert kinds(text.replace("Are Language Models Useful?", "They are."))[3][0] == "paragraph"


def test_a_short_line_under_marked_headings_is_no_heading() -> None:
    """Where a file marks its headings, a line without an end mark below them is a paragraph."""
    assert kinds("# 手册\n\n## 安装\n\n其中的参数\n\n$$x$$\n")[2] == ("paragraph", "zh")
    assert kinds("# 手册\n\nA Handbook of Models\n\n## 安装\n\n其中。\n")[1] == ("title", "en")


def test_rows_take_the_language_of_their_part() -> None:
    """Rows of names and figures belong to the table that they stand in."""
    text = (
        "| Model | Size |\n| BERT | 110 M |\n| GPT | 1.5 B |\n| 模型 | 规模 |\n|---|---|\n"
        f"| BERT | 1.1亿 |\n| GPT | N/A |\n\n{PROSE}{FILLER}"
    )
    rows = [lang for kind, lang in kinds(text) if kind == "row"]
    assert rows == ["en", "en", "en", "zh", "zh", "zh"]


def test_a_table_begins_above_its_rule() -> None:
    """Ties go to the cut that a rule confirms, and one name in Han makes no Chinese table."""
    en, zh = Lang.EN, Lang.ZH
    later, both = [False, False, True, False], [True, False, True, False]
    assert row_languages(later, later) == [en, en, zh, zh]
    assert row_languages([True, False, False, False], both) == [zh, zh, en, en]
    assert row_languages([True, False, True, False], [False] * 4) == [zh] * 4
    assert row_languages([False, False], [True, False]) == [en] * 2


def test_rows_of_a_file_in_one_language_are_in_it() -> None:
    """In a Chinese page a row of names is no English."""
    text = f"| Model | Size |\n|---|---|\n| BERT | 110 M |\n\n{PROSE}{PROSE}"
    assert {lang for kind, lang in kinds(text) if kind == "row"} == {"zh"}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("李晓 王小明", True),
        ("背景 方法", False),
        ("何小明", False),
        ("Anna Berg, Tom Hill", True),
        ("Deep Learning", False),
        ("张 三, 李 四", True),
    ],
)
def test_names(line: str, told: bool) -> None:
    """A list of names takes two, and Chinese ones a family name each."""
    assert names(line) is told
