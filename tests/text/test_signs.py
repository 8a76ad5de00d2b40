"""Which numbers have a minus sign, and which dashes are none."""

import pytest

from zhen_align.text.signs import Sign, sign
from zhen_align.types import Span

# the number stands between bars; the gloss names the case
CASES = [
    ("at −|5| V", Sign.MINUS, "a minus sign"),
    ("at -|5| V", Sign.MINUS, "a hyphen after a small word"),
    ("is –|5| V", Sign.MINUS, "a dash before a number"),
    ("(-|5|)", Sign.MINUS, "in a bracket"),
    ("r = -|0.5|", Sign.MINUS, "after a sign of relation"),
    ("电位为−|5|", Sign.MINUS, "a minus sign in Chinese: the potential is −5"),
    ("电位为-|5|", Sign.MAYBE, "a hyphen in Chinese, perhaps a name"),
    ("零下 |20| 度", Sign.MINUS, "below zero in Chinese"),
    ("设为负|3|", Sign.MINUS, "negative in Chinese"),
    ("minus |3|", Sign.MINUS, "minus in words"),
    ("10 minus |3|", Sign.NONE, "a difference"),
    ("|20| degrees below zero", Sign.MINUS, "below zero in English"),
    ("|20| degrees below", Sign.MINUS, "below, without zero"),
    ("±|5|", Sign.MAYBE, "both signs"),
    ("$-|5|$", Sign.MINUS, "in a formula"),
    ("GPT-|4|", Sign.NONE, "a name"),
    ("3-|5|", Sign.NONE, "a range"),
    ("10 °C -|20| °C", Sign.NONE, "a range with units"),
    ("g −|1|", Sign.MAYBE, "an exponent that a blank cut off"),
    ("plan -|3|", Sign.MINUS, "a hyphen after a word"),
    ("Plan -|3|", Sign.MAYBE, "a hyphen after a name"),
    ("-|3| of them", Sign.MAYBE, "where a text begins: perhaps a list"),
    ("some |5|", Sign.NONE, "no sign"),
]


@pytest.mark.parametrize(("marked", "expected", "gloss"), CASES, ids=[c[2] for c in CASES])
def test_signs(marked: str, expected: Sign, gloss: str) -> None:
    """Each number has the sign that its surroundings give it."""
    before, number, after = marked.split("|")
    text = before + number + after
    assert sign(text, Span(len(before), len(before) + len(number))) is expected


def test_a_formula_as_a_whole_has_the_sign_inside() -> None:
    """The span of an unwrapped formula holds its signs."""
    assert sign("$-0.5$", Span(0, 6)) is Sign.MINUS
    assert sign("$0.5$", Span(0, 5)) is Sign.NONE
