"""Whether a few English words are wording, which a translator translates, and no name or command.

A small letter behind a capital tells words from names (Formal definition, HTTP request), for
which a dictionary need not know each word: Built-in feed plugin. Not here: whole sentences
(prose.py), and what a page does with its other labels (left_units.py).
"""

import re
from collections.abc import Sequence

from zhen_align.lint.dictionary import known
from zhen_align.lint.facts import BLANK
from zhen_align.text.opaque import blanked, opaque
from zhen_align.text.scripts import has_han
from zhen_align.text.small_words import SMALL

# what holds only in the words of its authors
LEGAL = re.compile(
    r"Permission is hereby granted|Redistribution and use|without warrant|Licensed under the"
    r"|All rights reserved|©|\bCopyright \W*(?:\(c\) )?\d|\bAS IS\b",
    re.IGNORECASE,
)
# a link to another site, or to a place that is told elsewhere on the page, and nothing more
ELSEWHERE = re.compile(
    r"\A\W*\[[^\[\]]*\](?:\(\s*<?\w+://\S*|\[[^\[\]]*\])[^A-Za-z]*\Z|\A\W*`[^`<]*<\w+://[^`]*`_*\W*\Z"
)
ABOUT_WORDS = re.compile(r"词|英文|英语|原文|示例|例子|例句|[Ee]nglish")
"""The head of a column whose cells stay in English."""
WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
TOKEN = re.compile(r"[A-Za-z][\w'’+#-]*(?:\.\w+)*", re.ASCII)
_LOW = re.compile(r"(?:[a-z]{2,}|a)(?:['’][a-z]+|-[a-z]{2,})*")
_FIRST = re.compile(r"[A-Z]?[a-z]+(?:['’-][a-z]+)*")
_CODE = re.compile(
    r"[_={}@$\\<>|~^]|\w\(|::|->|://|--|\w/\w+/|\A[.#]|^\s*[$>%]|\A\[[^\]]*\]\s*\Z"
    r"|\A(?:import|from) [\w.]+ (?:as|import)\b"
)
_KEY = re.compile(r"(?<![\w&_])[&_](?=[A-Za-z]{2})")
_MARKS = re.compile(r"[*`]+|\{[^{}\n]*\}\s*$")
_QUOTED = re.compile(r"\A\W*[“\"「『《'‘].*[”\"」』》'’]\W*\Z", re.DOTALL)
_BEFORE_TEXT = "with without for from on in by using via to"
_BEFORE = frozenset(_BEFORE_TEXT.split())
_TYPES_TEXT = (
    "string number boolean bool object array list map set tuple dict int integer float double char "
    "byte bytes long short date datetime time function method class enum null undefined none true "
    "false any void type of or and optional required default yes no"
)
_TYPES = frozenset(_TYPES_TEXT.split())
_SHARE = 0.6
_LEAST, _LONG = 2, 4


def is_wording(said: str) -> bool:
    """Whether a label is words of English that are no name.

    >>> [is_wording(said) for said in ("HTTP request", "Visual Studio", "With Helm", "npm install")]
    [True, False, True, False]
    """
    plain = _MARKS.sub(lambda m: " " * len(m[0]), blanked(said, opaque(said), BLANK))
    if _CODE.search(plain) or LEGAL.search(plain) or _QUOTED.match(plain) or has_han(plain):
        return False
    tokens = TOKEN.findall(plain)
    blank = BLANK in plain or re.search(r"\d", plain) is not None
    if len(tokens) + blank < _LEAST or is_types(tokens):
        return False
    return _speaks(tokens, opens=plain.lstrip()[:1])


def is_message(said: str) -> bool:
    """Whether a message is wording, which may have a key in it: Move to _Trash, &Open it."""
    return is_wording(_KEY.sub("", said))


def is_types(words: Sequence[str]) -> bool:
    """Whether all words name types of values: string or number."""
    return {word.casefold() for word in words} <= _TYPES


def _speaks(tokens: Sequence[str], *, opens: str) -> bool:
    words = [token for token in (tokens[0], *tokens[1:]) if _FIRST.fullmatch(token)]
    low = [token for token in tokens[1:] if _LOW.fullmatch(token)]
    if tokens[0].islower() and opens == BLANK:
        low.insert(0, tokens[0])
    if not low:
        return tokens[0].lower() in _BEFORE and tokens[0][0].isupper()
    told = dict(zip(words, _known(words), strict=True))
    sure = sum(told.values())
    if tokens[0][0].islower() and opens != BLANK:
        # commands begin with a small letter, too
        small = any(token in SMALL for token in tokens)
        return small and len(tokens) > _LEAST and sure == len(words)
    if sure < _SHARE * len(words) and not (sure and len(words) - sure == 1 < sure + 1):
        return False
    return any(told.get(token, False) for token in low)


def _known(words: Sequence[str]) -> list[bool]:
    """Tell which words a dictionary knows, or all the parts of which it knows."""
    parts = [re.split("[-’']", word.lower()) for word in words]
    flat = [part for some in parts for part in some if part not in ("s", "t", "re", "ll")]
    told = dict(zip(flat, known(flat), strict=True))
    return [all(told.get(part, True) for part in some) for some in parts]
