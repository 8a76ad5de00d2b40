"""Names of people, as they stand above a text: lists of authors in either language."""

import re

from zhen_align.read import labels
from zhen_align.text.scripts import HAN

_NAME_EN = r"(?:[A-Z][\w.'’-]*\s+){1,3}[A-Z][\w'’-]+"
_AFTER_NAME = r"(?:\s*[\d,*†‡§¶#✉()]+)*"
_NAMES_EN = re.compile(
    rf"{_NAME_EN}{_AFTER_NAME}(?:\s*[,;]\s*(?:and\s+|&\s*)?{_NAME_EN}{_AFTER_NAME}"
    rf"|\s+(?:and|&)\s+{_NAME_EN}{_AFTER_NAME})+\.?"
)
_NAME_ZH = re.compile(
    rf"(?:[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}})+|[{HAN}]{{2,4}}|[{HAN}]\s[{HAN}])(?=\Z|[\s,、;\d*†#()])"
)
_NOTE = re.compile(r"\[\d[\d,]*\]")
_ONE_NAME_EN = re.compile(rf"{_NAME_EN}{_AFTER_NAME}")
_NAMES = 2 / 3
"""The least share of common surnames in a list of people: not all have one."""


def names(words: str) -> bool:
    """Say whether a line is a list of people, in either language.

    >>> names("Anna Berg, Tom Hill 1 and Ida Moe"), names("李晓 王小明"), names("背景 方法")
    (True, True, False)
    """
    if len(words) > 600:
        return False
    if _NAMES_EN.fullmatch(words):
        return True
    found = _NAME_ZH.findall(words)
    if len(found) < 2 or sum(map(_is_name, found)) < _NAMES * len(found):
        return False
    return not re.search(rf"[A-Za-z{HAN}]", _NAME_ZH.sub("", words))


def _is_name(name: str) -> bool:
    """Say whether a few Han characters begin as names do."""
    return name[0] in labels.SURNAMES or name[:2] in labels.COMPOUND_SURNAMES or "·" in name


def is_people(words: str) -> bool:
    """Say whether a value is a person or several."""
    words = _NOTE.sub("", words).strip(" *_.")
    return names(words) or is_person(words)


def is_person(words: str) -> bool:
    """Say whether a value is the name of one person."""
    one = _NAME_ZH.fullmatch(words)
    return bool(one and _is_name(words)) or bool(_ONE_NAME_EN.fullmatch(words))
