"""Terms are found where they stand, whatever stands beside them, and nowhere else."""

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhen_align.glossary.index import Index, Ref, Side, rows_found
from zhen_align.glossary.rows import Row

ROWS = [
    Row("large language model", "大语言模型", abbr="LLM"),
    Row("language model", "语言模型"),
    Row("pre-training", "预训练"),
    Row("SAM", "SAM"),
    Row("GPT", "GPT"),
    Row("GPT-4", "GPT-4"),
    Row("AI model", "AI模型"),
    Row("kernel", "核"),
    Row("R-CNN", "R-CNN"),
    Row("fewshot learning", "小样本学习"),
    Row("image segmentation", "图像分割"),
    Row("C++", "C++"),
    Row("language", "语言"),
]
INDEX = Index(ROWS)

# a text with the matches in brackets; the gloss names the case
FOUND = [
    ("使用【大语言模型】完成", "glued to Chinese on both sides, the nested term not found"),
    ("【语言模型】和【大语言模型】", "each at its own place"),
    ("【大語言模型】很大", "Traditional"),
    ("【大 语言 模型】", "blanks between Chinese characters"),
    ("一个【ＡＩ 模型】", "full width and a blank"),
    ("XAI模型", "glued to a Latin letter: another word"),
    ("【LLM】与【LLMs】很大，llm不是", "an abbreviation in Chinese, its plural, its case"),
    ("Two [large language models] and a [Large-Language Model].", "plural, capitals, hyphen"),
    ("[Pretraining] helps; [pre-training] helps; [pre training] too", "hyphen, blank, closed"),
    ("[few-shot learning]", "written with a hyphen, known without"),
    ("I like SaM, sam and [SAM]", "an abbreviation has its case"),
    ("[GPT-4] is no GPT-5, [GPT] goes; [GPT4] too", "a name that goes on is another name"),
    ("[LLM]-based agents", "a compound made with an abbreviation"),
    ("[R-CNNs] and R CNN", "a hyphen in an abbreviation may go, but no blank comes"),
    ("models, [language]. Model", "marks part words"),
    ("[language\nmodel]", "a line end is a blank"),
    ("单【核】与多【核】", "one character"),
    ("[image segmentations]", "plural"),
    ("一种【语言】", "the beginning of a longer form, at the end of the text"),
    ("[C++] and C#", "marks that belong to a name"),
]


@pytest.mark.parametrize(("marked", "gloss"), FOUND, ids=[gloss for _, gloss in FOUND])
def test_finds(marked: str, gloss: str) -> None:
    """Exactly what stands in brackets is found, at its place in the original text."""
    text = marked.translate(dict.fromkeys(map(ord, "【】[]")))
    spans, start, at = [], 0, 0
    for ch in marked:
        if ch in "【[":
            start = at
        elif ch in "】]":
            spans.append((start, at))
        else:
            at += 1
    assert [(m.span.start, m.span.end) for m in INDEX.find(text)] == spans


def test_says_which_form_was_found() -> None:
    """A match names its rows and sides; nested matches are there for who asks."""
    (match,) = INDEX.find("大语言模型")
    assert match.refs == (Ref(0, Side.ZH),)
    assert rows_found(INDEX.all("大语言模型")) == {0, 1, 12}
    assert {ref.side for m in INDEX.find("LLM") for ref in m.refs} == {Side.ABBR}
    assert INDEX.find("SAM")[0].refs == (Ref(3, Side.EN), Ref(3, Side.ZH))


@given(st.text(alphabet="大语言模型核語 Ａai模\nLMs-GPT4lageun.（", max_size=40))
def test_matches_are_honest(text: str) -> None:
    """Matches do not overlap, stand in order, and each is found again on its own."""
    matches = INDEX.find(text)
    for one, other in pairwise(matches):
        assert one.span.end <= other.span.start
    for match in matches:
        again = INDEX.find(match.span.of(text))
        assert set(match.refs) <= {ref for m in again for ref in m.refs}


@given(st.sampled_from(ROWS), st.sampled_from(["的", "。", "）", "層"]))
def test_a_term_is_found_between_any_chinese(row: Row, beside: str) -> None:
    """Every Chinese form is found with Chinese on both sides."""
    text = beside + row.zh + beside
    assert any(m.span.of(text) == row.zh for m in INDEX.find(text))


def test_import_is_light() -> None:
    """Reading and matching a glossary loads no segmenter, tables or arrays."""
    code = (
        "import sys, zhen_align.glossary.index, zhen_align.glossary;"
        "heavy = {'numpy', 'pandas', 'jieba', 'spacy', 'opencc', 'transformers', 'rich'};"
        "zhen_align.glossary.index.Index([]).find('大语言模型');"
        "print(*sorted(heavy & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == ""
