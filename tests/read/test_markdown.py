"""Markdown and plain text: marks, constructs, joining."""

import pytest

from zhen_align.read.document import parse


def blocks(text: str, path: str = "a.md") -> list[tuple[str, str]]:
    """Return the kind and the author's own characters of each block."""
    return [(str(block.kind), block.span.of(text)) for block in parse(path, text).blocks]


# one text, its blocks, what it shows; all in one language, so that Markdown's joining holds
CASES = [
    ("# 模型 #\n", [("title", "模型")], "heading, closed"),
    ("## 模型 {#m}\n", [("heading", "模型")], "heading with an anchor"),
    ("模型\n====\n", [("title", "模型"), ("opaque", "====")], "underlined heading"),
    ("- 一项\n- [ ] 二项\n", [("item", "一项"), ("item", "二项")], "list"),
    ("1. 一\n2) 二\n• 三\n", [("item", "一"), ("item", "二"), ("item", "三")], "list marks"),
    ("- 一\n  接着写\n", [("item", "一\n  接着写")], "an item over two lines"),
    ("> 引文很长，\n> 分两行。\n", [("paragraph", "引文很长，\n> 分两行。")], "quote"),
    ("甲。\n\n```py\nx = 1\n```\n乙。\n", [("paragraph", "甲。"), ("opaque", "```py\nx = 1\n```"),
     ("paragraph", "乙。")], "fenced code"),
    ("```\n甲。\n", [("opaque", "```"), ("paragraph", "甲。")], "a fence never closed"),
    ("$$\nx = 1\n$$\n甲。\n", [("opaque", "$$\nx = 1\n$$"), ("paragraph", "甲。")], "formula"),
    ("$$x$$ 其中甲。\n", [("paragraph", "$$x$$ 其中甲。")], "a formula that begins a sentence"),
    ("![结构图](a.png)\n", [("caption", "结构图"), ("opaque", "](a.png)")], "image"),
    ("![](a.png)\n", [("opaque", "![](a.png)")], "image without words"),
    ("| 甲 | 乙 |\n|---|:-:|\n", [("row", "| 甲 | 乙 |"), ("opaque", "|---|:-:|")], "table"),
    (": 各项的大小\n\n| 甲 | 乙 |\n", [("caption", "各项的大小"), ("row", "| 甲 | 乙 |")],
     "caption"),
    ("甲。\n\n---\n\n乙。\n", [("paragraph", "甲。"), ("opaque", "---"), ("paragraph", "乙。")],
     "rule"),
    ("甲乙，\n丙丁。\n", [("paragraph", "甲乙，\n丙丁。")], "a paragraph over two lines"),
    ("甲乙，  \n丙丁。\n", [("paragraph", "甲乙，"), ("paragraph", "丙丁。")],
     "a break on purpose"),
    ("**甲**：一。\n**乙**：二。\n", [("paragraph", "**甲**：一。"), ("paragraph",
     "**乙**：二。")], "labels"),
    ("[甲]: https://example.org/a\n", [("opaque", "[甲]: https://example.org/a")],
     "link definition"),
    (":label:`a`\n甲。\n", [("opaque", ":label:`a`"), ("paragraph", "甲。")], "label"),
    (".. image:: a.png\n   :alt: x\n\n甲。\n", [("opaque", ".. image:: a.png\n   :alt: x"),
     ("paragraph", "甲。")], "RST directive"),
    ("```{note}\n甲。\n```\n", [("opaque", "```{note}"), ("paragraph", "甲。"), ("opaque",
     "```")], "MyST note"),
    ("```{note}\n甲。\n```\n乙。\n\n```sh\nx\n```\n", [("opaque", "```{note}"),
     ("paragraph", "甲。"), ("opaque", "```"), ("paragraph", "乙。"), ("opaque", "```sh\nx\n```")],
     "MyST note before code"),
    ("````{note}\n```\nx\n```\n````\n乙。\n", [("opaque", "````{note}"), ("opaque",
     "```\nx\n```"), ("opaque", "````"), ("paragraph", "乙。")], "code in a MyST note"),
    ("```{admonition} 提示\n:class: tip\n甲。\n```\n", [("opaque", "```{admonition}"),
     ("heading", "提示"), ("opaque", ":class: tip"), ("paragraph", "甲。"), ("opaque", "```")],
     "MyST title"),
    ("```{note} 甲。\n```\n", [("opaque", "```{note}"), ("paragraph", "甲。"), ("opaque", "```")],
     "MyST note on one line"),
    ("```{figure} a.png\n:name: b\n\n甲，\n乙。\n\n丙。\n```\n", [("opaque",
     "```{figure} a.png\n:name: b"), ("caption", "甲，\n乙。"), ("paragraph", "丙。"),
     ("opaque", "```")], "MyST figure"),
    ("```{figure} a.png\n---\nname: b\n---\n甲。\n```\n", [("opaque",
     "```{figure} a.png\n---\nname: b\n---"), ("caption", "甲。"), ("opaque", "```")],
     "MyST figure with YAML"),
    ("```{figure} a.png\n```\n甲。\n", [("opaque", "```{figure} a.png"), ("opaque", "```"),
     ("paragraph", "甲。")], "MyST figure without a caption"),
    ("(a-b)=\n甲。\n% 乙\n丙。\n", [("opaque", "(a-b)="), ("paragraph", "甲。"), ("opaque", "% 乙"),
     ("paragraph", "丙。")], "MyST comment"),
    ("甲乙，\n% 丙丁。\n", [("paragraph", "甲乙，\n% 丙丁。")], "no comment without MyST"),
    (":::tip 提示\n甲。\n:::\n", [("opaque", ":::tip"), ("heading", "提示"), ("paragraph", "甲。"),
     ("opaque", ":::")], "admonition"),
    ("甲。\n\n    x = f(1)\n", [("paragraph", "甲。"), ("opaque", "x = f(1)")], "indented code"),
    ("<div align='a'>\n甲。\n</div>\n", [("opaque", "<div align='a'>"), ("paragraph", "甲。"),
     ("opaque", "</div>")], "tags on their own lines"),
    ("<!-- zhen-align-disable-next-line -->\n甲。\n", [("opaque",
     "<!-- zhen-align-disable-next-line -->"),
     ("paragraph", "甲。")], "directive"),
    ("甲。\r\n\r\n乙。\r丙。", [("paragraph", "甲。"), ("paragraph", "乙。\r丙。")], "line ends"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "gloss"), CASES, ids=[case[2] for case in CASES])
