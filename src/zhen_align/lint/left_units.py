"""Headings, cells, labels and fragments of a Chinese page that stand there as in its source.

Each is too short to be told by its words alone: it must be wording (wording.py), stand in the
source as the same kind of thing, and be no term that the Chinese sentences use as it is. Not
here: what a few words need no source for (left_prose.py), pieces in capitals (labels.py).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from zhen_align.lint.facts import BLANK, Pair
from zhen_align.lint.markup.shown import both_shown
from zhen_align.lint.prose import announced
from zhen_align.lint.untranslated import Foreign
from zhen_align.lint.wording import ABOUT_WORDS, ELSEWHERE, TOKEN, is_wording
from zhen_align.text.opaque import blanked, opaque
from zhen_align.text.scripts import HAN, has_han
from zhen_align.text.small_words import SMALL
from zhen_align.types import Block, Document, Kind, Lang, Span

_LETTERS = re.compile(r"[A-Za-z]{2}")
_ATTRIBUTE = re.compile(
    r"\b(?:alt|title|label|caption|summary|placeholder|description|header|heading|tooltip"
    r"|aria-label)=\{?[\"'](?P<a>[^\"'\n{}]+)[\"']"
    r"|(?:<Tab\w*|\{\{[%<][ \t]*tab)\b[^<>\n]*?\bname=\"(?P<n>[^\"\n]+)\""
    r"|<meta\b[^<>]*\b(?:name|property)=[\"'](?:og:|twitter:)?(?:description|title)[\"'][^<>]*?"
    r"\bcontent=\"(?P<m>[^\"\n]+)\""
    r"|^[ \t]*(?:=== |\?\?\?\+? \w+ |!!! \w+ )\"(?P<t>[^\"\n]+)\""
    r"|^[ \t]*:(?:alt|caption|synopsis|header):[ \t]*(?P<o>[^\n]+)",
    re.MULTILINE,
)
# one of these stands where there is any, and asking for it costs little
_SIGNS = ('="', "='", "={", '=== "', "???", "!!!", ":alt:", ":caption:", ":synopsis:", ":header:")
_CELL = re.compile(r"[^|\n]+")
_WORDS = re.compile(rf"\W*[A-Za-z{HAN}]+(?:[ {HAN}]|$)")
_ELEMENT = re.compile(r"(?:^|>)([^<>\n]+)(?=<|$)", re.MULTILINE)
_RULE = re.compile(r"[-|:+=\s]+")
_INSIDE = re.compile(
    r"<(?P<tag>div|span|p|td|th|li|dt|dd|a|button|label|legend|h[1-6]|option|small)\b[^<>]*>"
    r"(?P<inside>[^<>{}\n]+)</(?P=tag)>"
)
_STOCK_TEXT = (
    "name type default description meaning field value key option parameter required example "
    "version notes note remark remarks purpose property attribute argument command method status "
    "effect unit range explanation comment category returns return parameters since"
)
_STOCK = frozenset(_STOCK_TEXT.split())
_LABELLED = re.compile(r"\W*([A-Z][a-z]+)[*_]*:")
_ID = re.compile(r"\s*\{(?:/\*)?\s*#?[^{}]*\}\s*$|^[*_#\s]+|[*_#\s]+$")
_TEXT = (Kind.PARAGRAPH, Kind.ITEM, Kind.CAPTION)
_HEAD = (Kind.HEADING, Kind.TITLE)
_ENDS = tuple(".!?:")
_LONG = 4
_DONE, _OTHERS = 0.4, 3


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is shown as one thing: its group, its words, and the table and column it is in."""

    group: str
    said: str
    span: Span
    table: int = -1
    row: int = -1
    column: int = -1
    first: bool = False
    item: int = -1  # the list that it is an item of


def units_left(pair: Pair) -> Iterator[Foreign]:
    """Yield the units of a Chinese page that are wording and were left as in the source."""
    target, source = pair.target_document, pair.source_document
    if target.path == source.path or pair.target is not Lang.ZH or target.told:
        return
    shown, original = both_shown(pair)
    here = list(_units(target, shown))
    left = [u for u in here if _LETTERS.search(u.said) and not has_han(u.said)]
    if not left or len(left) == len(here):
        return
    there: dict[tuple[str, str], Span] = {}
    for unit in _units(source, original):
        there.setdefault((unit.group, unit.said), unit.span)
    for unit in left:
        place = there.get((unit.group, unit.said))
        if place is None or _used(unit, target):
            continue
        if _is_stock(unit, here) or (is_wording(unit.said) and _is_left(unit, here)):
            number = max(0, target.block_at(unit.span.start))
            if unit.group != "text" or not announced(target, number):
                yield Foreign(number, unit.span, place)


