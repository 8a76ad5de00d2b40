"""Marks inside a sentence that a translation lost one of: stars, brackets, braces of formulas.

A sentence is told where its source has whole what is broken in it: emphasis that is never closed,
a link without one of its brackets, a formula without a brace or backslash, a parameter without its
stars. Not here: what is another thing but whole (match.py), whole paragraphs (unclosed.py).
"""

import re
from collections.abc import Iterator

from zhen_align.lint.facts import BeadFacts, Pair, Side
from zhen_align.text.markup import MarkKind, formula_scripts
from zhen_align.types import Span

Broken = tuple[Span, str]
_STAR = re.compile(r"(?<![*\\\w])\*(?=[^\s*])|(?<=[^\s*\\])\*(?!\*)")
_TICK = re.compile(r"(?<!`)`(?![`'])")
_SPACED = re.compile(r"\\?\s\*+\s|\*{2,}|^\s*\*\s")
_PARAMETER = re.compile(r"(?<![*\w\\])\*(?P<name>[A-Za-z_]\w*)\*(?![*\w])", re.ASCII)
_LINKS = (
    (re.compile(r"\]\((?=[^()\s]*[\w/.#）])"), "a bracket of this link is missing"),
    (re.compile(r"\[[^\[\]\n]+\](?:https?:|\.{1,2}/)"), "a bracket of this link is missing"),
    (
        re.compile(r"\[[^\[\]()\n]+\((?=https?:|\.{0,2}/|#|\ufffc)"),
        "a bracket of this link is missing",
    ),
    (re.compile(r"\[~[\w.]+\]"), "the backticks of this reference are missing"),
    (
        re.compile(r"`[^`<>\n]+<(?:https?:|[\w./#-]+)[^<>`\s]*`_"),
        "a bracket of this link is missing",
    ),
    (
        re.compile(r"`[^`<>\n]*[^\s`<>]<https?:[^<>`\s]+>`_"),
        "a blank is missing before this address",
    ),
    (re.compile(r"(?<![\w:]):[a-z][\w:-]*(?:：(?=`)|: (?=`))"), "this is no role"),
)
_COMMANDS = (
    "frac sqrt sum prod int alpha beta gamma delta epsilon theta lambda sigma omega mathbf mathbb "
    "mathrm mathcal boldsymbol hat partial nabla infty cdot times leq geq"
)
_BARE = re.compile(rf"(?<![\\A-Za-z{{])(?:{'|'.join(_COMMANDS.split())})(?![A-Za-z])")
_BRACE = re.compile(r"(?<!\\)[{}]")
_WIDE = re.compile(r"[＼｛｝＿＾＄（）]")
_TEXT = re.compile(r"\\(?:text|mbox|mathrm|operatorname)\w*\s?\{[^{}]*\}")
_KEPT = 2


def broken_inside(pair: Pair, sure: float) -> Iterator[tuple[BeadFacts, Span, str]]:
    """Yield the broken marks of sentences whose source has them whole."""
    lost: list[tuple[BeadFacts, Span, str]] = []
    kept = 0
    for bead in pair.beads:
        if not bead.is_whole or bead.bead.score < sure:
            continue
        for span, message in (*_formulas(bead), *_links(bead), *_stars(bead), *_ticks(bead)):
            yield bead, span, message
        names = _parameters(bead.source)
        own = _parameters(bead.target)
        kept += len(names & own)
        lost += ((bead, *found) for found in _unstarred(bead, names - own))
    if kept >= _KEPT and len(lost) == 1:
        yield from lost


def _formulas(bead: BeadFacts) -> Iterator[Broken]:
    """Yield the formulas that lack a brace or backslash, where those of the source are whole."""
    here, there = _tex(bead.target), _tex(bead.source)
    for pattern, message in (
        (_WIDE, "a mark of this formula is full-width"),
        (_BARE, "a backslash of this formula is missing"),
    ):
        found = [span for span, said in here if pattern.search(said)]
        if found and not any(pattern.search(said) for _, said in there):
            yield found[0], message
    yield from _misset(bead)
    odd = [span for span, said in here if _is_odd(said)]
    if odd and there and not any(_is_odd(said) for _, said in there):
        yield odd[0], "a brace of this formula is missing"


