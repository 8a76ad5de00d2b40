"""What stands for a Chinese term where English is the translation, and its name is missing."""

from collections.abc import Callable

import pytest

from zhen_align.lint.consistency.back import names_of
from zhen_align.lint.consistency.whole import Term, Whole
from zhen_align.lint.engine import Options, lint
from zhen_align.lint.rules import RULES
from zhen_align.terms.reading import read
from zhen_align.terms.rendering_back import look_back
from zhen_align.terms.rendering_data import Expected
from zhen_align.types import Alignment

Align = Callable[..., Alignment]
OFF = {name: "off" for name in RULES if name != "term-inconsistent"}


def seen(align: Align, key: str, form: str, zh: str, en: str) -> list[tuple[str, bool]]:
    """Return what is taken for a term in one pair, and whether it is as long as its name."""
    pair = align((zh, en))
    found = look_back(read(pair), (Expected(key, form, back=True),)).guesses
    return [(pair.en.text[slice(*each.target)], each.logit >= 1) for each in found]


TOLD = [
    # federated learning, with a word that begins like its own
    (
        "federated learning",
        "联邦学习",
        "个性化联邦学习很难。",
        "Personalized federal learning is hard.",
        ("federal learning", True),
    ),
    # virtual staining: the dictionary ties dyeing to it, the word before is nobody's
    (
        "virtual staining",
        "虚拟染色",
        "虚拟染色很快。",
        "A simulated dyeing is fast.",
        ("simulated dyeing", False),
    ),
    # learning rate: half of its name, and a word that nothing else says
    (
        "learning rate",
        "学习率",
        "学习率太大。",
        "The learning velocity is too large.",
        ("learning velocity", False),
    ),
    # client: once by its name, once by another
    (
        "client",
        "客户端",
        "客户端通知客户端。",
        "A client notifies the customers.",
        ("customers", True),
    ),
    # the head of another term is not its own: anchor box
    (
        "bounding box",
        "边界框",
        "锚框不是边界框。",
        "An anchor box is no border box.",
        ("border box", True),
    ),
]


@pytest.mark.parametrize(("key", "form", "zh", "en", "what"), TOLD, ids=[row[0] for row in TOLD])
def test_what_is_told(
    align: Align, key: str, form: str, zh: str, en: str, what: tuple[str, bool]
) -> None:
    """The words that its name or the dictionary ties to the term, and what lies beside them."""
    assert seen(align, key, form, zh, en) == [what]


QUIET = [
    ("neural network", "神经网络", "神经网络很大。", "The network is large.", "shortened"),
    ("neural network", "神经网络", "神经网络很大。", "It is large.", "a pronoun"),
    (
        "transposed convolution",
        "转置卷积",
        "转置卷积层。",
        "A transposed convolutional layer.",
        "other endings",
    ),
    ("minibatch", "小批量", "小批量很大。", "The mini-batch is large.", "in two words"),
    (
        "deep RNN",
        "深度循环神经网络",
        "深度循环神经网络。",
        "A deep recurrent neural network.",
        "spelt out",
    ),
    (
        "linear function",
        "线性函数",
        "非线性函数很难。",
        "A nonlinear function is hard.",
        "its opposite",
    ),
    (
        "autonomous laboratory",
        "自主实验室",
        "自主实验室。",
        "The autono- mous laboratory.",
        "broken",
    ),
    ("deep learning", "深度学习", "深度的监督学习。", "Depth and supervised study.", "not there"),
]


@pytest.mark.parametrize(("key", "form", "zh", "en", "why"), QUIET, ids=[row[-1] for row in QUIET])
def test_what_is_no_fault(align: Align, key: str, form: str, zh: str, en: str, why: str) -> None:
    """None of these is another name."""
    assert seen(align, key, form, zh, en) == []


def test_a_word_is_information(align: Align) -> None:
    """A name of several words is told as a warning, one word alone more mildly."""
    pairs = [
        ("联邦学习保护隐私。", "Federated learning protects privacy."),
        ("联邦学习需要客户端。", "Federated learning needs clients."),
        ("客户端很小。", "A client is small."),
        ("客户端保存数据。", "The client keeps the data."),
        ("联邦学习很慢。", "Federal learning is slow."),
        ("客户端上传参数。", "The customers upload parameters."),
    ]
    report = lint([align(*pairs)], (), Options(OFF, "en"))
    assert [(f.severity, f.place.text) for f in report.findings] == [
        ("warning", "Federal learning"), ("info", "customers"),
    ]  # fmt: skip


def test_a_word_of_a_longer_name_is_none_of_its_own() -> None:
    """A state that always stands in the hidden state is not what 隐状态 is called."""
    whole = Whole()
    for key, n in (("hidden state", 8), ("state", 11), ("latent state", 1)):
        whole.terms[key] = Term(key)
        whole.terms[key].uses["隐状态"] = n
    assert names_of(whole).expected("隐状态") == "hidden state"


def test_the_glossary_may_know_names_that_nobody_uses() -> None:
    """What people have decided about a term that is not in these texts says nothing here."""
    whole = Whole({"state": Term("state")})
    whole.terms["state"].uses["状态"] = 2
    whole.fixed = {"condition": ("状态",)}
    assert names_of(whole).expected("状态") == "state"


@pytest.mark.parametrize(("said", "told"), [("BCIs", []), ("They", ["brain-computer integration"])])
def test_abbreviations_may_be_plural(align: Align, said: str, told: list[str]) -> None:
    """Where the plural of its abbreviation stands, a term needs no other name."""
    pair = align(
        ("脑机接口（BCI）很慢。", "A brain-computer interface (BCI) is slow."),
        ("脑机接口很贵。", "Brain-computer interfaces are dear."),
        ("脑机接口需要脑机融合。", f"{said} need brain-computer integration."),
    )
    found = lint([pair], (), Options(OFF, target="en")).findings
    assert [f.place.text for f in found] == told
