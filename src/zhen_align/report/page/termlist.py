"""The terms: each rendering with its share as a bar, and the first beads it stands in."""

from collections.abc import Iterator, Sequence

from zhen_align.report.overview import Overview, Rendering, Term
from zhen_align.report.page.markup import esc, percent, say

_SHOWN = 60  # terms in sight at once; the others open on demand


def termlist(report: Overview) -> Iterator[str]:
    """Yield the section of terms: those that differ first, then the most frequent."""
    drifting = report.inconsistent()
    rest = [term for term in report.terms if not term.inconsistency]
    terms = [*drifting, *rest]
    yield f'<section id="terms">{say("Terms", "h2")}\n'
    if not terms:
        yield f'<p class="quiet">{say("No term occurs in these texts.")}</p>\n'
    yield from _list(terms[:_SHOWN])
    if len(terms) > _SHOWN:
        yield f"<details><summary>{len(terms) - _SHOWN} {say('more terms')}</summary>\n"
        yield from _list(terms[_SHOWN:])
        yield "</details>\n"
    yield "</section>\n"


def _list(terms: Sequence[Term]) -> Iterator[str]:
    if terms:
        yield '<ul class="terms">\n'
        yield from map(_term, terms)
        yield "</ul>\n"


def _term(term: Term) -> str:
    abbr = f' <span class="abbr">{esc(term.abbr)}</span>' if term.abbr else ""
    renderings = "".join(_rendering(each) for each in term.renderings)
    total = term.none + term.kept + sum(each.count for each in term.renderings)
    others = "".join(
        _line(say(words), "rest", count / total, count, "")
        for count, words in (
            (term.kept, "kept as the abbreviation"),
            (term.none, "no known rendering"),
        )
        if count
    )
    drifting = ' class="drifting"' if term.inconsistency else ""
    return (
        f'<li{drifting}><p class="name"><b lang="en">{esc(term.en)}</b>{abbr} '
        f'<span class="quiet">{term.count}</span></p><ul>{renderings}{others}</ul></li>\n'
    )


def _rendering(each: Rendering) -> str:
    places = " ".join(
        f'<a href="#{name}">{name.removeprefix("d").replace("-b", ":")}</a>' for name in each.where
    )
    status = f'<span class="status {each.status}" data-t>{each.status}</span>'
    name = f'<b lang="zh">{esc(each.zh)}</b> {status}'
    return _line(name, each.status, each.share, each.count, f"{say('in')} {places}")


def _line(name: str, shade: str, share: float, count: int, places: str) -> str:
    bar = (
        '<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="track" width="100" height="6"/>'
        f'<rect class="share {shade}" width="{share * 100:.2f}" height="6"/></svg>'
    )
    return (
        f'<li><span class="zh">{name}</span>{bar}<span class="num">{percent(share)} '
        f'<span class="quiet">({count})</span></span><span class="where">{places}</span></li>'
    )