def _misset(bead: BeadFacts) -> Iterator[Broken]:
    """Yield the formulas whose signs are the source's, without a backslash or around others."""
    known = {m.key: s for s, m in bead.source.marks if m.kind is MarkKind.FORMULA}
    bare = {key.replace("\\", ""): key for key in known}
    for span, mark in bead.target.marks:
        if mark.kind is not MarkKind.FORMULA:
            continue
        old = known.get(mark.key)
        if old is None:
            if len(mark.key) < len(bare.get(mark.key.replace("\\", ""), "")):
                yield span, "a backslash of this formula is missing"
        elif formula_scripts(span.of(bead.target.document.text)) != formula_scripts(
            old.of(bead.source.document.text)
        ):
            yield span, "the braces of an index or exponent stand around something else"


def _tex(side: Side) -> list[tuple[Span, str]]:
    return [
        (span, _TEXT.sub("", span.of(side.document.text)))
        for span, mark in side.marks
        if mark.kind is MarkKind.FORMULA
    ]


def _is_odd(said: str) -> bool:
    braces = [brace[0] for brace in _BRACE.finditer(said)]
    return braces.count("{") != braces.count("}")


def _links(bead: BeadFacts) -> Iterator[Broken]:
    """Yield the links of a target that lost a mark, of those that its source writes right."""
    here, there = _torn(bead.target), _torn(bead.source)
    if here and not there:
        yield here[0], "a bracket of this link is missing"
        return
    # all of the patterns have one of these
    if not any("[" in text.plain or "`" in text.plain for text in bead.target.texts):
        return
    for pattern, message in _LINKS:
        if any(pattern.search(text.plain) for text in bead.source.texts):
            continue
        for text in bead.target.texts:
            if found := pattern.search(text.plain):
                yield text.span(Span(*found.span())), message
                return


def _torn(side: Side) -> list[Span]:
    """Return the targets of links whose text has no beginning, or that stand in no brackets."""
    text = side.document.text
    return [
        span
        for span, mark in side.marks
        if mark.kind is MarkKind.LINK
        and (
            text.startswith("](", span.start)
            or (text[span.start - 1 : span.start] == "]" and "://" in span.of(text))
        )
    ]


def _stars(bead: BeadFacts) -> Iterator[Broken]:
    """Yield the star of a sentence that has no partner, where all of the source have one."""
    there = sum(len(_single(text.plain)) for text in bead.source.texts)
    here = [text.span(Span(at, at + 1)) for text in bead.target.texts for at in _single(text.plain)]
    if there and there % 2 == 0 and len(here) % 2:
        yield here[-1], "the emphasis is not closed here"


def _ticks(bead: BeadFacts) -> Iterator[Broken]:
    """Yield the single backtick of a sentence whose source has none."""
    if any("`" in text.plain for text in bead.source.texts):
        return
    for text in bead.target.texts:
        ticks = list(_TICK.finditer(text.plain)) if "`" in text.plain else []
        if len(ticks) == 1:
            yield text.span(Span(*ticks[0].span())), "a code span is not closed here"


def _single(plain: str) -> list[int]:
    """Return where the stars of emphasis stand, those of bold type and of lists left out."""
    if "*" not in plain:
        return []
    rest = _SPACED.sub(lambda run: " " * len(run[0]), plain)
    return [found.start() for found in _STAR.finditer(rest)]


def _parameters(side: Side) -> frozenset[str]:
    return frozenset(
        found["name"]
        for text in side.texts
        for found in (_PARAMETER.finditer(text.plain) if "*" in text.plain else ())
    )


def _unstarred(bead: BeadFacts, names: frozenset[str]) -> Iterator[Broken]:
    """Yield the parameters of a source that stand in the target without their stars."""
    if bead.target.document.format == "markdown":
        return  # emphasis is a matter of style there
    for name in names:
        bare = re.compile(rf"(?<![\w*`./:-]){re.escape(name)}(?![\w*`/:-])", re.ASCII)
        for text in bead.target.texts:
            if found := bare.search(text.plain):
                yield text.span(Span(*found.span())), f"*{name}* has lost its stars"
                break
