"""The formats of `align`, on beads made by hand: valid, complete, told from their text."""

import json
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from zhen_align.align.outputs import OUTPUTS, SUFFIXES, render, sure
from zhen_align.align.outputs.sides import chinese_tag, plain
from zhen_align.text.lines import line_starts
from zhen_align.types import Alignment, Bead, Block, Document, Kind, Lang, Sentence, Span, Unit

XML = "{http://www.w3.org/XML/1998/namespace}"
XLIFF = "{urn:oasis:names:tc:xliff:document:2.0}"
# the pump and the valve; the third has no translation, the fourth no original
ZH = ["水泵开启。", "阀门 <A&B> 关闭。", "此句没有原文。"]
EN = ["The pump opens.", 'The valve "A&B" closes.', "Nobody translated this."]


def _document(path: str, sentences: list[str], lang: Lang) -> tuple[Document, list[Sentence]]:
    text = "\n".join(sentences)
    places, start = [], 0
    for sentence in sentences:
        places.append(Sentence(Span(start, start + len(sentence)), lang, Unit.SENTENCE))
        start += len(sentence) + 1
    block = Block(Span(0, len(text)), Kind.PARAGRAPH, lang)
    return Document(path, text, (block,), line_starts(text)), places


def _alignment(zh: list[str], en: list[str], name: str = "a") -> Alignment:
    """Pair sentence with sentence, then two beads for the last ones alone."""
    zh_document, zh_side = _document(f"{name}.zh.md", zh, Lang.ZH)
    en_document, en_side = _document(f"{name}.en.md", en, Lang.EN)
    beads = [Bead((z,), (e,), 0.9) for z, e in zip(zh_side[:-1], en_side[:-1], strict=True)]
    beads += [Bead((zh_side[-1],), (), 0.4), Bead((), (en_side[-1],), 0.3)]
    return Alignment(zh_document, en_document, tuple(beads))


def _written(alignments: list[Alignment], style: str, target: Lang = Lang.ZH) -> str:
    return "".join(render(alignments, style, target))


def _segments(root: ET.Element) -> list[tuple[str | None, str | None, str | None]]:
    found = []
    for segment in root.iter(f"{XLIFF}segment"):
        target = segment.find(f"{XLIFF}target")
        source = segment.find(f"{XLIFF}source")
        assert source is not None
        found.append((segment.get("state"), source.text, None if target is None else target.text))
    return found


def test_every_format_has_a_module_and_a_suffix() -> None:
    """The table is complete, and every format writes something for nothing and for something."""
    assert set(OUTPUTS) == set(SUFFIXES)
    for style in OUTPUTS:
        assert _written([_alignment(ZH, EN)], style)
        assert isinstance(_written([], style), str)


def test_tsv_is_a_header_and_a_row_a_bead() -> None:
    """Every row has the header's columns; an empty side is an empty field."""
    rows = [line.split("\t") for line in _written([_alignment(ZH, EN)], "tsv").splitlines()]
    assert rows[0] == [
        "pair", "unit", "kind", "score", "moved", "zh_lines", "en_lines", "zh", "en",
    ]  # fmt: skip
    assert rows[1] == [
        "a.zh.md|a.en.md", "sentence", "1-1", "0.9000", "false", "1", "1", ZH[0], EN[0],
    ]  # fmt: skip
    assert [row[2] for row in rows[1:]] == ["1-1", "1-1", "1-0", "0-1"]
    assert rows[3][6:] == ["", ZH[2], ""]
    assert {len(row) for row in rows} == {9}


def test_tsv_escapes_as_the_glossary_does() -> None:
    """A backslash is doubled; a tab or newline in a path does not break the row."""
    text = _written([_alignment(["公式 \\alpha。", "x"], ["See \\alpha.", "x"], "a\tb\n")], "tsv")
    row = text.splitlines()[1].split("\t")
    assert row[0] == "a\\tb\\n.zh.md|a\\tb\\n.en.md"
    assert row[7:] == ["公式 \\\\alpha。", "See \\\\alpha."]  # a formula


def test_tmx_holds_the_pairs() -> None:
    """The header has all that TMX 1.4b requires; a unit has both languages; nulls are left out."""
    root = ET.fromstring(_written([_alignment(ZH, EN)], "tmx"))
    assert (root.tag, root.attrib) == ("tmx", {"version": "1.4"})
    header = root.find("header")
    assert header is not None
    needed = {
        "creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang",
        "datatype",
    }  # fmt: skip
    assert set(header.attrib) == needed
    assert header.get("segtype") in {"block", "paragraph", "sentence", "phrase"}
    units = root.findall("body/tu")
    texts = [
        {tuv.get(f"{XML}lang"): tuv.findtext("seg") for tuv in unit.findall("tuv")}
        for unit in units
    ]
    assert texts == [{"en": e, "zh-CN": z} for z, e in zip(ZH[:2], EN[:2], strict=True)]
    assert [child.tag for child in units[0]] == ["prop"] * 3 + ["tuv"] * 2
    assert units[0].findtext("prop[@type='x-score']") == "0.9000"


def test_the_source_is_the_side_that_was_translated() -> None:
    """In TMX and in XLIFF, whichever side it is."""
    for target, source, other in ((Lang.ZH, "en", "zh-CN"), (Lang.EN, "zh-CN", "en")):
        tmx = ET.fromstring(_written([_alignment(ZH, EN)], "tmx", target))
        assert [h.get("srclang") for h in tmx.iter("header")] == [source]
        assert [t.get(f"{XML}lang") for t in tmx.iter("tuv")][:2] == [source, other]
        xliff = ET.fromstring(_written([_alignment(ZH, EN)], "xliff", target))
        assert (xliff.get("srcLang"), xliff.get("trgLang")) == (source, other)
        original = {"en": "a.en.md", "zh-CN": "a.zh.md"}[source]
        assert [f.get("original") for f in xliff.iter(f"{XLIFF}file")] == [original]


