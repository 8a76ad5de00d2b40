"""`zhen-align rules`: the list, and a page."""

from typing import TYPE_CHECKING

from zhen_align.lint.rules import RULES, rules

if TYPE_CHECKING:
    from tests.cli.conftest import Zhen


def test_the_list_has_every_rule(zhen: "Zhen") -> None:
    """A line each, with the severity and what it finds."""
    ran = zhen("rules")
    assert (ran.code, ran.err) == (0, "")
    assert [line.split()[:2] for line in ran.out.splitlines()] == [
        [each.NAME, each.SEVERITY] for each in rules()
    ]


def test_every_rule_has_a_page_with_its_examples(zhen: "Zhen") -> None:
    """What the rule's own module says, and each example."""
    for each in rules():
        page = zhen("rules", each.NAME).out
        assert page.startswith(f"{each.NAME} ({each.SEVERITY} by default)\n\n")
        assert (each.__doc__ or "").strip() in page
        for example in each.EXAMPLES:
            zh, en = (side.replace("\n", "\n      ") for side in (example.zh, example.en))
            assert f"  zh  {zh}\n  en  {en}\n" in page
        assert page.index("\nFound\n") < page.index("\nNot found\n")


def test_an_unknown_rule_names_the_nearest(zhen: "Zhen") -> None:
    """Exit 2."""
    name = next(iter(RULES))
    ran = zhen("rules", name[:-1])
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: there is no rule '{name[:-1]}'; did you mean '{name}'?")
