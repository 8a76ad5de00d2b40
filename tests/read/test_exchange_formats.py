"""PO, XLIFF, TMX, CSV, DOCX and XLSX: what goes together by the file's own word, and where."""

import io
import zipfile
from itertools import groupby
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from translate.storage import po as their_po
from translate.storage import tmx as their_tmx
from translate.storage import xliff as their_xliff

from zhen_align.align.align import align_document
from zhen_align.errors import InputError
from zhen_align.read.document import parse
from zhen_align.read.files import find, read
from zhen_align.types import Document, Kind, Lang

EN, ZH = "The pump opens for 3 seconds.", "水泵开启3秒。"
PAIRS = [(EN, ZH), ("The soil is dry & warm.", "土壤干燥而温暖。")]  # said of each other


def _units(document: Document) -> list[tuple[str, ...]]:
    """Return address and texts of each unit; the Chinese after the English."""
    found = []
    for address, blocks in groupby(document.blocks, key=lambda block: block.address):
        sides = sorted((block.lang.value, block.span.of(document.text)) for block in blocks)
        found.append((address, *(text for _, text in sides)))
    return found


def _beads(document: Document) -> list[tuple[str, str, str]]:
    text = document.text
    return [
        (
            bead.kind,
            " ".join(each.span.of(text) for each in bead.en),
            "".join(each.span.of(text) for each in bead.zh),
        )
        for bead in align_document(document).beads
    ]


PO = r"""# irrigation
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Language: zh_CN\n"

#: pump.c:12
msgid "The pump opens for %d seconds.\n"
msgstr "水泵开启 %d 秒。\n"

#, fuzzy, c-format
msgid "Perhaps"
msgstr "也许"

msgctxt "sensor"
msgid ""
"The soil is dry. "
"It sends \"12\" readings."
msgstr ""
"土壤干燥。"
"它发送“12”个读数。"
msgid "%d pump"
msgid_plural "%d pumps"
msgstr[0] "%d 台水泵"

msgid "Not yet"
msgstr ""

#~ msgid "Old"
#~ msgstr "旧"
"""


def test_po() -> None:
    """Headers, fuzzy and obsolete entries are none; escapes stand outside the sentences."""
    document = parse("a.po", PO)
    assert [unit[0] for unit in _units(document)] == ["entry 1", "sensor", "entry 4", "entry 5"]
    assert _beads(document) == [
        ("1-1", "The pump opens for %d seconds.", "水泵开启 %d 秒。"),
        ("1-1", "The soil is dry.", "土壤干燥。"),
        ("1-1", r"It sends \"12\" readings.", "它发送“12”个读数。"),
        ("1-1", "%d pumps", "%d 台水泵"),
        ("0-1", "Not yet", ""),
    ]


def test_po_with_english_as_the_target() -> None:
    """The header says which side is which."""
    text = PO.replace("zh_CN", "en_GB").replace("Not yet", "尚未")
    blocks = parse("a.po", text).blocks
    assert blocks[-1].lang is Lang.ZH
    assert [block.lang for block in blocks[:2]] == [Lang.ZH, Lang.EN]


XLIFF = """<?xml version="1.0"?>
<!DOCTYPE xliff [<!ENTITY bomb "boom">]>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="en-US" target-language="zh-Hans"><body>
<trans-unit id="u1"><source>The <g id="1">pump</g> opens &amp; stops.</source>
<seg-source><mrk mtype="seg">The pump</mrk></seg-source>
<target state="final">水<g id="1">泵</g>开启后停止。</target>
<alt-trans><source>x</source><target>旧译</target></alt-trans><note>no text</note></trans-unit>
<trans-unit id="u2" translate="no"><source>NAME</source></trans-unit>
<trans-unit id="u1"><source>It rains.<ph id="2">&lt;br/></ph></source><target/></trans-unit>
</body></file></xliff>"""
XLIFF_2 = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh"
 trgLang="en"><file id="f"><unit id="1"><notes><note>no text</note></notes>
<segment id="s1"><source>土壤很<pc id="1">干</pc>。</source>
<target>The soil is <pc id="1">dry</pc>.</target></segment>
<ignorable><source> </source></ignorable>
<segment><source>下雨了。</source><target>It rains.</target></segment></unit></file></xliff>"""


def test_xliff() -> None:
    """Alternatives, notes and what is not for translation are left out; marks are opaque."""
    document = parse("a.xlf", XLIFF)
    assert _units(document) == [
        (
            "u1",
            'The <g id="1">pump</g> opens &amp; stops.',
            '水<g id="1">泵</g>开启后停止。',
        ),
        ("u1#2", 'It rains.<ph id="2">&lt;br/></ph>'),
    ]
    first = document.blocks[0]
    assert [span.of(document.text) for span in first.opaque] == ['<g id="1">', "</g>", "&amp;"]


def test_xliff_2() -> None:
    """Segments are units; the languages are the file's own."""
    assert _units(parse("a.xliff", XLIFF_2)) == [
        ("1/s1", 'The soil is <pc id="1">dry</pc>.', '土壤很<pc id="1">干</pc>。'),
        ("1", "It rains.", "下雨了。"),
    ]


