"""One rendering stands for two different terms.

It fires where a rendering is used for the term that it belongs to less: 大语言模型 (large language
model) where the source speaks of a large AI model. However often it is used so, it is not expected.
Two terms whose words it renders alike may share it.

Why: what was said of one thing is read as said of the other.
"""

from collections.abc import Iterator, Sequence

from zhen_align.lint.consistency_words import collisions
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
EXAMPLES: tuple[Example, ...] = (
    Example(
        f"{_ZH}大语言模型很贵。\n大语言模型失败了。", _EN, ("大语言模型", "大语言模型"),
        "the rendering of another term",
    ),
    Example(f"{_ZH}大视觉模型很贵。\n大视觉模型失败了。", _EN, (), "each its own rendering"),
)  # fmt: skip


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Look for occurrences where the rendering of another term stands."""
    return collisions(pairs, shared, SEVERITY)
