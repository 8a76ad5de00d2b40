"""Where findings of whole texts stand: what is missing, lone texts, lists, the glossary's rows."""

from collections.abc import Callable

import pytest

from zhen_align.glossary.rows import parse
from zhen_align.lint.engine import Options, lint
from zhen_align.lint.finding import Finding
from zhen_align.lint.rules import RULES
from zhen_align.pipeline import alignments, parsed
from zhen_align.types import Block, Document, Kind, Lang, Span

Align = Callable[..., object]
EN = (
    "The pump moves water into the tank.",
    "A filter removes sand and leaves from the river.",
    "The operator checks the pressure of the valve every morning.",
    "The report is sent to the manager of the factory at the weekend.",
)
ZH = (
    "泵把水送进水箱。",
    "过滤器除去河里的沙子和树叶。",
    "操作员每天早晨检查阀门的压力。",
    "报告在周末寄给工厂的经理。",
)


def only(*names: str) -> dict[str, str]:
    """Return severities that leave only some rules on."""
    return {name: "off" for name in RULES if name not in names}


def found(zh: str, en: str, *rules: str) -> list[Finding]:
    """Return what some rules say of two texts, read and aligned by the program."""
    pair = alignments(
        [parsed("x.zh.md", zh.encode()), parsed("x.en.md", en.encode())], "", fixed=True
    )
    return list(lint(pair, (), Options(only(*rules), "zh")).findings)


def test_a_missing_block_is_one_finding_after_its_neighbour() -> None:
    """The place is empty, right after what is translated last before it."""
    more = ("The workers drink tea in the kitchen at noon.", "工人们中午在厨房喝茶。")
    en = f"{EN[0]}\n\n{EN[1]} {EN[2]}\n\n{EN[3]}\n\n{more[0]}\n"
    zh = f"{ZH[0]}\n\n{ZH[3]}\n\n{more[1]}\n"
    (one,) = found(zh, en, "sentence-missing")
    assert (one.place.span, one.zh) == (Span(len(ZH[0]), len(ZH[0])), None)
    assert one.en is not None
    assert "this paragraph" in one.message


def test_sentences_missing_from_a_block_are_found_one_by_one() -> None:
    """Each stands after its own neighbour."""
    (one,) = found("".join((ZH[0], *ZH[2:])), " ".join(EN), "sentence-missing")
    assert one.place.span == Span(len(ZH[0]), len(ZH[0]))
    assert one.en is not None
    assert one.en.text == EN[1]


def test_nothing_is_missing_from_what_is_no_translation() -> None:
    """Where most of the source has no counterpart the rule is silent."""
    assert found(f"{ZH[0]}\n", "\n\n".join(EN) + "\n", "sentence-missing") == []


def test_what_was_left_standing_is_not_missing() -> None:
    """A paragraph in the wrong language is untranslated, and only that."""
    zh = f"{ZH[0]}\n\n{EN[1]}\n\n{ZH[2]}\n\n{ZH[3]}\n"
    rules = found(zh, "\n\n".join(EN) + "\n", "sentence-missing", "untranslated")
    assert [(f.rule, f.place.text) for f in rules] == [("untranslated", EN[1])]


def test_an_item_outside_its_list() -> None:
    """One item has become a bare line while its neighbours stayed items."""
    en = "".join(f"- {line}\n" for line in EN)
    zh = "".join(f"- {line}\n" for line in ZH[:3]) + f"\n{ZH[3]}\n"
    assert [f.place.text for f in found(zh, en, "markup-mismatch")] == [ZH[3]]
    whole = "\n\n".join(ZH) + "\n"
    assert found(whole, en, "markup-mismatch") == []


@pytest.mark.parametrize(("rule", "text"), [("punctuation-width", ","), ("mixed-script", "資")])
def test_lone_texts_are_judged_too(rule: str, text: str) -> None:
    """A rule for one text needs no partner, and gives no other side."""
    line = "这个,那个和这些資料都在这里。"
    document = Document("y.md", line, (Block(Span(0, len(line)), Kind.PARAGRAPH, Lang.ZH),))
    report = lint([], (), Options(only(rule)), unpaired=[document])
    assert text in [f.place.text[:1] for f in report.findings]
    assert all(f.en is None and f.zh is not None for f in report.findings)


