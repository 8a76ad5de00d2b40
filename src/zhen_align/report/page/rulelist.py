"""The findings by rule: how many there are, what the rule is about, where they stand."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from zhen_align.lint.rules import rule
from zhen_align.report.overview import Found, Overview, counted
from zhen_align.report.page.markup import esc, say, severity, tally


def rulelist(report: Overview) -> Iterator[str]:
    """Yield a section with an entry for each rule that spoke, those with errors first."""
    yield f'<section id="rules">{say("Findings by rule", "h2")}\n'
    by_rule: dict[str, list[Found]] = {}
    for each in report.by_severity():
        by_rule.setdefault(each.finding.rule, []).append(each)
    for name, found in sorted(by_rule.items(), key=_order):
        yield _entry(name, found)
    if not by_rule:
        yield f'<p class="quiet">{say("Nothing was found.")}</p>\n'
    yield "</section>\n"


def _order(entry: tuple[str, Sequence[Found]]) -> tuple[int, int, str]:
    """Return what sorts the rules: the gravest first, among those the most frequent."""
    name, found = entry
    worst = found[0].finding.severity
    return -worst.rank, -sum(each.finding.severity is worst for each in found), name


def _entry(name: str, found: Sequence[Found]) -> str:
    counts = tally(*counted(found))
    first, _, rest = _page(name).partition("\n")
    items = "".join(map(_item, found))
    return (
        f'<details class="rule-entry" id="rule-{esc(name)}"><summary><b>{esc(name)}</b> '
        f'<span class="figures">{counts}</span> '
        f'<span class="about" lang="en">{_prose(first)}</span>'
        f'</summary><div class="rule-page" lang="en">{_paragraphs(rest)}</div>'
        f"<ul>{items}</ul></details>\n"
    )


def _item(each: Found) -> str:
    f = each.finding
    place = f"{f.place.path}:{f.place.line}"
    return (
        f'<li>{severity(f.severity)} <a href="#{each.name}">{esc(place)}</a> '
        f'<span lang="en">{esc(f.message)}</span></li>'
    )


def _paragraphs(text: str) -> str:
    """Return the page of a rule; its paragraphs are apart by blank lines."""
    parts = (" ".join(part.split()) for part in text.split("\n\n"))
    return "".join(f"<p>{_prose(part)}</p>" for part in parts if part)


def _prose(text: str) -> str:
    """Return a sentence of a rule's page; its code and what it stresses are marked up."""
    marked = re.sub(r"``?([^`]+)``?", r"<code>\1</code>", esc(text))
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", marked)


@cache
def _page(name: str) -> str:
    return (rule(name).__doc__ or "").strip()
