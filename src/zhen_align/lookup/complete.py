"""Forms that begin with what has been typed so far."""

from collections.abc import Sequence
from typing import Protocol

from zhen_align.glossary.rows import Row
from zhen_align.lookup.answer import Term, rank_of
from zhen_align.lookup.keys import closed, is_chinese, number_in
from zhen_align.terms.forms import chinese_key


class Beginnings(Protocol):
    """A store that can tell which keys begin how."""

    def entries(self, key: str) -> Sequence[int]:
        """Return what stands under a key, in order."""

    def term(self, number: int) -> Term:
        """Return the term of a row's number."""

    def beginning(self, start: str, most: int) -> list[str]:
        """Return keys that begin so."""


def forms(store: Beginnings, typed: str, most: int) -> list[str]:
    """Return the forms that begin with what was typed; preferred ones first, then in order."""
    chinese = is_chinese(typed)
    start = "z" + chinese_key(typed) if chinese else "k" + closed(typed)
    found: dict[str, tuple[int, str]] = {}
    for key in store.beginning(start, 4 * most):
        for stored in store.entries(key):
            row = store.term(number_in(stored)).row
            for form in _begun(row, typed, chinese):
                rank = (rank_of(row)[0], form.casefold())
                found[form] = min(found.get(form, rank), rank)
    return sorted(found, key=found.__getitem__)[:most]


def _begun(row: Row, typed: str, chinese: bool) -> list[str]:
    if chinese:
        key = chinese_key(typed)
        return [form for form in (row.zh,) if chinese_key(form).startswith(key)]
    key = closed(typed)
    forms = (row.en, row.abbr, row.zh)
    return [f for f in forms if f and not is_chinese(f) and closed(f).startswith(key)]
