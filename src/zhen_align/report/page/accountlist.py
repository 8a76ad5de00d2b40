"""Accounts of one work: what corresponds, where they differ, what one of them says alone."""

from collections.abc import Iterable, Iterator

from zhen_align.compare.result import Account, Case, ClaimLink, Comparison, Grade, Group, Place
from zhen_align.report.overview import Overview
from zhen_align.report.page.markup import esc, percent, say

_CASES = {
    Case.ACCOUNTS: "independent accounts, compared claim by claim",
    Case.TRANSLATION: "a text and its translation, aligned sentence by sentence",
    Case.STRANGERS: "nothing that they say is the same",
}


def accountlist(report: Overview) -> Iterator[str]:
    """Yield the section of accounts; nothing where no two texts are about one work."""
    found = report.compared
    if not (found.groups or found.candidates or found.missing):
        return
    yield f'<section id="accounts">{say("Accounts of one work", "h2")}\n'
    for number, group in enumerate(found.groups, 1):
        yield from _group(group, found, number)
    if found.candidates:
        yield f"<p>{say('Perhaps about one work, not sure enough')}:</p>\n<ul>\n"
        yield from (f"<li>{_works(each)}</li>\n" for each in found.candidates)
        yield "</ul>\n"
    if found.missing:
        yield f"<p>{say('Missing')}:</p>\n<ul>\n"
        for lack in found.missing:
            yield f"<li>{_where(lack.place)}: {esc(lack.message)}</li>\n"
        yield "</ul>\n"
    yield "</section>\n"


def _works(group: Group) -> str:
    works = " + ".join(f"<b>{esc(work)}</b>" for work in group.works)
    return f'{works} <span class="quiet">{esc(group.why)}; {group.score:.2f}</span>'


def _group(group: Group, found: Comparison, number: int) -> Iterator[str]:
    yield f'<article class="account" id="a{number}"><h3>{_works(group)}</h3>\n'
    for account in found.accounts:
        if set(account.works) <= set(group.works):
            yield from _account(account)
    yield "</article>\n"


def _account(account: Account) -> Iterator[str]:
    a, b = account.works
    yield f"<p>{say(_CASES[account.case])}"
    if account.case is Case.STRANGERS:
        yield "</p>\n"
        return
    shares = "; ".join(
        f"{percent(share)} {esc(work)}"
        for work, share in zip(account.works, account.shares, strict=True)
    )
    yield f" ({say('linked')}: {shares})</p>\n"
    for each in account.differences:
        yield (
            f'<p class="differs"><b>{say("differs")}</b> {_where(each.a)} · {_where(each.b)}: '
            f"{esc(each.message)}</p>\n"
        )
    links = [link for link in account.links if link.grade is not Grade.RELATED]
    if links:
        yield (
            f'<table class="links"><thead><tr><th scope="col">{say("link")}</th>'
            f'<th scope="col">{esc(a)}</th><th scope="col">{esc(b)}</th></tr></thead><tbody>\n'
        )
        yield from map(_link, links)
        yield "</tbody></table>\n"
    for path in account.works:
        alone = [place for place in account.only if place.path == path]
        if alone:
            yield f"<details><summary>{say('only in')} {esc(path)} ({len(alone)})</summary><ul>\n"
            yield from (f"<li>{place.line}: {_said((place,))}</li>\n" for place in alone)
            yield "</ul></details>\n"


def _link(link: ClaimLink) -> str:
    return (
        f"<tr><td>{say(str(link.grade))} {link.score:.2f}</td>"
        f"<td>{_said(link.a)}</td><td>{_said(link.b)}</td></tr>\n"
    )


def _said(places: Iterable[Place]) -> str:
    return "<br>".join(f'<span lang="{esc(p.lang)}">{esc(p.text)}</span>' for p in places)


def _where(place: Place) -> str:
    return f"{esc(place.path)}:{place.line}"