def test_a_text_with_two_partners_is_judged_once() -> None:
    """The same fault, seen with both partners, is one finding."""
    texts = [("x.zh.md", "方法简单,效果好。"), ("x.en.md", "It is simple.")]
    pair = alignments([parsed(name, text.encode()) for name, text in texts], "", fixed=True)
    assert len(lint([*pair, *pair], (), Options(only("punctuation-width"), "zh")).findings) == 1


def test_a_row_is_found_in_its_line() -> None:
    """The finding stands in the glossary's file, on the later of two rows."""
    text = "en\tzh\tstatus\npump\t泵\tpreferred\npump\t水泵\tpreferred\n"
    file = Document("g.tsv", text, ())
    options = Options(only("glossary-row"), glossary=file)
    (one,) = lint([], parse(text, "g.tsv").rows, options).findings
    assert (one.place.path, one.place.line, one.place.text) == ("g.tsv", 3, "pump\t水泵\tpreferred")


BLOCKS = [
    (
        "```\nrun --port 8080 # here\n```",
        "```\nrun --port 8081 # 这里\n```",
        "run --port 8081 # 这里",
    ),
    ("```\nrun a # here\n```", "```\nrun  a # 这里\n```", ""),
    ("```\nrun --port 8080\n```", "```\nstop everything now\n```", ""),
    ("![a](img/layout.png)", "![a](img/layout2.png)", "img/layout2.png"),
    ("![a](img/en/layout.png)", "![a](img/zh/layout.png)", ""),
    ("$$\nx_i = a + b\n$$", "$$\nx_i = b + a\n$$", ""),
    ("$$\nx_i = a + b\n$$", "$$\nx_i = a + c\n$$", "$$\nx_i = a + c\n$$"),
]


@pytest.mark.parametrize(("before", "after", "flagged"), BLOCKS, ids=[b[1] for b in BLOCKS])
def test_blocks_that_are_no_text(before: str, after: str, flagged: str) -> None:
    """Code, formulas and pictures of their own are compared in order; small changes count."""
    texts = [f"{side[0]}\n\n{block}\n\n{side[1]}\n" for side, block in ((ZH, after), (EN, before))]
    hits = found(*texts, "markup-mismatch")
    assert [f.place.text for f in hits] == [flagged] * bool(flagged)


def test_a_date_at_the_head_of_an_article_is_compared() -> None:
    """Such lines are no prose and in no bead, and a wrong day in them is told all the same."""
    head = "收稿日期: 2023-05-04  录用日期: 2023-09-1{}\n\n"
    other = "Received: 4 May 2023  Accepted: 17 September 2023\n\n"
    zh, en = ("\n".join(lines) + "\n" for lines in (ZH, EN))
    (wrong,) = found(head.format(1) + zh, other + en, "number-mismatch")
    assert (wrong.place.text, wrong.expected) == ("2023-09-11", ("2023-09-17",))
    assert found(head.format(7) + zh, other + en, "number-mismatch") == []


def test_a_year_that_another_date_of_the_line_has_is_told() -> None:
    """Each date is held against its own: that 2023 stands elsewhere in the line is no excuse."""
    head = "收稿日期: 2023-05-04  录用日期: {}-01-17\n\n"
    other = "Received: 4 May 2023  Accepted: 17 January 2024\n\n"
    zh, en = ("\n".join(lines) + "\n" for lines in (ZH, EN))
    (wrong,) = found(head.format(2023) + zh, other + en, "number-mismatch")
    assert wrong.place.text == "2023-01-17"
    assert found(head.format(2024) + zh, other + en, "number-mismatch") == []


def test_other_dates_at_the_head_of_an_article_are_no_slip() -> None:
    """One side may name other days than the other: only one that differs is told."""
    head = "收稿日期: 2023-05-04  修回日期: 2023-08-30\n\n"
    other = "Received: 4 May 2023  Accepted: 17 September 2023\n\n"
    zh, en = ("\n".join(lines) + "\n" for lines in (ZH, EN))
    assert found(head + zh, other + en, "number-mismatch") == []
