"""Long forms with small words are found wherever they stand, however they are written."""

import pytest

from zhen_align.terms.phrases import phrases, spelt

HELD = phrases(["mixture of expert", "heat pump", "out of distribution"])


def test_only_what_has_small_words_is_looked_for() -> None:
    """All else is a noun phrase, and found as one."""
    assert [key for key, _ in HELD] == ["mixture of expert", "out of distribution"]


@pytest.mark.parametrize(
    "text",
    ["a mixture of experts", "mixtures of experts", "Mixture-of-Experts", "a mixture\nof experts"],
)
def test_however_it_is_written(text: str) -> None:
    """Plurals, hyphens, capitals and the end of a line make no difference."""
    ((start, end, key, _),) = spelt(text, HELD)
    assert key == "mixture of expert"
    assert " ".join(text[start:end].lower().replace("-", " ").split()).startswith("mixture")
    assert text[start:end].lower().endswith("experts")


@pytest.mark.parametrize("text", ["a mixture of expertise", "remixture of experts", "the experts"])
def test_other_words(text: str) -> None:
    """Nothing is found inside of other words, nor a part of it."""
    assert list(spelt(text, HELD)) == []


def test_capitals_that_say_nothing() -> None:
    """At the head of a sentence a capital is no part of the term."""
    assert [row[3] for row in spelt("Out of distribution, out of distribution", HELD)] == ["1", "0"]
