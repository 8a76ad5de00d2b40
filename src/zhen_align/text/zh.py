"""Which Chinese end marks end a sentence.

。！？ nearly always do; ； never does. Half-width `.!?` and ellipses do after a Han
character, unless they stand in a name, a number or a file name.
Not here: closing quotes, brackets, citations (`sentences` takes them along before it asks).
"""

import re

from zhen_align.text.scripts import is_han
from zhen_align.types import Span

_FULL = re.compile("[。！？｡‼⁇⁈⁉]")
_CLOSERS = "”’」』）】〉》)］]»›\"'*_`$"
# what cannot begin a sentence, so the mark before it was an exclamation within one
_GOES_ON = "，、；：,;:）)】》〉”’」』］]—～~·的"
# “……？”他问道。 one sentence: the speech and who spoke it
_SPEAKER = re.compile(
    "[他她它我你您咱]们?[^，。！？；：“”「」]{0,6}?(?:说|问|道|喊|叫|答|想|嚷|骂)[道着了]*(?:一[声句])?[。，：！]"
)
_NAME_SOUNDS = frozenset(
    "尔斯克特德尼夫姆伊杰约翰森顿伯格洛罗莱乔布史蒂埃隆马迈弗雷艾米安娜丽莎卡琳露西汤亚历山威廉"
    "理查戴维凯彼得保鲁菲奥托贝利科瓦诺菲哈波基萨奇诺巴恩普皮萧温泰肖盖茨默"
)
"""Characters that write the sounds of foreign names, where a dot parts first from last."""


def is_mark(run: str) -> bool:
    """Say whether a run of end marks is Chinese by its own look."""
    return _FULL.search(run) is not None


def is_half_mark(text: str, mark: Span, gap: Span) -> bool:
    """Say whether a half-width mark or an ellipsis follows Chinese, and so is judged here."""
    before = _last(text, mark.start)
    if is_han(before):
        return True
    return not before.isalnum() and is_han(text[gap.end])


def full_stop(text: str, mark: Span, gap: Span) -> bool:
    """Say whether a sentence ends in the gap after 。！？ and what closes with it."""
    if text[gap.end] in _GOES_ON:
        return False
    quoted = text[gap.start - 1] in '”」』"' and mark.end < gap.start
    return not (quoted and _SPEAKER.match(text, gap.end))


def half_stop(text: str, mark: Span, gap: Span) -> bool:
    """Say whether a sentence ends after a half-width mark or an ellipsis in Chinese."""
    before, following = text[mark.start - 1 : mark.start], text[gap.end]
    run = mark.of(text)
    if "…" in run or "..." in run or ". ." in run:
        # 甲、乙、…… 等: a list that goes on; 我……我: someone stammers
        stammers = any(
            text[mark.start - n : mark.start] == text[gap.end : gap.end + n] for n in (1, 2, 3)
        )
        if stammers or following == "等" or (before and before in ",，、 "):
            return False
    elif run == "." and gap.start == gap.end:
        if following.isascii() and (following.isdigit() or following.islower()):
            return False
        if before in _NAME_SOUNDS and following in _NAME_SOUNDS:
            return False
    return full_stop(text, mark, gap)


def _last(text: str, place: int) -> str:
    """Return the last character before `place` that is no closing quote or bracket."""
    for at in range(place - 1, max(place - 6, -1), -1):
        if text[at] not in _CLOSERS:
            return text[at]
    return ""
