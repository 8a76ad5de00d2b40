"""Which side of a pair is the translation, where nobody has said so.

Told by names (`x.md` beside `x.zh.md`, a folder called origin) and by the layout: the original is
kept in comments, or stands first where the languages take turns paragraph by paragraph, or where a
long text stands whole before its translation. Quoted pairs, pages with navigation and short ones
tell nothing: sites put the abstract in their own language first. Where nothing tells, Chinese is
the translation, as it mostly is.
"""

import re
from collections.abc import Sequence

from zhen_align.types import Alignment, Document, Kind, Lang

_ORIGINAL = re.compile(r"(?:^|[._/-])(?:origin|original|orig|source|src)(?=[._/-]|$)")
_TURNS = 5  # fewer pairs of paragraphs may stand so by chance
_HALF = 12  # an abstract has fewer paragraphs
_FURNITURE = 2
_MARKED = {
    Lang.ZH: re.compile(r"(?:^|[._/-])(?:zh|cn|chs|cht|zh[-_][a-z]+|chinese)(?=[._/-]|$)"),
    Lang.EN: re.compile(r"(?:^|[._/-])(?:en|eng|en[-_][a-z]+|english)(?=[._/-]|$)"),
}


def translation(alignment: Alignment) -> Lang:
    """Return the language of the side that is the translation."""
    zh, en = alignment.zh, alignment.en
    if zh.path == en.path:
        comments = {block.lang for block in zh.blocks if block.comment}
        if comments & {Lang.ZH, Lang.EN}:
            return Lang.ZH if Lang.EN in comments else Lang.EN
        pairs = _placed(alignment)
        first = _first(zh, pairs)
        zh_first, en_first = first.count(Lang.ZH), first.count(Lang.EN)
        turns = zh_first >= _TURNS and zh_first > 3 * en_first
        return Lang.EN if turns or _is_before(pairs) else Lang.ZH
    zh_name, en_name = zh.path.lower(), en.path.lower()
    originals = [bool(_ORIGINAL.search(name)) for name in (zh_name, en_name)]
    if originals[0] != originals[1]:
        return Lang.EN if originals[0] else Lang.ZH
    marked_zh = bool(_MARKED[Lang.ZH].search(zh_name))
    marked_en = bool(_MARKED[Lang.EN].search(en_name))
    return Lang.EN if marked_en and not marked_zh else Lang.ZH


def _placed(alignment: Alignment) -> list[tuple[int, int]]:
    """Return the blocks that translate each other, Chinese and English; none on a site's page."""
    if sum(block.kind is Kind.NAVIGATION for block in alignment.zh.blocks) > _FURNITURE:
        return []
    beads = alignment.beads
    return sorted({(zh.block, en.block) for bead in beads for zh in bead.zh for en in bead.en})


def _is_before(pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether a long Chinese text stands whole before the English one."""
    return len(pairs) >= _HALF and max(zh for zh, _ in pairs) < min(en for _, en in pairs)


def _first(document: Document, pairs: Sequence[tuple[int, int]]) -> list[Lang]:
    """Return, for each pair of neighbouring blocks that are aligned, the language that is first."""
    return [
        Lang.ZH if zh < en else Lang.EN
        for zh, en in pairs
        if abs(zh - en) == 1 and not _is_quoted(document, min(zh, en))
    ]


def _is_quoted(document: Document, block: int) -> bool:
    """Whether a block stands in a quote."""
    if block >= len(document.blocks):
        return False
    start = document.blocks[block].span.start
    line = document.text.rfind("\n", 0, start) + 1
    return ">" in document.text[line:start]