def test_construct(text: str, expected: list[tuple[str, str]], gloss: str) -> None:
    """Each construct gives its blocks, marks outside."""
    assert blocks(text) == expected


def test_rows_have_cells() -> None:
    """A cell is trimmed; an escaped bar divides nothing; empty cells are kept."""
    text = "| 甲 | a \\| b ||\n"
    block = parse("a.md", text).blocks[0]
    assert [cell.of(text) for cell in block.cells] == ["甲", "a \\| b", ""]


def test_levels_and_groups() -> None:
    """Headings and nested items have levels; a blank line, quoted or not, begins a group."""
    document = parse("a.md", "# 甲\n## 乙\n\n- 一\n  - 二\n>\n> 三。\n\n四。\n")
    assert [block.level for block in document.blocks] == [1, 2, 1, 2, 0, 0]
    assert [block.group for block in document.blocks] == [0, 0, 1, 1, 2, 3]


def test_quote_marks_inside_a_paragraph_are_opaque() -> None:
    """The mark of a quote's second line stands inside the block, but is no text."""
    text = "> 引文很长，\n> 分两行。\n"
    assert [span.of(text) for span in parse("a.md", text).blocks[0].opaque] == [">"]


EN = "The model was trained on three sets of clinical notes."
ZH = "该模型在三组临床记录上训练，共用了两周时间。"


