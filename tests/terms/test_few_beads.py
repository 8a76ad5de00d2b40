"""What two or three beads say: neither side without the other, and what alone is left over."""

import pytest

from zhen_align.terms.candidate import Candidate
from zhen_align.terms.dictionary import Dictionary
from zhen_align.terms.extract import found
from zhen_align.terms.forms import singular
from zhen_align.terms.reading import Reading, read_bead
from zhen_align.terms.segments import Segment, Side

Pairs = list[tuple[str, str]]


def rows(pairs: Pairs, *, heading: bool = False, least: float = 0.0) -> list[Candidate]:
    """Return the candidates of one text; `heading` says that its last bead is one."""
    dictionary = Dictionary(())
    beads = [
        read_bead(
            Segment(
                "x", n, Side(en, ((0, 0),)), Side(zh, ((0, 0),)), heading and n == len(pairs) - 1
            ),
            dictionary,
        )
        for n, (en, zh) in enumerate(pairs)
    ]
    return found([Reading(tuple(beads))], min_score=least)


def renderings(term: str, pairs: Pairs, *, heading: bool = False) -> list[str]:
    """Return the renderings of one term."""
    return [one.zh for one in rows(pairs, heading=heading) if one.en == term]


# the dikdik, 犬羚, in two sentences of four; no dictionary has it as one word
DIKDIK = [
    ("The dikdik drinks at dawn.", "矮脚犬羚在黎明喝水。"),
    ("We saw a dikdik near the well.", "我们在井边看见矮脚犬羚。"),
    ("The camel sleeps at noon.", "骆驼在中午睡觉。"),
    ("The well is deep.", "井很深。"),
]


def test_what_alone_is_left_over_is_the_rendering() -> None:
    """No word of the English explains 矮脚犬羚, which stands where the dikdik stands."""
    assert renderings("dikdik", DIKDIK) == ["矮脚犬羚"]


def test_two_that_are_left_over_are_no_pair() -> None:
    """Where the tayra stands beside it, 矮脚犬羚 could be either."""
    both = [(en.replace("dikdik", "dikdik of the tayra"), zh) for en, zh in DIKDIK]
    assert not renderings("dikdik", both)


def test_what_another_word_explains_is_not_left_over() -> None:
    """骆驼 is the camel, even where the serval stands in the same two sentences."""
    pairs = [
        ("The serval fears the camel.", "它怕骆驼。"),
        ("A camel and a serval meet.", "骆驼来了。"),
        ("The well is deep.", "井很深。"),
    ]
    assert not renderings("serval", pairs)


def test_a_whole_that_its_part_never_leaves_is_the_rendering() -> None:
    """琉璃滴水瓦 is glazed tile, not 琉璃: the two never stand apart."""
    pairs = [
        ("The glazed tile is blue.", "琉璃滴水瓦是蓝色的。"),
        ("They made glazed tile here.", "他们在这里烧制琉璃滴水瓦。"),
        ("The house is old.", "房子很旧。"),
        ("Rain falls on the house.", "雨落在房子上。"),
    ]
    assert renderings("glazed tile", pairs) == ["琉璃滴水瓦"]


def test_a_heading_on_both_sides_speaks_for_the_pair() -> None:
    """A heading of one unit on both sides, numbered or not: Silk routes, 丝绸商道."""
    pairs = [
        ("They travelled along silk routes.", "他们沿丝绸商道旅行。"),
        ("2. Silk routes", "2. 丝绸商道"),
    ]
    alone = [one.score for one in rows(pairs) if one.en == "silk route"]
    headed = [one.score for one in rows(pairs, heading=True) if one.en == "silk route"]
    assert headed
    assert not alone or max(headed) > max(alone)


BRACKETS = [
    (
        "The crest of the old weir has a spill ratio (SR).",
        "老堰顶的溢流比（spill ratio，SR）。",
        "spill ratio",
        "溢流比",
        "a 的 that the term does not say: of the crest",
    ),
    (
        "It takes several random gradient walks (RGWs).",
        "执行若干步随机梯度游走（RGW）。",
        "random gradient walk",
        "随机梯度游走",
        "a word of measure behind a quantity",
    ),
    (
        "We use local noise shaping (LNS).",
        "我们使用本地噪声整形（LNS）。",
        "local noise shaping",
        "本地噪声整形",
        "what the segmenter takes for a pronoun",
    ),
    (
        "We study geometric tree growing (GTG).",
        "几何树生长（GTG）是本文的主题。",
        "geometric tree growing",
        "几何树生长",
        "geometry, which the segmenter takes for a pronoun",
    ),
]


@pytest.mark.parametrize(
    ("en", "zh", "term", "rendering"),
    [row[:4] for row in BRACKETS],
    ids=[row[4] for row in BRACKETS],
)
def test_where_a_defined_rendering_begins(en: str, zh: str, term: str, rendering: str) -> None:
    """Of what stands before a bracket only what belongs to the term is its rendering."""
    assert renderings(term, [(en, zh)]) == [rendering]


def test_a_word_is_known_by_what_is_left_without_its_prefix() -> None:
    """The dictionary has security, not biosecurity: 生物安全."""
    pairs = [
        ("Biosecurity is a duty.", "生物安全是一项义务。"),
        ("They discussed biosecurity.", "他们讨论了生物安全。"),
        ("The farm is small.", "农场很小。"),
    ]
    assert renderings("biosecurity", pairs) == ["生物安全"]


def test_a_quality_that_says_which_begins_a_term_that_recurs() -> None:
    """Hard wax, 硬蜡, twice; a hard question once is none."""
    pairs = [
        ("Melt the hard wax.", "融化硬蜡。"),
        ("They sell hard wax.", "他们出售硬蜡。"),
        ("It is a hard question.", "这是一道难题。"),
    ]
    assert renderings("hard wax", pairs) == ["硬蜡"]
    assert not renderings("hard question", pairs)


def test_a_name_keeps_its_number() -> None:
    """QuillNet 3 is another model than QuillNet; Table 2 is no name."""
    pairs = [
        ("QuillNet 3 writes letters.", "QuillNet 3 会写信。"),
        ("We trained QuillNet 3 again.", "我们重新训练了QuillNet 3。"),
        ("Table 2 shows it.", "Table 2 显示了它。"),
        ("See Table 2 again.", "再看 Table 2。"),
    ]
    assert "QuillNet 3" in renderings("QuillNet 3", pairs)
    assert not renderings("Table 2", pairs)


def test_plurals_in_as() -> None:
    """Cameras are each a camera; an atlas and Dallas are one."""
    words = ["cameras", "areas", "atlas", "bias", "Dallas", "canvas"]
    assert [singular(word) for word in words] == [
        "camera",
        "area",
        "atlas",
        "bias",
        "Dallas",
        "canvas",
    ]