def test_tmx() -> None:
    """A third language is left out; code of the original format is no text."""
    text = (
        '<tmx version="1.4"><body><tu tuid="k"><tuv xml:lang="EN-gb"><seg>It rains.</seg></tuv>'
        '<tuv xml:lang="fr"><seg>Il pleut.</seg></tuv><tuv lang="zh_TW"><seg>下'
        '<bpt i="1">{\\b <sub>x</sub>}</bpt>雨<ept i="1">}</ept>了。</seg></tuv></tu>'
        '<tu><tuv xml:lang="zh"><seg><![CDATA[水泵]]></seg></tuv></tu></body></tmx>'
    )
    document = parse("a.tmx", text)
    assert [unit[0] for unit in _units(document)] == ["k", "tu 2"]
    chinese = document.blocks[1]
    assert [span.of(text) for span in chinese.opaque] == [
        '<bpt i="1">{\\b <sub>x</sub>}</bpt>',
        '<ept i="1">}</ept>',
    ]
    assert document.blocks[2].span.of(text) == "<![CDATA[水泵]]>".removeprefix("<![CDATA[")[:2]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        (
            'id,English,中文\r\n7,"The soil, ""wet"" or dry.",土壤干湿。\r\n'
            "8,It rains.,下雨了。\r\n",
            [("7", 'The soil, ""wet"" or dry.', "土壤干湿。"), ("8", "It rains.", "下雨了。")],
        ),
        (
            "下雨了。\tIt rains.\n水泵\tpump\n",
            [("row 1", "It rains.", "下雨了。"), ("row 2", "pump", "水泵")],
        ),
        (
            "source;target;note\nIt\nrains.;下雨。;\n",
            [("row 2", "It"), ("row 3", "rains.", "下雨。")],
        ),
        ("a,b\n1,2\n", []),
        ("en\tabbr\tzh\tstatus\nsoil\t\t土壤\tcandidate\n", []),
    ],
)  # fmt: skip
def test_columns(text: str, units: list[tuple[str, ...]]) -> None:
    """Quotes, several delimiters, headers or none; data and glossaries are no texts."""
    document = parse("a.csv", text)
    assert _units(document) == units


def _docx() -> bytes:
    page = docx.Document()
    page.add_heading("Pumps", 1)
    page.add_heading("水泵", 1)
    page.add_paragraph("The pump opens for 3 seconds.\nThe soil is dry.")
    page.add_paragraph("水泵开启3秒。土壤干燥。")
    page.add_paragraph("It rains on the field.", style="List Bullet")
    table = page.add_table(3, 2)
    for row, cells in zip(
        table.rows,
        [("English", "中文"), ("soil sensor", "土壤传感器"), ("pump valve", "水泵阀门")],
        strict=True,
    ):
        row.cells[0].text, row.cells[1].text = cells
    out = io.BytesIO()
    page.save(out)
    return out.getvalue()


def test_docx() -> None:
    """Headings, paragraphs, items and table rows, each with its address."""
    document = read(_docx(), "a.docx")
    assert [(b.kind, b.address, b.span.of(document.text)) for b in document.blocks] == [
        (Kind.TITLE, "paragraph 1", "Pumps"),
        (Kind.TITLE, "paragraph 2", "水泵"),
        (Kind.PARAGRAPH, "paragraph 3", "The pump opens for 3 seconds.\nThe soil is dry."),
        (Kind.PARAGRAPH, "paragraph 4", "水泵开启3秒。土壤干燥。"),
        (Kind.ITEM, "paragraph 5", "It rains on the field."),
        (Kind.ROW, "table 1 row 1", "English\t中文"),
        (Kind.ROW, "table 1 row 2", "soil sensor\t土壤传感器"),
        (Kind.ROW, "table 1 row 3", "pump valve\t水泵阀门"),
    ]
    assert ("1-1", "The soil is dry.", "土壤干燥。") in _beads(document)
    assert ("1-1", "pump valve", "水泵阀门") in _beads(document)


