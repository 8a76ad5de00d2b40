"""Sentences that break off inside a paragraph or an item, and sound ones that look like them."""

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.pipeline import alignments, parsed

PUMP = "The pump sends water into the tank on the roof, and it rattles in the cold of the night. "
VALVE = "The operator checks the pressure of the valve every morning."
ITEMS_EN = (
    "- Pump: The pump sends water into the tank.\n{}\n- Filter: The filter removes sand.\n"
    "- Report: The report goes to the manager.\n"
)
ITEMS_ZH = "- 泵：泵把水送进水箱。\n{}\n- 过滤器：过滤器除去沙子。\n- 报告：报告寄给经理。\n"


def told(zh: str, en: str, target: str = "zh") -> list[str]:
    """Return what is said to break off in a translation."""
    read = parsed("a.zh.md", f"{zh}\n".encode()), parsed("a.en.md", f"{en}\n".encode())
    options = Options(target=target)
    found = lint(alignments(read, "", fixed=True), (), options).findings
    return [finding.place.text for finding in found if finding.rule == "truncated"]


@pytest.mark.parametrize(
    ("zh", "piece"),
    [
        # and / also / when it / the sound of / because of the cold (so far), the operator ...
        ("泵把水送进屋顶的水箱，并且操作员每天早晨检查阀门的压力。", "并且"),
        ("泵把水送进屋顶的水箱，而且操作员每天早晨检查阀门的压力。", "而且"),
        ("泵把水送进屋顶的水箱，并操作员每天早晨检查阀门的压力。", "并"),
        ("泵把水送进屋顶的水箱，它们操作员每天早晨检查阀门的压力。", "它们"),
        ("泵把水送进屋顶的水箱以及操作员每天早晨检查阀门的压力。", "泵把水送进屋顶的水箱以及"),
        ("泵把水送进屋顶的水箱，因为操作员每天早晨检查阀门的压力。", "因为"),
    ],
)
def test_a_sentence_breaks_off_before_the_next(zh: str, piece: str) -> None:
    """What is left of it and the next sentence are read as one."""
    assert told(zh, PUMP + VALVE) == [piece]


@pytest.mark.parametrize(
    "zh",
    [
        # all is said; and joins what was said in two sentences; a mark stands between
        "泵把水送进屋顶的水箱，在寒冷的夜里嘎嘎作响，并且操作员每天早晨检查阀门的压力。",
        "泵把水送进屋顶的水箱，在寒冷的夜里嘎嘎作响，操作员每天早晨检查阀门的压力。",
        "泵把水送进屋顶的水箱。操作员每天早晨检查阀门的压力。",
    ],
)
def test_two_sentences_may_be_joined(zh: str) -> None:
    """A joint alone is no break."""
    assert told(zh, PUMP + VALVE) == []


def test_two_whole_sentences_are_joined_by_a_word() -> None:
    """Nothing is lost of the first, so the word joins."""
    en = "The pump sends water into the tank on the roof. " + VALVE
    assert told("泵把水送进屋顶的水箱，并且操作员每天早晨检查阀门的压力。", en) == []


@pytest.mark.parametrize(
    ("en", "pieces"),
    [
        (
            "The pump sends water into the tank on the The operator checks the pressure of the "
            "valve every morning.",
            ["The pump sends water into the tank on the"],
        ),
        (
            "The pump sends water into the tank, and to Operators check the pressure of the valve "
            "every morning.",
            ["and to"],
        ),
        (
            "The pump sends water into the tank and is noisy on cold nights, and the operator "
            "checks the pressure of the valve every morning.",
            [],
        ),
    ],
)
def test_an_english_sentence_breaks_off(en: str, pieces: list[str]) -> None:
    """A capital behind a small word begins the next sentence."""
    # the pump sends water into the tank, but is very noisy on cold nights; the operator ...
    zh = "泵把水送进水箱，但在寒冷的夜晚十分吵闹。操作员每天早晨检查阀门的压力。"
    assert told(zh, en, "en") == pieces


@pytest.mark.parametrize(
    ("zh", "pieces"),
    [
        ("- 阀门：阀门使水流入", ["阀门使水流入"]),
        ("- 阀门：阀门使水流入房屋、谷仓和花园。", []),
        ("- 阀门：阀门使水流入房屋、谷仓和花园", []),
        # into the old house by the mill, the barn and the little one
        (
            "- 阀门：阀门使水流入磨坊旁的老房屋、谷仓和那个小",
            ["阀门使水流入磨坊旁的老房屋、谷仓和那个小"],
        ),
    ],
)
def test_an_item_breaks_off(zh: str, pieces: list[str]) -> None:
    """It has no mark, where the other items have one, and its end is said nowhere."""
    en = "- Valve: The valve lets water flow into the house, the barn and the garden."
    assert told(ITEMS_ZH.format(zh), ITEMS_EN.format(en)) == pieces


@pytest.mark.parametrize(
    ("marked", "places"), [(9, ["387家公司中只有40%在论文里注明了灯的"]), (4, [])]
)
def test_a_paragraph_without_a_mark(marked: int, places: list[str]) -> None:
    """Where a mark ends all others, the one without breaks off; in a few that says nothing."""
    zh = "".join(f"水在{n}度沸腾。\n\n" for n in range(marked))
    en = "".join(f"Water boils at {n} degrees.\n\n" for n in range(marked))
    assert (
        told(
            f"{zh}387家公司中只有40%在论文里注明了灯的",
            f"{en}Of the 387 firms only 40% named the kind of lamp in their papers.",
        )
        == places
    )


def test_a_project_that_ends_lines_as_it_likes() -> None:
    """Three paragraphs without a mark are a style."""
    texts = [(f"水在{n}度沸腾。", f"Water boils at {n} degrees.") for n in range(40)]
    texts += [
        (
            f"{n}家公司中只有40%在论文里注明了灯的种类",
            f"Of {n} firms only 40% named the kind of lamp in their papers.",
        )
        for n in (387, 388, 389)
    ]
    zh, en = ("\n\n".join(side) for side in zip(*texts, strict=True))
    assert told(zh, en) == []
