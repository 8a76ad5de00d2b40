"""What class an English word seems to be of: by its ending, and by how glosses use it.

Not here: what stands beside it, which may tell otherwise (`english.py`).
"""

import re
from functools import lru_cache

from zhen_align.terms.dictionary import Dictionary
from zhen_align.terms.forms import singular

_PART = re.compile(r"[-‐‑/.&+]")
_PREFIX = re.compile(
    r"(?:hyper|mini|over|under|pre|back|multi|auto|cross|semi|super|sub|micro|macro|meta|inter|intra"
    r"|self|non|un|re|co|anti|bio|neuro|cyber|tele|tri|bi|down|up|out)([a-z]{4,})"
)
_NUMBER = re.compile(r"[\d.,/-]+")
_OFTEN = 5  # glosses that make a noun of what looks like a verb
_SURELY_NOUN_END = re.compile(
    r"(?:tion|sion|ment|ness|ity|ism|ance|ence|ship|ology|graphy|ometry|ysis|hood|dom|acy)$"
)
_VERB_END = re.compile(r"[a-z]{3}(?:i[sz]e|ify)s?$")
_NOUNS_IN_LY = {"anomaly", "assembly", "family", "monopoly", "reply", "supply", "fly", "poly"}
_NEVER_HEAD = re.compile(r"(?:ical|ous|able|ible|ful|less|ish|ized|ised|wise|known)$")
_NOUN_END = re.compile(
    r"(?:tion|sion|ment|ness|ity|ism|ance|ence|ship|ology|graphy|ometry|omics?|ysis|gram|ware|"
    r"or|er|ist|ure|age|oid|ome|ase|in|ode|hood|dom|acy|set|base|work|net|form)$"
)
_NO_NOUN_END = re.compile(
    r"(?:ly|ous|ive|able|ible|ful|less|ical|ic|al|ed|est|ary|ish|ized|wise|ate|known)$"
)


@lru_cache(maxsize=1 << 14)
def remainder(word: str) -> str:
    """Return a word without the prefix it is written together with, if it has one.

    >>> remainder("biosecurity"), remainder("security")
    ('security', '')
    """
    m = _PREFIX.match(word.lower())
    return m[1] if m else ""


def word_kind(low: str, dictionary: Dictionary) -> str:
    """Return the class of a word, as far as the dictionary and its ending tell."""
    known = dictionary.kinds.get(low)
    if known is None:
        known = dictionary.kinds[low] = _word_kind(low, dictionary)
    return known


def _word_kind(low: str, dictionary: Dictionary) -> str:
    if _NUMBER.fullmatch(low):
        return "number"
    if any(ch.isdigit() for ch in low):
        return "name"
    word = _PART.split(low)[-1] or low
    base = singular(word)
    if word.endswith("ly") and word not in _NOUNS_IN_LY:
        return "adverb"
    if word.endswith("ing"):
        often = dictionary.is_noun(word, least=_OFTEN)
        return "noun" if often or not dictionary.is_action(word) else "gerund"
    if word.endswith("ed") and len(word) > 5:
        return "modifier"
    if _NO_NOUN_END.search(word) and not _is_noun_all_the_same(word, dictionary):
        sure = word.endswith("ate") and dictionary.is_verb(base, surely=True)
        return "verb" if sure else "modifier"
    if _SURELY_NOUN_END.search(base):
        return "noun"
    if dictionary.is_verb(base, surely=True):
        return "verb"
    if _VERB_END.search(word) and not dictionary.is_noun(word):
        return "verb"
    if dictionary.is_verb(base):
        return "noun or verb"
    if dictionary.is_only_verb(base):
        return "rare verb"
    if _NOUN_END.search(base):
        return "noun"
    if dictionary.is_noun(base):
        return "noun"
    known = dictionary.is_modifier(base) or dictionary.is_never_noun(base)
    return "modifier" if known else "noun"


def may_be_head(word: str, dictionary: Dictionary) -> bool:
    """Whether a word that looks like an adjective is at times a noun."""
    if word in _NOUNS_IN_LY:
        return True
    if _NEVER_HEAD.search(word):
        return False
    if word.endswith("ed"):
        return len(word) <= 5 and dictionary.is_noun(word, least=_OFTEN)
    return word.endswith(("al", "ic")) or dictionary.is_ever_noun(word)


def _is_noun_all_the_same(word: str, dictionary: Dictionary) -> bool:
    """Whether a word that ends like an adjective is a noun: vocabulary, boundary, signal."""
    if word.endswith("ary"):
        return dictionary.is_noun(word, least=2)
    return dictionary.is_noun(word, mostly=True)
