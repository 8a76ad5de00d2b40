"""What markup the two sides of a bead do not share, and which of it is harmless.

Compared by key. Not here: which of it has become which, and how grave that is.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from zhen_align.lint.facts import BeadFacts, Side
from zhen_align.lint.markup.adapted import fitted
from zhen_align.text.markup import Mark, MarkKind, formula_pieces
from zhen_align.text.scripts import HAN
from zhen_align.types import Document, Span

Placed = tuple[Span, Mark]
# nothing but the number of these can be compared
_COUNTED = re.compile(r":\w+:|%[^($]*|emphasis")
_NOISE = re.compile(r"[{}~&\\$`*]+")
# labels of buttons and menus are set like code, and translated
_WORDS = re.compile(
    r"[^=(){}_<$/\\]*[A-Za-z]{2,}(?:(?: ?(?:->|>|/|-) ?|: | )[A-Za-z]{2,})+[^=(){}_<$/\\]*"
)
_OPTION = re.compile(r"\s--?[A-Za-z]")  # of a command
_NUMBERS = re.compile(r"(?:[\d.,%\s]|\\%|\\sim|\\approx|\\pm|-)+")
_TRANSLATED = re.compile(rf"\$?[{{<][^{{}}<>]*[{HAN}][^{{}}<>]*[}}>]")
_SPACED = re.compile(r"[ \t\n]+|(?=\()")
_DASHES = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212), 0x2D)
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | _DASHES
_QUOTES = {0x2018: 0x27, 0x2019: 0x27, 0x201C: 0x22, 0x201D: 0x22, 0x3010: 0x5B, 0x3011: 0x5D}
_FOLDED = _WIDE | _QUOTES | {0x3002: 0x2E, 0x3001: 0x2C, 0x3000: 0x20}
_LETTER = re.compile(r"[^\W\d_a-zA-Z]")  # of a language, where code has ASCII alone
_RELATED = re.compile(r"[<>=]|\\[lg]e|\\neq?")
_SIGNED = re.compile(r"[&*~\\]")
_SHORTCODES = ("{{<", "{{%")
_SHORTCODE = re.compile(r"\{\{[<%][^{}\n]{0,300}[>%]\}\}")
_SHOWN = re.compile(r"(?:text|title|caption|alt)=\"[^\"]*\"")
_LONGEST = 60
_VALUES = frozenset(("true", "false", "none", "null", "nil", "nan", "undefined"))
_EXACT = (MarkKind.CODE, MarkKind.ROLE)  # in other letters they are others


def left(bead: BeadFacts) -> tuple[list[Placed], list[Placed]]:
    """Return what only the target has, and what only the source has."""
    target: Sequence[Placed] = bead.target.marks
    source: Sequence[Placed] = bead.source.marks
    if not target and not source:
        return [], []
    if _positions(target) != _positions(source):
        target, source = _numbered(target), _numbered(source)
    extra = _unmatched(target, source, bead.source)
    if any(mark.kind is MarkKind.LINK and is_spoken(mark) for _, mark in source):
        extra = [p for p in extra if p[1].key[0] != "#"]  # an anchor of the page's own
    missing = _unmatched(source, target, bead.target)
    translated = _translated(bead) - len(missing) if missing else 0
    extra, missing = fitted(bead, extra, missing)
    translated = max(0, translated + len(missing))  # without those that were told apart
    values = [placed for placed in missing if placed[1].key.casefold() in _VALUES]
    words = [placed for placed in missing if placed[1].key.casefold() not in _VALUES]
    return extra, [*values, *words[translated:]]


def among(placed: Placed, others: Sequence[Placed]) -> bool:
    """Whether a mark is one of others, wherever they stand."""
    mark = placed[1]
    return any(other.kind is mark.kind and other.key == mark.key for _, other in others)


def is_spoken(mark: Mark) -> bool:
    """Whether code is words rather than code: a label, which a translation may put its own way."""
    if mark.kind is MarkKind.LINK:
        return mark.key.startswith("#") and not mark.key.isascii()
    if mark.kind is not MarkKind.CODE:
        return mark.kind is MarkKind.PLACEHOLDER and not mark.key.isascii()
    if _OPTION.search(mark.key) or mark.key[0] == "-" or is_wide(mark.key):
        return False
    return _LETTER.search(mark.key) is not None or _WORDS.fullmatch(mark.key) is not None


def is_wide(code: str) -> bool:
    """Whether code has marks of Chinese text in it where it has no words of it."""
    return not code.isascii() and not _LETTER.search(code) and code.translate(_FOLDED) != code


def _translated(bead: BeadFacts) -> int:
    """Return how many code spans and placeholders of the target are words in its language."""
    source = {mark.key for _, mark in bead.source.marks}
    words = sum(
        not m.key.isascii() and is_spoken(m) and m.key not in source for _, m in bead.target.marks
    )
    if bead.target.document.told:
        return words  # a program fills in what catalogues hold, by its name
    return words + sum(len(_TRANSLATED.findall(text.plain)) for text in bead.target.texts)


def _unmatched(here: Sequence[Placed], there: Sequence[Placed], opposite: Side) -> list[Placed]:
    """Return the marks of one side that the other does not have in any form, each once."""
    keys = {mark.key for _, mark in there}
    cases = {mark.key.casefold() for _, mark in there if mark.kind in _EXACT}
    formulas = {mark.key for _, mark in there if mark.kind is MarkKind.FORMULA}
    formulas |= {piece for key in formulas for piece in formula_pieces(key)}
    counts = Counter(
        _role(mark.key) or mark.key
        for _, mark in there
        if _COUNTED.fullmatch(mark.key) or mark.kind is MarkKind.ROLE
    )
    found: list[Placed] = []
    said = ""
    for span, mark in here:
        if _COUNTED.fullmatch(mark.key):
            counts[mark.key] -= 1
            if counts[mark.key] < 0:
                found.append((span, mark))
            continue
        if mark.key[:3] in _SHORTCODES and _unsaid(mark.key) in shortcodes(opposite.document):
            continue  # it stands around the sentence there
        # a term's own words may be its target: :term:`node`, :term:`节点 <node>`
        if mark.key in keys or _role(mark.key) in keys or among((span, mark), found):
            continue
        if mark.kind is MarkKind.FORMULA and _in_pieces(mark.key, formulas):
            continue
        if mark.kind in _EXACT and mark.key.casefold() in cases:
            found.append((span, mark))
            continue
        said = said or "\n".join(text.text for text in opposite.texts)
        if not _stands_plain(mark, said):
            found.append((span, mark))
    return found


def _positions(placed: Sequence[Placed]) -> bool:
    """Whether a side says which argument its placeholders stand for: %1$s."""
    return any(mark.key[0] == "%" and "$" in mark.key for _, mark in placed)


def _numbered(placed: Sequence[Placed]) -> Sequence[Placed]:
    """Return marks with the placeholders that stand in order numbered, as %2$d is."""
    found, number = [], 0
    for span, mark in placed:
        if mark.key[0] == "%" and mark.key[1] not in "(n" and "$" not in mark.key:
            number += 1
            mark = replace(mark, key=f"%{number}${mark.key[1:]}")
        found.append((span, mark))
    return found


def shortcodes(document: Document) -> frozenset[str]:
    """Return the shortcodes of a document, without their blanks and what they show."""
    found = _SHORTCODE.findall(document.text) if "{{" in document.text else ()
    return frozenset(_unsaid("".join(said.split())) for said in found)


def _unsaid(shortcode: str) -> str:
    return _SHOWN.sub("", shortcode)


def _role(key: str) -> str:
    """Return the name of a role that has a target, as the key of one that has none."""
    return key[: key.index(":", 1) + 1] if key[0] == ":" and ":" in key[1:] else ""


def _in_pieces(key: str, formulas: set[str]) -> bool:
    """Whether a formula is part of one of the other side, or told there in several."""
    if key in formulas or any(_summands(key) == _summands(other) for other in formulas):
        return True
    pieces = formula_pieces(key)
    if _RELATED.search(key) and any(
        _RELATED.search(other) and formula_pieces(other) == pieces for other in formulas
    ):
        return False  # another relation of the same things
    return len(pieces) > 1 and all(piece in formulas for piece in pieces)


def _summands(key: str) -> list[str]:
    """Return what a formula adds and equates, in an order of its own."""
    return sorted(re.split(r"[+=]", key))


def _stands_plain(mark: Mark, said: str) -> bool:
    """Whether the other side has what is marked as part of its text."""
    if mark.kind is MarkKind.PLACEHOLDER:
        return mark.key in said
    if mark.kind is MarkKind.LINK and "://" not in mark.key and "@" not in mark.key:
        return False  # the name of a page is no link to it
    plain = _plain(said)
    key = _plain(mark.key.removeprefix("mailto:")).removeprefix("https://")
    if not key or (mark.kind is MarkKind.FORMULA and _NUMBERS.fullmatch(mark.key)):
        return True
    if mark.kind is MarkKind.CODE and (is_wide(mark.key) or _SIGNED.search(mark.key)):
        return mark.key in said  # `&str` is not `str`, and `f（x）` does not run
    if mark.kind is MarkKind.CODE and _is_torn(mark.key):
        return False
    pieces = list(key) if mark.kind is MarkKind.FORMULA else _SPACED.split(key)
    if len(pieces) > _LONGEST:
        return False
    pattern = _pattern(key) if mark.kind is MarkKind.CODE else r"\s*".join(map(re.escape, pieces))
    before = "a-z0-9_.-" if key[0].isdigit() else "a-z0-9_"  # 1 stands in no -1
    return re.search(rf"(?<![{before}]){pattern}(?![a-z0-9_])", plain) is not None


def _is_torn(code: str) -> bool:
    """Whether some code lost one of two brackets."""
    return any(code.count(pair[0]) != code.count(pair[1]) for pair in ("()", "[]", "{}"))


def _pattern(code: str) -> str:
    """Return what finds some code in a text: its blanks must be there, lines may break."""
    words = [r"\s*\(".join(map(re.escape, word.split("("))) for word in code.split()]
    return r"\s+".join(words)


def _plain(text: str) -> str:
    """Return a text without the signs of its markup, for looking things up in it."""
    return _NOISE.sub("", text.translate(_WIDE)).casefold().replace("http://", "https://")
