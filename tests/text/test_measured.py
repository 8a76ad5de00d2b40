"""Numbers with their units: which are read, and where the two stand."""

import pytest

from zhen_align.text.measured import first_of_ranges, measured
from zhen_align.text.quantities import quantities
from zhen_align.types import Lang

# the text, its language, and each number as value, unit and characters; the gloss names the case
READ = [
    ("长 3 公里", Lang.ZH, [("3", "km", "3 公里")], "three kilometres"),
    ("半斤糖", Lang.ZH, [("0.5", "jin", "半斤")], "half a jin of sugar"),
    ("历时两个半小时", Lang.ZH, [("2.5", "h", "两个半小时")], "two and a half hours"),
    ("用时1小时20分", Lang.ZH, [("1", "h", "1小时"), ("20", "min", "20分")], "an hour and 20 min"),
    ("得20分", Lang.ZH, [], "twenty points"),
    ("$5 a day", Lang.EN, [("5", "$", "$5")], "the sign stands before"),
    ("two kilometres", Lang.EN, [("2", "km", "two kilometres")], "in words"),
]


@pytest.mark.parametrize(("text", "lang", "told", "gloss"), READ, ids=[row[-1] for row in READ])
def test_numbers_have_their_units(
    text: str, lang: Lang, told: list[tuple[str, str, str]], gloss: str
) -> None:
    """Each number is read with the unit behind, before or around it."""
    found = measured(text, quantities(text, lang))
    assert [(str(m.quantity.value + m.more), m.unit, m.span.of(text)) for m in found] == told


def test_the_first_of_a_range_has_the_unit_of_the_last() -> None:
    """48 in 48到72小时, 48 to 72 hours, are hours."""
    text = "等48到72小时"
    found = list(first_of_ranges(text, quantities(text, Lang.ZH)))
    assert [(m.span.of(text), m.unit) for m in found] == [("48", "h")]
