"""HTML."""

from zhen_align.read.document import parse

PAGE = """<!DOCTYPE html>
<html><head><title>注意力 - 某站</title><style>p { color: red }</style>
<meta name="citation_doi" content="10.55555/ab.1"><meta name="citation_author" content="Anna Berg">
<meta content="模型, 注意力" name="keywords"></head><body>
<nav><a href="/">首页</a> <a href="/b">目录</a></nav>
<h1>注意力</h1>
<p>这是<b>第一段</b>&nbsp;文字，见<a href="x">此处</a>的 <code>fit()</code>。<br>第二行
接着写。</p>
<!-- The English stands in a comment. --><p>中文写在注释下面。</p>
<ul><li>一<ul><li>二</li></ul></li></ul>
<table><tr><th>模型</th><th>大小</th></tr><tr><td>甲<td>10 亿</tr></table>
<table><tr><td><p>版面之内的一段。</p><p>又一段。</p></td></tr></table>
<img src="a.png" alt="结构图"><pre>x = 1</pre><script>var a = "<p>x</p>";</script>
<footer>某站版权</footer></body></html>
"""
EXPECTED = [
    ("metadata", "注意力 - 某站"),
    ("opaque", "<style>p { color: red }</style>"),
    ("navigation", '<a href="/">首页</a> <a href="/b">目录</a>'),
    ("title", "注意力"),
    (
        "paragraph",
        '这是<b>第一段</b>&nbsp;文字，见<a href="x">此处</a>的 <code>fit()</code>。',
    ),
    ("paragraph", "第二行\n接着写。"),
    ("paragraph", "The English stands in a comment."),
    ("paragraph", "中文写在注释下面。"),
    ("item", "一"),
    ("item", "二"),
    ("row", "模型</th><th>大小"),
    ("row", "甲<td>10 亿"),
    ("paragraph", "版面之内的一段。"),
    ("paragraph", "又一段。"),
    ("caption", "结构图"),
    ("opaque", "<pre>x = 1</pre>"),
    ("opaque", '<script>var a = "<p>x</p>";</script>'),
    ("navigation", "某站版权"),
]


def test_a_page() -> None:
    """Elements become blocks with their places in the raw file."""
    document = parse("a.html", PAGE)
    assert [(str(b.kind), b.span.of(PAGE)) for b in document.blocks] == EXPECTED
    assert [b.level for b in document.blocks if b.kind == "item"] == [1, 2]
    assert [b.comment for b in document.blocks].count(True) == 1


def test_tags_entities_and_code_are_opaque() -> None:
    """Inside a paragraph only words are text."""
    block = parse("a.html", PAGE).blocks[4]
    assert [span.of(PAGE) for span in block.opaque] == [
        "<b>", "</b>", "&nbsp;", '<a href="x">', "</a>", "<code>fit()</code>",
    ]  # fmt: skip


def test_cells() -> None:
    """A row's cells have their places, with closing tags or without."""
    rows = [b for b in parse("a.html", PAGE).blocks if b.kind == "row"]
    assert [[c.of(PAGE) for c in b.cells] for b in rows] == [["模型", "大小"], ["甲", "10 亿"]]


def test_meta_elements() -> None:
    """What the head says is typed."""
    meta = parse("a.html", PAGE).meta
    assert (meta.title, meta.doi) == ("注意力", "10.55555/ab.1")
    assert (meta.authors, meta.keywords) == (("Anna Berg",), ("模型", "注意力"))


def test_broken_html_is_still_read() -> None:
    """What is never closed hides nothing."""
    text = "<p>甲乙丙。<script>丁 <!-- 戊己 <p a='>庚辛。<div"
    words = "".join(b.span.of(text) for b in parse("a.html", text).blocks)
    assert all(ch in words for ch in "甲乙丙丁戊己庚辛")
