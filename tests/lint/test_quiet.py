"""What is no fault, or a doubtful one, is silent or information: each case was once an alarm."""

from collections.abc import Callable

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.lint.frames import framed
from zhen_align.pipeline import alignments, parsed
from zhen_align.types import Alignment

Align = Callable[..., Alignment]
TO_ZH = Options(target="zh", without=("punctuation-width", "term-inconsistent", "term-collision"))


def said(alignment: Alignment) -> list[tuple[str, str]]:
    """Return the rules that speak, with their severities."""
    return [(f.rule, f.severity.value) for f in lint([alignment], (), TO_ZH).findings]


CASES = [
    (
        "任何天然水泵的效率均不超过31.4%，它仍能运行。",
        "It still runs, although no natural pump is more than 31.4% efficient.",
        [],
        "a bound that the English negates from afar",
    ),
    ("整个过程耗电 7.7 MW·h。", "The whole run takes 7.7 MWh.", [], "a unit written as a product"),
    (
        "安装 `pump_cli` 后重启。",
        "Install the tool and restart.",
        [("markup-mismatch", "error")],
        "code that the author does not have",
    ),
    (
        "打开 `valve` 后重启。",
        "Open it and restart.",
        [("markup-mismatch", "info")],
        "a word set as code",
    ),
    (
        "先调用 `open_valve`，再调用 `open_valv`。",
        "Call `open_valve`, then `open_valve` again.",
        [("markup-mismatch", "error")],
        "code that is said twice, and once wrong",
    ),
    (
        "运行 `start~/pump.sh`。",
        "Run `start ~/pump.sh`.",
        [("markup-mismatch", "error")],
        "a blank that was lost in code",
    ),
    (
        "格里夫斯给出了证明。",
        "The proof was given by Greaves and Hollis (1978).",
        [("citation-mismatch", "warning")],
        "the year of a citation, told once",
    ),
    ("2:检查阀门是否关闭。", "Check whether the valve is closed.", [], "a list mark"),
    ("8:2 的比例。", "A ratio of 7:2.", [("number-mismatch", "error")], "a ratio is no list mark"),
    ("模型 PumpNet$^+$[9] 更快。", "PumpNet $^+$ [9] is faster.", [], "a formula behind a letter"),
    (
        "共有 Old River Mills Garden Pumps for Farmers series。",
        "There is the Old River Mills Garden Pumps for Farmers series.",
        [],
        "mostly capitals: a name",
    ),
]


@pytest.mark.parametrize(("zh", "en", "found", "gloss"), CASES, ids=[c[3] for c in CASES])
def test_doubtful_things_are_quiet(
    align: Align, zh: str, en: str, found: list[tuple[str, str]], gloss: str
) -> None:
    """Each pair is told of as gravely as it deserves."""
    assert said(align((zh, en))) == found


def test_a_clause_without_a_fact_is_information(align: Align) -> None:
    """What states no number or name may have been put into few words."""
    said_of = []
    for clause in ("which pleases the old farmers", "which pleases Barnaby Hollis of Greaves"):
        rows = framed(
            "过滤器除去河里的沙子和树叶。",
            f"A filter removes sand and leaves from the river, {clause}.",
        )
        pairs = list(zip(*(side.split("\n") for side in rows), strict=True))
        said_of.append([level for rule, level in said(align(*pairs)) if rule == "sentence-missing"])
    assert said_of == [["info"], ["warning"]]


def test_a_clause_in_brackets_is_no_few_words(align: Align) -> None:
    """What is set apart on one side only was added or lost, unless the other has brackets too."""
    levels = []
    for zh in ("过滤器除去沙子。", "过滤器除去沙子（泥）。"):
        rows = framed(zh, "A filter removes sand (the workers were on strike at the time).")
        pairs = list(zip(*(side.split("\n") for side in rows), strict=True))
        levels.append([level for rule, level in said(align(*pairs)) if rule == "sentence-missing"])
    assert levels == [["warning"], ["info"]]


