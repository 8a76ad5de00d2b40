"""Inline markup of reStructuredText that is shown with its signs, on pages and in catalogues."""

import time

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.lint.markup.recognised import _paragraph
from zhen_align.pipeline import alignments, parsed
from zhen_align.types import Kind

HEAD = 'msgid ""\nmsgstr ""\n"Language: zh_CN\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
KEPT = (
    ("Open the :func:`valve` first.", "先打开 :func:`valve` 阀门。"),
    ("Turn ``pump`` off afterwards.", "然后关掉 ``pump`` 即可。"),
)


def catalogue(*messages: tuple[str, str]) -> str:
    """Return a catalogue with some messages, and two whose marks are kept apart."""
    every = [(a.replace('"', '\\"'), b.replace('"', '\\"')) for a, b in (*KEPT, *messages)]
    return HEAD + "".join(f'\nmsgid "{a}"\nmsgstr "{b}"\n' for a, b in every)


def told(**texts: str) -> list[tuple[str, str]]:
    """Return place and message of what `markup-mismatch` says of texts."""
    read = [parsed(name.replace("_", "."), text.encode()) for name, text in texts.items()]
    found = lint(alignments(read, ""), (), Options(target="zh")).findings
    return [(f.place.text, f.message) for f in found if f.rule == "markup-mismatch"]


@pytest.mark.parametrize(
    ("en", "zh", "place", "says"),
    [
        ("Read a :class:`dial`.", "读取:class:`dial` 。", ":class:`dial`", "missing before"),
        ("Read a :class:`dial`.", "读取 :class:`dial`表盘。", ":class:`dial`", "missing after"),
        ("Set ``on`` here.", "在此设置``on`` 。", "``on``", "missing before"),
        ("Set ``on`` here.", "在此设置 `on` 。", "`on`", "double backticks"),
        ("Set ``on`` here.", "在此设置 ``on `` 。", "``on ``", "a blank inside"),
        ("The :keyword:`with` block.", ":keyword:with 语句块。", ":keyword:", "is no role"),
        (
            "See `the book <https://a.example/b>`__ now.",
            "现在参见 `此书<https://a.example/b>`__ 。",
            "`此书<https://a.example/b>`__",
            "missing before this address",
        ),
        ("Call it so::", "这样调用：", "：", ":: is missing"),
        ("Set ``on`` (green) here.", "在此设置 ``on``（绿色）。", "``on``", "missing after"),
        ("Then (green) set ``on``.", "（绿色）``on`` 。", "``on``", "missing before"),
        ("It is **never** hot.", "它 ** 绝不 ** 会热。", "** 绝不 **", "from being strong"),
        ("Call open(dial) first.", "先调用 open（dial）。", "open（", "half-width"),
        (
            "See `the book <https://a.example/b>`_ now.",
            "现在参见 `此书 <https://a.example/b`_ 。",
            "`此书 <https://a.example/b`_",
            "no > at its end",
        ),
        ("The *rate* is low.", "*rate*很低。", "*rate*", "missing after"),
        ("It is **never** hot.", "它**绝不**会热。", "**绝不**", "missing before"),
        ("Only on hills [1]_.", "仅在山上[1]_。", "[1]_", "missing before"),
        ("Made for |release| only.", "仅为|release|制作。", "|release|", "missing before"),
        ("Add *rate* to it.", "在其上加 *speed* 。", "*speed*", "*rate* has become *speed*"),
        ("Only on hills [#]_ here.", "此处仅在山上 [#] 。", "[#]", "underscore is missing"),
        ("See `Dials`_ there.", "参见该处的 `Dials` 。", "`Dials`", "underscore is missing"),
        ("Read a :class:`dial` now.", "现在读取 ：class:`dial` 。", "：class:`", "is no role"),
        (
            "Use :menuselection:`File --> Open`.",
            "使用 :menuselection:`文件 —> 打开` 。",
            ":menuselection:`文件 —> 打开`",
            "parted by -->",
        ),
        ("``%d`` and ``%H``", "``%d`` 和 ``%M``", "``%M``", "``%H`` has become"),
        ("``%d``", "``%D``", "``%D``", "``%d`` has become"),
        (":ref:`Dials <dials>`", ":ref:`表盘 <表盘>`", ":ref:`表盘 <表盘>`", "has become"),
        ("Say ``no %(what)s`` here.", "此处显示 ``没有 %(什么)s`` 。", "", "%(what)s is not in"),
        ("Give it \\\\*taps here.", "在此给出 *taps。", "*", "a backslash is missing"),
        ("Use :option:`-O` here.", "在此使用 :option:`-o` 。", ":option:`-o`", "has become"),
    ],
)
def test_shown_with_its_signs(en: str, zh: str, place: str, says: str) -> None:
    """Each is told once, where it stands, in a catalogue; with the source's marks it is not."""
    found = [each for each in told(x_po=catalogue((en, zh))) if says in each[1]]
    assert [where for where, _ in found] == [place]


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        ("Read a :class:`dial`.", "读取 :class:`dial`。"),
        ("Read a :class:`dial`.", "读取（:class:`dial`）表盘。"),
        ("Read a :class:`dial`.", "读取\\\\ :class:`dial`\\\\ 表盘。"),
        ("Read ``dial``s.", "读取``dial``表盘。"),
        ("Set `on` and ``on``.", "设置 `on` 和 ``on``。"),
        ("Call it so::", "这样调用::"),
        (":ref:`Dials <dials>`", ":ref:`表盘 <dials>`"),
        ("``%d``, :ref:`dials`", "``%d``、:ref:`dials`"),
        ("Use :menuselection:`File --> Open`.", "使用 :menuselection:`文件 --> 打开`。"),
        ("Add *rate* to [1].", "在 [1] 上加 *比率* 。"),
        ("Multiply 2*3*4 at *once*.", "将 2*3*4 *一次* 相乘。"),
        ("Call :func:`dial()` or :meth:`~Tap.open`.", "调用 :func:`dial` 或 :meth:`Tap.open`。"),
    ],
)
def test_what_is_read_is_right(en: str, zh: str) -> None:
    """Marks beside punctuation and escaped blanks, and what the source has no better."""
    assert told(x_po=catalogue((en, zh))) == []


