"""The figures on top, and what the run was able to check."""

from collections.abc import Iterator

from zhen_align.report.overview import Overview
from zhen_align.report.page.markup import esc, percent, say, tally


def summary(report: Overview) -> Iterator[str]:
    """Yield the section of figures."""
    s, c = report.summary, report.coverage
    yield f'<section id="summary">{say("Summary", "h2")}\n<dl class="tiles">\n'
    yield _tile("texts", s.texts, _more((s.unpaired, "without a partner")))
    yield _tile("beads", s.beads, _more((s.aligned, "with both sides")))
    for share, words in (
        (c.aligned_zh, "of the Chinese is aligned"),
        (c.aligned_en, "of the English is aligned"),
    ):
        yield _tile(words, percent(share), _bar(share))
    bound = f"{say('score')} &lt; {report.doubtful_below:g}"
    yield _tile("doubtful", s.doubtful, bound, link="doubtful")
    one_sided = _more((s.only_zh, "only in Chinese"), (s.only_en, "only in English"))
    yield _tile("moved", s.moved, one_sided, link="moved")
    said = s.errors + s.warnings + s.infos
    yield _tile("findings", said, tally(s.errors, s.warnings, s.infos), link="findings")
    yield _tile("terms found", s.terms, _more((s.inconsistent, "with several renderings")))
    yield "</dl>\n"
    yield _checked(report)
    yield "</section>\n"


def _tile(words: str, value: object, more: str, link: str = "") -> str:
    """Return a figure; `link` names the filter that shows what it counts."""
    figure = f'<b class="figure">{value}</b>'
    if link and value:
        figure = f'<a class="figure" href="#texts" data-show="{link}">{value}</a>'
    below = f'<span class="below">{more}</span>' if more else ""
    return f"<div>{say(words, 'dt')}<dd>{figure}{below}</dd></div>\n"


def _more(*figures: tuple[int, str]) -> str:
    said = [f"<span>{count} {say(words)}</span>" for count, words in figures if count]
    return " · ".join(said)


def _bar(share: float) -> str:
    """Return a share as a bar; the number beside it says the same."""
    return (
        '<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="track" width="100" height="6"/>'
        f'<rect class="sure" width="{share * 100:.2f}" height="6"/></svg>'
    )


def _checked(report: Overview) -> str:
    c = report.coverage
    facts = [
        f"<li>{len(c.rules)} {say('rules ran')}</li>",
        f"<li>{c.glossary_rows} {say('judged rows of the glossary')}</li>",
    ]
    if c.glossary_rows_never_matchable:
        facts.append(f"<li>{c.glossary_rows_never_matchable} {say('of them can never match')}</li>")
    if report.known:
        words = say("known findings are left out by the baseline")
        facts.append(f"<li>{report.known} {words}</li>")
    facts += [f'<li lang="en">{esc(note)}</li>' for note in report.notes]
    return f'<ul class="facts">{"".join(facts)}</ul>\n'
