"""What a rule is: a module with a name, a page, examples and a pure `check`.

The module's docstring is the page that `zhen-align rules NAME` shows. Its EXAMPLES are
shown there and run as tests: one that fires and one that does not for each clause that
has its own branch.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from zhen_align.lint.facts import BeadFacts, Pair, Shared, Text
from zhen_align.lint.finding import Hit, Severity

Judged = tuple[BeadFacts | Text, Hit]


class Need(StrEnum):
    """What a rule looks at."""

    BEADS = "beads"  # sentences and their translations
    GLOSSARY = "glossary"  # rows that people have judged
    TEXT = "text"  # one text alone, its partner or none
    SET = "set"  # all pairs at once


@dataclass(frozen=True, slots=True)
class Example:
    """Two texts and the characters of the target that the rule flags, in reading order.

    Each line is a sentence, opposite the same line of the other text; an empty one has no
    counterpart. `rows` are glossary rows as (en, abbr, zh, status). An empty string in
    `flags` is a finding about what is missing. `why` says which clause the example is for.
    `spacing` is the project's style, for the rule of that name.
    """

    zh: str
    en: str
    flags: tuple[str, ...] = ()
    why: str = ""
    rows: tuple[tuple[str, str, str, str], ...] = ()
    target: str = "zh"
    spacing: str = ""


class Rule(Protocol):
    """A module in lint/rules; one line in RULES makes it known."""

    __doc__: str | None
    NAME: str
    SEVERITY: Severity
    NEEDS: frozenset[Need]
    EXAMPLES: tuple[Example, ...]

    def check(self, pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
        """Yield what is wrong, each with the bead or the sentence that was judged."""
        ...
