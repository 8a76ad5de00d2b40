"""Lists of keywords and rows of tags: which lines are one, and the place of each word."""

import re
from collections.abc import Sequence

from zhen_align.read import labels
from zhen_align.read.facts import Facts
from zhen_align.read.pieces import trimmed
from zhen_align.text.opaque import blanked
from zhen_align.text.scripts import HAN, han_count
from zhen_align.types import Span

_TAGS = re.compile(r"(?:`[^`]{1,40}`[\s,，、;；/|]*){2,}|`[^`]{1,40}`|(?:#[^\s#]{1,30}\s*){2,}")
_TAG = re.compile(r"`([^`]+)`|#([^\s#]+)")
_LIST = re.compile(r"[;,、/|]")
_FIRM = re.compile(r"[;；/|／]")
_LOOSE = re.compile(r"[,，、]")
_WORDS = re.compile(r"[^;；,，、/|／\r\n]+")
_WORDS_FIRM = re.compile(r"[^;；/|／\r\n]+")
_WORDS_APART = re.compile(r"(?:(?!\s{2}|[\t\u3000\r\n])[^\t\u3000\r\n])+")
_WORDS_HAN = re.compile(rf"(?:[{HAN}]+\s+)+[{HAN}]+\s*[。.]?")
_WORD_HAN = re.compile(f"[{HAN}]+")


def is_tags(text: str) -> bool:
    """Say whether a line is nothing but `tags` or #tags."""
    return _TAGS.fullmatch(text.strip()) is not None


def tells_tags(line: Facts, body: bool) -> bool:
    """Say whether the line is a row of `tags` or #tags, not of code."""
    if not is_tags(line.text):
        return False
    tags = " ".join(first or second for first, second in _TAG.findall(line.text))
    return han_count(tags) > 0 or (
        not body and line.text.count("`") >= 4 and tags.replace(" ", "").replace("-", "").isalnum()
    )


def labelled(line: Facts) -> bool:
    """Say whether a label of keywords stands before at least one."""
    label = labels.KEYWORDS.match(line.folded)
    if label is None or label.end() == len(line.folded):
        return False
    return line.sentences <= 1 and _WORDS.search(line.folded, label.end()) is not None


def list_like(line: Facts) -> bool:
    """Say whether a line is a list of three or more."""
    return not line.sentences and len(_LIST.findall(line.folded)) >= 2


def keywords(text: str, span: Span, opaque: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Return the place of each keyword, the label and the tags among `opaque` left out.

    >>> line = "关键词 土壤 水分"
    >>> [word.of(line) for word in keywords(line, Span(0, len(line)))]
    ['土壤', '水分']
    """
    words = span.of(text)
    if is_tags(words):
        spans = (found.span(1 if found[1] else 2) for found in _TAG.finditer(words))
        return tuple(Span(start, end).shifted(by=span.start) for start, end in spans)
    tags = (mark.shifted(by=-span.start) for mark in opaque if mark.of(text)[:1] == "<")
    words = blanked(words, tags, " ")
    label = labels.KEYWORDS.match(words, len(words) - len(words.lstrip()))
    begin = label.end() if label else 0
    found = (
        trimmed(words, word.start(), word.end())
        for word in _pattern(words[begin:]).finditer(words, begin)
    )
    return tuple(cell.shifted(by=span.start) for cell in found if cell.start < cell.end)


def _pattern(listed: str) -> re.Pattern[str]:
    """Return what the words of a list are: by the surest mark between any of them."""
    if _FIRM.search(listed):
        return _WORDS_FIRM
    if _LOOSE.search(listed):
        return _WORDS
    if _WORDS_HAN.fullmatch(listed.strip()):
        return _WORD_HAN
    return _WORDS_APART
