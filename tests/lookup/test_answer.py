"""Look-up answers with the term that was asked for, in any spelling, and with no other."""

import random
import subprocess
import sys

import pytest

from zhen_align.glossary.rows import Row, Status
from zhen_align.lookup.answer import lookup

ROWS = [
    Row("large language model", "大语言模型", abbr="LLM", status=Status.PREFERRED),
    Row("large language model", "大型语言模型", abbr="LLM", status=Status.DEPRECATED),
    Row("large multimodal model", "多模态大模型", abbr="LMM"),
    Row("language model", "语言模型", status=Status.ADMITTED),
    Row("sam", "萨姆", status=Status.PREFERRED),
    Row("Segment Anything Model", "分割一切模型", abbr="SAM"),
    Row("pre-training", "预训练"),
    Row("normalization", "归一化"),
    Row("ResNet", "ResNet", status=Status.KEEP),
    Row("proposed thing", "所提之物", status=Status.REJECTED),
    Row("neural network", "神經網絡"),
    Row("R-CNN", "R-CNN"),
    Row("LLM agent", "LLM智能体"),
]

# a query, what it finds as `Chinese how`, and the case
FOUND = [
    ("large language model", "大语言模型 exact,大型语言模型 exact", "preferred first"),
    ("大语言模型", "大语言模型 exact", "the Chinese"),
    ("LLM", "大语言模型 abbr,大型语言模型 abbr", "the abbreviation"),
    ("LLMs", "大语言模型 variant,大型语言模型 variant", "its plural"),
    ("Large Language Models", "大语言模型 variant,大型语言模型 variant", "case and plural"),
    ("LMM", "多模态大模型 abbr", "another abbreviation"),
    ("SAM", "分割一切模型 abbr", "an abbreviation is no word"),
    ("sam", "萨姆 exact", "a word is no abbreviation"),
    ("llm", "", "an abbreviation has its case"),
    ("pretraining", "预训练 variant", "written closed"),
    ("Pre Training", "预训练 variant", "written apart"),
    ("normalisation", "归一化 variant", "British"),
    ("resnet", "ResNet variant", "a name is found without its capitals"),
    ("大語言模型", "大语言模型 variant", "Traditional"),
    ("神经网络", "神經網絡 variant", "Simplified"),
    ("ＬＬＭ", "大语言模型 variant,大型语言模型 variant", "full width"),
    ("RCNN", "R-CNN variant", "without the hyphen"),
    ("proposed thing", "", "rejected: no term"),
    ("language", "", "a part of a term is not the term"),
    ("模型", "", "nor is a part of its Chinese"),
    ("", "", "nothing"),
    ("!?", "", "no word at all"),
]


@pytest.mark.parametrize(("query", "expected", "gloss"), FOUND, ids=[g for *_, g in FOUND])
def test_finds(query: str, expected: str, gloss: str) -> None:
    """Each query finds exactly the rows of its line, in order."""
    answer = lookup(ROWS, query)
    assert ",".join(f"{m.row.zh} {m.how}" for m in answer.matches) == expected


def test_related_terms_contain_the_query() -> None:
    """Longer terms are named beside, in the language of the query."""
    assert lookup(ROWS, "language model").related == ("large language model",)
    assert lookup(ROWS, "语言模型").related == ("大语言模型", "大型语言模型")
    assert lookup(ROWS, "LLM").related == ("LLM agent",)
    assert lookup(ROWS, "thing").related == ()


def test_a_near_miss_is_set_apart() -> None:
    """What is only near is suggested, never matched, and not where something matches."""
    answer = lookup(ROWS, "LLN")
    assert not answer.matches
    assert answer.suggestions[0].row.abbr == "LLM"
    assert lookup(ROWS, "LMM").suggestions == ()
    assert lookup(ROWS, "llm").suggestions[0].row.abbr == "LLM"


def test_a_slip_inside_a_longer_term_is_found() -> None:
    """The term itself comes first, then the longer one."""
    found = [s.row.en for s in lookup(ROWS, "langauge model").suggestions]
    assert found[:2] == ["language model", "large language model"]
    assert lookup(ROWS, "大语言漠型").suggestions[0].row.zh == "大语言模型"
    assert lookup(ROWS, "quite another thing").suggestions == ()


def test_one_slip_is_forgiven() -> None:
    """A letter or character lost, doubled, changed or swapped: the right term comes first."""
    rows = [Row(en, zh) for en, zh in PAIRS]
    dice = random.Random(7)
    tried = right = 0
    for row in rows:
        for form in (row.en, row.zh):
            for _ in range(12):
                slip = slipped(form, dice)
                if slip == form or lookup(rows, slip).matches:
                    continue
                tried += 1
                near = lookup(rows, slip).suggestions
                right += bool(near) and near[0].row is row
    assert tried > 150
    assert right >= 0.95 * tried


PAIRS = [
    ("hidden layer", "隐藏层单元"),
    ("activation function", "激活函数"),
    ("gradient descent", "梯度下降"),
    ("batch normalization", "批量规范化"),
    ("learning rate", "学习速率"),
    ("protein folding", "蛋白质折叠"),
    ("amino acid", "氨基酸残基"),
    ("blood pressure", "血压测量"),
    ("clinical trial", "临床试验"),
    ("attention head", "注意力头"),
]


def slipped(form: str, dice: random.Random) -> str:
    """Return the form with one slip: in Chinese only swapped or replaced."""
    at = dice.randrange(len(form) - 1)
    kind = dice.choice(("swap", "other")) if form[0] > "z" else dice.choice(
        ("swap", "other", "lost", "double")
    )  # fmt: skip
    if kind == "swap":
        return form[:at] + form[at + 1] + form[at] + form[at + 2 :]
    if kind == "other":
        return form[:at] + ("q" if form[0] <= "z" else "囧") + form[at + 1 :]
    return form[:at] + form[at + 1 :] if kind == "lost" else form[: at + 1] + form[at:]


def test_import_is_light() -> None:
    """Looking up loads no arrays, tables or segmenter."""
    code = (
        "import sys; from zhen_align.lookup.answer import lookup;"
        "from zhen_align.lookup.outputs import FORMATS; from zhen_align.glossary.rows import Row;"
        "FORMATS['text']([lookup([Row('model', '模型')], '模型')]);"
        "heavy = {'numpy', 'pandas', 'jieba', 'spacy', 'opencc', 'transformers', 'rich'};"
        "print(*sorted(heavy & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == ""
