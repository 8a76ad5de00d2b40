"""Where one side negates and the other has no word that could.

What could negate is a far longer list than what surely does. A word of it is no excuse where the
other side has its counterpart: 除 stands for "removed", and "but" for 然而, whatever is negated
besides. Two negations of a clause may be none.
"""

import re

from zhen_align.lint.dictionary import in_common, means_beginning
from zhen_align.lint.opposites.negators import en_could_negate, en_negates, zh_could_negate
from zhen_align.lint.opposites.said import Reversed, Said, reversed_at

_NOT = re.compile(
    r"\b(?:not|(?:is|are|was|were|do|does|did|can|could|will|would|should|must|may|might|has|have|had)"
    r"(?:\s+\w+ly)?\s+not|(?:is|are|was|were|do|does|did|ca|could|wo|would|should|has|have|had)"
    r"n['’]t|cannot|by\s+no\s+means|no\s+longer|never|none\s+of|neither|nor|without|lack(?:s|ing|\s+of)?"
    r"|(?:(?-i:no)|\ANo)(?!\s+(?:longer|more|less|later|matter|doubt|one|need|sooner|other|better|worse)\b)(?=\s+[a-z])"
    r"|un(?:able|known|clear|available|stable|like|changed|affected|labell?ed|necessary|related|reliable"
    r"|suitable)|im(?:possible)|in(?:soluble|significant|sufficient|complete|valid|accurate|correct"
    r"|consistent|effective)|irrelevant|absence\s+of|fail(?:s|ed)?\s+to|hardly(?!\s+any)|rarely|seldom)\b",
    re.IGNORECASE,
)
# one of these stands in all of them; few texts have one, and looking for it takes a tenth as long
_SIGN = re.compile(
    r"n(?:o[nrt\s]|['’]t|ever|either)|without|lack|absence|fail|hardly|rarely|seldom|irrelev|impossi"
    r"|in(?:s[oiu]|comp|val|acc|cor|cons|eff)|un(?:a[bvf]|kn|cl|st|li|ch|la|ne|re|su)"
)
# "not only", "not until" and the like negate nothing, or the translation turns them round
_NO_NEGATION = re.compile(
    r"\s*(?:be\s+)?(?:only|just|merely|simply|solely|necessarily|until|all|every|to\s+mention|least|"
    r"exceed|more\b|(?:\w+\s)?as\b|\w+er\b|so\b|\w*less\b|un\w+|in(?:significant|frequent|variab|feasib|cons)\w*|surpris|"
    r"confus|mistak|forget|worry|hesitate|alone|so\s+much|far|over\w+|help\b|lose|lost|fail|avoid"
    r"|\w+\s+(?:more|less|better|enough)\b)",
    re.IGNORECASE,
)
# what negates a negation that it stands beside
_TWICE = re.compile(
    r"\b(?:no|not|\w+n['’]t|cannot|never|nothing|without|unless|until|fails?|failed|lack\w*|rare\w*"
    r"|few|un(?!der|it|i[qvf])\w+|im(?:possib|perfect)\w*|in(?:frequent|significant)\w*|hardly|little"
    r"|avoid\w*|prevent\w*|refus\w*|reject\w*|den(?:y|ies|ied)|exclud\w*|doubt\w*|dis(?:agree|pute)\w*)\b",
    re.IGNORECASE,
)
# "if not" and the like: a condition in short, and often said the other way round
_IF = re.compile(r"\b(?:if|when|unless|whether|or|why|how)\s+$", re.IGNORECASE)
# what surely negates in Chinese, and what looks like it
_BU = re.compile(
    "不[能会可是应得宜需建推允支要依适影包使必再属]|没有|并未|从未|未[被经见能曾获得]|并非|无法"
)
# what negates where a word follows that the English says
_PLAIN_BU = re.compile(
    "(?<![要能会可否是并绝从])[并绝从]?[不未无](?:显著|明显|直接|完全|总是?|必|曾|会|再)?(?=[\u4e00-\u9fff]{2})"
)
_LONGEST = 4  # characters of a word
_NO_BU = re.compile(
    "没有?问题|不可[或避知靠逆小忽低思分多估限磨]|[迫]?不得[不已而]|不能不|[可能要会是]不[可能要会是]|不是吗"
    "|不要紧|不会[写用]|不受约束|必不可少|不是.{0,30}[而就]是|无法避免|供不应求|势不可挡|要不是|不是说"
    "|不[得应能会宜可]?[超多低少高小大早晚迟][过于]?|没有(?=[。？?]|$)|可以不可以"
    "|没有[^，。；;]{1,10}不|无[一所人处时]?不|莫不|非[^，。；;]{1,8}不可|不[无乏失]|未[必尝]不|毫不"
    # a condition is often said the other way round
    "|(?:如果|若|假如|万一)[^。；;]*"
)
# what stands for a negation besides 不 and its like, whatever else it may stand for
_OWN = tuple(
    (re.compile(words, re.IGNORECASE), re.compile(zh_words))
    for words, zh_words in (
        ("rarely|seldom|hardly", "[少罕鲜难偶几]"),
        ("lack|absence", "[缺乏少匮空]"),
        ("fail", "失|败"),
        ("without", "[除免脱缺]|外|直接"),
        ("cannot|can|could|unable|impossible", "[难禁]"),
        ("no longer", "停|止|已"),
        ("un|in|irr", "反|异|假|错"),
    )
)
_WORDS = re.compile(r"(?:\s+[\w'’-]+){1,3}")
_WORDS_BEFORE = re.compile(r"(?:[\w'’-]+\s+){1,3}$")
_NEXT = re.compile(r"\s+(?:(?:any|an?|the|its|their|further|much|such)\s+)*([\w-]+)")
_CUT = re.compile(r"[,;:.!?\u2014](?=\s|$)")
_CUT_ZH = re.compile("[，。；：？！,;:?!\n]")
_AFTER = 5


