"""number-mismatch on pairs of sentences: what it says, how gravely, and when it is silent."""

from collections.abc import Callable

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.lint.finding import Finding
from zhen_align.types import Alignment

Align = Callable[..., Alignment]
TO_ZH = Options(target="zh")

# zh, en, severity, found, expected, a part of the message
WRONG = [
    ("共5.85亿条。", "It has 5.85B rows.", "error", "5.85亿", "58.5亿", "10x too small"),
    ("共34亿词。", "It has 340 million words.", "error", "34亿", "3.4亿", "10x too large"),
    ("共45万人。", "Some 45,000 people.", "error", "45万", "4.5万", "10x too large"),
    ("参数为1.3亿。", "It has 1.3B parameters.", "error", "1.3亿", "13亿", "10x too small"),
    ("历时一年半。", "It took 20 months.", "warning", "", "", "20 is not in"),
    ("占百分之10到30。", "It is 10–20 percent.", "error", "30", "", "has become 30"),
    ("耗资五兆元。", "It cost 50 trillion yuan.", "error", "五兆", "", "10x too small"),
    ("错误率为5%。", "The error is 0.5%.", "error", "5%", "0.5%", "10x too large"),
    ("共五千万条。", "It has 5 billion rows.", "error", "五千万", "50亿", "100x too small"),
    ("从71.4%升至87.9%。", "From 71.4% to 78.9%.", "error", "87.9%", "78.9%", "has become"),
    ("窗口长2043。", "A window of 2048.", "error", "2043", "2048", "has become"),
    ("覆盖率92%。", "A coverage of 90%.", "error", "92%", "90%", "has become"),
    ("提高了12。", "It rose by 12%.", "error", "12", "12%", "lost its percent sign"),
    ("三分之一有误。", "Two thirds are wrong.", "error", "三分之一", "2/3", "stands where"),
    ("扩大到三倍。", "It grew fivefold.", "error", "三倍", "5倍", "stands where"),
    ("有十四个病区。", "There are seventeen wards.", "error", "十四", "17", "stands where"),
    (
        "2021年3月4日发布。",
        "Released on March 14, 2021.",
        "error",
        "2021年3月4日",
        "2021年3月14日",
        "",
    ),
    ("2019年以前。", "Before 2016.", "error", "2019年", "2016年", "2016 has become 2019年"),
    ("约数十万人。", "Hundreds of millions of people.", "error", "数十万", "", "stands where"),
    ("版本2.1.0。", "Version 2.1.1.", "error", "2.1.0", "2.1.1", "has become"),
    ("58.5亿中的5.85亿。", "5.85B of 5.85B rows.", "error", "5.85亿", "58.5亿", "10x too small"),
    ("始于1998年。", "Begun in 2003.", "error", "1998年", "2003年", "stands where"),
    ("从0.80降到0.12。", "From 0.81 to 0.12.", "error", "0.80", "0.81", "has become"),
    ("0.86", "0.96", "error", "0.86", "0.96", "has become"),
    ("在5080万篇上。", "On 50 million texts.", "error", "5080万", "5000万", "has become"),
    ("有500080个。", "Over 500000 of them.", "error", "500080", "500000", "has become"),
    ("约3000个。", "It has 3713 of them.", "warning", "3000", "3713", "stands where"),
    ("用时7 ms。", "It takes 3 ms.", "error", "7 ms", "3", "stands where"),
    ("分为四类。", "There are three classes.", "warning", "四", "3", "stands where"),
    ("共7层。", "It has 3 layers.", "error", "7", "3", "stands where"),
    ("共40个模型。", "GPT-4 models.", "warning", "40", "", "40 is not in the English"),
    ("共64块显卡。", "It has many cards.", "warning", "64", "", "64 is not in the English"),
    ("显卡很多。", "It has 64 cards.", "warning", "", "64", "64 is not in the Chinese"),
    ("有3行，分别是甲和乙。", "The rows are A and B.", "info", "3", "", "is listed"),
    ("准确率为95.3%。", "An accuracy of 95.3.", "info", "95.3%", "95.3", "gained a percent sign"),
]


def said(alignment: Alignment, options: Options = TO_ZH) -> list[Finding]:
    """Return the findings about numbers."""
    return [f for f in lint([alignment], (), options).findings if f.rule == "number-mismatch"]


@pytest.mark.parametrize(("zh", "en", "severity", "found", "expected", "part"), WRONG)
def test_one_finding(
    align: Align, zh: str, en: str, severity: str, found: str, expected: str, part: str
) -> None:
    """A pair with one fault has one finding, at its very characters, gravest first."""
    findings = [f for f in said(align((zh, en))) if f.severity == severity]
    assert [f.place.text for f in findings] == [found]
    assert part in findings[0].message
    if expected:
        assert findings[0].expected == (expected,)


