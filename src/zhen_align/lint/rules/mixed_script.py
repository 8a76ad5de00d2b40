"""Traditional characters in a Simplified text, or the reverse.

The script of a text is that of most of its characters that belong to one script only. Characters
that both scripts use are never found: 乾 in 乾隆, 著 in 著名, 后 in 皇后. In a Simplified text a
form that only Japanese or old print has is told, too (捜 for 搜), unless the text quotes Japanese.

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
from zhen_align.text.variants import (
    AMBIGUOUS,
    convert,
    is_simplified,
    is_traditional,
    simplified_variant,
)
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
    Example("我们捜索这个资料库。", "We search it.", ("捜",), "a Japanese form"),
    Example(
        "日语的捜索是さがす，资料库里有它。", "It is there.", why="a text that quotes Japanese"
    ),
    Example("这个资料库已经迁移。", "It was moved.", why="one script"),
)

_KANA = re.compile("[\u3041-\u30fa]")  # what quotes Japanese writes it as Japanese does
_BETWEEN = 1  # so many characters of both scripts may stand inside one finding


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Find the script of each text, then what is not in it."""
    for pair in pairs:
        texts = [(judged, text) for judged, text in pair.texts if text.lang is Lang.ZH]
        used = "".join(text.plain for _, text in texts)
        characters = set(re.findall(f"[{HAN}]", used))
        old = {ch for ch in characters if is_traditional(ch)}
        new = {ch for ch in characters if is_simplified(ch)}
        variants = {ch for ch in characters if simplified_variant(ch)}
        if not (old or variants) or not new:
            continue
        is_new = sum(used.count(ch) for ch in new) >= sum(used.count(ch) for ch in old)
        strange = old if is_new else new
        if is_new and variants and not _KANA.search(used):
            strange |= variants
        if not strange:
            continue
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
    if is_new:
        right = "".join(simplified_variant(ch) or ch for ch in right)
    sure = is_new or AMBIGUOUS.isdisjoint(said)
    place = text.span(span)
    scripts = ("Traditional", "Simplified") if is_new else ("Simplified", "Traditional")
    told = f"{said} is {scripts[0]} in a {scripts[1]} text"
    if is_new and any(map(simplified_variant, said)):
        told = f"{said} is no form of a Simplified text"
    return Hit(
        place, Lang.ZH, f"{told}; write {right}", SEVERITY,
        (right,), said, Fix(place, right) if sure else None,
    )  # fmt: skip
