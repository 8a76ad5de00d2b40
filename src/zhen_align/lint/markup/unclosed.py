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
_SIGN = re.compile(r"[\[\]{}<>`]|~~|==")
_BRACKET = re.compile(r"[\[\]{}<>]")
_CLOSES = {"]": "[", "}": "{", ">": "<"}
# arrows, comparisons, quotations, what is escaped, and a value of YAML that goes on
_NO_BRACKET = re.compile(
    r"[-=~＝]+>|<[-=＝]+|(?<=\s)[<>][=＝]?(?=\s)|^[ \t>]*>|[<>][=＝]?(?=[ \t]*\d)"
    r"|\\[\[\]{}<>]|<<+|>>+|:[ \t]*>[+-]?[ \t]*$",
    re.MULTILINE,
)
_WORD = 40
_WORD_AFTER = re.compile(r"[!-~]{0,40}")
_WORD_BEFORE = re.compile(r"[!-~]*\Z")
_OPEN_LINK = re.compile(r"\]\((?=\S)")
_DOUBLED = {
    "`": re.compile(r"(?<!`)`(?!`)"),
    "~~": re.compile(r"(?<!~)~~(?!~)"),
    "==": re.compile(r"(?<![=!<>\s])==(?![=>])|(?<![=!<>])==(?![=>\s])"),
}
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
        elif len(signs) == 2 and len(signs[0][0]) != len(signs[1][0]):
            some = True
            lone.append(Span(*signs[1].span()).shifted(by=block.span.start))
        elif not signs and "\\" in said and (bare := _TEX.search(said)):
            place = Span(*bare.span()).shifted(by=block.span.start)
            yield place, f"{bare[0]} stands outside any formula"
    yield from ((span, "the formula is not closed") for span in lone if some)


def uneven(document: Document) -> dict[str, list[Span]]:
    """Return the brackets and doubled marks of paragraphs that have no partner in them, by sign."""
    lone: dict[str, list[Span]] = {}
    markdown = document.format == "markdown"
    for block in document.blocks:
        if block.comment or (block.kind is Kind.OPAQUE and not _is_fence(document, block)):
            continue
        start, code = block.span.start, block.kind is Kind.OPAQUE
        # an id or attributes may follow a block in its line; what follows in HTML is another one
        end = document.text.find("\n", start if code else block.span.end)
        end = block.span.end if document.format == "html" else end
        text = document.text[start : end if end >= 0 else None]
        if not _SIGN.search(text):
            continue
        rest = blanked(text, () if code else opaque(text), BLANK)
        rest = _NO_BRACKET.sub(lambda found: BLANK * len(found[0]), rest)
        for sign, at in (*_brackets(rest), *(_doubled(rest) if markdown else ())):
            lone.setdefault(sign, []).append(_beside(text, sign, at).shifted(by=start))
    # what one paragraph opens and another closes stands around a formula
    for opening, closing in ("[]", "{}", "<>"):
        if len(lone.get(opening, ())) == len(lone.get(closing, ())):
            lone = {sign: some for sign, some in lone.items() if sign not in (opening, closing)}
    return {
        sign: places for sign, places in lone.items() if sign not in _DOUBLED or len(places) % 2
    }


def _is_fence(document: Document, block: Block) -> bool:
    """Whether a block begins with the mark of a container, whose line may have a name in braces."""
    return document.text.startswith(("```", "~~~", ":::"), block.span.start)


def _brackets(text: str) -> Iterator[tuple[str, int]]:
    """Yield the brackets that nothing closes or opens, each kind by itself."""
    opened: dict[str, list[int]] = {}
    for found in _BRACKET.finditer(text):
        sign = found[0]
        if sign in _CLOSES:
            if opened.get(_CLOSES[sign]):
                opened[_CLOSES[sign]].pop()
            else:
                yield sign, found.start()
        else:
            opened.setdefault(sign, []).append(found.start())
    yield from ((sign, at) for sign, places in opened.items() for at in places)


def _beside(text: str, sign: str, at: int) -> Span:
    """Return the place of a sign, with the word that it opens or closes."""
    if sign in _CLOSES:
        before = _WORD_BEFORE.search(text, max(0, at - _WORD), at)
        return Span(before.start() if before else at, at + len(sign))
    after = _WORD_AFTER.match(text, at + len(sign))
    return Span(at, after.end() if after else at + len(sign))


def _doubled(text: str) -> Iterator[tuple[str, int]]:
    """Yield the last of the marks of one kind that stand around words, where one is left."""
    for mark, pattern in _DOUBLED.items():
        found = list(pattern.finditer(text))
        if len(found) % 2:
            yield mark, found[-1].start()
    for found_link in _OPEN_LINK.finditer(text):
        yield "](", found_link.start()


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
