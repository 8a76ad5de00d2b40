"""What the dictionary says after it was turned inside out."""

import pytest

from zhen_align.align.dictionary import MAX_HAN, STOP, STOP_IN_TEXT, gloss_words

# gloss, the words kept of it; the note names the case
GLOSSES = [
    ("to train (a model)", ["train"], "an aside and a particle"),
    ("CL:個|个[ge4]", [], "a classifier is no meaning"),
    ("Fine-Tuning", ["fine", "tuning"], "case and hyphen"),
    ("[formal] method {old}", ["method"], "square and curly asides"),
    ("a of the", [], "nothing but stop words"),
    ("layer 2", ["layer", "2"], "a figure is a word"),
    (" ".join(f"w{n}" for n in range(13)), [], "an explanation, not a translation"),
]


@pytest.mark.parametrize(("gloss", "words", "note"), GLOSSES, ids=[row[2] for row in GLOSSES])
def test_gloss_words(gloss: str, words: list[str], note: str) -> None:
    """Asides, classifiers, stop words and long explanations give nothing."""
    assert gloss_words(gloss) == words


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("模型", "model"),  # model, simplified as traditional
        ("機器", "machine"),  # machine, traditional
        ("机器", "machine"),  # machine, simplified
        ("蛋白质", "protein"),  # protein
        ("我们", "we"),  # we: a stop word said by hand
        ("七", "seven"),  # seven
    ],
)
def test_translations_of_common_words(table: dict[str, set[str]], word: str, english: str) -> None:
    """Both scripts are there, and function words have their plain meaning."""
    assert english in table[word]


def test_references_are_followed(table: dict[str, set[str]]) -> None:
    """A word that is only a variant of another has that one's translations."""
    assert "inside" in table["裏"]  # nothing but "variant of" another sign for it


def test_every_entry_can_be_matched(table: dict[str, set[str]]) -> None:
    """No word is longer than matching looks, and none has nothing to say."""
    assert len(table) > 150_000
    assert max(map(len, table)) <= MAX_HAN
    assert all(table.values())


def test_plain_meanings_count_in_texts() -> None:
    """A word given as somebody's plain meaning is no stop word in a text."""
    assert {"we", "not", "while"} <= STOP
    assert not {"we", "not", "while"} & STOP_IN_TEXT
    assert {"the", "of"} <= STOP_IN_TEXT
