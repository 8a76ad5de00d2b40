"""The reasons for beads: words that match, parts that add up, what stands on one side only."""

import pytest

from zhen_align.align.align import align_document
from zhen_align.align.explain import MARKS, PARTS, TYPE, Reasons, explain
from zhen_align.align.weights import FEATURES, TYPES, Weights
from zhen_align.read.document import parse
from zhen_align.types import Alignment, Kind

# the pump, the valve, a robot; then a sentence that nobody translated
TEXT = """The pump fills 1,200 tanks a day.

水泵每天注满1200个水箱。

The valve closes when the GPU asks for it in 3 seconds.

GPU要求时，阀门在5秒内关闭。

The robot returns to its station.

机器人回到车站。

Windows stay shut in winter, said the gardener.
"""


@pytest.fixture(scope="module")
def reasons() -> list[Reasons]:
    """Return the reasons for every bead of the text."""
    return explain(align_document(parse("x.md", TEXT)))


def test_every_bead_has_its_reasons(reasons: list[Reasons]) -> None:
    """In the order of the alignment, sentences alone included."""
    assert [r.bead.kind for r in reasons] == ["1-1", "1-1", "1-1", "0-1"]
    assert set(reasons[0].parts) == {*PARTS, MARKS, TYPE}
    assert set(reasons[3].parts) == {"length", TYPE}


def test_words_and_numbers_are_shown_as_written(reasons: list[Reasons]) -> None:
    """Not as stems and values; literals apart from words."""
    words = {(m.zh, m.en) for m in reasons[0].matches if not m.literal}
    assert words >= {("水泵", "pump"), ("每天", "day")}
    assert [(m.zh, m.en) for m in reasons[0].matches if m.literal] == [("1200", "1,200")]
    assert [(m.zh, m.en) for m in reasons[1].matches if m.literal] == [("GPU", "GPU")]


def test_what_has_no_partner_is_shown(reasons: list[Reasons]) -> None:
    """The 5 of the Chinese side is not the 3 of the English."""
    assert reasons[0].lone == ()
    assert reasons[1].lone == ("5",)


def test_matches_come_best_first(reasons: list[Reasons]) -> None:
    """A rare word tells more than a common one; every match tells something."""
    for each in reasons:
        gains = [match.gain for match in each.matches]
        assert gains == sorted(gains, reverse=True)
        assert all(gain > 0 for gain in gains)
        assert len({(m.zh, m.en) for m in each.matches}) == len(each.matches)


def test_parts_add_up_and_tell_right_from_wrong(reasons: list[Reasons]) -> None:
    """What belongs together scores above nothing, and above what does not."""
    assert all(r.total == pytest.approx(sum(r.parts.values())) for r in reasons)
    assert all(r.total > 0 and r.parts["words"] > 0 for r in reasons[:3])
    right = align_document(parse("x.md", TEXT))
    one, two, three, *rest = right.beads
    turned = (
        type(one)(one.zh, two.en, 0.5), type(one)(two.zh, three.en, 0.5),
        type(one)(three.zh, one.en, 0.5), *rest,
    )  # fmt: skip
    wrong = explain(Alignment(right.zh, right.en, turned))
    assert max(r.total for r in wrong[:3]) < min(r.total for r in reasons[:3])
    assert all(r.parts["words"] < 0 for r in wrong[:3])


def test_weights_decide_the_parts() -> None:
    """The prior of the type is that of the weights; other weights give other parts."""
    alignment = align_document(parse("x.md", TEXT))
    none = Weights(features=(0.0,) * len(Weights().features))
    found = explain(alignment, none)[0]
    assert found.parts == {
        **dict.fromkeys([*PARTS, MARKS], 0.0), TYPE: Weights().priors[TYPES.index((1, 1))],
    }  # fmt: skip


def test_marks_are_a_part() -> None:
    """With no weight but that of digits on both sides, they are all that speaks."""
    only = tuple(float(name == "both digit") for name in FEATURES)
    found = explain(align_document(parse("x.md", TEXT)), Weights(features=only))
    assert [each.parts[MARKS] for each in found[:3]] == [1.0, 1.0, 0.0]


def test_learned_words_are_marked() -> None:
    """A name that no dictionary has, met again and again, is a reason and said to be learned."""
    rows = [
        ("Zorbak sold a pump on Monday.", "佐尔巴克周一卖出一台水泵。"),
        ("Nobody saw Zorbak in the rain.", "雨中没有人看见佐尔巴克。"),
        ("The mayor thanked Zorbak for the bridge.", "市长为这座桥感谢佐尔巴克。"),
        ("Zorbak likes cold tea.", "佐尔巴克喜欢冷茶。"),
        ("A doctor visits Zorbak every year.", "医生每年探望佐尔巴克。"),
    ]
    text = "".join(f"{en}\n\n{zh}\n\n" for en, zh in rows)
    found = explain(align_document(parse("x.md", text)))
    assert any(m.learned and m.en == "Zorbak" for r in found for m in r.matches)
    assert not any(m.learned for r in found for m in r.matches if m.en == "pump")


@pytest.mark.parametrize("text", ["", "水泵开启。\n", "The pump opens.\n"])
def test_texts_with_one_side(text: str) -> None:
    """Nothing to match, and no error."""
    found = explain(align_document(parse("x.md", text)))
    assert all(r.matches == () for r in found)
    assert len(found) == bool(text)


def test_keywords_and_cells_have_reasons_too() -> None:
    """Items of lists, in any order, and rows of tables."""
    text = (
        "Keywords: pump; valve; robot\n\n关键词：机器人；水泵；阀门\n\n"
        "| pump | 水泵 |\n|---|---|\n| valve | 阀门 |\n"
    )
    document = parse("x.md", text)
    assert Kind.KEYWORDS in {block.kind for block in document.blocks}
    alignment = align_document(document)
    found = explain(alignment)
    assert len(found) == len(alignment.beads)
    assert ("水泵", "pump") in {(m.zh, m.en) for r in found for m in r.matches}
