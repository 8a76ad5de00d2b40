"""From aligned beads to candidates: what is found, how it is rendered, and what stays out."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from zhen_align.terms.candidate import Candidate
from zhen_align.terms.extract import extract
from zhen_align.types import Alignment, Bead, Block, Document, Kind, Lang, Sentence, Span, Unit


def aligned(pairs: Sequence[tuple[str, str]], name: str = "x") -> Alignment:
    """Make a document pair in which line n translates line n."""
    sides = []
    for column, lang in ((0, Lang.EN), (1, Lang.ZH)):
        lines = [pair[column] for pair in pairs]
        sentences, at = [], 0
        for line in lines:
            sentences.append(Sentence(Span(at, at + len(line)), lang, Unit.SENTENCE))
            at += len(line) + 1
        text = "\n".join(lines)
        block = Block(Span(0, len(text)), Kind.PARAGRAPH, lang)
        sides.append((Document(f"{name}.{lang}.txt", text, (block,)), sentences))
    (en, left), (zh, right) = sides
    beads = [Bead((z,), (e,), 0.99) for e, z in zip(left, right, strict=True)]
    return Alignment(zh, en, tuple(beads))


TEXT = [
    ("The brake controller reads the wheel sensor.", "制动控制器读取车轮传感器。"),
    ("A wheel sensor is cheap, and the brake controller trusts it.",
     "车轮传感器很便宜，制动控制器也信任它。"),
    ("When the wheel sensor fails, the road map helps.", "车轮传感器失灵时，道路地图会有帮助。"),
    ("We describe electronic stability control (ESC).", "我们介绍电子稳定控制（ESC）。"),
    ("With ESC the car keeps its lane.", "有了电子稳定控制，汽车不会偏离车道。"),
    ("ESC and the road map need MapServer 4.", "电子稳定控制和道路地图都需要MapServer。"),
    ("MapServer answers within 20 ms.", "MapServer在20毫秒内回应。"),
    ("The road map is drawn by MapServer.", "道路地图由MapServer绘制。"),
]  # fmt: skip


@pytest.fixture(scope="module")
def found() -> list[Candidate]:
    """Extract from TEXT once."""
    return extract([aligned(TEXT)])


def renderings(found: Sequence[Candidate]) -> dict[str, str]:
    """Return the first rendering of each term."""
    return {one.en: one.zh for one in reversed(found)}


def test_recurring_terms_have_their_rendering(found: list[Candidate]) -> None:
    """What recurs on both sides is paired, whole."""
    pairs = renderings(found)
    assert pairs["wheel sensor"] == "车轮传感器"
    assert pairs["brake controller"] == "制动控制器"
    assert pairs["road map"] == "道路地图"


def test_an_abbreviation_belongs_to_its_long_form(found: list[Candidate]) -> None:
    """Both count as one term, and the abbreviation is no term of its own."""
    (one,) = [c for c in found if "stability" in c.en or c.en == "ESC"]
    assert (one.en, one.abbr, one.zh) == ("electronic stability control", "ESC", "电子稳定控制")
    assert one.count == 3
    assert one.share == 1.0


def test_a_name_stays_latin(found: list[Candidate]) -> None:
    """A name that the Chinese writes in Latin letters is its own rendering."""
    assert renderings(found)["MapServer"] == "MapServer"


def test_fragments_and_sentences_stay_out(found: list[Candidate]) -> None:
    """No part of a longer term, no function word, no number is a term here."""
    terms = {one.en for one in found}
    assert not terms & {"wheel", "brake", "stability control", "electronic stability", "20 ms"}
    assert all(len(one.en.split()) <= 5 for one in found)


def test_places_are_exact(found: list[Candidate]) -> None:
    """Every place gives back the rendering and the term."""
    alignment = aligned(TEXT)
    for one in found:
        for place in one.places:
            assert place.pair == alignment.name
            if place.zh is not None:
                assert place.zh.of(alignment.zh.text) == one.zh
            if place.en is not None and not one.abbr:
                assert place.en.of(alignment.en.text).lower().startswith(one.en.lower()[:-1])


def test_order_and_repeat(found: list[Candidate]) -> None:
    """Best first, and the same again for the same input."""
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert all(0 <= one.score <= 1 for one in found)
    assert extract([aligned(TEXT)]) == found


def test_nested_terms_are_told_apart() -> None:
    """Inside the longer term the shorter one is no occurrence: 压力阀 valve, 安全压力阀 safety …"""
    pairs = [
        ("The pressure valve leaks.", "压力阀漏水。"),
        ("Open the pressure valve.", "打开压力阀。"),
        ("A safety pressure valve costs more.", "安全压力阀更贵。"),
        ("Check the safety pressure valve.", "检查安全压力阀。"),
        ("The pressure valve is blue.", "压力阀是蓝色的。"),
    ]
    found = {one.en: (one.zh, one.count) for one in extract([aligned(pairs)])}
    assert found["pressure valve"] == ("压力阀", 3)
    assert found["safety pressure valve"] == ("安全压力阀", 2)


def test_a_drifting_rendering_shows_in_the_shares() -> None:
    """Each rendering has its own row and its share of the occurrences: 缓存 and 快取, cache."""
    pairs = [
        ("The page cache is full.", "页面缓存已满。"),
        ("Clear the page cache.", "清空页面缓存。"),
        ("Keep the page cache small.", "让页面快取保持很小。"),
        ("The page cache is slow.", "页面快取很慢。"),
    ]
    found = {one.zh: one.share for one in extract([aligned(pairs)]) if one.en == "page cache"}
    assert found == {"页面缓存": 0.5, "页面快取": 0.5}


def test_traditional_text_keeps_its_script() -> None:
    """What is shown is what the text writes: 車輪感測器, wheel sensor."""
    pairs = [
        ("The wheel sensor is new.", "車輪感測器是新的。"),
        ("Clean the wheel sensor.", "請清潔車輪感測器。"),
        ("The wheel sensor broke.", "車輪感測器壞了。"),
    ]
    found = [one.zh for one in extract([aligned(pairs)]) if one.en == "wheel sensor"]
    assert found == ["車輪感測器"]


def test_bylines_and_citations_teach_nothing() -> None:
    """People and addresses are no terms, however often they recur."""
    pairs = [("Ann Lee, Bo Wu, Cy Roe, and Di Ott", "Ann Lee、Bo Wu、Cy Roe 和 Di Ott 等人")] * 3
    assert extract([aligned(pairs)]) == []


def test_a_name_that_the_chinese_translates_is_not_kept() -> None:
    """Most of its beads must have it in Latin letters: 知更鸟 robin, the name of a tool."""
    pairs = [
        ("RobinTool is new.", "知更鸟是新的。"),
        ("We like RobinTool.", "我们喜欢知更鸟。"),
        ("RobinTool is fast.", "RobinTool很快。"),
    ]
    assert ("RobinTool", "RobinTool") not in {(c.en, c.zh) for c in extract([aligned(pairs)])}


def test_citations_are_no_names() -> None:
    """Who is cited again and again is no term."""
    pairs = [("Brakes fail (McRoe et al., 2020).", "刹车会失灵（McRoe等，2020年）。")] * 4
    assert not any("McRoe" in one.en for one in extract([aligned(pairs)]))


def test_an_abbreviation_defined_elsewhere_is_the_same_term() -> None:
    """A document that does not say what ESC means, means what the other one says."""
    other = [("ESC helps on ice.", "ESC在冰上有用。"), ("ESC is cheap.", "电子稳定控制很便宜。")]
    found = extract([aligned(TEXT), aligned(other, "other")])
    assert {one.en: one.count for one in found}["electronic stability control"] == 4


def test_nothing_gives_nothing() -> None:
    """No alignment, no bead, an empty side: no candidate and no error."""
    assert extract([]) == []
    assert extract([aligned([])]) == []
    assert extract([aligned([("", "模型")])]) == []


def test_a_word_of_every_text_comes_last() -> None:
    """A generic noun must recur, and is ranked below a term that recurs as often."""
    pairs = [
        ("The size of the gearbox matters.", "变速箱的尺寸很重要。"),
        ("A gearbox of this size is rare.", "这种尺寸的变速箱很少见。"),
        ("The gearbox has a standard size.", "变速箱有标准尺寸。"),
        ("Its size fits the gearbox.", "它的尺寸适合变速箱。"),
    ]
    found = {one.en: one.score for one in extract([aligned(pairs)], min_score=0.0)}
    assert found["gearbox"] > found["size"] + 0.2
    assert "size" not in {one.en for one in extract([aligned(pairs[:2])], min_score=0.0)}


def test_a_verb_before_a_defined_term_is_left_out() -> None:
    """Who takes (服用) a drug does not name it: 质子泵抑制剂, proton pump inhibitor."""
    pairs = [
        ("Patients on a proton pump inhibitor (PPI) were left out.",
         "排除服用质子泵抑制剂（proton pump inhibitor, PPI）的患者。"),
    ]  # fmt: skip
    (one,) = [c for c in extract([aligned(pairs)]) if c.abbr == "PPI"]
    assert one.zh == "质子泵抑制剂"


def test_a_keyword_is_a_term_whole() -> None:
    """What stands in a keyword list is paired as it is, even where its words are no noun phrase."""
    alignment = aligned([("out of hospital care", "院外照护")])
    beads = tuple(replace(bead, unit=Unit.KEYWORD) for bead in alignment.beads)
    found = extract([replace(alignment, beads=beads)])
    assert [(one.en, one.zh) for one in found] == [("out of hospital care", "院外照护")]
    assert extract([alignment]) == []


def test_phrases_that_begin_with_a_verb_stay_out() -> None:
    """To build a gearbox is no term, though the words are a row of nouns for all that shows."""
    pairs = [
        ("We want to test gearbox seals.", "我们想测试变速箱密封件。"),
        ("Building gearbox seals is hard.", "制造变速箱密封件很难。"),
    ]
    found = {one.en for one in extract([aligned(pairs)], min_score=0.0)}
    assert "gearbox seal" in found
    assert not found & {"test gearbox seal", "building gearbox seal"}
