"""Lists of literature: the heading that begins one, and what its entries look like.

An entry names a work as its publisher does, so it is the same in every language: nobody has to
translate it, and a text in two languages need not give it twice.
"""

import re

from zhen_align.types import Document, Kind

HEADING = re.compile(
    r"[#*\s\d.IVX]*(?:(?:selected|key|main|cited)\s+)?"
    r"(?:references?|bibliography|literature(?:\s+cited)?|works\s+cited"
    r"|(?:主要|部分)?参\s*考\s*(?:文\s*献|资\s*料)|引用文献|參考文獻)"
    r"(?:\s*[(（][^()（）]{1,20}[)）])?[:：\s*]*",
    re.IGNORECASE,
)
_SURNAME = r"[^\W\d_][\w'’-]+"
_INITIALS = r"(?:[A-Z]\.?[-\s]?){1,3}"
_LAST_FIRST = rf"{_SURNAME},?\s{_INITIALS}(?:[,.;&(]|and\b|et al)"
_FIRST_LAST = rf"(?:[A-Z]\.[-\s]?){{1,3}}\s?{_SURNAME}(?:,|\sand\b|\s&|\set al)"
_START = re.compile(rf"\s*(?:[-*]\s+)?(?:\[\d+\]|\d+[.)]|{_FIRST_LAST}|{_LAST_FIRST})")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d[a-z]?(?!\d)")
_SIGNS = tuple(
    re.compile(sign)
    for sign in (
        rf"{_LAST_FIRST}|(?:^|[\s,&]){_FIRST_LAST}|\bet al\b",
        r"\d\s?\(\d{1,3}\)\s?[:,，]|(?:19|20)\d\d;\s?\d+:",
        r"\d[-–—]\d+\.?\s*$|\bpp?\.\s?\d|[:,]\s?[eS]?\d+\s?[-–—]\s?[eS]?\d+",
        r"\b[Vv]ol\.\s?\d|\b[Nn]o\.\s?\d",
        r"(?i:\bdoi\b|\barxiv\b|https?://|\bpreprint\b)",
        r"\b(?:Proc|Trans|Conf|Lett|Univ)\.|\b(?:Proceedings|Transactions|Journal|Press)\b",
        r"\[[JMCDRSPGNZ](?:/OL)?\]",
        r"\([12]\d{3}[a-z]?\)(?:[.:,]|\s*$)|,\s[12]\d{3}(?:[.;]|\s*$)",
    )
)
_UNDER_HEADING, _ALONE = 2, 3
_BACK = 300  # blocks between an entry and its heading


def is_entry(document: Document, number: int) -> bool:
    """Whether a block is an entry of a list of literature."""
    block = document.blocks[number]
    said = block.span.of(document.text)
    if not _YEAR.search(said):
        return False
    begins = _START.match(said) is not None
    signs = sum(bool(sign.search(said)) for sign in _SIGNS)
    if begins and signs >= _ALONE:
        return True
    return begins + signs >= _UNDER_HEADING and _is_under_heading(document, number)


def _is_under_heading(document: Document, number: int) -> bool:
    for before in reversed(document.blocks[max(0, number - _BACK) : number]):
        said = before.span.of(document.text)
        if len(said) < 60 and HEADING.fullmatch(said):
            return True
        if before.kind in (Kind.HEADING, Kind.TITLE) and not _YEAR.search(said):
            return False
    return False
