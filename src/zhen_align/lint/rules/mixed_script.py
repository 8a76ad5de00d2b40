"""Traditional characters in a Simplified text, or the reverse.

The script of a text is that of most of its characters that belong to one script only. Characters
that both scripts use are never found: 乾 in 乾隆, 著 in 著名, 后 in 皇后.

Each comes with its replacement; none is offered where one Simplified character stands for several
Traditional ones (发 is 發 or 髮).

Why: a passage pasted from elsewhere is not found by those who search for it.
"""

import re
from collections.abc import Iterator, Sequence

from zhen_align.lint.facts import Pair, Shared, Text
from zhen_align.lint.finding import Fix, Hit, Severity
from zhen_align.lint.rule import Example, Judged, Need
from zhen_align.text.scripts import HAN
from zhen_align.text.variants import AMBIGUOUS, convert, is_simplified, is_traditional
from zhen_align.types import Lang, Span

NAME = "mixed-script"
SEVERITY = Severity.INFO
NEEDS = frozenset({Need.TEXT})
EXAMPLES: tuple[Example, ...] = (
    Example(
        "这个資料庫已经迁移到别处。", "It was moved.", ("資料庫",), "Traditional in Simplified"
    ),
    Example("這個资料庫已經遷移到別處。", "It was moved.", ("资",), "Simplified in Traditional"),
    Example("乾隆年间的著名医案。", "Old cases.", why="right in both scripts"),
    Example(
        "皇后與後台的關係。", "The empress.", why="right in both scripts, in a Traditional text"
    ),
    Example("这个资料库已经迁移。", "It was moved.", why="one script"),
)

_BETWEEN = 1  # so many characters of both scripts may stand inside one finding


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Find the script of each text, then what is not in it."""
    for pair in pairs:
        texts = [(judged, text) for judged, text in pair.texts if text.lang is Lang.ZH]
        used = "".join(text.plain for _, text in texts)
        characters = set(re.findall(f"[{HAN}]", used))
        old = {ch for ch in characters if is_traditional(ch)}
        new = {ch for ch in characters if is_simplified(ch)}
        if not old or not new:
            continue
        is_new = sum(used.count(ch) for ch in new) >= sum(used.count(ch) for ch in old)
        strange = old if is_new else new
        runs = re.compile(
            rf"[{''.join(sorted(strange))}]"
            rf"(?:[{HAN}]{{0,{_BETWEEN}}}[{''.join(sorted(strange))}])*"
        )
        for judged, text in texts:
            for found in runs.finditer(text.plain):
                yield judged, _hit(text, Span(found.start(), found.end()), is_new)


def _hit(text: Text, span: Span, is_new: bool) -> Hit:
    said = span.of(text.text)
    whole = convert(text.text, "t2s" if is_new else "s2t")
    # the words around decide, where the conversion keeps places
    right = (
        span.of(whole)
        if len(whole) == len(text.text)
        else convert(said, "t2s" if is_new else "s2t")
    )
    sure = is_new or AMBIGUOUS.isdisjoint(said)
    place = text.span(span)
    scripts = ("Traditional", "Simplified") if is_new else ("Simplified", "Traditional")
    return Hit(
        place, Lang.ZH, f"{said} is {scripts[0]} in a {scripts[1]} text; write {right}", SEVERITY,
        (right,), said, Fix(place, right) if sure else None,
    )  # fmt: skip
