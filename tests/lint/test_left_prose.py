"""English prose on Chinese pages that the source no longer has; what is shown as it is stays."""

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.pipeline import alignments, parsed

EN = """# Pump

The pump runs for 5 minutes after the tap has been opened. You cannot stop it.

The valve is closed by hand.

Water flows through the pipe.

Send an answer.
"""
ZH = """# 水泵

打开龙头之后，水泵运行 5 分钟。无法让它停止。

阀门由人手动关闭。

水流过管道。

发送回答。
"""
OLD = "You open the tap, and then the pump is going to run for a minute or so."


def told(zh: str, en: str = EN) -> list[str]:
    """Return what is told of a Chinese page."""
    read = [parsed("x.zh.md", zh.encode()), parsed("x.en.md", en.encode())]
    report = lint(
        alignments(read, "", fixed=True), (), Options(target="zh", only=("untranslated",))
    )
    return [f.place.text for f in report.findings]


def test_prose_of_an_older_revision_is_told() -> None:
    """It is not in the source any more, but about the same things."""
    assert told(ZH) == []
    assert told(ZH.replace("阀门由人手动关闭。", OLD)) == [OLD]


OTHER = "He was the king of the north, and she was the queen of all the islands."
KEPT = [
    OTHER,  # about other things
    f"> {OTHER[:30]} of the pump, and of what is said of it.",
    f"“{OLD}”",
    f"```\n{OLD}\n```",
    f"<!--\n{OLD}\n-->\n水流过管道。",
    "All rights reserved by the owner of the pump, and the tap is not for sale.",
    "Fern et al. opened the tap of the pump and then they closed it again, in 2019.",
    f"水流过管道。\n\n{OLD}\n\n打开龙头，水泵就会运行大约一分钟，然后再停。",
]


@pytest.mark.parametrize("kept", KEPT)
def test_quotations_and_what_is_translated_beside_stay(kept: str) -> None:
    """Only the page's own voice is told, and only where nothing says it in Chinese."""
    assert told(ZH.replace("水流过管道。", kept)) == []


@pytest.mark.parametrize("lead", ["输出：", "发送以下提示词：", "模型的回答："])
def test_what_is_announced_stays(lead: str) -> None:
    """An output, a prompt, an answer is shown as it is, whether the source has it or not."""
    assert told(ZH.replace("发送回答。", f"{lead}\n\n{OLD}")) == []
    assert told(ZH.replace("发送回答。", f"{lead}\n\n{OLD}"), f"{EN}\n{OLD}\n") == []
    assert told(ZH.replace("发送回答。", f"{OLD}"), f"{EN}\n{OLD}\n") == [OLD]


def test_a_page_in_english_is_no_chinese_one() -> None:
    """Where little is Chinese, the page has not been begun."""
    rest = "The tap is opened by the hand of the owner, who has a pump.\n"
    assert told(f"# 水泵\n\n{OLD}\n\n{rest}\n阀门由人手动关闭。\n") == []


def test_a_sentence_behind_a_chinese_one_needs_no_relation() -> None:
    """Where the block speaks Chinese, a run of English in it was left."""
    said = "You should only use it for what is read very often."
    assert told(ZH.replace("水流过管道。", f"水流过管道。{said}")) == [said]
