"""Where a sentence says the opposite of its partner: faster and 慢, "is not" and nothing negated.

A word speaks against a word of the opposite pole only when both are alone: the other language says
neither in any of the words that could stand for it, as often as it is said here. So "grows, then
falls" and 先增后减 excuse each other. A negation counts where the other side has not one word that
could negate, however remotely. Not here: the words of the poles (`poles`).
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zhen_align.lint.dictionary import in_common
from zhen_align.lint.facts import Side, Text
from zhen_align.lint.opposites.poles import (
    FIRST_SET,
    Pole,
    all_en,
    all_zh,
    any_sure_en,
    any_word,
    poles_of_words,
    sure_en,
)
from zhen_align.terms.forms import simplified
from zhen_align.types import Span

_NOT_BEFORE = re.compile(
    r"(?:\b(?:no|not|never|cannot|hardly|without|nor|neither|than|least|far from)|n['’]t)"
    r"(?:\W+\w+){0,2}\W+$",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(
    r"\W+(?:\w+\W+)?(?:no|not|nothing|none|neither|little|few)\b", re.IGNORECASE
)
_NEGATED_BEFORE = re.compile("[不没无未非莫难免][^，。；]{0,5}$")
_NOT = re.compile(
    r"\b(?:(?:is|are|was|were|do|does|did|can|could|will|would|should|must|may|might|has|have|had)"
    r"(?:\s+\w+ly)?\s+not|(?:is|are|was|were|do|does|did|ca|could|wo|would|should|has|have|had)"
    r"n['’]t|cannot|by\s+no\s+means|no\s+longer|never|none\s+of|neither|nor|without|lack(?:s|ing|\s+of)?"
    r"|(?:(?-i:no)|\ANo)(?!\s+(?:longer|more|less|later|matter|doubt|one|need|sooner|other|better|worse)\b)(?=\s+[a-z])"
    r"|un(?:able|known|clear|available|stable|like|changed|affected|labell?ed|necessary|related|reliable"
    r"|suitable)|im(?:possible)|in(?:soluble|significant|sufficient|complete|valid|accurate|correct"
    r"|consistent|effective)|irrelevant|absence\s+of|fail(?:s|ed)?\s+to|hardly|rarely|seldom)\b",
    re.IGNORECASE,
)
# "not only", "not until" and the like negate nothing, or the translation turns them round
_NO_NEGATION = re.compile(
    r"\s*(?:be\s+)?(?:only|just|merely|simply|solely|necessarily|until|all|every|to\s+mention|least|"
    r"exceed|more\b|\w+er\b|so\b|\w*less\b|un\w+|in(?:significant|frequent|variab|feasib|cons)\w*|surpris|"
    r"confus|mistak|forget|worry|hesitate|alone|so\s+much|far|over\w+|help\b|lose|lost|fail|avoid)",
    re.IGNORECASE,
)
# all that could stand for a negation in Chinese
_ANY_BU = re.compile(
    "[不没无否莫勿毋免难拒禁忌避少乏缺停零尚仍罕漏]|非(?!常)|未(?!来)|(?<![类区级特分识辨])别"
    "|除|(?<!损)失|绝(?!对)|(?<![误偏残方])差|反(?![应馈映])|只|仅(?!限)|才|有限|以外|之外|并列"
    "|而是|直[到至]|[防阻]|错|过于|太(?![阳空])|丧|远|跳过|忽略|空(?![间气调])|替代|代替|放弃"
)
# what surely negates in Chinese, and what looks like it
_BU = re.compile(
    "不[能会可是应得宜需建推允支受要依适影包使改必再属]|没有|并未|从未|未[被经见能曾获得]|并非|无法"
)
_NO_BU = re.compile(
    "没有?问题|不可[或避知靠逆小忽低]|不得不|不能不|[可能要会是]不[可能要会是]|不是吗|不要紧|不会[写用]|不受约束|不需|必不可少|"
    "不是.{0,30}而是|无法避免|不[得应能会宜可]?[超多低少高小大早晚迟][过于]?"
)
# all that could stand for a negation in English
_ANY_NOT = re.compile(
    r"\b(?:no|not|\w+n['’]t|cannot|never|none|nothing|nobody|nowhere|neither|nor|without|lack\w*|"
    r"fail\w*|absen\w*|un\w+|in(?:a[bcdp]|c[auo]|d[eir]|e[flqvx]|f[ielo]|h[ui]|s[etiu]|t[or]|v[ai]|"
    r"just|coher)\w*|im[pm]\w+|il[l]\w+|ir[r]\w+|dis\w+|mis\w+|non\w*|\w+less|hardly|barely|rarely|"
    r"seldom|scarcely|few|fewer|little|less|only|except\w*|avoid\w*|prevent\w*|refus\w*|reject\w*|"
    r"den(?:y|ies|ied)|stop\w*|ceas\w*|exclud\w*|instead|rather|than|too|beyond|outside|out|away|"
    r"difficult\w*|hard|harder|far|miss\w*|zero|free|yet|until|unless|but|however|although|though|"
    r"while|despite|regardless|what\w*|whether|loss|lost|lose\w*|drop\w*|poor\w*|bad\w*|weak\w*|"
    r"remain\w*|limit\w*|otherwise|forbid\w*|prohibit\w*|ban|banned|block\w*|skip\w*|ignor\w*|"
    r"hinder\w*|elu\w+|anonym\w*|obstacle\w*|challeng\w*|stay\w*|keep\w*|still|static|constant\w*|"
    r"fixed|alone|short|deprecat\w*|obsolete|remov\w*|scarc\w*|rare|minor\w*|other|anti\w*|elim\w*|"
    r"exempt\w*|beware|with[hd]\w*|hid\w*|optional\w*|may|must|should|even|different\w*|blind\w*|"
    r"myth|wrong\w*|myster\w*|obscur\w*|dark|default|over|pervasive|forg\w+|necess\w*|prior\w*|any\w*|ever|before|most|least|up\s+to|within|max\w*|min\w*)\b",
    re.IGNORECASE,
)


_CUT = re.compile(r"[,;:.!?\u2014](?=\s|$)")
_AFTER = 5


class Reversed(NamedTuple):
    """Two stretches that say opposite things; one may be the whole of what negates nothing.

    With `is_kind` they name two things of the same kind.
    """

    zh: Span
    en: Span
    zh_word: str
    en_word: str
    is_kind: bool = False


class Said(NamedTuple):
    """What a side says in one string, in Simplified characters and as it is written.

    `starts` is where its sentences begin in it.
    """

    text: str
    written: str
    starts: tuple[tuple[int, Text], ...]

    def span(self, start: int, end: int) -> Span:
        """Return the place in the document of a stretch inside one sentence."""
        at, text = max((s for s in self.starts if s[0] <= start), key=lambda s: s[0])
        return text.span(Span(start - at, min(end - at, len(text.text))))


Standing = dict[Pole, list[re.Match[str]]]


def standing(text: str) -> Standing:
    """Return where the certain words of each pole stand in a Chinese text."""
    found: Standing = {}
    for match in any_word().finditer(text):
        for pole in poles_of_words()[match[0]]:
            found.setdefault(pole, []).append(match)
    return found


def reversed_words(zh: Said, en: Said, stand: Standing) -> Iterator[Reversed]:
    """Yield the words of a bead that stand on opposite poles, each axis once."""
    for pole, here in stand.items():
        if len(here) <= len(all_en(pole).findall(en.text)):
            continue
        if any(_NEGATED_BEFORE.search(zh.text[: m.start()]) for m in here):
            continue
        if not any_sure_en(pole.axis).search(en.text):
            continue
        for other in pole.others:
            there = list(sure_en(other).finditer(en.text))
            if len(there) <= len(all_zh(other).findall(_without(here, zh.text))):
                continue
            if not any(_negated(en.text, match) for match in there):
                found = _reversed(zh, en, *_nearest(here, there, len(zh.text) / len(en.text)))
                yield found._replace(is_kind=pole.axis >= FIRST_SET)
                break


def _without(words: Sequence[re.Match[str]], text: str) -> str:
    # 同 may stand for "same", but not that of 不同
    for word in words:
        text = text[: word.start()] + "～" * len(word[0]) + text[word.end() :]
    return text


def _negated(text: str, word: re.Match[str]) -> bool:
    before, after = _NOT_BEFORE.search(text[: word.start()]), _NOT_AFTER.match(text, word.end())
    return before is not None or after is not None


def _nearest(
    here: Sequence[re.Match[str]], there: Sequence[re.Match[str]], scale: float
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the places of the two words that stand at most alike in their sentences."""
    pairs = [(abs(a.start() - scale * b.start()), a.span(), b.span()) for a in here for b in there]
    return min(pairs)[1:]