def test_pictures_may_share_their_words() -> None:
    """The words under two pictures of one page do not stand twice."""
    pictures = "".join(f"![花园里的老水泵与新水箱之间的管道](pump{n}.png)\n\n" for n in (1, 2, 3))
    text = "# The pipe between the old pump and the new tank\n\n水泵把水送进水箱。\n\n" + pictures
    report = lint(alignments([parsed("x.md", text.encode())], ""), (), TO_ZH)
    assert [f.message for f in report.findings if f.message == "this stands twice"] == []


def test_a_page_may_have_its_title_in_one_language() -> None:
    """A page that holds both languages lacks no title; a paragraph that it lacks is told."""
    pairs = [
        ("操作员每天早晨检查阀门的压力。", "The operator checks the pressure of the valve daily."),
        ("报告在周末寄给工厂的经理。", "The report is sent to the manager at the weekend."),
        ("水泵由两台电动机驱动。", "The pump is driven by two electric motors."),
    ]
    page = "# 水泵的日常维护与检修\n" + "".join(f"\n{zh}\n\n{en}\n" for zh, en in pairs)
    more = "\n工人们每年秋天都要更换过滤器和密封圈。\n"
    told = [
        [
            (f.rule, f.place.text)
            for f in lint(alignments([each], "", fixed=True), (), TO_ZH).findings
        ]
        for each in (parsed("x.md", page.encode()), parsed("x.md", (page + more).encode()))
    ]
    assert told == [[], [("sentence-added", more.strip())]]


def test_a_row_with_translated_cells_is_translated() -> None:
    """A table's row is not left in English because one of its cells is a name."""
    row = "|---|---|\n| [pump][label-pump] | pump "
    zh = f"# 标签\n\n水泵的标签如下。\n\n| 标签 | 含义 |\n{row}相关的问题 |\n"
    en = f"# Labels\n\nThe pump's labels.\n\n| Label | Meaning |\n{row}issues |\n"
    read = [parsed("x.zh.md", zh.encode()), parsed("x.en.md", en.encode())]
    report = lint(alignments(read, ""), (), TO_ZH)
    assert [f.place.text for f in report.findings if f.rule == "untranslated"] == []


def test_a_long_name_makes_an_unsure_pair_sure(align: Align) -> None:
    """A name of six letters that is nearly there says itself that two sentences go together."""
    damaged = [("name-damaged", "warning")]
    for zh, en, score, found in (
        ("Vlavegate很好。", "Valvegate is good.", 0.35, damaged),
        ("Vlavegate很好。", "Valvegate is good.", 0.25, []),
        ("Vavle很好。", "Valve is good.", 0.35, []),
        ("Vavle很好。", "Valve is good.", 0.99, damaged),
    ):
        assert said(align((zh, en), score=score)) == found


def test_people_named_in_both_ways() -> None:
    """The byline of a page may tell names in Chinese, too; it is no sentence that was added."""
    kept = [
        ("The pump runs at night and the valve stays closed.", "水泵在夜间运行，阀门保持关闭。"),
        ("Water boils at sea level, and earlier on a hill.", "水在海平面沸腾，山上则更早。"),
        ("We asked 40 firms about their pumps in 2021.", "2021年我们就水泵问了40家公司。"),
    ]
    en = "# A Survey of Pumps\n\nHelen Roe¹, Lin Zhiyuan², Tomas Oka¹,³, Ruan Minghe²*\n\n"
    zh = "# 水泵综述\n\n海伦·罗（Helen Roe）¹，林致远²，托马斯·奥卡（Tomas Oka）¹,³，阮明禾²*\n\n"
    en, zh = en + "\n\n".join(a for a, _ in kept), zh + "\n\n".join(b for _, b in kept)
    read = [parsed("x.zh.md", zh.encode()), parsed("x.en.md", en.encode())]
    found = lint(alignments(read, ""), (), TO_ZH).findings
    assert [f.message for f in found if f.rule == "sentence-added"] == []
