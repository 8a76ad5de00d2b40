"""Chinese units come out whole, also where the segmenter knows only their pieces."""

from zhen_align.terms.chinese import atoms, candidates, count, name, runs, suffixes
from zhen_align.terms.wordclass import frequency


def units(texts: list[str]) -> set[str]:
    """Return all units of some texts."""
    found = [run for text in texts for run in runs(text)]
    counts = count(found)
    return {unit for run in found for unit, _, _ in candidates(run, counts)}


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
