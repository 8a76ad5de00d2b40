"""The plots, as SVG that stands in the page; each says in words what it shows."""

from collections.abc import Callable, Iterator, Sequence

from zhen_align.report.overview import Bin, Found, Overview, Stretch, Term, Text, counted
from zhen_align.report.page.markup import esc, percent, say, tally

_HIGH, _WIDE = 150, 360
_DRIFTING = 12  # terms that the plot shows
_SHADES = 4
_BELOW = say("Below the bar, from top to bottom: errors, warnings, infos.")


def plots(report: Overview) -> Iterator[str]:
    """Yield the contents with a bar along each text, then the other two plots."""
    yield f'<section id="contents">{say("Contents", "h2")}\n'
    yield f'<p class="legend">{say("What is aligned, along each text")}: {_legend()} '
    yield f'<span class="quiet">{_BELOW}</span></p>\n'
    yield "<ol class='contents'>\n"
    found: dict[str, list[Found]] = {}
    for each in report.findings:
        found.setdefault(each.text, []).append(each)
    for text in report.texts:
        yield _entry(text, found.get(text.name, []))
    yield '</ol></section>\n<div class="plots">\n'
    yield f'<section id="scores">{say("How sure the alignment is", "h2")}\n'
    yield _histogram(report.scores, report.doubtful_below)
    yield f'</section>\n<section id="drift">{say("Terms with several renderings", "h2")}\n'
    yield _drift(report.inconsistent())
    yield "</section>\n</div>\n"


def _legend() -> str:
    names = (
        ("sure", "aligned"),
        ("unsure", "doubtful"),
        ("zh-only", "only in Chinese"),
        ("en-only", "only in English"),
    )
    return " ".join(
        '<span class="key"><svg class="swatch" viewBox="0 0 12 12" aria-hidden="true">'
        f'<rect class="{name}" width="12" height="12"/></svg> {say(words)}</span>'
        for name, words in names
    )


def _entry(text: Text, own: Sequence[Found]) -> str:
    """Return a text's line in the contents: name, figures, bar."""
    aligned = sum(bool(bead.zh and bead.en) for bead in text.beads)
    doubtful = sum(bead.doubtful for bead in text.beads)
    figures = [f"{len(text.beads)} {say('beads')}"]
    if text.paired and aligned != len(text.beads):
        figures.append(f"{aligned} {say('with both sides')}")
    if not text.paired:
        figures = [say("no partner")]
    if doubtful:
        figures.append(f"{doubtful} {say('doubtful')}")
    found = tally(*counted(own))
    return (
        f'<li><a href="#{text.name}">{esc(text.pair).replace("|", "<wbr> | ")}</a>'
        f'<span class="figures">{" · ".join(figures)}{f" · {found}" if found else ""}</span>'
        f"{_strip(text)}</li>\n"
    )


def _strip(text: Text) -> str:
    """Return the bar along a text, and below it what was found where."""
    if not text.along:
        return ""
    parts = len(text.along)
    total = {
        name: sum(getattr(each, name) for each in text.along) / parts
        for name in ("sure", "doubtful", "only_zh", "only_en")
    }
    said = "; ".join(f"{name.replace('_', ' ')} {percent(share)}" for name, share in total.items())
    paths = [
        f'<path class="{shade}" d="{path}"/>'
        for shade, path in [*_stack(text.along), *_ticks(text.along)]
        if path
    ]
    firsts = " ".join(each.first.partition("-b")[2] for each in text.along)
    return (
        f'<svg class="strip" role="img" viewBox="0 0 {parts} 38" preserveAspectRatio="none"'
        f' data-text="{text.name}" data-first="{firsts}" aria-label="{esc(text.pair)}: {said}">'
        f"{''.join(paths)}</svg>"
    )


