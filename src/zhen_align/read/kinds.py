"""What each piece is and which language it is in: pieces -> blocks.

The tests run in a fixed order (caption, keywords, navigation, metadata, heading, item,
paragraph) on one piece and what was decided before it. Long prose is always a paragraph:
losing a sentence to a loose pattern is worse than keeping a line of noise. The words that
the tests look for are in `labels`, single tests in `noise`; which heading is the title is
decided in `titles`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from zhen_align.read import beside, labels, noise
from zhen_align.read.facts import Facts, Page, facts
from zhen_align.read.keywords import is_tags, keywords, labelled, list_like, tells_tags
from zhen_align.read.menus import in_menus, running
from zhen_align.read.pieces import Piece, Shape, trimmed
from zhen_align.read.tables import row_languages
from zhen_align.text.scripts import language
from zhen_align.types import Block, Kind, Lang, Span

_NUMBER = re.compile(r"\d{1,3}[.)、）][ \t]*$|[(（]\d{1,3}[)）]\s*$")
# small letters: in a title the same words are capitals
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|can|will|we|it|they|this|these)\b")
_BOLD = re.compile(r"(?:\*\*|__)[^*_]+(?:\*\*|__)$")
_FIXED = {
    Shape.OPAQUE: Kind.OPAQUE,
    Shape.METADATA: Kind.METADATA,
    Shape.NAVIGATION: Kind.NAVIGATION,
    Shape.ROW: Kind.ROW,
    Shape.CAPTION: Kind.CAPTION,
}


def blocks(text: str, pieces: Sequence[Piece]) -> list[Block]:
    """Return the blocks of a text in order; their groups are numbered elsewhere."""
    lines = tuple(facts(text, piece) for piece in pieces)
    marked = sum(piece.shape is Shape.HEADING for piece in pieces) >= 2
    page = Page(text, lines, marked, _only(lines))
    kinds: list[Kind] = []
    begun: set[Lang] = set()
    headed: set[Lang] = set()
    for at, line in enumerate(lines):
        kind = _kind(page, at, kinds, body=line.lang in begun)
        if kind is Kind.PARAGRAPH and line.prose:
            begun.add(line.lang)
        if line.piece.shape is Shape.HEADING:
            # the first marked heading is the title's, the second is the text's
            begun.update(Lang if line.lang in headed else ())
            headed.add(line.lang)
        kinds.append(kind)
    kinds = running(page, in_menus(page, kinds))
    return _in_tables(page, [_block(page, at, kind) for at, kind in enumerate(kinds)])


def _kind(page: Page, at: int, kinds: Sequence[Kind], *, body: bool) -> Kind:
    line = page.lines[at]
    shape = line.piece.shape
    if shape in _FIXED:
        return _FIXED[shape]
    if line.piece.comment and (page.only is line.lang or line.lang is Lang.NONE):
        return Kind.OPAQUE
    if tells_tags(line, body):
        return Kind.METADATA
    if line.lang is Lang.NONE:
        return Kind.METADATA if noise.dated(line) else Kind.OPAQUE
    if shape is Shape.TEXT and noise.formula(line):
        return Kind.OPAQUE
    if shape is Shape.HEADING:
        return Kind.HEADING
    if labels.CAPTION.match(line.folded) or beside.above_table(page, at):
        return Kind.CAPTION
    if _is_keywords(page, at, kinds):
        return Kind.KEYWORDS
    label_above = _label_above(page, at, kinds) and not labels.STOCK.fullmatch(line.folded)
    if line.prose and not (label_above and noise.cites(line)) and not noise.rights(line):
        return Kind.ITEM if shape is Shape.ITEM else Kind.PARAGRAPH
    if noise.navigation(line):
        return Kind.NAVIGATION
    weak = not body or kinds[-1] is Kind.METADATA or _labels_below(page, at)
    counted = not body and beside.counts_on(page, at, kinds)
    if label_above or counted or noise.metadata(line, top=not body, weak=weak):
        named = noise.bare_label(line) and _prose_below(page, at)
        return Kind.HEADING if named or _names_text(page, at, kinds) else Kind.METADATA
    if shape is Shape.ITEM:
        return Kind.HEADING if _numbered_heading(page, at) else Kind.ITEM
    if beside.goes_with_item(page, at, kinds):
        return Kind.ITEM
    if beside.under_image(page, at, kinds):
        return Kind.CAPTION
    heading = (
        _short_heading(page, line, body) or beside.twin(page, at, kinds) or beside.asks(page, at)
    )
    return Kind.HEADING if heading else Kind.PARAGRAPH


def _is_keywords(page: Page, at: int, kinds: Sequence[Kind]) -> bool:
    line = page.lines[at]
    if labels.KEYWORDS.match(line.folded):
        return labelled(line)
    if not kinds or line.prose:
        return False
    if kinds[-1] is Kind.KEYWORDS and page.lines[at - 1].lang is not line.lang:
        # the list above, again in the other language
        return list_like(line)
    if kinds[-1] is not Kind.HEADING:
        return False
    above = labels.KEYWORDS.fullmatch(page.lines[at - 1].folded)
    return above is not None


def _label_above(page: Page, at: int, kinds: Sequence[Kind]) -> bool:
    """Say whether the line before is a label of metadata and nothing else."""
    if not kinds or kinds[-1] is not Kind.METADATA or page.lines[at].size > 160:
        return False
    return noise.bare_label(page.lines[at - 1])


def _prose_below(page: Page, at: int) -> bool:
    """Say whether sentences follow: then a label is the heading of a section."""
    below = page.lines[at + 1 : at + 2]
    return any(line.sentences and line.size > 12 and not noise.cites(line) for line in below)


def _names_text(page: Page, at: int, kinds: Sequence[Kind]) -> bool:
    """Say whether a type of article is all the heading that the text below it has."""
    line = page.lines[at]
    if not labels.ARTICLE_TYPE.fullmatch(line.folded):
        return False
    headed = any(
        kind is Kind.HEADING and other.lang is line.lang
        for kind, other in zip(kinds, page.lines, strict=False)
    )
    below = next((b for b in page.lines[at + 1 : at + 3] if b.lang is line.lang), None)
    return not headed and below is not None and below.sentences > 0 and below.size > 12


def _labels_below(page: Page, at: int) -> bool:
    """Say whether a sure label of metadata stands within the next two lines."""
    return any(
        (label := labels.METADATA.match(line.folded)) is not None
        and (line.size <= 12 or (line.size <= 60 and ":" in label["rest"]))
        for line in page.lines[at + 1 : at + 3]
    )


def _numbered_heading(page: Page, at: int) -> bool:
    """Say whether `1. words` is a section number: short, and no neighbour counts on."""
    line = page.lines[at]
    number = _number(page, line)
    if not number or not line.short or page.marked or line.piece.indent:
        return False
    near = (page.lines[k] for k in (at - 1, at + 1) if 0 <= k < len(page.lines))
    return not any(
        other.piece.shape is Shape.ITEM and _number(page, other) != number for other in near
    )


def _number(page: Page, line: Facts) -> str:
    start = line.piece.span.start
    found = _NUMBER.search(page.text, max(0, start - 8), start)
    return found[0].strip() if found else ""


def _short_heading(page: Page, line: Facts, body: bool) -> bool:
    if labels.STOCK.fullmatch(line.folded) and not (page.marked and body):
        return True
    if not line.short or line.text[:1].islower():
        return False
    if noise.links(line) or line.size < 1 or (line.words > 8 and _VERB.search(line.text)):
        return False
    return not page.marked or not body or bool(_BOLD.fullmatch(line.text.strip()))


def _block(page: Page, at: int, kind: Kind) -> Block:
    line = page.lines[at]
    span, lang, cells = line.piece.span, line.lang, line.piece.cells
    if kind is Kind.KEYWORDS or is_tags(line.text):
        cells = keywords(page.text, span, line.opaque)
        told = language(" ".join(cell.of(page.text) for cell in cells))
        lang = told if told in {Lang.ZH, Lang.EN} else lang
    elif kind is Kind.CAPTION and line.text.startswith(":"):
        span = trimmed(page.text, span.start + 1, span.end)
    elif kind is Kind.CAPTION and beside.ITALIC.fullmatch(line.text):
        span = trimmed(page.text, span.start + 1, span.end - 1)
    elif kind is Kind.HEADING and _BOLD.fullmatch(line.text):
        span = trimmed(page.text, span.start + 2, span.end - 2)
    elif kind is Kind.PARAGRAPH and (more := noise.MORE.search(line.text)):
        span = trimmed(page.text, span.start, span.start + more.start())
    elif kind is Kind.HEADING and line.piece.shape is Shape.ITEM:
        span = Span(span.start - len(_number_mark(page.text, span.start)), span.end)
    if kind is Kind.OPAQUE:
        return Block(span, kind, Lang.NONE, comment=line.piece.comment)
    return Block(
        span,
        kind,
        lang,
        opaque=tuple(m for m in line.opaque if span.start <= m.start and m.end <= span.end),
        cells=cells,
        level=line.piece.level,
        comment=line.piece.comment,
        address=line.piece.address,
    )


def _number_mark(text: str, start: int) -> str:
    found = _NUMBER.search(text, max(0, start - 8), start)
    return found[0] if found else ""


def _only(lines: Sequence[Facts]) -> Lang | None:
    """Return the language of a file that has all but a little in one."""
    size = dict.fromkeys((Lang.ZH, Lang.EN), 0.0)
    for line in lines:
        if line.lang in size and not line.piece.comment:
            size[line.lang] += line.size
    most = max(size, key=lambda lang: size[lang])
    total = sum(size.values())
    return most if total and size[most] >= 0.9 * total else None


def _in_tables(page: Page, found: list[Block]) -> list[Block]:
    """Give the rows of each table their languages."""
    at = 0
    while at < len(found):
        if found[at].kind is not Kind.ROW:
            at += 1
            continue
        end = at
        while end < len(found) and (found[end].kind is Kind.ROW or _is_rule(page, found, end)):
            end += 1
        rows = [k for k in range(at, end) if found[k].kind is Kind.ROW]
        han = [page.lines[k].han > 0 for k in rows]
        rules = [k + 1 < end and found[k + 1].kind is Kind.OPAQUE for k in rows]
        langs = [page.only] * len(rows) if page.only else row_languages(han, rules)
        for k, lang in zip(rows, langs, strict=True):
            found[k] = replace(found[k], lang=lang or Lang.NONE)
        at = end
    return found


def _is_rule(page: Page, found: Sequence[Block], at: int) -> bool:
    return found[at].kind is Kind.OPAQUE and set(found[at].span.of(page.text)) <= set("|:- \t")
