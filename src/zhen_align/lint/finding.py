"""What lint says: hits (what a rule returns) and findings (what a user sees).

A rule names a span, a message and what it expected. Where that is in lines and columns,
which sentences stand around it and whether it counts as an error is added by the engine.
"""

from dataclasses import dataclass
from enum import StrEnum

from zhen_align.types import Lang, Span


class Severity(StrEnum):
    """How much a finding weighs; `off` is a rule that does not run."""

    OFF = "off"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """Return 0 for off up to 3 for error."""
        return _RANKS.index(self)


_RANKS = (Severity.OFF, Severity.INFO, Severity.WARNING, Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Fix:
    """The one right replacement of a stretch of the file that the finding stands in."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found: `span` in the document of its language `side`.

    `term` is what the hit is about, for the fingerprint. `other` is the place on the other
    side that it was held against, where there is one.
    """

    span: Span
    side: Lang
    message: str
    severity: Severity
    expected: tuple[str, ...] = ()
    term: str = ""
    fix: Fix | None = None
    other: Span | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file: offsets, 1-based lines and columns, and its exact text.

    `address` names the unit, row or paragraph in formats that name theirs.
    """

    path: str
    span: Span
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit with its place, the two sides of its bead, and what tells it from others.

    `other` marks on the other side what the finding was held against, where one thing was.
    """

    rule: str
    severity: Severity
    place: Place
    message: str
    expected: tuple[str, ...]
    zh: Place | None
    en: Place | None
    fix: Fix | None
    fingerprint: str
    side: Lang
    other: Place | None = None

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Return what findings are sorted by: file, place, rule, message."""
        span = self.place.span
        return (self.place.path, span.start, span.end, self.rule, self.message)