def test_lines_of_two_languages_stay_apart() -> None:
    """In an interleaved file every line is a paragraph, in Markdown too."""
    text = f"{EN}\n{ZH}\n{EN}\n{EN}\n{ZH}\n{ZH}\n"
    expected = [("paragraph", line) for line in (EN, ZH, EN, EN, ZH, ZH)]
    assert blocks(text) == blocks(text, "a.txt") == expected


def test_wrapped_lines_of_a_bilingual_file_are_joined() -> None:
    """Lines as full as their width allows are one paragraph, in either language."""
    english = (
        "The model was trained on three sets of clinical\n"
        "notes from nine hospitals, which took two weeks\n"
        "on eight cards and needed no labels whatsoever,\n"
        "so that the cost stayed low.\n"
    )
    chinese = (
        "该模型在来自九家医院的三组临床记录上训练，共用了\n"
        "两周时间和八块显卡，而且完全不需要人工标注的数据\n"
        "因此成本一直很低，可以在普通的医院里使用，不必另\n"
        "外购买设备。\n"
    )
    found = blocks(english + chinese, "a.txt")
    assert found == [("paragraph", english.strip()), ("paragraph", chinese.strip())]
    short = "Fig. 1: The number of notes that the model has\nseen, by the week.\n"
    assert blocks(f"{english}\n{chinese}\n{short}", "a.txt")[-1] == ("caption", short.strip())


def test_a_title_above_its_author_is_not_joined_in_plain_text() -> None:
    """Short lines without end marks are lines of their own."""
    text = f"一种新的对齐方法\n何小明，李雨\n{ZH}\n"
    assert [kind for kind, _ in blocks(text, "a.txt")] == ["title", "metadata", "paragraph"]


def test_english_in_comments_above_the_chinese() -> None:
    """Comments in the other language are readable, with their marks; remarks are not."""
    text = (
        f"<!-- # A Model -->\n# 模型\n\n<!--\n{EN}\n\n- One item of it.\n-->\n{ZH}\n\n"
        "- 其中一项。\n\n"
        f"<!-- 译者注：此处有改动。 -->\n{ZH}\n\n<!-- markdownlint-disable -->\n\n{ZH}\n"
        "<!-- Licensed under the Apache License -->\n"
    )
    found = [(str(b.kind), str(b.lang)) for b in parse("a.md", text).blocks if b.comment]
    assert found == [("title", "en"), ("paragraph", "en"), ("item", "en"), ("opaque", "-")]


def test_front_matter_is_metadata() -> None:
    """The front matter's lines are metadata, its fields typed; the body goes on after it."""
    text = (
        "---\ntitle: 'It''s a Model'  \narxiv_id: 2401.00001\ntags:\n- a b\n- c\n"
        'authors: [Anna Berg, "Tom Hill"]\ndate: 2024-03-02 # first\ns: >\n  long\n---\n# 甲\n'
    )
    document = parse("a.md", text)
    assert {str(b.kind) for b in document.blocks[:-1]} == {"metadata", "opaque"}
    assert document.meta.title == "It's a Model"
    assert document.meta.arxiv == "2401.00001"
    assert document.meta.keywords == ("a b", "c")
    assert document.meta.authors == ("Anna Berg", "Tom Hill")
    assert document.meta.date == "2024-03-02"
    assert blocks("---\n\n甲。\n\n---\n")[0] == ("opaque", "---")


def test_meta_from_the_lines() -> None:
    """Without a front matter the page's own lines tell title, authors, ids, dates, keywords."""
    text = (
        "# 模型\n\n李晓, 王小明1*\n\nPublished: March 5, 2024\n\n"
        "[Arxiv](https://arxiv.org/abs/2401.00002v2)\n\nDOI: 10.55555/ab.1.\n\n关键词：甲；乙\n"
    )
    meta = parse("a.md", text).meta
    assert (meta.title, meta.authors) == ("模型", ("李晓", "王小明"))
    assert (meta.arxiv, meta.doi) == ("2401.00002v2", "10.55555/ab.1")
    assert (meta.date, meta.keywords) == ("2024-03-05", ("甲", "乙"))