def lost_negation(zh: Said, en: Said) -> Reversed | None:
    """Return where one side negates and the other has no word that could."""
    if not _ANY_BU.search(zh.text):
        for match in _NOT.finditer(en.text):
            if not _NO_NEGATION.match(en.text, match.end()) and _is_said(zh.text, en.text, match):
                return _reversed(zh, en, None, match.span())
        return None
    told = _BU.search(_NO_BU.sub(lambda m: "～" * len(m[0]), zh.text))
    if told is None or _ANY_NOT.search(en.text):
        return None
    return _reversed(zh, en, told.span(), None)


def _is_said(zh: str, en: str, negation: re.Match[str]) -> bool:
    """Whether what is negated stands in the Chinese, rather than is left out there."""
    clauses = _CUT.split(en)
    after = _CUT.split(en[negation.end() :])[0].split()[:_AFTER]
    return len([c for c in clauses if c.strip()]) == 1 or in_common(zh, " ".join(after)) > 0


def _reversed(
    zh: Said, en: Said, zh_at: tuple[int, int] | None, en_at: tuple[int, int] | None
) -> Reversed:
    spans, words_said = [], []
    for side, at in ((zh, zh_at), (en, en_at)):
        text = side.starts[-1][1]
        spans.append(side.span(*at) if at else text.sentence.span)
        words_said.append(" ".join(side.written[slice(*at)].split()) if at else "")
    return Reversed(spans[0], spans[1], words_said[0], words_said[1])


def said(side: Side) -> Said:
    """Return what a side says."""
    parts: list[str] = []
    starts: list[tuple[int, Text]] = []
    at = 0
    for text in side.texts:
        starts.append((at, text))
        parts.append(text.plain)
        at += len(text.plain) + 1
    written = "\n".join(parts)
    return Said(simplified(written), written, tuple(starts))
