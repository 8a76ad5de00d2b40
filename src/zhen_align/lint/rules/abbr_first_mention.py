"""An abbreviation is not introduced as 中文（English, ABBR） at first, or introduced again.

In Chinese the first mention gives the term, its English form and the abbreviation; in English the
full form and the abbreviation. After that the abbreviation or the short form is enough. Judged
are, in the translation, the abbreviations that either text introduces.

Why: who reads from the start needs it once, and nobody needs it twice.
"""

import re
from collections.abc import Iterator, Sequence

from zhen_align.lint.facts import BeadFacts, Pair, Shared, Text
from zhen_align.lint.finding import Hit, Severity
from zhen_align.lint.meanings import meanings, same
from zhen_align.lint.rule import Example, Judged, Need
from zhen_align.terms.definitions import Definition
from zhen_align.terms.initials import bare
from zhen_align.types import Lang, Span

NAME = "abbr-first-mention"
SEVERITY = Severity.OFF
NEEDS = frozenset({Need.BEADS})
_SOURCE = "The pump station (PS) opens.\nThe PS closes."
EXAMPLES: tuple[Example, ...] = (
    Example("水泵站（pump station, PS）开启。\nPS关闭。", _SOURCE, why="as it should be"),
    Example("水泵站（PS）开启。\nPS关闭。", _SOURCE, ("PS",), "without its English form"),
    Example("PS开启。\nPS关闭。", _SOURCE, ("PS",), "used before it is introduced"),
    Example(
        "水泵站（pump station, PS）开启。\n水泵站（pump station, PS）关闭。",
        _SOURCE,
        ("pump station, PS",),
        "introduced a second time",
    ),
    Example("TCP开启。", "TCP opens.", why="nobody introduces it"),
)


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Follow each abbreviation through the target."""
    for pair in pairs:
        introduced = {m.short: m.long for m in reversed(meanings(pair, pair.target))}
        introduced |= {m.short: m.long for m in reversed(meanings(pair, pair.source))}
        if not introduced:
            continue
        names = "|".join(sorted(map(re.escape, introduced), key=lambda s: (-len(s), s)))
        mention = re.compile(rf"(?<![A-Za-z0-9-])({names})s?(?![A-Za-z0-9])", re.ASCII)
        seen: set[str] = set()
        # a second meaning that the source has too is introduced rightly
        other = {
            (m.short, m.long.casefold())
            for m in meanings(pair, pair.source)
            if not same(m.long, introduced[m.short])
        }
        ordered = sorted(
            ((judged, text) for judged, text in pair.texts if text.lang is pair.target),
            key=lambda found: found[1].sentence.span,
        )
        for judged, text in ordered:
            yield from _follow(judged, text, mention, introduced, seen, other)


def _follow(
    judged: BeadFacts | Text,
    text: Text,
    mention: re.Pattern[str],
    introduced: dict[str, str],
    seen: set[str],
    other: set[tuple[str, str]],
) -> Iterator[Judged]:
    for found in mention.finditer(text.plain):
        short = found[1]
        definition = _at(text, Span(found.start(), found.end()))
        full = definition is not None and definition.en is not None
        if short not in seen and not full:
            how = f"（{introduced[short]}, {short}）" if text.lang is Lang.ZH else f"({short})"
            what = "not introduced in full" if definition else "used before it is introduced"
            span = Span(found.start(), found.end())
            yield judged, _hit(text, span, f"{short} is {what}; write {how}", short)
        elif short in seen and full and definition is not None and definition.en is not None:
            start = min(definition.en.start, found.start())
            span = Span(start, max(definition.en.end, found.end()))
            if (short, definition.en.of(text.text).casefold()) in other:
                continue
            yield judged, _hit(text, span, f"{short} is introduced a second time", short)
        seen.add(short)


def _at(text: Text, span: Span) -> Definition | None:
    """Return the definition whose abbreviation stands there."""
    for d in text.definitions:
        if d.abbr is not None and d.abbr.start == span.start and bare(d.abbr.of(text.text)):
            return d
    return None


def _hit(text: Text, span: Span, message: str, short: str) -> Hit:
    return Hit(text.span(span), text.lang, message, SEVERITY, (), short)
