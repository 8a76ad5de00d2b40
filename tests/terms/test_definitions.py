"""What brackets define, in both directions and scripts, and what they do not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhen_align.terms.definitions import definitions
from zhen_align.terms.initials import is_abbreviation

# a text, and what it defines as English|abbreviation|Chinese; the gloss names the case
DEFINED = [
    ("用图神经网络（Graph Neural Network, GNN）", "Graph Neural Network|GNN|用图神经网络"),
    ("graph attention networks (GATs) are", "graph attention networks|GATs|"),
    ("GAT（图注意力网络）很快", "|GAT|图注意力网络"),
    ("先做序列比对 (SA)。", "|SA|先做序列比对"),
    ("a messenger RNA (mRNA)", "messenger RNA|mRNA|"),
    ("the World Wide Web Consortium (W3C)", "World Wide Web Consortium|W3C|"),
    ("sequence-to-sequence (seq2seq)", "sequence-to-sequence|seq2seq|"),
    ("explainable artificial intelligence (XAI)", "explainable artificial intelligence|XAI|"),
    ("state-of-the-barn calls (BarnCall)", "state-of-the-barn calls|BarnCall|"),
    ("area under the curve (AUC)", "area under the curve|AUC|"),
    ("growth factor-β (GF-β)", "growth factor-β|GF-β|"),
    ("an electrocardiogram(ECG)shows", "electrocardiogram|ECG|"),
    ("DSC (Dice Similarity Coefficient)",
     "Dice Similarity Coefficient|DSC|"),
    ("扩散模型（diffusion model）", "diffusion model||扩散模型"),
    ("人工智能（简称AI）", "|AI|人工智能"),
    ("视觉Transformer (ViT) 是", "|ViT|视觉Transformer"),
    ("使用 Segment Any Model (SAM)", "Segment Any Model|SAM|"),
    ("we use computed tomography (CT) and magnetic resonance imaging (MRI)",
     "computed tomography|CT|;magnetic resonance imaging|MRI|"),
    ("we use a graph\nneural network (GNN)", "graph\nneural network|GNN|"),
    ("single-cell RNA sequencing (scRNA-seq)", "single-cell RNA sequencing|scRNA-seq|"),
    ("由省科技计划（AB2021-0457）资助", ""),
    ("最快的（FPS）", ""),
    ("见版本（v1.8.x）与变量（dropout1）", ""),
    ("see the appendix (Table 2) and (NASA)", ""),
    ("结果（见附录）与图（如图3）", ""),
    ("large models (e.g., A, B, C, D)", ""),
    ("in the year (2020)", ""),
    ("这一估计（Moreau, 2021）", ""),
    ("模型（alpha model, beta model, gamma model, delta model）", ""),
    ("alpha really quite very big central units (ABU)", ""),
    ("the method (which is new) works", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DEFINED, ids=[t for t, _ in DEFINED])
def test_defines(text: str, expected: str) -> None:
    """Each text defines exactly what its row says, at its own place."""
    found = [
        "|".join(part.of(text) if part else "" for part in (d.en, d.abbr, d.zh))
        for d in definitions(text)
    ]
    assert ";".join(found) == expected


def test_nested_brackets_tie_all_three() -> None:
    """An abbreviation bracketed inside the English belongs to the Chinese outside too."""
    text = "多头注意力（multi-head attention (MHA)）"  # multi-head attention
    outer = definitions(text)[-1]
    parts = (outer.en, outer.abbr, outer.zh)
    assert [p and p.of(text) for p in parts] == ["multi-head attention", "MHA", "多头注意力"]


def test_abbreviations_by_their_looks() -> None:
    """Capitals or digits, not words, numbers or Roman numerals."""
    yes = ["LLM", "LLMs", "i2b2", "GPT-4", "mRNA", "T-PLM", "IoT"]
    no = ["Model", "model", "II", "IV", "2020", "A", "3", "a1234567890123", "The model"]
    assert [f for f in yes + no if is_abbreviation(f)] == yes


@given(st.text(alphabet="LMlarge modls(（)）,- 大模型", max_size=60))
def test_places_are_in_the_text(text: str) -> None:
    """Whatever the brackets, places lie in the text and are not empty."""
    for d in definitions(text):
        for part in (d.en, d.abbr, d.zh):
            assert part is None or part.of(text).strip()


def test_no_text_makes_it_run_away() -> None:
    """Walking back costs the same however long the run is."""
    hostile = [
        "a" * 20_000 + "(LLM)",
        "a " * 10_000 + "(ABCDEFGH)",
        "(" * 20_000,
        "层" * 20_000 + "(LLM)",
    ]
    start = time.perf_counter()
    for text in hostile:
        definitions(text)
    assert time.perf_counter() - start < 5
