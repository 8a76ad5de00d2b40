"""TBX, TMX, PO and lists of two columns: out and in again, and what other programs write."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from translate.storage import po as their_po
from translate.storage import tbx as their_tbx
from translate.storage import tmx as their_tmx

from zhen_align.errors import GlossaryError
from zhen_align.glossary.adopt import adopt
from zhen_align.glossary.exchange import READERS, WRITERS, module
from zhen_align.glossary.exchange.grid import from_grid, to_grid
from zhen_align.glossary.rows import Row, Status, Table

TABLE = Table(
    (
        Row("BERT", "BERT", status=Status.KEEP),
        Row("pump", "水泵", status=Status.PREFERRED, domain="farm", note="A < B & C"),
        Row("soil moisture", "土壤湿度", "SM", Status.PREFERRED, "4", "0.80", source="me"),
        Row("soil moisture", "土壤水分", "SM", Status.ADMITTED),
        Row("soil moisture", "湿土", "SM", Status.FORBIDDEN, note="wrong"),
        Row("valve", "阀", status=Status.REJECTED),
        Row("weir", "堰"),
    )
)  # soil moisture: 土壤湿度, 土壤水分, not 湿土 (wet soil); 水泵 pump; 阀 valve; 堰 weir


def _there_and_back(name: str, reader: str, table: Table) -> Table:
    data = module(name, WRITERS).write(to_grid(table))
    return from_grid(module(reader, READERS).read(data, f"a.{reader}"), f"a.{reader}")


@pytest.mark.parametrize("name", ["tbx", "tbx-v2"])
def test_statuses_notes_and_domains_survive(name: str) -> None:
    """Coming back they change nothing, and into an empty glossary they bring it all."""
    copy = _there_and_back(name, "tbx", TABLE)
    assert adopt(TABLE, copy).table == TABLE
    fresh = adopt(Table(), copy).table.rows
    assert [(r.en, r.abbr, r.zh, r.status, r.domain, r.note) for r in fresh] == [
        (r.en, r.abbr, r.zh, r.status, r.domain, r.note) for r in TABLE.rows
    ]


WORDS = st.text(alphabet="ab &<>\"'词。\\\t\n", min_size=1, max_size=9).map(
    lambda text: " ".join(text.split()) or "x"
)


@given(st.lists(st.tuples(WORDS, WORDS, st.sampled_from(Status), WORDS), max_size=6))
def test_any_words_survive(given_rows: list[tuple[str, str, Status, str]]) -> None:
    """Marks of XML, quotes and backslashes are only characters."""
    found = {
        (en, zh): Row(en, zh, status=status, note=note)
        for en, zh, status, note in given_rows
        if not (status is Status.PREFERRED and en == zh)
    }
    table = Table(tuple(found.values()))
    back = _there_and_back("tbx", "tbx", table)
    assert {(r.en, r.zh, r.status, r.note) for r in back.rows} == {
        (r.en, r.zh, r.status, r.note) for r in table.rows
    }


BEST = [
    ("BERT", "BERT"),
    ("SM", "土壤湿度"),
    ("pump", "水泵"),
    ("soil moisture", "土壤湿度"),
]


@pytest.mark.parametrize(
    ("name", "reader"), [("tmx", "tmx"), ("po", "po"), ("deepl", "pairs"), ("google", "pairs")]
)
def test_lists_hold_the_renderings_to_use(name: str, reader: str) -> None:
    """One for each form, abbreviations too; what stays Latin is no pair of two languages."""
    rows = _there_and_back(name, reader, TABLE).rows
    pairs = {(row.en, row.zh) for row in rows} | {("BERT", "BERT")}
    assert pairs == set(BEST)
    assert {row.status for row in rows} == {Status.CANDIDATE}


def test_what_machine_translation_services_take() -> None:
    """DeepL and Azure: tabs and no header; Google: commas, and the languages on top."""
    grid = to_grid(TABLE)
    deepl = module("deepl", WRITERS).write(grid).decode()
    assert [tuple(line.split("\t")) for line in deepl.splitlines()] == BEST
    google = module("google", WRITERS).write(grid).decode()
    assert list(map(tuple, csv.reader(io.StringIO(google)))) == [("en", "zh"), *BEST]


@pytest.mark.parametrize("name", ["tbx", "tbx-v2", "tmx"])
def test_what_is_written_is_xml(name: str) -> None:
    """By another parser, in the order that the standards ask for."""
    data = module(name, WRITERS).write(to_grid(TABLE))
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, load_dtd=False))
    assert etree.QName(root).localname in {"tbx", "martif", "tmx"}
    for section in root.iter("{*}termSec", "{*}tig"):
        order = [etree.QName(child).localname for child in section]
        assert order == sorted(order, key=["term", "termNote", "note"].index)


DCT = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed:3.0"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
<conceptEntry id="1"><min:subjectField>farm</min:subjectField>
<langSec xml:lang="de"><termSec><term>Pumpe</term></termSec></langSec>
<langSec xml:lang="en-GB"><termSec><term>pump</term></termSec>
<termSec><term>PU</term><basic:termType>acronym</basic:termType></termSec></langSec>
<langSec xml:lang="zh-Hans"><termSec><term>水泵</term>
<min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus><note>n</note></termSec>
<termSec><term>泵浦</term>
<min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec></langSec>
</conceptEntry></body></text></tbx>"""


def test_tbx_with_tags_for_categories() -> None:
    """The other style of version 3; a third language is left out."""
    grid = module("tbx", READERS).read(DCT.encode(), "a.tbx")
    assert grid[1:] == [
        ["pump", "PU", "水泵", "preferred", "farm", "n"],
        ["pump", "PU", "泵浦", "deprecated", "farm", ""],
    ]


def test_what_a_translation_toolkit_writes() -> None:
    """TBX of version 2 with its DTD, a memory and a catalogue."""
    base = their_tbx.tbxfile()
    memory = their_tmx.tmxfile()
    catalogue = their_po.pofile()
    unit = base.addsourceunit("pump")
    unit.target = "水泵"
    memory.addtranslation("pump", "en", "水泵", "zh-CN")
    catalogue.addsourceunit("pump").target = "水泵"
    theirs = bytes(base)
    if b'"zh' not in theirs:  # it writes no language for the target unless one is set
        base.settargetlanguage("zh")
        base = their_tbx.tbxfile()
        base.settargetlanguage("zh")
        base.addsourceunit("pump").target = "水泵"
    for store, name in ((base, "tbx"), (memory, "tmx"), (catalogue, "po")):
        rows = from_grid(module(name, READERS).read(bytes(store), f"a.{name}"), name).rows
        assert [(row.en, row.zh, row.status) for row in rows] == [("pump", "水泵", "candidate")]


@pytest.mark.parametrize(
    "data",
    [b"", b"<tbx>", b"<html/>", b'<!DOCTYPE a [<!ENTITY b "c">]><tbx/>', b"en\tzh\n", b"\xff\xfe"],
)
def test_what_is_no_tbx(data: bytes) -> None:
    """Entities least of all."""
    with pytest.raises(GlossaryError):
        module("tbx", READERS).read(data, "a.tbx")


def test_sentences_are_no_terms() -> None:
    """A memory of whole sentences is no glossary."""
    long = "水" * 90
    text = f"It {'rains ' * 20}\t{long}\n".encode()
    with pytest.raises(GlossaryError, match="no short pairs"):
        module("pairs", READERS).read(text, "a.txt")
