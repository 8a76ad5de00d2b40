"""Chinese units come out whole, also where the segmenter knows only their pieces."""

import re
from collections import Counter
from math import log2

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhen_align.terms import chinese, ngrams
from zhen_align.terms.chinese import atoms, name, runs, suffixes
from zhen_align.terms.wordclass import frequency


def units(texts: list[str]) -> set[str]:
    """Return all units of some texts."""
    found = ngrams.find([marked(text) for text in texts])
    return {unit for row in found.found for unit, _ in row}


def marked(text: str) -> ngrams.Marked:
    """Return a text as a reading has it."""
    whole, base = [], 0
    for run in runs(text):
        whole += [n for first, size in chinese.units(run) for n in (base + first, size)]
        base += len(run.atoms)
    return ngrams.Marked(text, "".join(map(chinese.marks, runs(text))), whole)


def test_words_in_a_row_are_units() -> None:
    """Runs of words are units, function words end them: 刹车 brake, 系统 system."""
    found = units(["刹车系统的温度"])
    assert {"刹车", "系统", "刹车系统", "温度"} <= found
    assert not any("的" in unit for unit in found)


def test_an_unknown_word_comes_out_of_the_statistics() -> None:
    """比 and 对 look like function words, yet 序列比对 (sequence alignment) recurs whole."""
    texts = ["蛋白质序列比对很慢", "这里用序列比对", "序列比对不难", "一次序列比对", "新序列比对法"]
    assert "序列比对" in units(texts)
    assert "序列比对" not in units(texts[:1])


def test_latin_words_are_atoms() -> None:
    """A unit may hold Latin words, whole, but is not made of them alone: 架构 architecture."""
    found = units(["使用Transformer架构和BERT。"])
    assert "Transformer架构" in found
    assert "BERT" not in found
    assert not any(unit.startswith("ransformer") for unit in found)


def test_marks_and_blanked_places_part_runs() -> None:
    """Nothing is found across punctuation or what was blanked out; a blank is no mark."""
    assert [name([m[0] for m in run]) for run in atoms("刹车，系统\0温度")] == [
        "刹车",
        "系统",
        "温度",
    ]
    assert [name([m[0] for m in run]) for run in atoms("刹车 系统")] == ["刹车系统"]


def test_places_are_exact() -> None:
    """A unit's span gives back its characters."""
    text = "一套刹车系统"
    for run in runs(text):
        for unit, first, last in suffixes(run, len(text)):
            assert text.endswith(unit)
            assert text[run.places[first] : run.ends[last - 1]] == unit


def test_common_words_are_known_as_common() -> None:
    """General frequency tells 时间 (time) from 氨基酸 (amino acid)."""
    assert frequency("时间") > 20 * frequency("氨基酸")
    assert frequency("没有这个词") == 0


TEXTS = st.lists(st.text(alphabet="序列比对的和模型A1 ，\0", max_size=12), max_size=8)


@settings(deadline=None)
@given(TEXTS)
def test_counts_are_those_of_a_slow_count(texts: list[str]) -> None:
    """Places give back the units; neighbours vary exactly as a plain count says."""
    found = ngrams.find([marked(text) for text in texts])
    rows = [[m[0] for m in run] for text in texts for run in atoms(text)]
    for text, row in zip(texts, found.found, strict=True):
        for unit, span in row:
            plain = re.sub(r"(?<![A-Za-z0-9]) | (?![A-Za-z0-9])", "", span.of(text))
            assert plain == unit
            left = [
                run[at - 1] if at else f"edge {n} {at}"
                for n, run in enumerate(rows)
                for at in range(len(run))
                for last in range(at + 1, len(run) + 1)
                if run[at:last] == [m[0] for m in next(iter(atoms(unit)))]
            ]
            bits = sum(-n / len(left) * log2(n / len(left)) for n in Counter(left).values())
            expected = min(2.5, bits) if len(left) > 1 else 0.0
            assert found.entropy(unit)[0] == pytest.approx(expected, abs=0.126)  # in steps


def test_a_defined_term_begins_behind_a_clause_of_time() -> None:
    """At the time of inference, 推理时, a chain of thought, 思维链: 时 ends what stands before."""
    (run,) = runs("在推理时思维链")
    found = {name(run.atoms[first:last]): (first, last) for _, first, last in suffixes(run, 7)}
    assert "时思维链" not in found
    assert chinese.is_whole(run, *found["思维链"])
