"""One rendering stands for two different terms.

It fires where a rendering is used for the term that it belongs to less: 大语言模型 (large language
model) where the source speaks of a large AI model. However often it is used so, it is not expected.
Two terms whose words it renders alike may share it. Where the two have no word in common it has to
be clear from the rest of the sentence: nothing else stands for the term, and nothing there for
its owner.

Why: what was said of one thing is read as said of the other.
"""

from collections.abc import Iterator, Sequence

from zhen_align.lint.consistency.messages import collisions
from zhen_align.lint.facts import Pair, Shared
from zhen_align.lint.finding import Severity
from zhen_align.lint.rule import Example, Judged, Need

NAME = "term-collision"
SEVERITY = Severity.WARNING
NEEDS = frozenset({Need.BEADS, Need.SET})
_EN = (
    "A large language model (LLM) reads text.\nA large vision model (LVM) reads images.\n"
    "LLMs are used everywhere.\nAn LVM is dear.\nThe LVM failed."
)
_ZH = "大语言模型（LLM）阅读文本。\n大视觉模型（LVM）阅读图像。\n大语言模型随处可见。\n"
_PUMPS = (
    "滴灌带铺在作物旁边。\n滴灌带每年更换。\n每条滴灌带都有编号。\n"
    "控制阀在早晨打开。\n控制阀由钢制成。\n控制阀可以清洗。\n"
)
_SAID = (
    "The drip line lies beside the crop.\nThe drip line is replaced every year.\n"
    "Every drip line has a number.\nThe control valve opens in the morning.\n"
    "The control valve is made of steel.\nThe control valve can be cleaned.\n"
)
EXAMPLES: tuple[Example, ...] = (
    Example(
        f"{_ZH}大语言模型很贵。\n大语言模型失败了。", _EN, ("大语言模型", "大语言模型"),
        "the rendering of another term",
    ),
    Example(f"{_ZH}大视觉模型很贵。\n大视觉模型失败了。", _EN, (), "each its own rendering"),
    Example(
        f"{_PUMPS}滴灌带在冬天关闭。", f"{_SAID}The control valve is closed in winter.",
        ("滴灌带",), "neither characters nor words in common: one rendering too few, one too many",
    ),
    Example(
        f"{_PUMPS}滴灌带上的阀门要关闭。", f"{_SAID}The control valve of the drip line is closed.",
        (), "its owner is there as well",
    ),
)  # fmt: skip


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Look for occurrences where the rendering of another term stands."""
    return collisions(pairs, shared, SEVERITY)
