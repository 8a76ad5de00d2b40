"""A term has several renderings in the linted set and the one used here is not the expected one.

No glossary is needed: what a term is rendered by is read off the sentences and their translations,
even a rendering that nobody has seen before. Expected is the glossary's rendering, else the one
that a bracket defines, or a heading or keyword that is the term and nothing else, else the one that
is used most; one word alone is held against its own document, longer terms against the whole set.

It does not fire for the abbreviation or a name left in Latin letters, for another spelling (the
script, width, hyphens, 的), where the term is shortened to its head (序列 for 蛋白质序列), pointed
at (该模型) or left out, where the expected rendering stands in the sentence, or where two are used
alike again and again. A rendering that belongs to another term is term-collision.

It is information only where what stands there may well be a second good rendering: mostly for one
word alone, which has to be surer, all the more where the other rendering is used again and again.
So it is where a term stands in a few sentences, and in two of them it is called two things: what is
said oftener is held, else what a heading or keyword says, else the first.

Why: a reader takes two names for two things.
"""

from collections.abc import Iterator, Sequence

from zhen_align.lint.consistency.messages import inconsistent
from zhen_align.lint.facts import Pair, Shared
from zhen_align.lint.finding import Severity
from zhen_align.lint.rule import Example, Judged, Need

NAME = "term-inconsistent"
SEVERITY = Severity.WARNING
NEEDS = frozenset({Need.BEADS, Need.SET})
_THRICE = (
    "Knowledge distillation is fast.\nKnowledge distillation is cheap.\n"
    "We use knowledge distillation.\nKnowledge distillation has its flaws."
)
_SAID = "知识蒸馏很快。\n知识蒸馏很省。\n我们使用知识蒸馏。\n"
EXAMPLES: tuple[Example, ...] = (
    Example(f"{_SAID}知識 蒸馏也有缺点。", _THRICE, (), "another script, and a blank"),
    Example(f"{_SAID}蒸馏也有缺点。", _THRICE, (), "shortened to its head"),
    Example(f"{_SAID}这种方法也有缺点。", _THRICE, (), "pointed at"),
    Example(
        "大语言模型（LLM）很大。\n大型语言模型会写信。\n大型语言模型会翻译。",
        "A large language model (LLM) is large.\nLarge language models write letters.\n"
        "LLMs can translate.",
        ("大型语言模型", "大型语言模型"), "defined otherwise, however often it is used",
    ),
    Example(
        "大语言模型（LLM）很大。\nLLM 会写信。",
        "A large language model (LLM) is large.\nLarge language models write letters.",
        (), "the abbreviation",
    ),
    Example(
        "拉取请求要等四小时。\n天气很好。\n合并请求很多。",
        "A pull request waits for four hours.\nThe weather is fine.\nThere are many pull requests.",
        ("合并请求",), "two names in two sentences",
    ),
    Example(
        "双细胞要剔除。\n天气很好。\n图中有双细胞。\n双细胞很少见。",
        "Doublets have to be discarded.\nThe weather is fine.\nThe figure has a doublet.\n"
        "Twin cells are rare.",
        ("Twin cells",), "into English, two names in a few sentences", (), "en",
    ),
    Example(
        "卷积神经网络很快。\n卷积神经网络很省。\n卷积神经网络很贵。",
        "The convolutional neural network is fast.\nConvolutional neural networks are cheap.\n"
        "A convolution nerve network is dear.",
        ("convolution nerve network",), "into English", (), "en",
    ),
    Example(
        "联邦学习很快。\n联邦学习很省。\n联邦学习很贵。",
        "Federated learning is fast.\nFederated learning is cheap.\nFederal learning is dear.",
        ("Federal learning",), "into English, with words that begin alike", (), "en",
    ),
    Example(
        "卷积神经网络很快。\n卷积神经网络很省。\n卷积神经网络很贵。",
        "The convolutional neural network is fast.\nConvolutional neural networks are cheap.\n"
        "The network is dear.",
        (), "into English, shortened", (), "en",
    ),
    Example(
        "知识提炼很快。", "Knowledge distillation is fast.", ("知识提炼",),
        "the glossary knows better, even where the term stands once",
        (("knowledge distillation", "KD", "知识蒸馏", "preferred"),),
    ),
    Example(
        "知识提炼很快。", "Knowledge distillation is fast.", (), "an admitted rendering",
        (("knowledge distillation", "KD", "知识蒸馏", "preferred"),
         ("knowledge distillation", "KD", "知识提炼", "admitted")),
    ),
)  # fmt: skip


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Compare every occurrence of a term with what is expected of it."""
    return inconsistent(pairs, shared, SEVERITY)
