"""Lines and columns."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhen_align.text.lines import line_starts, position

RAGGED = st.text(alphabet="甲a \r\n\x0c\u2028😀", max_size=40)


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("", (0,)),
        ("甲", (0,)),
        ("甲\n乙", (0, 2)),
        ("甲\r\n乙\r丙\n", (0, 3, 5, 7)),
        ("\n\r", (0, 1, 2)),
        ("a\x0cb\u2028c\x85d", (0,)),
    ],
)
def test_line_starts(text: str, starts: tuple[int, ...]) -> None:
    r"""Only \n, \r\n and \r end a line."""
    assert line_starts(text) == starts


@given(RAGGED)
def test_each_offset_has_a_line_and_a_column(text: str) -> None:
    """Cutting at the line ends by hand gives the same places."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    places = [(n, c) for n, line in enumerate(lines, 1) for c in range(1, len(line) + 1)]
    starts = line_starts(text)
    assert [position(starts, offset) for offset in range(len(text))] == places


def test_the_end_of_a_text_is_a_place() -> None:
    """The offset after the last character stands on the last line."""
    assert position(line_starts("ab\nc"), 4) == (2, 2)
    assert position(line_starts("ab\n"), 3) == (2, 1)
