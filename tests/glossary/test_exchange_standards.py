"""Files by the standards: ours keep to their structure, and what others write by them is read.

The schemas themselves may not be handed on; what they say about the elements that we use is
told in the tables below: which children in which order, and which attributes.
"""

import io
import re
from importlib import import_module
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from translate.storage import po as their_po

from zhen_align.align.align import align_document
from zhen_align.glossary.exchange import READERS, WRITERS, module
from zhen_align.glossary.exchange.grid import from_grid, to_grid
from zhen_align.glossary.rows import Row, Status, Table
from zhen_align.read.document import parse
from zhen_align.read.files import read
from zhen_align.types import Lang

FILES = Path(__file__).parent / "files"

# element -> its children in order, as a pattern; the attributes that it must have
Rules = dict[str, tuple[str, set[str]]]
_INFO = r"(?:descrip |descripGrp |admin |note |transacGrp )*"
TBX_3: Rules = {
    "tbx": ("tbxHeader text ", {"type", "style", "xml:lang"}),
    "tbxHeader": ("fileDesc (?:encodingDesc )?(?:revisionDesc )?", set()),
    "fileDesc": ("(?:titleStmt )?(?:publicationStmt )?(?:sourceDesc )+", set()),
    "sourceDesc": ("(?:p )+", set()),
    "text": ("body (?:back )?", set()),
    "body": ("(?:conceptEntry )+", set()),
    "conceptEntry": (f"{_INFO}(?:langSec )+", {"id"}),
    "langSec": (f"{_INFO}(?:termSec )+", {"xml:lang"}),
    "termSec": (f"term (?:termNote |termNoteGrp )*{_INFO}", set()),
    "termNote": ("", {"type"}),
    "descrip": ("", {"type"}),
}
TBX_2: Rules = {
    "martif": ("martifHeader text ", {"type", "xml:lang"}),
    "martifHeader": TBX_3["tbxHeader"],
    "body": ("(?:termEntry )+", set()),
    "termEntry": (f"{_INFO}(?:langSet )+", {"id"}),
    "langSet": (f"{_INFO}(?:tig |ntig )+", {"xml:lang"}),
    "tig": TBX_3["termSec"],
    **{name: TBX_3[name] for name in ("fileDesc", "sourceDesc", "text", "termNote", "descrip")},
}
_HEADER = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang"}
TMX: Rules = {
    "tmx": ("header body ", {"version"}),
    "header": ("(?:note |prop |ude )*", {*_HEADER, "datatype"}),
    "body": ("(?:tu )*", set()),
    "tu": ("(?:note |prop )*(?:tuv )+", set()),
    "tuv": ("(?:note |prop )*seg ", {"xml:lang"}),
    "prop": ("", {"type"}),
}
XLIFF_2: Rules = {
    "xliff": ("(?:file )+", {"version", "srcLang"}),
    "file": ("(?:skeleton )?(?:notes )?(?:unit |group )+", {"id"}),
    "group": ("(?:notes )?(?:unit |group )*", {"id"}),
    "unit": ("(?:notes )?(?:originalData )?(?:segment |ignorable )+", {"id"}),
    "notes": ("(?:note )+", set()),
    "segment": ("source (?:target )?", set()),
}
PICKS = {
    "administrativeStatus": {
        f"{name}-admn-sts"
        for name in ("preferredTerm", "admittedTerm", "deprecatedTerm", "supersededTerm")
    },
    "termType": {"fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"},
}


def _wrong(data: bytes, rules: Rules) -> list[str]:
    """Return what a file has that its standard does not allow."""
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    root = etree.fromstring(data, parser)
    found = []
    ids: set[tuple[str, str]] = set()
    inside = ""
    for element in root.iter("*"):
        name, own = etree.QName(element).localname, element.get("id", "")
        children = "".join(f"{etree.QName(child).localname} " for child in element)
        pattern, wanted = rules.get(name, (None, set[str]()))
        if pattern is not None and not re.fullmatch(pattern, children):
            found.append(f"<{name}> holds {children}")
        keys = {re.sub(r"\{.*\}", "xml:", key) for key in element.attrib}
        if wanted - keys:
            found.append(f"<{name}> lacks {wanted - keys}")
        kind = element.get("type", "")
        if kind in PICKS and element.text not in PICKS[kind]:
            found.append(f"{kind} is {element.text}")
        inside = own if name == "file" else inside
        key = ("" if name == "file" else inside, own)
        if own and key in ids:
            found.append(f"two of id {own}")
        ids.add(key)
    return found


TABLE = Table(
    (
        Row("BERT", "BERT", status=Status.KEEP),
        Row("pump", "水泵", status=Status.PREFERRED, domain="farm & field", note="one\ntwo  <b>"),
        Row("pump", "泵浦", status=Status.DEPRECATED, domain="farm & field"),
        Row("soil moisture", "土壤湿度", "SM", Status.PREFERRED),
        Row("soil moisture", "湿土", "SM", Status.FORBIDDEN, note="wet soil"),
        Row("weir", "", status=Status.REJECTED),
    )
)  # 水泵, 泵浦 pump; 土壤湿度 soil moisture; 湿土 wet soil


