"""Verbs that negate by what stands behind them: advise against, refrain from, prevent from.

The other side must have no character that could stand for it, and must say what is negated. Not
here: what negates by a word of its own (`negations`).
"""

import re
from collections.abc import Iterator

from zhen_align.lint.dictionary import in_common
from zhen_align.lint.opposites.said import Reversed, Said, reversed_at

_NOT_ZH = "不没无未非莫勿毋别免避反拒否禁止弃绝"
_NEGATES_ZH = re.compile(f"[{_NOT_ZH}]")
# letters that stand in it, the verb, and the characters that stand for it in Chinese besides
_VERBS = tuple(
    (signs, re.compile(rf"\b(?:{en})\b", re.IGNORECASE), re.compile(f"[{zh}]"))
    for signs, en, zh in (
        (
            ("against",),
            r"(?:advis|recommend|counsel|caution|warn|decid|argu|vot|plead)(?:e|es|ed|s|ing)?"
            r"\s+(?:\w+\s+){0,2}?against|(?:speaks?|spoke|rules?|ruled)\s+against",
            "阻戒慎警防忌劝驳抗抵",
        ),
        (
            ("refrain", "abstain", "desist"),
            r"(?:refrain|abstain|desist)(?:s|ed|ing)?\s+from",
            "忍克制停戒忌",
        ),
        (
            (" from ",),
            r"(?:prevent|prohibit|ban|discourag|deter|stop|block|keep|kept)(?:s|e|es|ed|ped|ning|ing)?"
            r"\s+(?:[\w'’-]+\s+){1,5}?from(?=\s+\w+ing\b)",
            "防阻挡停难失隔抑障碍保",
        ),
        (("rule", "ruling"), r"rul(?:e|es|ed|ing)\s+out", "除"),
        (
            ("far from", "anything but"),
            r"far\s+from(?=\s+(?:being\s+)?[a-z]+)|anything\s+but",
            "远难距差",
        ),
        (
            ("refus", "neglect", "unwilling", "reluctant"),
            r"refus(?:e|es|ed|ing)\s+to|neglect(?:s|ed)?\s+to|(?:unwilling|reluctant)\s+to",
            "肯忘漏忽勉",
        ),
    )
)
_NOT_EN = re.compile(
    r"(?:\b(?:not?|never|cannot|nor|if|whether)|n['’]t)(?:\W+\w+){0,2}\W+$", re.IGNORECASE
)
_CUT = re.compile(r"[,;:.!?\u2014](?=\s|$)")
_AFTER = 5
_PRONOUNS = (["it"], ["this"], ["that"], ["them"])


def negates_otherwise(text: str) -> bool:
    """Whether an English text has a verb that negates by what stands behind it."""
    return any(True for _ in _verbs(text))


def against(zh: Said, en: Said) -> Iterator[Reversed]:
    """Yield the verb of a bead that negates where the Chinese negates nothing."""
    if _NEGATES_ZH.search(zh.text):  # then no verb is told
        return
    for found, could in _verbs(en.text):
        if could.search(zh.text) or _NOT_EN.search(en.text, 0, found.start()):
            continue
        after = _CUT.split(en.text[found.end() :])[0].split()[:_AFTER]
        # a pronoun is named elsewhere; in one clause nothing else can be meant
        is_known = len(_CUT.split(en.text.strip())) <= 2 or after[:1] in _PRONOUNS
        if is_known or in_common(zh.text, " ".join(after)) > 0:
            yield reversed_at(zh, en, None, found.span())
            return


def _verbs(text: str) -> Iterator[tuple[re.Match[str], re.Pattern[str]]]:
    """Yield the verbs of an English text, each with what stands for it in Chinese."""
    small = text.lower()
    for signs, verb, could in _VERBS:
        if any(sign in small for sign in signs):
            for found in verb.finditer(text):
                yield found, could
