"""What each piece is and which language it is in: pieces -> blocks.

The tests run in a fixed order (caption, keywords, navigation, metadata, heading, item,
paragraph) on one piece and what was decided before it. Long prose is always a paragraph:
losing a sentence to a loose pattern is worse than keeping a line of noise. The words that
the tests look for are in `labels`, single tests in `noise`; which heading is the title is
decided in `titles`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from zhen_align.read import labels, noise
from zhen_align.read.facts import Facts, facts
from zhen_align.read.pieces import Piece, Shape, trimmed
from zhen_align.read.tables import row_languages
from zhen_align.text.scripts import han_count, language
from zhen_align.types import Block, Kind, Lang, Span

_TAGS = re.compile(r"(?:`[^`]{1,40}`[\s,，、;；/|]*){2,}|`[^`]{1,40}`|(?:#[^\s#]{1,30}\s*){2,}")
_TAG = re.compile(r"`([^`]+)`|#([^\s#]+)")
_KEYWORD = re.compile(r"[^;；,，、/|／\r\n]+")
_KEYWORD_FIRM = re.compile(r"[^;；/|／\r\n]+")
_LIST = re.compile(r"[;,、/|]")
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


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of the whole file while its lines are judged."""

    text: str
    lines: tuple[Facts, ...]
    marked: bool
    """The file marks its headings, so a line is not one for being short."""
    only: Lang | None
    """The one language of the file, if it has but one."""


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
    return _in_tables(page, [_block(page, at, kind) for at, kind in enumerate(kinds)])


def _kind(page: Page, at: int, kinds: Sequence[Kind], *, body: bool) -> Kind:
    line = page.lines[at]
    shape = line.piece.shape
    if shape in _FIXED:
        return _FIXED[shape]
    if line.piece.comment and (page.only is line.lang or line.lang is Lang.NONE):
        return Kind.OPAQUE
    if _tags(line, body):
        return Kind.METADATA
    if line.lang is Lang.NONE:
        return Kind.METADATA if noise.dated(line) else Kind.OPAQUE
    if shape is Shape.HEADING:
        return Kind.HEADING
    if labels.CAPTION.match(line.folded) or _above_table(page, at):
        return Kind.CAPTION
    if _is_keywords(page, at, kinds):
        return Kind.KEYWORDS
    label_above = _label_above(page, at, kinds)
    if line.prose and not (label_above and noise.cites(line)):
        return Kind.ITEM if shape is Shape.ITEM else Kind.PARAGRAPH
    if noise.navigation(line):
        return Kind.NAVIGATION
    weak = not body or kinds[-1] is Kind.METADATA or _labels_below(page, at)
    if label_above or noise.metadata(line, top=not body, weak=weak):
        named = noise.bare_label(line) and _prose_below(page, at)
        return Kind.HEADING if named or _names_text(page, at, kinds) else Kind.METADATA
    if shape is Shape.ITEM:
        return Kind.HEADING if _numbered_heading(page, at) else Kind.ITEM
    heading = _short_heading(page, line, body) or _twin(page, at, kinds)
    return Kind.HEADING if heading else Kind.PARAGRAPH


def _tags(line: Facts, body: bool) -> bool:
    """Say whether the line is a row of `tags` or #tags, not of code."""
    if not _TAGS.fullmatch(line.text.strip()):
        return False
    tags = " ".join(first or second for first, second in _TAG.findall(line.text))
    return han_count(tags) > 0 or (
        not body and line.text.count("`") >= 4 and tags.replace(" ", "").replace("-", "").isalnum()
    )


def _above_table(page: Page, at: int) -> bool:
    """Say whether this is a `: caption` or `Table: caption` with a table next to it."""
    line = page.lines[at]
    if not re.match(r":\s?[^\s:]|Table:\s", line.text) or line.prose:
        return False
    near = (page.lines[k].piece.shape for k in (at - 1, at + 1) if 0 <= k < len(page.lines))
    return Shape.ROW in near


def _is_keywords(page: Page, at: int, kinds: Sequence[Kind]) -> bool:
    line = page.lines[at]
    label = labels.KEYWORDS.match(line.folded)
    if label and label.end() < len(line.folded):
        return line.sentences <= 1 and len(_KEYWORD.findall(line.folded, label.end())) >= 1
    if label or not kinds or line.prose:
        return False
    if kinds[-1] is Kind.KEYWORDS and page.lines[at - 1].lang is not line.lang:
        # the list above, again in the other language
        return not line.sentences and len(_LIST.findall(line.folded)) >= 2
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
        labels.METADATA.match(line.folded) is not None and line.size <= 12
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
    if not line.short or line.text[:1].islower():
        return False
    if noise.links(line) or line.size < 1 or (line.words > 8 and _VERB.search(line.text)):
        return False
    return not page.marked or not body or bool(_BOLD.fullmatch(line.text.strip()))


def _twin(page: Page, at: int, kinds: Sequence[Kind]) -> bool:
    """Say whether a short line repeats the marked heading above it in the other language."""
    line = page.lines[at]
    above = at - 1
    while above >= 0 and kinds[above] in {Kind.METADATA, Kind.OPAQUE, Kind.NAVIGATION}:
        above -= 1
    return (
        above >= 0
        and page.lines[above].piece.shape is Shape.HEADING
        and {line.lang, page.lines[above].lang} == {Lang.ZH, Lang.EN}
        and line.han <= 32
        and line.words <= 18
        and not line.text.endswith(("。", ".", ":", "：", "；", ";", ",", "，"))
    )


def _block(page: Page, at: int, kind: Kind) -> Block:
    line = page.lines[at]
    span, lang, cells = line.piece.span, line.lang, line.piece.cells
    if kind is Kind.KEYWORDS or _TAGS.fullmatch(line.text.strip()):
        cells = _keywords(page.text, span)
        if lang is Lang.NONE:
            lang = language(" ".join(cell.of(page.text) for cell in cells))
    elif kind is Kind.CAPTION and line.text.startswith(":"):
        span = trimmed(page.text, span.start + 1, span.end)
    elif kind is Kind.HEADING and line.piece.shape is Shape.ITEM:
        span = Span(span.start - len(_number_mark(page.text, span.start)), span.end)
    if kind is Kind.OPAQUE:
        return Block(span, kind, Lang.NONE, comment=line.piece.comment)
    return Block(
        span,
        kind,
        lang,
        opaque=tuple(mark for mark in line.opaque if mark.start >= span.start),
        cells=cells,
        level=line.piece.level,
        comment=line.piece.comment,
        address=line.piece.address,
    )


def _number_mark(text: str, start: int) -> str:
    found = _NUMBER.search(text, max(0, start - 8), start)
    return found[0] if found else ""


def _keywords(text: str, span: Span) -> tuple[Span, ...]:
    """Return the place of each keyword, the label left out."""
    words = span.of(text)
    if _TAGS.fullmatch(words.strip()):
        spans = (found.span(1 if found[1] else 2) for found in _TAG.finditer(words))
        return tuple(Span(start, end).shifted(by=span.start) for start, end in spans)
    label = labels.KEYWORDS.match(words)
    begin = label.end() if label else 0
    firm = re.search(r"[;；/|／]", words[begin:])
    pattern = _KEYWORD_FIRM if firm else _KEYWORD
    found = (
        trimmed(text, span.start + word.start(), span.start + word.end())
        for word in pattern.finditer(words, begin)
    )
    return tuple(cell for cell in found if cell.start < cell.end)


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