def test_a_project_that_sets_no_blanks() -> None:
    """Where most marks touch Chinese, the project reads them so."""
    glued = tuple((f"Set ``a{n}`` here.", f"在此设置``a{n}``即可。") for n in range(5))
    assert told(x_po=catalogue(*glued)) == []


def test_pages_and_lines() -> None:
    """A page of its own; and a role that goes on in the next line is a role."""
    en = (
        "Pump\n====\n\nOpen the :func:`valve` first.\n\nThen read :ref:`the chapter\non dials "
        "<dials>`, and :class:`dial`.\n"
    )
    zh = (
        "水泵\n====\n\n先打开 :func:`valve` 阀门。\n\n"
        "然后阅读 :ref:`表盘一章 <dials>`，以及:class:`dial`。\n"
    )
    assert told(x_en_rst=en, x_zh_rst=zh) == [
        (":class:`dial`", "a blank is missing before this markup")
    ]
    apart = zh.replace("以及:", "以及 :")
    assert told(x_en_rst=en, x_zh_rst=apart) == []


def test_roles_of_a_page_in_markdown() -> None:
    """What stands before a role must be apart there, too; what follows may touch it."""
    en = "# Pump\n\nSee :numref:`dial`.\n\nSee :numref:`tap`.\n\nSee :numref:`hose` again.\n"
    zh = "# 水泵\n\n参见 :numref:`dial`部分。\n\n参见 :numref:`tap`。\n\n再见:numref:`hose`部分。\n"
    assert told(x_en_md=en, x_zh_md=zh) == [
        (":numref:`hose`", "a blank is missing before this markup")
    ]


