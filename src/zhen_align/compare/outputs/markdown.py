"""The comparison as Markdown: a section for each group, the links as a table."""

import re
from collections.abc import Iterable, Iterator

from zhen_align.compare.outputs.columns import safe
from zhen_align.compare.outputs.text import CASES, summary
from zhen_align.compare.result import Account, Case, Comparison, Grade, Place

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#$~])")


def render(found: Comparison) -> str:
    """Return the comparison as one Markdown page."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Comparison) -> Iterator[str]:
    yield "# Accounts compared"
    yield ""
    yield summary(found)
    for group in found.groups:
        yield ""
        yield f"## {_cell(' + '.join(group.works))}"
        yield ""
        yield f"One work: {_cell(group.why)} ({group.score:.2f})."
        for account in found.accounts:
            if set(account.works) <= set(group.works):
                yield from _account(account)
    yield from _loose(found)
    if found.candidates:
        yield from ("", "## Perhaps one work", "")
        for group in found.candidates:
            works = _cell(" + ".join(group.works))
            yield f"- {works}: {_cell(group.why)} ({group.score:.2f})"
    if found.missing:
        yield from ("", "## Missing", "")
        for each in found.missing:
            yield f"- {_cell(each.place.path)}:{each.place.line}: {_cell(each.message)}"


def _loose(found: Comparison) -> Iterator[str]:
    """Yield the accounts of no group: two that were named and have nothing in common."""
    grouped = [set(group.works) for group in found.groups]
    for account in found.accounts:
        if not any(set(account.works) <= works for works in grouped):
            yield from ("", f"## {_cell(' + '.join(account.works))}")
            yield from _account(account)


def _account(account: Account) -> Iterator[str]:
    a, b = account.works
    yield ""
    yield f"{CASES[account.case].capitalize()}."
    if account.case is Case.STRANGERS:
        return
    yield f"Linked: {account.shares[0]:.0%} of {_cell(a)}, {account.shares[1]:.0%} of {_cell(b)}."
    if account.differences:
        yield from ("", "| differs | first | second | |", "|---|---|---|---|")
        for each in account.differences:
            yield (
                f"| {each.kind} | {_cell(each.a.text)} (line {each.a.line}) "
                f"| {_cell(each.b.text)} (line {each.b.line}) | {_cell(each.message)} |"
            )
    yield from ("", f"| | {_cell(a)} | {_cell(b)} |", "|---|---|---|")
    for link in account.links:
        if link.grade is not Grade.RELATED:
            yield f"| {link.grade} {link.score:.2f} | {_said(link.a)} | {_said(link.b)} |"
    for path in account.works:
        alone = [place for place in account.only if place.path == path]
        if alone:
            yield from ("", f"Only in {_cell(path)}:", "")
            yield from (f"- {_cell(place.text)} (line {place.line})" for place in alone)
    if account.keywords or account.keywords_only:
        both = [f"{_cell(x.text)} = {_cell(y.text)}" for x, y in account.keywords]
        single = [f"{_cell(p.text)} ({_cell(p.path)})" for p in account.keywords_only]
        yield ""
        shown = [", ".join(each) or "none" for each in (both, single)]
        yield f"Keywords of both: {shown[0]}; of one: {shown[1]}"


def _said(places: Iterable[Place]) -> str:
    return "<br>".join(_cell(place.text) for place in places)


def _cell(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", safe(text))
