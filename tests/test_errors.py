"""What an error of a library says, in one line."""

import pytest

from zhen_align.errors import first_line


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError("no such layer\nsee the log"), "no such layer"),
        (ValueError("\n  late  \n"), "late"),
        (RuntimeError(), "RuntimeError"),
        (RuntimeError(" \n "), "RuntimeError"),
    ],
)
def test_an_error_that_says_nothing_is_named(error: Exception, said: str) -> None:
    """A message that is blank or of several lines never breaks the line that users see."""
    assert first_line(error) == said
