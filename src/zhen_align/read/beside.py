"""What a line is by the lines around it: an item's other language, a caption, a title that asks.

Not here: what a line says itself (`noise`), and runs of short lines (`menus`).
"""

import re
from collections.abc import Sequence

from zhen_align.read import noise
from zhen_align.read.facts import Page
from zhen_align.read.pieces import Shape
from zhen_align.types import Kind, Lang

ITALIC = re.compile(r"\*[^*]+\*|_[^_]+_")
_ADDRESS = re.compile(r"\s*(\d{1,2})\s*[.,、]?\s*(?=[^\W\d])")
_IMAGE_END = re.compile(r"\]\([^()]*\)$|\]\[[^\[\]]*\]$")


def above_table(page: Page, at: int) -> bool:
    """Say whether this is a `: caption` or `Table: caption` with a table next to it."""
    line = page.lines[at]
    if not re.match(r":\s?[^\s:]|Table:\s", line.text) or line.prose:
        return False
    near = (page.lines[k].piece.shape for k in (at - 1, at + 1) if 0 <= k < len(page.lines))
    return Shape.ROW in near


def goes_with_item(page: Page, at: int, kinds: Sequence[Kind]) -> bool:
    """Say whether an indented line is the item above it in the other language."""
    line = page.lines[at]
    if line.piece.indent < 2 or not kinds or kinds[-1] is not Kind.ITEM:
        return False
    above = page.lines[at - 1]
    between = page.text[above.piece.span.end : line.piece.span.start]
    return {line.lang, above.lang} == {Lang.ZH, Lang.EN} and not between.strip()


def under_image(page: Page, at: int, kinds: Sequence[Kind]) -> bool:
    """Say whether a line in italics stands below an image."""
    line = page.lines[at]
    if not ITALIC.fullmatch(line.text.strip()) or line.size > 100:
        return False
    # the caption in the other language may stand between
    twin = at and kinds[at - 1] is Kind.CAPTION and ITALIC.fullmatch(page.lines[at - 1].text)
    above = at - 2 if twin else at - 1
    if above < 0:
        return False
    piece = page.lines[above].piece
    return piece.shape is Shape.OPAQUE and _IMAGE_END.search(piece.span.of(page.text)) is not None


def asks(page: Page, at: int) -> bool:
    """Say whether the first line of all, or its translation below it, is a title that asks."""
    line = page.lines[at]
    if at > 1 or line.piece.shape is not Shape.TEXT or line.han > 32 or line.words > 18:
        return False
    if line.sentences > 1 or not line.text.endswith(("?", "？")):
        return False
    below = [other for other in page.lines[1:4] if not other.text.endswith(("?", "？"))][:1]
    return any(
        noise.navigation(other) or noise.metadata(other, top=True, weak=True) for other in below
    )


def counts_on(page: Page, at: int, kinds: Sequence[Kind]) -> bool:
    """Say whether this is the next of a list of addresses: `2 Museum of Wood` below the first."""
    line = page.lines[at]
    number = _ADDRESS.match(page.text, page.text.rfind("\n", 0, line.piece.span.start) + 1)
    if not number or not kinds or kinds[-1] is not Kind.METADATA or line.sentences:
        return False
    above = page.lines[at - 1].piece.span.start
    before = _ADDRESS.match(page.text, page.text.rfind("\n", 0, above) + 1)
    return before is not None and int(number[1]) == int(before[1]) + 1


def twin(page: Page, at: int, kinds: Sequence[Kind]) -> bool:
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
        and not line.text.rstrip("*_ ").endswith(("。", ".", ":", "：", "；", ";", ",", "，"))
    )