@pytest.mark.parametrize(
    ("name", "rules"),
    [("tbx", TBX_3), ("tbx-v2", TBX_2), ("tmx", TMX)],
    ids=["tbx", "tbx-v2", "tmx"],
)
def test_glossaries_keep_to_the_standards(name: str, rules: Rules) -> None:
    """Elements in their order, attributes that must be there, values from the lists."""
    data = module(name, WRITERS).write(to_grid(TABLE))
    assert _wrong(data, rules) == []
    assert _wrong(data.replace(b"<term>", b"<note>x</note><term>", 1), rules) != [] or name == "tmx"


@pytest.mark.parametrize(("name", "rules"), [("tmx", TMX), ("xliff", XLIFF_2)])
def test_alignments_keep_to_the_standards(name: str, rules: Rules) -> None:
    """Beads with both sides and with one; a sentence twice; a text with nothing aligned."""
    # it rains on the field; the pump opens for 3 seconds
    lines = [
        "It rains on the field.",
        "田里下雨了。",
        "The pump opens for 3 seconds.",
        "水泵开启3秒。",
    ]
    both = "\n\n".join([*lines, *lines, "Nobody knows why that is so today.", ""])
    documents = [parse("a.md", both), parse("b & c.md", "Nobody translates this.\n")]
    alignments = [align_document(document) for document in documents]
    render = import_module(f"zhen_align.align.outputs.{name}").render
    for target in (Lang.ZH, Lang.EN):
        assert _wrong("".join(render(alignments, target)).encode(), rules) == []
        assert _wrong("".join(render([], target)).encode(), rules) == []


def test_a_catalogue_is_one_for_gettext() -> None:
    """Another program reads every entry, and its header."""
    data = module("po", WRITERS).write(to_grid(TABLE))
    store = their_po.pofile.parsestring(data)
    entries = [unit for unit in store.units if not unit.isheader()]
    assert {(str(unit.source), str(unit.target)) for unit in entries} == {
        ("BERT", "BERT"), ("pump", "水泵"), ("soil moisture", "土壤湿度"), ("SM", "土壤湿度"),
    }  # fmt: skip
    assert store.parseheader()["Language"] == "zh"


def test_a_workbook_is_one_for_another_program() -> None:
    """All cells, as text, in one sheet."""
    data = module("xlsx", WRITERS).write(to_grid(TABLE))
    book = openpyxl.load_workbook(io.BytesIO(data))
    rows = [[cell or "" for cell in row] for row in book.active.iter_rows(values_only=True)]
    assert rows[0][:4] == ["en", "abbr", "zh", "status"]
    assert len(rows) == 1 + len(TABLE.rows)
    assert "one\ntwo  <b>" in rows[2]


def test_notes_keep_their_lines() -> None:
    """Out and in again; of a file that was laid out by a program the indentation is dropped."""
    for name in ("tbx", "tbx-v2"):
        data = module(name, WRITERS).write(to_grid(TABLE))
        back = from_grid(module("tbx", READERS).read(data, "a.tbx"), "a.tbx")
        assert next(row.note for row in back.rows if row.zh == "水泵") == "one\ntwo  <b>"
    laid_out = data.replace(b"one\ntwo", b"\n          one\n          two")
    back = from_grid(module("tbx", READERS).read(laid_out, "a.tbx"), "a.tbx")
    assert next(row.note for row in back.rows if row.zh == "水泵") == "one\ntwo  <b>"


def test_a_workbook_of_another_program() -> None:
    """Rich text, numbers, formulas, empty rows and a second sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["EN", "zh", "Status", "owner", "note"])
    sheet.append(
        ["pump", CellRichText("水", TextBlock(InlineFont(b=True), "泵")), "preferred", "Ann"]
    )
    sheet.append([])
    sheet.append(["valve", "阀", "admitted", None, 12])
    sheet.append(["weir", "堰", "candidate", "Tom", '=IF(1,"a","b")'])
    book.create_sheet("more").append(["not", "read"])
    out = io.BytesIO()
    book.save(out)
    table = from_grid(module("xlsx", READERS).read(out.getvalue(), "a.xlsx"), "a.xlsx")
    assert [(r.en, r.zh, r.status, r.note, *r.extra) for r in table.rows] == [
        ("pump", "水泵", "preferred", "", "Ann"),
        ("valve", "阀", "admitted", "12", ""),
        ("weir", "堰", "candidate", "", "Tom"),
    ]


# the pump opens; rain and wind; it rains
OTHERS = [
    ("segmented.xlf", [("The pump opens.", "水泵开启。"), ("Rain &amp; wind.", "雨和风。")]),
    ("version-2.xlf", [("The pump opens.", "水泵开启。"), ("Rain falls.", "下雨了。")]),
    ("tagged.tmx", [("The pump opens.", "水泵开启。"), ("It rains.", "下雨了。")]),
]


@pytest.mark.parametrize(("name", "pairs"), OTHERS, ids=[name for name, _ in OTHERS])
def test_files_in_the_manner_of_others(name: str, pairs: list[tuple[str, str]]) -> None:
    """By the standards, with segments, tags, alternatives and notes, as filters write them.

    Tags are opaque; alternatives, notes and what is not to be translated are no text.
    """
    document = read((FILES / name).read_bytes(), name)
    said: dict[str, list[str]] = {}
    for block in document.blocks:
        words, done = "", block.span.start
        for mark in block.opaque:
            kept = mark.of(document.text).startswith("&")
            words += document.text[done : mark.end if kept else mark.start]
            done = mark.end
        said.setdefault(block.lang, []).append(words + document.text[done : block.span.end])
    assert list(zip(said["en"], said["zh"], strict=True)) == pairs