def test_xliff_holds_every_original() -> None:
    """Those without a translation are `initial`; in the order of the originals."""
    root = ET.fromstring(_written([_alignment(ZH, EN)], "xliff"))
    assert (root.tag, root.get("version")) == (f"{XLIFF}xliff", "2.0")
    pairs = [("translated", e, z) for z, e in zip(ZH[:2], EN[:2], strict=True)]
    assert _segments(root) == [*pairs, ("initial", EN[2], None)]
    other = ET.fromstring(_written([_alignment(ZH, EN)], "xliff", Lang.EN))
    assert _segments(other)[-1] == ("initial", ZH[2], None)
    turned = _alignment(ZH, EN)
    moved = Alignment(turned.zh, turned.en, turned.beads[::-1])
    assert _segments(ET.fromstring(_written([moved], "xliff"))) == _segments(root)


def test_names_stay_when_other_sentences_change() -> None:
    """A unit is named after its text; the same text twice has two names, all are NMTOKENs."""
    for style, path, key in (("tmx", "tu", "tuid"), ("xliff", f"{XLIFF}unit", "id")):
        before, after = (
            [str(u.get(key)) for u in ET.fromstring(_written([one], style)).iter(path)]
            for one in (
                _alignment([*ZH[:1] * 2, ZH[2]], [*EN[:1] * 2, EN[2]]),
                _alignment(["新句。", *ZH[:1] * 2, ZH[2]], ["A new one.", *EN[:1] * 2, EN[2]]),
            )
        )
        assert before == after[1:]
        assert len(set(after)) == len(after)
        assert all(re.fullmatch(r"[\w.-]+", name) for name in after)


def test_xliff_without_units_is_still_valid() -> None:
    """At least one file, and in it a unit or a group."""
    for alignments in ([], [_alignment(["无"], ["x"])]):
        root = ET.fromstring(_written(alignments, "xliff", Lang.EN))
        files = root.findall(f"{XLIFF}file")
        assert files
        assert all(len(file) for file in files)


TEXT = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("<&>\"'\x00\x0b\ud800\ufffe水")))


@given(TEXT, TEXT)
@example("\ud800", "")
@example("\x00<&>\ufffe", "\x0b\"'")
@settings(max_examples=80)
def test_any_text_gives_well_formed_xml(zh: str, en: str) -> None:
    """Control characters, lone surrogates, marks of XML: in texts and in paths."""
    alignment = _alignment([f"甲{zh}乙", "x"], [f"a{en}b", "x"], name=en)
    for style in ("tmx", "xliff"):
        for target in (Lang.ZH, Lang.EN):
            text = _written([alignment], style, target)
            root = ET.fromstring(text.encode("utf-8"))
            wanted = plain(alignment.zh, alignment.beads[0].zh)
            fit = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", wanted)
            tag = (
                "seg" if style == "tmx" else f"{XLIFF}{'target' if target is Lang.ZH else 'source'}"
            )
            texts = [_with_marks(each) for each in root.iter(tag)]
            assert fit in texts


def _with_marks(element: ET.Element) -> str:
    """Return an element's text, each `<cp>` as the replacement character."""
    text = element.text or ""
    for child in element:
        assert child.tag == f"{XLIFF}cp"
        assert re.fullmatch("[0-9A-F]{4}", child.get("hex", ""))
        text += "\ufffd" + (child.tail or "")
    return text


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (["第一句。", "第二句。"], "第一句。第二句。"),  # a first and a second sentence
        (["One.", "Two."], "One. Two."),
        (["一行\n半。"], "一行半。"),  # a line end inside Chinese
        (["a line\r\n and a half"], "a line and a half"),
        (["用 GPU", "训练。"], "用 GPU 训练。"),  # trained on a GPU
    ],
)
def test_sides_are_plain_lines(sentences: list[str], expected: str) -> None:
    """Sentences are joined as their language joins them."""
    text = "|".join(sentences)
    ends = [sum(len(s) + 1 for s in sentences[: n + 1]) - 1 for n in range(len(sentences))]
    places = [
        Sentence(Span(end - len(s), end), Lang.ZH, Unit.SENTENCE)
        for s, end in zip(sentences, ends, strict=True)
    ]
    assert plain(Document("x", text, ()), places) == expected


def test_the_script_is_told_from_the_text() -> None:
    """Traditional is zh-TW; what is the same in both scripts is no sign; no text is zh-CN."""
    assert chinese_tag([_alignment(["閥門關閉。", "x"], ["a", "b"])]) == "zh-TW"  # the valve closes
    assert chinese_tag([_alignment(["阀门关闭。", "x"], ["a", "b"])]) == "zh-CN"
    assert chinese_tag([_alignment(["水中", "x"], ["a", "b"])]) == "zh-CN"  # in the water
    assert chinese_tag([]) == "zh-CN"
    tmx = _written([_alignment(["閥門關閉。", "x"], ["The valve closes.", "x"])], "tmx")
    assert {t.get(f"{XML}lang") for t in ET.fromstring(tmx).iter("tuv")} == {"en", "zh-TW"}


def test_beads_below_the_least_are_left_out() -> None:
    """Exactly those that are less sure."""
    text = _written([sure(_alignment(ZH, EN), 0.4)], "jsonl")
    assert [json.loads(line)["score"] for line in text.splitlines()] == [0.9, 0.9, 0.4]
