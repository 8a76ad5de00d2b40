"""Definitions in brackets: 中文（English Form, ABBR）, long forms (LFs), ABBR（中文）.

The text is walked bracket by bracket and back word by word; no pattern here can run away.
The Chinese before a bracket has no left edge that a rule could see, so the whole run is
given, and pairing cuts it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zhen_align.terms.hanwords import INSIDE
from zhen_align.terms.initials import bare, is_abbreviation, long_form
from zhen_align.text.scripts import HAN, is_han
from zhen_align.types import Span

_OPEN, _CLOSE = "(（[【", ")）]】"
_PART = re.compile(r"[^,，;；、:：()（）\[\]【】\0\n=]+")
_LATIN = r"A-Za-z0-9\u00c0-\u024f\u0370-\u03ff"
_LAST_LATIN = re.compile(rf"[{_LATIN}]+$")
_LATIN_RUN = re.compile(rf"[{_LATIN}][{_LATIN} \-/'’.&+*]*$")
_MIXED = re.compile(rf"[{HAN}{_LATIN}·\-+]")
_LEAD = re.compile(
    r"\s*(?:(?:简称|缩写为?|英文名?为?|英文全称为?|全称为?|也称为?|又称为?|或称|亦称|即|也叫|又名|或)"
    r"|(?:abbreviated(?: as)?|also known as|also called|a\.?k\.?a\.|i\.e\.|or|hereafter"
    r"|henceforth|short for|called|namely)(?![a-z]))[:：]?\s*"
)
_HAN = re.compile(f"[{HAN}]")
_BRACKET = re.compile(rf"[{re.escape(_OPEN + _CLOSE)}]")
_LETTERS = re.compile(r"[A-Za-z\u00c0-\u024f]{3}")
_YEAR = re.compile(r"(?:19|20)\d\d[a-z]?")
_CODE = re.compile(r"[_`\\{}<>|$]|^[a-z]+\d+$|^[vV]\d")
_LONGEST_RUN = 24
_LONGEST_CAPITALS = 8  # more are a word in capitals, unless a long form has all its letters
_NO_END = "的了着在和与或"
_LINKED = {"(", "[", "\0", ":"}
"""What stands behind the text of a link, whose square brackets say nothing."""
_REMARK = re.compile(
    r"[暂尚仍]未|可选|必[填选须需]|选填|[详参]?见|参[考照]|请|具体|默认|推荐|建议|[不仅如若例]|改用|注意"
    r"|[以如]下|[从由将把对在按]|图\d|表\d"
)
"""How a bracket begins that says something about what stands before it, not what it means."""
_UNIT = re.compile(r"[KMGTP]i?[Bb](?:/s)?|[kMGT]Hz|[kM]Pa|[kMG]W|mAh|mmHg|kWh|RMB|USD|CNY")


@dataclass(frozen=True, slots=True, order=True)
class Definition:
    """Places of what a bracket says is the same thing; at least two of the three."""

    en: Span | None
    abbr: Span | None
    zh: Span | None


def definitions(text: str) -> list[Definition]:
    """Return what the brackets of a text define, in order.

    >>> text = "使用卷积神经网络（convolutional neural networks, CNNs）"
    >>> [(d.en.of(text), d.abbr.of(text), d.zh.of(text)) for d in definitions(text)]
    [('convolutional neural networks', 'CNNs', '使用卷积神经网络')]
    """
    found = []
    for start, end in _brackets(text):
        parts = list(_parts(text, start + 1, end))
        latin, mixed = _before(text, start)
        if latin and (spelt := _spelt_out(text, _last_word(text, latin), parts)):
            found.append(spelt)
            continue
        if not 1 <= len(parts) <= 3 or any(_YEAR.fullmatch(part.of(text)) for part in parts):
            continue  # a list of examples defines nothing, nor does a citation
        here = list(_in_latin(text, latin, parts)) if latin else []
        if not here and mixed:
            here = list(_in_chinese(text, mixed, parts))
        found.extend(here)
    return sorted(set(found), key=lambda d: (d.abbr or d.en or d.zh or Span(0, 0), repr(d)))


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Yield where brackets open and close, either width, inner ones too."""
    opened: list[int] = []
    for m in _BRACKET.finditer(text):
        if m[0] in _OPEN:
            opened.append(m.start())
        elif opened:
            start = opened.pop()
            if m[0] != "]" or text[m.end() : m.end() + 1] not in _LINKED:
                yield start, m.start()


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the parts of a bracket, without `abbreviated as` and the like."""
    for m in _PART.finditer(text, start, end):
        lead = _LEAD.match(text, m.start(), m.end())
        begin, stop = (lead.end() if lead else m.start()), m.end()
        while begin < stop and (text[begin].isspace() or text[begin] in "\"“”'*"):
            begin += 1
        while begin < stop and (text[stop - 1].isspace() or text[stop - 1] in "\"“”'*"):
            stop -= 1
        if begin < stop:
            yield Span(begin, stop)


def _before(text: str, at: int) -> tuple[Span | None, Span | None]:
    """Return the Latin run and the one with Chinese in it that end where the bracket opens."""
    start = max(0, at - 160)
    head = text[start:at].rstrip(" \n*\"'“”’》」").replace("\n", " ")  # a line is wrapped anywhere
    end = start + len(head)
    latin = _LATIN_RUN.search(head)
    mixed = Span(_mixed_start(text, max(start, end - _LONGEST_RUN), end), end)
    return (
        Span(start + latin.start(), end) if latin else None,
        mixed if _HAN.search(mixed.of(text)) else None,
    )


def _mixed_start(text: str, start: int, end: int) -> int:
    """Walk back over Chinese and Latin, and over single blanks between the two."""
    at = end
    while at > start:
        ch = text[at - 1]
        gap = ch in " \n" and start < at - 1 and at < end
        if not _MIXED.match(ch) and not (gap and _HAN.search(text[at - 2] + text[at])):
            break
        at -= 1
    return at


def _in_chinese(text: str, before: Span, parts: list[Span]) -> Iterator[Definition]:
    """Yield what a bracket after Chinese says: the English, the abbreviation or both."""
    if any(_HAN.search(part.of(text)) for part in parts):
        return
    short = [p for p in parts if is_abbreviation(p.of(text))]
    latin = [p for p in parts if p not in short and _is_long(p.of(text))]
    if latin:
        fits = next((s for s in short if long_form(text, latin[0], s.of(text))), None)
        yield Definition(latin[0], fits, before)
    elif len(parts) == len(short) == 1 and _may_be_short(short[0].of(text), before.of(text)):
        yield Definition(None, short[0], before)


def _may_be_short(abbr: str, chinese: str) -> bool:
    """Whether letters behind some Chinese may stand for it: no unit, no label of something else."""
    if abbr.isupper() and len(abbr) >= _LONGEST_CAPITALS:
        return False
    latin = _LAST_LATIN.search(chinese)
    if latin and latin[0][0].lower() not in abbr.lower():
        return False
    if sum(map(is_han, chinese)) < 2 or _UNIT.fullmatch(abbr):
        return False
    return chinese[-1] not in _NO_END and chinese[-2:] not in INSIDE


def _in_latin(text: str, before: Span, parts: list[Span]) -> Iterator[Definition]:
    """Yield what a bracket after Latin says: its abbreviation, what it stands for, its Chinese."""
    chinese = [p for p in parts if _HAN.search(p.of(text))]
    short = [p for p in parts if is_abbreviation(p.of(text))]
    latin = [p for p in parts if p not in chinese and p not in short and _is_long(p.of(text))]
    last = _last_word(text, before)
    if is_abbreviation(last.of(text)) and text[last.start - 1 : last.start] != "_":
        yield from _expanded(text, last, latin, chinese)
    for one in short[:1]:
        long = long_form(text, before, one.of(text))
        if long and not one.of(text).lower().startswith(long.of(text).lower()):
            yield Definition(long, one, chinese[0] if len(chinese) == 1 else None)


def _expanded(
    text: str, short: Span, latin: list[Span], chinese: list[Span]
) -> Iterator[Definition]:
    """Yield what brackets behind an abbreviation say that it stands for."""
    if latin:
        full = long_form(text, latin[0], short.of(text))
        if full == latin[0]:
            yield Definition(full, short, chinese[0] if len(chinese) == 1 else None)
    elif len(chinese) == 1 and _says_what(chinese[0].of(text), short.of(text)):
        yield Definition(None, short, chinese[0])


def _says_what(chinese: str, abbr: str) -> bool:
    """Whether a bracket behind an abbreviation names it in Chinese, rather than remarks on it."""
    if len(chinese) > _LONGEST_RUN or _REMARK.match(chinese) or _CODE.search(chinese):
        return False
    return bare(abbr) not in chinese and not (abbr.isupper() and len(abbr) >= _LONGEST_CAPITALS)


def _spelt_out(text: str, short: Span, parts: list[Span]) -> Definition | None:
    """Return what a bracket says that lists a word for each letter before it."""
    initials = "".join(text[part.start].lower() for part in parts)
    words = all(part.of(text).isalpha() and part.of(text).isascii() for part in parts)
    if len(parts) < 3 or not words or short.of(text).lower() != initials:
        return None
    return Definition(Span(parts[0].start, parts[-1].end), short, None)


def _last_word(text: str, run: Span) -> Span:
    begin = run.end
    while begin > run.start and not text[begin - 1].isspace():
        begin -= 1
    return Span(begin, run.end)


def _is_long(form: str) -> bool:
    short = len(form) <= 80 and len(form.split()) <= 8
    return short and _LETTERS.search(form) is not None and not _CODE.search(form)
