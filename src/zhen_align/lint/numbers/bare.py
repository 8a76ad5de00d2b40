"""Units that stand without a number: within hours, 数周, a fortnight, 皮摩尔级, a millisecond.

Two of one kind clash where each is the only one that the other side says nothing of, not even in
other words: days, 数周, but not daily, 每天. Not here: units of numbers (unit_mismatch).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from zhen_align.lint.facts import BeadFacts, Side
from zhen_align.text.scripts import han_count
from zhen_align.text.units import UNITS
from zhen_align.types import Lang, Span

_TIMES = ["s", "min", "h", "day", "week", "month", "year", "decade", "century", "fortnight"]
_KINDS = (
    _TIMES,
    ["s", "ms", "µs", "ns", "ps", "fs"],
    ["km", "m", "cm", "mm", "µm", "nm", "pm"],
    ["t", "kg", "g", "mg", "µg", "ng"],
    ["L", "mL", "µL"],
    ["mol", "mmol", "µmol", "nmol", "pmol", "fmol"],
    ["KB", "MB", "GB", "TB", "PB", "EB"],
    ["W", "nW", "µW", "mW", "kW", "MW", "GW"],
    ["V", "nV", "µV", "mV", "kV"],
    ["A", "pA", "nA", "µA", "mA"],
)
_KNOWN = {unit for kind in _KINDS for unit in kind}
# what else says that a unit is meant, in either language
_HINTS = {
    "s": r"sec|/s\b|fps|bps|hz|秒",
    "min": r"minute|\bmins?\b|[rb]pm|分",
    "h": r"hour|o'clock|\bh\b|\bhrs?\b|[km]ph|时|時|[点點钟鐘]",
    "day": r"da[iy]|night|date|[天日夜晚昼晨]",
    "week": r"week|周|週|星期|礼拜|禮拜",
    "month": r"month|月",
    "year": r"year|annual|annum|\byrs?\b|centur|decade|[年岁歲载載龄齡]|世[纪紀]",
    "decade": r"decade|ten years|[1-9]0 years|[十0]\s?[余多几]?年|年代",
    "century": r"centur|hundred|[百0]\s?[余多几]?年|世[纪紀]",
    "fortnight": r"fortnight|two weeks|[两兩二2]\s?[个個]?[周週星]|半[个個]?月|十[四五]天|1[45]",
    "km": r"kilo|公里|千",
    "kg": r"kilo|[公千]",
    "µm": "micro|微",
}
_PREFIXES = {
    "pico": "皮", "nano": "纳奈", "micro": "微", "milli": "毫", "femto": "飞", "kilo": "千公",
    "mega": "兆", "giga": "吉", "tera": "太", "peta": "拍", "centi": "厘公",
}  # fmt: skip
_EN = {n.lower(): u for n, u in UNITS.items() if u in _KNOWN and n.isascii() and len(n) > 3}
_ZH = {n: u for n, u in UNITS.items() if u in _KNOWN and han_count(n)}
_PREFIXED = tuple(_PREFIXES)
# one of these stands where anything is to be found, and asking for it costs little
_PARTS = (
    "econd", "inute", "hour", "Hour", "day", "Day", "week", "Week", "month", "Month", "year",
    "Year", "ecade", "entur", "ortnight", "eter", "etre", "gram", "iter", "itre", "molar", "mole",
    "byte", "watt", "volt", "mpere", "icron",
)  # fmt: skip
_SINGLE = r"(?:(?P<one>an?)|(?P<per>per|each|every))\s"
_EN_BARE = re.compile(
    rf"(?<![A-Za-z])(?:{_SINGLE})?(?P<unit>{'|'.join(sorted(_EN, key=len, reverse=True))})"
    r"(?P<scale>[\s-](?:scale|level|range))?(?![A-Za-z])",
    re.IGNORECASE,
)
_NUMERAL = r"[一二三四五六七八九十百千万亿两数几多余第\d]"
_ZH_NAMES = "|".join(sorted(_ZH, key=len, reverse=True))
_ZH_LONG = "|".join(sorted((n for n in _ZH if len(n) > 1), key=len, reverse=True))
_ZH_BARE = re.compile(
    rf"(?<!{_NUMERAL})(?<![参指系函])(?:(?P<vague>[数數几幾]|若干|好几)|(?P<one>一整?)|(?P<per>每一?))"
    rf"[个個]?(?P<unit>{_ZH_NAMES})(?![子常气然线級级饭率均度周])"
    rf"|(?<!{_NUMERAL})(?<![个個])(?P<plain>{_ZH_LONG}|[秒米克升瓦伏天周](?=级|級|尺度))"
    r"(?P<scale>级|級|量级|量級|尺度)?"
)


class Bare(NamedTuple):
    """A unit without a number, how it is said, and where it stands."""

    unit: str
    ways: frozenset[str]
    span: Span


def bare_clash(bead: BeadFacts) -> tuple[Bare, Bare] | None:
    """Return the units without a number that contradict each other, the target's first.

    Each must be the only one of its kind that the other side says nothing of.
    """
    if not any(part in text.text for text in bead.en.texts for part in _PARTS):
        return None
    en = list(_bare(bead.en))
    zh = list(_bare(bead.zh)) if en else []
    if not zh:
        return None
    here, there = _unsaid(zh, bead.en), _unsaid(en, bead.zh)
    if bead.target is bead.en:
        here, there = there, here
    for kind in _KINDS:
        own, other = ([b for b in left if b.unit in kind] for left in (here, there))
        if len({b.unit for b in own}) == len({b.unit for b in other}) == 1:
            for one in own:
                for two in other:
                    if one.ways & two.ways:
                        return one, two
    return None


def _bare(side: Side) -> Iterator[Bare]:
    for text in side.texts:
        taken = [m.span for m in text.measured]
        for found in (_EN_BARE if side.lang is Lang.EN else _ZH_BARE).finditer(text.plain):
            read = _english(found) if side.lang is Lang.EN else _chinese(found)
            place = Span(*found.span())
            counted = any(map(place.meets, taken))
            # one of a thing is a number in Chinese
            if read and (not counted or read[1] == {"one"}):
                yield Bare(read[0], frozenset(read[1]), text.span(place))


def _english(found: re.Match[str]) -> tuple[str, set[str]] | None:
    """Return the unit of an English word and how it is said; nothing for a word that is none."""
    word = found["unit"].lower()
    unit, plural = _EN[word], word.endswith("s")
    if found["scale"]:
        return unit, {"scale"}
    if found["per"]:
        return unit, {"per"}
    if word == "second":  # mostly an ordinal
        return None
    if found["one"]:
        return unit, {"one", "per"}
    prefixed = word.startswith(_PREFIXED)
    if plural:
        return unit, {"vague", "scale"} if unit in _TIMES or prefixed else {"vague"}
    return (unit, {"scale"}) if prefixed else None


def _chinese(found: re.Match[str]) -> tuple[str, set[str]] | None:
    if found["plain"]:
        unit = _ZH[found["plain"]]
        scaled = found["scale"] or unit not in _TIMES
        return (unit, {"scale"}) if scaled else None
    for way in ("vague", "one", "per"):
        if found[way]:
            return _ZH[found["unit"]], {way}
    return None


def _unsaid(units: list[Bare], other: Side) -> list[Bare]:
    """Return the units that the other side says nothing of."""
    said = {m.unit for m in other.measured}
    text = " ".join(t.text for t in other.texts).lower()
    return [b for b in units if b.unit not in said and not _is_said(b.unit, text)]


def _is_said(unit: str, text: str) -> bool:
    """Whether a text has a unit by name, or what hints at it."""
    if hint := _HINTS.get(unit):
        return re.search(hint, text) is not None
    names = [n.lower() for n, canon in UNITS.items() if canon == unit and len(n) > 1]
    word = next((n for n in names if n.isascii() and n.startswith(_PREFIXED)), "")
    prefix = next((p for p in _PREFIXED if word.startswith(p)), "")
    hints = [*names, *([prefix, *_PREFIXES[prefix]] if prefix else [])]
    return any(re.search(rf"(?<![a-z]){re.escape(name)}", text) for name in hints)