def _changed(data: bytes, name: str, old: str, new: str) -> bytes:
    """Return an archive with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for each in before.namelist():
            content = before.read(each).decode("utf-8", "surrogateescape")
            content = content.replace(old, new) if each == name else content
            after.writestr(each, content.encode("utf-8", "surrogateescape"))
    return out.getvalue()


def test_docx_reads_a_table_in_a_table_once() -> None:
    """Its rows come after those of the table around it, however deep they stand."""
    page = docx.Document()
    outer = page.add_table(1, 2)
    outer.cell(0, 0).text = "Pump"
    cell = outer.cell(0, 1)
    for n in range(60):
        cell = cell.add_table(1, 1).cell(0, 0)
        cell.paragraphs[0].text = f"It opens in step {n}."
    data = io.BytesIO()
    page.save(data)
    document = read(data.getvalue(), "a.docx")
    assert [document.text.count(f"It opens in step {n}.") for n in (0, 30, 59)] == [1, 1, 1]
    rows = [block for block in document.blocks if block.kind is Kind.ROW]
    assert [block.span.of(document.text) for block in rows[:2]] == ["Pump", "It opens in step 0."]


def test_docx_reads_as_with_all_changes_accepted() -> None:
    """What was put in is there, what was taken out is not; formulas are opaque."""
    changed = (
        "<w:ins><w:r><w:t>It snows. </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>It hails. </w:delText></w:r></w:del>"
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
        "<m:r><m:t>a+b</m:t></m:r></m:oMath><w:r><w:t>It rains"
    )
    data = _changed(_docx(), "word/document.xml", "<w:r><w:t>It rains", changed)
    document = read(data, "a.docx")
    item = next(block for block in document.blocks if block.kind is Kind.ITEM)
    assert item.span.of(document.text) == "It snows. a+bIt rains on the field."
    assert [span.of(document.text) for span in item.opaque] == ["a+b"]


def test_xlsx() -> None:
    """Each bilingual sheet is read; ids are addresses."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Key", "Source", "Target"])
    for number, (en, zh) in enumerate(PAIRS):
        sheet.append([f"k{number}", en, zh])
    book.create_sheet("Data").append([1, 2])
    book.create_sheet("More").append(["下雨了。", "It rains."])
    out = io.BytesIO()
    book.save(out)
    document = read(out.getvalue(), "a.xlsx")
    assert _units(document) == [
        ("k0", *PAIRS[0]),
        ("k1", *PAIRS[1]),
        ("More row 1", "It rains.", "下雨了。"),
    ]


def test_files_of_another_program(tmp_path: Path) -> None:
    """What a translation toolkit writes is read."""
    catalogue = their_po.pofile()
    memory = their_tmx.tmxfile()
    exchange = their_xliff.xlifffile()
    exchange.setsourcelanguage("en")
    exchange.settargetlanguage("zh-CN")
    for en, zh in PAIRS:
        catalogue.addsourceunit(en).target = zh
        memory.addtranslation(en, "en", zh, "zh-CN")
        exchange.addsourceunit(en).target = zh
    for store, name in ((catalogue, "a.po"), (memory, "a.tmx"), (exchange, "a.xlf")):
        document = read(bytes(store), name)
        texts = [(unit[1].replace("&amp;", "&"), unit[2]) for unit in _units(document)]
        assert texts == PAIRS, name


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 cut short", "水泵".encode()])
def test_what_is_no_archive_is_an_error(name: str, data: bytes) -> None:
    """With the file's name and what to do, whatever its bytes are."""
    with pytest.raises(InputError) as caught:
        read(data, name)
    kind = name[1:]
    assert str(caught.value) == (
        f"{name}: is no {kind} file, or a damaged one; save it again, or export its text"
    )


def test_an_old_or_locked_file_is_named_so() -> None:
    """Both begin alike, and neither is an archive."""
    with pytest.raises(InputError, match="password, or in the format of old versions"):
        read(b"\xd0\xcf\x11\xe0 an old format", "a.docx")


def test_an_archive_may_declare_no_entities() -> None:
    """They are the way to make a small file large; the part that does is named."""
    data = _changed(_docx(), "word/document.xml", "<w:document", "<!DOCTYPE a []><w:document")
    with pytest.raises(InputError, match=r"a\.docx: declares entities in word/document\.xml"):
        read(data, "a.docx")


def test_tables_of_data_are_read_only_when_named(tmp_path: Path) -> None:
    """A folder is searched for texts; a CSV or a workbook in it is most likely data."""
    for name in ("a.md", "b.csv", "c.xlsx", "d.po", "e.docx"):
        (tmp_path / name).write_bytes(b"")
    assert find(["."], tmp_path).names == ("a.md", "d.po", "e.docx")
    assert find(["*.csv"], tmp_path).names == ("b.csv",)
    assert find(["c.xlsx"], tmp_path).names == ("c.xlsx",)


PARTS = st.sampled_from(
    ["<tu>", "</tu>", '<tuv xml:lang="zh">', "</tuv>", "<seg>", "</seg>", "<bpt>", "</bpt>",
     "<seg/>",
     "<source>", "</source>", "<target>", "</target>", '<unit id="a">', "<segment>", "<note>",
     "</note>", "<!--", "-->", "<![CDATA[", "]]>", "<", "&amp;", "水泵。", "It rains.",
     "\r\n", "\n", 'msgid "', 'msgstr "', '"',
     "\\n", "\\", "#, fuzzy", "#~ ", "\t", ",", ";", "", " "]
)  # fmt: skip


@given(
    st.lists(PARTS, max_size=30).map("".join), st.sampled_from(["po", "xliff", "tmx", "columns"])
)
def test_any_text_can_be_read(text: str, kind: str) -> None:
    """Nothing crashes a reader; blocks rise, hold words, and hold their marks."""
    document = parse("a", text, format=kind)
    end = 0
    for block in document.blocks:
        words = block.span.of(text)
        assert end <= block.span.start
        assert words == words.strip() != ""
        assert all(block.span.start <= s.start < s.end <= block.span.end for s in block.opaque)
        end = block.span.end
    align_document(document)
