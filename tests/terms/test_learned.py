"""Words that go with a stem bead by bead, and what the dictionary's classes say."""

from zhen_align.terms.dictionary import Dictionary
from zhen_align.terms.learned import learn


def bead(en: str, zh: str) -> tuple[frozenset[str], frozenset[str]]:
    """Make a bead of words."""
    return frozenset(en.split()), frozenset(zh.split())


def test_a_word_that_always_comes_along_is_learned() -> None:
    """Only the steady companion counts, not what stands everywhere: 汇聚 pooling, 使 to let."""
    beads = [bead("pool layer", "汇聚 使 层"), bead("pool size", "汇聚 使 大小")] * 4
    beads += [bead("car road", "汽车 使"), bead("house", "房子 使")] * 6
    found = learn(beads)
    assert set(found["pool"]) == {"汇聚"}
    assert found["pool"]["汇聚"] > 0.9


def test_few_beads_teach_nothing() -> None:
    """Three times may be chance."""
    beads = [bead("pool", "汇聚")] * 3 + [bead("car", "汽车")] * 30
    assert "pool" not in learn(beads)


def test_the_dictionary_knows_what_characters_a_word_explains() -> None:
    """A word's own translations cover characters whole, typical characters partly."""
    dictionary = Dictionary(["network", "language"])
    stem = dictionary.stem("language")
    assert dictionary.explained(stem, "语言网络")[:2] == (1.0, 1.0)
    assert dictionary.explained(stem, "语言网络")[2:] == (0.0, 0.0)


def test_word_classes() -> None:
    """Glosses tell nouns, verbs and adjectives apart, near enough."""
    dictionary = Dictionary([])
    assert dictionary.is_noun("network")
    assert dictionary.is_verb("understand")
    assert not dictionary.is_verb("network")
    assert dictionary.is_modifier("medical")
    assert not dictionary.is_modifier("patient")
    assert dictionary.is_action("reading")
    assert not dictionary.is_action("overfitting")
