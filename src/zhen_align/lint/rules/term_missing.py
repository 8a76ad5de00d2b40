"""A term with a reviewed rendering is on one side, none of its allowed forms on the other.

Allowed are the preferred and admitted renderings, the abbreviation, and a kept name as it is.
English is matched in its inflected forms, Chinese on characters.

It does not fire where a deprecated or forbidden rendering stands (term-forbidden says so), where
the rendering stands in the sentence next door, nor for a legitimate shortening: 该模型 or 序列 for
a term that the text has given in full before.

Why: a rendering that nobody agreed on splits one thing in two.
"""

import re
from collections.abc import Iterator, Sequence

from zhen_align.glossary.index import Side as Form
from zhen_align.glossary.index import rows_found
from zhen_align.glossary.rows import Row
from zhen_align.lint.facts import BeadFacts, Pair, Shared, Side
from zhen_align.lint.finding import Hit, Severity
from zhen_align.lint.rule import Example, Judged, Need
from zhen_align.text.scripts import HAN
from zhen_align.types import Lang, Span

NAME = "term-missing"
SEVERITY = Severity.WARNING
NEEDS = frozenset({Need.BEADS, Need.GLOSSARY})
_TRUTH = (("ground truth", "", "真值", "preferred"), ("ground truth", "", "金标准", "admitted"))
_MODEL = (("language model", "LM", "语言模型", "preferred"),)
_TWICE = "The language model is large.\nA language model can write."
EXAMPLES: tuple[Example, ...] = (
    Example("没有依据就没有意义。", "Without a ground truth it means nothing.", ("",),
            "no rendering", _TRUTH),
    Example("没有金标准就没有意义。", "Without a ground truth it means nothing.", (),
            "an admitted rendering", _TRUTH),
    Example("使用 LM 即可。", "Use the language model.", (), "the abbreviation", _MODEL),
    Example("用它训练。", "It was trained with Scanpy.", ("",), "a kept name that was lost",
            (("Scanpy", "", "Scanpy", "keep"),)),
    Example("语言模型很大。\n该模型会写信。", _TWICE,
            (), "shortened after its full form", _MODEL),
    Example("他很大。\n该模型会写信。", "He is large.\nA language model can write.", ("",),
            "shortened before its full form", _MODEL),
    Example("语言模型很大。\n大语模型会写信。", _TWICE,
            ("",), "another word, not a shorter one", _MODEL),
    Example("用令牌。", "Use a token.", (), "a forbidden rendering",
            (("token", "", "词元", "preferred"), ("token", "", "令牌", "forbidden"))),
    Example("它会写信。\n语言模型很大。", "A language model can write.\nIt is large.", (),
            "it stands next door", _MODEL),
    Example("使用语言模型。", "We use it.", ("",), "into English", _MODEL, "en"),
)  # fmt: skip

Found = dict[str, tuple[Span, list[int]]]
# what may stand before the head of a term that is used in short
_BEFORE = f"(?:^|[^{HAN}]|[该此这這其本些种種个個类類的和与與及对對在用以将把从為为是让使])"


_POINTING = r"\b(?:the|this|that|these|those|such|its|their) "


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Look for the renderings of every term that the source of a bead uses."""
    terms = shared.terms
    if not terms.allowed:
        return
    for pair in pairs:
        given: set[int] = set()
        beads = pair.beads
        rows = [_rows(bead.target, shared) for bead in beads]
        for at, bead in enumerate(beads):
            given |= rows[at]
            if not bead.is_whole or bead.bead.score < shared.very_sure:
                continue
            for span, numbers in _used(bead, shared).values():
                wanted = [terms.rows[n] for n in numbers if n not in terms.banned]
                # the target's rows of the same term, whatever their status
                own = _of_term(wanted, shared, bead.target_lang)
                near = rows[at] | _surplus(beads, rows, at, shared)
                if not wanted or own & near or _is_short(bead.target, own, given, shared):
                    continue
                yield bead, _hit(bead, span, [terms.rows[n] for n in sorted(own)], shared)


def _rows(side: Side, shared: Shared) -> frozenset[int]:
    """Return the rows any form of which stands in a side, inside longer ones too."""
    index = shared.terms.index
    return frozenset(n for text in side.texts for n in rows_found(index.all(text.text)))


def _used(bead: BeadFacts, shared: Shared) -> Found:
    """Return the terms of the source with their first place and the rows they belong to."""
    zh = bead.source.lang is Lang.ZH
    found: Found = {}
    for span, match in bead.source.matches:
        numbers = [r.row for r in match.refs if (r.side is Form.ZH) == zh
                   and r.row not in shared.terms.banned]  # fmt: skip
        if numbers:
            row = shared.terms.rows[numbers[0]]
            found.setdefault(row.zh if zh else row.en.casefold(), (span, numbers))
    return found


def _of_term(wanted: Sequence[Row], shared: Shared, target: Lang) -> set[int]:
    """Return all rows of the same term: of its English form, or of its rendering."""
    if target is Lang.ZH:
        keys = {row.en.casefold() for row in wanted}
        return {n for n, row in enumerate(shared.terms.rows) if row.en.casefold() in keys}
    renderings = {row.zh for row in wanted}
    return {n for n, row in enumerate(shared.terms.rows) if row.zh in renderings}


def _surplus(
    beads: Sequence[BeadFacts], rows: Sequence[frozenset[int]], at: int, shared: Shared
) -> set[int]:
    """Return the rows that stand next door, where the source there does not ask for them."""
    found: set[int] = set()
    for n in (at - 1, at + 1):
        if 0 <= n < len(beads):
            asked = {r for _, numbers in _used(beads[n], shared).values() for r in numbers}
            found |= rows[n] - asked - shared.terms.banned
    return found


def _is_short(target: Side, own: set[int], given: set[int], shared: Shared) -> bool:
    """Whether the target uses the head of a rendering that it gave in full before."""
    if not own & given:
        return False
    text = " ".join(t.plain for t in target.texts)
    for row in (shared.terms.rows[n] for n in own):
        if target.lang is Lang.EN:
            head = row.en.split()[-1] if " " in row.en else ""
            if head and re.search(_POINTING + re.escape(head), text, re.IGNORECASE):
                return True
            continue
        for size in range(2, len(row.zh)):
            if re.search(_BEFORE + re.escape(row.zh[-size:]), text):
                return True
    return False


def _hit(bead: BeadFacts, span: Span, rows: Sequence[Row], shared: Shared) -> Hit:
    zh = bead.target_lang is Lang.ZH
    said = " ".join(span.of(bead.source.document.text).split())
    good = [row for row in rows if row in shared.terms.allowed.get(row.en.casefold(), ())]
    good.sort(key=lambda row: row.status != "preferred")
    expected = tuple(dict.fromkeys(row.zh if zh else row.en for row in good))
    wanted = f"; the glossary has {' or '.join(expected)}" if expected else ""
    return Hit(
        bead.target.end, bead.target_lang, f"{said} has no rendering here{wanted}", SEVERITY,
        expected, said.casefold(), other=span,
    )  # fmt: skip
