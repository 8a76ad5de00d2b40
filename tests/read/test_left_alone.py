"""What looks like a layout and is none: names, breaks and labels inside one language."""

import time

import pytest

from zhen_align.read.document import parse

# a line, the words of its blocks; each stands in a page that has both languages
PAGE = "\n\n模型很大，训练很慢。\n\nThe model is large and slow to train.\n"
ALONE = [
    ("第一行<br>第二行", ["第一行<br>第二行"], "a break in a Chinese line"),
    ("使用<b>Docker</b>部署。", ["使用<b>Docker</b>部署。"], "a name in bold"),
    ("支持 TCP/IP 协议。", ["支持 TCP/IP 协议。"], "a slash in a name"),
    ("Original: it is lost.", ["Original: it is lost."], "a label without its like"),
    ("标题文字要短。", ["标题文字要短。"], "a word that begins as the label of a title"),
    ("- 原文：见附录", ["原文：见附录"], "a label of a language, alone"),
    ("图片在[这里](a.png)。", ["图片在[这里](a.png)。"], "a link at the end of a sentence"),
    ("We import sugar from 'home'.", ["We import sugar from 'home'."], "a sentence on imports"),
    ("*很重要*", ["*很重要*"], "emphasis that stands below no image"),
    ("高温之下，速度 = 距离", ["高温之下，速度 = 距离"], "an equation in words"),
]


@pytest.mark.parametrize(("line", "blocks", "gloss"), ALONE, ids=[row[2] for row in ALONE])
def test_left_alone(line: str, blocks: list[str], gloss: str) -> None:
    """The line is one block, and text."""
    text = line + PAGE
    found = [b for b in parse("a.md", text).blocks if b.span.start < len(line)]
    assert [b.span.of(text) for b in found] == blocks
    assert all(b.kind in {"paragraph", "item", "heading", "title"} for b in found)


# lines without end that each look like part of a layout; a name, a menu, a word
LONG = [
    "*a*\n",
    "李晓 王明\n",
    "首页\n",
    "词\nword\n",
    "标题：词词词\n",
    "a\t词\n",
    "- 词 / word\n",
]


@pytest.mark.parametrize("line", LONG)
def test_time_grows_with_the_text_only(line: str) -> None:
    """Four times the lines take no more than about four times as long, below an image too."""
    began = time.process_time()
    parse("a.txt", "![](a.png)\n" + line * 20_000)
    assert time.process_time() - began < 15