def lost_negation(zh: Said, en: Said) -> Reversed | None:
    """Return where one side negates and the other has no word that could."""
    return _lost_in_chinese(zh, en) or _lost_in_english(zh, en)


def _lost_in_chinese(zh: Said, en: Said) -> Reversed | None:
    rest = ""
    for match in _NOT.finditer(en.text) if _SIGN.search(en.text.lower()) else ():
        if _NO_NEGATION.match(en.text, match.end()) or _IF.search(en.text, 0, match.start()):
            continue
        rest = rest or _NOT.sub(" ", en.text)
        if zh_could_negate(zh.text, rest) or _is_rendered(match[0], zh.text):
            continue
        if not _twice(en.text, match) and _is_said(zh.text, en.text, match):
            return reversed_at(zh, en, None, match.span())
    return None


def _lost_in_english(zh: Said, en: Said) -> Reversed | None:
    if not (_BU.search(zh.text) or _PLAIN_BU.search(zh.text)) or en_negates(en.text):
        return None
    said = _NO_BU.sub(lambda m: "～" * len(m[0]), zh.text)
    found = [told for told in (_BU.search(said), *_PLAIN_BU.finditer(said)) if told]
    could = en_could_negate(en.text) if found else ()
    for told in found:
        # 能 of 不能 stands for "can"
        rest = f"{zh.text[: told.start()]}～{zh.text[told.start() + 1 :]}"
        if any(n > len(other.findall(rest)) for n, other in could):
            continue
        after = zh.text[told.end() :]
        if told.re is not _BU and not means_beginning(after[:_LONGEST], en.text):
            continue
        # what is negated may be left out, which is no reversal
        if not _CUT_ZH.search(zh.text.rstrip("。")) or in_common(_CUT_ZH.split(after)[0], en.text):
            return reversed_at(zh, en, told.span(), None)
    return None


def _is_rendered(negation: str, zh: str) -> bool:
    """Whether the Chinese has what stands for a negation that is no plain one, or the word."""
    own = next((zh_words for words, zh_words in _OWN if words.match(negation)), None)
    return bool((own and own.search(zh)) or _NOT.search(zh))


def _twice(text: str, negation: re.Match[str]) -> bool:
    """Whether another word beside a negation may undo it."""
    before, after = (
        _WORDS_BEFORE.search(text[: negation.start()]),
        _WORDS.match(text, negation.end()),
    )
    return any(near is not None and _TWICE.search(near[0]) for near in (before, after))


def _is_said(zh: str, en: str, negation: re.Match[str]) -> bool:
    """Whether what is negated stands in the Chinese, rather than is left out there."""
    if negation[0].lower() == "without":  # it negates but the next word, and is often left out
        named = _NEXT.match(en, negation.end())
        return named is not None and in_common(zh, named[1]) > 0
    clauses = _CUT.split(en)
    after = _CUT.split(en[negation.end() :])[0].split()[:_AFTER]
    return len([c for c in clauses if c.strip()]) == 1 or in_common(zh, " ".join(after)) > 0
