"""Which script a character belongs to, and which language a stretch of text is in.

Only Chinese and English are told apart. A Han character weighs as much as a Latin word,
so that a Chinese sentence full of names stays Chinese; where both are many, function
words and punctuation decide whose sentence it is. Kana, Hangul and the like are no
language here.
"""

import re

from zhen_align.text.opaque import opaque
from zhen_align.types import Lang

HAN = (
    "\u2e80-\u2fd5\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0002fa1f\U00030000-\U000323af"
)
"""The body of a regular expression's character class: Han with extensions, radicals, 々 and 〇."""

_HAN_A_WORD = 0.62
_HAN_RUN = re.compile(f"[{HAN}]+")
# 110M, 3D and 2nd are numbers
_WORD = re.compile(r"(?<![0-9A-Za-zÀ-ÖØ-öø-ɏ])[A-Za-zÀ-ÖØ-öø-ɏ]+(?:['’][a-z]+)?")
# what stands in brackets or quotation marks is not the sentence's own voice
_ASIDE = re.compile(r"\([^()]*\)|（[^（）]*）|“[^“”]*”|「[^「」]*」|《[^《》]*》|\"[^\"]*\"")
_EN_SMALL = re.compile(
    r"\b(?:a|an|the|of|in|on|at|to|for|from|with|by|as|and|or|but|nor|not|is|are|was|were|be|been|"
    r"being|has|have|had|do|does|did|can|could|may|might|will|would|should|must|shall|it|its|this|"
    r"that|these|those|which|who|whose|what|when|where|why|how|we|our|us|you|your|they|their|them|"
    r"he|his|she|her|i|my|if|than|then|there|also|such|into|over|under|between|about|means|called)"
    r"(?![A-Za-z-])",
    re.IGNORECASE | re.ASCII,
)
_ZH_SMALL = re.compile(
    "[的是了在和与與为為及或对對将將被把从從由于於以而也都就这這那其等，。、；：？！]"
)
_ENOUGH = 40_000
"""A longer stretch is judged by its beginning."""
_SHARE = 0.12
"""The least share of Han among Han and Latin words in a Chinese text (flat from .02 to .2)."""


def is_han(ch: str) -> bool:
    """Say whether one character is Han.

    >>> is_han("词"), is_han("，"), is_han("a")
    (True, False, False)
    """
    return _HAN_RUN.fullmatch(ch) is not None


def has_han(text: str) -> bool:
    """Whether a text has a Chinese character.

    >>> has_han("用 LLM"), has_han("an LLM")
    (True, False)
    """
    return not text.isascii() and _HAN_RUN.search(text) is not None


def han_count(text: str) -> int:
    """Return how many Han characters a text has."""
    return 0 if text.isascii() else len(text) - len(_HAN_RUN.sub("", text))


def word_count(text: str) -> int:
    """Return how many words in Latin letters a text has."""
    return len(_WORD.findall(text))


def amount(text: str) -> float:
    """Return how much a text says in either language, in words.

    >>> amount("two words"), round(amount("两个词"), 2)
    (2.0, 1.86)
    """
    return han_count(text) * _HAN_A_WORD + word_count(text)


def language(text: str) -> Lang:
    """Return the language of a stretch of text, code, formulas and addresses left out.

    MIXED is only what speaks both: a whole clause of each. NONE has no letters at all.

    >>> language("使用 Porter Stemmer 与 Snowball"), language("see https://example.org/a")
    (<Lang.ZH: 'zh'>, <Lang.EN: 'en'>)
    """
    spoken = _without_opaque(text[:_ENOUGH])
    han, latin = han_count(spoken), word_count(spoken)
    if not han:
        return Lang.EN if latin else Lang.NONE
    if han < _SHARE * (han + latin):
        return Lang.EN
    if latin < 3:
        return Lang.ZH
    return _voice(spoken)


def _voice(text: str) -> Lang:
    """Judge a text with many words of both by the small words that carry its sentences."""
    own = _ASIDE.sub(" ", text)
    if not han_count(own) and word_count(own) >= 3 and _EN_SMALL.search(own):
        return Lang.EN
    english = sum(1 for _ in _EN_SMALL.finditer(own))
    chinese = sum(1 for _ in _ZH_SMALL.finditer(own))
    if english >= 2 and english >= 0.2 * word_count(own):
        if english > 2 * chinese and han_count(own) <= 3 * word_count(own):
            return Lang.EN
        if english >= 3 and chinese >= 3 and word_count(own) >= 8 and _halves(own):
            return Lang.MIXED
    return Lang.ZH


def _halves(text: str) -> bool:
    """Say whether all the Chinese stands before, or all after, the English sentence."""
    runs = [run.span() for run in re.finditer(f"[{HAN}]{{2,}}", text)]
    small = [word.start() for word in _EN_SMALL.finditer(text)]
    return bool(runs) and (runs[-1][1] <= small[0] or small[-1] <= runs[0][0])


def _without_opaque(text: str) -> str:
    kept: list[str] = []
    done = 0
    for span in opaque(text):
        kept += text[done : span.start], " "
        done = span.end
    return "".join(kept) + text[done:]