def test_labels_of_the_pages_of_a_language() -> None:
    """A translation may refer to its own page, not to another one."""
    en = "Pump\n====\n\nSee :ref:`dials` and ``x``.\n"
    zh = "水泵\n====\n\n参见 :ref:`cn_dials` 和 ``x``。\n"
    read = [parsed(f"x.{lang}.rst", text.encode()) for lang, text in (("en", en), ("zh", zh))]
    assert lint(alignments(read, ""), (), Options(target="zh")).findings == ()
    read[1] = parsed("x.zh.rst", zh.replace("cn_dials", "cn_taps").encode())
    (found,) = lint(alignments(read, ""), (), Options(target="zh")).findings
    assert found.rule == "citation-mismatch"


def test_roles_over_the_lines_of_a_message() -> None:
    """Quotes and line ends of the catalogue stand in no role, code or link."""
    text = HEAD + (
        '\nmsgid ""\n"Choose :menuselection:`File --> Print "\n"--> All`, see :ref:`printing "\n'
        '"pages <pages>` and set ``a "\n"b``."\n'
        'msgstr "选择 :menuselection:`文件 --> 打印 --> 全部`，参见 "\n'
        '":ref:`打印页面 <pages>` 并设置 ``a b``。"\n'
    )
    assert told(x_po=text) == []


def test_places_of_a_message() -> None:
    """What is read of a message stands where its characters stand in the file."""
    text = HEAD + '\nmsgid "a"\nmsgstr ""\n"说 \\"好\\" 与"\n" ``x``"\n'
    read = parsed("x.po", text.encode())
    number = next(n for n, b in enumerate(read.blocks) if b.kind is Kind.PARAGRAPH and n)
    said = _paragraph(read, number)
    assert said.text == '说 "好" 与 ``x``'
    assert said.span(len(said.text) - 5, len(said.text)).of(read.text) == "``x``"


@pytest.mark.parametrize(
    "piece", ["`", "``a ", "*a ", ":a:`b ", ":a", "[a ", "|a ", "`a <b", "**a "]
)
def test_marks_that_nothing_closes_take_no_time(piece: str) -> None:
    """Work grows with the text, whatever is opened again and again."""
    text = catalogue((f"{piece * 4000}.", f"{piece * 4000}。"))
    start = time.process_time()
    told(x_po=text)
    assert time.process_time() - start < 10


def test_terms_that_lead_to_an_entry() -> None:
    """A translated term names its entry, where the others do; the entry may be translated, too."""
    english = "Read the :term:`dial`.", "Open the :term:`tap`.", "Turn the :term:`wheel`."
    aimed = "读取 :term:`表盘 <dial>`。", "打开 :term:`水龙头 <tap>`。"
    bare = "读取 :term:`表盘`。", "打开 :term:`水龙头`。"
    found = told(x_po=catalogue(*zip(english, (*aimed, "转动 :term:`轮子`。"), strict=True)))
    assert found == [(":term:`轮子`", "this term leads to no entry: <wheel>")]
    assert told(x_po=catalogue(*zip(english, (*bare, "转动 :term:`轮子`。"), strict=True))) == []


def test_colons_that_begin_a_block_of_a_page() -> None:
    """Two colons, or a directive in their place; one colon makes a quotation of the code."""
    en = "Pump\n====\n\nOpen the :func:`valve` first.\n\nPass the width::\n\n    pump(width)\n"
    zh = "水泵\n====\n\n先打开 :func:`valve` 阀门。\n\n传入宽度{}pump(width)\n"
    assert told(x_en_rst=en, x_zh_rst=zh.format("::\n\n    ")) == []
    assert told(x_en_rst=en, x_zh_rst=zh.format("：\n\n.. code-block:: c\n\n    ")) == []
    lost = told(x_en_rst=en, x_zh_rst=zh.format("：\n\n    "))
    assert ":: is missing at the end" in [message for _, message in lost]
