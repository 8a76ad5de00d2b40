"""What stands around the texts of a page, held against what stands around the source's.

Texts that translate each other and follow one another on both sides enclose a gap each: the end of
a container, a fence, a macro, the mark of a heading or item. What the gap of the source has and
that of the target has not is lost; what is of the same kind and differs has become another. A
gap with a text that has no partner says nothing. Where a page does so throughout, that is its
layout. Not here: what of a line is another one's value (skeleton.py, directives.py).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from zhen_align.lint.facts import Pair
from zhen_align.lint.finding import Severity
from zhen_align.lint.markup.blocks_apart import Changed
from zhen_align.lint.markup.shapes import Shape, bodies, inner, is_frame, shapes
from zhen_align.lint.markup.shown import MATTER
from zhen_align.text.scripts import has_han
from zhen_align.types import Document, Kind, Span

_MOST = 3
_SHARE = 0.34
# what a layout may do without, or have in another form, unless all others are the same
_SOFT_TEXT = "item quote rule picture import line option tag code indent blank"
_SOFT = frozenset(_SOFT_TEXT.split())
_LINES = frozenset(("formula", "picture", "macro", "tag", "line", "import", "liquid"))
_EMPTY = re.compile(r"\n[ \t>]*\n")
_STRICT = re.compile(r"^[ \t]*(?:!!!|\?\?\?\+?|///)[ \t]+[a-z]|^=== \"", re.MULTILINE)
_NESTING = ("indent", "heading")
_SAYS = {
    "heading": "the mark of a heading",
    "item": "the mark of an item",
    "quote": "the mark of a quotation",
    "definition": "the mark of a definition",
    "picture": "a picture",
    "code": "a block of code",
    "formula": "a displayed formula",
    "end": "the end of a container",
    "divider": "the line under the head of a table",
    "box": "the box of a task",
    "indent": "the indentation of this text",
    "tab": "the mark of a tab",
    "blank": "the empty line before this text",
}
Gap = tuple[list[Shape], list[Shape], Span, int]


@dataclass(frozen=True, slots=True)
class _Apart:
    kind: str
    old: Shape
    new: Shape | None
    place: Span


def framed(pair: Pair, sure: float, told: Sequence[Span]) -> Iterator[Changed]:
    """Yield the marks around its texts that a target lacks, or has otherwise.

    Of a gap in which something else was `told`, nothing more is said.
    """
    target, source = pair.target_document, pair.source_document
    if target.path == source.path or target.format != source.format or target.told:
        return
    if target.format not in ("markdown", "rst"):
        return
    apart: list[_Apart] = []
    total: Counter[str] = Counter()
    for here, there, place, start in _gaps(pair, sure):
        total.update(shape.kind for shape in there)
        if not any(start <= span.start <= place.start for span in told):
            apart += _differences(here, there, place)
    apart = [each for each in apart if not _is_elsewhere(each, target.text, source.text)]
    often = Counter(each.kind for each in apart)
    for each in apart:
        if told and (each.kind == "end" or each.old.key.startswith("/")):
            continue  # its beginning was told
        most = 1 if each.kind in _SOFT else _MOST
        if often[each.kind] <= max(1, min(most, int(_SHARE * total[each.kind]))):
            yield _told(each, target, source)


def _is_elsewhere(each: _Apart, target: str, source: str) -> bool:
    """Whether the line of what is lost stands in another place of the target, or in a text."""
    if each.new is not None or each.kind not in _LINES:
        return False
    end = source.find("\n", each.old.span.start)
    line = source[each.old.span.start : end if end >= 0 else len(source)].strip("$ ()*")
    return bool(line) and target.count(line) >= source.count(line)


def _told(each: _Apart, target: Document, source: Document) -> Changed:
    number = max(0, target.block_at(each.place.start))
    if each.new is each.old:
        message = f"{_SAYS[each.kind]} is not in the source"
        return Changed(number, each.place, None, message, Severity.WARNING)
    if each.new is not None:
        return Changed(number, each.new.span, each.old.span, "", Severity.WARNING)
    said = _SAYS.get(each.kind) or " ".join(each.old.span.of(source.text).split())
    return Changed(number, each.place, each.old.span, f"{said} is lost here", Severity.WARNING)


def _gaps(pair: Pair, sure: float) -> Iterator[Gap]:
    """Yield the shapes of both sides between neighbouring texts, and where in the target."""
    target, source = pair.target_document, pair.source_document
    linked = _linked(pair, sure)
    code = bodies(target), bodies(source)
    strict = _STRICT.search(source.text) is not None
    ends = [(-1, -1), *linked, (len(target.blocks), len(source.blocks))]
    for (a, b), (c, d) in pairwise(ends):
        if d <= b or not (_is_clean(target, a, c) and _is_clean(source, b, d)):
            continue
        here, there = _between(target, a, c), _between(source, b, d)
        first = target.blocks[c].span if c < len(target.blocks) else None
        place = Span(first.start, first.end) if first else Span(here.start, here.start)
        was = shapes(source, code[1], there.start, there.end)
        now = shapes(target, code[0], here.start, here.end)
        if a < 0:  # a macro above all text is the page's furniture
            was = [shape for shape in was if shape.kind != "macro"]
        else:
            was = inner(source, source.blocks[b]) + was
            now = inner(target, target.blocks[a]) + now
            if strict:
                was, now = _parted(source, b, d) + was, _parted(target, a, c) + now
        yield now, was, place, here.start


def _parted(document: Document, a: int, b: int) -> list[Shape]:
    """Return the empty line between a paragraph and the list or table after it.

    Most programs need none; those that read admonitions do.
    """
    if b >= len(document.blocks) or document.blocks[a].kind is not Kind.PARAGRAPH:
        return []
    place = _between(document, a, b)
    parted = document.blocks[b].kind in (Kind.ITEM, Kind.ROW) and _EMPTY.search(
        document.text, place.start, place.end
    )
    return [Shape("blank", "", place)] if parted else []


def _between(document: Document, a: int, b: int) -> Span:
    if a < 0:
        matter = MATTER.match(document.text)
        start = matter.end() if matter else 0
    else:
        start = document.blocks[a].span.end
    end = document.blocks[b].span.start if b < len(document.blocks) else len(document.text)
    return Span(min(start, end), end)


def _is_clean(document: Document, a: int, b: int) -> bool:
    """Whether no text stands between two blocks, other than in comments."""
    start = _between(document, a, b).start
    return all(
        is_frame(document, block) or block.span.start < start
        for block in document.blocks[a + 1 : b]
    )


def _linked(pair: Pair, sure: float) -> list[tuple[int, int]]:
    """Return the blocks of text that translate each other and nothing else, in order."""
    here: dict[int, set[int]] = {}
    there: dict[int, set[int]] = {}
    best: dict[int, float] = {}
    for bead in pair.beads:
        now = {text.sentence.block for text in bead.target.texts}
        was = {text.sentence.block for text in bead.source.texts}
        for a in now:
            here.setdefault(a, set()).update(was)
            best[a] = max(best.get(a, 0.0), bead.bead.score if was else 0.0)
        for b in was:
            there.setdefault(b, set()).update(now)
    found = []
    for a in sorted(here):
        if len(here[a]) == 1 and best[a] >= sure:
            (b,) = here[a]
            if there[b] == {a}:
                found.append((a, b))
    return found


def _differences(here: Sequence[Shape], there: Sequence[Shape], place: Span) -> Iterator[_Apart]:
    """Yield what of a gap of the source is lost, or has become another of its kind."""
    keys, old_keys = ([f"{s.kind} {s.key}" for s in side] for side in (here, there))
    if keys == old_keys:
        return
    spare = Counter(keys)
    spare.subtract(old_keys)
    for what, a, b, c, d in SequenceMatcher(None, old_keys, keys, autojunk=False).get_opcodes():
        if what == "insert" and len(keys) == len(old_keys) + 1 and here[c].kind in _NESTING:
            yield _Apart(here[c].kind, here[c], here[c], place)
        if what not in ("replace", "delete"):
            continue
        new = list(here[c:d])
        for old, key in zip(there[a:b], old_keys[a:b], strict=True):
            same = next((s for s in new if s.kind == old.kind), None)
            if same:
                new.remove(same)
                if _differs(old, same):
                    yield _Apart(old.kind, old, same, place)
            elif spare[key] < 0:  # otherwise it stands elsewhere in its gap
                yield _Apart(old.kind, old, None, place)


def _differs(old: Shape, new: Shape) -> bool:
    """Whether what has become another of its kind cannot be the translator's choice."""
    if old.kind in ("heading", "rule"):
        return True
    if old.kind == "code":
        return not new.key or has_han(new.key)
    return old.kind == "id" and old.key.isascii()
