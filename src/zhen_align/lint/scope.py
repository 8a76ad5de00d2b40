"""Where a rule holds: the globs of the configuration, and a rule's severity at a path.

What is said on the command line wins over the overrides for paths (the last that fits),
these over the project's severities, these over the rule's own.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from zhen_align.config import Override
from zhen_align.lint.finding import Severity

if TYPE_CHECKING:
    from zhen_align.lint.rule import Rule

_WILD = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


@dataclass(frozen=True, slots=True)
class Scope:
    """What a project decided about rules, and which of them a run is about.

    `only` are the rules asked for by name (empty: all); `without` those that are left out.
    """

    severities: Mapping[str, str] = field(default_factory=dict)
    overrides: Sequence[Override] = ()
    only: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()

    @property
    def is_partial(self) -> bool:
        """Whether the command line leaves rules out."""
        return bool(self.only or self.without)

    def at(self, rule: "Rule", path: str) -> Severity:
        """Return the severity of a rule in a file."""
        here = [
            each.rules[rule.NAME]
            for each in self.overrides
            if rule.NAME in each.rules and is_in(path, each.paths)
        ]
        return self._allowed(rule, Severity(here[-1]) if here else self._everywhere(rule))

    def greatest(self, rule: "Rule") -> Severity:
        """Return the greatest severity that a rule has anywhere; off: it need not run."""
        there = [
            Severity(each.rules[rule.NAME]) for each in self.overrides if rule.NAME in each.rules
        ]
        return self._allowed(rule, max([self._everywhere(rule), *there], key=lambda s: s.rank))

    def _everywhere(self, rule: "Rule") -> Severity:
        severity = Severity(self.severities.get(rule.NAME, rule.SEVERITY))
        asked = severity is Severity.OFF and rule.NAME in self.only
        return Severity.WARNING if asked else severity

    def _allowed(self, rule: "Rule", severity: Severity) -> Severity:
        left_out = rule.NAME in self.without or (self.only and rule.NAME not in self.only)
        return Severity.OFF if left_out else severity


def is_in(path: str, globs: Iterable[str]) -> bool:
    """Whether a path is meant by one of the globs; a folder means all that is in it.

    >>> is_in("docs/old/a.md", ["docs/old"]), is_in("docs/old/a.md", ["docs/*.md"])
    (True, False)
    """
    return any(_pattern(glob).fullmatch(path) for glob in globs)


@lru_cache(maxsize=256)
def _pattern(glob: str) -> re.Pattern[str]:
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", glob.removeprefix("./").rstrip("/"))
    body = "".join(_WILD.get(part) or re.escape(part) for part in parts)
    return re.compile(rf"{body}(?:/.*)?", re.DOTALL)
