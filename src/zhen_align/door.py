"""The stages as functions for Python programs; `zhen_align` hands them out on demand.

Each takes and gives the frozen values of `zhen_align.types` and of the rooms. Nothing is
cached here and nothing written.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from zhen_align import types
from zhen_align.align.align import align_document, align_pair
from zhen_align.align.frame import to_pandas
from zhen_align.compare.accounts import account
from zhen_align.compare.result import Account
from zhen_align.glossary import api
from zhen_align.lint import engine
from zhen_align.lint.report import Report
from zhen_align.lookup import answer
from zhen_align.lookup.memory import Memory
from zhen_align.read.files import load
from zhen_align.terms import extract as terms
from zhen_align.terms.candidate import Candidate
from zhen_align.types import Document

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Glossary", "align", "compare", "extract", "lint", "lookup", "read", "to_pandas"]


@dataclass(frozen=True, slots=True)
class Alignment(types.Alignment):
    """An alignment that can be looked at as a table."""

    def to_pandas(self) -> "pd.DataFrame":
        """Return a pandas DataFrame with a row for each bead."""
        return to_pandas(self)


class Glossary(api.Glossary):
    """A glossary as it was when it was opened, with look-up."""

    @classmethod
    def open(cls, path: str | Path) -> "Glossary":
        """Read the glossary TSV at `path`; that it is not there is an error."""
        found = super().open(path)
        return cls(found.table, found.path)

    def lookup(self, term: str) -> answer.Answer:
        """Return what the glossary says about a term in either language.

        The first call indexes the rows, the first without a match what is near them.
        """
        return answer.answer(self._terms, term)

    @cached_property
    def _terms(self) -> Memory:
        return Memory(self.rows)


def read(path: str | Path) -> Document:
    """Read a text file: its blocks, their kinds and languages."""
    return load(Path(path), Path(path).as_posix())


def align(zh: Document, en: Document | None = None) -> Alignment:
    """Align two documents, or the two languages of one."""
    found = align_document(zh) if en is None else align_pair(zh, en)
    return Alignment(*(getattr(found, each.name) for each in fields(found)))


def extract(alignments: Iterable[types.Alignment]) -> list[Candidate]:
    """Return the terms that recur in the alignments, best first."""
    return terms.extract(list(alignments))


def compare(a: Document, b: Document, glossary: Glossary | None = None) -> Account:
    """Compare two accounts of one work, claim by claim."""
    return account(a, b, glossary.rows if glossary else ())


def lint(alignments: Iterable[types.Alignment], glossary: Glossary | None = None) -> Report:
    """Check the translations by the rules' defaults, against a glossary where one is given."""
    return engine.lint(list(alignments), glossary.rows if glossary else ())


def lookup(glossary: Glossary, term: str) -> answer.Answer:
    """Return what the glossary says about a term in either language."""
    return glossary.lookup(term)
