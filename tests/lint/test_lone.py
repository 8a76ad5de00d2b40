"""What has no partner, and is yet no omission; and clauses that are just what is lacking."""

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.pipeline import alignments, parsed

# a farm has a pump and a valve; each spring the farmer looks after both of them
ZH = "农场有一台水泵和一个阀门。每年春天，农民都要检查它们。"
EN = "The farm has a pump and a valve. Every spring the farmer checks both of them."
# the filter removes sand from the river; the report is sent to the manager of the factory
MORE_ZH = "过滤器除去河里的沙子。报告寄给工厂的经理。"
MORE_EN = (
    "The filter removes sand from the river. The report is sent to the manager of the factory."
)


def told(zh: str, en: str, target: str = "zh") -> list[tuple[str, str]]:
    """Return what of a page is said to be missing or added, and how sure that is."""
    name = "a.zh.md", "a.en.md"
    sides = (zh, en) if zh else (en,)
    read = [parsed(n, f"{t}\n".encode()) for n, t in zip(name, sides, strict=False)]
    found = lint(alignments(read, "", fixed=True), (), Options(target=target)).findings
    return [
        (finding.rule, str(finding.severity))
        for finding in found
        if finding.rule in ("sentence-missing", "sentence-added", "untranslated")
    ]


@pytest.mark.parametrize("kept", ["Compressors", "Compressor"])
def test_a_heading_that_is_kept_is_not_missing(kept: str) -> None:
    """It stands there in Latin letters, with or without its plural."""
    page = f"# Farm\n\n# 农场\n\n{EN}\n\n{ZH}\n\n## B. Compressors\n\n## B. {kept}\n\n{EN}\n\n{ZH}"
    assert told("", page) == []


def test_another_heading_is_missing() -> None:
    """A heading of another section is no translation of it."""
    english = f"# Farm\n\n{EN}\n\n## Factory of Compressors\n\n{MORE_EN}\n\n## Compressors\n\nNone."
    chinese = f"# 农场\n\n{ZH}\n\n{MORE_ZH}\n\n## Compressors\n\n无。"
    assert ("sentence-missing", "warning") in told(chinese, english)


def test_a_masthead_is_no_text() -> None:
    """When a page was last changed is told of it, not by it."""
    english = f"# Farm\n\n**Last updated: 3 May 2021** (version 2; 40 pages)\n\n{EN}"
    chinese = f"# 农场\n\n**最后更新：2021年5月3日**（第2版；40页）\n\n{ZH}"
    assert told(chinese, english) == []


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        (
            # the pump sends water into the tank, but its noise disturbs the neighbours' sleep
            "水泵把水送进水箱,但噪声严重影响附近邻居的睡眠。",
            "The pump sends water into the tank.",
            [("sentence-added", "warning")],
        ),
        (
            "水泵把水送进水箱,但噪声严重影响附近邻居的睡眠。",
            "The pump sends water into the tank, but its noise badly disturbs the sleep of "
            "the neighbours nearby.",
            [],
        ),
    ],
)
def test_clauses_end_in_half_width_commas(
    zh: str, en: str, expected: list[tuple[str, str]]
) -> None:
    """Chinese with the commas of English has clauses, too."""
    assert told(f"{ZH}{zh}{MORE_ZH}", f"{EN} {en} {MORE_EN}") == expected


def test_a_clause_in_the_middle_is_as_long_as_what_lacks() -> None:
    """Where all the rest is said, that is enough for a remark."""
    # the pump sends river water into the tank on the roof, then the garden, and the valve rusts
    zh = (
        "农场的水泵把河水送进房屋屋顶的水箱，再从水箱送进花园，"
        "而水箱的阀门在潮湿的冬天几周内就会生锈。"
    )
    en = (
        "The pump of the farm sends water from the river into the tank on the roof of the house "
        "and from the tank into the garden, and unless somebody paints it often, the valve of the "
        "tank rusts within weeks in a wet winter."
    )
    found = told(f"{ZH}{zh}{MORE_ZH}", f"{EN} {en} {MORE_EN}")
    assert found == [("sentence-missing", "info")]


REFERENCES = (
    "[1] M. Roe and T. Bell, “Pumps without valves,” Flow Letters 3, 1–9 (2020).\n\n"
    "[2] Carr P, Roe A, et al. How a filter of sand is cleaned by the river. Flow. 2021;4:44–61."
)


def test_references_need_no_translation() -> None:
    """They are the same in both languages; a text of both may give them once, or twice."""
    page = f"# Farm\n\n# 农场\n\n{EN}\n\n{ZH}\n\n## References\n\n## 参考文献\n\n{REFERENCES}"
    assert told("", page) == []
    assert told("", f"{page}\n\n{REFERENCES}") == []
    english = f"# Farm\n\n{EN}\n\n{MORE_EN}\n\n## References\n\n{REFERENCES}"
    chinese = f"# 农场\n\n{ZH}\n\n{MORE_ZH}\n\n## 参考文献\n\n"
    assert told(chinese, english) == []
    assert told(chinese + REFERENCES, english) == []


def test_prose_after_a_list_of_references_is_missed() -> None:
    """Only the list is left alone."""
    english = f"# Farm\n\n{EN}\n\n## References\n\n{REFERENCES}\n\n## Pump\n\n{MORE_EN}"
    chinese = f"# 农场\n\n{ZH}\n\n## 参考文献\n\n{REFERENCES}"
    assert ("sentence-missing", "warning") in told(chinese, english)


def test_a_sentence_may_be_the_clause_before_a_colon() -> None:
    """本文安排如下：… is put as two sentences, of which the aligner leaves one alone."""
    chinese = (
        "本文结构安排如下：第2节介绍水泵，第3节讨论阀门，第4节讨论过滤器，"
        "第5节给出价格，第6节总结全文。"
    )
    first = "The rest of the paper is organized as follows."
    second = (
        "Section 2 introduces pumps; Section 3 covers valves and Section 4 filters; "
        "Section 5 presents the prices; and Section 6 concludes."
    )
    assert told(f"# 农场\n\n{ZH}\n\n{chinese}", f"# Farm\n\n{EN}\n\n{first} {second}", "en") == []
    other = "The owner of the farm paid for both pumps with a loan."
    page = f"# Farm\n\n{EN}\n\n{other} {second}"
    assert told(f"# 农场\n\n{ZH}\n\n{chinese}", page, "en") == [("sentence-added", "warning")]
