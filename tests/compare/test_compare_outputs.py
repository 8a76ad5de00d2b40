"""Comparisons as text and Markdown: columns that fit, and nothing that escapes."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhen_align.compare.outputs import OUTPUTS, render
from zhen_align.compare.outputs.columns import beside, safe, wrapped
from zhen_align.compare.result import (
    Account,
    Case,
    ClaimLink,
    Comparison,
    Difference,
    Grade,
    Group,
    Place,
)
from zhen_align.text.width import width
from zhen_align.types import Span

ANY = st.text(alphabet="水泵灯塔 ab|，\x1b\u202e3-", max_size=60)


@given(ANY, st.integers(2, 30))
def test_lines_fit_and_lose_nothing(text: str, to: int) -> None:
    """A Chinese character is two columns wide; blanks at the ends of lines may go."""
    lines = list(wrapped(safe(text), to))
    assert all(width(line) <= to for line in lines)
    assert "".join("".join(lines).split()) == "".join(safe(text).split())


@given(ANY, ANY, st.integers(24, 80))
def test_two_columns_stand_side_by_side(left: str, right: str, to: int) -> None:
    """The line between them is in the same column everywhere."""
    lines = list(beside(safe(left), safe(right), to))
    assert all(width(line) <= to for line in lines)
    assert len({width(line.partition(" │")[0]) for line in lines}) <= 1


def _comparison(text: str) -> Comparison:
    a = Place("a|b.md", 3, Span(0, len(text)), "zh", text)
    b = Place("c.md", 5, Span(2, 2 + len(text)), "en", text)
    link = ClaimLink(Grade.SAME, 0.9, (a,), (b,))
    differs = (Difference("number", a, b, f"{text} and {text}"),)
    account = Account(
        ("a|b.md", "c.md"), Case.ACCOUNTS, (link,), (b,), differs, (0.5, 0.25), ((a, b),), (b,)
    )
    group = Group(("a|b.md", "c.md"), "arXiv 2401.01234", 1.0)
    return Comparison((group,), (Group(("d.md", "e.md"), "what they say", 0.6),), (account,))


@pytest.mark.parametrize("style", OUTPUTS)
def test_every_format_shows_everything(style: str) -> None:
    """Works, why, links, shares, differences, candidates."""
    shown = render(_comparison("pump"), style)
    for said in ("c.md", "arXiv 2401.01234", "same", "pump", "d.md", "what they say"):
        assert said in shown


@pytest.mark.parametrize("style", ["text", "markdown"])
def test_a_text_cannot_command_the_terminal(style: str) -> None:
    """Control characters and what turns the direction of writing are made visible."""
    shown = render(_comparison("pump\x1b[2J\u202e\r\nx"), style)
    assert not set(shown) & {"\x1b", "\u202e", "\r"}


def test_markdown_tables_hold() -> None:
    """A bar in a text does not end its cell, nor do tags become tags."""
    shown = render(_comparison("a|b <b>x</b>"), "markdown")
    assert "a\\|b \\<b\\>x" in shown
    rows = [line for line in shown.splitlines() if line.startswith("| same")]
    assert rows
    assert all(row.replace("\\|", "").count("|") == 4 for row in rows)


def test_colours_only_where_wanted() -> None:
    """None by default."""
    found = _comparison("pump")
    assert "\x1b" not in render(found, "text")
    assert "\x1b[32m" in render(found, "text", color=True)


def test_json_has_the_shape_of_the_contract() -> None:
    """Keys and places as promised; further ones beside them."""
    value = json.loads(render(_comparison("pump"), "json"))
    assert {"groups", "candidates", "links", "only", "differences"} <= set(value)
    assert set(value["groups"][0]) == {"works", "why", "score"}
    assert set(value["links"][0]) == {"grade", "score", "a", "b"}
    assert set(value["links"][0]["a"][0]) == {"path", "lang", "line", "start", "end", "text"}
    assert set(value["differences"][0]) == {"kind", "a", "b", "message"}