def _stack(along: Sequence[Stretch]) -> Iterator[tuple[str, str]]:
    """Yield a path for each state: the shares of a stretch stand on each other."""
    states: tuple[tuple[str, Callable[[Stretch], float]], ...] = (
        ("sure", lambda each: each.sure),
        ("unsure", lambda each: each.doubtful),
        ("zh-only", lambda each: each.only_zh),
        ("en-only", lambda each: each.only_en),
    )
    tops = [0.0] * len(along)
    for shade, share in states:
        path = []
        for at, each in enumerate(along):
            high = share(each) * 24
            if high:
                top = 24 - tops[at] - high
                path.append(f"M{at} {_n(top)}h1v{_n(high)}h-1z")
                tops[at] += high
        yield shade, "".join(path)


def _ticks(along: Sequence[Stretch]) -> Iterator[tuple[str, str]]:
    """Yield a row of marks for each severity, one below the other."""
    for row, (level, name) in enumerate(
        (("error", "errors"), ("warning", "warnings"), ("info", "infos"))
    ):
        marks = [f"M{at} {26 + row * 4}h1v3h-1z" for at, s in enumerate(along) if getattr(s, name)]
        yield f"tick {level}", "".join(marks)


def _histogram(bins: Sequence[Bin], doubtful_below: float) -> str:
    """Return the scores as columns, each with its count; those that are in doubt are hatched."""
    most = max((each.count for each in bins), default=0) or 1
    wide = _WIDE / len(bins)
    parts = []
    for at, each in enumerate(bins):
        high = each.count / most * (_HIGH - 34)
        if each.count:
            high = max(high, 2)
        x, base = at * wide, _HIGH - 16
        shade = "unsure" if each.low < doubtful_below else "sure"
        parts.append(
            f'<rect class="{shade}" x="{_n(x + 2)}" y="{_n(base - high)}" '
            f'width="{_n(wide - 4)}" height="{_n(high)}"/>'
            f'<text x="{_n(x + wide / 2)}" y="{_n(base - high - 4)}">{each.count or ""}</text>'
            f'<text class="axis" x="{_n(x)}" y="{_HIGH - 3}">{each.low:.1f}</text>'
        )
    said = ", ".join(f"{each.low:.1f} to {each.high:.1f}: {each.count}" for each in bins)
    return (
        f'<svg class="plot" role="img" viewBox="-10 0 {_WIDE + 20} {_HIGH}" '
        f'aria-label="{esc(said)}">{"".join(parts)}'
        f'<text class="axis" x="{_WIDE}" y="{_HIGH - 3}">1.0</text></svg>\n'
        f'<p class="quiet">{say("beads with both sides, by score")}. '
        f"{say('A score is the probability that a bead is right. Doubtful are beads below')} "
        f"{doubtful_below:g}.</p>\n"
    )


def _drift(terms: Sequence[Term]) -> str:
    """Return the terms that differ most, each a bar of its renderings."""
    if not terms:
        return f'<p class="quiet">{say("No term has several renderings.")}</p>\n'
    shown = terms[:_DRIFTING]
    most = max(_sum(term) for term in shown)
    parts = []
    for row, term in enumerate(shown):
        y, x = row * 40, 0.0
        names = ", ".join(f"{each.zh} {each.count}" for each in term.renderings)
        parts.append(
            f'<text class="label" x="0" y="{y + 12}">{esc(term.en)}'
            f'<tspan class="axis" dx="6">{esc(_short(names))}</tspan></text>'
        )
        for at, each in enumerate(term.renderings):
            wide = each.count / most * _WIDE
            parts.append(
                f'<rect class="shade{min(at, _SHADES - 1)}" x="{_n(x)}" y="{y + 17}" '
                f'width="{_n(max(wide - 1.5, 0.5))}" height="12"/>'
            )
            x += wide
    said = "; ".join(
        f"{term.en}: {', '.join(f'{each.zh} {each.count}' for each in term.renderings)}"
        for term in shown
    )
    return (
        f'<svg class="plot" role="img" viewBox="0 0 {_WIDE} {len(shown) * 40}" '
        f'aria-label="{esc(said)}">{"".join(parts)}</svg>\n'
        f'<p class="quiet">{say("beads by rendering")}</p>\n'
    )


def _sum(term: Term) -> int:
    return sum(each.count for each in term.renderings)


def _short(text: str) -> str:
    return text if len(text) <= 30 else f"{text[:29]}…"


def _n(value: float) -> str:
    """Return a coordinate, short."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
