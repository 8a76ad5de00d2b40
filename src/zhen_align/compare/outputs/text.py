"""What a person reads on a terminal: each pair of works side by side, then what differs."""

from collections.abc import Callable, Iterable, Iterator

from zhen_align.compare.outputs.columns import beside, safe, wrapped
from zhen_align.compare.result import Account, Case, Comparison, Grade, Place

Paint = Callable[[str, str], str]
_COLORS = {Grade.SAME: "32", Grade.PARTIAL: "33", Grade.RELATED: "36"}
_LOUD, _SOFT = "31;1", "1"
CASES = {
    Case.ACCOUNTS: "independent accounts, compared claim by claim",
    Case.TRANSLATION: "a text and its translation, aligned sentence by sentence",
    Case.STRANGERS: "nothing that they say is the same",
}


def render(found: Comparison, *, width: int = 100, color: bool = False) -> str:
    """Return the groups, each pair of works in two columns, and what is not sure."""
    return "".join(f"{line}\n" for line in _lines(found, width, color=color))


def _lines(found: Comparison, width: int, *, color: bool) -> Iterator[str]:
    def paint(text: str, how: str) -> str:
        return f"\x1b[{how}m{text}\x1b[0m" if color else text

    by_works = {account.works: account for account in found.accounts}
    for group in found.groups:
        yield paint(safe(" + ".join(group.works)), _SOFT)
        yield f"  one work: {safe(group.why)}; {group.score:.2f}"
        for works in [w for w in by_works if set(w) <= set(group.works)]:
            yield from _account(by_works.pop(works), width, paint)
        yield ""
    for account in by_works.values():
        yield paint(safe(" + ".join(account.works)), _SOFT)
        yield from _account(account, width, paint)
        yield ""
    if found.candidates:
        yield "perhaps one work, not sure enough:"
        for group in found.candidates:
            yield f"  {safe(' + '.join(group.works))}  {safe(group.why)}; {group.score:.2f}"
        yield ""
    for each in found.missing:
        where = f"{safe(each.place.path)}:{each.place.line}"
        yield f"{where} {paint('missing', _LOUD)}: {safe(each.message)}"
    yield summary(found)


def summary(found: Comparison) -> str:
    """Return the run in a line."""
    links = [link for account in found.accounts for link in account.links]
    counts = [sum(link.grade is grade for link in links) for grade in Grade]
    differences = sum(len(account.differences) for account in found.accounts)
    return (
        f"{_count(len(found.groups), 'group')}, {_count(len(found.candidates), 'candidate')}; "
        f"{_count(sum(counts[:2]), 'link')} ({counts[0]} same, {counts[1]} partial), "
        f"{counts[2]} related; {_count(differences, 'difference')}"
    )


def _count(n: int, what: str) -> str:
    return f"{n} {what}{'' if n == 1 else 's'}"


def _account(account: Account, width: int, paint: Paint) -> Iterator[str]:
    yield f"  {CASES[account.case]}"
    if account.case is Case.STRANGERS:
        return
    a, b = account.works
    yield f"  {account.shares[0]:.0%} of {safe(a)} and {account.shares[1]:.0%} of {safe(b)} linked"
    for each in account.differences:
        where = f"{each.a.line} │ {safe(each.b.path)}:{each.b.line}"
        head = paint(each.kind, _LOUD)
        yield f"  {head} {safe(each.a.path)}:{where}  {safe(each.message)}"
    yield ""
    for link in account.links:
        if link.grade is Grade.RELATED:
            continue
        lines = f"{_numbers(link.a)} │ {_numbers(link.b)}"
        yield f"  {paint(str(link.grade), _COLORS[link.grade])} {link.score:.2f}  {lines}"
        yield from ("  " + line for line in beside(_said(link.a), _said(link.b), width - 2))
        yield ""
    related = [link for link in account.links if link.grade is Grade.RELATED]
    if related:
        places = dict.fromkeys(f"{_numbers(x.a)} ~ {_numbers(x.b)}" for x in related)
        yield f"  related only, by lines: {', '.join(places)}"
    for path in account.works:
        alone = [place for place in account.only if place.path == path]
        if alone:
            yield f"  only in {safe(path)}:"
            for place in alone:
                yield from _alone(place, width)
    yield from _keywords(account)


def _alone(place: Place, width: int) -> Iterator[str]:
    head = f"    {place.line:>4}  "
    for line in wrapped(safe(place.text), max(width - len(head), 8)):
        yield head + line
        head = " " * len(head)


def _keywords(account: Account) -> Iterator[str]:
    if account.keywords:
        both = (f"{safe(a.text)} = {safe(b.text)}" for a, b in account.keywords)
        yield f"  keywords of both: {', '.join(both)}"
    for path in account.works:
        alone = [safe(p.text) for p in account.keywords_only if p.path == path]
        if alone:
            yield f"  keywords of {safe(path)} only: {', '.join(alone)}"


def _said(places: Iterable[Place]) -> str:
    return " / ".join(safe(place.text) for place in places)


def _numbers(places: Iterable[Place]) -> str:
    return ",".join(dict.fromkeys(str(place.line) for place in places))