RIGHT = [
    ("共120万人。", "1.2 million people.", "a million is a hundred 万"),
    ("有30亿至340亿个参数。", "It has 3 to 34 billion parameters.", "a range with one unit"),
    ("分为三类。", "There are 3 classes.", "a numeral"),
    ("四处寻找。", "They search in three places.", "a numeral inside a word"),
    ("两侧均有。", "It is on both sides.", "both"),
    ("一半的医院。", "Half of the hospitals.", "half"),
    ("约128万张。", "It has 1,281,167 images.", "rounded to 万"),
    ("约为1.3。", "It is 1.28.", "rounded with fewer decimals"),
    ("约2000个。", "It has 2048 of them.", "about"),
    ("有5080万篇。", "It has over 50 million texts.", "more than is said"),
    ("20多万人。", "It has 234,000 people.", "an open number"),
    ("数十亿人。", "Some 3.5 billion people.", "an order"),
    ("20世纪90年代。", "In the 1990s.", "a decade"),
    ("2023年6月8日。", "On 8 June 2023.", "a date"),
    ("提高了12个百分点。", "It rose by 12 percentage points.", "points"),
    ("另有20%被忽略。", "One in five is overlooked.", "a share"),
    ("提高50%。", "It is 1.5x as fast.", "a rise in percent"),
    ("为原来的20%。", "It is 5x smaller.", "a part in percent"),
    ("提升了2倍。", "It is 3x as fast.", "a rise by two is three times"),
    ("过去20年。", "Over the past two decades.", "decades are ten years"),
    ("见图3和表2 [12]。", "See Fig. 4 and Table II [13].", "references are not numbers"),
    ("GPT-4更好。", "GPT-3 is better.", "digits of names"),
    ("ViT-22B有220亿参数。", "The scale of ViT-22B is large.", "a size known from the name"),
    ("1）方法；2）结果。", "First, methods; second, results.", "list marks"),
    ("共有3 498例。", "There are 3,498 cases.", "thousands parted by a blank"),
    ("快100倍。", "Faster by two orders of magnitude.", "orders of magnitude"),
    ("共50万行。", "Half a million rows.", "half a million"),
    ("第10号共10个，另10个。", "Ten of 10.", "said once for several"),
    ("取$3\\times10^{5}$行。", "Take 300,000 rows.", "a formula"),
    ("1.3 版起支持。", "Supported since 1.3.0.", "a shorter version"),
    ("见https://example.org/300", "See the page.", "an address"),
    ("历时一年半。", "It took 18 months.", "a year and a half in months"),
    ("历时90分钟。", "It took an hour and a half.", "an hour and a half in minutes"),
    ("历时30分钟。", "It took half an hour.", "half an hour in minutes"),
    ("装机五兆瓦。", "It makes 5 megawatts.", "兆 as mega before a unit"),
    ("占百分之十到二十。", "It is 10–20 percent.", "a range behind its percent"),
    ("占千分之1到2。", "It is 0.1% to 0.2%.", "a range behind per mille"),
]


@pytest.mark.parametrize(("zh", "en", "gloss"), RIGHT, ids=[gloss for _, _, gloss in RIGHT])
def test_silence(align: Align, zh: str, en: str, gloss: str) -> None:
    """A right pair has neither an error nor a warning, whichever side is the translation."""
    for target in ("zh", "en"):
        findings = said(align((zh, en)), Options(target=target))
        assert [f.message for f in findings if f.severity != "info"] == []


def test_two_bare_numbers_a_side_are_not_paired(align: Align) -> None:
    """Which of them stands for which nobody can say."""
    findings = said(align(("共7层、9块。", "It has 3 layers and 5 blocks.")))
    assert [f.place.text for f in findings] == ["7", "9", "", ""]


def test_shares_are_paired_in_order(align: Align) -> None:
    """Two shares a side stand for one another in turn."""
    findings = said(align(("从12%到34%。", "From 56% to 78%.")))
    assert [(f.place.text, f.expected) for f in findings] == [("12%", ("56%",)), ("34%", ("78%",))]


def test_what_follows_from_other_numbers_is_information(align: Align) -> None:
    """A complement, sum or difference is told, but is no fault."""
    for zh, en in (
        ("其余24%未变。", "76% have changed."),
        ("提高了10.5个百分点。", "It rose from 58.8% to 69.3%."),
    ):
        findings = said(align((zh, en)))
        assert {f.severity.value for f in findings} <= {"info", "warning"}
        assert findings[0].severity == "info"
        assert "follows from numbers there" in findings[0].message


def test_the_english_may_be_the_translation(align: Align) -> None:
    """With English as the target the finding stands there, and is written its way."""
    (finding,) = said(align(("共58.5亿条。", "It has 5.85 million rows.")), Options(target="en"))
    assert (finding.place.path, finding.place.text) == ("x.en.md", "5.85 million")
    assert finding.expected == ("5.85 billion",)
    assert finding.message.endswith("(1000x too small)")


def test_what_is_missing_stands_after_the_sentence(align: Align) -> None:
    """A number without a counterpart is placed right after the aligned sentence."""
    (finding,) = said(align(("显卡很多。", "It has 64 cards."), ("完。", "End.")))
    assert finding.place.span.start == finding.place.span.end == len("显卡很多。")
    assert finding.other is not None
    assert finding.other.text == "64"


def test_missing_here_and_surplus_next_door_is_silent(align: Align) -> None:
    """A number that the aligner put into the next bead is nobody's fault."""
    assert said(align(("显卡很多。", "It has 64 cards."), ("64块显卡。", "They are fast."))) == []
    assert (
        len(said(align(("显卡很多。", "It has 64 cards."), ("63块显卡。", "They are fast.")))) == 2
    )


def test_an_unsure_bead_is_not_judged(align: Align) -> None:
    """Below the threshold nothing is said; a little above it, only what contradicts."""
    pair = ("共5.85亿条，64块。", "It has 5.85B rows.")
    assert said(align(pair, score=0.4)) == []
    assert [f.severity.value for f in said(align(pair, score=0.6))] == ["error"]
    assert [f.severity.value for f in said(align(pair, score=0.9))] == ["error", "warning"]


def test_a_dump_of_numbers_is_no_sentence(align: Align) -> None:
    """Hundreds of numbers in one bead are data; comparing all with all would never end."""
    numbers = " ".join(f"{n}.5" for n in range(10, 400))
    assert said(align((f"数据：{numbers}", "Data: 1234567"))) == []


def test_one_sided_beads_are_left_to_other_rules(align: Align) -> None:
    """A sentence without a counterpart is not a list of missing numbers."""
    assert said(align(("共64块。", ""), ("", "It has 32 cards."))) == []
