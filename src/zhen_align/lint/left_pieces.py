"""Pieces of a page that were left in the source's language: bold words, links, cells, elements.

They are too short to tell words from names by themselves; a link to another site may lead to a
page that has its title in English. A piece is told where the page translates its others of the
kind, where a dictionary knows its words, and where neither text uses it as a name. Not here:
headings, titles and attributes (labels.py), sentences (rules/untranslated.py), English pages
(left_chinese.py).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from zhen_align.lint.dictionary import known
from zhen_align.lint.facts import BLANK, Pair
from zhen_align.lint.markup.shown import both_shown
from zhen_align.lint.untranslated import Foreign
from zhen_align.lint.wording import ABOUT_WORDS, WORD, is_wording
from zhen_align.text.scripts import has_han
from zhen_align.types import Document, Lang, Span

_PIECE = re.compile(
    # each branch begins with its sign, so that what is none is passed over quickly
    r"\*(?<![*\\]\*)\*(?P<bold>[^*\n|]+)\*\*(?!\*)"
    r"|\[(?<![!\\\]]\[)(?P<link>[^\[\]\n]+)\]\((?![\s)]|https?:)"
    r"|!\[(?P<picture>[^\[\]\n]+)\]\("
    r"|<(?P<tag>a|button|summary|b|strong|em|th|td|li|p|label|option|[A-Z]\w*)\b[^<>]*>"
    r"(?P<element>[^<>{}\n]+)</(?P=tag)>"
)
_ROW = re.compile(r"^[ \t>]*\|.*\|[ \t]*$", re.MULTILINE)
_CELL = re.compile(r"(?<=\|)[^|\n]*(?=\|)")
_PLAIN = re.compile(r"[A-Za-z][a-z'’-]*")
_CODE = re.compile(rf"[_/<>{{}}@=$\\`|#&+~{BLANK}]|\w\.\w|\(\)")
_BETWEEN = re.compile(r"\W*\d[\d.,]*\W*(?:to|and|or)\W+\d[\d.,]*\D{0,4}")
_LEAST, _SHARE = 2, 0.6
_STOCK_TEXT = (
    "accuracy add apply back browse cancel caution clear close connect copy create default delete "
    "deploy description disable download edit enable example export false finish hint home import "
    "important install login logout name next no none note notes open optional password paste "
    "previous range read refresh reload remove rename required reset restart resume retry run save "
    "search select settings size start status stop submit tip type undo update upload usage "
    "username value version warning write yes"
)
_STOCK = frozenset(_STOCK_TEXT.split())


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: str
    said: str
    span: Span
    column: int = -1


def pieces_left(pair: Pair) -> Iterator[Foreign]:
    """Yield the pieces of a target that stand there as they do in the source."""
    target, source = pair.target_document, pair.source_document
    if target.path == source.path or target.told or pair.target is not Lang.ZH:
        return
    here, there = (_pieces(text) for text in both_shown(pair))
    spans = {(piece.kind, piece.said): piece.span for piece in reversed(there)}
    for piece in here:
        old = spans.get((piece.kind, piece.said))
        if old is None:
            continue
        if _is_prose(piece, target, source) and _others(piece, here):
            yield Foreign(max(0, target.block_at(piece.span.start)), piece.span, old)


def _pieces(text: str) -> list[_Piece]:
    found = []
    for match in _PIECE.finditer(text):
        kind = next(name for name in ("bold", "link", "picture", "element") if match[name])
        found.append(_trimmed(kind, match[kind], match.start(kind)))
    table, end = 0, -1
    for row in _ROW.finditer(text) if "|" in text else ():
        table += row.start() > end + 1
        end = row.end()
        for column, cell in enumerate(_CELL.finditer(text, *row.span())):
            piece = _trimmed(f"cell {table}", cell[0], cell.start())
            found.append(replace(piece, column=column))
    return [piece for piece in found if piece.said]


def _trimmed(kind: str, said: str, start: int) -> _Piece:
    start += len(said) - len(said.lstrip())
    said = said.strip()
    return _Piece(kind, said, Span(start, start + len(said)))


def _others(piece: _Piece, pieces: Sequence[_Piece]) -> bool:
    """Whether the page translates what else it has of the kind."""
    like = [p for p in pieces if p.kind == piece.kind and p.said != piece.said]
    column = [p.said for p in like if p.column == piece.column >= 0]
    about = column and ABOUT_WORDS.search(column[0])
    if about or (sum(map(is_wording, column)) and not any(map(has_han, column[1:]))):
        return False  # the column is about words
    done = sum(has_han(p.said) for p in like)
    words = sum(WORD.search(p.said) is not None and not _CODE.search(p.said) for p in like)
    left = words - sum(has_han(p.said) and WORD.search(p.said) is not None for p in like)
    return done >= _LEAST and done >= _SHARE * (done + left)


def _is_prose(piece: _Piece, target: Document, source: Document) -> bool:
    """Whether a piece is words of English, and no name of this page."""
    said = piece.said.rstrip(".:!?")
    if _BETWEEN.fullmatch(said):
        return True
    words = WORD.findall(said)
    plain = [word for word in words if not word.isupper()]
    if has_han(said) or _CODE.search(said) or not plain or re.search(r"\d", said):
        return False
    if not all(_PLAIN.fullmatch(word) for word in plain):
        return False
    if not all(known([word.lower() for word in plain])):
        return False
    if len(words) == 1:
        common = words[0].lower() in _STOCK or _is_small(words[0], source)
        return common and not _is_name(words[0], target, source)
    # Title Case is a name as often as not, and so is what the target writes elsewhere too
    return any(word[0].islower() for word in plain[1:]) and not any(
        word[0].isupper() and len(re.findall(rf"(?<!\w){word}(?!\w)", target.text)) > 1
        for word in plain
    )


def _is_small(word: str, source: Document) -> bool:
    """Whether the source writes a word small elsewhere: no product is called so."""
    return re.search(rf"(?<![\w`/.-]){word.lower()}(?![\w`/-])", source.text) is not None


def _is_name(said: str, target: Document, source: Document) -> bool:
    """Whether the target writes some words elsewhere, or the source's sentences with capitals."""
    if said[0].islower():
        return True
    whole = rf"(?<![\w`]){re.escape(said)}(?!\w)"
    if len(re.findall(whole, target.text, re.IGNORECASE)) > 1:
        return True
    inside = rf"(?<=[a-z,] ){re.escape(said)}(?!\w)"
    return re.search(inside, source.text) is not None
