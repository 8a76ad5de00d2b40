"""Phases, stages, types, classes and levels told by a numeral: phase II, Ⅱ期, 二型, level 3.

They are names, so style is free: II, Ⅱ, 2, two and 二 are one. One of each side clashes where
neither side says the other's numeral anywhere, in any form. Not here: what is counted (3 期 are
three issues), which needs an English word of rank before its numeral to be taken for one.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from zhen_align.lint.facts import BeadFacts, Side, Text
from zhen_align.text.quantities_numerals import EN_ONES, ROMAN, roman, zh_amount
from zhen_align.types import Span

# what each may be called in Chinese
_KINDS = {
    "phase": "期 阶段 階段 相", "stage": "期 阶段 階段 级 級 级别", "type": "型 类 類 类型 類型",
    "class": "级 級 类 類 类别 類別 等级 等級", "grade": "级 級 度 级别 等级 等級",
    "level": "级 級 层 層 层级 层次 级别 等级 等級 水平",
    "category": "类 類 级 級 类别 類別", "tier": "级 級 层 層 层级 线",
}  # fmt: skip
_NAMES = {name: {kind for kind in _KINDS if name in _KINDS[kind].split()}
          for names in _KINDS.values() for name in names.split()}  # fmt: skip
_SIGNS = "\u2160-\u216b"
_ROMAN = rf"(?:[IVX]{{1,4}}|[{_SIGNS}])"
_ONES = "|".join(word for word, n in EN_ONES.items() if 0 < n <= 10)
_EN_N = rf"(?:{_ROMAN}|\d{{1,2}}|(?i:{_ONES}))(?:[A-Da-d]\d?)?(?![\w%]|[.:]\d)"
_ZH_N = rf"(?:{_ROMAN}[A-Da-d]?|\d{{1,2}}[A-Da-d]?|[一二三四五六七八九十]{{1,3}})"
# one of these stands where anything is to be found, and asking for it costs little
_WORDS = ("phase", "stage", "type", "class", "grade", "level", "categor", "tier")
_EN = re.compile(
    r"(?<![A-Za-z])(?i:(?P<kind>phase|stage|type|class|grade|level|category|tier)(?:s|es)?|"
    rf"(?P<many>categories))[\s-](?P<list>{_EN_N}(?:\s?(?:/|-|\u2013|~|,|to|and|or|through)\s?{_EN_N})*)"
)
_LINK = r"\s?(?:/|-|\u2013|~|～|、|和|与|與|及|或|至|到)\s?第?"
_ZH_NAMES = "|".join(sorted(_NAMES, key=len, reverse=True))
_ZH = re.compile(
    rf"(?<![\d.一二三四五六七八九十百千万IVX])(?P<list>{_ZH_N}(?:{_LINK}{_ZH_N})*)\s?(?P<kind>{_ZH_NAMES})"
    rf"|(?P<before>{'|'.join(n for n in _NAMES if len(n) > 1)})\s?(?P<list2>{_ZH_N})(?![\w.%])"
)
_ANY_ROMAN = re.compile(rf"(?<![A-Za-z])[IVX]{{1,4}}(?=[a-d]?(?![A-Za-z]))|[{_SIGNS}]")
_NUMERAL = re.compile(rf"{_ROMAN}|\d{{1,2}}|[一二三四五六七八九十]{{1,3}}|(?i:{_ONES})")
_LATIN = ("primary", "secondary", "tertiary", "quaternary")

Ranked = tuple[Span, frozenset[str], Decimal]


def other_ranks(bead: BeadFacts) -> Iterator[tuple[Span, Span]]:
    """Yield the rank of the target that is another in the source, with it."""
    said = " ".join(text.text for text in bead.en.texts).lower()
    if not any(word in said for word in _WORDS):
        return
    en = [one for text in bead.en.texts for one in _english(text)]
    zh = [one for text in bead.zh.texts for one in _chinese(text)] if en else []
    if not zh:
        return
    in_zh, in_en = _said(bead.zh), _said(bead.en)
    lone_en = {n: (span, kinds) for span, kinds, n in en if n not in in_zh}
    lone_zh = {n: (span, kinds) for span, kinds, n in zh if n not in in_en}
    if len(lone_en) == len(lone_zh) == 1:
        ((here, kinds),), ((there, others),) = lone_zh.values(), lone_en.values()
        if kinds & others:
            yield (here, there) if bead.target is bead.zh else (there, here)


def _english(text: Text) -> Iterator[Ranked]:
    for found in _EN.finditer(text.plain):
        kinds = frozenset({(found["kind"] or "category").lower()})
        for n in _NUMERAL.finditer(found["list"]):
            yield text.span(Span(*found.span())), kinds, _value(n[0])


def _chinese(text: Text) -> Iterator[Ranked]:
    for found in _ZH.finditer(text.plain):
        kinds = frozenset(_NAMES[found["kind"] or found["before"]])
        for n in _NUMERAL.finditer(found["list"] or found["list2"]):
            yield text.span(Span(*found.span())), kinds, _value(n[0])


def _said(side: Side) -> set[Decimal]:
    """Return every number that a side says in any form, its Roman numerals with them."""
    values = {reading.value for _, q in side.quantities for reading in q.readings}
    for text in side.texts:
        values |= {_value(found[0]) for found in _ANY_ROMAN.finditer(text.plain)}
        values |= {Decimal(n) for n, word in enumerate(_LATIN, 1) if word in text.text.lower()}
    return values


def _value(numeral: str) -> Decimal:
    """Return what a numeral says.

    >>> [int(_value(n)) for n in ("IV", "Ⅲ", "2", "二", "two")]
    [4, 3, 2, 2, 2]
    """
    if numeral.isdecimal():
        return Decimal(numeral)
    if "\u2160" <= numeral <= "\u216b":
        return Decimal(ord(numeral) - 0x215F)
    if numeral.lower() in EN_ONES:
        return Decimal(EN_ONES[numeral.lower()])
    if numeral[0] in ROMAN:
        return Decimal(roman(numeral))
    amount = zh_amount(numeral)
    return amount.values[0] if amount and amount.values else Decimal(0)
