"""Where a word that negates by itself is negated on one side alone: "not useless" and 没有用处.

What is told has the word once on each side, a negation right before it on the one, and on the
other none at all besides the word. Not here: other words that are negated (`negations`).
"""

import re
from collections.abc import Iterator
from functools import cache

from zhen_align.lint.opposites.said import Reversed, Said, reversed_at

# English words, and the Chinese that says the same
_WORDS = r"""
useless|worthless|pointless|of\s+no\s+use = (?:没有?|毫?无)(?:什么|任何)?(?:用处?|价值|意义|益处?)
inferior|worse = 逊色|逊于|劣于|亚于|[更较变]差|更糟
uncommon|unusual|rare|infrequent|rarely|infrequently = 罕见|少见|鲜见|不常见|稀少|罕有
impossible|unlikely = 不太?可能|没有可能
without|no|lacks? = 没有|毫无|缺乏|缺少
unrelated|irrelevant = 无关|不相关|(?:没有|毫无)关[系联]
insignificant|negligible|trivial = 微不足道|(?:可以?)?忽[略视](?:不计)?|无足轻重|小觑
unimportant = 不重要
difficult|hard|tricky|challenging = (?<![遇灾受苦])困难|难(?![民度题忘得点道过关])以?
expensive|costly = 昂贵|(?<!珍)贵(?!州|金属)
cheap|inexpensive = 便宜|廉价
wrong|incorrect|mistaken|false = 错误?的|有误|不正确|不对
dangerous|harmful|toxic|hazardous|unsafe = 危险|有害|有毒|不安全
lacking|scarce|missing|absent = 缺乏|缺少|匮乏|稀缺|乏(?![味力])
surprising|unexpected = 令人(?:惊讶|意外|吃惊)|出人意料|意想不到
unreasonable|unfounded|groundless = 不合理|没有?(?:道理|根据|依据)|毫?无(?:道理|根据|依据)
weak|poor = 薄弱|较弱|很弱|很差
unaware|ignorant = 不知|不了解|没有意识到|一无所知
"""
# what looks as if one of them stood there
_NO_WORD = re.compile(
    r"\bhard(?=-|\s+(?:disk|drive|cod|link|limit|label|ware|real|constraint))|\bno(?=\s+(?:longer|less|more"
    r"|worse|matter|doubt))|\bno(?=\.)|\bfalse(?=\s+(?:positiv|negativ|alarm|discover|accept))",
    re.IGNORECASE,
)
_BEFORE_EN = (
    r"(?:\b(?:not|never|no|hardly|cannot\s+be|by\s+no\s+means)|n['’]t)\s+"
    r"(?:(?:very|particularly|at\s+all|really|quite|especially|be|been|an?|entirely|wholly)\s+){0,2}"
)
_BEFORE_ZH = "(?:不|并非|非|没有?|不是|绝非|从未|未)(?:[会算很太显可容是]|多么|十分|完全)?"
# one of these stands in every English text that negates, and looking for them takes a tenth as long
_SIGNS = ("not ", "ever ", "no ", "No ", "ardly ", "cannot be ", "n't ", "n’t ", "by no means ")
_NOT_EN, _NOT_ZH = re.compile(f"{_BEFORE_EN}$", re.IGNORECASE), re.compile(f"{_BEFORE_ZH}$")
_NEGATES_EN = re.compile(
    r"\b(?:not?|never|nor|neither|none|nothing|nobody|without|cannot|hardly|rarely|seldom|few|little"
    r"|unless|until|fails?\s+to|failed\s+to|lack\w*|instead|too|anything\s+but|far\s+from|den(?:y|ie[sd])"
    r"|doubt\w*|overcom\w*|avoid\w*|less|least|if|whether|even)\b|n['’]t\b",
    re.IGNORECASE,
)
_NEGATES_ZH = re.compile("[不没无未非莫勿别否免避除乏缺难]|岂|哪|何尝|减少|克服|易")


def twofold(zh: Said, en: Said) -> Iterator[Reversed]:
    """Yield the word of a bead that is negated on one side and stands alone on the other."""
    not_zh_word, not_en_word = _negated()
    may_negate = any(sign in en.text for sign in _SIGNS)
    if not ((may_negate and not_en_word.search(en.text)) or not_zh_word.search(zh.text)):
        return
    plain = _NO_WORD.sub(lambda found: "~" * len(found[0]), en.text)
    for en_words, zh_words in _words():
        mine = list(zh_words.finditer(zh.text))
        theirs = list(en_words.finditer(plain)) if len(mine) == 1 else []
        if len(theirs) != 1:
            continue
        one, other = mine[0].span(), theirs[0].span()
        not_zh = _NOT_ZH.search(zh.text, 0, one[0])
        not_en = _NOT_EN.search(en.text, 0, other[0])
        if (not_zh is None) == (not_en is None):
            continue
        rest = _without(zh.text, one) if not_zh is None else _without(en.text, other)
        negates = _NEGATES_ZH if not_zh is None else _NEGATES_EN
        if not negates.search(rest):
            one = (not_zh.start() if not_zh else one[0], one[1])
            other = (not_en.start() if not_en else other[0], other[1])
            yield reversed_at(zh, en, one, other)
            return


def _without(text: str, at: tuple[int, int]) -> str:
    return f"{text[: at[0]]}~{text[at[1] :]}"


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split(" = ")) for line in _WORDS.strip().splitlines())


@cache
def _words() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (re.compile(rf"\b(?:{en})\b", re.IGNORECASE), re.compile(zh)) for en, zh in _rows()
    )


@cache
def _negated() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what stands in every text that negates one of the words, Chinese and English."""
    en, zh = zip(*_rows(), strict=True)
    return (
        re.compile(f"{_BEFORE_ZH}(?:{'|'.join(zh)})"),
        re.compile(f"{_BEFORE_EN}(?:{'|'.join(en)})", re.IGNORECASE),
    )