def _units(document: Document, shown: str) -> Iterator[_Unit]:
    for found in _ATTRIBUTE.finditer(shown) if any(sign in shown for sign in _SIGNS) else ():
        yield _Unit(
            "label", found[found.lastgroup or 0].strip(), Span(*found.span(found.lastgroup or 0))
        )
    # one of several titles stands beside its translation
    titled = sum(block.kind is Kind.TITLE for block in document.blocks) > 1
    table, lists = -1, 0
    for number, block in enumerate(document.blocks):
        if not block.comment:
            for found in _INSIDE.finditer(shown, block.span.start, block.span.end):
                yield _trimmed("element", document.text, Span(*found.span("inside")))
        if block.comment or block.kind in (Kind.OPAQUE, Kind.KEYWORDS):
            continue
        if titled and block.kind is Kind.TITLE:
            continue
        if block.kind is Kind.ROW:
            first = not _follows_row(document, number)
            table += first
            for column, unit in enumerate(_cells(block, document.text)):
                yield replace(unit, table=table, row=number, column=column, first=first)
        elif block.kind in (Kind.METADATA, Kind.NAVIGATION):
            if document.format == "html":
                for found in _ELEMENT.finditer(block.span.of(document.text)):
                    place = Span(*found.span(1)).shifted(by=block.span.start)
                    yield _trimmed("element", document.text, place)
        else:
            unit = _trimmed("head" if block.kind in _HEAD else "text", document.text, block.span)
            lists += block.kind is not Kind.ITEM
            yield replace(unit, item=lists) if block.kind is Kind.ITEM else unit


def _follows_row(document: Document, number: int) -> bool:
    """Whether the block before one is a row, or the rule between the head of a table and it."""
    if not number or document.blocks[number - 1].group != document.blocks[number].group:
        return False
    before = document.blocks[number - 1]
    rule = before.kind is Kind.OPAQUE and _RULE.fullmatch(before.span.of(document.text))
    return before.kind is Kind.ROW or bool(rule)


def _cells(block: Block, text: str) -> Iterator[_Unit]:
    spans: Sequence[Span] = block.cells
    if not spans and "|" in block.span.of(text):
        found = _CELL.finditer(text, block.span.start, block.span.end)
        spans = [Span(*cell.span()) for cell in found]
    for span in spans:
        yield _trimmed("cell", text, span)


def _trimmed(group: str, text: str, span: Span) -> _Unit:
    said = span.of(text)
    inner = _ID.sub("", said.strip()).strip()
    inner = _ID.sub("", inner).strip()
    start = span.start + (said.index(inner) if inner in said else 0)
    return _Unit(group, inner, Span(start, start + len(inner)))


def _plain(said: str) -> str:
    return blanked(said, opaque(said), BLANK)


def _is_stock(unit: _Unit, units: Sequence[_Unit]) -> bool:
    """Whether a unit is the head of a column among Chinese ones, or a label before code."""
    if unit.group in ("text", "head"):
        label = _LABELLED.match(unit.said)
        alone = label is not None and not _LETTERS.search(_plain(unit.said[label.end() :]))
        return bool(alone and label and label[1].lower() in _STOCK)
    beside = [u for u in units if u.first and u.row == unit.row and u.span != unit.span]
    heads = unit.first and any(has_han(u.said) for u in beside)
    return heads and unit.said.lower() in _STOCK


def _is_left(unit: _Unit, units: Sequence[_Unit]) -> bool:
    """Whether the page translates what else it has of the kind."""
    if ELSEWHERE.search(unit.said):
        return False
    words = TOKEN.findall(unit.said)
    prose = any(word in SMALL for word in words) and len(words) >= _LONG
    like = [u for u in units if u.group == unit.group and u.span != unit.span]
    if unit.group == "cell":
        like = [u for u in like if u.table == unit.table]
        beside = [u for u in like if u.row == unit.row]
        head = next((u for u in like if u.first and u.column == unit.column), unit)
        if ABOUT_WORDS.search(head.said):
            return False
        below = [u for u in like if u.column == unit.column and not u.first]
        if unit.first or not any(_WORDS.match(u.said) for u in below):
            below = beside  # what else the column has is code
        return prose or any(has_han(u.said) for u in below)
    if unit.group == "head":
        done = sum(has_han(u.said) for u in like)
        return done >= 1 and done >= _DONE * len(like)
    if unit.group == "text":
        return unit.said.endswith(_ENDS) or prose or words[0] in SMALL or _among_done(unit, units)
    return True


def _among_done(unit: _Unit, units: Sequence[_Unit]) -> bool:
    """Whether an item's list has others, all translated: what is left among them is no choice."""
    beside = [u for u in units if u.item == unit.item >= 0 and u.span != unit.span]
    return len(beside) >= _OTHERS and all(has_han(u.said) for u in beside)


def _used(unit: _Unit, target: Document) -> bool:
    """Whether the Chinese sentences of the page use a few words as they are: a term, a name."""
    if len(unit.said.split()) >= _LONG:
        return False
    said = unit.said.casefold().rstrip(".:!?")
    return any(
        said in block.span.of(target.text).casefold()
        for block in target.blocks
        if block.lang is Lang.ZH and block.kind in _TEXT and not block.comment
    )
