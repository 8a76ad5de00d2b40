"""Errors a user can cause and a user can mend.

ZhenError
├── UsageError      the command line does not fit
├── ConfigError     the configuration does not fit
├── InputError      a text cannot be read or decoded
└── GlossaryError   a glossary row or file cannot be trusted

Each says what is wrong, where, and what to do. Anything else that escapes is a bug.
"""


class ZhenError(Exception):
    """What is wrong (`what`), at `where` (PATH or PATH:LINE), and what to do (`fix`)."""

    def __init__(self, what: str, *, where: str = "", fix: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.fix = fix

    def __str__(self) -> str:
        """Return the one line that a user sees after `error: `."""
        place = f"{self.where}: " if self.where else ""
        remedy = f"; {self.fix}" if self.fix else ""
        return f"{place}{self.what}{remedy}"


class UsageError(ZhenError):
    """The command line does not fit."""


class ConfigError(ZhenError):
    """The configuration does not fit."""


class InputError(ZhenError):
    """A text cannot be read or decoded."""


class GlossaryError(ZhenError):
    """A glossary row or file cannot be trusted."""


def first_line(error: BaseException) -> str:
    """Return what an error says, in one line."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
