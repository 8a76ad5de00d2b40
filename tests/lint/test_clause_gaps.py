"""Clauses that only one side says, in texts whose sentences are otherwise about as long."""

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.lint.lengths import Usual
from zhen_align.pipeline import alignments, parsed
from zhen_align.types import Lang

# sentences that translate each other closely
CLOSE = [
    ("水泵把水送到山上的水库。", "The pump sends water to the reservoir on the hill."),
    (
        "阀门在夜间关闭，早晨再打开。",
        "The valve is closed at night, and opened again in the morning.",
    ),
    ("两名工人每周检查一次管道。", "Two workers inspect the pipes once a week."),
    (
        "传感器测量水的温度和压力。",
        "Sensors measure the temperature and the pressure of the water.",
    ),
    ("旧的电机在冬天经常停止。", "The old motor often stops in winter."),
    ("数据每小时发送到城里的办公室。", "Data are sent to the office in the city every hour."),
]
# what one side alone says, and on which side it is told
GONE = [
    (
        "水库为三个村庄供水。",
        "The reservoir supplies three villages, although farmers of two valleys protest loudly.",
        Lang.ZH,
    ),
    (
        "水库为三个村庄供水，但农民对价格强烈不满。",
        "The reservoir supplies three villages.",
        Lang.EN,
    ),
    (
        "价格很少公布，因为它们并不稳定；多数村庄按年付款。",
        "Prices are seldom published; most villages pay by the year.",
        Lang.EN,
    ),
    # the rest is wordy, so that lengths tell next to nothing
    (
        "价格很少公布，因为它们并不稳定；多数村庄按年付款。",
        "The prices are hardly ever published anywhere at all; most villages pay by the year.",
        Lang.EN,
    ),
]
KEPT = [
    # as many clauses on both sides, and one that the dictionary does not find
    (
        "工人们束手无策，因为它们并不稳定；多数村庄按年付款。",
        "Everybody was at a loss, so on they went; most villages pay by the year.",
    ),
    ("英格丽·林登(Ingrid Linden)、水泵很多", "Ingrid Linden, pumps"),
    ("水库为三个村庄供水，水质良好。", "The reservoir supplies three villages with good water."),
    ("总的来说，水库为三个村庄供水。", "The reservoir supplies three villages."),
    ("水库为三个村庄供水。", "The reservoir supplies three villages, as it were."),
]


def told(zh: str, en: str) -> list[Lang]:
    """Return the sides on which a clause of a pair is missed, among close translations."""
    pairs = [*CLOSE[:3], (zh, en), *CLOSE[3:]]
    read = [
        parsed(f"x.{lang}.md", "\n\n".join(pair[n] for pair in pairs).encode())
        for n, lang in enumerate(("zh", "en"))
    ]
    found = lint(alignments(read, "", fixed=True), (), Options(target="zh")).findings
    sides = {"sentence-missing": Lang.ZH, "sentence-added": Lang.EN}
    return [sides[each.rule] for each in found if each.rule in sides]


@pytest.mark.parametrize(("zh", "en", "side"), GONE)
def test_a_clause_that_nothing_says_is_told(zh: str, en: str, side: Lang) -> None:
    """A clause of which no word stands on the other side is missed there."""
    assert told(zh, en) == [side]


@pytest.mark.parametrize(("zh", "en"), [*CLOSE, *KEPT])
def test_close_and_terse_translations_are_silent(zh: str, en: str) -> None:
    """What is said, if in fewer words or none that count, is not missed."""
    assert told(zh, en) == []


def test_a_shortage_is_counted_in_usual_differences() -> None:
    """The same lack is worth more between texts that hardly differ; no lack is worth nothing."""
    close, free = Usual(1.0, 0.15), Usual(1.0, 0.3)
    assert close.shortage(3, 10) == pytest.approx(2 * free.shortage(3, 10))
    assert close.shortage(0, 10) == 0
    assert close.shortage(10, 10) == close.shortage(9.9, 10)
