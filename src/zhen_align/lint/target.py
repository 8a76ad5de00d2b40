"""Which side of a pair is the translation, where nobody has said so.

Told by names (`x.md` beside `x.zh.md`, a folder called origin) and by the layout (the
original kept in comments). Where nothing tells, Chinese is the translation: that is what
most pairs of the kind are.
"""

import re

from zhen_align.types import Alignment, Lang

_ORIGINAL = re.compile(r"(?:^|[._/-])(?:origin|original|orig|source|src)(?=[._/-]|$)")
_MARKED = {
    Lang.ZH: re.compile(r"(?:^|[._/-])(?:zh|cn|chs|cht|zh[-_][a-z]+|chinese)(?=[._/-]|$)"),
    Lang.EN: re.compile(r"(?:^|[._/-])(?:en|eng|en[-_][a-z]+|english)(?=[._/-]|$)"),
}


def translation(alignment: Alignment) -> Lang:
    """Return the language of the side that is the translation."""
    zh, en = alignment.zh, alignment.en
    if zh.path == en.path:
        comments = {block.lang for block in zh.blocks if block.comment}
        return Lang.EN if Lang.ZH in comments and Lang.EN not in comments else Lang.ZH
    zh_name, en_name = zh.path.lower(), en.path.lower()
    originals = [bool(_ORIGINAL.search(name)) for name in (zh_name, en_name)]
    if originals[0] != originals[1]:
        return Lang.EN if originals[0] else Lang.ZH
    marked_zh = bool(_MARKED[Lang.ZH].search(zh_name))
    marked_en = bool(_MARKED[Lang.EN].search(en_name))
    return Lang.EN if marked_en and not marked_zh else Lang.ZH
