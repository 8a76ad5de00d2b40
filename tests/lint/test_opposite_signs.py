"""What is looked for before an expression is asked hides nothing that the expression finds."""

import pytest

from zhen_align.lint.opposites import negations
from zhen_align.lint.opposites.poles import Words, axes, english

NEGATIONS = (
    "is not", "DOES NOT", "has recently not", "isn't", "can’t", "cannot", "by  no means",
    "no longer", "never", "none of", "neither", "nor", "without", "lacks", "no\u00a0dam", "No dam",
    "unable", "Unknown", "unclear", "unavailable", "unstable", "unlike", "unchanged", "unaffected",
    "unlabelled", "unnecessary", "unrelated", "unreliable", "unsuitable", "impossible", "insoluble",
    "insignificant", "insufficient", "incomplete", "invalid", "inaccurate", "incorrect",
    "inconsistent", "ineffective", "irrelevant", "absence of", "failed to", "hardly", "rarely",
    "seldom",
)  # fmt: skip


@pytest.mark.parametrize("said", NEGATIONS)
def test_every_negation_has_a_sign(said: str) -> None:
    """A text that negates is never passed over."""
    text = f"{said} pump"
    assert negations._NOT.search(text)
    assert negations._SIGN.search(text.lower())


def test_words_are_found_as_their_expression_finds_them() -> None:
    """In a text of all the words of all poles, in small letters, as written and in capitals."""
    poles = [pole.all_en for axis in axes() for pole in axis]
    plain = " , ".join(poles).replace("*", "al").replace("@", "").replace("_", " ")
    for text in (plain, plain.lower(), plain.upper()):
        for written in poles:
            places = [found.span() for found in Words(written).find(text)]
            assert places == [found.span() for found in english(written).finditer(text)]


def test_nothing_is_asked_without_a_sign() -> None:
    """An expression that no text has a sign of is not even made."""
    words = Words("open* Shut")
    assert words.find("It is closed.") == []
    assert "_pattern" not in vars(words)
    assert [found[0] for found in words.find("Opened, then Shut, not shut.")] == ["Opened", "Shut"]
