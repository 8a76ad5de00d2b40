"""Marks inside a paragraph that open nothing or close nothing: bold type, formulas, code.

Each test yields places and what is wrong there; whether the source is sound is asked elsewhere
(unsound.py).
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from zhen_align.lint.facts import BLANK
from zhen_align.text.opaque import blanked, opaque
from zhen_align.types import Block, Document, Kind, Span

Broken = tuple[Span, str]
_TEXT = (Kind.TITLE, Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM, Kind.CAPTION, Kind.ROW)
_STARS = re.compile(r"(?<![\\*])\*{2,3}(?!\*)")
_DOLLAR = re.compile(r"(?<!\\)\$+(?!\{[^\W\d][\w.]*\})")
_TEX = re.compile(
    r"\\(?:frac|sqrt|sum|prod|int|cdot|times|partial|nabla|alpha|beta|gamma|theta|lambda|sigma|mathbf|"
    r"mathrm|mathbb|mathcal|hat|bar|leq?|geq?|neq|infty|approx|rightarrow|ldots|cdots)(?![A-Za-z])"
)
_LITERAL = re.compile(r"(?<!`)``(?!`)")


def emphasis(document: Document, plain: str) -> Iterator[Broken]:
    """Yield bold marks that close nothing, and those that a blank keeps from being any."""
    odd = []
    for block, said in _texts(document):
        runs = list(_STARS.finditer(said))
        # ***this is closed by too few**
        unlike = len(runs) == 2 and len(runs[0][0]) != len(runs[1][0]) and said.count("*") % 2
        if len(runs) % 2 or unlike:
            odd.append(Span(*runs[-1].span()).shifted(by=block.span.start))
    for place, inner, _ in _bold(document):
        if inner != inner.strip():
            yield place, "a blank inside its marks keeps the emphasis from being one"
    # what two paragraphs open and close stands around a formula
    if len(odd) == 1 and (len(_STARS.findall(plain)) % 2 or plain.count("*") % 2):
        yield odd[0], "the emphasis is not closed here"


def cramped(document: Document, plain: str) -> Iterator[Broken]:
    """Yield bold marks that stand too close to be any; some programs read them all the same."""
    for place, inner, (before, after) in _bold(document):
        if _stuck(inner[:1], before) or _stuck(inner[-1:], after):
            yield place, "a mark inside the emphasis and a letter outside keep it from being one"


def _bold(document: Document) -> Iterator[tuple[Span, str, tuple[str, str]]]:
    """Yield where bold type begins, what it holds, and the characters around it."""
    for block, said in _texts(document):
        runs = list(_STARS.finditer(said))
        if len(runs) % 2 == 0:
            for a, b in zip(runs[::2], runs[1::2], strict=True):
                around = said[max(0, a.start() - 1) : a.start()], said[b.end() : b.end() + 1]
                place = Span(*a.span()).shifted(by=block.span.start)
                yield place, said[a.end() : b.start()], around


def _stuck(inner: str, outer: str) -> bool:
    """Whether bold marks stand between punctuation inside and a letter outside, and do nothing."""
    return bool(inner and outer) and _is_mark(inner) and outer.isalnum()


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "PS"


def formulas(document: Document, plain: str) -> Iterator[Broken]:
    """Yield formulas that are never closed, in a text that has some."""
    lone, some = [], False
    for block, said in _texts(document):
        signs = list(_DOLLAR.finditer(said))
        some = some or any(_DOLLAR.match(document.text, s.start) for s in block.opaque)
        if len(signs) == 1:
            lone.append(Span(*signs[0].span()).shifted(by=block.span.start))
        elif not signs and "\\" in said and (bare := _TEX.search(said)):
            place = Span(*bare.span()).shifted(by=block.span.start)
            yield place, f"{bare[0]} stands outside any formula"
    yield from ((span, "the formula is not closed") for span in lone if some)


def literals(document: Document, plain: str) -> Iterator[Broken]:
    """Yield literals of reStructuredText that are never closed."""
    for block, said in _texts(document):
        if ticks := _LITERAL.search(said):
            yield Span(*ticks.span()).shifted(by=block.span.start), "the code is not closed here"


def _texts(document: Document) -> Iterator[tuple[Block, str]]:
    """Yield the blocks of text, with what is no language blanked."""
    for block in document.blocks:
        if block.kind in _TEXT and not block.comment:
            text = block.span.of(document.text)
            if any(sign in text for sign in "*$`\\"):
                yield block, _plain(text)


@lru_cache(maxsize=1 << 12)  # each test asks for the same texts
def _plain(text: str) -> str:
    return blanked(text, opaque(text), BLANK)
