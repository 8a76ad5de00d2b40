"""Whole documents: every unit in one bead whatever stands in the file, and no made-up pairs."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhen_align.align.align import align_document, align_pair
from zhen_align.align.units import units
from zhen_align.read.document import parse
from zhen_align.types import Alignment, Block, Document, Kind, Lang, Span

SILENT = (Kind.METADATA, Kind.NAVIGATION, Kind.OPAQUE)
# blocks of many kinds, in both languages; some are translations of each other
BLOCKS = [
    *("# The Lighthouse", "# 灯塔", "The keeper lights 3 lamps. He sleeps by day."),
    *("守塔人点亮3盏灯。他白天睡觉。", "- a wooden boat", "- 一条木船"),
    *("Fig. 1: The tower", "图1：塔楼", "| lamp | oil |\n|---|---|\n| 灯 | 油 |"),
    *("Keywords: sea; light; storm", "关键词：海；光；风暴", "The storm came at night."),
    *("The storm came at night.", "暴风雨在夜里到来。", "> 引文。\n> Quoted.", "```\ncode\n```"),
    *("$$x = 1$$", "https://example.org", "<!-- A remark. -->", "灯塔 (lighthouse) 很高。"),
    *("😀", "。。。", "1", "a", "二", "\u3000", "The sea and the\nsky are grey\n", "---"),
]
FILES = st.lists(st.sampled_from(BLOCKS), max_size=14).map("\n\n".join)


def taking_part(document: Document, lang: Lang, alone: bool) -> list[Span]:
    """Return the units of the blocks that are text on the side of a language.

    In a file of its own that is mostly in one language, the rest belongs to it too, but for what
    stands in comments in the other one.
    """

    def mixed(block: Block) -> bool:
        return lang is Lang.ZH and block.lang is Lang.MIXED and block.kind is not Kind.ROW

    shown = [b for b in document.blocks if not b.comment or b.lang is lang]
    langs: list[Lang] = [b.lang for b in shown if b.lang is not Lang.NONE]
    whole = alone and 2 * langs.count(lang) > len(langs)
    other = Lang.EN if lang is Lang.ZH else Lang.ZH
    return [
        unit.span
        for number, block in enumerate(document.blocks)
        if (block.lang is lang or (whole and block.lang is not Lang.NONE) or mixed(block))
        and block.kind not in SILENT
        and not (alone and block.comment and block.lang is other)
        for unit in units(document, number, lang)
    ]


def furniture_of(document: Document) -> set[Span]:
    """Return the unmarked headings and titles, which may belong to the page around the text."""
    heads = (b for b in document.blocks if b.kind is Kind.TITLE or b.kind is Kind.HEADING)
    return {b.span for b in heads if b.kind is Kind.TITLE or not b.level}


def check(found: Alignment) -> None:
    """Hold that each unit of each side is in exactly one bead, with a score that is a chance."""
    for side, lang in ((found.zh, Lang.ZH), (found.en, Lang.EN)):
        in_beads = [s for b in found.beads for s in (b.zh if lang is Lang.ZH else b.en)]
        spans = [s.span for s in in_beads if side.blocks[s.block].kind not in SILENT]
        alone = found.zh is not found.en
        left_out = set() if alone else furniture_of(side)
        assert sorted({*spans, *left_out}) == sorted({*taking_part(side, lang, alone), *left_out})
        assert len({s.span for s in in_beads}) == len(in_beads)
        assert {s.lang for s in in_beads} <= {lang}
    assert all(b.zh or b.en for b in found.beads)
    assert all(0 <= b.score <= 1 for b in found.beads)
    linked = [n for link in found.links for n in link.zh]
    assert len(linked) == len(set(linked))


@settings(max_examples=40, deadline=None)
@given(FILES, FILES)
def test_every_unit_is_in_one_bead(one: str, other: str) -> None:
    """In one file that holds both languages, and in two; and twice the same comes out."""
    left, right = parse("x.md", one), parse("y.md", other)
    check(align_document(left))
    check(align_pair(left, right))
    assert align_document(left) == align_document(parse("x.md", one))


def test_sentences_inside_a_pair_of_paragraphs() -> None:
    """Paragraphs are paired, then their sentences; places are those of the file."""
    text = "The keeper lights 3 lamps. He sleeps by day.\n\n守塔人点亮3盏灯。他白天睡觉。\n"
    found = align_document(parse("x.md", text))
    pairs = [(b.zh[0].span.of(text), b.en[0].span.of(text)) for b in found.beads]
    assert pairs == [
        ("守塔人点亮3盏灯。", "The keeper lights 3 lamps."),
        ("他白天睡觉。", "He sleeps by day."),
    ]
    assert [b.kind for b in found.beads] == ["1-1", "1-1"]
    assert not any(b.moved for b in found.beads)


def test_keywords_by_item() -> None:
    """Lists with as many items are paired item by item, whatever stands between them."""
    text = "Keywords: sea; light; storm\n\n关键词：海，光，风暴\n"
    found = align_document(parse("x.md", text))
    assert [(b.zh[0].span.of(text), b.en[0].span.of(text)) for b in found.beads] == [
        ("海", "sea"),
        ("光", "light"),
        ("风暴", "storm"),
    ]


MOVED = [
    ("The lighthouse was built in 1871.", "灯塔建于1871年。"),
    ("Forty ships sank near the cliffs.", "四十艘船在悬崖附近沉没。"),
    ("The keeper painted the door green.", "守塔人把门漆成绿色。"),
    ("His wife planted potatoes in the garden.", "他的妻子在花园里种了土豆。"),
    ("A storm broke 12 windows that winter.", "那年冬天一场暴风雨打破了12扇窗户。"),
]


def test_a_moved_paragraph_is_said_to_have_moved() -> None:
    """The one that left its place is marked, its neighbours are not."""
    chinese = [MOVED[4][1], *(zh for _, zh in MOVED[:4])]
    text = "\n\n".join([*(en for en, _ in MOVED), *chinese])
    found = align_document(parse("x.md", text))
    moved = {b.en[0].span.of(text) for b in found.beads if b.moved}
    assert moved == {MOVED[4][0]}
    assert all(b.kind == "1-1" for b in found.beads)


@pytest.mark.parametrize("text", ["", "\n\n", "# 灯塔\n", "```\ncode\n```\n"])
def test_nothing_to_align(text: str) -> None:
    """Empty files and files of one language have no bead with two sides."""
    found = align_document(parse("x.md", text))
    assert not any(b.zh and b.en for b in found.beads)


def sure(found: Alignment) -> int:
    """Return how many beads claim to be right."""
    return sum(b.score >= 0.9 for b in found.beads if b.zh and b.en)


def timed(text: str, seconds: float) -> Alignment:
    """Align a file, in bounded time."""
    start = time.perf_counter()
    found = align_document(parse("x.md", text))
    assert time.perf_counter() - start < seconds
    check(found)
    return found


def test_thousands_of_identical_lines() -> None:
    """The same line a thousand times on each side: no crash and no long wait."""
    timed("\n\n".join(["The storm came at night."] * 1000 + ["暴风雨在夜里到来。"] * 1000), 60)


def test_a_line_of_a_million_characters() -> None:
    """It is aligned with nothing it does not translate."""
    found = timed("很长" * 500_000 + "\n\nThe storm came at night.\n", 60)
    assert sure(found) == 0


def test_sentences_of_a_very_long_line() -> None:
    """Hundreds of sentences on one line are cut and aligned, not compared all with all."""
    english = " ".join(f"The keeper counted {n} ships." for n in range(300))
    chinese = "".join(f"守塔人数了{n}艘船。" for n in range(300))
    found = timed(f"{english}\n\n{chinese}\n", 60)
    assert sum(b.kind == "1-1" for b in found.beads) > 280


def test_only_headings() -> None:
    """Headings that do not translate each other are not paired for sure."""
    english = ["Lighthouse", "Potatoes", "Winter storms", "The green door"]
    chinese = ["税务申报", "宪法修正", "股票价格", "足球规则", "手机维修"]  # taxes, law, stocks ...
    text = "\n\n".join(f"# {title}" for title in english + chinese)
    assert sure(timed(text, 10)) == 0


def test_ten_times_as_long() -> None:
    """A text beside one of another subject, ten times as long: pairs are few and unsure."""
    english = [f"The tax on item {n} is due in May." for n in range(10)]
    subjects = ["河流", "山羊", "画家", "面包", "雨伞", "铁匠", "星星", "歌声", "石桥", "海鸥"]
    chinese = [f"{a}旁边的{b}又老又旧，没有人记得它。" for a in subjects for b in subjects]
    found = timed("\n\n".join(english + chinese), 20)
    assert sure(found) == 0


def test_the_wrong_language() -> None:
    """Two files in one language have nothing to pair; both are covered all the same."""
    one, other = parse("x.md", "It rains.\n\nIt stops.\n"), parse("y.md", "It rains.\n\nBye.\n")
    found = align_pair(one, other)
    assert not any(b.zh and b.en for b in found.beads)
    check(found)


def test_a_chinese_paragraph_with_an_english_sentence_is_chinese() -> None:
    """What was left untranslated in the middle does not take the rest with it."""
    text = (
        "The pump fills twelve tanks each day. Nobody knows who built the old tower on the hill. "
        "The valve closes at night.\n\n"
        "水泵每天注满十二个水箱。Nobody knows who built the old tower on the hill. 阀门夜里关闭。\n"
    )
    found = align_document(parse("x.md", text))
    together = [b for b in found.beads if b.zh and b.en]
    assert {b.zh[0].span.of(text) for b in together} >= {"水泵每天注满十二个水箱。"}


def test_names_left_as_they_are_belong_to_their_side() -> None:
    """In a Chinese file an item that is only a name is paired with the same name."""
    zh = parse("x.zh.md", "水泵有三个部件。\n\n- **PumpServer**\n\n阀门每天关闭一次。\n")
    en = parse(
        "x.en.md", "The pump has three parts.\n\n- **PumpServer**\n\nThe valve closes daily.\n"
    )
    found = align_pair(zh, en)
    assert [bead.kind for bead in found.beads] == ["1-1", "1-1", "1-1"]
    check(found)


def test_sides_turned_round() -> None:
    """Named the wrong way round, two files give no pair."""
    zh, en = parse("zh.md", "守塔人点亮3盏灯。\n"), parse("en.md", "The keeper lights 3 lamps.\n")
    assert sure(align_pair(en, zh)) == 0
    assert sure(align_pair(zh, en)) == 1


# small texts that have nothing to do with each other: a mill; politics, music, a train
MILL_ZH = [
    "磨坊建在河边的山坡上。",
    "风车有4片帆。",
    "农民用马车把小麦运来。",
    "石头把谷物磨成面粉。",
]
OTHERS = [
    "Parliament has rejected the budget twice.",
    "Her grandmother knits grey pullovers.",
    "Violins sound better when they are old.",
    "He forgot his umbrella on the train again.",
]


def believed(found: Alignment) -> int:
    """Return how many beads with both sides are likelier right than wrong."""
    return sum(bead.score > 0.5 for bead in found.beads if bead.zh and bead.en)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("\n\n".join(MILL_ZH), "\n\n".join(OTHERS)),
        ("".join(MILL_ZH), " ".join(OTHERS)),
        ("\n\n".join(MILL_ZH), " ".join(OTHERS)),
        ("\n\n".join(MILL_ZH), "Le moulin se dresse.\n\nIl fait froid la nuit.\n\nQui est là ?"),
        ("## 磨坊\n\n## 河流\n\n## 小麦", "## Violins\n\n## Elections\n\n## Trains"),
        ("\n\n".join(MILL_ZH), "\n\n".join(OTHERS * 10)),
        ("\n\n".join(MILL_ZH), "\n\n".join(["The windmill has 4 sails."] * 40)),
        ("風車は丘の上に立っています。\n\n夜は寒いです。", "\n\n".join(OTHERS)),
    ],
    ids=["paragraphs", "one each", "one", "French", "headings", "ten to one", "same", "Japanese"],
)
def test_strangers_make_no_pair_that_is_believed(zh: str, en: str) -> None:
    """Two files that are no translations of each other, and two halves of one file."""
    assert believed(align_pair(parse("x.zh.md", zh + "\n"), parse("x.en.md", en + "\n"))) == 0
    assert believed(align_document(parse("x.md", f"{zh}\n\n{en}\n"))) == 0


def test_original_in_comments_beside_its_own_file() -> None:
    """The page's text is aligned with the other file, not the English that it keeps in comments."""
    kept = [
        ("Water boils at sea level.", "水在海平面沸腾。"),
        ("The valve opens slowly.", "阀门缓慢打开。"),
        ("Turn the pump off at once.", "请立即关闭水泵。"),
    ]
    zh = parse("x.zh.md", "\n\n".join(f"<!--\n{en}\n-->\n{zh}" for en, zh in kept))
    en = parse("x.en.md", "\n\n".join(en for en, _ in kept))
    found = align_pair(zh, en)
    said = [(b.zh[0].span.of(zh.text), b.en[0].span.of(en.text)) for b in found.beads]
    assert said == [(zh, en) for en, zh in kept]
