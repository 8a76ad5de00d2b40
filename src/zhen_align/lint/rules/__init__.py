"""Every rule by name; a rule is one module here and one line in this table."""

from collections.abc import Iterable
from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING, cast

from zhen_align.errors import ConfigError

if TYPE_CHECKING:
    from zhen_align.lint.rule import Rule

RULES = {
    "number-mismatch": "zhen_align.lint.rules.number_mismatch",
    "unit-mismatch": "zhen_align.lint.rules.unit_mismatch",
    "citation-mismatch": "zhen_align.lint.rules.citation_mismatch",
    "name-damaged": "zhen_align.lint.rules.name_damaged",
    "markup-mismatch": "zhen_align.lint.rules.markup_mismatch",
    "sentence-missing": "zhen_align.lint.rules.sentence_missing",
    "sentence-added": "zhen_align.lint.rules.sentence_added",
    "sentence-moved": "zhen_align.lint.rules.sentence_moved",
    "truncated": "zhen_align.lint.rules.truncated",
    "untranslated": "zhen_align.lint.rules.untranslated",
    "meaning-reversed": "zhen_align.lint.rules.meaning_reversed",
    "term-inconsistent": "zhen_align.lint.rules.term_inconsistent",
    "term-collision": "zhen_align.lint.rules.term_collision",
    "term-forbidden": "zhen_align.lint.rules.term_forbidden",
    "term-missing": "zhen_align.lint.rules.term_missing",
    "abbr-expansion": "zhen_align.lint.rules.abbr_expansion",
    "abbr-conflict": "zhen_align.lint.rules.abbr_conflict",
    "abbr-first-mention": "zhen_align.lint.rules.abbr_first_mention",
    "text-damaged": "zhen_align.lint.rules.text_damaged",
    "punctuation-width": "zhen_align.lint.rules.punctuation_width",
    "mixed-script": "zhen_align.lint.rules.mixed_script",
    "spacing": "zhen_align.lint.rules.spacing",
    "glossary-row": "zhen_align.lint.rules.glossary_row",
}


def rule(name: str, *, where: str = "") -> "Rule":
    """Return the rule of that name; an unknown one is an error that names the nearest."""
    if name not in RULES:
        near = get_close_matches(name, RULES, n=1, cutoff=0.5)
        known = f"known are {', '.join(sorted(RULES))}"
        fix = f"did you mean '{near[0]}'?" if near else known
        raise ConfigError(f"there is no rule '{name}'", where=where, fix=fix)
    return cast("Rule", import_module(RULES[name]))


def rules(names: Iterable[str] = RULES) -> "list[Rule]":
    """Return the rules of those names, in the order of the table."""
    wanted = {name for name in names if rule(name)}
    return [rule(name) for name in RULES if name in wanted]
